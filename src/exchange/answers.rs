//! What only a person can say: whether a row is about a student that the notebook knows already.
//! Never answers by itself: a row whose question has no answer is left out, and said.

use std::collections::BTreeMap;

use crate::notebook::student::Student;

/// Which record is asked about. It names the same row as long as the files are the same, in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asked {
    /// Place of the file among those of the import.
    pub file: usize,
    /// Place of the record in its reading.
    pub record: usize,
}

/// Why a row may be about a known student although no number says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Same name, birth and course; one has a RUN where the other has an IPE. On `Same` the RUN stands, and the IPE
    /// stays as another number of the same student.
    IpeAndRun,
    /// Same number, another check digit; or same name, birth and course where one of the two digits is wrong. On `Same`
    /// the right one stands, and the other stays as another number of the same student.
    RunDigit,
    /// Same name and no other birth; one of the two has no number, or they have none of one kind.
    NameOnly,
}

impl Likeness {
    /// The stable name that other programs rely on.
    pub const fn code(self) -> &'static str {
        match self {
            Self::IpeAndRun => "ipe_and_run",
            Self::RunDigit => "run_digit",
            Self::NameOnly => "name_only",
        }
    }
}

/// A row that may be about a known student.
#[derive(Debug, Clone)]
pub struct Question {
    /// The record.
    pub asked: Asked,
    /// Its row in the file, for people.
    pub row: u32,
    /// The student as known before this row: of the notebook, or new by an earlier row of this import.
    pub known: Box<Student>,
    /// What the two have in common.
    pub likeness: Likeness,
}

/// What a person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// One student.
    Same,
    /// Two students.
    Different,
}

/// What a person has said so far.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// One by one.
    pub each: BTreeMap<Asked, Answer>,
    /// To all other questions.
    pub rest: Option<Answer>,
}

impl Answers {
    /// The answer to the question about a record.
    pub fn to(&self, asked: Asked) -> Option<Answer> {
        self.each.get(&asked).copied().or(self.rest)
    }
}
