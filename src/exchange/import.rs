//! One command's import: all files together, one edit for each notebook, and the report.
//! Never touches the disk: the caller hands over notebooks and writes what comes back.

use std::collections::BTreeMap;

use super::parsed::{Content, Parsed, Reason, Rejected};
use super::plan::{begin, plan};
use super::report::{FileReport, Report, Students};
use super::route::{SchoolRows, route};
use super::source::LoadError;
use crate::notebook::Notebook;
use crate::notebook::edit::Edit;
use crate::notebook::steps::Making;
use crate::rules::identity::Rbd;

/// A file that a person gave.
#[derive(Debug)]
pub struct File {
    /// Where it is, as given.
    pub path: String,
    /// What [`super::open`] made of it.
    pub content: Result<Parsed, LoadError>,
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
}

/// A school whose rows were not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why: [`Reason::NotebookMissing`] or [`Reason::NotebookClosed`].
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

/// Takes all files of a command in. `find` is asked once for each school that the files name, in the order of RBD;
/// `create` begins a notebook for a school without one. Files that could not be read do not stop the others.
pub fn import(files: &[File], create: bool, mut find: impl FnMut(Rbd) -> Standing, making: &mut Making<'_>) -> Outcome {
    let (mut notebooks, mut left_out) = (BTreeMap::new(), BTreeMap::new());
    for (rbd, rows) in route(files.iter().filter_map(|file| file.content.as_ref().ok())) {
        let taken = match find(rbd) {
            Standing::Open(notebook) => take(*notebook, false, &rows, making),
            Standing::Absent if create => take(begin(rbd, &rows, making), true, &rows, making),
            Standing::Absent => Err(Reason::NotebookMissing),
            Standing::Closed => Err(Reason::NotebookClosed),
        };
        match taken {
            Ok(taken) => {
                notebooks.insert(rbd, taken);
            }
            Err(reason) => {
                left_out.insert(rbd, LeftOut { reason, rows: rows.months.len() + rows.roster.len() });
            }
        }
    }
    let report = report(files, &notebooks, &left_out);
    Outcome { notebooks, left_out, report }
}

fn take(
    mut notebook: Notebook,
    created: bool,
    rows: &SchoolRows<'_>,
    making: &mut Making<'_>,
) -> Result<Taken, Reason> {
    let plan = plan(&notebook, rows, making);
    if let Some(edit) = &plan.edit {
        notebook.apply(edit).map_err(|_problems| Reason::NotebookClosed)?;
    }
    Ok(Taken { notebook, edit: plan.edit, created, students: plan.students })
}

fn report(files: &[File], notebooks: &BTreeMap<Rbd, Taken>, left_out: &BTreeMap<Rbd, LeftOut>) -> Report {
    let files = files.iter().map(|file| FileReport::of(&file.path, &file.content, &without_notebook(file, left_out)));
    let mut report = Report { files: files.collect(), ..Report::default() };
    for taken in notebooks.values() {
        match (taken.created, &taken.edit) {
            (true, _) => report.notebooks.created += 1,
            (false, Some(_)) => report.notebooks.changed += 1,
            (false, None) => report.notebooks.unchanged += 1,
        }
        report.students += taken.students;
    }
    report
}

/// The rows of a file whose school was left out.
fn without_notebook(file: &File, left_out: &BTreeMap<Rbd, LeftOut>) -> Vec<Rejected> {
    let rejected = |row: usize, rbd: Rbd| left_out.get(&rbd).map(|school| Rejected { row, reason: school.reason });
    match file.content.as_ref().map(|parsed| &parsed.content) {
        Ok(Content::Monthly(rows)) => rows.iter().filter_map(|row| rejected(row.row, row.rbd)).collect(),
        Ok(Content::Roster(rows)) => rows.iter().filter_map(|row| rejected(row.row, row.rbd)).collect(),
        Err(_) => Vec::new(),
    }
}
