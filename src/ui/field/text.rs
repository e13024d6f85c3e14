//! Columns of texts on the screen: width, cutting, padding, always by graphemes. For texts without line breaks.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::app::form::wrap::columns_of;

/// Counts the columns that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    plain_columns(text).unwrap_or_else(|| crate::app::form::wrap::columns(text))
}

/// Counts the columns of a text in which every letter is a grapheme of one column, which is nearly every text of this
/// program; nothing where that is not sure. Four times cheaper than looking for graphemes.
#[must_use]
pub fn plain_columns(text: &str) -> Option<usize> {
    let mut columns = 0;
    for letter in text.chars() {
        // Latin letters, general punctuation, arrows, box drawing, blocks and geometric shapes. Marks that combine with
        // the letter before them, and the letters they combine with, are all elsewhere.
        let plain = matches!(letter,
            ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25fc}' | '\u{2713}' | '\u{270e}');
        if !plain {
            return None;
        }
        columns += 1;
    }
    Some(columns)
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

#[cfg(test)]
mod tests {
    use super::plain_columns;
    use crate::app::form::wrap::columns;

    #[test]
    fn the_short_way_to_count_columns_agrees_with_the_long_one() {
        for letter in ('\0'..='\u{ffff}').map(|letter| letter.to_string()) {
            if let Some(short) = plain_columns(&letter) {
                assert_eq!(short, columns(&letter), "{letter:?}");
            }
        }
        assert_eq!(plain_columns("Peñalolén ▸ «sí»"), Some(16));
        assert_eq!(plain_columns("Pen\u{303}alole\u{301}n"), None);
    }
}
