//! Where an action stands in the school's improvement plan (PME).
//!
//! Owns the names of the plan. Never a copy of it: one entry serves the notebook and the plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::notebook::{extra::Extra, safe_text::SafeText};

/// A place in the school's improvement plan. Source: PME, Mineduc, four dimensions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pme {
    /// The dimension.
    pub dimension: PmeDimension,
    /// The strategic objective, as the plan words it.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub objective: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The four dimensions of the PME.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PmeDimension {
    /// Gestión pedagógica.
    Pedagogy,
    /// Liderazgo.
    Leadership,
    /// Convivencia escolar.
    Coexistence,
    /// Gestión de recursos.
    Resources,
}

impl PmeDimension {
    /// All, in the order of the plan.
    pub const ALL: [Self; 4] = [Self::Pedagogy, Self::Leadership, Self::Coexistence, Self::Resources];
}
