//! Rows built from single cells, none of them before it was measured: however far away a cell says it is, nothing is
//! reserved for the way to it.
//!
//! Rows and columns that are hidden in a sheet are read like the others: a student hidden by a filter is a student.

use std::borrow::Cow;

use csv::StringRecord;

use super::limits;
use super::mojibake;
use crate::exchange::codes::{Looks, Measure, ReadError};

/// What all sheets of a file have come to.
#[derive(Debug, Default)]
pub struct Gauge {
    sheets: u64,
    cells: u64,
    bytes: u64,
    /// Whether broken letters were put together.
    pub mojibake: bool,
    /// Whether letters were lost.
    pub lost: bool,
}

/// One sheet as it grows.
#[derive(Debug)]
pub struct Grid<'g> {
    gauge: &'g mut Gauge,
    rows: Vec<StringRecord>,
    /// The row that grows now, and its number from 0.
    row: Vec<String>,
    at: usize,
    /// Columns of the widest row.
    width: usize,
}

impl<'g> Grid<'g> {
    /// An empty sheet.
    pub fn new(gauge: &'g mut Gauge) -> Result<Self, ReadError> {
        gauge.sheets += 1;
        limits::check(Measure::Parts, gauge.sheets)?;
        Ok(Self { gauge, rows: Vec::new(), row: Vec::new(), at: 0, width: 0 })
    }

    /// Puts a text at a place, both counted from 0. Blank text needs no place, so a far cell with a space in it is passed
    /// over. Rows come in their order; a workbook that turns back is damaged.
    pub fn put(&mut self, row: u64, column: u64, text: &str) -> Result<(), ReadError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        limits::check(Measure::Rows, row.saturating_add(1))?;
        limits::check(Measure::Columns, column.saturating_add(1))?;
        limits::check(Measure::Cell, text.len() as u64)?;
        self.gauge.bytes += text.len() as u64;
        limits::check(Measure::Unpacked, self.gauge.bytes)?;
        let (row, column) = (usize::try_from(row).unwrap_or(0), usize::try_from(column).unwrap_or(0));
        if row < self.at {
            return Err(ReadError::NotATable(Looks::ClosedWorkbook));
        }
        self.go_to(row)?;
        if column >= self.row.len() {
            self.row.resize(column + 1, String::new());
            self.width = self.width.max(column + 1);
            // Every row becomes as long as the longest one.
            limits::check(Measure::Cells, self.gauge.cells + (self.width * (self.at + 1)) as u64)?;
        }
        if let Some(cell) = self.row.get_mut(column) {
            let repaired = mojibake::repair(Cow::Borrowed(text));
            self.gauge.mojibake |= repaired.changed;
            self.gauge.lost |= repaired.lost;
            *cell = repaired.text.into_owned();
        }
        Ok(())
    }

    fn go_to(&mut self, row: usize) -> Result<(), ReadError> {
        if row == self.at {
            return Ok(());
        }
        self.end_row();
        limits::check(Measure::Cells, self.gauge.cells + (self.width * (row + 1)) as u64)?;
        self.rows.resize_with(row, StringRecord::new);
        self.at = row;
        Ok(())
    }

    fn end_row(&mut self) {
        self.rows.push(StringRecord::from(std::mem::take(&mut self.row)));
    }

    /// The rows from 1 to the last one that holds something. Rows with something in them are all of one length, as Excel
    /// shows them: in a workbook no row is short.
    pub fn rows(mut self) -> Vec<StringRecord> {
        if !self.row.is_empty() {
            self.end_row();
        }
        for row in self.rows.iter_mut().filter(|row| !row.is_empty()) {
            for _ in row.len()..self.width {
                row.push_field("");
            }
        }
        self.gauge.cells += (self.width * self.rows.len()) as u64;
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::codes::TooLarge;

    fn refused(row: u64, column: u64, text: &str) -> Option<Measure> {
        let mut gauge = Gauge::default();
        let mut grid = Grid::new(&mut gauge).unwrap();
        match grid.put(row, column, text) {
            Err(ReadError::TooLarge(TooLarge { what, .. })) => Some(what),
            Err(error) => panic!("{error:?}"),
            Ok(()) => None,
        }
    }

    #[test]
    fn a_far_cell_is_refused_with_the_measure_that_it_breaks() {
        assert_eq!(refused(1_048_575, 0, "x"), Some(Measure::Rows));
        assert_eq!(refused(u64::MAX, u64::MAX, "x"), Some(Measure::Rows));
        assert_eq!(refused(0, 16_383, "x"), Some(Measure::Columns));
        assert_eq!(refused(99_999, 499, "x"), Some(Measure::Cells));
        assert_eq!(refused(0, 0, &"x".repeat(70_000)), Some(Measure::Cell));
        assert_eq!(refused(1_048_575, 16_383, " "), None);
        assert_eq!(refused(0, 0, "x"), None);
    }

    #[test]
    fn rows_end_with_the_last_text_and_are_of_one_length() {
        let mut gauge = Gauge::default();
        let mut grid = Grid::new(&mut gauge).unwrap();
        grid.put(0, 0, "Título").unwrap();
        grid.put(2, 2, "c").unwrap();
        grid.put(2, 0, "MuÃ±oz").unwrap();
        grid.put(9, 0, "  ").unwrap();
        let rows: Vec<Vec<String>> = grid.rows().iter().map(|row| row.iter().map(String::from).collect()).collect();
        assert_eq!(rows, [vec!["Título", "", ""], vec![], vec!["Muñoz", "", "c"]]);
        assert!(gauge.mojibake);
    }
}
