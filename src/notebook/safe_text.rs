//! The one filter through which text enters: keyboard, import and load.
//!
//! Owns what may stand in a text. Never rewrites silently what a file holds: a stored text that the filter would
//! change keeps its original beside the clean view, and is written back as it was until somebody edits it.

use std::fmt;

use compact_str::CompactString;
use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class, is_nfc};

/// The longest one-line text, in characters.
pub const LINE_LIMIT: usize = 200;
/// The longest note, in bytes.
pub const NOTE_LIMIT: usize = 64 * 1024;
/// Combining marks allowed on one base letter; more is a drawing, not a language.
const MARKS_PER_LETTER: usize = 4;

/// A text that can be shown on a terminal: composed (NFC), without control, bidirectional or zero-width characters.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText {
    clean: CompactString,
    /// What the file holds, where the filter changed something.
    raw: Option<Box<str>>,
}

impl SafeText {
    /// Makes a text of one line: line breaks and tabs become spaces, ends are trimmed, cut at [`LINE_LIMIT`].
    pub fn line(text: &str) -> Self {
        let spaced: String = text.chars().map(|c| if is_break(c) || c == '\t' { ' ' } else { c }).collect();
        let clean = filter(&spaced, LINE_LIMIT * 4, false);
        let short: String = clean.trim().chars().take(LINE_LIMIT).collect();
        Self { clean: short.trim_end().into(), raw: None }
    }

    /// Makes a text of many lines: every kind of line break becomes `\n`, tabs stay, cut at [`NOTE_LIMIT`].
    pub fn note(text: &str) -> Self {
        Self { clean: filter(text, NOTE_LIMIT, true).trim_end().into(), raw: None }
    }

    /// Keeps a stored text: shown clean, written back as it was.
    pub fn stored(text: impl Into<CompactString>) -> Self {
        let text = text.into();
        if is_clean(&text) {
            return Self { clean: text, raw: None };
        }
        let clean = filter(&text, NOTE_LIMIT, true);
        let raw = (*clean != *text).then(|| text.as_str().into());
        Self { clean: clean.into(), raw }
    }

    /// The text as it may be shown.
    pub fn as_str(&self) -> &str {
        &self.clean
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.clean.trim().is_empty()
    }

    /// Whether nothing at all is stored: then the file leaves the field out. A text of blanks or of what the filter takes
    /// away is empty to read, and is still written back as it was.
    pub(super) fn is_absent(&self) -> bool {
        self.clean.is_empty() && self.raw.is_none()
    }

    /// Whether the file holds something else than what is shown.
    pub fn was_repaired(&self) -> bool {
        self.raw.is_some()
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Free text may hold a name: the length is all that a log needs.
        write!(f, "SafeText({} characters)", self.clean.chars().count())
    }
}

impl Serialize for SafeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.raw.as_deref().unwrap_or(&self.clean))
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Stored)
    }
}

/// Takes a text from where the parser has it.
struct Stored;

impl Visitor<'_> for Stored {
    type Value = SafeText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<SafeText, E> {
        Ok(SafeText::stored(text))
    }
}

impl JsonSchema for SafeText {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

/// The joiner of emoji families. It is invisible, so names lose it; notes keep it.
pub const JOINER: char = '\u{200d}';

/// Whether a character may stand in a text: no controls, no marks that turn the direction of writing, nothing invisible.
/// (Line breaks are turned into `\n` before this is asked; [`JOINER`] is for notes to allow.)
pub fn is_admitted(c: char) -> bool {
    matches!(c, '\n' | '\t')
        || !c.is_control()
            && !matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}')
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The usual case, without an allocation: nothing in the text needs the filter.
fn is_clean(text: &str) -> bool {
    text.len() <= NOTE_LIMIT
        && (text.chars().all(is_plain)
            || (is_nfc(text)
                && text.chars().all(|c| {
                    c != '\r'
                        && (is_admitted(c) || c == JOINER)
                        && !is_break_but_newline(c)
                        && canonical_combining_class(c) == 0
                })))
}

/// Letters and signs of European languages, each of them composed and admitted: judged without the tables of Unicode.
/// What is not plain may be clean all the same.
fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}')
}

fn is_break_but_newline(c: char) -> bool {
    c != '\n' && is_break(c)
}

/// Filtering twice is filtering once: what a text holds is read back from a file as it was written. So what is not
/// admitted goes before letters are composed, or else two that it held apart would be composed at the next reading.
fn filter(text: &str, limit: usize, joins: bool) -> String {
    let mut clean = String::with_capacity(text.len().min(limit));
    let mut marks = 0;
    let mut after_return = false;
    for c in text.chars().filter(|c| is_admitted(*c) || is_break(*c) || joins && *c == JOINER).nfc() {
        let c = match c {
            '\n' if after_return => {
                after_return = false;
                continue;
            }
            c if is_break(c) => {
                after_return = c == '\r';
                '\n'
            }
            c => {
                after_return = false;
                c
            }
        };
        marks = if canonical_combining_class(c) == 0 { 0 } else { marks + 1 };
        if marks > MARKS_PER_LETTER {
            continue;
        }
        if clean.len() + c.len_utf8() > limit {
            break;
        }
        clean.push(c);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_command_in_a_name_never_reaches_the_wall() {
        assert_eq!(SafeText::line("Ana\u{1b}]52;c;aGk=\u{7} Soto").as_str(), "Ana]52;c;aGk= Soto");
        assert_eq!(SafeText::line("A\u{202e}na\u{200b}\u{e0041}").as_str(), "Ana");
    }

    #[test]
    fn letters_are_composed_and_marks_are_few() {
        assert_eq!(SafeText::line("Pen\u{303}a").as_str(), "Peña");
        let storm = format!("a{}", "\u{301}".repeat(50));
        assert!(SafeText::line(&storm).as_str().chars().count() <= 1 + MARKS_PER_LETTER);
    }

    #[test]
    fn line_breaks_of_every_system_become_one() {
        assert_eq!(SafeText::note("a\r\nb\rc\u{2028}d\n\ne").as_str(), "a\nb\nc\nd\n\ne");
        assert_eq!(SafeText::line(" a\r\nb ").as_str(), "a  b");
    }

    #[test]
    fn a_stored_text_is_shown_clean_and_written_back_as_it_was() {
        let stored: SafeText = serde_json::from_str(r#""Ana\u0007 Soto""#).unwrap();
        assert_eq!(stored.as_str(), "Ana Soto");
        assert!(stored.was_repaired());
        assert_eq!(serde_json::to_string(&stored).unwrap(), r#""Ana\u0007 Soto""#);
    }

    #[test]
    fn letters_that_something_invisible_held_apart_are_the_same_after_saving() {
        for text in ["a\u{200b}\u{301}", "\u{1100}\u{202e}\u{1161}"] {
            let typed = SafeText::line(text);
            assert_eq!(SafeText::stored(typed.as_str().to_owned()), typed);
        }
    }

    #[test]
    fn no_letter_that_is_waved_through_would_have_been_stopped() {
        for plain in (char::MIN..=char::MAX).filter(|c| is_plain(*c)) {
            let name = format!("n{plain}n");
            assert_eq!(filter(&name, NOTE_LIMIT, true), name, "{}", plain.escape_unicode());
        }
        assert!("Ñuñoa, «Pehuén» 2.º".chars().all(is_plain));
    }

    #[test]
    fn limits_cut_and_never_in_the_middle_of_a_letter() {
        assert_eq!(SafeText::line(&"ñ".repeat(500)).as_str().chars().count(), LINE_LIMIT);
        assert!(SafeText::note(&"ñ".repeat(NOTE_LIMIT)).as_str().len() <= NOTE_LIMIT);
    }

    #[test]
    fn a_log_line_shows_no_text() {
        assert_eq!(format!("{:?}", SafeText::line("Ana Soto")), "SafeText(8 characters)");
    }
}
