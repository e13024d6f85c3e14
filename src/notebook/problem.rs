//! What a rule of the notebook has against an edit, as values.
//!
//! Owns the names of fields and problems. Never words: `text` says them.

use serde::{Deserialize, Serialize};

use super::contact::ContactKind;
use super::transfer::Prompt;
use crate::rules::calendar::Month;

/// A field that a person fills in; labels of forms and the place of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// RBD of a school.
    Rbd,
    /// Name of a school.
    SchoolName,
    /// Commune of a school.
    Commune,
    /// Name of a cycle.
    CycleName,
    /// What the team sees in the indicators (step 1).
    Observation,
    /// The challenge.
    Challenge,
    /// Whether the challenge is urgent.
    Urgent,
    /// Whether it is relevant.
    Relevant,
    /// Whether it is within the scope of action.
    InScope,
    /// The theory's "if".
    If,
    /// The theory's "then".
    Then,
    /// The theory's "because".
    Because,
    /// The expected sign.
    Sign,
    /// When the sign will be looked at.
    SeenBy,
    /// The focus students of a cycle.
    Focus,
    /// Notes of the data review.
    Review,
    /// The fate of the theory of action.
    Fate,
    /// A reason.
    Reason,
    /// The student of a contact.
    Student,
    /// A day on which something happened.
    On,
    /// How a contact was made.
    ContactKind,
    /// The kind of an action.
    ActionKind,
    /// With whom a contact was.
    With,
    /// The result of a contact.
    Result,
    /// The last change of a student's status.
    LastChange,
    /// The status of a student.
    Status,
    /// Whether the receiving school has said that a student is there.
    Arrived,
    /// The school that receives a student.
    To,
    /// The day on which a hand-over was sent.
    Sent,
    /// What is passed on about a student.
    Told(Prompt),
    /// The folder into which a file is written.
    Folder,
    /// Whether a file is sealed.
    Sealed,
    /// The passphrase of a file.
    Passphrase,
    /// The same once more.
    PassphraseAgain,
    /// The result of a review of work.
    WorkResult,
    /// Who made a contact.
    By,
    /// Who reviewed the work.
    Reviewer,
    /// A note.
    Note,
    /// Whether a note is restricted.
    Restricted,
    /// When the next step is due.
    Next,
    /// The day to look again.
    Again,
    /// How many students the team can follow.
    Capacity,
    /// Percent of days under which attendance is grave.
    GraveBelow,
    /// Percent of days under which it is critical.
    CriticalBelow,
    /// Points per month by which attendance falls.
    FallsBy,
    /// Class days without coming.
    AbsentDays,
    /// Subjects under 4.0.
    FailedSubjects,
    /// Years above the age of the grade.
    OverAge,
    /// Percent of a course in the expected band.
    CourseExpected,
    /// The first day with classes.
    ClassesFrom,
    /// The last one.
    ClassesTo,
    /// The last one of 4° medio.
    ClassesToOfLast,
    /// The first day of the winter holidays.
    WinterFrom,
    /// The last one.
    WinterTo,
    /// Other days without classes.
    FreeDays,
    /// First month of a baseline.
    BaselineFrom,
    /// Last month of a baseline.
    BaselineTo,
    /// The rules of the run chart.
    ChartRules,
    /// What will be done.
    What,
    /// What shows that the challenge is urgent, or is not.
    UrgentBecause,
    /// What shows that it is relevant, or is not.
    RelevantBecause,
    /// What shows that it is up to us, or is not.
    InScopeBecause,
    /// The driver tree.
    Drivers,
    /// What the team expects to see.
    Expected,
    /// What the data show, without causes.
    Observed,
    /// What may explain it.
    Inferred,
    /// How far the team thinks it has come.
    Judgement,
    /// What the team keeps of an action.
    ActionFate,
    /// On whom an action depends.
    Scope,
    /// What an action asks of people.
    Effort,
    /// For which courses.
    Courses,
    /// A dimension of the improvement plan.
    PmeDimension,
    /// An objective of the improvement plan.
    PmeObjective,
    /// Where in the notebook a learning can be seen.
    SeenIn,
    /// In what an effect was seen.
    EffectOn,
    /// Which effect was seen.
    Effect,
    /// Who answers for it.
    Who,
    /// From when on.
    Start,
    /// By when.
    Due,
    /// When it ended.
    Ended,
    /// For which students.
    Students,
    /// How far an action is.
    State,
    /// What was learned.
    Statement,
    /// In whose words.
    Quote,
    /// The part of who said it.
    Voice,
    /// The theme.
    Theme,
    /// What it rests on.
    Evidence,
}

/// The kinds of item, in an order in which none points at a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The header.
    School,
    /// What stands beside the items.
    Margin,
    /// Member of the team.
    Member,
    /// Student.
    Student,
    /// Contact.
    Contact,
    /// Cycle.
    Cycle,
    /// Action.
    Action,
    /// Learning.
    Learning,
    /// Meeting.
    Meeting,
}

impl Kind {
    /// The name that other programs get.
    pub const fn name(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Margin => "margin",
            Self::Member => "member",
            Self::Student => "student",
            Self::Contact => "contact",
            Self::Cycle => "cycle",
            Self::Action => "action",
            Self::Learning => "learning",
            Self::Meeting => "meeting",
        }
    }
}

/// Why an edit is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The field has to be filled in.
    Missing(Field),
    /// The day has not come yet.
    InFuture(Field),
    /// The second day comes before the first one.
    Before {
        /// The field with the day that is too early.
        field: Field,
        /// The field it must not come before.
        than: Field,
    },
    /// The item points at one that is not in the notebook.
    Unknown(Kind),
    /// Other items still point at the item that would be removed.
    StillUsed {
        /// What would be removed.
        kind: Kind,
        /// What points at it.
        by: Kind,
        /// How many of those.
        count: usize,
    },
    /// The item is not as the edit expects it: somebody else changed it.
    ChangedMeanwhile(Kind),
    /// A cycle is open already.
    CycleAlreadyOpen {
        /// Its number.
        number: u16,
    },
    /// There is no open cycle.
    NoOpenCycle,
    /// The cycle is closed: its record stays as it is.
    CycleClosed {
        /// Its number.
        number: u16,
    },
    /// The result is not one that a record of this kind can have.
    ResultOfAnother(ContactKind),
    /// The weeks of a month of a student do not have the days of that month.
    WeeksOfAnother {
        /// The month.
        month: Month,
    },
    /// Two cycles would have the same number.
    CycleNumberTaken {
        /// The number.
        number: u16,
    },
}

impl Problem {
    /// The field of a form that the problem belongs to, if it belongs to one.
    pub fn field(self) -> Option<Field> {
        match self {
            // The form has no field for the end of an action: what is wrong with it is its beginning.
            Self::Before { field: Field::Ended, than } => Some(than),
            Self::Missing(field) | Self::InFuture(field) | Self::Before { field, .. } => Some(field),
            Self::ResultOfAnother(ContactKind::ReviewOfWork) => Some(Field::WorkResult),
            Self::ResultOfAnother(_) => Some(Field::Result),
            Self::Unknown(Kind::Student) => Some(Field::Students),
            _ => None,
        }
    }
}
