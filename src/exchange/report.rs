//! What `tep import --json` prints. Data only: codes and counts, nobody's name, no sentence.

use std::sync::Arc;

use serde::Serialize;

use super::book::bytes::LoadError;
use super::codes::Encoding;
use super::reading::{Reading, Rejected, Warning};

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The files, in the order in which they were given.
    pub files: Vec<FileReport>,
    /// The notebooks that the files name.
    pub notebooks: Notebooks,
    /// The students that the files name, each once in each school however many files name them.
    pub students: Students,
    /// Rows that were left out until a person says whether they are about a known student.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionReport>,
}

/// An open question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionReport {
    /// The file, as given.
    pub path: String,
    /// The row.
    pub row: u32,
    /// Code of the known student.
    pub student: String,
    /// Code of what the two have in common.
    pub likeness: &'static str,
}

/// How many notebooks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Notebooks {
    /// New ones.
    pub created: usize,
    /// Those that say something else now.
    pub changed: usize,
    /// Those that knew everything already.
    pub unchanged: usize,
}

/// How many students.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Students {
    /// New in their notebook.
    pub added: usize,
    /// Known before, with something new.
    pub changed: usize,
    /// Known before, with nothing new.
    pub unchanged: usize,
    /// Known to be here, and missing from a new list of their course.
    #[serde(skip_serializing_if = "is_zero")]
    pub absent: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl std::ops::AddAssign for Students {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.absent += other.absent;
    }
}

/// One file. A file that could not be read has an `error` and no kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// Where it is, as given.
    pub path: String,
    /// Code of the kind of table.
    pub kind: Option<&'static str>,
    /// Code of the encoding.
    pub encoding: Option<&'static str>,
    /// What stands between its cells.
    pub separator: Option<char>,
    /// The school year that was taken for rows that say none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assumed_year: Option<i32>,
    /// Whether it gives attendance by week besides that by month.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub weeks: bool,
    /// Rows under the header that hold something.
    pub rows: usize,
    /// Rows that were not used, in the order of the file.
    pub rejected: Vec<RejectedRow>,
    /// Doubts and repairs, in the order of the file.
    pub warnings: Vec<WarnedRow>,
    /// Code of why the file could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<&'static str>,
}

/// A row that was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RejectedRow {
    /// Number of the record, from 1, the header included.
    pub row: u32,
    /// Code of the reason.
    pub reason: &'static str,
}

/// A doubt or a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WarnedRow {
    /// Number of the record, from 1, the header included; none where the whole file is meant.
    pub row: Option<u32>,
    /// Code of what was found.
    pub code: &'static str,
}

impl FileReport {
    /// What is said of a file of which the import left rows out, besides those that could not be read.
    pub(super) fn of(path: &str, content: &Result<Arc<Reading>, LoadError>, left_out: &[Rejected], year: i32) -> Self {
        let path = path.to_owned();
        let reading = match content {
            Ok(reading) => reading,
            Err(error) => return Self { path, error: Some(error.code()), ..Self::default() },
        };
        let mut rejected = [reading.rejected.as_slice(), left_out].concat();
        rejected.sort_by_key(|rejected| rejected.row);
        let rejected = rejected.iter().map(|Rejected { row, reason }| RejectedRow { row: *row, reason: reason.code() });
        let warnings =
            reading.warnings.iter().map(|Warning { row, code, .. }| WarnedRow { row: *row, code: code.code() });
        Self {
            path,
            kind: Some(reading.kind.code()),
            encoding: reading.format.encoding.map(Encoding::code),
            separator: reading.format.separator,
            assumed_year: reading.records.iter().any(|record| record.year.is_none()).then_some(year),
            weeks: reading.has_weeks(),
            rows: reading.rows,
            rejected: rejected.collect(),
            warnings: warnings.collect(),
            error: None,
        }
    }
}
