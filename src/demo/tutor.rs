//! The school of the tutor: one of the practice alliance whose third cycle has not begun.

use chrono::NaiveDate;

use super::{
    moment::day,
    notebook,
    plan::{DemoSchool, SCHOOLS},
};
use crate::notebook::Notebook;

/// A school of middle size with a short name.
const SCHOOL: u32 = 99_009;

/// The day on which the tutor plays: a Wednesday just after the last month with data.
pub fn tutor_day() -> NaiveDate {
    day(2021, 6, 30)
}

/// The notebook of the tutor, where the school's number is an RBD: two cycles are closed, and none is open; what was known of students stays known.
pub fn tutor() -> Option<Notebook> {
    let mut book = SCHOOLS.iter().find(|school: &&DemoSchool| school.rbd == SCHOOL).and_then(notebook)?;
    let Some(open) = book.open_cycle().map(|cycle| cycle.id) else { return Some(book) };
    book.actions = book.actions.iter().filter(|action| action.cycle != open).cloned().collect();
    book.learnings = book.learnings.iter().filter(|learning| learning.cycle != open).cloned().collect();
    book.meetings = book.meetings.iter().filter(|meeting| meeting.cycle != Some(open)).cloned().collect();
    book.cycles = book.cycles.iter().filter(|cycle| cycle.id != open).cloned().collect();
    Some(book)
}
