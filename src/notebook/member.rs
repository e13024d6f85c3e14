//! People of the school team and the advisors who work with it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, id::Id, items::Item, personal::Personal};

/// Somebody who takes part in the meetings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// The member's id.
    pub id: Id<Self>,
    /// The name.
    pub name: Personal,
    /// What the person does in the school or the alliance.
    pub role: Role,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Member {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The part that a person has in the school or the alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Principal.
    Principal,
    /// Head of the pedagogical-technical unit (UTP).
    TechnicalUnit,
    /// Counsellor (orientación).
    Counsellor,
    /// Inspectorate general.
    Inspectorate,
    /// Psychologist or social worker.
    Psychosocial,
    /// Teacher.
    Teacher,
    /// Advisor of the public education district (SLEP).
    Advisor,
    /// Professional of the alliance.
    Alliance,
    /// Another part.
    Other,
}
