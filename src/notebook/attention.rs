//! What a team decided about a student's place in the priority list: pinned, or set aside for a while.
//!
//! Always with a reason and a day to look again. The reason is the team's and is shown with the names only.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Notebook,
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    problem::{Kind, Problem},
    safe_text::SafeText,
    student::Student,
};
use crate::rules::day;

/// A team's decision about a student's place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attention {
    /// Which.
    pub kind: AttentionKind,
    /// Why.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub reason: SafeText,
    /// The day of the decision.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// The day to look again.
    #[serde(deserialize_with = "day::read")]
    pub again: NaiveDate,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Which decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttentionKind {
    /// In the list whatever the rules say, until the team takes it back.
    Pinned,
    /// Out of the list until the day to look again.
    SetAside,
}

impl Attention {
    /// Whether it decides on a day: a student who was set aside comes back on the day to look again; a pinned one stays.
    pub fn holds(&self, today: NaiveDate) -> bool {
        self.on <= today && (self.kind == AttentionKind::Pinned || today < self.again)
    }

    /// Whether the day to look again has come.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.again <= today
    }
}

impl Notebook {
    /// Pins a student or sets one aside; in place of what was decided before.
    pub fn attend(&self, student: Id<Student>, attention: Attention) -> Result<Edit, Problem> {
        let deed = match attention.kind {
            AttentionKind::Pinned => Deed::PinStudent,
            AttentionKind::SetAside => Deed::SetStudentAside,
        };
        self.change_attention(student, deed, Some(attention))
    }

    /// Gives a student back to the order of the rules.
    pub fn release(&self, student: Id<Student>) -> Result<Edit, Problem> {
        self.change_attention(student, Deed::ReleaseStudent, None)
    }

    fn change_attention(&self, id: Id<Student>, deed: Deed, attention: Option<Attention>) -> Result<Edit, Problem> {
        let before = self.students.get(id).ok_or(Problem::Unknown(Kind::Student))?;
        let after = Student { attention, ..before.clone() };
        Ok(Edit::one(deed, Change::replace(before.clone(), after)))
    }
}
