//! Dates as schools and spreadsheets write them: day first always, ISO, AAAAMMDD, month names, Excel's day numbers.
//! Never turns a date round to make it possible: `09-25-2012` is invalid, not 25 September.

use chrono::{Datelike, Days, NaiveDate};

use super::{Told, is_blank, trim};
use crate::rules::calendar::Month;

mod scan;
#[cfg(test)]
mod tests;

pub use scan::month_name;
use scan::{Parts, Scan};

/// What a cell says about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateTold {
    /// A day, today or before.
    Value(NaiveDate),
    /// None: blank, or one of the dates that programs write for none (`01-01-1900`, `30-12-1899`, `00-00-0000`).
    Nothing,
    /// Something that is no day.
    Invalid,
    /// A day after today.
    Future,
}

impl DateTold {
    /// The day, where there is one.
    pub fn value(self) -> Option<NaiveDate> {
        match self {
            Self::Value(date) => Some(date),
            Self::Nothing | Self::Invalid | Self::Future => None,
        }
    }
}

/// The earliest year of a birth that a school meets today; what is older is a slip of the hand.
const FIRST_YEAR: i32 = 1910;
/// Years by which programs say "no date": year 0 and 1, SQL Server's first, Excel's first two, "for ever".
const NO_YEARS: [i32; 6] = [0, 1, 1753, 1899, 1900, 9999];
/// How far ahead of this year a year of two digits may lie, see [`Century`].
const AHEAD: i32 = 20;
/// Excel's day numbers from 1 January 1930 to 31 December 2099.
const SERIALS: std::ops::RangeInclusive<u32> = 10_959..=73_050;
/// Excel's day numbers for no date: zero, and 1 January 1900 in Excel and in `LibreOffice`.
const NO_SERIALS: std::ops::RangeInclusive<u32> = 0..=2;

/// To which century a year of two digits belongs.
///
/// With a today, years up to twenty ahead are of this century and all others of the last: births of students and of their
/// parents and the days of an enrolment all come out right, and a slip (`27` for `21`) is told as a day in the future rather
/// than taken for 1927. Without one, all are of this century: the days of a withdrawal.
#[derive(Clone, Copy)]
enum Century {
    Around(NaiveDate),
    This,
}

/// Reads a date; a time of day behind it is left out.
pub fn read(text: &str, today: NaiveDate) -> DateTold {
    let text = trim(text);
    if is_blank(text) {
        return DateTold::Nothing;
    }
    let told = match digits_alone(text) {
        Some(number) => by_number(number),
        None => match Scan::whole(text) {
            Some(parts) => judge(parts, Century::Around(today)),
            None => DateTold::Invalid,
        },
    };
    match told {
        DateTold::Value(date) if date > today => DateTold::Future,
        told => told,
    }
}

/// The month of a birth as the Ministry publishes it, `201207`; also `2012-07` and `07/2012`. Zero and 1900 are nothing.
pub fn birth_month(text: &str) -> Told<Month> {
    let text = trim(text);
    if is_blank(text) {
        return Told::Nothing;
    }
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let parts = match digits_alone(text) {
        Some("0") => return Told::Nothing,
        Some(digits) if digits.len() == 6 => number(digits).map(|number| (number / 100, number % 100)),
        Some(_) => None,
        None => text.split_once(['-', '/', '.']).and_then(|(first, second)| match (first.len(), second.len()) {
            (4, 1 | 2) => Some((number(first)?, number(second)?)),
            (1 | 2, 4) => Some((number(second)?, number(first)?)),
            _ => None,
        }),
    };
    let Some((year, month)) = parts.and_then(|(year, month)| Some((i32::try_from(year).ok()?, month))) else {
        return Told::Nonsense;
    };
    if NO_YEARS.contains(&year) {
        return Told::Nothing;
    }
    Told::or_nonsense(Month::new(year, month).filter(|_| year >= FIRST_YEAR))
}

/// The one day inside a longer text (`RETIRADA 12-05-2024`); none where two different ones stand there.
pub fn inside(text: &str) -> Option<NaiveDate> {
    let mut found = None;
    let mut before = ' ';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let starts = first.is_ascii_digit() && !before.is_alphanumeric() && !matches!(before, '-' | '/' | '.' | ',');
        let date = starts.then(|| Scan::prefix(rest)).flatten();
        if let Some((parts, after)) = date
            && let DateTold::Value(date) = judge(parts, Century::This)
        {
            if found.is_some_and(|earlier| earlier != date) {
                return None;
            }
            found = Some(date);
            (before, rest) = (' ', after);
            continue;
        }
        before = first;
        rest = rest.get(first.len_utf8()..)?;
    }
    found
}

/// Month and year of a date that is the first of its month: what a spreadsheet makes of `mar-24`.
pub(super) fn first_of_month(text: &str) -> Option<(u32, u32)> {
    let told = match digits_alone(text) {
        Some(number) => by_number(number),
        None => judge(Scan::whole(text)?, Century::This),
    };
    let date = told.value().filter(|date| date.day() == 1)?;
    Some((date.month(), date.year().unsigned_abs()))
}

/// The digits of a text that has nothing else; the decimals of a day number are its time of day.
pub(super) fn digits_alone(text: &str) -> Option<&str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    (digits(whole) && digits(fraction)).then_some(whole)
}

/// A date of digits alone: Excel's day number, AAAAMMDD, or DDMMAAAA (of which a spreadsheet drops the first zero). No
/// eight digits are a day both ways, since no month begins with 19 or 20.
fn by_number(digits: &str) -> DateTold {
    let Ok(number) = digits.parse::<u32>() else { return DateTold::Invalid };
    let told = |day, month, year| judge(Parts { day, month, year, short: false }, Century::This);
    match digits.len() {
        7 | 8 => match told(number % 100, number / 100 % 100, number / 10_000) {
            DateTold::Invalid => told(number / 1_000_000, number / 10_000 % 100, number % 10_000),
            date => date,
        },
        1..=5 if NO_SERIALS.contains(&number) => DateTold::Nothing,
        1..=5 if SERIALS.contains(&number) => match serial(number) {
            Some(date) => DateTold::Value(date),
            None => DateTold::Invalid,
        },
        _ => DateTold::Invalid,
    }
}

/// The day that Excel counts from 30 December 1899.
fn serial(number: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number.into()))
}

/// Whether the parts are a day, and which.
fn judge(parts: Parts, century: Century) -> DateTold {
    let Parts { day, month, year, short } = parts;
    let Ok(written) = i32::try_from(year) else { return DateTold::Invalid };
    let zero = day == 0 || month == 0;
    // 1 January of a year 00 is 1900 with two digits: no withdrawal, rather than one in 2000.
    if short && written == 0 && (zero || (day, month) == (1, 1)) {
        return DateTold::Nothing;
    }
    let year = if short { with_century(written, century) } else { written };
    if NO_YEARS.contains(&year) && (zero || NaiveDate::from_ymd_opt(year, month, day).is_some()) {
        return DateTold::Nothing;
    }
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) if year >= FIRST_YEAR => DateTold::Value(date),
        _ => DateTold::Invalid,
    }
}

fn with_century(year: i32, century: Century) -> i32 {
    match century {
        Century::Around(today) if 2000 + year > today.year() + AHEAD => 1900 + year,
        Century::Around(_) | Century::This => 2000 + year,
    }
}
