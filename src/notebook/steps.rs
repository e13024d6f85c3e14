//! A cycle's way through its five steps: opening, going on, closing and opening the next.
//!
//! Owns the edits of a cycle. Never forbids to go on: closing is the one gate, and it asks only for the fate of the theory
//! of action and the reason.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Notebook,
    action::{Action, ActionState},
    cycle::{Closing, Cycle, Fate, Step, Theory, Thresholds},
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::{Id, Ids},
    problem::{Field, Problem},
    safe_text::SafeText,
};

/// When and with which ids an edit is made.
#[derive(Debug)]
pub struct Making<'a> {
    /// The day in the room.
    pub today: NaiveDate,
    /// The moment, for the order of ids.
    pub now: DateTime<Utc>,
    /// Where ids come from.
    pub ids: &'a mut Ids,
}

impl Making<'_> {
    /// A new id.
    pub fn id<T>(&mut self) -> Id<T> {
        self.ids.next(self.now)
    }
}

/// What a team answers when it closes a cycle.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The fate of the theory of action; closing asks for it.
    pub fate: Option<Fate>,
    /// Why.
    pub reason: SafeText,
    /// The name of the next cycle; may stay empty.
    pub next_name: SafeText,
    /// The thresholds in force.
    pub thresholds: Thresholds,
}

impl Notebook {
    /// The open cycle, or the problem that there is none.
    pub fn require_open_cycle(&self) -> Result<&Cycle, Problem> {
        self.open_cycle().ok_or(Problem::NoOpenCycle)
    }

    /// Opens a cycle: the first, or one more where none is open.
    pub fn open_next_cycle(&self, name: SafeText, making: &mut Making<'_>) -> Result<Edit, Problem> {
        if let Some(open) = self.open_cycle() {
            return Err(Problem::CycleAlreadyOpen { number: open.number });
        }
        let mut cycle = Cycle::new(making.id(), self.next_number(), making.today);
        cycle.name = name;
        Ok(Edit::one(Deed::OpenCycle, Change::add(cycle)))
    }

    /// Changes the open cycle.
    pub fn change_cycle(&self, deed: Deed, change: impl FnOnce(&mut Cycle)) -> Result<Edit, Problem> {
        let before = self.require_open_cycle()?;
        let mut after = before.clone();
        change(&mut after);
        Ok(Edit::one(deed, Change::replace(before.clone(), after)))
    }

    /// Takes the open cycle to a step; nothing has to be complete for that.
    pub fn go_to_step(&self, step: Step) -> Result<Edit, Problem> {
        self.change_cycle(Deed::GoToStep, |cycle| cycle.step = step)
    }

    /// Closes the open cycle and opens the next, which takes over focus students and unfinished actions.
    ///
    /// A theory that was maintained or adjusted goes on in the next cycle with its driver tree, so that the team changes words and not
    /// memory; a replaced one leaves the form empty.
    pub fn close_cycle(&self, verdict: &Verdict, making: &mut Making<'_>) -> Result<Edit, Vec<Problem>> {
        let before = self.require_open_cycle().map_err(|problem| vec![problem])?;
        let fate = verdict_fate(verdict)?;
        let mut closed = before.clone();
        closed.closing = Some(Closing {
            on: making.today,
            fate,
            reason: verdict.reason.clone(),
            thresholds: verdict.thresholds.clone(),
            extra: Extra::new(),
        });
        let mut next = Cycle::new(making.id(), self.next_number(), making.today);
        next.name = verdict.next_name.clone();
        next.focus.clone_from(&before.focus);
        // What was judged is judged anew: words are kept as a draft, answers and the day of the sign are not.
        next.challenge = before.challenge.clone().unjudged();
        if fate != Fate::Replaced {
            next.theory = Theory { seen_by: None, ..before.theory.clone() };
            next.drivers.clone_from(&before.drivers);
        }
        let carried: Vec<Action> = self
            .actions_of(before.id)
            .filter(|action| action.is_open() && !action.is_abandoned())
            .map(|action| carry(action, &next, making))
            .collect();
        let mut changes = vec![Change::replace(before.clone(), closed), Change::add(next)];
        changes.extend(carried.into_iter().map(Change::add));
        Ok(Edit { deed: Deed::CloseCycle, changes })
    }

    fn next_number(&self) -> u16 {
        self.cycles.iter().map(|cycle| cycle.number).max().unwrap_or(0).saturating_add(1)
    }
}

fn verdict_fate(verdict: &Verdict) -> Result<Fate, Vec<Problem>> {
    let mut problems = Vec::new();
    if verdict.fate.is_none() {
        problems.push(Problem::Missing(Field::Fate));
    }
    if verdict.reason.is_empty() {
        problems.push(Problem::Missing(Field::Reason));
    }
    match verdict.fate {
        Some(fate) if problems.is_empty() => Ok(fate),
        _ => Err(problems),
    }
}

/// The same action in the next cycle; the old one stays as the record of its own cycle.
fn carry(action: &Action, next: &Cycle, making: &mut Making<'_>) -> Action {
    let state = if action.state == ActionState::Doing { ActionState::Doing } else { ActionState::Planned };
    let blank = Action::new(making.id(), next.id, making.today);
    let mut carried = Action {
        id: blank.id,
        cycle: next.id,
        state: blank.state,
        history: blank.history,
        decided: None,
        carried_from: Some(action.id),
        ..action.clone()
    };
    carried.come_to(state, making.today, SafeText::default());
    carried
}
