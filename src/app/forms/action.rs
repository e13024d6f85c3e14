//! A planned action, and its adjustment on the way.

use chrono::NaiveDate;

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area, choice, day_to_come, line, students,
};
use crate::notebook::{
    Notebook,
    action::{Action, ActionKind, ActionState, Adjustment},
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    problem::{Field, Kind, Problem},
    safe_text::SafeText,
    steps::Making,
    student::Student,
};

/// How far an action is, as the form offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Planned,
    Doing,
    Done,
    Dropped,
}

const STAGES: [Stage; 4] = [Stage::Planned, Stage::Doing, Stage::Done, Stage::Dropped];

/// The form, filled with an old action or with a student to plan for.
pub fn sheet(notebook: &Notebook, student: Option<Id<Student>>, old: Option<&Action>) -> Result<Sheet, Problem> {
    if old.is_none() {
        notebook.require_open_cycle()?;
    }
    let empty = SafeText::default();
    let chosen = old.map_or_else(|| student.into_iter().collect(), |old| old.students.clone());
    let mut fields = vec![
        line(Field::What, old.map_or(&empty, |old| &old.what)).required(),
        line(Field::Who, old.map_or(&empty, |old| &old.who)),
        day_to_come(Field::Start, old.and_then(|old| old.start)),
        day_to_come(Field::Due, old.and_then(|old| old.due)),
        choice(Field::ActionKind, &ActionKind::ALL, &old.map_or(ActionKind::ContactBonding, |old| old.kind)),
        line(Field::Sign, old.map_or(&empty, |old| &old.sign)),
        students(Field::Students, notebook, &chosen),
    ];
    if let Some(old) = old {
        fields.push(choice(Field::State, &STAGES, &stage(&old.state)));
        fields.push(area(Field::Reason, dropped_for(old).unwrap_or(&empty)));
    }
    Ok(Sheet::new(fields))
}

/// Why an action was dropped, if it was.
fn dropped_for(action: &Action) -> Option<&SafeText> {
    match &action.state {
        ActionState::Dropped { reason, .. } => Some(reason),
        _ => None,
    }
}

fn stage(state: &ActionState) -> Stage {
    match state {
        ActionState::Planned => Stage::Planned,
        ActionState::Doing => Stage::Doing,
        ActionState::Done { .. } => Stage::Done,
        ActionState::Dropped { .. } => Stage::Dropped,
    }
}

/// The edit of a filled form.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    old: Option<Id<Action>>,
    making: &mut Making<'_>,
) -> Result<Edit, Flaws> {
    let Some(id) = old else { return new(notebook, answers, making) };
    let before = notebook.actions.get(id).ok_or_else(|| flaws([Problem::ChangedMeanwhile(Kind::Action)]))?;
    let mut after = filled(before.clone(), answers)?;
    let empty = SafeText::default();
    let reason = answers.note(Field::Reason, dropped_for(before).unwrap_or(&empty));
    let state = state(before, answers.choice_or_first(Field::State, &STAGES), &reason, making);
    after.come_to(state, making.today, reason.clone());
    let is_dropped = matches!(after.state, ActionState::Dropped { .. });
    if after.what != before.what || (!is_dropped && !reason.is_empty()) {
        // An adjustment keeps the old words, and the reason whatever it was that changed.
        after.adjustments.push(Adjustment { on: making.today, was: before.what.clone(), reason, extra: Extra::new() });
    }
    Ok(Edit::one(Deed::ChangeAction, Change::replace(before.clone(), after)))
}

fn new(notebook: &Notebook, answers: &Answers<'_>, making: &mut Making<'_>) -> Result<Edit, Flaws> {
    let cycle = notebook.require_open_cycle().map_err(|problem| flaws([problem]))?.id;
    let empty = Action::new(making.id(), cycle, making.today);
    Ok(Edit::one(Deed::PlanAction, Change::add(filled(empty, answers)?)))
}

fn filled(action: Action, answers: &Answers<'_>) -> Result<Action, Flaws> {
    Ok(Action {
        what: answers.line(Field::What, &action.what),
        who: answers.line(Field::Who, &action.who),
        start: answers.day(Field::Start)?,
        due: answers.day(Field::Due)?,
        kind: answers.choice_or_first(Field::ActionKind, &ActionKind::ALL),
        students: answers.students(Field::Students),
        sign: answers.line(Field::Sign, &action.sign),
        ..action
    })
}

/// The state that the form chose; the day of an end that is there already stays.
fn state(before: &Action, stage: Stage, reason: &SafeText, making: &Making<'_>) -> ActionState {
    match (stage, &before.state) {
        (Stage::Planned, _) => ActionState::Planned,
        (Stage::Doing, _) => ActionState::Doing,
        (Stage::Done, ActionState::Done { on }) => ActionState::Done { on: *on },
        (Stage::Done, _) => ActionState::Done { on: making.today },
        (Stage::Dropped, ActionState::Dropped { on, .. }) => ActionState::Dropped { on: *on, reason: reason.clone() },
        (Stage::Dropped, _) => ActionState::Dropped { on: making.today, reason: reason.clone() },
    }
}

/// The edit that marks an action as done, or takes it up again.
pub fn toggle(notebook: &Notebook, id: Id<Action>, today: NaiveDate) -> Result<Edit, Problem> {
    let before = notebook.actions.get(id).ok_or(Problem::ChangedMeanwhile(Kind::Action))?;
    let mut after = before.clone();
    if let Some(reason) = dropped_for(before) {
        // What is taken up again keeps the reason for which it was dropped.
        after.adjustments.push(Adjustment {
            on: today,
            was: before.what.clone(),
            reason: reason.clone(),
            extra: Extra::new(),
        });
    }
    let deed = if before.is_open() { Deed::CompleteAction } else { Deed::ReopenAction };
    let state = if before.is_open() { ActionState::Done { on: today } } else { ActionState::Doing };
    after.come_to(state, today, SafeText::default());
    Ok(Edit::one(deed, Change::replace(before.clone(), after)))
}
