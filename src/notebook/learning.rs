//! Learnings: what was learned, who said it, on what evidence.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{cycle::Cycle, extra::Extra, id::Id, items::Item, safe_text::SafeText};

/// Something that the team or an advisor learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Learning {
    /// The learning's id.
    pub id: Id<Self>,
    /// The cycle it belongs to.
    pub cycle: Id<Cycle>,
    /// The day it was recorded.
    pub on: NaiveDate,
    /// What was learned.
    pub statement: SafeText,
    /// In somebody's own words.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub quote: SafeText,
    /// The part of who said it, never a name.
    pub voice: Voice,
    /// The theme it belongs to.
    pub theme: Theme,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub evidence: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Learning {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The part of the person who said a learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Somebody of the school team.
    SchoolTeam,
    /// An advisor.
    Advisor,
    /// A professional of the alliance.
    Alliance,
}

impl Voice {
    /// All voices, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::SchoolTeam, Self::Advisor, Self::Alliance];
}

/// The themes identified in the first alliance (2020).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Clear and structured methodology.
    ClearMethodology,
    /// Adjusting improvement theories.
    AdjustingTheories,
    /// Collaborative and data-driven activity.
    CollaborativeData,
    /// Another theme.
    Other,
}

impl Theme {
    /// All themes, in the order in which a form offers them.
    pub const ALL: [Self; 4] = [Self::ClearMethodology, Self::AdjustingTheories, Self::CollaborativeData, Self::Other];
}
