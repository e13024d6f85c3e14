//! School years: of a student (course, attendance, average, how it ended), and of a school as a whole.
//!
//! What official tables say of a year. A field without a value is unknown, never zero.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::extra::Extra;
use crate::rules::{
    attendance::Days,
    course::Course,
    decimal::{Average, Percent},
    identity::Rbd,
    status::YearEnd,
};

/// What is known of one school year of a student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudentYear {
    /// School year.
    pub year: i32,
    /// The school, where it was not the one of the notebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rbd: Option<Rbd>,
    /// The course, the last one where there were several.
    #[serde(default = "Course::unstated", skip_serializing_if = "is_unstated")]
    pub course: Course,
    /// Whether the student is in the Ministry's enrolment of the year (30 April).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub enrolled: bool,
    /// Attendance of the year, where a table says it as a percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Percent>,
    /// Attendance of the year in days, where a table says them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Days>,
    /// Average of all grades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<Average>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<YearEnd>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

fn is_unstated(course: &Course) -> bool {
    !course.is_stated()
}

impl StudentYear {
    /// A year in a school of which nothing else is known; no school is the one of the notebook.
    pub fn new(year: i32, rbd: Option<Rbd>) -> Self {
        Self {
            year,
            rbd,
            course: Course::unstated(),
            enrolled: false,
            attendance: None,
            days: None,
            average: None,
            outcome: None,
            extra: Extra::new(),
        }
    }
}

/// Figures of a whole school in one year, as the Ministry publishes them: what a single school cannot count itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SchoolYear {
    /// School year.
    pub year: i32,
    /// Students enrolled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolment: Option<u32>,
    /// Students promoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<u32>,
    /// Students who repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed: Option<u32>,
    /// Students who left during the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<u32>,
    /// Students who went to another school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transferred: Option<u32>,
    /// Mean of the attendance of those who were promoted or repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Percent>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
