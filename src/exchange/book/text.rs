//! Separated text as rows: the separator, the numbers of the rows, quotes that never close.

use std::borrow::Cow;
use std::io::Cursor;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

use super::{Line, LineState};

/// What may stand between cells, in the order in which it is tried.
pub const SEPARATORS: [char; 4] = [';', '\t', '|', ','];

/// A text and what stands between its cells.
#[derive(Debug)]
pub struct Text<'b> {
    text: Cow<'b, str>,
    /// What stands between its cells.
    pub separator: char,
}

impl<'b> Text<'b> {
    /// Finds the separator: the one that the first line announces, else the one that parts the first rows into the most
    /// even cells.
    pub fn new(text: Cow<'b, str>) -> Self {
        let separator = announced(&text).unwrap_or_else(|| most_even(&text));
        Self { text, separator }
    }

    /// Starts at the first line.
    pub fn walk(&self, width: usize) -> TextWalk<'_> {
        TextWalk::new(&self.text, self.separator, width)
    }
}

/// The separator that a first line `sep=;` announces (Excel writes and obeys it).
pub fn announced(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let mut letters = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?.chars();
    let separator = letters.next().unwrap_or('\t');
    SEPARATORS.contains(&separator).then_some(separator)
}

/// Rows that are looked at to find the separator.
const SAMPLE: usize = 60;

fn most_even(text: &str) -> char {
    let score = |separator: char| {
        let mut walk = TextWalk::new(text, separator, 0);
        let mut counts: Vec<usize> = Vec::new();
        while let Some(line) = walk.next().filter(|_| counts.len() < SAMPLE) {
            counts.push(line.cells.len());
        }
        let most = |width: usize| counts.iter().filter(|count| **count == width).count() * (width - 1);
        counts.iter().filter(|width| **width > 1).map(|width| most(*width)).max().unwrap_or(0)
    };
    let best = SEPARATORS.iter().rev().max_by_key(|separator| score(**separator));
    *best.unwrap_or(&';')
}

/// A walk over the rows of a text.
pub struct TextWalk<'t> {
    text: &'t [u8],
    separator: char,
    width: usize,
    reader: Reader<Cursor<&'t [u8]>>,
    cells: StringRecord,
    empty: StringRecord,
    number: u32,
    /// Blank lines that stand before the record in `cells`, still to be told.
    blank: u32,
    held: Option<LineState>,
    ended: bool,
}

impl<'t> TextWalk<'t> {
    fn new(text: &'t str, separator: char, width: usize) -> Self {
        let delimiter = u8::try_from(separator).unwrap_or(b';');
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Cursor::new(text.as_bytes()));
        let cells = StringRecord::new();
        let (text, empty) = (text.as_bytes(), StringRecord::new());
        Self { text, separator, width, reader, cells, empty, number: 0, blank: 0, held: None, ended: false }
    }

    /// The next row, blank ones included.
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
        let (blank, start) = skip_blank(self.text, offset(&before));
        self.blank = blank;
        if !found {
            self.ended = true;
        } else if self.swallowed() && self.resume_after_line(&before, start) {
            self.held = Some(LineState::Unclosed);
        } else if self.last() {
            self.held = Some(LineState::Last);
        } else {
            self.held = Some(LineState::Whole);
        }
    }

    /// Whether the present record ends where the text ends, without a line break.
    fn last(&self) -> bool {
        let end = offset(self.reader.position());
        end >= self.text.len() && !self.text.ends_with(b"\n") && !self.text.ends_with(b"\r")
    }

    /// Whether a quote has swallowed other rows: a line break inside a cell, in a row that then is not whole or
    /// whose cell contains separators.
    fn swallowed(&self) -> bool {
        let lines = |letters: &str| letters.as_bytes().contains(&b'\n') || letters.as_bytes().contains(&b'\r');
        if !lines(self.cells.as_slice()) {
            return false;
        }
        self.cells.len() < self.width || self.cells.iter().any(|cell| lines(cell) && cell.contains(self.separator))
    }

    fn resume_after_line(&mut self, before: &Position, start: usize) -> bool {
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(length) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return false };
        let mut next = before.clone();
        next.set_byte((start + length + 1) as u64);
        self.reader.seek(next).is_ok()
    }
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
