//! What a notebook is: a school and its items, changed only by edits that can be undone.
//!
//! Owns the items, the edits and the checks that answer with typed problems. Must never contain a screen, a file, the
//! environment, the clock, or a sentence for people: days and moments come in as parameters, problems go out as values.

pub mod action;
pub mod attention;
pub mod baseline;
pub mod check;
pub mod closing;
pub mod compare;
pub mod contact;
pub mod cycle;
pub mod edit;
pub mod extra;
pub mod guardian;
pub mod handover;
pub mod id;
pub mod items;
pub mod learning;
pub mod limits;
pub mod margin;
pub mod meeting;
pub mod member;
pub mod months;
pub mod outline;
pub mod personal;
pub mod prediction;
pub mod problem;
pub mod replay;
pub mod reported;
pub mod safe_text;
pub mod school;
pub mod standing;
pub mod steps;
pub mod student;
pub mod theory;
pub mod trajectory;
pub mod transfer;
pub mod weeks;
pub mod years;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use action::Action;
use contact::Contact;
use cycle::Cycle;
use extra::Extra;
use id::Id;
use items::Items;
use learning::Learning;
use meeting::Meeting;
use member::Member;
use safe_text::SafeText;
use school::School;
use student::Student;

/// The name that stands first in every file.
pub const FORMAT: &str = "tep-notebook";
/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// The notebook of one school: a header and items. The derived form *is* the file format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Notebook {
    /// Always `tep-notebook`.
    pub format: String,
    /// Version of the format.
    pub version: u32,
    /// The notebook's id: the same in every copy.
    pub id: Id<Self>,
    /// Something that every reader of the file must know first ("invented for practice").
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub notice: SafeText,
    /// The school and its settings.
    pub school: School,
    /// School team and advisors.
    #[serde(default)]
    pub members: Items<Member>,
    /// Improvement cycles.
    #[serde(default)]
    pub cycles: Items<Cycle>,
    /// Planned actions.
    #[serde(default)]
    pub actions: Items<Action>,
    /// Learnings.
    #[serde(default)]
    pub learnings: Items<Learning>,
    /// Meetings.
    #[serde(default)]
    pub meetings: Items<Meeting>,
    /// Students.
    #[serde(default)]
    pub students: Items<Student>,
    /// Contacts with students and families.
    #[serde(default)]
    pub contacts: Items<Contact>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Notebook {
    /// An empty notebook.
    pub fn new(id: Id<Self>, school: School) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id,
            notice: SafeText::default(),
            school,
            members: Items::default(),
            cycles: Items::default(),
            actions: Items::default(),
            learnings: Items::default(),
            meetings: Items::default(),
            students: Items::default(),
            contacts: Items::default(),
            extra: Extra::new(),
        }
    }

    /// How many items there are, of all kinds.
    pub fn item_count(&self) -> usize {
        self.members.len()
            + self.cycles.len()
            + self.actions.len()
            + self.learnings.len()
            + self.meetings.len()
            + self.students.len()
            + self.contacts.len()
    }

    /// The cycle the team works in, if one is open.
    pub fn open_cycle(&self) -> Option<&Cycle> {
        self.cycles.iter().filter(|cycle| cycle.is_open()).max_by_key(|cycle| cycle.number)
    }

    /// The open cycle, or else the last one.
    pub fn current_cycle(&self) -> Option<&Cycle> {
        self.open_cycle().or_else(|| self.cycles.iter().max_by_key(|cycle| cycle.number))
    }

    /// The cycle of a number.
    pub fn cycle_of_number(&self, number: u16) -> Option<&Cycle> {
        self.cycles.iter().find(|cycle| cycle.number == number)
    }

    /// The closed cycle that a day lies in; of two that meet on it the later one, and none where the open one begins on it.
    pub fn closed_cycle_on(&self, day: NaiveDate) -> Option<&Cycle> {
        let is_in = |cycle: &&Cycle| {
            let until = cycle.closing.as_ref().map(|closing| closing.on);
            cycle.opened <= day && until.is_none_or(|until| day <= until)
        };
        self.cycles
            .iter()
            .filter(is_in)
            .max_by_key(|cycle| (cycle.is_open(), cycle.number))
            .filter(|cycle| !cycle.is_open())
    }

    /// The actions of a cycle.
    pub fn actions_of(&self, cycle: Id<Cycle>) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |action| action.cycle == cycle)
    }

    /// The learnings of a cycle.
    pub fn learnings_of(&self, cycle: Id<Cycle>) -> impl Iterator<Item = &Learning> {
        self.learnings.iter().filter(move |learning| learning.cycle == cycle)
    }

    /// The contacts about a student.
    pub fn contacts_of(&self, student: Id<Student>) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |contact| contact.student == student)
    }
}

#[cfg(test)]
mod tests;
