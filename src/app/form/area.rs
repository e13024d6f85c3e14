//! A field of many lines, wrapped softly at the width of the screen. Never longer than its limit.

use std::ops::Range;

use super::{
    Outcome, Space, TextOp,
    buffer::{Buffer, Limit},
    wrap::{locate, place, wrap},
};

/// A text of many lines with a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextArea {
    buffer: Buffer,
    /// The column that the cursor tries to keep while it goes up and down.
    goal: Option<usize>,
}

impl TextArea {
    /// The limit of a note, in bytes (64 KiB).
    pub const LIMIT: usize = 64 * 1024;

    /// Makes a field with a first text; the cursor stands at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { buffer: Buffer::new(text, Limit::Lines(Self::LIMIT)), goal: None }
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        self.buffer.text()
    }

    /// The cursor in bytes: always between two graphemes.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.buffer.cursor()
    }

    /// Says whether there is nothing but blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Replaces the text, for example with what an editor outside gave back; the cursor stands at its end.
    pub fn set(&mut self, text: &str) -> Outcome {
        self.goal = None;
        self.buffer.set(text)
    }

    /// Gives the rows of the text on a screen of `columns`: one column less, which is the cursor's at the end of a row.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<Range<usize>> {
        wrap(self.text(), columns.saturating_sub(1))
    }

    /// Does one operation; `space` is the room on the screen, which decides what "up" and "end of line" mean.
    pub fn apply(&mut self, op: TextOp<'_>, space: Space) -> Outcome {
        match op {
            TextOp::Up => self.climb(space, |row, _| row.checked_sub(1)),
            TextOp::Down => self.climb(space, |row, last| (row < last).then_some(row + 1)),
            TextOp::PageUp => self.climb(space, |row, _| (row > 0).then(|| row.saturating_sub(space.rows.max(1)))),
            TextOp::PageDown => self.climb(space, |row, last| (row < last).then(|| last.min(row + space.rows.max(1)))),
            TextOp::Home => self.along_row(space, 0),
            TextOp::End => self.along_row(space, usize::MAX),
            TextOp::NewLine => self.edit(TextOp::Insert('\n')),
            _ => self.edit(op),
        }
    }

    fn edit(&mut self, op: TextOp<'_>) -> Outcome {
        self.goal = None;
        self.buffer.apply(op)
    }

    fn climb(&mut self, space: Space, target: impl Fn(usize, usize) -> Option<usize>) -> Outcome {
        let rows = self.rows(space.columns);
        let (row, column) = locate(self.text(), &rows, self.cursor());
        let Some(row) = target(row, rows.len().saturating_sub(1)) else { return Outcome::Ignored };
        let goal = *self.goal.get_or_insert(column);
        self.buffer.move_to(place(self.buffer.text(), &rows, row, goal))
    }

    fn along_row(&mut self, space: Space, column: usize) -> Outcome {
        let rows = self.rows(space.columns);
        let (row, _) = locate(self.text(), &rows, self.cursor());
        self.goal = None;
        self.buffer.move_to(place(self.buffer.text(), &rows, row, column))
    }
}
