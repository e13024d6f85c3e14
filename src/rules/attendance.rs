//! Attendance as days attended of days held, and the bands of the two official scales.
//!
//! Compares integers only: 100 × attended against cut × held. Never classifies a rounded percent, never calls missing
//! data zero.

use std::{borrow::Cow, fmt, iter::Sum, ops::Add};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::rule::Rule;

pub mod scale;
pub mod share;
pub mod trend;

pub use scale::{AgencyBand, Band, Scale};
pub use share::Share;

/// Below this percent absence is *grave*: the line that "days to recover" and "one absence from grave" speak of.
pub const RECOVER: Rule = Rule::percent("attendance_recover", 85, scale::MINISTRY_SOURCE);
/// One more absence would make it *grave*.
pub const EDGE: Rule = Rule::percent("attendance_edge", 85, "Acción Educar, asistencia riesgosa");

/// Days attended of days held; saved as `[10,12]`. Never more attended than held.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    attended: u16,
    held: u16,
}

/// More days attended than held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MoreThanHeld {
    /// Days attended, as given.
    pub attended: u16,
    /// Days held, as given.
    pub held: u16,
}

impl Days {
    /// Days attended of days held; refuses more attended than held.
    pub const fn new(attended: u16, held: u16) -> Result<Self, MoreThanHeld> {
        if attended > held { Err(MoreThanHeld { attended, held }) } else { Ok(Self { attended, held }) }
    }

    /// Days the student came.
    pub const fn attended(self) -> u16 {
        self.attended
    }

    /// Days with classes while the student was enrolled.
    pub const fn held(self) -> u16 {
        self.held
    }

    /// Days the student missed.
    pub const fn absent(self) -> u16 {
        self.held - self.attended
    }

    /// Attendance in hundredths of a percent, half up (10 of 12 is 8333); for showing only. None where no day was held.
    pub const fn percent_hundredths(self) -> Option<u32> {
        if self.held == 0 {
            return None;
        }
        let (attended, held) = (self.attended as u32, self.held as u32);
        Some((attended * 20_000 + held) / (2 * held))
    }

    /// Whether attendance is below a whole percent. False where no day was held.
    pub const fn is_below(self, percent: u16) -> bool {
        100 * (self.attended as u32) < percent as u32 * self.held as u32
    }
}

/// Days of two periods together; stays at the largest number rather than turning over.
impl Add for Days {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { attended: self.attended.saturating_add(other.attended), held: self.held.saturating_add(other.held) }
    }
}

impl Sum for Days {
    fn sum<I: Iterator<Item = Self>>(days: I) -> Self {
        days.fold(Self::default(), Add::add)
    }
}

/// The band on the Ministry's scale; nothing known is [`Band::NoData`].
pub fn band(days: impl Into<Option<Days>>) -> Band {
    Scale::MINISTRY.band(days)
}

/// Whether one more absence would make attendance *grave* ("riesgosa"): at least 85 % now, below it with one more day
/// held and missed. False where no day was held.
pub const fn at_edge(days: Days) -> bool {
    let (attended, held, cut) = (days.attended as u32, days.held as u32, EDGE.threshold as u32);
    held > 0 && 100 * attended >= cut * held && 100 * attended < cut * (held + 1)
}

/// Class days in a row, all attended, after which attendance is at 85 % again; 0 where it is already, or where no day
/// was held.
pub const fn days_to_recover(days: Days) -> u32 {
    let (attended, held, cut) = (days.attended as u32, days.held as u32, RECOVER.threshold as u32);
    (cut * held).saturating_sub(100 * attended).div_ceil(100 - cut)
}

/// The absence, counted from 1, with which a year of `held` class days falls below a percent (29 of 188 for 85). None
/// where no number of absences does.
pub fn absences_below(percent: u16, held: u16) -> Option<u16> {
    if percent == 0 || percent > 100 || held == 0 {
        return None;
    }
    u16::try_from((100 - u32::from(percent)) * u32::from(held) / 100 + 1).ok()
}

impl fmt::Debug for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Days({}/{})", self.attended, self.held)
    }
}

impl fmt::Display for MoreThanHeld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} days attended of {} held", self.attended, self.held)
    }
}

impl std::error::Error for MoreThanHeld {}

impl Serialize for Days {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.attended, self.held).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (attended, held) = <(u16, u16)>::deserialize(deserializer)?;
        Self::new(attended, held).map_err(de::Error::custom)
    }
}

impl JsonSchema for Days {
    fn schema_name() -> Cow<'static, str> {
        "Days".into()
    }
    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Days attended, days held; never more attended than held.",
            "type": "array",
            "items": { "type": "integer", "minimum": 0, "maximum": u16::MAX },
            "minItems": 2,
            "maxItems": 2
        })
    }
}

#[cfg(test)]
mod tests;
