//! A student's way from one school to another: what was sent, and whether the receiving school has confirmed it.
//!
//! Kept with the student in both notebooks under one id. Speaks of strengths and supports; never of a risk.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    action::{Action, ActionKind, ActionState},
    extra::Extra,
    id::Id,
    safe_text::SafeText,
};
use crate::rules::{day, identity::Rbd};

/// One hand-over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Transfer {
    /// Its id, the same in both notebooks.
    pub id: Id<Self>,
    /// The school that hands over.
    pub from: Rbd,
    /// The school that receives, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Rbd>,
    /// The day on which it was sent.
    #[serde(deserialize_with = "day::read")]
    pub sent: NaiveDate,
    /// The day on which the receiving school took it in: in its own notebook only.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub received: Option<NaiveDate>,
    /// The day on which the receiving school confirmed: in the notebook of the school that handed over.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<NaiveDate>,
    /// What those who know the student want to pass on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Told>,
    /// What was planned and done for the student alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<Support>,
    /// Contacts with student and family, without what was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Contacts>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Transfer {
    /// Whether nobody has said yet that the student is there.
    pub const fn is_open(&self) -> bool {
        self.received.is_none() && self.confirmed.is_none()
    }
}

/// What a hand-over asks, strengths first. Source: the transition note of Student Insights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Prompt {
    /// What the student does well, and likes.
    Strengths,
    /// How to connect with the student.
    Connect,
    /// With whom the student gets on.
    Peers,
    /// Ties to the community.
    Community,
    /// The family, and how to work with it.
    Family,
    /// What else helps.
    Other,
}

impl Prompt {
    /// All of them, in their order.
    pub const ALL: [Self; 6] =
        [Self::Strengths, Self::Connect, Self::Peers, Self::Community, Self::Family, Self::Other];

    /// The stable name in data and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strengths => "strengths",
            Self::Connect => "connect",
            Self::Peers => "peers",
            Self::Community => "community",
            Self::Family => "family",
            Self::Other => "other",
        }
    }
}

/// A prompt and what was said to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Told {
    /// The prompt.
    pub prompt: Prompt,
    /// What was said; may be empty.
    #[serde(default)]
    pub answer: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An action for the student alone, in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Support {
    /// What.
    pub what: SafeText,
    /// The kind of action.
    pub kind: ActionKind,
    /// How far it came.
    pub state: SupportState,
    /// The day by which it was to be done, or the day on which it ended.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How far a support came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SupportState {
    /// Still going on, or planned.
    Open,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl Support {
    /// An action in short. Why one was given up stays where it is.
    pub fn of(action: &Action) -> Self {
        let (state, day) = match &action.state {
            ActionState::Planned | ActionState::Doing => (SupportState::Open, action.due),
            ActionState::Done { on } => (SupportState::Done, Some(*on)),
            ActionState::Dropped { on, .. } => (SupportState::Dropped, Some(*on)),
        };
        Self { what: action.what.clone(), kind: action.kind, state, day, extra: Extra::new() }
    }
}

/// How often somebody was in contact, and when last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contacts {
    /// Contacts and attempts.
    pub all: u32,
    /// Those that reached somebody.
    pub reached: u32,
    /// The last one.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub last: Option<NaiveDate>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
