//! The card of a student: everything the notebook knows of one, with a cursor on figures, reasons, contacts and actions.

use super::list::{Entry, ListState};
use crate::{
    insight::review::Row,
    notebook::{Notebook, action::Action, contact::Contact, id::Id, student::Student},
};

/// Something on the card that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardLine {
    /// A figure at the head of the card.
    Figure(Figure),
    /// A reason, by its place in the row of the review.
    Reason(usize),
    /// A contact.
    Contact(Id<Contact>),
    /// An action for this student.
    Action(Id<Action>),
}

/// What stands at the head of a card and opens like a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Attendance of the year.
    Attendance,
    /// Marks, and what Decreto 67 makes of them.
    Grades,
    /// School years, statuses and hand-overs.
    Path,
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
    /// Opens the card of a student, on the first reason to look.
    pub fn new(student: Id<Student>, notebook: &Notebook, row: Option<&Row>) -> Self {
        let mut card = Self { student, list: ListState::default() };
        card.refresh(notebook, row);
        let first = card.list.entries().get(card.figures()).or(card.list.entries().first()).map(|entry| entry.key);
        if let Some(first) = first {
            card.list.select(first);
        }
        card
    }

    /// How many figures stand at the head; the other lines follow and scroll.
    pub fn figures(&self) -> usize {
        self.list.entries().iter().take_while(|entry| matches!(entry.key, CardLine::Figure(_))).count()
    }

    /// Reads the notebook again.
    pub fn refresh(&mut self, notebook: &Notebook, row: Option<&Row>) {
        let has_marks = notebook.students.get(self.student).is_some_and(|student| !student.grades.is_empty());
        let figures = [Figure::Attendance, Figure::Grades, Figure::Path];
        let figures = figures.into_iter().filter(|figure| has_marks || *figure != Figure::Grades).map(CardLine::Figure);
        let reasons = (0..row.map_or(0, |row| row.reasons.len())).map(CardLine::Reason);
        let mut contacts: Vec<&Contact> = notebook.contacts_of(self.student).collect();
        contacts.sort_by_key(|contact| std::cmp::Reverse((contact.on, contact.id)));
        let contacts = contacts.into_iter().map(|contact| CardLine::Contact(contact.id));
        let current = notebook.current_cycle().map(|cycle| cycle.id);
        // What a closed cycle left unfinished goes on in its copy: it is shown once.
        let is_shown = |action: &&Action| Some(action.cycle) == current || !action.is_open();
        let actions = notebook.actions.iter().filter(|action| action.students.contains(&self.student)).filter(is_shown);
        let actions = actions.map(|action| CardLine::Action(action.id));
        let lines = figures.chain(reasons).chain(contacts).chain(actions);
        self.list.settle(lines.enumerate().map(|(index, key)| Entry { key, index }).collect());
    }
}
