//! A learning.

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area, choice, line, optional,
};
use crate::notebook::{
    Notebook,
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    learning::{Effect, EffectOn, Learning, SeenIn, Theme, Voice},
    problem::{Field, Kind, Problem},
    safe_text::SafeText,
    steps::Making,
};

/// Where in the notebook a learning can be seen, in the order in which the form offers it.
const SEEN_IN: [SeenIn; 3] = [SeenIn::Infographic, SeenIn::Contacts, SeenIn::Review];

/// The form, filled with an old learning or empty.
pub fn sheet(notebook: &Notebook, old: Option<&Learning>, themes: &[Theme]) -> Result<Sheet, Problem> {
    if old.is_none() {
        notebook.require_open_cycle()?;
    }
    let empty = SafeText::default();
    Ok(Sheet::new(vec![
        area(Field::Statement, old.map_or(&empty, |old| &old.statement)).required(),
        area(Field::Quote, old.map_or(&empty, |old| &old.quote)),
        choice(Field::Voice, &Voice::ALL, &old.map_or(Voice::SchoolTeam, |old| old.voice)),
        choice(Field::Theme, themes, old.map_or(&Theme::ClearMethodology, |old| &old.theme)),
        line(Field::Evidence, old.map_or(&empty, |old| &old.evidence)),
        optional(Field::SeenIn, &SEEN_IN, old.and_then(|old| old.seen_in)),
        optional(Field::EffectOn, &EffectOn::ALL, old.and_then(|old| old.effect.as_ref()).map(|effect| effect.on)),
        line(Field::Effect, old.and_then(|old| old.effect.as_ref()).map_or(&empty, |effect| &effect.what)),
    ]))
}

/// The edit of a filled form.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    (old, themes): (Option<Id<Learning>>, &[Theme]),
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
        theme: answers.choice(Field::Theme, themes).unwrap_or(Theme::Other),
        other_themes: before.map_or_else(Vec::new, |before| before.other_themes.clone()),
        evidence: answers.line(Field::Evidence, before.map_or(&empty, |before| &before.evidence)),
        seen_in: answers.choice(Field::SeenIn, &SEEN_IN).or_else(|| before.and_then(of_action)),
        effect: effect(answers, before.and_then(|before| before.effect.as_ref()))?,
        extra: before.map_or_else(Extra::new, |before| before.extra.clone()),
    };
    Ok(match before {
        Some(before) => Edit::one(Deed::ChangeLearning, Change::replace(before.clone(), after)),
        None => Edit::one(Deed::RecordLearning, Change::add(after)),
    })
}

/// One action on which a learning rests: the form does not offer it, and leaves it as it is.
fn of_action(learning: &Learning) -> Option<SeenIn> {
    learning.seen_in.filter(|seen| matches!(seen, SeenIn::Action(_)))
}

/// The effect; words without saying in what are asked about.
fn effect(answers: &Answers<'_>, before: Option<&Effect>) -> Result<Option<Effect>, Flaws> {
    let (what, extra) = match before {
        Some(before) => (before.what.clone(), before.extra.clone()),
        None => (SafeText::default(), Extra::new()),
    };
    let what = answers.line(Field::Effect, &what);
    match answers.choice(Field::EffectOn, &EffectOn::ALL) {
        Some(on) => Ok(Some(Effect { on, what, extra })),
        None if what.is_empty() => Ok(None),
        None => Err(flaws([Problem::Missing(Field::EffectOn)])),
    }
}
