//! The way back to 85 %, as far as the data can say it.
//!
//! Never says a number of days that nobody counted, nor that somebody is there who is not.

use super::{attended::Span, review::Row};
use crate::rules::attendance::RECOVER;

/// The way back to 85 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// Is there.
    There,
    /// So many class days in a row.
    Days(u32),
    /// Without the days of the months nobody can say.
    NotKnown,
}

impl Row {
    /// The way back to 85 %: of a percent of the year, that it is not under it; how far it is, only days can say.
    pub fn recovery(&self) -> Recovery {
        let reported = self.attended.filter(|attended| attended.span == Span::Year);
        match (self.days(), reported) {
            (Some(_), _) if self.to_recover > 0 => Recovery::Days(self.to_recover),
            (Some(_), _) => Recovery::There,
            (None, Some(known)) if !known.share.is_below(RECOVER.threshold) => Recovery::There,
            (None, _) => Recovery::NotKnown,
        }
    }
}
