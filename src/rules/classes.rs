//! The school calendar of one year: on which days there are classes.
//!
//! A value that a notebook holds and a person edits; where none is held, the one that can be assumed. Never asks which
//! day it is today.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    calendar::{FIRST_MONTH, Month, school_year},
    course::Grade,
    day,
    rule::{Rule, Unit},
};

pub mod holidays;

/// Class days that the recent past of a student goes back.
pub const RECENT: Rule =
    Rule { id: "recent_window", threshold: 20, unit: Unit::Days, source: "AIR, revisión a los 20 días de clases" };
/// Where the assumed calendar comes from.
pub const ASSUMED: &str = "Mineduc, calendario escolar 2025, jornada escolar completa";

/// The days with classes of a school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchoolCalendar {
    /// The school year.
    pub year: i32,
    /// The first day with classes.
    #[serde(deserialize_with = "day::read")]
    pub from: NaiveDate,
    /// The last one.
    #[serde(deserialize_with = "day::read")]
    pub to: NaiveDate,
    /// The last one of 4° medio, where it ends before the others.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub to_of_last: Option<NaiveDate>,
    /// First and last day of the winter holidays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub winter: Option<(NaiveDate, NaiveDate)>,
    /// Other days without classes of this school.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub free: Vec<NaiveDate>,
}

impl SchoolCalendar {
    /// The calendar of a year of which the notebook holds none: that of 2025 for full-day schools of most regions, carried
    /// over by weekdays.
    pub fn assumed(year: i32) -> Self {
        let near = |month, day, weekday| near(year, month, day, weekday);
        Self {
            year,
            from: near(3, 5, Weekday::Wed),
            to: near(12, 5, Weekday::Fri),
            to_of_last: Some(near(11, 24, Weekday::Mon)),
            winter: Some((near(6, 23, Weekday::Mon), near(7, 4, Weekday::Fri))),
            free: Vec::new(),
        }
    }

    /// Whether there are classes on a day, as far as the calendar says.
    pub fn has_classes(&self, day: NaiveDate) -> bool {
        self.is_term(day) && !holidays::is_holiday(day) && !self.free.contains(&day)
    }

    /// From Monday to Friday within the year, and not in the winter holidays; holidays by law not taken off.
    fn is_term(&self, day: NaiveDate) -> bool {
        let is_winter = self.winter.is_some_and(|(from, to)| (from..=to).contains(&day));
        (self.from..=self.to).contains(&day) && !is_winter && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Class days from a day to another, both counted in.
    pub fn count(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let (from, to) = (from.max(self.from), to.min(self.to));
        let days = from.iter_days().take_while(|day| *day <= to).filter(|day| self.has_classes(*day));
        u32::try_from(days.count()).unwrap_or(u32::MAX)
    }

    /// Class days that come after a day, for a grade.
    pub fn left_after(&self, day: NaiveDate, grade: Grade) -> u32 {
        let to = if grade == Grade::Secondary(4) { self.to_of_last.unwrap_or(self.to) } else { self.to };
        day.succ_opt().map_or(0, |next| self.count(next, to))
    }

    /// The last class days up to a day, both ends counted in: from the first to the last of them. Never across 1 March, so
    /// that a year begins without the one before. None where there were no classes yet.
    pub fn recent(&self, until: NaiveDate, days: u16) -> Option<(NaiveDate, NaiveDate)> {
        let first = NaiveDate::from_ymd_opt(school_year(until), FIRST_MONTH, 1)?.max(self.from);
        let mut found = None;
        let mut left = days;
        let mut day = until.min(self.to);
        while left > 0 && day >= first {
            if self.has_classes(day) {
                found = Some((day, found.map_or(day, |(_, last)| last)));
                left -= 1;
            }
            day = day.checked_sub_days(Days::new(1))?;
        }
        found
    }

    /// Whether all class days of a month have passed on a day.
    pub fn is_over(&self, month: Month, today: NaiveDate) -> bool {
        today >= month.last_day() || today > self.to || self.count(today, month.last_day()) == 0
    }
}

/// The weekday that is nearest to a date of a year.
fn near(year: i32, month: u32, day: u32, weekday: Weekday) -> NaiveDate {
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { return NaiveDate::MIN };
    let ahead = u64::from((7 + weekday.num_days_from_monday() - date.weekday().num_days_from_monday()) % 7);
    let near =
        if ahead <= 3 { date.checked_add_days(Days::new(ahead)) } else { date.checked_sub_days(Days::new(7 - ahead)) };
    near.unwrap_or(date)
}

#[cfg(test)]
mod tests;
