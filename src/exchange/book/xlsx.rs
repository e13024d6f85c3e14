//! Excel's workbooks since 2007, cell by cell.
//!
//! Read here and not through calamine: it reserves room for as many texts as a file of one kilobyte says that it has, and
//! panics on the name of a cell that is too long; and a panic in any thread ends this program. Nothing here is reserved on
//! the word of a file, and nothing can panic.
//!
//! Formulas are never computed: what Excel computed last is what is read.

use std::io::BufReader;

use quick_xml::events::{BytesStart, Event};

use super::grid::{Gauge, Grid};
use super::number::{self, Epoch, Shown};
use super::pack::Pack;
use super::xml::{self, Xml};
use super::{Rows, Sheet};
use crate::exchange::codes::ReadError;
use parts::Parts;

mod parts;
mod shared;

/// The sheets of a workbook.
pub fn sheets(pack: &mut Pack<'_>, gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    let parts = Parts::read(pack)?;
    let strings = shared::strings(pack, parts.strings)?;
    let shown = shared::formats(pack, parts.styles)?;
    let mut sheets = Vec::new();
    for listed in parts.sheets {
        let Ok(part) = pack.by_index(listed.part) else { return Err(xml::DAMAGED) };
        let mut cells = Cells::new(Grid::new(gauge)?, &strings, &shown, parts.epoch);
        cells.read(&mut Xml::new(BufReader::new(part)))?;
        sheets.push(Sheet { name: Some(listed.name), hidden: listed.hidden, rows: Rows::Grid(cells.grid.rows()) });
    }
    Ok(sheets)
}

/// What the text of a cell is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Truth,
    Error,
    Moment,
}

/// The cells of a sheet while they are read.
struct Cells<'s, 'g> {
    grid: Grid<'g>,
    strings: &'s [String],
    shown: &'s [Shown],
    epoch: Epoch,
    row: u64,
    column: u64,
    kind: Kind,
    style: usize,
    /// The value of the present cell so far.
    value: String,
    /// Whether what comes is part of the value.
    inside: bool,
    /// Whether what comes only says how to pronounce it.
    aside: bool,
}

impl<'s, 'g> Cells<'s, 'g> {
    fn new(grid: Grid<'g>, strings: &'s [String], shown: &'s [Shown], epoch: Epoch) -> Self {
        let (row, column, style) = (0, 0, 0);
        let (value, inside, aside) = (String::new(), false, false);
        Self { grid, strings, shown, epoch, row, column, kind: Kind::Number, style, value, inside, aside }
    }

    fn read(&mut self, reader: &mut Xml<impl std::io::BufRead>) -> Result<(), ReadError> {
        loop {
            match reader.next()? {
                Event::Start(start) => self.open(&start),
                Event::End(end) => match end.local_name().as_ref() {
                    "v" | "t" => self.inside = false,
                    "rPh" => self.aside = false,
                    "c" => self.put()?,
                    "row" => self.row = self.row.saturating_add(1),
                    "sheetData" => return Ok(()),
                    _ => {}
                },
                // A part that ends before its cells do was cut; a chart has no cells at all.
                Event::Eof if self.row == 0 && self.column == 0 => return Ok(()),
                Event::Eof => return Err(xml::DAMAGED),
                event if self.inside => xml::push_text(&event, &mut self.value),
                _ => {}
            }
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        match start.local_name().as_ref() {
            "row" => {
                let said = xml::attribute(start, "r").and_then(|row| row.trim().parse::<u64>().ok());
                self.row = said.map_or(self.row, |row| row.max(1) - 1);
                self.column = 0;
            }
            "c" => self.open_cell(start),
            "v" | "t" => self.inside = !self.aside,
            "rPh" => self.aside = true,
            _ => {}
        }
    }

    fn open_cell(&mut self, start: &BytesStart<'_>) {
        (self.kind, self.style, self.inside, self.aside) = (Kind::Number, 0, false, false);
        self.value.clear();
        for attribute in start.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => {
                    if let Some((column, row)) = place(&attribute.value) {
                        (self.column, self.row) = (column, row);
                    }
                }
                "s" => self.style = attribute.value.parse().unwrap_or(0),
                "t" => self.kind = kind(&attribute.value),
                _ => {}
            }
        }
    }

    fn put(&mut self) -> Result<(), ReadError> {
        let number;
        let text = match self.kind {
            Kind::Shared => {
                let at = self.value.trim().parse::<usize>().ok();
                at.and_then(|at| self.strings.get(at)).map_or("", String::as_str)
            }
            Kind::Error => "",
            Kind::Truth => match self.value.trim() {
                "" => "",
                yes => number::truth(matches!(yes, "1" | "true" | "TRUE")),
            },
            Kind::Text => {
                number = shared::unescape(&self.value);
                &number
            }
            Kind::Moment => {
                number = number::iso(self.value.trim()).into();
                &number
            }
            Kind::Number => {
                let shown = self.shown.get(self.style).copied().unwrap_or_default();
                let value = self.value.trim().parse::<f64>();
                number =
                    value.map_or_else(|_| self.value.clone(), |value| number::text(value, shown, self.epoch)).into();
                &number
            }
        };
        self.grid.put(self.row, self.column, text)?;
        self.column = self.column.saturating_add(1);
        Ok(())
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "s" => Kind::Shared,
        "str" | "inlineStr" => Kind::Text,
        "b" => Kind::Truth,
        "e" => Kind::Error,
        "d" => Kind::Moment,
        _ => Kind::Number,
    }
}

/// Column and row, from 0, of a cell's name (`AB12`).
fn place(name: &str) -> Option<(u64, u64)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u64, |column, letter| {
        let value = u64::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
        (value < 26).then(|| column.saturating_mul(26).saturating_add(value + 1))
    })?;
    // A number without end is far away, whatever it is.
    let row = row.bytes().try_fold(0_u64, |row, digit| {
        digit.is_ascii_digit().then(|| row.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
    })?;
    Some((column.checked_sub(1)?, row.checked_sub(1)?))
}

#[cfg(test)]
pub(super) mod tests;
