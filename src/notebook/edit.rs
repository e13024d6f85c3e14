//! Every change of a notebook as one value: for each item it touches, the item before and after.
//!
//! Owns applying and inverting. Apply, undo, journal and merge are all this value; there is no other way to change a
//! notebook that is open, but for putting recorded edits back (`replay`).

use serde::{Deserialize, Serialize};

pub(super) use change::Stand;
pub use change::{Change, Editable, Place, Swap};
pub use fields::FieldChange;

use super::{Notebook, check, problem::Problem};

mod change;
mod fields;

/// A named command with what it does to each item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What the person did.
    pub deed: Deed,
    /// What it does to each item.
    pub changes: Vec<Change>,
}

/// What a person did; the name that undo, redo and the journal say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// Opened a cycle.
    OpenCycle,
    /// Named a cycle.
    NameCycle,
    /// Went to another step.
    GoToStep,
    /// Wrote what the indicators show.
    WriteObservation,
    /// Wrote the challenge.
    WriteChallenge,
    /// Wrote the theory of action.
    WriteTheory,
    /// Wrote the driver tree.
    WriteDrivers,
    /// Wrote down what the team expects, before it looks.
    Predict,
    /// Chose the focus students.
    ChooseFocus,
    /// Wrote notes of the data review.
    WriteReview,
    /// Closed a cycle and opened the next.
    CloseCycle,
    /// Pinned a student to the list.
    PinStudent,
    /// Set a student aside for a while.
    SetStudentAside,
    /// Gave a student back to the order of the rules.
    ReleaseStudent,
    /// Changed thresholds, or how many the team can follow.
    ChangeSettings,
    /// Changed the school calendar.
    ChangeCalendar,
    /// Set another baseline for the run chart.
    SetBaseline,
    /// Logged a contact.
    AddContact,
    /// Corrected a contact.
    ChangeContact,
    /// Removed a contact.
    RemoveContact,
    /// Logged a review of a student's work.
    AddWorkReview,
    /// Corrected a review of work.
    ChangeWorkReview,
    /// Removed a review of work.
    RemoveWorkReview,
    /// Planned an action.
    PlanAction,
    /// Changed an action.
    ChangeAction,
    /// Decided what is kept of an action.
    DecideAction,
    /// Marked an action as done.
    CompleteAction,
    /// Took up an action again.
    ReopenAction,
    /// Removed an action.
    RemoveAction,
    /// Recorded a learning.
    RecordLearning,
    /// Changed a learning.
    ChangeLearning,
    /// Removed a learning.
    RemoveLearning,
    /// Wrote down another status of a student.
    ChangeStatus,
    /// Handed students over to the school that receives them.
    HandOver,
    /// Wrote down that the receiving school has confirmed.
    ConfirmHandOver,
    /// Took in a student whom another school hands over.
    Receive,
    /// Took in a file of the school or the Ministry.
    Import,
    /// Took over what somebody changed in the file outside TEP.
    AdoptOutside,
    /// Put a backup back.
    Restore,
    /// Rebuilt the notebook from what could be read.
    Salvage,
}

impl Deed {
    /// Whether it brings in a state that arose elsewhere, instead of a step that the rules may refuse.
    ///
    /// Such a state stands in a file already, or did; and it must be possible to take it back, also where that changes
    /// the record of a closed cycle. Refusing would only make the notebook differ from its file.
    pub const fn brings_a_state(self) -> bool {
        matches!(self, Self::AdoptOutside | Self::Restore | Self::Salvage)
    }
}

impl Edit {
    /// Whether it leaves everything as it is.
    pub fn is_idle(&self) -> bool {
        self.changes.iter().all(Change::is_idle)
    }

    /// An edit of one item.
    pub fn one(deed: Deed, change: Change) -> Self {
        Self { deed, changes: vec![change] }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { deed: self.deed, changes: self.changes.into_iter().rev().map(Change::inverse).collect() }
    }
}

impl Notebook {
    /// Applies an edit whole, or refuses it whole: the notebook is as before when problems come back.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Vec<Problem>> {
        let mut done = Vec::with_capacity(edit.changes.len());
        let mut problems = Vec::new();
        for change in &edit.changes {
            if self.stand(change) == Stand::Before {
                self.set(change);
                done.push(change);
            } else {
                problems.push(Problem::ChangedMeanwhile(change.place().0));
            }
        }
        if problems.is_empty() && !edit.deed.brings_a_state() {
            problems = check::after(self, edit);
        }
        if problems.is_empty() {
            return Ok(());
        }
        for change in done.into_iter().rev() {
            self.set(&change.clone().inverse());
        }
        Err(problems)
    }
}
