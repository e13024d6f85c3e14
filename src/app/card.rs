//! The card of a student: everything the notebook knows of one, with a cursor on reasons, contacts and actions.

use super::list::{Entry, ListState};
use crate::{
    insight::review::Row,
    notebook::{Notebook, action::Action, contact::Contact, id::Id, student::Student},
};

/// Something on the card that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardLine {
    /// A reason, by its place in the row of the review.
    Reason(usize),
    /// A contact.
    Contact(Id<Contact>),
    /// An action for this student.
    Action(Id<Action>),
}

/// The open card.
#[derive(Debug, Clone)]
pub struct Card {
    /// Whose.
    pub student: Id<Student>,
    /// What can be opened, in the order of the card.
    pub list: ListState<CardLine>,
}

impl Card {
    /// Opens the card of a student.
    pub fn new(student: Id<Student>, notebook: &Notebook, row: Option<&Row>) -> Self {
        let mut card = Self { student, list: ListState::default() };
        card.refresh(notebook, row);
        card
    }

    /// Reads the notebook again.
    pub fn refresh(&mut self, notebook: &Notebook, row: Option<&Row>) {
        let reasons = (0..row.map_or(0, |row| row.reasons.len())).map(CardLine::Reason);
        let mut contacts: Vec<&Contact> = notebook.contacts_of(self.student).collect();
        contacts.sort_by_key(|contact| std::cmp::Reverse((contact.on, contact.id)));
        let contacts = contacts.into_iter().map(|contact| CardLine::Contact(contact.id));
        let current = notebook.current_cycle().map(|cycle| cycle.id);
        // What a closed cycle left unfinished goes on in its copy: it is shown once.
        let is_shown = |action: &&Action| Some(action.cycle) == current || !action.is_open();
        let actions = notebook.actions.iter().filter(|action| action.students.contains(&self.student)).filter(is_shown);
        let actions = actions.map(|action| CardLine::Action(action.id));
        let lines = reasons.chain(contacts).chain(actions);
        self.list.settle(lines.enumerate().map(|(index, key)| Entry { key, index }).collect());
    }
}
