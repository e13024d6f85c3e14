//! A learning.

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area, choice, line,
};
use crate::notebook::{
    Notebook,
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    learning::{Learning, Theme, Voice},
    problem::{Field, Kind, Problem},
    safe_text::SafeText,
    steps::Making,
};

/// The form, filled with an old learning or empty.
pub fn sheet(notebook: &Notebook, old: Option<&Learning>) -> Result<Sheet, Problem> {
    if old.is_none() {
        notebook.require_open_cycle()?;
    }
    let empty = SafeText::default();
    Ok(Sheet::new(vec![
        area(Field::Statement, old.map_or(&empty, |old| &old.statement)).required(),
        area(Field::Quote, old.map_or(&empty, |old| &old.quote)),
        choice(Field::Voice, &Voice::ALL, &old.map_or(Voice::SchoolTeam, |old| old.voice)),
        choice(Field::Theme, &Theme::FIRST, old.map_or(&Theme::ClearMethodology, |old| &old.theme)),
        line(Field::Evidence, old.map_or(&empty, |old| &old.evidence)),
    ]))
}

/// The edit of a filled form.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    old: Option<Id<Learning>>,
    making: &mut Making<'_>,
) -> Result<Edit, Flaws> {
    let before =
        old.map(|id| notebook.learnings.get(id).ok_or_else(|| flaws([Problem::ChangedMeanwhile(Kind::Learning)])));
    let before = before.transpose()?;
    let cycle = match before {
        Some(before) => before.cycle,
        None => notebook.require_open_cycle().map_err(|problem| flaws([problem]))?.id,
    };
    let empty = SafeText::default();
    let after = Learning {
        id: before.map_or_else(|| making.id(), |before| before.id),
        cycle,
        on: before.map_or(making.today, |before| before.on),
        statement: answers.note(Field::Statement, before.map_or(&empty, |before| &before.statement)),
        quote: answers.note(Field::Quote, before.map_or(&empty, |before| &before.quote)),
        voice: answers.choice_or_first(Field::Voice, &Voice::ALL),
        theme: answers.choice(Field::Theme, &Theme::FIRST).unwrap_or(Theme::Other),
        other_themes: before.map_or_else(Vec::new, |before| before.other_themes.clone()),
        evidence: answers.line(Field::Evidence, before.map_or(&empty, |before| &before.evidence)),
        seen_in: before.and_then(|before| before.seen_in),
        effect: before.and_then(|before| before.effect.clone()),
        extra: before.map_or_else(Extra::new, |before| before.extra.clone()),
    };
    Ok(match before {
        Some(before) => Edit::one(Deed::ChangeLearning, Change::replace(before.clone(), after)),
        None => Edit::one(Deed::RecordLearning, Change::add(after)),
    })
}
