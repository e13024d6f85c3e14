//! Months and the school year, March to December.
//!
//! Never asks which day it is today: dates come from the caller.

use std::{borrow::Cow, fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use super::written;

/// First month of the school year: classes begin in March (Mineduc, calendario escolar).
pub const FIRST_MONTH: u32 = 3;
/// Last month of the school year.
pub const LAST_MONTH: u32 = 12;

/// Years that a month may have; anything else is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// A month of a year, saved as `"2022-03"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u16);

/// The text is not a month such as `2022-03`, from 1900 to 2999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NotAMonth;

impl Month {
    /// A month from its year (1900 to 2999) and number (1 to 12).
    pub fn new(year: i32, month: u32) -> Option<Self> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let years = u16::try_from(year - YEARS.start()).ok()?;
        Some(Self(years * 12 + u16::try_from(month).ok()? - 1))
    }

    /// The month of a date; a year outside 1900 to 2999 becomes the nearest of them.
    pub fn of(date: NaiveDate) -> Self {
        let year = date.year().clamp(*YEARS.start(), *YEARS.end());
        Self::new(year, date.month()).unwrap_or(Self(0))
    }

    /// Reads `2022-03`.
    pub fn parse(text: &str) -> Result<Self, NotAMonth> {
        let &[y1, y2, y3, y4, b'-', m1, m2] = text.as_bytes() else { return Err(NotAMonth) };
        let (Some(year), Some(month)) = (number(&[y1, y2, y3, y4]), number(&[m1, m2])) else { return Err(NotAMonth) };
        Self::new(year.into(), month.into()).ok_or(NotAMonth)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        1900 + (self.0 / 12) as i32
    }

    /// The number of the month, 1 to 12.
    pub const fn month(self) -> u32 {
        (self.0 % 12) as u32 + 1
    }

    /// The month after; the last one there is stays.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year() + i32::from(self.month() == 12), self.month() % 12 + 1).unwrap_or(self)
    }

    /// The month before; the first one there is stays.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// The last day.
    pub fn last_day(self) -> NaiveDate {
        (28..=31)
            .rev()
            .find_map(|day| NaiveDate::from_ymd_opt(self.year(), self.month(), day))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The school year that the month belongs to, see [`school_year`].
    pub const fn school_year(self) -> i32 {
        if self.month() < FIRST_MONTH { self.year() - 1 } else { self.year() }
    }
}

/// The number that digits spell, four at most.
pub(super) fn number(digits: &[u8]) -> Option<u16> {
    let add = |number, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + u16::from(byte - b'0'));
    digits.iter().try_fold(0, add)
}

/// The school year of a date: March to December of its year; January and February belong to the one that has ended.
pub fn school_year(date: NaiveDate) -> i32 {
    if date.month() < FIRST_MONTH { date.year() - 1 } else { date.year() }
}

/// The months with classes of a school year, March to December; none for a year outside 1900 to 2999.
pub fn school_months(year: i32) -> impl DoubleEndedIterator<Item = Month> + Clone {
    (FIRST_MONTH..=LAST_MONTH).filter_map(move |month| Month::new(year, month))
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Month({self})")
    }
}

impl FromStr for Month {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        Self::parse(text)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Thousands of them are written at a time: letter by letter, without the machinery of formatting.
        let (year, month) = (self.year().unsigned_abs(), self.month());
        let digit = |number: u32| b"0123456789".get((number % 10) as usize).copied().unwrap_or(b'0');
        let letters = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
        ];
        serializer.serialize_str(std::str::from_utf8(&letters).map_err(ser::Error::custom)?)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer, "a month such as \"2022-03\"", |text| Self::parse(text).ok())
    }
}

impl JsonSchema for Month {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }
    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[12][0-9]{3}-(0[1-9]|1[0-2])$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn in_summer_the_school_year_is_the_one_that_has_ended() {
        assert_eq!(school_year(date(2023, 1, 10)), 2022);
        assert_eq!(school_year(date(2023, 2, 28)), 2022);
        assert_eq!(school_year(date(2023, 3, 1)), 2023);
        assert_eq!(school_year(date(2023, 12, 31)), 2023);
        assert_eq!(Month::of(date(2024, 2, 29)).school_year(), 2023);
    }

    #[test]
    fn a_school_year_has_ten_months() {
        let months: Vec<String> = school_months(2022).map(|month| month.to_string()).collect();
        assert_eq!(months.len(), 10);
        assert_eq!(months.first().map(String::as_str), Some("2022-03"));
        assert_eq!(months.last().map(String::as_str), Some("2022-12"));
    }

    #[test]
    fn the_last_day_knows_leap_years() {
        assert_eq!(Month::new(2024, 2).unwrap().last_day(), date(2024, 2, 29));
        assert_eq!(Month::new(2023, 2).unwrap().last_day(), date(2023, 2, 28));
        assert_eq!(Month::new(2022, 4).unwrap().last_day(), date(2022, 4, 30));
        assert_eq!(Month::new(2022, 12).unwrap().last_day(), date(2022, 12, 31));
    }

    #[test]
    fn every_month_is_followed_by_the_next_and_survives_the_file() {
        let mut month = Month::new(1900, 1).unwrap();
        assert_eq!(month.previous(), month);
        for _ in 1..1100 * 12 {
            let next = month.next();
            assert!(next > month);
            assert_eq!(next.previous(), month);
            assert_eq!(next.first_day(), month.last_day().succ_opt().unwrap());
            assert_eq!(next.to_string().parse(), Ok(next));
            month = next;
        }
        assert_eq!(month.to_string(), "2999-12");
        assert_eq!(month.next(), month);
    }

    #[test]
    fn what_is_not_a_month_is_refused() {
        for text in
            ["", "2022", "2022-3", "2022-13", "2022-00", "03-2022", "+022-03", "1899-12", "2022-03-01", "3000-01"]
        {
            assert_eq!(Month::parse(text), Err(NotAMonth), "{text}");
        }
        let json = serde_json::to_string(&Month::new(2022, 3).unwrap()).unwrap();
        assert_eq!(json, "\"2022-03\"");
        assert!(serde_json::from_str::<Month>("\"2022-13\"").is_err());
    }
}
