//! Rows built from single cells, none of them before it was measured: however far away a cell says it is, nothing is
//! reserved for the way to it.
//!
//! Rows and columns that are hidden in a sheet are read like the others: a student hidden by a filter is a student.

use std::borrow::Cow;

use csv::StringRecord;

use super::limits;
use super::mojibake;
use crate::exchange::codes::{Measure, ReadError};

/// What all sheets of a file have come to.
#[derive(Debug, Default)]
pub struct Gauge {
    sheets: u64,
    cells: u64,
    bytes: u64,
    /// Cells of rows that were gone back to.
    again: u64,
    /// Whether broken letters were put together.
    pub mojibake: bool,
    /// Whether letters were lost.
    pub lost: bool,
}

/// How often all cells may be gone back to.
const AGAIN: u64 = 10;

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
    /// over.
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
        self.go_to(row)?;
        if column >= self.row.len() {
            self.row.resize(column + 1, String::new());
            self.width = self.width.max(column + 1);
            self.check_area()?;
        }
        if let Some(cell) = self.row.get_mut(column) {
            let repaired = mojibake::repair(Cow::Borrowed(text));
            self.gauge.mojibake |= repaired.changed;
            self.gauge.lost |= repaired.lost;
            *cell = repaired.text.into_owned();
        }
        Ok(())
    }

    /// Makes a row the one that grows. Rows mostly come in their order, but some programs write column by column.
    fn go_to(&mut self, row: usize) -> Result<(), ReadError> {
        if row == self.at {
            return Ok(());
        }
        self.end_row();
        self.at = row;
        if let Some(before) = self.rows.get(row) {
            self.row = before.iter().map(String::from).collect();
            self.gauge.again += before.len() as u64;
            limits::check(Measure::Cells, self.gauge.again / AGAIN)?;
        }
        self.check_area()
    }

    fn end_row(&mut self) {
        let row = StringRecord::from(std::mem::take(&mut self.row));
        match self.rows.get_mut(self.at) {
            Some(place) => *place = row,
            None if row.is_empty() => {}
            None => {
                self.rows.resize_with(self.at, StringRecord::new);
                self.rows.push(row);
            }
        }
    }

    /// Every row becomes as long as the longest one, so what counts is the area.
    fn check_area(&self) -> Result<(), ReadError> {
        let height = self.rows.len().max(self.at + 1);
        limits::check(Measure::Cells, self.gauge.cells + (self.width * height) as u64)
    }

    /// The rows from 1 to the last one that holds something. Rows with something in them are all of one length, as Excel
    /// shows them: in a workbook no row is short.
    pub fn rows(mut self) -> Vec<StringRecord> {
        self.end_row();
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
    fn a_workbook_written_column_by_column_loses_nothing() {
        let mut gauge = Gauge::default();
        let mut grid = Grid::new(&mut gauge).unwrap();
        for (row, column, text) in
            [(0, 0, "RUN"), (1, 0, "1-9"), (0, 1, "Curso"), (1, 1, "7B"), (3, 0, "fin"), (1, 2, "x")]
        {
            grid.put(row, column, text).unwrap();
        }
        let rows: Vec<Vec<String>> = grid.rows().iter().map(|row| row.iter().map(String::from).collect()).collect();
        assert_eq!(rows, [vec!["RUN", "Curso", ""], vec!["1-9", "7B", "x"], vec![], vec!["fin", "", ""]]);
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
