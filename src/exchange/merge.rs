//! What one row changes in one student.
//! Never replaces something known by something unknown, and never moves a student back to an older course.

use chrono::NaiveDate;

use super::record::More;
use super::route::Row;
use crate::notebook::student::Student;

mod figures;
mod history;
mod person;
mod years;

/// Whether a row knows of coming or leaving.
pub(super) fn has_event(row: &Row<'_>) -> bool {
    let is_dated = |more: &More| more.enrolled_on.is_some() || more.withdrawn_on.is_some();
    row.has_left() || row.record.outcome.is_some() || row.record.more.as_deref().is_some_and(is_dated)
}

/// Takes in once more what a row says about coming and leaving; says whether that was news.
pub(super) fn event(student: &mut Student, row: &Row<'_>) -> bool {
    history::take(student, row)
}

pub(super) use figures::days;
pub(super) use years::last_year;

/// Takes in what a row says about a student. The same row a second time changes nothing.
///
/// First the years, since they say which time is the newest that is known; the figures of the row leave their own traces
/// of time and come after.
pub(super) fn row(student: &mut Student, row: &Row<'_>, today: NaiveDate) {
    person::take(student, row.record);
    years::take(student, row);
    figures::take(student, row, today);
    history::take(student, row);
}

#[cfg(test)]
mod tests;
