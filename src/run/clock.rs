//! The time: the only place that reads the system's clock.

use chrono::{FixedOffset, Local, NaiveDate, Offset, Utc};

use crate::app::Now;

/// Where the time comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The system's clock, with the calendar day of the place where the program runs.
    System,
    /// The system's clock on a practice day: what is invented lies in years that are over. The moment is the real one, so
    /// that what is written down tells when it was.
    Practice(NaiveDate),
    /// A time that stands still, for tests and examples.
    Fixed(Now),
}

impl Clock {
    /// The time now.
    pub fn now(&self) -> Now {
        match self {
            Self::System => Now { today: Local::now().date_naive(), at: Utc::now() },
            Self::Practice(today) => Now { today: *today, at: Utc::now() },
            Self::Fixed(now) => *now,
        }
    }

    /// How far the clock on the wall is from the world's.
    pub fn zone(&self) -> FixedOffset {
        match self {
            Self::System | Self::Practice(_) => *Local::now().offset(),
            Self::Fixed(_) => Utc.fix(),
        }
    }
}
