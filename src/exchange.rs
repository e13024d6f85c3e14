//! Reading other people's tables into typed rows, and from them one undoable change of a notebook.
//! Never guesses silently: what is repaired, doubted, left out or rejected is a typed value with its row.
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
mod cell;
pub mod codes;
pub mod column;
pub mod field;
pub mod import;
pub mod inspect;
pub mod kind;
mod layout;
pub mod load;
mod log;
mod merge;
pub mod monthly;
pub mod parsed;
pub mod plan;
mod profile;
pub mod read;
pub mod reading;
pub mod record;
pub mod report;
pub mod roster;
pub mod route;
mod school;
mod sort;
pub mod source;
mod stand_in;
mod subject;
mod table;
mod tables;
mod twice;
pub mod value;

pub use answers::{Answer, Answers, Asked, Likeness, Question};
pub use cell::Gender;
pub use import::{File, LeftOut, Outcome, Standing, Taken, import};
pub use kind::Kind;
pub use monthly::MonthlyRow;
pub use parsed::{Content, Looks, Note, Parsed, ReadError, Reason, Rejected, Warning, WarningCode};
pub use plan::{Plan, begin, plan, unnamed};
pub use report::{FileReport, Report, Students};
pub use roster::RosterRow;
pub use route::{SchoolRows, route};
pub use source::{Encoding, LoadError, load};

use std::path::Path;

use parsed::Log;

/// Reads one file from the disk.
pub fn open(path: &Path) -> Result<Parsed, LoadError> {
    Ok(read(&load(path)?)?)
}

/// Reads the bytes of one file. The name of the file plays no part: the header says which table it is.
pub fn read(bytes: &[u8]) -> Result<Parsed, ReadError> {
    let source = source::decode(bytes)?;
    let mut log = Log::default();
    if source.lossy {
        log.note(Note::LettersLost);
    }
    let mut opened = kind::open(&source.text, &mut log)?;
    let content = (opened.format.read)(&mut opened.rows, &mut log);
    if log.rows == 0 {
        return Err(ReadError::NoRows);
    }
    log.warnings.sort_by_key(|warning| (warning.row, warning.code));
    Ok(Parsed {
        kind: opened.format.kind,
        encoding: source.encoding,
        separator: opened.separator,
        rows: log.rows,
        rejected: log.rejected,
        warnings: log.warnings,
        notes: log.notes,
        content,
    })
}

/// What a reading would do to the notebooks that `find` knows.
pub fn import_of(
    reading: &reading::Reading,
    into: Option<crate::rules::identity::Rbd>,
    create: bool,
    find: impl FnMut(crate::rules::identity::Rbd) -> Standing,
    making: &mut crate::notebook::steps::Making<'_>,
) -> Outcome {
    let files = [File { path: String::new(), content: Ok(stand_in::parsed(reading, into)) }];
    import(&files, create, find, making)
}
