//! An improvement cycle and its five steps.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{extra::Extra, id::Id, items::Item, limits::Limits, safe_text::SafeText, student::Student};

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
    /// Step 2: the challenge.
    #[serde(default)]
    pub challenge: Challenge,
    /// Step 2: the theory of action.
    #[serde(default)]
    pub theory: Theory,
    /// Step 3: the students this cycle looks at first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<Id<Student>>,
    /// Step 3: notes of the data review.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub review: SafeText,
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
            challenge: Challenge::default(),
            theory: Theory::default(),
            focus: Vec::new(),
            review: SafeText::default(),
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
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
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

/// How a cycle ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Closing {
    /// The day.
    pub on: NaiveDate,
    /// What becomes of the theory of action.
    pub fate: Fate,
    /// Why.
    pub reason: SafeText,
    /// The thresholds in force on that day: changing a setting never rewrites history.
    pub thresholds: Thresholds,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What becomes of a theory of action at the end of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Kept as it is.
    Maintained,
    /// Kept with changes.
    Adjusted,
    /// Another one takes its place.
    Replaced,
}

impl Fate {
    /// All fates, in the order in which the closing form offers them.
    pub const ALL: [Self; 3] = [Self::Maintained, Self::Adjusted, Self::Replaced];
}

/// The thresholds a cycle was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Thresholds {
    /// Name of the attendance scale.
    pub scale: SafeText,
    /// Percent of days under which attendance is grave.
    pub grave_below: u16,
    /// Percent of days under which attendance is critical.
    pub critical_below: u16,
    /// All of them; cycles closed by older versions of the program have the two above only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
