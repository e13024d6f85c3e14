//! The section of a course: the letter that tells parallel courses apart.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// A section such as `A`: letters and digits in upper case, no spaces; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section(Box<str>);

impl Section {
    /// A section from a text; None where no letter and no digit is written.
    pub fn new(text: &str) -> Option<Self> {
        // Nearly every section is one plain letter, for which the tables of Unicode have nothing to say.
        if text.is_ascii() {
            let mut letters = text.to_ascii_uppercase();
            letters.retain(|c| c.is_ascii_alphanumeric());
            return Self::of(letters.into_boxed_str());
        }
        let upper: String = text.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        // Upper case may come apart ("ŉ"): brought together again, so that the form stays the same when read again.
        Self::of(upper.nfc().filter(|c| c.is_alphanumeric()).collect())
    }

    fn of(letters: Box<str>) -> Option<Self> {
        (!letters.is_empty()).then_some(Self(letters))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ord for Section {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(&self.0, &other.0)
    }
}

impl PartialOrd for Section {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares runs of digits as numbers, before letters: 4, 10, A.
fn compare(a: &str, b: &str) -> Ordering {
    let has_digit = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    if has_digit(a) || has_digit(b) { parts(a).cmp(&parts(b)).then_with(|| a.cmp(b)) } else { a.cmp(b) }
}

/// A piece of a section.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    Letter(char),
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for c in text.chars() {
        match (c.to_digit(10), parts.last_mut()) {
            (Some(digit), Some(Part::Number(number))) => {
                *number = number.saturating_mul(10).saturating_add(u64::from(digit));
            }
            (Some(digit), _) => parts.push(Part::Number(u64::from(digit))),
            (None, _) => parts.push(Part::Letter(c)),
        }
    }
    parts
}
