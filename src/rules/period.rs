//! What a series is counted by: a month, or a week that begins on a Monday.

use std::fmt;

use chrono::NaiveDate;

use super::{calendar::Month, week::Week};

/// How long the periods of a series are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// Months.
    #[default]
    Month,
    /// Weeks.
    Week,
}

impl By {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Month => Self::Week,
            Self::Week => Self::Month,
        }
    }
}

/// One of them. A series holds periods of one length only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A month.
    Month(Month),
    /// A week.
    Week(Week),
}

impl Period {
    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Month(month) => month.first_day(),
            Self::Week(week) => week.first_day(),
        }
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Month(month) => month.last_day(),
            Self::Week(week) => week.last_day(),
        }
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// The month in which it begins.
    pub fn month(self) -> Month {
        match self {
            Self::Month(month) => month,
            Self::Week(week) => Month::of(week.first_day()),
        }
    }

    /// The school year that it belongs to.
    pub fn school_year(self) -> i32 {
        match self {
            Self::Month(month) => month.school_year(),
            Self::Week(week) => week.school_year(),
        }
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Month(month) => Self::Month(month.next()),
            Self::Week(week) => Self::Week(week.next()),
        }
    }
}

/// `2026-03`, or the Monday of the week: `2026-03-09`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Week(week) => week.fmt(f),
        }
    }
}
