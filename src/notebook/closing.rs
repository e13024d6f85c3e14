//! The end of a cycle: the fate of its theory, and the thresholds by which it was judged.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, limits::Limits, safe_text::SafeText};

/// How a cycle ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Closing {
    /// The day.
    pub on: NaiveDate,
    /// What becomes of the theory of action.
    pub fate: Fate,
    /// Why.
    pub reason: SafeText,
    /// The thresholds in force on that day: changing a setting never rewrites history.
    pub thresholds: Thresholds,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What becomes of a theory of action at the end of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Kept as it is.
    Maintained,
    /// Kept with changes.
    Adjusted,
    /// Another one takes its place.
    Replaced,
}

impl Fate {
    /// All fates, in the order in which the closing form offers them.
    pub const ALL: [Self; 3] = [Self::Maintained, Self::Adjusted, Self::Replaced];
}

/// The thresholds a cycle was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Thresholds {
    /// Name of the attendance scale.
    pub scale: SafeText,
    /// Percent of days under which attendance is grave.
    pub grave_below: u16,
    /// Percent of days under which attendance is critical.
    pub critical_below: u16,
    /// All of them; cycles closed by older versions of the program have the two above only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// How many students the team could follow, where it had said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u16>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Thresholds {
    /// From where each rule called for a look. A cycle without all of them was closed when there was nothing else to set.
    pub fn limits(&self) -> Limits {
        let two = || Limits { grave_below: self.grave_below, critical_below: self.critical_below, ..Limits::default() };
        self.limits.clone().unwrap_or_else(two)
    }
}
