//! Excel's workbooks before 2007 (BIFF 5 to 8), record by record. The shell around them is opened by a library that knows
//! loops of sectors; what a record says is believed as far as its bytes go.
//!
//! Formulas are never looked at: what Excel computed last is what is read.

use std::io::{Cursor, Read};

use super::grid::{Gauge, Grid};
use super::limits;
use super::number::{self, Shown};
use super::{Rows, Sheet, xml};
use crate::exchange::codes::{Looks, Measure, ReadError};
use globals::Globals;
use record::Record;

mod globals;
mod record;

/// The sheets of a workbook.
pub fn sheets(bytes: &[u8], gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    limits::check_book(bytes.len())?;
    let stream = stream(bytes)?;
    let globals = Globals::read(&stream)?;
    let mut sheets = Vec::new();
    for listed in &globals.sheets {
        let mut grid = Grid::new(gauge)?;
        Cells { globals: &globals, grid: &mut grid, formula: None }.fill(&stream, listed.at)?;
        sheets.push(Sheet { name: Some(listed.name.clone()), hidden: listed.hidden, rows: Rows::Grid(grid.rows()) });
    }
    Ok(sheets)
}

/// The stream of the workbook out of its shell.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut shell = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_broken| xml::DAMAGED)?;
    // A workbook with a password is a shell around an encrypted package.
    if shell.exists("/EncryptedPackage") {
        return Err(xml::DAMAGED);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| shell.is_stream(name));
    // Letters and slides have the same shell.
    let name = name.ok_or(ReadError::NotATable(Looks::Binary))?;
    let found = shell.open_stream(name).map_err(|_broken| xml::DAMAGED)?;
    let mut stream = Vec::new();
    found.take(limits::BOOK_BYTES).read_to_end(&mut stream).map_err(|_broken| xml::DAMAGED)?;
    Ok(stream)
}

/// The cells of one sheet.
struct Cells<'s, 'g> {
    globals: &'s Globals,
    grid: &'s mut Grid<'g>,
    /// The place of a formula whose result is a text: the text is the record after it.
    formula: Option<(u16, u16)>,
}

impl Cells<'_, '_> {
    fn fill(&mut self, stream: &[u8], at: usize) -> Result<(), ReadError> {
        // Charts inside the sheet are sheets of their own, with cells of their own.
        let mut depth = 0_u32;
        for record in record::records(stream, at) {
            match record.kind {
                record::BOF => depth += 1,
                record::EOF if depth <= 1 => return Ok(()),
                record::EOF => depth -= 1,
                _ if depth == 1 => self.take(record)?,
                _ => {}
            }
        }
        Err(xml::DAMAGED)
    }

    /// Takes what a record says. One that is too short says nothing.
    fn take(&mut self, record: Record<'_>) -> Result<(), ReadError> {
        match record.kind {
            record::NUMBER | record::FORMULA => self.number(record),
            record::RK => match (record.u16(0), record.u16(2), record.u16(4), record.u32(6)) {
                (Some(row), Some(column), Some(format), Some(rk)) => self.put_number(row, column, format, rk_value(rk)),
                _ => Ok(()),
            },
            record::MULRK => self.numbers(record),
            record::LABELSST => match (record.place(), record.u32(6)) {
                (Some(place), Some(at)) => self.put(place, self.globals.string(at)),
                _ => Ok(()),
            },
            record::LABEL | record::RSTRING => match (record.place(), self.globals.text(record, 6)) {
                (Some(place), Some(text)) => self.put(place, &text),
                _ => Ok(()),
            },
            record::STRING => match (self.formula.take(), self.globals.text(record, 0)) {
                (Some(place), Some(text)) => self.put(place, &text),
                _ => Ok(()),
            },
            record::BOOLERR => match (record.place(), record.data.get(6..8)) {
                // An error (`#N/A`) is blank.
                (Some(place), Some([yes, 0])) => self.put(place, number::truth(*yes != 0)),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// A number, or a formula with its result: the last two bytes of what is no number are all ones.
    fn number(&mut self, record: Record<'_>) -> Result<(), ReadError> {
        let (Some(row), Some(column), Some(format)) = (record.u16(0), record.u16(2), record.u16(4)) else {
            return Ok(());
        };
        let Some(value) = record.data.get(6..14).and_then(|bytes| <[u8; 8]>::try_from(bytes).ok()) else {
            return Ok(());
        };
        match value {
            [0, .., 0xFF, 0xFF] => self.formula = Some((row, column)),
            [1, _, yes, .., 0xFF, 0xFF] => self.put((row, column), number::truth(yes != 0))?,
            [.., 0xFF, 0xFF] => {}
            number => self.put_number(row, column, format, f64::from_le_bytes(number))?,
        }
        Ok(())
    }

    /// Several numbers side by side.
    fn numbers(&mut self, record: Record<'_>) -> Result<(), ReadError> {
        let (Some(row), Some(first)) = (record.u16(0), record.u16(2)) else { return Ok(()) };
        let (each, _) = record.data.get(4..).unwrap_or_default().as_chunks::<6>();
        for (column, [f0, f1, rk @ ..]) in (first..).zip(each) {
            let format = u16::from_le_bytes([*f0, *f1]);
            self.put_number(row, column, format, rk_value(u32::from_le_bytes(*rk)))?;
        }
        Ok(())
    }

    fn put_number(&mut self, row: u16, column: u16, format: u16, value: f64) -> Result<(), ReadError> {
        let shown: Shown = self.globals.shown(format);
        self.put((row, column), &number::text(value, shown, self.globals.epoch))
    }

    fn put(&mut self, (row, column): (u16, u16), text: &str) -> Result<(), ReadError> {
        self.grid.put(row.into(), column.into(), text)
    }
}

/// A number in four bytes: the upper half of a real one, or a whole one, and perhaps a hundred times too large.
fn rk_value(rk: u32) -> f64 {
    let value = if rk & 2 == 0 { f64::from_bits(u64::from(rk & !3) << 32) } else { f64::from(rk.cast_signed() >> 2) };
    if rk & 1 == 0 { value } else { value / 100.0 }
}

/// Refuses more texts than cells.
fn check_texts(count: usize) -> Result<(), ReadError> {
    limits::check(Measure::Cells, count as u64)
}

#[cfg(test)]
pub(super) mod tests;
