//! What a team finds out about where a student is: a change of the status, with its day, written behind those before it.
//!
//! Never rewrites the history. A hand-over has edits of its own (`handover`), since a file belongs to it.

use chrono::NaiveDate;

use super::{
    Notebook,
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    problem::{Field, Kind, Problem},
    student::{StatusEntry, Student},
};
use crate::rules::status::Status;

/// What a person can say by hand, as a form offers it: being on the way to another school is said by handing over.
pub const BY_HAND: [Status; 7] = [
    Status::Enrolled,
    Status::Withdrawn,
    Status::NotEnrolledAnywhere,
    Status::Validation,
    Status::Abroad,
    Status::Graduated,
    Status::Deceased,
];

impl Notebook {
    /// Writes down a status and the day from which it holds.
    pub fn change_status(&self, student: Id<Student>, status: Status, on: NaiveDate) -> Result<Edit, Problem> {
        let before = self.students.get(student).ok_or(Problem::Unknown(Kind::Student))?;
        if before.history.last().and_then(|entry| entry.since).is_some_and(|last| on < last) {
            return Err(Problem::Before { field: Field::On, than: Field::LastChange });
        }
        let mut after = before.clone();
        after.history.push(began(status, on));
        Ok(Edit::one(Deed::ChangeStatus, Change::replace(before.clone(), after)))
    }
}

/// A status that holds from a day.
pub(super) fn began(status: Status, on: NaiveDate) -> StatusEntry {
    StatusEntry { status, since: Some(on), year: None, extra: Extra::new() }
}
