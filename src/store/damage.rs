//! Where a file is damaged and how, without a word of what stands there.
//!
//! Owns the translation of the parser's errors. Never passes on their text: it may quote a name.

use serde_json::error::Category;

/// What is wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Not JSON.
    Syntax,
    /// The file ends too early.
    CutShort,
    /// Brackets within brackets beyond any use (128 levels).
    TooDeep,
    /// A field that every such item has is missing; the name is one of the format's own.
    Missing(Box<str>),
    /// A key stands twice in the same item: nobody knows which of the two is meant.
    KeyTwice,
    /// Two items have the same id.
    IdTwice,
    /// A student has the same month twice.
    MonthTwice,
    /// A value that the field cannot have.
    Value,
}

/// A damage with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Line, from one; zero where it is not known.
    pub line: usize,
    /// Column in bytes, from one; zero where it is not known.
    pub column: usize,
    /// What is wrong.
    pub reason: Reason,
}

/// The words with which [`super::survey`] reports a key that stands twice.
pub(super) const KEY_TWICE: &str = "a key stands twice";

impl Damage {
    /// The damage that the parser met in `text`.
    pub(super) fn of(error: &serde_json::Error, text: &str) -> Self {
        let message = error.to_string();
        let reason = match error.classify() {
            Category::Eof => Reason::CutShort,
            Category::Syntax | Category::Io if message.starts_with("recursion limit") => Reason::TooDeep,
            // A number that stops at its point, and nothing after it.
            Category::Syntax if message.starts_with("invalid number") && is_at_end(error, text) => Reason::CutShort,
            Category::Syntax | Category::Io => Reason::Syntax,
            Category::Data => of_data(&message),
        };
        let second = if reason == Reason::IdTwice { second_line_of(&message, text) } else { None };
        match second {
            Some(line) => Self { line, column: 1, reason },
            None => Self { line: error.line(), column: error.column(), reason },
        }
    }

    /// The damage of bytes that are not UTF-8 after `valid` good ones.
    pub(super) fn not_utf8(bytes: &[u8], valid: usize) -> Self {
        let good = bytes.get(..valid).unwrap_or(bytes);
        let lines = || good.split(|byte| *byte == b'\n');
        let column = 1 + lines().next_back().map_or(0, <[u8]>::len);
        Self { line: lines().count(), column, reason: Reason::NotUtf8 }
    }
}

fn is_at_end(error: &serde_json::Error, text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default();
    error.line() == text.lines().count() && error.column() >= last.len()
}

fn of_data(message: &str) -> Reason {
    if let Some(name) = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        Reason::Missing(name.into())
    } else if message.starts_with("duplicate field") || message.starts_with(KEY_TWICE) {
        Reason::KeyTwice
    } else if message.starts_with("the id ") {
        Reason::IdTwice
    } else if message.starts_with("the month ") {
        Reason::MonthTwice
    } else {
        Reason::Value
    }
}

/// The line of the second item with the id that the message names; the parser only knows where the list ends.
fn second_line_of(message: &str, text: &str) -> Option<usize> {
    let id = message.split_whitespace().nth(2)?;
    let begins_with_id = |line: &str| {
        let mut rest = line.trim_start();
        for part in ["{", "\"id\"", ":", "\"", id] {
            match rest.strip_prefix(part) {
                Some(after) => rest = if part == "\"" { after } else { after.trim_start() },
                None => return false,
            }
        }
        true
    };
    text.lines().enumerate().filter(|(_, line)| begins_with_id(line)).nth(1).map(|(at, _)| at + 1)
}
