//! Days and moments of the practice alliance: fixed for ever, all in 2020 and 2021.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::dice::{Dice, Purpose};
use crate::notebook::id::{Id, Ids};

/// A day that is known to exist.
pub(super) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// So many days later.
pub(super) fn later(from: NaiveDate, days: u32) -> NaiveDate {
    from.checked_add_days(Days::new(u64::from(days))).unwrap_or(from)
}

/// A weekday on or after a day that lies so many days later.
pub(super) fn workday(from: NaiveDate, days: u32) -> NaiveDate {
    use chrono::{Datelike, Weekday};
    let on = later(from, days);
    match on.weekday() {
        Weekday::Sat => later(on, 2),
        Weekday::Sun => later(on, 1),
        _ => on,
    }
}

/// Days from one day to another; 0 where the other comes first.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// Ids of one kind of item of one school.
#[derive(Debug)]
pub(super) struct Minting {
    ids: Ids,
    made: u32,
}

impl Minting {
    /// Starts the ids of one kind of item of a school.
    pub(super) fn new(rbd: u32, purpose: Purpose) -> Self {
        // The seed is drawn, so that the ids of two schools or two kinds never run in step.
        Self { ids: Ids::Seeded(Dice::new(rbd, purpose).next()), made: 0 }
    }

    /// The next id of an item made on a day: a second after the one before, so that lines keep the order of making.
    pub(super) fn next<T>(&mut self, on: NaiveDate) -> Id<T> {
        self.made += 1;
        let noon: DateTime<Utc> = on.and_time(NaiveTime::MIN).and_utc() + chrono::Duration::seconds(12 * 3600);
        self.ids.next(noon + chrono::Duration::seconds(i64::from(self.made)))
    }
}
