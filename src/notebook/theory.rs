//! Step 2 of a cycle: the challenge with its three criteria, and the theory of action with its drivers.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, safe_text::SafeText};

/// A challenge that is urgent, relevant and within the scope of action.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Challenge {
    /// The challenge, in the team's words.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub text: SafeText,
    /// Can it wait?
    #[serde(default)]
    pub urgent: Criterion,
    /// Does it matter for the students' paths?
    #[serde(default)]
    pub relevant: Criterion,
    /// Does it depend on us?
    #[serde(default)]
    pub in_scope: Criterion,
    /// What shows that it cannot wait, or why it can.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub urgent_because: SafeText,
    /// What shows that it matters, or why it does not.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub relevant_because: SafeText,
    /// What shows that it depends on us, or why it does not.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub in_scope_because: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Challenge {
    /// The same words, with no criterion answered yet.
    #[must_use]
    pub fn unjudged(self) -> Self {
        let open = Criterion::Open;
        Self { urgent: open, relevant: open, in_scope: open, ..self }
    }
}

/// One criterion of a challenge, as the team judges it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Not discussed yet.
    #[default]
    Open,
    /// It is met.
    Yes,
    /// It is not met.
    No,
}

impl Criterion {
    /// All answers, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Yes, Self::No];
}

/// If … then … because …, with a sign to watch and the day to look at it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Theory {
    /// If we, the adults, do this …
    #[serde(default, rename = "if", skip_serializing_if = "SafeText::is_absent")]
    pub if_we: SafeText,
    /// … then this happens …
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub then: SafeText,
    /// … because.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub because: SafeText,
    /// What will be seen if it is true.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub sign: SafeText,
    /// When the sign will be looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_by: Option<NaiveDate>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A line of the driver tree, which is an outline: the aim, what drives it, what drives that, and what is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Driver {
    /// One for the aim, up to [`Driver::DEEPEST`]; the branch of a line is the last one above it that is less deep.
    pub level: u8,
    /// In the team's words.
    pub text: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Driver {
    /// The deepest level: aim, driver, driver of a driver, action.
    pub const DEEPEST: u8 = 4;
}
