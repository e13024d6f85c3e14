//! Contacts with a student or the family: the record of follow-up.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, id::Id, items::Item, safe_text::SafeText, student::Student};
use crate::rules::day;

/// One contact, or the attempt at one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// The contact's id.
    pub id: Id<Self>,
    /// About whom.
    pub student: Id<Student>,
    /// The day.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// How.
    pub kind: ContactKind,
    /// With whom.
    pub with: ContactWith,
    /// What came of it.
    pub result: ContactResult,
    /// Who made it, by role or unit ("Inspectoría").
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub by: SafeText,
    /// What was said.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub note: SafeText,
    /// Whether the note is hidden with the names and stays out of every export.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// When the next step is due.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub next: Option<NaiveDate>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Contact {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// How a contact was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// Telephone call.
    Call,
    /// Written message.
    Message,
    /// Visit at home.
    Visit,
    /// Interview at school.
    Interview,
    /// Referral to another service.
    Referral,
}

/// With whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactWith {
    /// Parent or guardian.
    Guardian,
    /// The student.
    Student,
    /// Somebody else.
    Other,
}

/// What came of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactResult {
    /// Somebody was reached.
    Reached,
    /// No answer.
    NoAnswer,
    /// The number or address is wrong.
    WrongNumber,
}

impl ContactKind {
    /// All kinds, in the order in which a form offers them.
    pub const ALL: [Self; 5] = [Self::Call, Self::Message, Self::Visit, Self::Interview, Self::Referral];
}
impl ContactWith {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Guardian, Self::Student, Self::Other];
}
impl ContactResult {
    /// All results, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Reached, Self::NoAnswer, Self::WrongNumber];
}
