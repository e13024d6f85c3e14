//! Months of the school year in headers, cells and titles.
//! A title names a month only where it says one: not the 21 de Mayo after which a school is called, not the day of
//! printing, not one end of *marzo a junio*.

use super::{
    date::{digits_alone, first_of_month, month_name},
    trim,
};

#[cfg(test)]
mod tests;
mod title;

pub use title::inside;

/// Years that a table of a school can be about.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2099;

/// Reads a month, and its year where it is said: `3`, `03`, `MAR`, `mar.`, `Marzo 2024`, `mar-24`, `03-2024`, `202403`, and
/// the first of the month that a spreadsheet makes of `mar-24`.
pub fn read(text: &str) -> Option<(u8, Option<u16>)> {
    let text = trim(text);
    if let Some(digits) = digits_alone(text) {
        let number: u32 = digits.parse().ok()?;
        return match digits.len() {
            1 | 2 => with_year(number, None),
            6 => with_year(number % 100, Some(number / 100)),
            5 => first_of_month(text).and_then(|(month, year)| with_year(month, Some(year))),
            _ => None,
        };
    }
    let text = text.strip_prefix(['(', '[']).and_then(|rest| rest.strip_suffix([')', ']'])).unwrap_or(text);
    match title::tokens(text).as_slice() {
        [only] => with_year(only.month()?, None),
        [label, only] if label.is_label() => with_year(only.month().or_else(|| only.number_up_to(12))?, None),
        [month, year] if month.month().is_some() => with_year(month.month()?, Some(year.year_behind()?)),
        [month, de, year] if de.is_of() => with_year(month.month()?, Some(year.year()?)),
        [first, second] if second.is_joined() => match (first.year(), second.year()) {
            (Some(year), _) => with_year(second.number_up_to(12)?, Some(year)),
            (_, Some(year)) => with_year(first.number_up_to(12)?, Some(year)),
            _ => None,
        },
        _ => first_of_month(text).and_then(|(month, year)| with_year(month, Some(year))),
    }
}

fn with_year(month: u32, year: Option<u32>) -> Option<(u8, Option<u16>)> {
    let year = match year {
        None => None,
        Some(year) => Some(u16::try_from(year).ok().filter(|_| YEARS.contains(&year))?),
    };
    Some((u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?, year))
}

/// Whether a word is the whole name of a month rather than a short form of it.
fn is_whole_name(word: &str) -> bool {
    month_name(word).is_some() && word.chars().count() > 4 || matches!(word.to_lowercase().as_str(), "mayo")
}
