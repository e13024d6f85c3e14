//! Planned actions: what, who, when, for whom, with which expected sign.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{cycle::Cycle, extra::Extra, id::Id, items::Item, safe_text::SafeText, student::Student};

/// Something the team will do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Action {
    /// The action's id.
    pub id: Id<Self>,
    /// The cycle it belongs to.
    pub cycle: Id<Cycle>,
    /// What will be done.
    pub what: SafeText,
    /// Who answers for it, by role or unit ("Orientación").
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub who: SafeText,
    /// The day by which it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The kind of action.
    pub kind: ActionKind,
    /// For which students; none means for everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<Id<Student>>,
    /// What will be seen if it works.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub sign: SafeText,
    /// How far it is.
    pub state: ActionState,
    /// What was adjusted on the way: the old words stay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<Adjustment>,
    /// The action of the cycle before that this one goes on with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<Id<Self>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Action {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Action {
    /// Whether it still has to be done.
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// Whether its day has passed and it is not done.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}

/// How far an action is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Not begun.
    Planned,
    /// Begun.
    Doing,
    /// Done, on a day.
    Done {
        /// The day.
        on: NaiveDate,
    },
    /// Given up, on a day, for a reason.
    Dropped {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: SafeText,
    },
}

impl ActionState {
    /// Whether something is still to be done.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Planned | Self::Doing)
    }
}

/// A change of words on the way, with its reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Adjustment {
    /// The day.
    pub on: NaiveDate,
    /// The words before.
    pub was: SafeText,
    /// Why they changed.
    pub reason: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The kinds of action of the first alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// Contact and bonding with students and families.
    ContactBonding,
    /// Socio-emotional support.
    SocioEmotional,
    /// Accompaniment.
    Accompaniment,
    /// Feedback to students and families.
    Feedback,
    /// Review of students' work.
    ReviewOfWork,
    /// Another kind.
    Other,
}

impl ActionKind {
    /// All kinds, in the order in which a form offers them.
    pub const ALL: [Self; 6] = [
        Self::ContactBonding,
        Self::SocioEmotional,
        Self::Accompaniment,
        Self::Feedback,
        Self::ReviewOfWork,
        Self::Other,
    ];
}
