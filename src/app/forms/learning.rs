//! A learning.

use super::{
    Flaws, OpenForm, Sheet,
    answers::{Answers, flaws},
    area, choice, line, optional, pick,
};
use crate::app::{codebook::Codebook, orders};
use crate::notebook::{
    Notebook,
    action::Action,
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    learning::{Effect, EffectOn, Learning, SeenIn, Theme, Voice},
    problem::{Field, Kind, Problem},
    safe_text::SafeText,
    steps::Making,
};

/// Where in the notebook a learning can be seen: charts, contacts, list, and each action of its cycle. What stands there
/// already is always among them.
pub fn places(notebook: &Notebook, old: Option<&Learning>) -> Vec<SeenIn> {
    let cycle = old.map(|old| old.cycle).or_else(|| notebook.open_cycle().map(|cycle| cycle.id));
    let mut actions: Vec<&Action> = cycle.into_iter().flat_map(|cycle| notebook.actions_of(cycle)).collect();
    actions.sort_by_key(|action| orders::by_due(action));
    let mut all = vec![SeenIn::Infographic, SeenIn::Contacts, SeenIn::Review];
    all.extend(actions.into_iter().map(|action| SeenIn::Action(action.id)));
    let old = old.and_then(|old| old.seen_in);
    all.extend(old.filter(|old| !all.contains(old)));
    all
}

/// The form, filled with an old learning or empty.
pub fn sheet(
    notebook: &Notebook,
    old: Option<&Learning>,
    (themes, codebook): (&[Theme], &Codebook),
    places: &[SeenIn],
) -> Result<Sheet, Problem> {
    if old.is_none() {
        notebook.require_open_cycle()?;
    }
    let empty = SafeText::default();
    Ok(Sheet::new(vec![
        area(Field::Statement, old.map_or(&empty, |old| &old.statement)).required(),
        area(Field::Quote, old.map_or(&empty, |old| &old.quote)),
        choice(Field::Voice, &Voice::ALL, &old.map_or(Voice::SchoolTeam, |old| old.voice)),
        pick::themes(themes, codebook, old),
        line(Field::Evidence, old.map_or(&empty, |old| &old.evidence)),
        optional(Field::SeenIn, places, old.and_then(|old| old.seen_in)),
        optional(Field::EffectOn, &EffectOn::ALL, old.and_then(|old| old.effect.as_ref()).map(|effect| effect.on)),
        line(Field::Effect, old.and_then(|old| old.effect.as_ref()).map_or(&empty, |effect| &effect.what)),
    ]))
}

/// The edit of a filled form.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    (old, form): (Option<Id<Learning>>, &OpenForm),
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
    let themes = answers.themes(Field::Theme, &form.themes);
    let themes = themes.unwrap_or_else(|| before.into_iter().flat_map(Learning::themes).cloned().collect());
    let mut themes = themes.into_iter();
    let after = Learning {
        id: before.map_or_else(|| making.id(), |before| before.id),
        cycle,
        on: before.map_or(making.today, |before| before.on),
        statement: answers.note(Field::Statement, before.map_or(&empty, |before| &before.statement)),
        quote: answers.note(Field::Quote, before.map_or(&empty, |before| &before.quote)),
        voice: answers.choice_or_first(Field::Voice, &Voice::ALL),
        theme: themes.next().unwrap_or(Theme::Other),
        other_themes: themes.collect(),
        evidence: answers.line(Field::Evidence, before.map_or(&empty, |before| &before.evidence)),
        seen_in: answers.choice(Field::SeenIn, &form.places),
        effect: effect(answers, before.and_then(|before| before.effect.as_ref()))?,
        extra: before.map_or_else(Extra::new, |before| before.extra.clone()),
    };
    Ok(match before {
        Some(before) => Edit::one(Deed::ChangeLearning, Change::replace(before.clone(), after)),
        None => Edit::one(Deed::RecordLearning, Change::add(after)),
    })
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
