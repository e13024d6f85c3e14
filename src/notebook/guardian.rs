//! Who answers for a student.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, personal::Personal, safe_text::SafeText};

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
