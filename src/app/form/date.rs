//! A day, typed as people write it. Never reads the clock: today is a parameter.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Outcome, TextField, TextOp};
use crate::rules::spelling::fold;

/// Why a typed text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateProblem {
    /// The text has none of the shapes that are understood.
    NotADate,
    /// The shape is right, but the calendar has no such day (31-02).
    NoSuchDay,
    /// The year is outside 1900–2199.
    OutOfRange,
}

/// A field for a day or for no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateField {
    typed: TextField,
    is_to_come: bool,
    /// Whether nobody has touched what stands there: then a typed character takes its place.
    is_untouched: bool,
}

impl DateField {
    const LIMIT: usize = 24;

    /// Makes a field that holds a day, or none.
    #[must_use]
    pub fn new(day: Option<NaiveDate>) -> Self {
        let text = day.map(written).unwrap_or_default();
        Self { typed: TextField::with_limit(&text, Self::LIMIT), is_to_come: false, is_untouched: true }
    }

    /// Makes a field for a day that lies ahead: a date without a year is the next one, not the one that has passed.
    #[must_use]
    pub fn to_come(day: Option<NaiveDate>) -> Self {
        Self { is_to_come: true, ..Self::new(day) }
    }

    /// What is typed, for drawing.
    #[must_use]
    pub fn typed(&self) -> &TextField {
        &self.typed
    }

    /// Puts back what was typed once.
    pub fn put(&mut self, typed: &str) {
        self.typed.set(typed);
        self.is_untouched = false;
    }

    /// Reads what is typed: `dd-mm-yyyy` (also `/`, `.`, one digit, two digits of the year or none), `ddmm`, `ddmmyy`,
    /// `ddmmyyyy`, ISO `yyyy-mm-dd`, the words for today, tomorrow and yesterday in Spanish and English, days from
    /// `today` as `+7` or `-3`, and, the way the field looks, days as `7d` and days of the week by two letters or more.
    /// Blank is no day. Without a year it is this one; two digits mean the year between 79 years ago and 20 years ahead.
    pub fn value(&self, today: NaiveDate) -> Result<Option<NaiveDate>, DateProblem> {
        let text = fold(self.typed.text().trim());
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(days) = days_from_today(&text)? {
            return shifted(today, days).map(Some);
        }
        if let Some(days) = self.days_away(&text, today)? {
            return shifted(today, days).map(Some);
        }
        let (day, month, year) = parts(&text, today).ok_or(DateProblem::NotADate)?;
        if !YEARS.contains(&year) {
            return Err(DateProblem::OutOfRange);
        }
        let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NoSuchDay)?;
        let has_no_year = text.split(['-', '/', '.']).count() == 2 || text.len() == 4;
        if self.is_to_come && has_no_year && date < today {
            return NaiveDate::from_ymd_opt(year + 1, month, day).map(Some).ok_or(DateProblem::NoSuchDay);
        }
        Ok(Some(date))
    }

    /// Days as `7d`, or to a day of the week: ahead where the field looks ahead, else back. The next Monday is never today;
    /// the last one is.
    fn days_away(&self, text: &str, today: NaiveDate) -> Result<Option<i64>, DateProblem> {
        let way = if self.is_to_come { 1 } else { -1 };
        if let Some(digits) = text.strip_suffix('d').map(str::trim_end).filter(|digits| is_digits(digits)) {
            return count(digits).map(|days| Some(way * days));
        }
        let Some(weekday) = weekday(text) else { return Ok(None) };
        let now = today.weekday();
        let days = if self.is_to_come { (weekday.days_since(now) + 6) % 7 + 1 } else { now.days_since(weekday) };
        Ok(Some(way * i64::from(days)))
    }

    /// Does one operation. Up and Down are a day later and earlier, a page is a week; from no day they go to today. The first
    /// character takes the place of the day that the field came with.
    pub fn apply(&mut self, op: TextOp<'_>, today: NaiveDate) -> Outcome {
        let is_untouched = std::mem::take(&mut self.is_untouched);
        if is_untouched && matches!(op, TextOp::Insert(_) | TextOp::Paste(_)) {
            self.typed.set("");
        }
        match op {
            TextOp::Up => self.shift(1, today),
            TextOp::Down => self.shift(-1, today),
            TextOp::PageUp => self.shift(7, today),
            TextOp::PageDown => self.shift(-7, today),
            _ => self.typed.apply(op),
        }
    }

    fn shift(&mut self, days: i64, today: NaiveDate) -> Outcome {
        let day = match self.value(today) {
            Ok(Some(day)) => shifted(day, days),
            Ok(None) => Ok(today),
            Err(problem) => Err(problem),
        };
        day.map_or(Outcome::Ignored, |day| self.typed.set(&written(day)))
    }
}

const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

fn written(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn shifted(day: NaiveDate, days: i64) -> Result<NaiveDate, DateProblem> {
    let distance = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) };
    moved.filter(|day| YEARS.contains(&day.year())).ok_or(DateProblem::OutOfRange)
}

fn days_from_today(text: &str) -> Result<Option<i64>, DateProblem> {
    match text {
        "hoy" | "today" => return Ok(Some(0)),
        "manana" | "tomorrow" => return Ok(Some(1)),
        "ayer" | "yesterday" => return Ok(Some(-1)),
        _ => {}
    }
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => return Ok(None),
    };
    let digits = digits.trim_start();
    if !is_digits(digits) {
        return Err(DateProblem::NotADate);
    }
    count(digits).map(|days| Some(sign * days))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Only a number of more digits than fit can fail here.
fn count(digits: &str) -> Result<i64, DateProblem> {
    digits.parse().or(Err(DateProblem::OutOfRange))
}

/// A day of the week by the first letters of its name, two or more, in Spanish or English: no two share them.
fn weekday(text: &str) -> Option<Weekday> {
    let is_meant = |(es, en, _): &&(&str, &str, Weekday)| es.starts_with(text) || en.starts_with(text);
    if text.len() < 2 { None } else { WEEKDAYS.iter().find(is_meant).map(|(.., weekday)| *weekday) }
}

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("lunes", "monday", Weekday::Mon),
    ("martes", "tuesday", Weekday::Tue),
    ("miercoles", "wednesday", Weekday::Wed),
    ("jueves", "thursday", Weekday::Thu),
    ("viernes", "friday", Weekday::Fri),
    ("sabado", "saturday", Weekday::Sat),
    ("domingo", "sunday", Weekday::Sun),
];

/// Gives day, month and year of a typed date.
fn parts(text: &str, today: NaiveDate) -> Option<(u32, u32, i32)> {
    let pieces: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    match pieces.as_slice() {
        [run] => match run.len() {
            4 | 6 | 8 => {
                let (day, rest) = run.split_at_checked(2)?;
                let (month, year) = rest.split_at_checked(2)?;
                Some((number(day, 2)?, number(month, 2)?, full_year(year, today)?))
            }
            _ => None,
        },
        [day, month] => Some((number(day, 2)?, number(month, 2)?, today.year())),
        [year, month, day] if year.len() == 4 => Some((number(day, 2)?, number(month, 2)?, full_year(year, today)?)),
        [day, month, year] => Some((number(day, 2)?, number(month, 2)?, full_year(year, today)?)),
        _ => None,
    }
}

fn number(digits: &str, most: usize) -> Option<u32> {
    let plain = (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn full_year(digits: &str, today: NaiveDate) -> Option<i32> {
    match digits.len() {
        0 => Some(today.year()),
        2 => {
            let short = i32::try_from(number(digits, 2)?).ok()?;
            let latest = today.year() + 20;
            Some(latest - (latest - short).rem_euclid(100))
        }
        4 => i32::try_from(number(digits, 4)?).ok(),
        _ => None,
    }
}
