//! A student: who, in which course, with which attendance, grades and history.
//!
//! Holds what the work needs and no more: sex, nationality, ethnicity and special needs have no place here, so that no
//! rule can ever use them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    extra::Extra,
    id::Id,
    items::Item,
    months::Months,
    personal::{Personal, PersonalRun},
    safe_text::SafeText,
};
use crate::rules::{course::Course, day, grades::Mark, status::Status};

/// A student of the school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Student {
    /// The student's id; the short code on the screen comes from it.
    pub id: Id<Self>,
    /// The course this year, as `7B-A`.
    pub course: Course,
    /// RUN or IPE, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<PersonalRun>,
    /// The Ministry's mask of the RUN in open data, where the student came from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mrun: Option<u32>,
    /// Given names.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub given_names: Personal,
    /// Paternal surname.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub paternal_surname: Personal,
    /// Maternal surname.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub maternal_surname: Personal,
    /// Date of birth, where known.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    /// Telephones of the family, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Personal>,
    /// Electronic mail of the family.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub email: Personal,
    /// Attendance by month: `[days attended, days held]`.
    #[serde(default, skip_serializing_if = "Months::is_empty")]
    pub attendance: Months,
    /// Grades by subject.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
    /// Status history, oldest first; empty means enrolled, with no date known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<StatusEntry>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Student {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// One grade: the average of a subject in a school year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Grade {
    /// School year.
    pub year: i32,
    /// Subject, as the school writes it.
    pub subject: SafeText,
    /// The mark, 1.0 to 7.0.
    pub mark: Mark,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A status and the day from which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatusEntry {
    /// The status.
    pub status: Status,
    /// Since when, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Characters of the short code beside initials.
const CODE_WITH_INITIALS: usize = 3;
/// Characters of the short code where there are no names (open data): it stands alone and must tell more apart.
const CODE_ALONE: usize = 5;

impl Student {
    /// A student of whom only id and course are known.
    pub fn new(id: Id<Self>, course: Course) -> Self {
        Self {
            id,
            course,
            run: None,
            mrun: None,
            given_names: Personal::default(),
            paternal_surname: Personal::default(),
            maternal_surname: Personal::default(),
            born: None,
            phones: Vec::new(),
            email: Personal::default(),
            attendance: Months::default(),
            grades: Vec::new(),
            history: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// What a shared screen shows instead of the name: initials and a short code (`MA-k3f`), or the code alone.
    pub fn code(&self) -> String {
        let mut code: String =
            [&self.given_names, &self.paternal_surname].into_iter().filter_map(Personal::initial).collect();
        if code.is_empty() {
            return self.id.short(CODE_ALONE);
        }
        code.push('-');
        code.extend(self.id.letters().take(CODE_WITH_INITIALS));
        code
    }

    /// The status today.
    pub fn status(&self) -> Status {
        self.history.last().map_or(Status::Enrolled, |entry| entry.status)
    }

    /// Whether any name is known.
    pub fn has_name(&self) -> bool {
        !(self.given_names.is_empty() && self.paternal_surname.is_empty() && self.maternal_surname.is_empty())
    }
}
