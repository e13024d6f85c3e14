//! Columns of texts on the screen: width, cutting, padding, always by graphemes. For texts without line breaks.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::app::form::wrap::columns_of;

/// Counts the columns that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    crate::app::form::wrap::columns(text)
}

/// Cuts a text to a number of columns; a cut text ends in `…`, which is counted.
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    let mut used = 0;
    // The last border that leaves a column for the sign.
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if used < columns {
            end = at;
        }
        used += columns_of(grapheme);
        if used > columns {
            let kept = text.get(..end).unwrap_or_default();
            return if columns == 0 { Cow::Borrowed("") } else { Cow::Owned(format!("{kept}…")) };
        }
    }
    Cow::Borrowed(text)
}

/// Makes a text exactly so many columns wide, cut or with blanks after it.
#[must_use]
pub fn pad_right(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let blanks = columns.saturating_sub(width(&text));
    format!("{text}{:blanks$}", "")
}

/// Makes a text exactly so many columns wide, cut or with blanks before it (numbers).
#[must_use]
pub fn pad_left(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let blanks = columns.saturating_sub(width(&text));
    format!("{:blanks$}{text}", "")
}
