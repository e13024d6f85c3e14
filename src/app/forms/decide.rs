//! What the team keeps of an action, and what else is known of it: short forms of their own, so that planning stays short.

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area, line, optional,
};
use crate::notebook::{
    Notebook,
    action::{Action, ActionFate, ActionScope, Decided, Effort, Pme, PmeDimension},
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    problem::{Field, Kind, Problem},
    safe_text::SafeText,
};
use crate::rules::course::Course;

fn action(notebook: &Notebook, id: Id<Action>) -> Result<&Action, Problem> {
    notebook.actions.get(id).ok_or(Problem::ChangedMeanwhile(Kind::Action))
}

/// Adopt, adapt or abandon, and why.
pub fn sheet(notebook: &Notebook, id: Id<Action>) -> Result<Sheet, Problem> {
    let decided = action(notebook, id)?.decided.as_ref();
    let empty = SafeText::default();
    Ok(Sheet::new(vec![
        optional(Field::ActionFate, &ActionFate::ALL, decided.map(|decided| decided.fate)).required(),
        area(Field::Reason, decided.map_or(&empty, |decided| &decided.reason)),
    ]))
}

/// The edit of the filled form.
pub fn read(notebook: &Notebook, answers: &Answers<'_>, id: Id<Action>) -> Result<Edit, Flaws> {
    let before = action(notebook, id).map_err(|problem| flaws([problem]))?;
    let Some(fate) = answers.choice(Field::ActionFate, &ActionFate::ALL) else {
        return Err(flaws([Problem::Missing(Field::ActionFate)]));
    };
    let (empty, extra) = match &before.decided {
        Some(decided) => (decided.reason.clone(), decided.extra.clone()),
        None => (SafeText::default(), Extra::new()),
    };
    let decided = Decided { on: answers.today, fate, reason: answers.note(Field::Reason, &empty), extra };
    let after = Action { decided: Some(decided), ..before.clone() };
    Ok(Edit::one(Deed::DecideAction, Change::replace(before.clone(), after)))
}

/// On whom it depends, what it asks, for which courses, and its place in the improvement plan.
pub fn details_sheet(notebook: &Notebook, id: Id<Action>) -> Result<Sheet, Problem> {
    let action = action(notebook, id)?;
    let courses: Vec<String> = action.courses.iter().map(ToString::to_string).collect();
    let empty = SafeText::default();
    let objective = action.pme.as_ref().map_or(&empty, |pme| &pme.objective);
    Ok(Sheet::new(vec![
        optional(Field::Scope, &ActionScope::ALL, action.scope),
        optional(Field::Effort, &Effort::ALL, action.effort),
        line(Field::Courses, &SafeText::line(&courses.join(" "))),
        optional(Field::PmeDimension, &PmeDimension::ALL, action.pme.as_ref().map(|pme| pme.dimension)),
        line(Field::PmeObjective, objective),
    ]))
}

/// The edit of the filled form.
pub fn read_details(notebook: &Notebook, answers: &Answers<'_>, id: Id<Action>) -> Result<Edit, Flaws> {
    let before = action(notebook, id).map_err(|problem| flaws([problem]))?;
    let (objective, extra) = match &before.pme {
        Some(pme) => (pme.objective.clone(), pme.extra.clone()),
        None => (SafeText::default(), Extra::new()),
    };
    let objective = answers.line(Field::PmeObjective, &objective);
    let pme = match answers.choice(Field::PmeDimension, &PmeDimension::ALL) {
        Some(dimension) => Some(Pme { dimension, objective, extra }),
        None if objective.is_empty() => None,
        None => return Err(flaws([Problem::Missing(Field::PmeDimension)])),
    };
    let after = Action {
        scope: answers.choice(Field::Scope, &ActionScope::ALL),
        effort: answers.choice(Field::Effort, &Effort::ALL),
        courses: courses(answers)?,
        pme,
        ..before.clone()
    };
    Ok(Edit::one(Deed::ChangeAction, Change::replace(before.clone(), after)))
}

/// Courses apart by blanks or commas, in any spelling that a school has for them.
fn courses(answers: &Answers<'_>) -> Result<Vec<Course>, Flaws> {
    let words = answers.text(Field::Courses).split([' ', ',', ';']).filter(|word| !word.is_empty());
    let read =
        |word: &str| Course::parse(word).map_err(|_not_a_course| vec![(Some(Field::Courses), super::Flaw::NoCourse)]);
    words.map(read).collect()
}
