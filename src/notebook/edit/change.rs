//! What an edit does to one item: the item before and after.
//!
//! Owns how an item stands towards a change, and putting it in its place. Never judges: that is `check`.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::notebook::{
    Notebook,
    action::Action,
    contact::Contact,
    cycle::Cycle,
    items::{Item, Items},
    learning::Learning,
    margin::Margin,
    meeting::Meeting,
    member::Member,
    problem::Kind,
    school::School,
    student::Student,
};

/// An item before and after; `None` where it does not exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Swap<T> {
    /// The item before.
    pub before: Option<Box<T>>,
    /// The item after.
    pub after: Option<Box<T>>,
}

/// What an edit does to one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// To the header.
    School(Swap<School>),
    /// To what stands beside the items.
    Margin(Swap<Margin>),
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

/// The same for a change of any kind.
macro_rules! of_any_kind {
    ($change:expr, $swap:ident => $what:expr) => {
        match $change {
            Change::School($swap) => $what,
            Change::Margin($swap) => $what,
            Change::Member($swap) => $what,
            Change::Student($swap) => $what,
            Change::Contact($swap) => $what,
            Change::Cycle($swap) => $what,
            Change::Action($swap) => $what,
            Change::Learning($swap) => $what,
            Change::Meeting($swap) => $what,
        }
    };
}
pub(super) use of_any_kind;

/// What a [`Change`] can be made of.
pub trait Editable: Sized {
    /// Its kind.
    const KIND: Kind;
    /// Wraps an item before and after.
    fn change(swap: Swap<Self>) -> Change;
    /// Which of its kind it is; none where there is only one.
    fn uuid(&self) -> Option<Uuid>;
}

macro_rules! editable {
    ($($kind:ident: $uuid:expr),+) => { $(
        impl Editable for $kind {
            const KIND: Kind = Kind::$kind;
            fn change(swap: Swap<Self>) -> Change {
                Change::$kind(swap)
            }
            fn uuid(&self) -> Option<Uuid> {
                let which: fn(&Self) -> Option<Uuid> = $uuid;
                which(self)
            }
        }
    )+ };
}
editable!(
    School: |_| None,
    Margin: |_| None,
    Member: |item| Some(item.id.uuid()),
    Student: |item| Some(item.id.uuid()),
    Contact: |item| Some(item.id.uuid()),
    Cycle: |item| Some(item.id.uuid()),
    Action: |item| Some(item.id.uuid()),
    Learning: |item| Some(item.id.uuid()),
    Meeting: |item| Some(item.id.uuid())
);

/// Which item a change is about. In this order no item points at one of a later kind.
pub type Place = (Kind, Option<Uuid>);

/// How the item of a notebook stands towards a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notebook) enum Stand {
    /// As before it.
    Before,
    /// As after it.
    After,
    /// Otherwise.
    Elsewhere,
}

impl<T: Editable + PartialEq> Swap<T> {
    fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }

    fn place(&self) -> Place {
        (T::KIND, self.before.as_ref().or(self.after.as_ref()).and_then(|item| item.uuid()))
    }

    /// Whether it speaks of one item; one read from a damaged journal may not.
    fn is_of_one_item(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.uuid() == after.uuid(),
            (None, None) => false,
            _ => true,
        }
    }

    fn stand(&self, now: Option<&T>) -> Stand {
        if !self.is_of_one_item() {
            Stand::Elsewhere
        } else if now == self.before.as_deref() {
            Stand::Before
        } else if now == self.after.as_deref() {
            Stand::After
        } else {
            Stand::Elsewhere
        }
    }

    /// As [`Self::stand`], of what every notebook has exactly one of.
    fn stand_of_one(&self, now: &T) -> Stand {
        if self.before.is_none() || self.after.is_none() { Stand::Elsewhere } else { self.stand(Some(now)) }
    }
}

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

    /// Which item it is about.
    pub fn place(&self) -> Place {
        of_any_kind!(self, swap => swap.place())
    }

    /// The kind of the item.
    pub fn kind(&self) -> Kind {
        match self {
            Self::School(_) => Kind::School,
            Self::Margin(_) => Kind::Margin,
            Self::Member(_) => Kind::Member,
            Self::Student(_) => Kind::Student,
            Self::Contact(_) => Kind::Contact,
            Self::Cycle(_) => Kind::Cycle,
            Self::Action(_) => Kind::Action,
            Self::Learning(_) => Kind::Learning,
            Self::Meeting(_) => Kind::Meeting,
        }
    }

    /// Whether the item is new.
    pub fn adds(&self) -> bool {
        of_any_kind!(self, swap => swap.before.is_none())
    }

    /// Whether the item goes away.
    pub fn removes(&self) -> bool {
        of_any_kind!(self, swap => swap.after.is_none())
    }

    /// Whether the item stays as it is.
    pub fn is_idle(&self) -> bool {
        of_any_kind!(self, swap => swap.before == swap.after)
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        of_any_kind!(self, swap => Editable::change(swap.inverse()))
    }

    /// This change and a later one of the same item, as one.
    #[must_use]
    pub(in crate::notebook) fn then(self, later: Self) -> Self {
        fn one<T>(first: Swap<T>, last: Swap<T>) -> Swap<T> {
            Swap { before: first.before, after: last.after }
        }
        match (self, later) {
            (Self::School(first), Self::School(last)) => Self::School(one(first, last)),
            (Self::Margin(first), Self::Margin(last)) => Self::Margin(one(first, last)),
            (Self::Member(first), Self::Member(last)) => Self::Member(one(first, last)),
            (Self::Student(first), Self::Student(last)) => Self::Student(one(first, last)),
            (Self::Contact(first), Self::Contact(last)) => Self::Contact(one(first, last)),
            (Self::Cycle(first), Self::Cycle(last)) => Self::Cycle(one(first, last)),
            (Self::Action(first), Self::Action(last)) => Self::Action(one(first, last)),
            (Self::Learning(first), Self::Learning(last)) => Self::Learning(one(first, last)),
            (Self::Meeting(first), Self::Meeting(last)) => Self::Meeting(one(first, last)),
            (first, _of_another_kind) => first,
        }
    }
}

impl Notebook {
    /// How the item stands towards a change of it.
    pub(in crate::notebook) fn stand(&self, change: &Change) -> Stand {
        match change {
            Change::School(swap) => swap.stand_of_one(&self.school),
            Change::Margin(swap) => swap.stand_of_one(&self.margin()),
            Change::Member(swap) => stand_in(&self.members, swap),
            Change::Student(swap) => stand_in(&self.students, swap),
            Change::Contact(swap) => stand_in(&self.contacts, swap),
            Change::Cycle(swap) => stand_in(&self.cycles, swap),
            Change::Action(swap) => stand_in(&self.actions, swap),
            Change::Learning(swap) => stand_in(&self.learnings, swap),
            Change::Meeting(swap) => stand_in(&self.meetings, swap),
        }
    }

    /// Puts the item as it is after a change, whatever it is now: whoever calls has looked at how it stands.
    pub(in crate::notebook) fn set(&mut self, change: &Change) {
        match change {
            Change::School(swap) => {
                if let Some(after) = &swap.after {
                    self.school = (**after).clone();
                }
            }
            Change::Margin(swap) => {
                if let Some(after) = &swap.after {
                    self.set_margin((**after).clone());
                }
            }
            Change::Member(swap) => set_in(&mut self.members, swap),
            Change::Student(swap) => set_in(&mut self.students, swap),
            Change::Contact(swap) => set_in(&mut self.contacts, swap),
            Change::Cycle(swap) => set_in(&mut self.cycles, swap),
            Change::Action(swap) => set_in(&mut self.actions, swap),
            Change::Learning(swap) => set_in(&mut self.learnings, swap),
            Change::Meeting(swap) => set_in(&mut self.meetings, swap),
        }
    }
}

fn stand_in<T: Item + Editable>(items: &Items<T>, swap: &Swap<T>) -> Stand {
    let id = swap.before.as_ref().or(swap.after.as_ref()).map(|item| item.id());
    swap.stand(id.and_then(|id| items.get(id)))
}

fn set_in<T: Item>(items: &mut Items<T>, swap: &Swap<T>) {
    match (&swap.before, &swap.after) {
        (_, Some(after)) => items.put((**after).clone()),
        (Some(before), None) => items.take(before.id()),
        (None, None) => None,
    };
}
