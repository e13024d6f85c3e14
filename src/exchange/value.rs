//! One cell (or one header) as a value, in every spelling that Chilean schools use: pure functions from text.
//! Owns what a blank is and what surrounds a value without belonging to it. Never guesses in silence: a cell is a value,
//! a value with a [`Doubt`](super::codes::Doubt), nothing, or nonsense that the caller must report.
//!
//! What only a whole column can say (the scale of its percents, whether `M` is *mujer*) is decided by small structs that
//! `see` each cell first. Integers only; no text is copied on the way to a number, a date or a RUN.

pub mod contact;
pub mod course;
pub mod daily;
pub mod date;
pub mod gender;
pub mod grade;
pub mod month;
pub mod number;
pub mod outcome;
pub mod percent;
pub mod plain;
pub mod run;

use crate::notebook::safe_text::is_admitted;
use plain::Plain;

/// What a cell says about something that may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<T> {
    /// A value.
    Value(T),
    /// Nothing, in one of the ways in which tables say nothing; see [`is_blank`].
    Nothing,
    /// Something that is no such value.
    Nonsense,
}

impl<T> Told<T> {
    /// The value, where there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Nothing | Self::Nonsense => None,
        }
    }

    /// The same answer about what a function makes of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Told<U> {
        match self {
            Self::Value(value) => Told::Value(make(value)),
            Self::Nothing => Told::Nothing,
            Self::Nonsense => Told::Nonsense,
        }
    }

    /// A value, or nonsense where there is none.
    pub fn or_nonsense(value: Option<T>) -> Self {
        value.map_or(Self::Nonsense, Self::Value)
    }
}

/// The longest way of saying nothing, in bytes; what is longer says something.
const LONGEST_BLANK: usize = 32;

/// Words that say nothing, as [`Plain`] writes them (`S/I` is `s i`).
const BLANK_WORDS: &[&str] = &[
    "desconocida",
    "desconocido",
    "en blanco",
    "n a",
    "n d",
    "na",
    "nan",
    "ninguna",
    "ninguno",
    "no aplica",
    "no disponible",
    "no hay",
    "no informa",
    "no informada",
    "no informado",
    "no posee",
    "no registra",
    "no registrada",
    "no registrado",
    "no tiene",
    "none",
    "null",
    "s d",
    "s i",
    "se desconoce",
    "sin antecedentes",
    "sin dato",
    "sin datos",
    "sin inf",
    "sin info",
    "sin informacion",
    "sin registro",
    "vacio",
];

/// A cell without what surrounds it: every kind of space, invisible signs, the apostrophe by which a spreadsheet marks
/// text (`'0123`), and the formula by which a CSV does (`="0123"`).
pub fn trim(text: &str) -> &str {
    let text = text.trim_matches(is_space);
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return inner.trim_matches(is_space);
    }
    text.strip_prefix('\'').map_or(text, |rest| rest.trim_start_matches(is_space))
}

/// Whether a cell says nothing: empty, spaces of any kind, dashes, dots, `NA`, `s/i`, `sin información`, `#N/A` and the
/// other errors of a formula. A narrow column's `#####` is not among them: there was something, and it is lost.
pub fn is_blank(text: &str) -> bool {
    let text = trim(text);
    let Some(first) = text.bytes().next() else { return true };
    if first.is_ascii_digit() || text.len() > LONGEST_BLANK {
        return false;
    }
    if text.chars().all(|c| is_dash(c) || is_space(c) || matches!(c, '.' | '…' | '_' | '?' | '¿')) {
        return true;
    }
    let formula_error = first == b'#' && text.ends_with(['!', '?']);
    let may_be_word =
        matches!(first.to_ascii_lowercase(), b'#' | b'(' | b'[' | b'<' | b'd' | b'e' | b'n' | b's' | b'v');
    let is_word = |plain: Plain<LONGEST_BLANK>| BLANK_WORDS.contains(&plain.as_str());
    formula_error || (may_be_word && Plain::of(text).is_some_and(is_word))
}

/// Spaces of every kind, controls, and what cannot be seen.
fn is_space(c: char) -> bool {
    c == ' ' || c.is_whitespace() || !is_admitted(c)
}

/// Hyphens and dashes, as people and programs write them.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_saying_nothing_is_nothing() {
        for blank in [
            "",
            " ",
            "\u{a0}",
            "\u{feff}",
            "\u{2009}\u{200b}",
            "\t\r\n",
            "-",
            "--",
            "---",
            "–",
            "—",
            " - ",
            ".",
            "..",
            "…",
            "NA",
            "N/A",
            "n/a",
            "#N/A",
            "#N/D",
            "#¡DIV/0!",
            "#REF!",
            "#¿NOMBRE?",
            "NULL",
            "(null)",
            "None",
            "NaN",
            "s/i",
            "S/I",
            "S.I.",
            "sin información",
            "SIN INFORMACIO\u{301}N",
            "Sin  Información.",
            "no aplica",
            "No registra",
            "'",
            "'-",
            "=\"\"",
            "no tiene",
            "?",
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
    }

    #[test]
    fn what_says_something_is_never_dropped_as_blank() {
        for told in [
            "0",
            "0,0",
            "-3",
            "P",
            "S",
            "I",
            "SI",
            "N",
            "NO",
            "Nahuel",
            "Núñez",
            "Sinforosa",
            "Nadia",
            "Ana",
            "ñ",
            "#####",
            "x",
            "•",
            "✓",
            "1",
            "S/N",
            "nombre",
        ] {
            assert!(!is_blank(told), "{told:?}");
        }
    }

    #[test]
    fn what_surrounds_a_value_is_not_part_of_it() {
        for cell in [
            " 12 ",
            "\u{feff}12",
            "\u{a0}12\u{2007}",
            "'12",
            " ' 12",
            "=\"12\"",
            "12\u{200b}",
            "\u{200e}12\u{200f}\r\n",
        ] {
            assert_eq!(trim(cell), "12", "{cell:?}");
        }
        assert_eq!(trim("O'Higgins 12"), "O'Higgins 12");
        assert_eq!(trim("=1+1"), "=1+1");
    }
}
