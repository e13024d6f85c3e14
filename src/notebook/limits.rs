//! The thresholds of a notebook: from where the rules call for a look. A setting of the team; bands are not, they are
//! the Ministry's and the Agency's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::extra::Extra;
use crate::rules::{
    age::OVER_AGE,
    attendance::{
        scale::{Cut, Scale},
        trend::FALL,
    },
};

/// From where each rule calls for a look; what a file does not say is as the rule's source has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Limits {
    /// Percent of days under which attendance is grave.
    pub grave_below: u16,
    /// Percent of days under which attendance is critical.
    pub critical_below: u16,
    /// Points per month, in tenths, by which attendance falls.
    pub falls_by: u16,
    /// Class days in a row without coming, after which the team asks whether the student is still in the school.
    pub absent_days: u16,
    /// Subjects under 4.0.
    pub failed_subjects: u16,
    /// Years above the age of the grade.
    pub over_age: u16,
    /// Percent of a course that should be in the expected band.
    pub course_expected: u16,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Limits {
    fn default() -> Self {
        let [_, Cut { from: grave, .. }, Cut { from: critical, .. }] = Scale::MINISTRY.cuts;
        Self {
            grave_below: grave.threshold,
            critical_below: critical.threshold,
            falls_by: FALL.threshold,
            absent_days: 20,
            failed_subjects: 1,
            over_age: OVER_AGE.threshold,
            course_expected: 80,
            extra: Extra::new(),
        }
    }
}

impl Limits {
    /// Whether they are those of the rules' sources: then a file need not say them.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
