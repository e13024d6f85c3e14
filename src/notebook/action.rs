//! Planned actions: what, who, when, for whom, with which expected sign.
//!
//! An action for named students is a support: its start, its expected end ([`Action::due`]), its end (the day on which it
//! was done or dropped) and who answers for it are the action's own, and there is no second kind of item.

mod pme;

pub use pme::{Pme, PmeDimension};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{cycle::Cycle, extra::Extra, id::Id, items::Item, safe_text::SafeText, student::Student};
use crate::rules::{course::Course, day};

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
    /// The day on which it begins.
    #[serde(default, deserialize_with = "day::read_or_null", skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The day by which it is done: the expected end.
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
    /// For which courses as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<Course>,
    /// On whom it depends, where the team said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<ActionScope>,
    /// How much it asks of those who do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// Where it stands in the school's improvement plan (PME).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pme: Option<Pme>,
    /// How far it is.
    pub state: ActionState,
    /// How it came to be so far, oldest first: the day of each state, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Turn>,
    /// What was adjusted on the way: the old words stay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjustments: Vec<Adjustment>,
    /// What the team keeps of it at the end of the cycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Decided>,
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
    /// An action of which only id and cycle are known, planned on a day.
    pub fn new(id: Id<Self>, cycle: Id<Cycle>, on: NaiveDate) -> Self {
        let planned = Turn { on, to: StateName::Planned, reason: SafeText::default(), extra: Extra::new() };
        Self {
            id,
            cycle,
            what: SafeText::default(),
            who: SafeText::default(),
            start: None,
            due: None,
            kind: ActionKind::Other,
            students: Vec::new(),
            sign: SafeText::default(),
            courses: Vec::new(),
            scope: None,
            effort: None,
            pme: None,
            state: ActionState::Planned,
            history: vec![planned],
            adjustments: Vec::new(),
            decided: None,
            carried_from: None,
            extra: Extra::new(),
        }
    }

    /// Comes to a state on a day, for a reason, which may be empty. A state that it has already is no turn.
    pub fn come_to(&mut self, state: ActionState, on: NaiveDate, reason: SafeText) {
        if state.name() != self.state.name() {
            self.history.push(Turn { on, to: state.name(), reason, extra: Extra::new() });
        }
        self.state = state;
    }

    /// Whether the team has decided to give it up.
    pub fn is_abandoned(&self) -> bool {
        self.decided.as_ref().is_some_and(|decided| decided.fate == ActionFate::Abandon)
    }

    /// Whether its words were changed since a day; older words may come from the cycle that it goes on from.
    pub fn is_adjusted_since(&self, day: NaiveDate) -> bool {
        self.adjustments.iter().any(|adjustment| adjustment.on >= day)
    }

    /// Whether it still has to be done.
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// The day on which it ended, where it has.
    pub fn ended(&self) -> Option<NaiveDate> {
        match self.state {
            ActionState::Done { on } | ActionState::Dropped { on, .. } => Some(on),
            ActionState::Planned | ActionState::Doing => None,
        }
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
    /// Its name, without the day.
    pub const fn name(&self) -> StateName {
        match self {
            Self::Planned => StateName::Planned,
            Self::Doing => StateName::Doing,
            Self::Done { .. } => StateName::Done,
            Self::Dropped { .. } => StateName::Dropped,
        }
    }

    /// Whether something is still to be done.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Planned | Self::Doing)
    }
}

/// A state that an action came to, on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Turn {
    /// The day.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// The state.
    pub to: StateName,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub reason: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The name of a state, without its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StateName {
    /// Not begun.
    Planned,
    /// Begun.
    Doing,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl StateName {
    /// All, in the order of their coming.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Doing, Self::Done, Self::Dropped];
}

/// On whom an action depends: rolled up, it shows where scope is being lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionScope {
    /// On the school.
    School,
    /// On the local public education service (SLEP).
    Slep,
    /// On another body.
    Other,
}

impl ActionScope {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::School, Self::Slep, Self::Other];
}

/// How much an action asks of those who do it, as the team judges it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// Little.
    Low,
    /// Some.
    Medium,
    /// Much.
    High,
}

impl Effort {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];
}

/// What the team keeps of an action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Decided {
    /// The day.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// What becomes of it.
    pub fate: ActionFate,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub reason: SafeText,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What becomes of an action after its cycle. Source: PDSA worksheet of the IHI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionFate {
    /// It becomes how the school works.
    Adopt,
    /// It goes on in another form.
    Adapt,
    /// It is given up.
    Abandon,
}

impl ActionFate {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Adopt, Self::Adapt, Self::Abandon];
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
