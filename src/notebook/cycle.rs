//! An improvement cycle and its five steps.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::{
    closing::{Closing, Fate, Thresholds},
    prediction::Judgement,
    theory::{Challenge, Criterion, Driver, Theory},
};
use super::{extra::Extra, id::Id, items::Item, prediction::Prediction, safe_text::SafeText, student::Student};

/// A structured, collaborative, recurrent review and correction within a range of time (Bush-Mecenas, 2022).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cycle {
    /// The cycle's id.
    pub id: Id<Self>,
    /// First, second, … of this school.
    pub number: u16,
    /// The team's name for it ("Que nadie falte").
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub name: SafeText,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The step the team is at.
    pub step: Step,
    /// Step 1: what the team sees in the indicators.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub observation: SafeText,
    /// What the team expected to see before it looked, and what it saw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predictions: Vec<Prediction>,
    /// Step 2: the challenge.
    #[serde(default)]
    pub challenge: Challenge,
    /// Step 2: the theory of action.
    #[serde(default)]
    pub theory: Theory,
    /// Step 2: the driver tree, as an outline from the aim down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<Driver>,
    /// Step 3: the students this cycle looks at first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<Id<Student>>,
    /// Step 3: what the data show, without causes.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub observed: SafeText,
    /// Step 3: what may explain it, and what to ask.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub inferred: SafeText,
    /// Step 3: notes of the data review.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub review: SafeText,
    /// How far the team thinks it has come, apart from what is filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// How the cycle ended; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Closing>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Item for Cycle {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Cycle {
    /// An empty cycle at its first step.
    pub fn new(id: Id<Self>, number: u16, opened: NaiveDate) -> Self {
        Self {
            id,
            number,
            name: SafeText::default(),
            opened,
            step: Step::Infographic,
            observation: SafeText::default(),
            predictions: Vec::new(),
            challenge: Challenge::default(),
            theory: Theory::default(),
            drivers: Vec::new(),
            focus: Vec::new(),
            observed: SafeText::default(),
            inferred: SafeText::default(),
            review: SafeText::default(),
            judgement: None,
            closing: None,
            extra: Extra::new(),
        }
    }

    /// Whether the team still works in it.
    pub fn is_open(&self) -> bool {
        self.closing.is_none()
    }
}

/// The five steps of a cycle, which are the five parts of the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// 1. The school's trajectory indicators at a glance.
    Infographic,
    /// 2. Challenge and theory of action.
    Challenge,
    /// 3. Data review, with the focus on students at risk.
    Data,
    /// 4. Implementation and adjustments.
    Implementation,
    /// 5. Learnings and improvement.
    Learnings,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 5] = [Self::Infographic, Self::Challenge, Self::Data, Self::Implementation, Self::Learnings];

    /// One to five.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The step of this number, one to five.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number() == number)
    }

    /// The step after this one.
    pub fn next(self) -> Option<Self> {
        Self::from_number(self.number() + 1)
    }

    /// The step before this one.
    pub fn previous(self) -> Option<Self> {
        Self::from_number(self.number() - 1)
    }
}
