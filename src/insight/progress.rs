//! How far the actions of a cycle are.

use chrono::NaiveDate;

use crate::notebook::{Notebook, action::ActionState};

/// Actions of the cycle on the screen, by how far they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Not begun.
    pub planned: usize,
    /// Begun.
    pub doing: usize,
    /// Done.
    pub done: usize,
    /// Given up.
    pub dropped: usize,
    /// Of the open ones, those whose day has passed.
    pub overdue: usize,
}

impl Progress {
    /// All of them.
    pub const fn total(self) -> usize {
        self.planned + self.doing + self.done + self.dropped
    }
}

/// The progress of the current cycle.
pub fn of(notebook: &Notebook, today: NaiveDate) -> Progress {
    let mut progress = Progress::default();
    let Some(cycle) = notebook.current_cycle() else { return progress };
    for action in notebook.actions_of(cycle.id) {
        let count = match action.state {
            ActionState::Planned => &mut progress.planned,
            ActionState::Doing => &mut progress.doing,
            ActionState::Done { .. } => &mut progress.done,
            ActionState::Dropped { .. } => &mut progress.dropped,
        };
        *count += 1;
        progress.overdue += usize::from(action.is_overdue(today));
    }
    progress
}
