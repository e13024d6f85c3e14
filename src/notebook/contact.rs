//! Contacts with a student or the family, and reviews of a student's work: the record of follow-up.
//!
//! Both are one item with one flat shape, since they are one log: by day, about one student, with a next step. Which
//! results belong to which kind is a rule of the notebook ([`ContactKind::results`]) that no edit gets past, and not a shape
//! of the file: so a contact of an older file is read as it was written, and a wrong pair from another hand can be seen and
//! corrected instead of making its file unreadable. What counts as a contact is asked of the kind, never of the result.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, id::Id, items::Item, safe_text::SafeText, student::Student};
use crate::rules::day;

/// One contact, or the attempt at one; or one review of a student's work.
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

impl Contact {
    /// Whether somebody was reached: what the contact rate counts. A review of work is never a contact.
    pub fn is_reached(&self) -> bool {
        self.kind.is_contact() && self.result == ContactResult::Reached
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
    /// Review of the student's work: a record of being with a student, and no contact.
    ReviewOfWork,
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
    /// Of a review of work: all of it was handed in.
    HandedIn,
    /// Of a review of work: a part of it was.
    PartlyHandedIn,
    /// Of a review of work: nothing was.
    NotHandedIn,
}

impl ContactKind {
    /// The ways of a contact, in the order in which a form offers them.
    pub const CONTACTS: [Self; 5] = [Self::Call, Self::Message, Self::Visit, Self::Interview, Self::Referral];

    /// Whether it is a contact, or else a review of work.
    pub const fn is_contact(self) -> bool {
        !matches!(self, Self::ReviewOfWork)
    }

    /// The results that a record of this kind can have.
    pub const fn results(self) -> [ContactResult; 3] {
        if self.is_contact() { ContactResult::OF_CONTACT } else { ContactResult::OF_WORK }
    }

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Message => "message",
            Self::Visit => "visit",
            Self::Interview => "interview",
            Self::Referral => "referral",
            Self::ReviewOfWork => "review_of_work",
        }
    }
}

impl ContactWith {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Guardian, Self::Student, Self::Other];
}

impl ContactResult {
    /// The results of a contact, in the order in which a form offers them.
    pub const OF_CONTACT: [Self; 3] = [Self::Reached, Self::NoAnswer, Self::WrongNumber];
    /// The results of a review of work, in the order in which a form offers them.
    pub const OF_WORK: [Self; 3] = [Self::HandedIn, Self::PartlyHandedIn, Self::NotHandedIn];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NoAnswer => "no_answer",
            Self::WrongNumber => "wrong_number",
            Self::HandedIn => "handed_in",
            Self::PartlyHandedIn => "partly_handed_in",
            Self::NotHandedIn => "not_handed_in",
        }
    }
}
