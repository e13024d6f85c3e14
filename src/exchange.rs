//! Reading other people's tables into typed rows, and from them one undoable change of a notebook.
//! Never guesses silently: what is repaired, doubted, left out or rejected is a typed value with its row.
//!
//! # Reading
//!
//! ```text
//!  bytes ─► book: sheets of rows of text cells (text, workbook, page), behind limits
//!            └► layout: the header found by content, columns bound to fields (field: one table of spellings)
//!                └► profile: what only a whole column says (scale of percents, concepts or grades, what an M is)
//!                    └► body: each row sorted (sort) and its cells read (value: every spelling of a value) ─► Record
//!                        └► twice: one record for each student ─► Reading ─► inspect (JSON), import (an edit)
//! ```
//!
//! # Importing
//!
//! ```text
//!  files ─► File{path, content: Reading} ─┐                       ┌► Taken{notebook, edit, created, students, absent,
//!  what the person asked ─► Choices ──────┼─► import() ─► Outcome ┤        questions}, one for each school
//!  find(rbd) ─► Standing (never the disk) ┘                       └► left_out (schools), report (for --json)
//! ```
//!
//! A command, or the screen, reads each file into a [`File`] and calls [`import()`] with a closure that finds the
//! notebook of a school; it writes each [`Taken`] that is `created` or has an `edit`, and prints the [`Report`]. A dry
//! run, or a preview, is the same without the writing. Nothing is remembered between two calls: who answers a
//! [`Question`] puts the answer into [`Choices::answers`] and calls again with the same files in the same order.
//!
//! ```text
//!  struct File     { path: String, content: Result<Reading, LoadError> }
//!  struct Choices  { into: Option<Rbd>, create: bool, year: Option<i32>, answers: Answers }
//!  fn import(&[File], &Choices, find: impl FnMut(Rbd) -> Standing, &mut Making) -> Outcome
//!  struct Taken    { notebook, edit: Option<Edit>, created: bool, students: Students{added, changed, unchanged},
//!                    absent: Vec<Id<Student>>, questions: Vec<Question> }
//!  struct Question { asked: Asked{file, record}, row, known: Box<Student>, likeness: Likeness }
//!  struct Answers  { each: BTreeMap<Asked, Answer>, rest: Option<Answer> }      // Answer::{Same, Different}
//! ```
//!
//! One notebook alone, as the screen has it open: `Choices { into: Some(its RBD), .. }` and a `find` that knows only it;
//! then rows of other schools are left out and said ([`Outcome::left_out`], [`Reason::OtherSchool`]).

pub mod answers;
mod body;
pub mod book;
pub mod codes;
pub mod field;
pub mod handover;
pub mod import;
pub mod inspect;
mod layout;
mod log;
mod matching;
mod merge;
pub mod plan;
mod profile;
pub mod read;
pub mod reading;
pub mod record;
pub mod report;
pub mod route;
pub mod seal;
pub mod series;
mod sort;
mod subject;
mod tables;
mod totals;
mod twice;
pub mod value;

pub use answers::{Answer, Answers, Asked, Likeness, Question};
pub use book::bytes::{LoadError, load};
pub use codes::{Doubt, Encoding, Kind, Note, ReadError, Reason};
pub use import::{Choices, File, LeftOut, Outcome, Standing, Taken, import};
pub use plan::{Plan, begin, plan, unnamed};
pub use read::read;
pub use reading::{Reading, Wishes};
pub use report::{FileReport, Report, Students};
pub use route::{SchoolRows, route};

use std::path::Path;

use chrono::NaiveDate;

/// Reads one file from the disk. Dates after `today` are doubted.
pub fn open(path: &Path, wishes: &Wishes, today: NaiveDate) -> Result<Reading, LoadError> {
    Ok(read(&load(path)?, wishes, today)?)
}

#[cfg(test)]
mod tests;
