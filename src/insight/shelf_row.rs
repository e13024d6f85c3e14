//! A school in one line of the shelf.

use chrono::NaiveDate;

use super::{
    reason::{self, Facts},
    review::year_with_data,
};
use crate::{
    notebook::{Notebook, cycle::Step, safe_text::SafeText},
    rules::{calendar::Month, identity::Rbd},
};

/// Days without a meeting after which the shelf calls for one.
pub const MEETING_DUE_AFTER: i64 = 30;

/// What the shelf says of a school.
#[derive(Debug, Clone, PartialEq)]
pub struct ShelfRow {
    /// The school's number.
    pub rbd: Rbd,
    /// Its name.
    pub name: SafeText,
    /// Whether everybody in it is invented.
    pub invented: bool,
    /// Students in the notebook.
    pub students: usize,
    /// Number and step of the current cycle, where there is one.
    pub cycle: Option<(u16, Step)>,
    /// Students with a reason to be looked at.
    pub flagged: usize,
    /// Open actions of the current cycle.
    pub open_actions: usize,
    /// Of those, overdue.
    pub overdue: usize,
    /// The last meeting.
    pub last_meeting: Option<NaiveDate>,
}

impl ShelfRow {
    /// Reads the line off a notebook.
    pub fn of(notebook: &Notebook, today: NaiveDate) -> Self {
        let cycle = notebook.current_cycle();
        let actions: Vec<_> =
            cycle.iter().flat_map(|cycle| notebook.actions_of(cycle.id)).filter(|action| action.is_open()).collect();
        Self {
            rbd: notebook.school.rbd,
            name: notebook.school.name.clone(),
            invented: notebook.school.invented,
            students: notebook.students.len(),
            cycle: cycle.map(|cycle| (cycle.number, cycle.step)),
            flagged: flagged(notebook, today),
            open_actions: actions.len(),
            overdue: actions.iter().filter(|action| action.is_overdue(today)).count(),
            last_meeting: notebook.meetings.iter().map(|meeting| meeting.on).filter(|on| *on <= today).max(),
        }
    }

    /// Whether the team should meet: never met, or not for [`MEETING_DUE_AFTER`] days.
    pub fn needs_meeting(&self, today: NaiveDate) -> bool {
        self.last_meeting.is_none_or(|on| (today - on).num_days() > MEETING_DUE_AFTER)
    }
}

fn flagged(notebook: &Notebook, today: NaiveDate) -> usize {
    let (year, until) = (year_with_data(notebook, today), Month::of(today));
    notebook
        .students
        .iter()
        .map(|student| Facts { status: student.status(), attendance: &student.attendance, grades: &student.grades })
        .filter(|facts| !reason::reasons(*facts, year, until).is_empty())
        .count()
}
