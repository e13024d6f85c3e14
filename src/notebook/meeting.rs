//! Meetings of the team and what was agreed in them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{cycle::Cycle, extra::Extra, id::Id, items::Item, member::Member, safe_text::SafeText};

/// One meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Meeting {
    /// The meeting's id.
    pub id: Id<Self>,
    /// The day.
    pub on: NaiveDate,
    /// The cycle it belongs to, where there was one open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cycle: Option<Id<Cycle>>,
    /// Who facilitated, by part ("asesora 2").
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub facilitator: SafeText,
    /// Who came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Id<Member>>,
    /// What was agreed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Meeting {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// One agreement: a verb, an owner, a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// What will be done.
    pub what: SafeText,
    /// Who answers for it, by role or unit.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub who: SafeText,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Whether it was kept; none until somebody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
