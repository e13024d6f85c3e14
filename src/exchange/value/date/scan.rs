//! The parts of a written date, in the order in which they stand; whether they are a day is judged elsewhere.

use super::super::{is_dash, is_space, plain::Plain};

/// Day, month and year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub day: u32,
    pub month: u32,
    pub year: u32,
    /// Whether the year has two digits.
    pub short: bool,
}

/// Reads from the front of a text.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    rest: &'a str,
}

/// A part of a date.
#[derive(Clone, Copy)]
enum Part {
    Number { value: u32, length: usize },
    Month(u32),
}

/// Names of the months, as people shorten them and as Excel does in Spanish and in English.
const MONTHS: &[(&str, u32)] = &[
    ("ene", 1),
    ("enero", 1),
    ("jan", 1),
    ("january", 1),
    ("feb", 2),
    ("febr", 2),
    ("febrero", 2),
    ("february", 2),
    ("mar", 3),
    ("mzo", 3),
    ("marzo", 3),
    ("march", 3),
    ("abr", 4),
    ("abril", 4),
    ("apr", 4),
    ("april", 4),
    ("may", 5),
    ("mayo", 5),
    ("jun", 6),
    ("junio", 6),
    ("june", 6),
    ("jul", 7),
    ("julio", 7),
    ("july", 7),
    ("ago", 8),
    ("agto", 8),
    ("agosto", 8),
    ("aug", 8),
    ("august", 8),
    ("sep", 9),
    ("sept", 9),
    ("set", 9),
    ("septiembre", 9),
    ("setiembre", 9),
    ("september", 9),
    ("oct", 10),
    ("octubre", 10),
    ("october", 10),
    ("nov", 11),
    ("noviembre", 11),
    ("november", 11),
    ("dic", 12),
    ("diciembre", 12),
    ("dec", 12),
    ("december", 12),
];
const WEEKDAYS: &[&str] = &["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"];

/// The number of the month of this name, whole or shortened, in any case: `Marzo`, `MAR.`, `sept`.
pub fn month_name(word: &str) -> Option<u32> {
    let plain = Plain::<12>::of(word)?;
    MONTHS.iter().find(|(name, _)| *name == plain.as_str()).map(|(_, month)| *month)
}

impl<'a> Scan<'a> {
    /// The parts of a text that is a date, perhaps with a weekday before and a time behind.
    pub(super) fn whole(text: &'a str) -> Option<Parts> {
        let mut scan = Scan { rest: text };
        scan.weekday();
        let (parts, rest) = Self::prefix(scan.rest)?;
        is_time(rest).then_some(parts)
    }

    /// The parts of a date with which a text begins, and what stands behind.
    pub(super) fn prefix(text: &'a str) -> Option<(Parts, &'a str)> {
        let mut scan = Scan { rest: text };
        let first = scan.part()?;
        scan.gap(&first)?;
        let second = scan.part()?;
        scan.gap(&second)?;
        let Part::Number { value: third, length } = scan.part()? else { return None };
        let parts = match (first, second) {
            (
                Part::Number { value: year, length: 4 },
                Part::Number { value: month, length: 1 | 2 } | Part::Month(month),
            ) => (length <= 2).then_some(Parts { day: third, month, year, short: false })?,
            (
                Part::Number { value: day, length: 1 | 2 },
                Part::Number { value: month, length: 1 | 2 } | Part::Month(month),
            )
            | (Part::Month(month), Part::Number { value: day, length: 1 | 2 }) => {
                matches!(length, 2 | 4).then_some(Parts { day, month, year: third, short: length == 2 })?
            }
            _ => return None,
        };
        let ends = !scan.rest.starts_with(|c: char| c.is_ascii_digit() || is_dash(c) || c == '/');
        ends.then_some((parts, scan.rest))
    }

    fn part(&mut self) -> Option<Part> {
        let rest = self.rest;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = self.take(|c| c.is_ascii_digit());
            let value = digits.parse().ok().filter(|_| digits.len() <= 4)?;
            self.ordinal();
            return Some(Part::Number { value, length: digits.len() });
        }
        let month = month_name(self.take(char::is_alphabetic))?;
        self.rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
        Some(Part::Month(month))
    }

    /// `1º de marzo`, `1ro de marzo`.
    fn ordinal(&mut self) {
        let rest = self.rest.trim_start_matches(['º', '°', '.']);
        let rest = if rest.len() == self.rest.len() { rest.strip_prefix("ro").unwrap_or(rest) } else { rest };
        if rest.len() < self.rest.len() && rest.starts_with(' ') {
            self.rest = rest;
        }
    }

    /// What stands between two parts: dashes, slashes, dots, spaces, `de`, `del`. Beside the name of a month nothing
    /// needs to (`12mar2012`).
    fn gap(&mut self, before: &Part) -> Option<()> {
        let length = self.rest.len();
        let between = |c: char| is_dash(c) || is_space(c) || matches!(c, '/' | '.' | ',' | '_');
        self.take(between);
        let mut words = *self;
        if matches!(words.take(char::is_alphabetic), "de" | "del" | "DE" | "DEL" | "De" | "Del") {
            words.take(between);
            *self = words;
        }
        let named = matches!(before, Part::Month(_)) || self.rest.starts_with(char::is_alphabetic);
        (named || self.rest.len() < length).then_some(())
    }

    fn weekday(&mut self) {
        let mut scan = *self;
        let word = scan.take(char::is_alphabetic);
        if !word.is_empty() && Plain::<12>::of(word).is_some_and(|plain| WEEKDAYS.contains(&plain.as_str())) {
            scan.take(|c| is_space(c) || c == ',');
            *self = scan;
        }
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

/// Whether what stands behind a date is nothing, or a time of day: ` 0:00:00`, `T00:00:00.000Z`, ` 08:30 hrs.`.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim_matches(|c| is_space(c) || matches!(c, '.' | ',' | 'T'));
    let sign = |c: char| c.is_ascii_digit() || is_space(c) || ":.,+-ZapmhrsAPMHRS".contains(c);
    rest.is_empty() || (rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(':') && rest.chars().all(sign))
}
