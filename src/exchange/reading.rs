//! What a file says as a whole: its form, its columns, its records, and all that was skipped, doubted or rejected.
//! The parse alone: knows no notebook.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::codes::Encoding;
use super::codes::{Container, Doubt, Kind, Note, Reason, ResolvedBy, Skip};
use super::record::Record;
use crate::rules::identity::{Rbd, Run};

/// One file, read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reading {
    /// What the table is about.
    pub kind: Kind,
    /// How it is written.
    pub format: Format,
    /// The columns that were understood, in the order of our names for them.
    pub columns: Vec<Column>,
    /// Headers that nothing was made of, in the order of the file; those left out on purpose are not among them.
    pub unread: Vec<String>,
    /// Rows under the header that hold something about somebody, rejected and double ones included.
    pub rows: usize,
    /// One for each student (and school, and month), in the order of the file.
    pub records: Vec<Record>,
    /// Rows that are no records.
    pub skipped: Vec<Skipped>,
    /// Doubts and repairs, in the order of the file.
    pub warnings: Vec<Warning>,
    /// Students with more than one row.
    pub duplicates: Vec<Duplicate>,
    /// Rows that cannot be used, in the order of the file.
    pub rejected: Vec<Rejected>,
    /// What was left out or lost for the file as a whole.
    pub notes: Vec<Note>,
    /// Names of the subjects of `grades` and `concepts`.
    pub subjects: Vec<String>,
    /// Names of the other figures.
    pub figures: Vec<String>,
    /// What the file calls its schools.
    pub schools: BTreeMap<Rbd, SchoolNames>,
}

impl Reading {
    /// Whether attendance can be told by week: each day of a month has a mark.
    pub fn has_weeks(&self) -> bool {
        let has_days = |record: &Record| record.more.as_ref().is_some_and(|more| more.days.is_some());
        self.records.iter().any(|record| record.month.is_some() && has_days(record))
    }
}

/// How a table is written; only what applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// What holds it.
    pub container: Container,
    /// How its letters are written.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub separator: Option<char>,
    /// What stands before the decimals.
    pub decimal: Option<char>,
    /// Number of the (lower) header row.
    pub header_row: u32,
    /// Names of the sheets that were read.
    pub sheets_used: Vec<String>,
    /// Names of those that were not.
    pub sheets_ignored: Vec<String>,
}

/// A column that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Our name for it: `run`, `month_3`, `grade_Lenguaje`.
    pub name: String,
    /// The header as the file writes it.
    pub header: String,
    /// Whether something stands below it.
    pub filled: bool,
}

/// A row that is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Its number.
    pub row: u32,
    /// What it is.
    pub reason: Skip,
}

/// A doubt or a repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The row, where one row is meant.
    pub row: Option<u32>,
    /// What was found.
    pub code: Doubt,
    /// The header of the column, where it helps to find the cell.
    pub column: Option<String>,
    /// More, where it helps: the name of a sheet. Never anything about a student.
    pub detail: Option<String>,
}

/// A student with more than one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicate {
    /// Which student.
    pub who: Who,
    /// The rows, in the order of the file.
    pub rows: Vec<u32>,
    /// Which one stays.
    pub resolved_by: ResolvedBy,
}

/// What identifies a student in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Who {
    /// RUN or IPE.
    Run(Run),
    /// The Ministry's mask.
    Mrun(u32),
}

/// A row that was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Its number.
    pub row: u32,
    /// Why.
    pub reason: Reason,
}

/// What a file calls a school.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SchoolNames {
    /// Name.
    pub name: Option<String>,
    /// Commune.
    pub commune: Option<String>,
}

/// What a person asks of a reading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// Headers (folded) whose meaning a person corrected: our name for the column, or `ignore`.
    pub mapping: BTreeMap<String, String>,
}
