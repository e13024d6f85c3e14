//! What a cycle has to show: theory and its fate, actions, learnings, indicators as they stood when it ended; and two of
//! them side by side.
//!
//! Owns what is counted. Figures of a closed cycle are those of its last day, by the thresholds it was closed with; every
//! rate carries its n. Never says that a difference was caused by anything.

mod difference;
mod figures;
mod words;

pub use difference::Difference;
pub use figures::{Figure, Name};
pub use words::{Piece, Tag, diff};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::gaps;
use crate::notebook::{
    Notebook,
    action::{Action, ActionFate, ActionScope, StateName},
    cycle::{Cycle, Step, Theory},
    learning::{Learning, Theme},
    safe_text::SafeText,
};

/// The account of one cycle.
#[derive(Debug)]
pub struct Account<'a> {
    /// The cycle.
    pub cycle: &'a Cycle,
    /// Its last day: the one on which it was closed, or today.
    pub until: NaiveDate,
    /// Its actions, by date.
    pub actions: Vec<&'a Action>,
    /// Actions, counted.
    pub sums: Sums,
    /// Its learnings, oldest first.
    pub learnings: Vec<&'a Learning>,
    /// Learnings by theme; one with several counts for each.
    pub themes: BTreeMap<&'a Theme, usize>,
    /// Contacts and attempts within the cycle.
    pub contacts: usize,
    /// Its indicators.
    pub figures: Vec<Figure>,
    /// How much of its five steps is filled in, in whole percent. No judgement: the team's own stands apart.
    pub completeness: u8,
}

/// Actions of a cycle by what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// By how far they are.
    pub by_state: BTreeMap<StateName, usize>,
    /// Whose words were changed within the cycle; they are counted by their state too.
    pub adjusted: usize,
    /// Not done on their day.
    pub overdue: usize,
    /// By what the team keeps of them.
    pub by_fate: BTreeMap<ActionFate, usize>,
    /// By on whom they depend: how much of it is in the school's hands.
    pub by_scope: BTreeMap<ActionScope, usize>,
    /// With a place in the improvement plan.
    pub in_plan: usize,
}

/// The account of a cycle as of a day.
pub fn account<'a>(notebook: &'a Notebook, cycle: &'a Cycle, today: NaiveDate) -> Account<'a> {
    let until = cycle.closing.as_ref().map_or(today, |closing| closing.on);
    let mut actions: Vec<&Action> = notebook.actions_of(cycle.id).collect();
    actions.sort_by_key(|action| (action.due.is_none(), action.due, action.id));
    let mut learnings: Vec<&Learning> = notebook.learnings_of(cycle.id).collect();
    learnings.sort_by_key(|learning| (learning.on, learning.id));
    let mut themes: BTreeMap<&Theme, usize> = BTreeMap::new();
    for theme in learnings.iter().flat_map(|learning| std::iter::once(&learning.theme).chain(&learning.other_themes)) {
        *themes.entry(theme).or_default() += 1;
    }
    let within = |on: NaiveDate| cycle.opened <= on && on <= until;
    Account {
        cycle,
        until,
        sums: sums(&actions, (cycle.opened, until)),
        figures: figures::of(notebook, cycle, &actions, until),
        contacts: notebook.contacts.iter().filter(|contact| contact.kind.is_contact() && within(contact.on)).count(),
        completeness: completeness(notebook, cycle),
        actions,
        learnings,
        themes,
    }
}

fn sums(actions: &[&Action], (from, until): (NaiveDate, NaiveDate)) -> Sums {
    let mut sums = Sums::default();
    for action in actions {
        *sums.by_state.entry(action.state.name()).or_default() += 1;
        sums.adjusted += usize::from(action.is_adjusted_since(from));
        sums.overdue += usize::from(action.is_overdue(until));
        sums.in_plan += usize::from(action.pme.is_some());
        if let Some(decided) = &action.decided {
            *sums.by_fate.entry(decided.fate).or_default() += 1;
        }
        if let Some(scope) = action.scope {
            *sums.by_scope.entry(scope).or_default() += 1;
        }
    }
    sums
}

/// Steps that lack nothing weigh 20; one that lacks something weighs as much of it as is there.
fn completeness(notebook: &Notebook, cycle: &Cycle) -> u8 {
    let of_step = |step: Step| {
        let asked = gaps::asked_of(step);
        let missing: usize = gaps::of_step(notebook, cycle, step).into_iter().map(gaps::Gap::weight).sum();
        let missing = missing.min(asked);
        20 * (asked - missing) / asked.max(1)
    };
    u8::try_from(Step::ALL.into_iter().map(of_step).sum::<usize>()).unwrap_or(100)
}

/// The parts of a theory of action, in their order.
pub fn parts(theory: &Theory) -> [&SafeText; 4] {
    [&theory.if_we, &theory.then, &theory.because, &theory.sign]
}
