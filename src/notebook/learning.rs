//! Learnings: what was learned, who said it, on what evidence.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{action::Action, cycle::Cycle, extra::Extra, id::Id, items::Item, safe_text::SafeText};

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
    /// Other themes that it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_themes: Vec<Theme>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub evidence: SafeText,
    /// Where in the notebook that can be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_in: Option<SeenIn>,
    /// What changed in the school because of it, where something did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Learning {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Learning {
    /// All themes it touches, the one it belongs to first.
    pub fn themes(&self) -> impl Iterator<Item = &Theme> {
        std::iter::once(&self.theme).chain(&self.other_themes)
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

/// A place in the notebook that a learning rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeenIn {
    /// The charts of step 1.
    Infographic,
    /// The analysis of contacts.
    Contacts,
    /// The list of step 3.
    Review,
    /// One action.
    Action(Id<Action>),
}

/// An effect that the team saw in the school itself, not only in numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Effect {
    /// In what.
    pub on: EffectOn,
    /// What changed.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub what: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// In what an effect was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EffectOn {
    /// In what teachers and other adults do.
    Practice,
    /// In how the school is run.
    Process,
}

impl EffectOn {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Practice, Self::Process];
}

/// A theme of the alliance's codebook: those identified in the first alliance (2020), and its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// One that the alliance added to its codebook, by its code there.
    #[serde(untagged)]
    Own(SafeText),
}

impl Theme {
    /// Those to start with, in the order in which a form offers them.
    pub const FIRST: [Self; 4] =
        [Self::ClearMethodology, Self::AdjustingTheories, Self::CollaborativeData, Self::Other];
}
