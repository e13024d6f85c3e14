//! What a person chose to see: language, and whether names are shown.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime, Offset, Utc};

use super::lang::Lang;

/// How long names stay visible after they were asked for.
pub const REVEAL_FOR: Duration = Duration::seconds(30);

/// A moment in the past as the clock on the wall showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The day, where it is not today.
    pub day: Option<NaiveDate>,
    /// The time of day.
    pub time: NaiveTime,
}

/// Language and privacy of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The language of every sentence.
    pub lang: Lang,
    /// A screen of one's own: names are shown all the time.
    pub private: bool,
    /// How far the clock on the wall is from the world's.
    pub zone: FixedOffset,
    revealed_until: Option<DateTime<Utc>>,
}

impl Look {
    /// Starts with names masked, unless the screen is private.
    pub fn new(lang: Lang, private: bool) -> Self {
        Self { lang, private, zone: Utc.fix(), revealed_until: None }
    }

    /// A moment as the clock on the wall showed it.
    pub fn since(&self, moment: DateTime<Utc>, today: NaiveDate) -> Since {
        let there = moment.with_timezone(&self.zone).naive_local();
        Since { day: Some(there.date()).filter(|day| *day != today), time: there.time() }
    }

    /// Whether names are shown now.
    pub fn shows_names(&self, now: DateTime<Utc>) -> bool {
        self.private || self.revealed_until.is_some_and(|until| now < until)
    }

    /// Shows names for [`REVEAL_FOR`], or hides them; says whether they are shown now.
    pub fn toggle(&mut self, now: DateTime<Utc>) -> bool {
        if self.shows_names(now) {
            self.private = false;
            self.revealed_until = None;
            return false;
        }
        self.revealed_until = Some(now + REVEAL_FOR);
        true
    }

    /// Hides names that were shown for a while: what comes next is another list.
    pub fn hide(&mut self) {
        self.revealed_until = None;
    }

    /// How long until names are hidden; the program sleeps no longer than that.
    pub fn hides_in(&self, now: DateTime<Utc>) -> Option<Duration> {
        self.revealed_until.filter(|_| !self.private).map(|until| (until - now).max(Duration::zero()))
    }

    /// Hides names whose time has run out; says whether that changed the screen.
    pub fn expire(&mut self, now: DateTime<Utc>) -> bool {
        let over = self.revealed_until.is_some_and(|until| until <= now);
        if over {
            self.revealed_until = None;
        }
        over
    }
}
