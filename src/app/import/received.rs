//! A student whom another school hands over, put into a notebook of the shelf: what came of it.

use crate::{app::notice::Failure, notebook::handover::Refusal, rules::identity::Rbd};

/// A student who came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The school of the notebook.
    pub school: Rbd,
    /// The student's code, as the file has it.
    pub code: String,
    /// Whether the file was not taken in before.
    pub is_new: bool,
    /// Whether it is safe in the journal, and the file of the notebook could not follow.
    pub behind: bool,
}

/// Why a student was not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotReceived {
    /// The receiving school has no notebook here.
    NoNotebook(Rbd),
    /// The receiving school has more than one.
    TwoNotebooks(Rbd),
    /// The file does not name a school, and there is not exactly one notebook.
    NoSchool,
    /// The notebook refuses; with the student's code.
    Refused(Refusal, String),
    /// The machine could not even begin.
    NotBegun,
    /// The notebook cannot be read or written.
    Failed(Failure),
}
