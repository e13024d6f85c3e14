//! What a team expects before it looks, and how far it thinks it has come.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::extra::Extra;
use crate::rules::{day, decimal::Decimal};

/// What the team expected of an indicator before it was shown. Skipping is allowed, and leaves no trace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Prediction {
    /// Of what.
    pub of: Predicted,
    /// The day.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// What the team expected, in the unit of the indicator.
    pub expected: Decimal,
    /// What was there to be seen on that day; none where nothing was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Decimal>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a team is asked to predict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Predicted {
    /// Step 1: attendance of the last month with data, in percent.
    Attendance,
    /// Step 3: students with a flag.
    Flagged,
}

impl Predicted {
    /// All of them, in the order of the steps.
    pub const ALL: [Self; 2] = [Self::Attendance, Self::Flagged];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attendance => "attendance",
            Self::Flagged => "flagged",
        }
    }
}

/// How far an improvement project has come, in halves from 0.5 to 5.0, as people judge it. Source: IHI, assessment scale
/// of collaboratives, as Life QI uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// 0.5.
    Intent,
    /// 1.0.
    TeamFormed,
    /// 1.5.
    Planning,
    /// 2.0.
    Activity,
    /// 2.5.
    Tested,
    /// 3.0.
    Modest,
    /// 3.5.
    Improvement,
    /// 4.0.
    Significant,
    /// 4.5.
    Sustained,
    /// 5.0.
    Outstanding,
}

impl Judgement {
    /// All of them, lowest first.
    pub const ALL: [Self; 10] = [
        Self::Intent,
        Self::TeamFormed,
        Self::Planning,
        Self::Activity,
        Self::Tested,
        Self::Modest,
        Self::Improvement,
        Self::Significant,
        Self::Sustained,
        Self::Outstanding,
    ];

    /// Tenths: 5 to 50.
    pub const fn tenths(self) -> u8 {
        (self as u8 + 1) * 5
    }
}
