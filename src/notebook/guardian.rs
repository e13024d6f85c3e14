//! Who answers for a student.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    extra::Extra,
    personal::{Personal, Reveal},
    safe_text::SafeText,
};
use crate::rules::spelling::fold;

/// A guardian, and how to reach them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Guardian {
    /// Name.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub name: Personal,
    /// What they are to the student, as the list writes it.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub relationship: SafeText,
    /// Telephones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Personal>,
    /// Electronic mail.
    #[serde(default, skip_serializing_if = "Personal::is_absent")]
    pub email: Personal,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The place of the guardian of this name, or of this relationship where one of the two has no name.
pub fn position(guardians: &[Guardian], name: &Personal, relationship: &SafeText) -> Option<usize> {
    let same_name = |known: &Guardian| words(&known.name) == words(name);
    let same_relationship =
        |known: &Guardian| !relationship.is_empty() && fold(known.relationship.as_str()) == fold(relationship.as_str());
    let exact = |known: &Guardian| same_name(known) && (!name.is_empty() || same_relationship(known));
    let perhaps = |known: &Guardian| (name.is_empty() || known.name.is_empty()) && same_relationship(known);
    guardians.iter().position(exact).or_else(|| guardians.iter().position(perhaps))
}

fn words(name: &Personal) -> Vec<String> {
    fold(name.reveal(Reveal::ToMatch)).split_whitespace().map(str::to_owned).collect()
}

/// Whether two phones of the country are the same, however they are written.
pub fn is_same_phone(one: &Personal, other: &Personal) -> bool {
    digits(one) == digits(other)
}

/// The digits that tell two phones of the country apart.
fn digits(phone: &Personal) -> String {
    let digits: Vec<char> = phone.reveal(Reveal::ToMatch).chars().filter(char::is_ascii_digit).collect();
    digits.iter().skip(digits.len().saturating_sub(PHONE_DIGITS)).collect()
}

const PHONE_DIGITS: usize = 9;
