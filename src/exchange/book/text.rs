//! Separated text as rows: their numbers, blank rows, quotes that never close, rows that became one quoted cell.
//! Holds the text once; a walk takes it apart row by row.

use std::borrow::Cow;
use std::io::Cursor;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

use super::separator::{self, Found};
use super::{Line, LineState, apart};

/// A text and what stands between its cells.
#[derive(Debug)]
pub struct Text<'b> {
    text: Cow<'b, str>,
    found: Found,
}

impl<'b> Text<'b> {
    /// Finds what stands between the cells.
    pub fn new(text: Cow<'b, str>) -> Self {
        let found = separator::find(&text);
        Self { text, found }
    }

    /// What stands between its cells; nothing in a text of one column.
    pub fn separator(&self) -> Option<char> {
        self.found.separator
    }

    /// How many lines there are.
    pub fn about_how_many(&self) -> u64 {
        self.text.bytes().filter(|byte| *byte == b'\n').count() as u64
    }

    /// Starts at the first line.
    pub fn walk(&self, width: usize) -> TextWalk<'_> {
        TextWalk::new(&self.text, self.found, width)
    }
}

/// Bytes of the buffer of a reader. Small, because going back to a line fills it again.
const BUFFER: usize = 16 * 1024;
/// Bytes that may be read in vain behind quotes that do not close, before quotes are understood within their line only:
/// otherwise a text made of open quotes is read once for each of its lines.
const IN_VAIN: usize = 64 * 1024 * 1024;

/// A walk over the rows of a text.
pub struct TextWalk<'t> {
    text: &'t str,
    separator: char,
    announced: bool,
    /// Cells of a whole row: what the caller says, else what most rows have.
    width: usize,
    reader: Reader<Cursor<&'t [u8]>>,
    cells: StringRecord,
    empty: StringRecord,
    number: u32,
    /// Blank lines that stand before the record in `cells`, still to be told.
    blank: u32,
    held: Option<LineState>,
    ended: bool,
    in_vain: usize,
}

impl<'t> TextWalk<'t> {
    fn new(text: &'t str, found: Found, width: usize) -> Self {
        let separator = found.separator.unwrap_or(';');
        Self {
            text,
            separator,
            announced: found.announced,
            width: if width > 0 { width } else { found.usual },
            reader: reader(text, separator, true),
            cells: StringRecord::new(),
            empty: StringRecord::new(),
            number: 0,
            blank: 0,
            held: None,
            ended: false,
            in_vain: 0,
        }
    }

    /// A walk that knows nothing yet but the separator that it tries.
    pub(super) fn sampling(text: &'t str, separator: char) -> Self {
        Self::new(text, Found { separator: Some(separator), announced: false, usual: 0 }, 0)
    }

    /// The next row, blank ones included.
    #[expect(clippy::should_implement_trait, reason = "a row lives in its walk; an iterator could not give it out")]
    pub fn next(&mut self) -> Option<Line<'_>> {
        if self.held.is_none() && self.blank == 0 {
            self.advance();
        }
        if self.blank > 0 {
            self.blank -= 1;
            self.number += 1;
            return Some(Line { number: self.number, cells: &self.empty, state: LineState::Whole });
        }
        let state = self.held.take()?;
        self.number += 1;
        let state = if self.announced && self.number == 1 { LineState::Announces } else { state };
        Some(Line { number: self.number, cells: &self.cells, state })
    }

    /// Reads one record and the blank lines before it.
    fn advance(&mut self) {
        if self.ended {
            return;
        }
        let before = self.reader.position().clone();
        // The text is valid UTF-8 and rows may be ragged: nothing is left that could fail.
        let found = self.reader.read_record(&mut self.cells).unwrap_or(false);
        let (blank, start) = skip_blank(self.text.as_bytes(), offset(&before));
        self.blank = blank;
        if found {
            self.held = Some(self.judge(&before, start));
        } else {
            self.ended = true;
        }
    }

    /// In what state the record is that starts at `start`; goes back to the end of its line if it read too far.
    fn judge(&mut self, before: &Position, start: usize) -> LineState {
        let end = offset(self.reader.position()).min(self.text.len());
        let raw = self.text.get(start..end).unwrap_or_default();
        if self.in_vain > IN_VAIN {
            return self.judge_line(raw.trim_end_matches(['\r', '\n']));
        }
        let quoted = raw.as_bytes().first() == Some(&b'"') || self.cells.as_slice().contains('"');
        if quoted && self.take_apart(raw.trim_end_matches(['\r', '\n'])) {
            return LineState::DoubleQuoted;
        }
        if self.swallowed(raw) {
            let line = raw.split(['\r', '\n']).next().unwrap_or_default();
            self.in_vain += raw.len() - line.len() + BUFFER;
            if line.len() < raw.len() && self.resume_at(before, start + line.len() + 1) {
                return if self.take_apart(line) { LineState::DoubleQuoted } else { LineState::Unclosed };
            }
        }
        let ends = end >= self.text.len() && !self.text.ends_with(['\n', '\r']);
        if ends { LineState::Last } else { LineState::Whole }
    }

    /// The state of a line when quotes are understood within their line only.
    fn judge_line(&mut self, line: &str) -> LineState {
        if !line.contains('"') {
            return LineState::Whole;
        }
        if self.take_apart(line) {
            return LineState::DoubleQuoted;
        }
        let whole = is_strict(line.as_bytes(), self.separator);
        if whole {
            let _ended = reader(line, self.separator, true).read_record(&mut self.cells);
        }
        if whole { LineState::Whole } else { LineState::Unclosed }
    }

    fn take_apart(&mut self, line: &str) -> bool {
        let taken = apart::take(line, self.separator, self.width);
        let found = taken.is_some();
        if let Some(cells) = taken {
            self.cells = cells;
        }
        found
    }

    /// Whether a quote has swallowed other rows: there is a line break in a record whose quotes are not written as they
    /// should be, or which is not whole and whose cell with the line break contains separators too.
    fn swallowed(&self, raw: &str) -> bool {
        let lines = |letters: &str| letters.as_bytes().contains(&b'\n') || letters.as_bytes().contains(&b'\r');
        if !lines(self.cells.as_slice()) {
            return false;
        }
        let rows = |cell: &str| lines(cell) && cell.contains(self.separator);
        !is_strict(raw.as_bytes(), self.separator) || self.cells.len() < self.width && self.cells.iter().any(rows)
    }

    /// Goes to a place of the text.
    fn resume_at(&mut self, before: &Position, at: usize) -> bool {
        let mut next = before.clone();
        next.set_byte(at as u64);
        if self.in_vain > IN_VAIN {
            self.reader = reader(self.text, self.separator, false);
        }
        self.reader.seek(next).is_ok()
    }
}

fn reader(text: &str, separator: char, quoting: bool) -> Reader<Cursor<&[u8]>> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .delimiter(u8::try_from(separator).unwrap_or(b';'))
        .buffer_capacity(BUFFER)
        .from_reader(Cursor::new(text.as_bytes()))
}

/// Whether each quote that opens a cell closes it right before a separator or the end of the record.
fn is_strict(record: &[u8], separator: char) -> bool {
    let separator = u8::try_from(separator).unwrap_or(b';');
    let mut rest = record.iter().copied().peekable();
    let mut starts = true;
    while let Some(byte) = rest.next() {
        if byte != b'"' || !starts {
            starts = byte == separator;
            continue;
        }
        loop {
            match rest.next() {
                None => return false,
                Some(b'"') if rest.peek() == Some(&b'"') => rest.next(),
                Some(b'"') => break,
                Some(_) => continue,
            };
        }
        match rest.peek() {
            None | Some(b'\n' | b'\r') => return true,
            Some(next) if *next == separator => starts = false,
            Some(_) => return false,
        }
    }
    true
}

fn offset(position: &Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// How many empty lines stand at `start`, and where the record after them begins.
fn skip_blank(text: &[u8], start: usize) -> (u32, usize) {
    let mut at = start;
    // The line feed of a CR LF still belongs to the record before.
    if start > 0 && text.get(start - 1) == Some(&b'\r') && text.get(start) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    loop {
        match text.get(at..) {
            Some([b'\r', b'\n', ..]) => at += 2,
            Some([b'\r' | b'\n', ..]) => at += 1,
            _ => return (lines, at),
        }
        lines += 1;
    }
}

#[cfg(test)]
mod tests;
