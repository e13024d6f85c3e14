//! What a person chose to see: language, and whether names are shown.

use chrono::{DateTime, Duration, Utc};

use super::lang::Lang;

/// How long names stay visible after they were asked for.
pub const REVEAL_FOR: Duration = Duration::seconds(30);

/// Language and privacy of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The language of every sentence.
    pub lang: Lang,
    /// A screen of one's own: names are shown all the time.
    pub private: bool,
    revealed_until: Option<DateTime<Utc>>,
}

impl Look {
    /// Starts with names masked, unless the screen is private.
    pub fn new(lang: Lang, private: bool) -> Self {
        Self { lang, private, revealed_until: None }
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
