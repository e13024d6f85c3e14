//! A page of lines that may be longer than its window: written whole, drawn from where it is scrolled to.

use ratatui::{layout::Rect, style::Style};

use super::{Canvas, pen::row, theme::Theme};
use crate::app::form::wrap;

/// One line: pieces of text, each with its style.
pub type Line = Vec<(String, Style)>;

/// A page being written.
#[derive(Debug)]
pub struct Page {
    lines: Vec<Line>,
    width: u16,
    theme: Theme,
}

impl Page {
    /// An empty page of so many columns.
    pub const fn new(width: u16, theme: Theme) -> Self {
        Self { lines: Vec::new(), width, theme }
    }

    /// Columns of the page.
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Adds a line.
    pub fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Adds several lines.
    pub fn lines(&mut self, lines: impl IntoIterator<Item = Line>) {
        self.lines.extend(lines);
    }

    /// Adds the title of a part after a blank line, but for the first.
    pub fn title(&mut self, title: &str, note: &str) {
        if !self.lines.is_empty() {
            self.lines.push(Line::new());
        }
        self.lines.push(vec![(title.to_owned(), self.theme.title()), (format!("  {note}"), self.theme.quiet())]);
    }

    /// Adds a text over as many lines as it needs.
    pub fn text(&mut self, text: &str, style: Style) {
        for range in wrap::wrap(text, usize::from(self.width.max(1))) {
            self.lines.push(vec![(text.get(range).unwrap_or("").trim_end().to_owned(), style)]);
        }
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Draws the part that begins with a line.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, top: usize) {
        for (at, line) in self.lines.iter().skip(top).take(usize::from(area.height)).enumerate() {
            let mut rest = row(area, u16::try_from(at).unwrap_or(u16::MAX));
            for (piece, style) in line {
                rest = canvas.pen.text(rest, piece, *style);
            }
        }
    }
}
