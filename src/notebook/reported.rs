//! Figures about a student that other lists report, with the day on which they were taken in: attendance without days,
//! engagement.
//!
//! Never turned into days or into another scale. Several of one kind are a series, oldest first.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, safe_text::SafeText};
use crate::rules::{
    attendance::Days,
    calendar::Month,
    day,
    decimal::{Decimal, Percent},
};

/// Attendance as a list reports it: of one month, or of a school year up to a day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reported {
    /// The school year.
    pub year: i32,
    /// The month; none is the year as far as it went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<Month>,
    /// The day on which the figure was taken in.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// Attendance in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// Days attended of days held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Days>,
    /// Days missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absences: Option<u16>,
    /// Days missed with a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub justified: Option<u16>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A figure of engagement: submissions, visits, a rating. Who has none was not asked, or did not answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Engagement {
    /// The school year.
    pub year: i32,
    /// What was measured, as the list calls it.
    pub name: SafeText,
    /// The figure.
    pub value: Decimal,
    /// The day on which it was taken in.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
