//! How much of a year a student attended: as days, or as the percent that a list reports without days.
//!
//! Compares integers only. Never turns a percent into days.

use std::cmp::Ordering;

use super::Days;
use crate::rules::decimal::Percent;

/// Attendance as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Share {
    /// Days attended of days held.
    Days(Days),
    /// A percent of which the days are not known.
    Percent(Percent),
}

impl Share {
    /// The days, where they are known.
    pub const fn days(self) -> Option<Days> {
        match self {
            Self::Days(days) => Some(days),
            Self::Percent(_) => None,
        }
    }

    /// Whether it says anything: of no day held, nothing is known.
    pub const fn is_known(self) -> bool {
        match self {
            Self::Days(days) => days.held() > 0,
            Self::Percent(_) => true,
        }
    }

    /// Whether attendance is below a whole percent. False where no day was held.
    pub const fn is_below(self, percent: u16) -> bool {
        match self {
            Self::Days(days) => days.is_below(percent),
            Self::Percent(known) => (known.parts() as u32) < 100 * percent as u32,
        }
    }

    /// The part and the whole: days of days, or hundredths of a percent of all of them. None where no day was held.
    pub const fn ratio(self) -> Option<(u32, u32)> {
        match self {
            Self::Days(days) if days.held() == 0 => None,
            Self::Days(days) => Some((days.attended() as u32, days.held() as u32)),
            Self::Percent(known) => Some((known.parts() as u32, 10_000)),
        }
    }

    /// Lower attendance first, compared as it is and not as it is shown; unknown is not zero and stands last.
    pub fn lower_first(one: Option<Self>, other: Option<Self>) -> Ordering {
        let ratio = |share: Option<Self>| share.and_then(Self::ratio);
        match (ratio(one), ratio(other)) {
            (Some((a, of_a)), Some((b, of_b))) => {
                (u64::from(a) * u64::from(of_b)).cmp(&(u64::from(b) * u64::from(of_a)))
            }
            (one, other) => other.is_some().cmp(&one.is_some()),
        }
    }

    /// Attendance in hundredths of a percent, half up; for showing only. None where no day was held.
    pub const fn percent_hundredths(self) -> Option<u32> {
        match self {
            Self::Days(days) => days.percent_hundredths(),
            Self::Percent(known) => Some(known.parts() as u32),
        }
    }
}

impl From<Days> for Share {
    fn from(days: Days) -> Self {
        Self::Days(days)
    }
}
