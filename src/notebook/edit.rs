//! Every change of a notebook as one value: for each item it touches, the item before and after.
//!
//! Owns applying and inverting. Apply, undo, journal and merge are all this value; there is no other way to change a
//! notebook that is open.

use serde::{Deserialize, Serialize};

use super::{
    Notebook,
    action::Action,
    check,
    contact::Contact,
    cycle::Cycle,
    items::{Item, Items},
    learning::Learning,
    meeting::Meeting,
    member::Member,
    problem::{Kind, Problem},
    school::School,
    student::Student,
};

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
    /// Chose the focus students.
    ChooseFocus,
    /// Wrote notes of the data review.
    WriteReview,
    /// Closed a cycle and opened the next.
    CloseCycle,
    /// Logged a contact.
    AddContact,
    /// Corrected a contact.
    ChangeContact,
    /// Removed a contact.
    RemoveContact,
    /// Planned an action.
    PlanAction,
    /// Changed an action.
    ChangeAction,
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
    /// Took in a file of the school or the Ministry.
    Import,
}

/// An item before and after; `None` where it does not exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Swap<T> {
    /// The item before.
    pub before: Option<Box<T>>,
    /// The item after.
    pub after: Option<Box<T>>,
}

impl<T> Swap<T> {
    fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// What an edit does to one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// To the header.
    School(Swap<School>),
    /// To a member.
    Member(Swap<Member>),
    /// To a student.
    Student(Swap<Student>),
    /// To a contact.
    Contact(Swap<Contact>),
    /// To a cycle.
    Cycle(Swap<Cycle>),
    /// To an action.
    Action(Swap<Action>),
    /// To a learning.
    Learning(Swap<Learning>),
    /// To a meeting.
    Meeting(Swap<Meeting>),
}

/// Items that a [`Change`] can be made of.
pub trait Editable: Sized {
    /// Wraps an item before and after.
    fn change(swap: Swap<Self>) -> Change;
}

macro_rules! editable {
    ($($kind:ident),+) => { $(
        impl Editable for $kind {
            fn change(swap: Swap<Self>) -> Change {
                Change::$kind(swap)
            }
        }
    )+ };
}
editable!(School, Member, Student, Contact, Cycle, Action, Learning, Meeting);

impl Change {
    /// A new item.
    pub fn add<T: Editable>(after: T) -> Self {
        T::change(Swap { before: None, after: Some(Box::new(after)) })
    }

    /// An item with another content.
    pub fn replace<T: Editable>(before: T, after: T) -> Self {
        T::change(Swap { before: Some(Box::new(before)), after: Some(Box::new(after)) })
    }

    /// An item that goes away.
    pub fn remove<T: Editable>(before: T) -> Self {
        T::change(Swap { before: Some(Box::new(before)), after: None })
    }

    fn inverse(self) -> Self {
        match self {
            Self::School(swap) => Self::School(swap.inverse()),
            Self::Member(swap) => Self::Member(swap.inverse()),
            Self::Student(swap) => Self::Student(swap.inverse()),
            Self::Contact(swap) => Self::Contact(swap.inverse()),
            Self::Cycle(swap) => Self::Cycle(swap.inverse()),
            Self::Action(swap) => Self::Action(swap.inverse()),
            Self::Learning(swap) => Self::Learning(swap.inverse()),
            Self::Meeting(swap) => Self::Meeting(swap.inverse()),
        }
    }
}

impl Edit {
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
            match self.put(change) {
                Ok(()) => done.push(change),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() {
            problems = check::after(self, edit);
        }
        if problems.is_empty() {
            return Ok(());
        }
        for change in done.into_iter().rev() {
            // What was just put in its place is there: taking it out again cannot be refused.
            let _ = self.put(&change.clone().inverse());
        }
        Err(problems)
    }

    fn put(&mut self, change: &Change) -> Result<(), Problem> {
        match change {
            Change::School(swap) => {
                let (Some(before), Some(after)) = (&swap.before, &swap.after) else {
                    return Err(Problem::Unknown(Kind::School));
                };
                if self.school != **before {
                    return Err(Problem::ChangedMeanwhile(Kind::School));
                }
                self.school = (**after).clone();
                Ok(())
            }
            Change::Member(swap) => swap_in(&mut self.members, swap, Kind::Member),
            Change::Student(swap) => swap_in(&mut self.students, swap, Kind::Student),
            Change::Contact(swap) => swap_in(&mut self.contacts, swap, Kind::Contact),
            Change::Cycle(swap) => swap_in(&mut self.cycles, swap, Kind::Cycle),
            Change::Action(swap) => swap_in(&mut self.actions, swap, Kind::Action),
            Change::Learning(swap) => swap_in(&mut self.learnings, swap, Kind::Learning),
            Change::Meeting(swap) => swap_in(&mut self.meetings, swap, Kind::Meeting),
        }
    }
}

/// Replaces one item, if it is what the edit says it is.
fn swap_in<T: Item>(items: &mut Items<T>, swap: &Swap<T>, kind: Kind) -> Result<(), Problem> {
    let Some(id) = swap.before.as_ref().or(swap.after.as_ref()).map(|item| item.id()) else { return Ok(()) };
    let same_item = swap.after.as_ref().is_none_or(|after| after.id() == id);
    if !same_item || items.get(id) != swap.before.as_deref() {
        return Err(Problem::ChangedMeanwhile(kind));
    }
    match &swap.after {
        Some(after) => items.put((**after).clone()),
        None => items.take(id),
    };
    Ok(())
}
