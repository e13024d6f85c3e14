//! What `tep import --json` prints. Data only: codes and counts, nobody's name, no sentence.

use serde::Serialize;

use super::parsed::{Parsed, Rejected, Warning};
use super::source::LoadError;

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The files, in the order in which they were given.
    pub files: Vec<FileReport>,
    /// The notebooks that the files name.
    pub notebooks: Notebooks,
    /// The students that the files name, each once in each school however many files name them.
    pub students: Students,
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
}

impl std::ops::AddAssign for Students {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
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
    pub row: usize,
    /// Code of the reason.
    pub reason: &'static str,
}

/// A doubt or a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WarnedRow {
    /// Number of the record, from 1, the header included.
    pub row: usize,
    /// Code of what was found.
    pub code: &'static str,
}

impl FileReport {
    /// What is said of a file of which `left_out` rows found no notebook.
    pub(super) fn of(path: &str, content: &Result<Parsed, LoadError>, left_out: &[Rejected]) -> Self {
        let path = path.to_owned();
        let parsed = match content {
            Ok(parsed) => parsed,
            Err(error) => return Self { path, error: Some(error.code()), ..Self::default() },
        };
        let mut rejected = [parsed.rejected.as_slice(), left_out].concat();
        rejected.sort_by_key(|rejected| rejected.row);
        let rejected = rejected.iter().map(|Rejected { row, reason }| RejectedRow { row: *row, reason: reason.code() });
        let warnings = parsed.warnings.iter().map(|Warning { row, code }| WarnedRow { row: *row, code: code.code() });
        Self {
            path,
            kind: Some(parsed.kind.code()),
            encoding: Some(parsed.encoding.code()),
            separator: Some(parsed.separator),
            rows: parsed.rows,
            rejected: rejected.collect(),
            warnings: warnings.collect(),
            error: None,
        }
    }
}
