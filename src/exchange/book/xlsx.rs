//! Excel's workbooks since 2007, cell by cell through calamine, which sees only what was measured before.
//! Formulas are never computed: what Excel computed last is what is read.

use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{self, AssertUnwindSafe};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::grid::{Gauge, Grid};
use super::number::{self, Epoch, Shown};
use super::{Rows, Sheet, xml};
use crate::exchange::codes::ReadError;

/// The sheets of a workbook.
pub fn sheets(bytes: &[u8], gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    // The library is asked for what strangers made: a panic in it is a workbook that cannot be opened.
    panic::catch_unwind(AssertUnwindSafe(|| read(bytes, gauge))).unwrap_or(Err(xml::DAMAGED))
}

fn read(bytes: &[u8], gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_unreadable| xml::DAMAGED)?;
    let epoch = if book.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
    let mut sheets = Vec::new();
    for listed in book.sheets_metadata().to_vec() {
        if listed.typ != SheetType::WorkSheet {
            continue;
        }
        let mut grid = Grid::new(gauge)?;
        fill(&mut book, &listed.name, epoch, &mut grid)?;
        let hidden = listed.visible != SheetVisible::Visible;
        sheets.push(Sheet { name: Some(listed.name), hidden, rows: Rows::Grid(grid.rows()) });
    }
    Ok(sheets)
}

fn fill(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, epoch: Epoch, grid: &mut Grid<'_>) -> Result<(), ReadError> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(_) => return Err(xml::DAMAGED),
    };
    let code = |style: &calamine::Style| style.number_format.as_ref().map(|format| format.format_code.clone());
    let shown: Vec<Shown> =
        cells.styles().iter().map(|style| Shown::of_code(&code(style).unwrap_or_default())).collect();
    loop {
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(()),
            // An error of Excel's that the library does not know (`#SPILL!`) is as blank as those that it knows.
            Err(XlsxError::CellError(_)) => continue,
            Err(_) => return Err(xml::DAMAGED),
        };
        let (row, column) = cell.get_position();
        let shown = shown.get(style).copied().unwrap_or_default();
        grid.put(row.into(), column.into(), &text(cell.get_value(), shown, epoch))?;
    }
}

fn text<'v>(value: &'v DataRef<'_>, shown: Shown, epoch: Epoch) -> Cow<'v, str> {
    match value {
        DataRef::String(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Int(whole) => Cow::Owned(whole.to_string()),
        DataRef::Float(value) => {
            let shown = if shown == Shown::Percent { shown } else { Shown::Number };
            Cow::Owned(number::text(*value, shown, epoch))
        }
        DataRef::DateTime(moment) => {
            let shown = if moment.is_duration() { Shown::Duration } else { Shown::Date };
            Cow::Owned(number::text(moment.as_f64(), shown, epoch))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cow::Owned(number::iso(text)),
        DataRef::Bool(yes) => Cow::Borrowed(number::truth(*yes)),
        DataRef::Error(_) | DataRef::Empty => Cow::Borrowed(""),
    }
}

#[cfg(test)]
pub(super) mod tests;
