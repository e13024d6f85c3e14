//! A field of one line. Never a line break inside, never longer than its limit.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::{
    Outcome, TextOp,
    buffer::{Buffer, Limit},
    scroll,
    wrap::{columns, columns_of},
};

/// A line of text with a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextField {
    buffer: Buffer,
    is_secret: bool,
}

impl TextField {
    /// The limit of a name, in characters.
    pub const LIMIT: usize = 200;

    /// Makes a field with a first text (the cursor at its end) and the usual limit.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::with_limit(text, Self::LIMIT)
    }

    /// Makes a field with a first text and a limit in characters.
    #[must_use]
    pub fn with_limit(text: &str, characters: usize) -> Self {
        Self { buffer: Buffer::new(text, Limit::Line(characters)), is_secret: false }
    }

    /// Makes an empty field whose text is never shown.
    #[must_use]
    pub fn secret() -> Self {
        Self { is_secret: true, ..Self::new("") }
    }

    /// Says whether its text is never shown.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.is_secret
    }

    /// The field as a screen may show it: of a secret one a sign for each letter.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, Self> {
        if !self.is_secret {
            return Cow::Borrowed(self);
        }
        let signs = |text: &str| "*".repeat(text.graphemes(true).count());
        let mut shown = Self::new(&signs(self.text()));
        shown.buffer.move_to(signs(self.buffer.before()).len());
        Cow::Owned(shown)
    }

    /// The text as it stands, blanks at its ends included.
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

    /// Replaces the text; the cursor stands at its end.
    pub fn set(&mut self, text: &str) -> Outcome {
        self.buffer.set(text)
    }

    /// Does one operation. Rows, pages and line breaks are ignored.
    pub fn apply(&mut self, op: TextOp<'_>) -> Outcome {
        self.buffer.apply(op)
    }

    /// Gives the part of the text that shows in `width` columns and the column of the cursor in it, which is less than
    /// `width` (0 for a width of 0).
    #[must_use]
    pub fn window(&self, width: usize) -> (&str, usize) {
        let at = columns(self.buffer.before());
        let all = at.saturating_add(columns(self.text().get(self.cursor()..).unwrap_or_default()));
        // Unlike lists, a line does not stick to its end: each letter typed there would redraw all of it.
        let wanted = if all < width { 0 } else { scroll(at, usize::MAX, width) };
        let (mut first, mut skipped) = (0, 0);
        for grapheme in self.text().graphemes(true).take_while(|_| width > 0) {
            if skipped >= wanted {
                break;
            }
            first += grapheme.len();
            skipped += columns_of(grapheme);
        }
        let shown = self.text().get(first..).unwrap_or_default();
        (fitting(shown, width), at.saturating_sub(skipped).min(width.saturating_sub(1)))
    }
}

/// Gives the longest start of `text` in `width` columns.
fn fitting(text: &str, width: usize) -> &str {
    let mut used = 0;
    let end = text.grapheme_indices(true).find_map(|(at, grapheme)| {
        used += columns_of(grapheme);
        (used > width).then_some(at)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
