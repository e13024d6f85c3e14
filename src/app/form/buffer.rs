//! Text under edition with a cursor: composed (NFC), visible, within its limit, and the cursor always between two
//! graphemes. Never knows rows, columns of a screen or what the text means.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{Outcome, TextOp, wrap::columns_of};
use crate::notebook::safe_text::{JOINER, is_admitted};

/// How long a text may become, and whether it may have lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// One line of so many characters.
    Line(usize),
    /// Lines of so many bytes together.
    Lines(usize),
}

impl Limit {
    fn most(self) -> usize {
        match self {
            Self::Line(most) | Self::Lines(most) => most,
        }
    }

    fn size(self, text: &str) -> usize {
        match self {
            Self::Line(_) => text.chars().count(),
            Self::Lines(_) => text.len(),
        }
    }

    fn weight(self, character: char) -> usize {
        match self {
            Self::Line(_) => 1,
            Self::Lines(_) => character.len_utf8(),
        }
    }

    /// Gives what a character is on entry, or nothing if it may not enter.
    fn admitted(self, character: char) -> Option<char> {
        match (self, character) {
            (Self::Line(_), '\n' | '\r' | '\u{2028}' | '\u{2029}') | (_, '\t') => Some(' '),
            (Self::Lines(_), '\n' | '\r' | '\u{2028}' | '\u{2029}') => Some('\n'),
            (Self::Lines(_), JOINER) => Some(JOINER),
            _ => is_admitted(character).then_some(character),
        }
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Buffer {
    text: String,
    /// In bytes.
    cursor: usize,
    limit: Limit,
}

impl Buffer {
    /// Makes a buffer with a first text, which passes the same gate as typed text; the cursor stands at its end.
    pub(super) fn new(text: &str, limit: Limit) -> Self {
        let mut buffer = Self { text: String::new(), cursor: 0, limit };
        buffer.splice(0..0, text);
        buffer
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Replaces the whole text.
    pub(super) fn set(&mut self, text: &str) -> Outcome {
        let all = 0..self.text.len();
        self.splice(all, text)
    }

    /// Puts the cursor at byte `place`, or at the next grapheme border.
    pub(super) fn move_to(&mut self, place: usize) -> Outcome {
        let before = self.cursor;
        self.cursor = border_from(&self.text, place);
        Outcome::moved_if(self.cursor != before)
    }

    /// Does what a line editor does within a typed line; leaves rows, pages and line breaks to its owner.
    pub(super) fn apply(&mut self, op: TextOp<'_>) -> Outcome {
        match op {
            TextOp::Insert(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            TextOp::Paste(text) => self.insert(text),
            TextOp::Backspace => self.cut(self.previous()..self.cursor),
            TextOp::Delete => self.cut(self.cursor..self.next()),
            TextOp::Left => self.move_to(self.previous()),
            TextOp::Right => self.move_to(self.next()),
            TextOp::WordLeft => self.move_to(self.word_start()),
            TextOp::WordRight => self.move_to(self.word_end()),
            TextOp::Home => self.move_to(self.line_start()),
            TextOp::End => self.move_to(self.line_end()),
            TextOp::KillWord => self.cut(self.word_start()..self.cursor),
            TextOp::KillToStart => self.cut(self.line_start().min(self.previous())..self.cursor),
            TextOp::KillToEnd => self.cut(self.cursor..self.line_end().max(self.next())),
            TextOp::Up | TextOp::Down | TextOp::PageUp | TextOp::PageDown | TextOp::NewLine => Outcome::Ignored,
        }
    }

    pub(super) fn insert(&mut self, text: &str) -> Outcome {
        self.splice(self.cursor..self.cursor, text)
    }

    fn cut(&mut self, range: Range<usize>) -> Outcome {
        self.splice(range, "")
    }

    fn previous(&self) -> usize {
        self.cursor - self.before().graphemes(true).next_back().map_or(0, str::len)
    }

    fn next(&self) -> usize {
        self.cursor + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let word = self.before().trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let start = self.before().trim_end().len() - word.len();
        // A mark on a blank makes both one grapheme: go before it, never back to where the cursor was.
        if start > 0 && border_from(&self.text, start) != start { self.previous() } else { start }
    }

    fn word_end(&self) -> usize {
        let word = self.after().trim_start();
        let length = word.find(char::is_whitespace).unwrap_or(word.len());
        border_from(&self.text, self.text.len() - word.len() + length)
    }

    fn line_start(&self) -> usize {
        self.before().rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn line_end(&self) -> usize {
        self.after().find('\n').map_or(self.text.len(), |newline| self.cursor + newline)
    }

    /// Replaces a range by what may enter of `incoming`, as far as there is room, and puts the cursor after it.
    fn splice(&mut self, range: Range<usize>, incoming: &str) -> Outcome {
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let room = self.limit.most().saturating_sub(self.limit.size(head) + self.limit.size(tail));
        let (mut entered, mut full) = self.clean(incoming, room);
        loop {
            let (text, cursor) = join(head, &entered, tail);
            if self.limit.size(&text) <= self.limit.most() {
                let changed = text != self.text;
                self.cursor = border_from(&text, cursor);
                self.text = text;
                return if full { Outcome::Full } else { Outcome::changed_if(changed) };
            }
            // Composing the seams made the text a little longer than its parts.
            full = true;
            let Some(last) = entered.graphemes(true).next_back().map(str::len) else { return Outcome::Full };
            entered.truncate(entered.len() - last);
        }
    }

    /// Gives the part of `incoming` that may enter and fits, and whether something had to be left out.
    fn clean(&self, incoming: &str, room: usize) -> (String, bool) {
        let mut previous = '\0';
        let admitted = incoming.chars().filter_map(|character| {
            let second_half = character == '\n' && previous == '\r';
            previous = character;
            if second_half { None } else { self.limit.admitted(character) }
        });
        // At most four characters become one, so nothing is read far beyond what fits (huge pastes).
        let (mut text, mut used) = (String::new(), 0);
        for character in admitted.take(room.saturating_mul(4).saturating_add(8)).nfc() {
            let fits = text.len();
            used += self.limit.weight(character);
            text.push(character);
            if used > room {
                // The character too many shows whether a grapheme ends before it.
                let borders = text.grapheme_indices(true).map(|(at, _)| at);
                let end = borders.rev().find(|at| *at <= fits).unwrap_or(0);
                text.truncate(end);
                return (text, true);
            }
        }
        (text, false)
    }
}

/// Joins three texts, composing across the seams and leaving out what would be invisible; also says where the cursor
/// after `entered` is.
fn join(head: &str, entered: &str, tail: &str) -> (String, usize) {
    let left = head.graphemes(true).next_back().unwrap_or_default();
    let right = tail.graphemes(true).next().unwrap_or_default();
    let head = head.strip_suffix(left).unwrap_or(head);
    let tail = tail.strip_prefix(right).unwrap_or(tail);
    let before = visible(left.chars().chain(entered.chars()));
    let middle = visible(left.chars().chain(entered.chars()).chain(right.chars()));
    let cursor = head.len() + if middle.starts_with(&before) { before.len() } else { middle.len() };
    (format!("{head}{middle}{tail}"), cursor)
}

/// Composes a text and drops graphemes without a column of their own, such as a mark with nothing to stand on: the
/// cursor would seem stuck.
fn visible(characters: impl Iterator<Item = char>) -> String {
    let mut text: String = characters.nfc().collect();
    while !text.is_ascii() {
        let seen = |grapheme: &&str| *grapheme == "\n" || columns_of(grapheme) > 0;
        let kept: String = text.graphemes(true).filter(seen).collect();
        if kept.len() == text.len() {
            break;
        }
        // What stood on both sides of a dropped one may belong together (Korean syllables).
        text = kept.nfc().collect();
    }
    text
}

/// Gives `place` if it is a grapheme border of `text`, else the next one.
fn border_from(text: &str, place: usize) -> usize {
    let place = text.ceil_char_boundary(place);
    let mut cursor = GraphemeCursor::new(place, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
        _ => place,
    }
}
