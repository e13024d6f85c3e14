//! The orders in which lists can stand.

use crate::notebook::action::Action;
use std::cmp::Reverse;

use chrono::NaiveDate;

/// An order, for the notice that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Students by need.
    Need,
    /// Students by course.
    Course,
    /// Students by attendance, lowest first, unknown last.
    Attendance,
    /// Students by surname; on a masked screen this is the order of the code.
    Name,
    /// Students by last contact, longest ago first.
    Contact,
    /// Schools by what needs a meeting first.
    Meeting,
    /// Schools by name.
    SchoolName,
    /// Schools by RBD.
    Rbd,
    /// Actions by date.
    Due,
    /// Actions by who answers for them.
    Who,
    /// Learnings, newest first.
    Newest,
    /// Learnings by theme.
    Theme,
}

impl Order {
    /// The orders of students, in the order in which the key goes through them.
    pub const STUDENTS: &'static [Self] = &[Self::Need, Self::Course, Self::Attendance, Self::Name, Self::Contact];
    /// The orders of schools.
    pub const SCHOOLS: &'static [Self] = &[Self::Meeting, Self::SchoolName, Self::Rbd];
    /// The orders of actions.
    pub const ACTIONS: &'static [Self] = &[Self::Due, Self::Who];
    /// The orders of learnings.
    pub const LEARNINGS: &'static [Self] = &[Self::Newest, Self::Theme];

    /// The order after this one.
    #[must_use]
    pub fn next(self, all: &[Self]) -> Self {
        let at = all.iter().position(|order| *order == self).unwrap_or(0);
        all.get((at + 1) % all.len().max(1)).copied().unwrap_or(self)
    }
}

/// The order of actions by date: open ones first, then by day, unknown days last.
pub fn by_due(action: &Action) -> (bool, bool, Option<NaiveDate>, Reverse<crate::notebook::id::Id<Action>>) {
    (!action.is_open(), action.due.is_none(), action.due, Reverse(action.id))
}
