//! A rule as a value: its name, its threshold and where it comes from.
//!
//! Never compares anything: it is what a figure on the screen shows to say why it is there.

use schemars::JsonSchema;
use serde::Serialize;

/// The source of a rule that is the notebook's own.
pub const OWN: &str = "TEP";

/// What a threshold counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Whole percents of the days held.
    Percent,
    /// Tenths of a mark: 40 is 4.0.
    Tenths,
    /// Tenths of a percent point per month: 20 is 2.0.
    TenthsOfPoint,
    /// Class days.
    Days,
    /// Days of the calendar.
    CalendarDays,
    /// Years.
    Years,
    /// Things counted.
    Count,
}

/// A rule with its threshold and source, to be shown beside every figure that it decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Rule {
    /// Stable name in data, such as `attendance_repeated`.
    pub id: &'static str,
    /// The threshold, in [`Rule::unit`].
    pub threshold: u16,
    /// What the threshold counts.
    pub unit: Unit,
    /// The document that sets the threshold, by its name.
    pub source: &'static str,
}

impl Rule {
    /// A threshold in whole percents of the days held.
    pub const fn percent(id: &'static str, threshold: u16, source: &'static str) -> Self {
        Self { id, threshold, unit: Unit::Percent, source }
    }
    /// The same rule with the threshold of a notebook; where that is another one, the source is the notebook's own.
    #[must_use]
    pub const fn at(self, threshold: u16) -> Self {
        if threshold == self.threshold { self } else { Self { threshold, source: OWN, ..self } }
    }
}
