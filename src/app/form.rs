//! Form fields as pure state: what is typed, where the cursor is, which field has the focus. Never a key, a screen, a
//! clock, a disk or a sentence: keys arrive as `TextOp`, today as a parameter, and `ui::field` draws.

mod area;
mod buffer;
mod choice;
mod date;
mod field;
mod multi;
mod shape;
mod sheet;
mod text;
pub mod wrap;

pub use area::TextArea;
pub use choice::ChoiceField;
pub use date::{DateField, DateProblem};
pub use field::{Field, FormField, Value};
pub use multi::{MultiField, MultiOption};
pub use shape::Shape;
pub use sheet::{Form, Setting};
pub use text::TextField;

/// One wish of a person about the focused field. The key table decides which key means which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextOp<'a> {
    /// One typed character.
    Insert(char),
    /// A pasted text of any length.
    Paste(&'a str),
    /// Takes away the letter before the cursor.
    Backspace,
    /// Takes away the letter under the cursor.
    Delete,
    /// One letter back.
    Left,
    /// One letter on.
    Right,
    /// To the start of this word or the one before; words stand between blanks.
    WordLeft,
    /// To the end of this word or the next one.
    WordRight,
    /// To the start of the line as it is seen.
    Home,
    /// To the end of the line as it is seen.
    End,
    /// Takes away the word before the cursor.
    KillWord,
    /// Takes away everything before the cursor on the typed line; at its start, the line break.
    KillToStart,
    /// Takes away everything after the cursor on the typed line; at its end, the line break.
    KillToEnd,
    /// One line up, one option back, or one day on.
    Up,
    /// One line down, one option on, or one day back.
    Down,
    /// One page up, or one week on.
    PageUp,
    /// One page down, or one week back.
    PageDown,
    /// A line break, where there can be lines.
    NewLine,
}

/// What became of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The value, or the filter of a list, is another one.
    Changed,
    /// Only the cursor moved.
    Moved,
    /// Nothing happened: the form may use the key for itself (for example Up in a one-line field).
    Ignored,
    /// The limit was reached: what did not fit was left out.
    Full,
}

impl Outcome {
    pub(crate) fn moved_if(moved: bool) -> Self {
        if moved { Self::Moved } else { Self::Ignored }
    }

    pub(crate) fn changed_if(changed: bool) -> Self {
        if changed { Self::Changed } else { Self::Ignored }
    }
}

/// The room that a value has on the screen, in columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Columns for the value, the cursor's own column included.
    pub columns: usize,
    /// Rows for the value: one page.
    pub rows: usize,
}

/// Gives the first line to show so that line `at` of `total` is inside `view` lines.
///
/// Moves by half views, so that a step of the cursor redraws everything only now and then (slow lines).
#[must_use]
pub fn scroll(at: usize, total: usize, view: usize) -> usize {
    let step = view / 2;
    if total <= view {
        return 0;
    }
    let start = at.checked_div(step).map_or(at, |half| half.saturating_sub(1) * step);
    start.min(total - view.max(1))
}

#[cfg(test)]
mod tests;
