//! The planned actions of each cycle: done, dropped, adjusted, carried into the next cycle, overdue in the open one.

use chrono::{Days, NaiveDate};

use super::{
    cycles::Span,
    dice::{Dice, Purpose},
    moment::{Minting, days_between, workday},
    plan::DemoSchool,
    words::actions::{ADJUSTED, ActionWords, BY_CYCLE, DROPPED},
};
use crate::notebook::{
    action::{Action, ActionState, Adjustment},
    cycle::{Cycle, Step},
    extra::Extra,
    safe_text::SafeText,
};

/// All actions of a school.
pub(super) fn of(school: &DemoSchool, cycles: &[Cycle], spans: &[Span]) -> Vec<Action> {
    let mut plan = Plan {
        dice: Dice::new(school.rbd, Purpose::Actions),
        ids: Minting::new(school.rbd, Purpose::Actions),
        all: Vec::new(),
    };
    for ((cycle, span), words) in cycles.iter().zip(spans).zip(BY_CYCLE) {
        plan.carry(cycle, *span);
        plan.add(cycle, *span, words, school);
    }
    plan.all
}

struct Plan {
    dice: Dice,
    ids: Minting,
    all: Vec<Action>,
}

impl Plan {
    /// Takes what the cycle before left open into this one; the old action stays as the record of its own cycle.
    fn carry(&mut self, cycle: &Cycle, span: Span) {
        let left: Vec<Action> = self
            .all
            .iter()
            .filter(|action| action.is_open() && !self.all.iter().any(|other| other.carried_from == Some(action.id)))
            .cloned()
            .collect();
        for action in left {
            let due = workday(span.from, 28);
            let done = !cycle.is_open() || self.dice.chance(50);
            let state = if done { ActionState::Done { on: workday(due, 3) } } else { ActionState::Doing };
            let on = if done { workday(due, 3) } else { workday(span.from, 7) };
            let blank = Action::new(self.ids.next(span.from), cycle.id, span.from);
            let (id, carried_from) = (blank.id, Some(action.id));
            let mut carried = Action {
                id,
                cycle: cycle.id,
                due: Some(due),
                carried_from,
                state: blank.state,
                history: blank.history,
                ..action
            };
            carried.come_to(state, on, SafeText::default());
            self.all.push(carried);
        }
    }

    fn add(&mut self, cycle: &Cycle, span: Span, words: &[ActionWords], school: &DemoSchool) {
        let count = if cycle.is_open() { planned_by(school.step) } else { 5 + self.dice.place(3) };
        // Two of a closed cycle stay open: they are what the next one takes over.
        let open = if cycle.is_open() { count } else { 1 + self.dice.place(2) };
        let start = self.dice.place(words.len());
        for (at, words) in words.iter().cycle().skip(start).take(count.min(words.len())).enumerate() {
            let due = self.due(span, at, count);
            let state = if at + open >= count { self.open_state(due, cycle) } else { self.ended(due, at, span) };
            let action = self.action(words, cycle, due, state);
            self.all.push(action);
        }
    }

    /// Days spread over the cycle, in the order of planning.
    fn due(&mut self, span: Span, at: usize, count: usize) -> NaiveDate {
        let whole = days_between(span.from, span.until).saturating_sub(21);
        let share = u32::try_from((at + 1) * 100 / count.max(1)).unwrap_or(100);
        workday(span.from, whole * share / 100 + self.dice.below(4))
    }

    fn open_state(&mut self, due: NaiveDate, cycle: &Cycle) -> ActionState {
        // In the open cycle, what was due first has been done; the rest waits, some of it for too long.
        let early = due < workday(cycle.opened, 35);
        if cycle.is_open() && early && self.dice.chance(70) {
            return ActionState::Done { on: workday(due, 1) };
        }
        if self.dice.chance(50) { ActionState::Doing } else { ActionState::Planned }
    }

    fn ended(&mut self, due: NaiveDate, at: usize, span: Span) -> ActionState {
        let on = workday(due, self.dice.below(9)).min(span.until);
        if at == 2 || self.dice.chance(8) {
            return ActionState::Dropped { on, reason: SafeText::note(self.dice.word(DROPPED)) };
        }
        ActionState::Done { on }
    }

    fn action(&mut self, words: &ActionWords, cycle: &Cycle, due: NaiveDate, state: ActionState) -> Action {
        let for_some = self.dice.chance(55) && !cycle.focus.is_empty();
        let students =
            if for_some { cycle.focus.iter().copied().take(self.dice.place(6) + 2).collect() } else { Vec::new() };
        let changed = self.dice.chance(25).then(|| self.dice.choose(ADJUSTED, ("", "")));
        let adjustments = changed
            .into_iter()
            .map(|(was, reason)| Adjustment {
                on: workday(cycle.opened, 12),
                was: SafeText::note(was),
                reason: SafeText::note(reason),
                extra: Extra::new(),
            })
            .collect();
        // A support of named students says since when it is given; two weeks before it is due, as the year goes.
        let start = (!students.is_empty()).then(|| workday(due - Days::new(14), 0).max(cycle.opened).min(due));
        let mut action = Action::new(self.ids.next(cycle.opened), cycle.id, cycle.opened);
        let (on, reason) = match &state {
            ActionState::Planned | ActionState::Doing => (workday(cycle.opened, 7), SafeText::default()),
            ActionState::Done { on } => (*on, SafeText::default()),
            ActionState::Dropped { on, reason } => (*on, reason.clone()),
        };
        action.come_to(state, on, reason);
        Action {
            what: SafeText::note(words.what),
            who: SafeText::line(words.who),
            start,
            due: Some(due),
            kind: words.kind,
            students,
            sign: SafeText::note(words.sign),
            adjustments,
            ..action
        }
    }
}

/// How many actions a team has planned when it is at a step of its open cycle.
fn planned_by(step: Step) -> usize {
    match step {
        Step::Infographic => 1,
        Step::Challenge => 2,
        Step::Data => 4,
        Step::Implementation | Step::Learnings => 6,
    }
}
