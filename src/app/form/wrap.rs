//! Soft wrap of a text at a width, and the way from a cursor to its row and column and back. Used for editing and for
//! drawing, so that both always agree. Never changes a text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Counts the screen columns of one grapheme, as they are drawn.
///
/// Halfwidth voice marks take a column of their own on terminals, which `unicode-width` does not count.
#[must_use]
pub fn columns_of(grapheme: &str) -> usize {
    if grapheme.len() == 1 {
        return 1;
    }
    grapheme.width() + grapheme.chars().filter(|mark| matches!(mark, '\u{ff9e}' | '\u{ff9f}')).count()
}

/// Counts the screen columns of a text without line breaks.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.graphemes(true).map(columns_of).sum()
}

/// Wraps `text` into rows of at most `width` columns (a width of 0 counts as 1) and gives their byte ranges.
///
/// The ranges cover the whole text in order, except the line breaks between them; there is always at least one. Rows
/// break after blanks, which hang over the edge without being counted; longer words are cut at graphemes. Only a wide
/// grapheme in a width of 1 is wider than its row.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, width.max(1), &mut rows);
        start += line.len() + 1;
    }
    rows
}

fn wrap_line(line: &str, offset: usize, width: usize, rows: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut used = 0;
    // Where the row may break (after blanks), and the columns used up to there.
    let mut border = (0, 0);
    for (at, grapheme) in line.grapheme_indices(true) {
        let needs = columns_of(grapheme);
        if is_blank(grapheme) {
            used += needs;
            border = (at + grapheme.len(), used);
            continue;
        }
        while used + needs > width && at > start {
            let (end, before) = if border.0 > start { border } else { (at, used) };
            rows.push(offset + start..offset + end);
            start = end;
            used -= before;
            border = (start, 0);
        }
        used += needs;
    }
    rows.push(offset + start..offset + line.len());
}

fn is_blank(grapheme: &str) -> bool {
    grapheme.chars().all(|character| character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}'))
}

/// Finds the row and the column of byte `cursor`, a grapheme border of `text`, in the rows that [`wrap`] gave.
///
/// A border shared by two rows belongs to the second one. The column can lie beyond the width where blanks hang.
#[must_use]
pub fn locate(text: &str, rows: &[Range<usize>], cursor: usize) -> (usize, usize) {
    let row = rows.partition_point(|row| row.start <= cursor).saturating_sub(1);
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, text.get(start..cursor).map_or(0, columns))
}

/// Finds the byte of the last cursor place at or before a column of a row; rows after the last count as the last.
#[must_use]
pub fn place(text: &str, rows: &[Range<usize>], row: usize, column: usize) -> usize {
    let row = row.min(rows.len().saturating_sub(1));
    let Some(range) = rows.get(row) else { return 0 };
    // The end of a softly broken row is the start of the next one.
    let soft = rows.get(row + 1).is_some_and(|next| next.start == range.end);
    let mut used = 0;
    let mut last = range.start;
    for (at, grapheme) in text.get(range.clone()).unwrap_or_default().grapheme_indices(true) {
        last = range.start + at;
        used += columns_of(grapheme);
        if used > column {
            return last;
        }
    }
    if soft { last } else { range.end }
}
