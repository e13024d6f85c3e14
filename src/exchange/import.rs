//! One command's import: all files together, one edit for each notebook, and the report.
//! Never touches the disk: the caller hands over notebooks and writes what comes back.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::{Answers, Asked, Question};
use super::book::bytes::LoadError;
use super::codes::Reason;
use super::plan::{begin, plan};
use super::reading::{Reading, Rejected};
use super::report::{FileReport, QuestionReport, Report, Students};
use super::route::{Routed, SchoolRows, Way, route};
use crate::notebook::Notebook;
use crate::notebook::edit::Edit;
use crate::notebook::id::Id;
use crate::notebook::steps::Making;
use crate::notebook::student::Student;
use crate::rules::calendar::school_year;
use crate::rules::identity::Rbd;

/// A file that a person gave.
#[derive(Debug)]
pub struct File {
    /// Where it is, as given.
    pub path: String,
    /// What was read of it; shared, since a preview keeps it and asks again after every answer.
    pub content: Result<Arc<Reading>, LoadError>,
}

impl File {
    /// What was read, if anything was.
    pub fn reading(&self) -> Option<&Reading> {
        self.content.as_deref().ok()
    }
}

/// What a person asks of an import.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The one school to import for: rows that name none are of it, rows of others are left out. Without it every row
    /// must name its school.
    pub into: Option<Rbd>,
    /// Whether to begin a notebook for a school that has none.
    pub create: bool,
    /// The school year of rows that say none; without it, that of today.
    pub year: Option<i32>,
    /// What was answered so far.
    pub answers: Answers,
}

/// How the notebook of a school stands before an import.
#[derive(Debug)]
pub enum Standing {
    /// It can be changed.
    Open(Box<Notebook>),
    /// There is one and it cannot be changed (damaged, of a newer version, two for one school). Never replaced by a
    /// new one.
    Closed,
    /// There is none.
    Absent,
}

/// What an import makes of one notebook.
#[derive(Debug)]
pub struct Taken {
    /// The notebook after the import.
    pub notebook: Notebook,
    /// What led there, to be recorded and undone as one; `None` when nothing changed.
    pub edit: Option<Edit>,
    /// Whether the notebook is new.
    pub created: bool,
    /// Its students that the files name.
    pub students: Students,
    /// Students who are here as far as the notebook knows, and are missing from a new list of their course. Nothing is
    /// done about it: a team finds out why.
    pub absent: Vec<Id<Student>>,
    /// Rows that were left out until a person says whether they are about a known student.
    pub questions: Vec<Question>,
}

/// A school whose rows were not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why: [`Reason::NotebookMissing`], [`Reason::NotebookClosed`] or [`Reason::OtherSchool`].
    pub reason: Reason,
    /// How many rows.
    pub rows: usize,
}

/// What an import did, still to be written.
#[derive(Debug)]
pub struct Outcome {
    /// By school; those with nothing to write have neither `created` nor `edit`.
    pub notebooks: BTreeMap<Rbd, Taken>,
    /// Schools of which nothing was taken.
    pub left_out: BTreeMap<Rbd, LeftOut>,
    /// For `--json`.
    pub report: Report,
}

/// Takes all files of a command in. `find` is asked once for each school that the files name, in the order of RBD. Files
/// that could not be read do not stop the others.
pub fn import(
    files: &[File],
    choices: &Choices,
    mut find: impl FnMut(Rbd) -> Standing,
    making: &mut Making<'_>,
) -> Outcome {
    let way = Way { into: choices.into, year: choices.year.unwrap_or_else(|| school_year(making.today)) };
    let readings = files.iter().enumerate().filter_map(|(at, file)| Some((at, file.reading()?)));
    let Routed { schools, others, mut rejected } = route(readings, way);
    let mut notebooks = BTreeMap::new();
    let other = |(rbd, rows)| (rbd, LeftOut { reason: Reason::OtherSchool, rows });
    let mut left_out: BTreeMap<Rbd, LeftOut> = others.into_iter().map(other).collect();
    for (rbd, rows) in schools {
        let taken = match find(rbd) {
            Standing::Open(notebook) => take(*notebook, false, &rows, (&choices.answers, making)),
            Standing::Absent if choices.create => {
                take(begin(rbd, &rows, making), true, &rows, (&choices.answers, making))
            }
            Standing::Absent => Err(Reason::NotebookMissing),
            Standing::Closed => Err(Reason::NotebookClosed),
        };
        match taken {
            Ok((taken, unclear)) => {
                reject(&mut rejected, files, unclear.into_iter().map(|asked| (asked, Reason::StudentUnclear)));
                notebooks.insert(rbd, taken);
            }
            Err(reason) => {
                let all = rows.students.iter().chain(&rows.totals);
                reject(&mut rejected, files, all.map(|row| (row.asked, reason)));
                left_out.insert(rbd, LeftOut { reason, rows: rows.len() });
            }
        }
    }
    let report = report(files, &notebooks, &rejected, way);
    Outcome { notebooks, left_out, report }
}

fn take(
    mut notebook: Notebook,
    created: bool,
    rows: &SchoolRows<'_>,
    (answers, making): (&Answers, &mut Making<'_>),
) -> Result<(Taken, Vec<Asked>), Reason> {
    let plan = plan(&notebook, rows, answers, making);
    if let Some(edit) = &plan.edit {
        notebook.apply(edit).map_err(|_problems| Reason::NotebookClosed)?;
    }
    let (students, absent, questions) = (plan.students, plan.absent, plan.questions);
    Ok((Taken { notebook, edit: plan.edit, created, students, absent, questions }, plan.unclear))
}

fn reject(
    rejected: &mut BTreeMap<usize, Vec<Rejected>>,
    files: &[File],
    rows: impl IntoIterator<Item = (Asked, Reason)>,
) {
    for (Asked { file, record }, reason) in rows {
        let reading = files.get(file).and_then(File::reading);
        if let Some(record) = reading.and_then(|reading| reading.records.get(record)) {
            rejected.entry(file).or_default().push(Rejected { row: record.row, reason });
        }
    }
}

fn report(
    files: &[File],
    notebooks: &BTreeMap<Rbd, Taken>,
    rejected: &BTreeMap<usize, Vec<Rejected>>,
    way: Way,
) -> Report {
    let of_file = |(at, file): (usize, &File)| {
        FileReport::of(&file.path, &file.content, rejected.get(&at).map_or(&[], Vec::as_slice), way.year)
    };
    let mut report = Report { files: files.iter().enumerate().map(of_file).collect(), ..Report::default() };
    for taken in notebooks.values() {
        match (taken.created, &taken.edit) {
            (true, _) => report.notebooks.created += 1,
            (false, Some(_)) => report.notebooks.changed += 1,
            (false, None) => report.notebooks.unchanged += 1,
        }
        report.students += taken.students;
        report.questions.extend(taken.questions.iter().map(|question| QuestionReport {
            path: files.get(question.asked.file).map(|file| file.path.clone()).unwrap_or_default(),
            row: question.row,
            student: question.known.code(),
            likeness: question.likeness.code(),
        }));
    }
    report
}
