//! The header of a notebook: which school, and the settings of its team.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{baseline::RunCharts, extra::Extra, limits::Limits, safe_text::SafeText, years::SchoolYear};
use crate::rules::{classes::SchoolCalendar, identity::Rbd};

/// The school that a notebook belongs to, with the team's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct School {
    /// The Ministry's number of the school, without its check digit.
    pub rbd: Rbd,
    /// The school's name.
    pub name: SafeText,
    /// The commune, where known.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub commune: SafeText,
    /// What the school calls its team; empty means the language's own word.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub team_label: SafeText,
    /// Whether everybody in the notebook is invented (practice alliance): said on every screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invented: bool,
    /// How many students the team says it can follow well; unknown means one in ten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u16>,
    /// Published figures of the whole school, oldest year first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<SchoolYear>,
    /// From where the rules call for a look.
    #[serde(default, skip_serializing_if = "Limits::is_default")]
    pub limits: Limits,
    /// School calendars by year; of a year without one a calendar is assumed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<SchoolCalendar>,
    /// How the run chart of attendance is read.
    #[serde(default, skip_serializing_if = "RunCharts::is_default")]
    pub run_charts: RunCharts,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl School {
    /// A school of which only number and name are known.
    pub fn new(rbd: Rbd, name: SafeText) -> Self {
        Self {
            rbd,
            name,
            commune: SafeText::default(),
            team_label: SafeText::default(),
            invented: false,
            capacity: None,
            years: Vec::new(),
            limits: Limits::default(),
            calendars: Vec::new(),
            run_charts: RunCharts::default(),
            extra: Extra::new(),
        }
    }

    /// The calendar of a school year: the school's own, or the one that can be assumed.
    pub fn calendar(&self, year: i32) -> Cow<'_, SchoolCalendar> {
        let own = self.calendars.iter().find(|calendar| calendar.year == year);
        own.map_or_else(|| Cow::Owned(SchoolCalendar::assumed(year)), Cow::Borrowed)
    }
}
