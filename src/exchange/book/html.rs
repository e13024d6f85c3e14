//! Pages with tables that are named `.xls`, as SIGE gives them out: their cells as rows, whatever stands around them.
//!
//! All tables of a page are read, one after the other, as one sheet: a title and a list are often two tables, and a list of
//! each course is a table of its own. Rows are counted over all of them.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::grid::{Gauge, Grid};
use super::limits;
use super::{Rows, Sheet};
use crate::exchange::codes::{Looks, Measure, ReadError};

/// Whether a text is a page, by its first tag.
pub fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    let opens =
        ["<!", "<?", "<html", "<head", "<meta", "<body", "<style", "<table", "<div", "<center", "<font", "<p>", "<br"];
    let word = start.get(..8).unwrap_or(start).to_ascii_lowercase();
    opens.iter().any(|open| word.starts_with(open))
}

/// The sheet of a page.
pub fn sheets(text: &str, gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    limits::check_book(text.len())?;
    let mut emitter = DefaultEmitter::<()>::default();
    // Scripts and styles hold `<` that opens nothing.
    emitter.naively_switch_states(true);
    let mut page = Page { grid: Grid::new(gauge)?, outer: Vec::new(), table: None, tables: 0, row: 0, skipped: None };
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => page.open(&tag)?,
            Token::EndTag(tag) => page.close(&tag.name)?,
            Token::String(text) => page.text(&text)?,
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.end()?;
    if page.tables == 0 {
        return Err(ReadError::NotATable(Looks::WebPage));
    }
    Ok(vec![Sheet { name: None, hidden: false, rows: Rows::Grid(page.grid.rows()) }])
}

/// A page while it is read.
struct Page<'g> {
    grid: Grid<'g>,
    /// Tables around the present one.
    outer: Vec<Table>,
    table: Option<Table>,
    tables: usize,
    /// The next row.
    row: u64,
    /// The element whose content nobody sees.
    skipped: Option<Vec<u8>>,
}

/// A table while it is read.
#[derive(Default)]
struct Table {
    /// Rows below in which a cell from above still stands, for each column.
    spans: Vec<u64>,
    /// The column after the last cell of the present row.
    row: Option<usize>,
    cell: Option<Cell>,
}

struct Cell {
    column: usize,
    text: Vec<u8>,
}

/// The most columns and rows over which a cell may stand; browsers allow the same.
const WIDE: usize = 1_000;
const HIGH: u64 = 65_534;

impl Page<'_> {
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), ReadError> {
        match tag.name.as_slice() {
            _ if self.skipped.is_some() => {}
            name @ (b"script" | b"style" | b"title") => self.skipped = Some(name.to_vec()),
            b"table" => {
                // A table inside a cell: its rows come first, and what else the cell holds is no text of its own.
                self.end_row()?;
                self.tables += 1;
                let before = self.table.replace(Table::default());
                self.outer.extend(before);
                limits::check(Measure::Parts, self.outer.len() as u64)?;
            }
            b"tr" => {
                self.end_row()?;
                self.table.iter_mut().for_each(|table| table.row = Some(0));
            }
            b"td" | b"th" => {
                self.end_cell()?;
                let times = |name: &[u8]| -> Option<u64> {
                    str::from_utf8(tag.attributes.get(name)?).ok()?.trim().parse().ok()
                };
                let wide = usize::try_from(times(b"colspan").unwrap_or(1)).unwrap_or(WIDE).clamp(1, WIDE);
                let high = times(b"rowspan").unwrap_or(1).clamp(1, HIGH);
                self.table.iter_mut().for_each(|table| table.open_cell(wide, high));
            }
            b"br" | b"p" | b"div" | b"li" => self.text(b" ")?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), ReadError> {
        if self.skipped.as_deref() == Some(name) {
            self.skipped = None;
        }
        match name {
            b"td" | b"th" => self.end_cell(),
            b"tr" | b"thead" | b"tbody" | b"tfoot" => self.end_row(),
            b"table" => {
                self.end_row()?;
                self.table = self.outer.pop();
                Ok(())
            }
            b"p" | b"div" | b"li" => self.text(b" "),
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &[u8]) -> Result<(), ReadError> {
        let cell = self.table.as_mut().and_then(|table| table.cell.as_mut());
        let Some(cell) = cell.filter(|_| self.skipped.is_none()) else { return Ok(()) };
        cell.text.extend_from_slice(text);
        // Blanks between tags are no text; what is left of them is measured again when it is put.
        limits::check(Measure::Cell, cell.text.len() as u64 / 4)
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        let Some(cell) = self.table.as_mut().and_then(|table| table.cell.take()) else { return Ok(()) };
        let text = String::from_utf8_lossy(&cell.text);
        let words: Vec<&str> =
            text.split(|letter: char| letter.is_ascii_whitespace()).filter(|word| !word.is_empty()).collect();
        self.grid.put(self.row, cell.column as u64, words.join(" ").trim())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        self.end_cell()?;
        let Some(table) = self.table.as_mut() else { return Ok(()) };
        if table.row.take().is_some() {
            self.row += 1;
            limits::check(Measure::Rows, self.row)?;
            table.spans.iter_mut().for_each(|left| *left = left.saturating_sub(1));
        }
        Ok(())
    }

    /// Ends what the page left open.
    fn end(&mut self) -> Result<(), ReadError> {
        while self.table.is_some() {
            self.end_row()?;
            self.table = self.outer.pop();
        }
        Ok(())
    }
}

impl Table {
    /// Opens a cell in the first column that no cell from above takes.
    fn open_cell(&mut self, wide: usize, high: u64) {
        let mut column = self.row.unwrap_or(0);
        while self.spans.get(column).is_some_and(|left| *left > 0) {
            column += 1;
        }
        let end = column + wide;
        self.row = Some(end);
        // Beyond the columns that are read nothing needs to be kept; a text there is refused.
        if high > 1 && end <= 2 * WIDE {
            self.spans.resize(self.spans.len().max(end), 0);
            self.spans.iter_mut().take(end).skip(column).for_each(|left| *left = high);
        }
        self.cell = Some(Cell { column, text: Vec::new() });
    }
}

#[cfg(test)]
mod tests;
