//! How the run chart of the school's attendance is read: which rules, and which months it is compared with.
//!
//! A baseline stays frozen until the team sets another, with its reason; the ones before stay. Never computes a median.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, safe_text::SafeText};
use crate::rules::{calendar::Month, day, run_chart::RuleSet};

/// How the run chart is read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunCharts {
    /// The rules that say what is more than chance.
    #[serde(default)]
    pub rules: RuleSet,
    /// Baselines that the team set, the oldest first; without any it is the year before, or the first points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<Baseline>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RunCharts {
    /// Whether nothing was chosen: then a file need not say it.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Months that the ones from the first of them on are compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Baseline {
    /// The first month; the chart begins anew with it.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// The day on which it was set.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// Why.
    pub reason: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
