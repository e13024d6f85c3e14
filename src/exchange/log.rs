//! What is gathered while the rows of a file are read.

use super::codes::{Doubt, Note, Reason, Skip};
use super::reading::{Rejected, Skipped, Warning};
use super::record::Record;

/// Everything that the rows of one file have given so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// Rows that are about somebody, rejected ones included.
    pub(super) rows: usize,
    /// The records.
    pub(super) records: Vec<Record>,
    /// Rows that are none.
    pub(super) skipped: Vec<Skipped>,
    /// Rows that cannot be used.
    pub(super) rejected: Vec<Rejected>,
    /// Doubts and repairs.
    pub(super) warnings: Vec<Warning>,
    /// For the file as a whole.
    pub(super) notes: Vec<Note>,
}

impl Log {
    /// Remembers a row that is no record.
    pub(super) fn skip(&mut self, row: u32, reason: Skip) {
        self.skipped.push(Skipped { row, reason });
    }

    /// Remembers a row that is not used.
    pub(super) fn reject(&mut self, row: u32, reason: Reason) {
        self.rejected.push(Rejected { row, reason });
    }

    /// Remembers a doubt about a row, once for each kind of doubt.
    pub(super) fn warn(&mut self, row: u32, code: Doubt) {
        let known = self.warnings.iter().rev().take_while(|warning| warning.row == Some(row));
        if !known.into_iter().any(|warning| warning.code == code) {
            self.warnings.push(Warning { row: Some(row), code, column: None, detail: None });
        }
    }

    /// Remembers a doubt about one cell, with the header of its column.
    pub(super) fn doubt(&mut self, row: u32, code: Doubt, header: &str) {
        self.warnings.push(Warning { row: Some(row), code, column: Some(header.to_owned()), detail: None });
    }

    /// Remembers something about the file as a whole.
    pub(super) fn about_file(&mut self, code: Doubt, detail: Option<String>) {
        self.warnings.push(Warning { row: None, code, column: None, detail });
    }

    /// Remembers a loss of the file as a whole, once.
    pub(super) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}
