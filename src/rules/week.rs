//! Weeks from Monday to Sunday, and how a month is cut at its Mondays.
//!
//! A week is named by its Monday: no number of a week that two calendars count otherwise. Never asks which day it is.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{Month, school_year};

/// The most weeks that a month has a part of: one of 31 days that begins on a Sunday.
pub const MOST_PARTS: usize = 6;

/// A week from Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(NaiveDate);

impl Week {
    /// The week of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day))
    }

    /// Its Monday.
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// Its Sunday.
    pub fn last_day(self) -> NaiveDate {
        self.plus(6)
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.plus(7))
    }

    /// The school year that it belongs to: that of its Friday, since classes may begin in the middle of a week.
    pub fn school_year(self) -> i32 {
        school_year(self.plus(4))
    }

    fn plus(self, days: u64) -> NaiveDate {
        self.0.checked_add_days(Days::new(days)).unwrap_or(self.0)
    }
}

/// The weeks that a month has a part of, four to six; the first and the last may lie in two months.
pub fn weeks_of(month: Month) -> impl Iterator<Item = Week> {
    let last = month.last_day();
    let weeks = std::iter::successors(Some(Week::of(month.first_day())), |week| Some(week.next()));
    weeks.take_while(move |week| week.first_day() <= last)
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn mondays(month: &str) -> Vec<String> {
        weeks_of(month.parse().unwrap()).map(|week| week.to_string()).collect()
    }

    #[test]
    fn a_week_begins_on_its_monday_also_in_the_month_and_the_year_before() {
        for day in ["2026-03-30", "2026-04-01", "2026-04-05"] {
            assert_eq!(Week::of(on(day)).to_string(), "2026-03-30", "{day}");
        }
        let week = Week::of(on("2027-01-01"));
        assert_eq!((week.to_string().as_str(), week.next().to_string().as_str()), ("2026-12-28", "2027-01-04"));
        assert_eq!(week.last_day(), on("2027-01-03"));
    }

    #[test]
    fn a_month_is_cut_at_its_mondays_into_four_to_six_parts() {
        assert_eq!(mondays("2026-04"), ["2026-03-30", "2026-04-06", "2026-04-13", "2026-04-20", "2026-04-27"]);
        assert_eq!(mondays("2021-02").len(), 4, "28 days from a Monday on");
        assert_eq!(mondays("2026-03").len(), MOST_PARTS, "31 days from a Sunday on");
        for month in (1990..2100).flat_map(|year| (1..=12).filter_map(move |month| Month::new(year, month))) {
            assert!((4..=MOST_PARTS).contains(&weeks_of(month).count()), "{month}");
        }
    }

    #[test]
    fn a_year_begins_with_the_week_in_which_classes_can_begin() {
        assert_eq!(Week::of(on("2024-03-01")).school_year(), 2024, "a Friday");
        assert_eq!(Week::of(on("2026-03-01")).school_year(), 2025, "a Sunday");
        assert_eq!(Week::of(on("2026-12-31")).school_year(), 2026);
    }
}
