//! The only hand that writes cells: everything is cut to the columns it may use, so that no window is too small.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::field::text;

/// Writes into a buffer.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
}

impl<'a> Pen<'a> {
    /// A pen for a buffer.
    pub fn new(buffer: &'a mut Buffer) -> Self {
        Self { buffer }
    }

    /// The buffer, for drawing that brings its own clipping.
    pub fn buffer(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Writes one line at the start of an area; gives the columns that are left of its first row.
    pub fn text(&mut self, area: Rect, line: &str, style: Style) -> Rect {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return Rect { width: 0, ..area };
        }
        let line = one_line(line);
        let used = if let Some(columns) = text::plain_columns(&line) {
            self.plain(area, &line, columns, style)
        } else {
            let cut = text::cut(&line, usize::from(area.width));
            let (end, _) = self.buffer.set_stringn(area.x, area.y, cut.as_ref(), usize::from(area.width), style);
            end.saturating_sub(area.x).min(area.width)
        };
        Rect { x: area.x + used, width: area.width - used, height: 1, ..area }
    }

    /// Writes letters that take one column each, without asking where they begin and end: nearly all that is written.
    fn plain(&mut self, area: Rect, line: &str, columns: usize, style: Style) -> u16 {
        let room = usize::from(area.width);
        let (kept, end) = if columns > room { (room - 1, Some('…')) } else { (columns, None) };
        let mut x = area.x;
        for letter in line.chars().take(kept).chain(end) {
            if let Some(cell) = self.buffer.cell_mut(Position::new(x, area.y)) {
                cell.set_char(letter).set_style(style);
            }
            x += 1;
        }
        x - area.x
    }

    /// Writes one line that ends at the end of an area; gives the columns that are left before it.
    pub fn right(&mut self, area: Rect, line: &str, style: Style) -> Rect {
        let area = area.intersection(self.buffer.area);
        let columns = u16::try_from(text::width(line)).unwrap_or(u16::MAX).min(area.width);
        let left = area.width - columns;
        self.text(Rect { x: area.x + left, width: columns, ..area }, line, style);
        Rect { width: left, height: area.height.min(1), ..area }
    }

    /// Writes pieces of different style one after the other; gives the columns that are left.
    pub fn pieces(&mut self, area: Rect, pieces: &[(&str, Style)]) -> Rect {
        pieces.iter().fold(area, |rest, (piece, style)| self.text(rest, piece, *style))
    }

    /// Fills the first row of an area with a symbol of one column.
    pub fn rule(&mut self, area: Rect, symbol: char, style: Style) {
        let row = Rect { height: area.height.min(1), ..area }.intersection(self.buffer.area);
        for position in row.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_char(symbol).set_style(style);
            }
        }
    }

    /// Makes an area blank.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Gives the cells of an area another style.
    pub fn style(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }
}

/// A text of many lines as one: what stands in a row of a list.
fn one_line(line: &str) -> std::borrow::Cow<'_, str> {
    if line.contains(['\n', '\t']) { line.replace(['\n', '\t'], " ").into() } else { line.into() }
}

/// The row of an area, counted from its top; empty where there is no such row.
pub fn row(area: Rect, at: u16) -> Rect {
    if at < area.height { Rect { y: area.y + at, height: 1, ..area } } else { Rect { height: 0, ..area } }
}

/// An area without its first columns.
pub fn indent(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect { x: area.x + by, width: area.width - by, ..area }
}

/// An area without its first rows.
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// The start of an area, where the real cursor goes.
pub fn start(area: Rect) -> Option<Position> {
    (!area.is_empty()).then_some(Position::new(area.x, area.y))
}
