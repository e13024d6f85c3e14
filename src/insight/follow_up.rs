//! What was written down about students: contacts and actions, and what is due.
//!
//! Any kind of record counts as being with a student, and only a contact as a contact. Never judges what came of it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::notebook::{
    Notebook,
    action::{Action, ActionState},
    contact::Contact,
    id::Id,
    student::Student,
};

/// What was done with a student so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// The last contact, or the attempt at one.
    pub last: Option<NaiveDate>,
    /// The last contact that reached somebody.
    pub reached: Option<NaiveDate>,
    /// The last day in the log: a contact, or a review of work.
    pub last_logged: Option<NaiveDate>,
    /// When the next step is due.
    pub next: Option<NaiveDate>,
    /// The last day on which anything was written down.
    record: Option<NaiveDate>,
    /// Whether an action for the student is planned or under way.
    is_planned: bool,
}

impl FollowUp {
    /// Whether anybody is with the student since a day: something was written down since, or an action is open.
    pub fn is_with_since(self, day: NaiveDate) -> bool {
        self.is_planned || self.record.is_some_and(|on| on >= day)
    }

    /// Whether the last contact was an attempt that reached nobody, and nobody was reached since or on that day.
    pub fn is_attempt(self) -> bool {
        self.last > self.reached
    }

    fn noted(&mut self, on: NaiveDate) {
        self.record = self.record.max(Some(on));
    }
}

/// What was done with each student up to a day. A call that nobody answered does not settle a day that was set before,
/// nor does a review of work; reaching somebody, or another day, does.
pub fn follow_ups(notebook: &Notebook, today: NaiveDate) -> HashMap<Id<Student>, FollowUp> {
    let mut in_order: Vec<&Contact> = notebook.contacts.iter().filter(|contact| contact.on <= today).collect();
    in_order.sort_by_key(|contact| (contact.on, contact.id));
    let mut all: HashMap<Id<Student>, FollowUp> = HashMap::with_capacity(in_order.len());
    for contact in in_order {
        let entry = all.entry(contact.student).or_default();
        if contact.kind.is_contact() {
            entry.last = Some(contact.on);
        }
        if contact.is_reached() {
            entry.reached = Some(contact.on);
        }
        entry.last_logged = Some(contact.on);
        entry.noted(contact.on);
        if contact.next.is_some() || contact.is_reached() {
            entry.next = contact.next;
        }
    }
    let current = notebook.current_cycle().map(|cycle| cycle.id);
    for action in &notebook.actions {
        // What a closed cycle left unfinished goes on in its copy.
        let is_current = current == Some(action.cycle);
        for student in &action.students {
            note_action(all.entry(*student).or_default(), action, is_current, today);
        }
    }
    all
}

fn note_action(entry: &mut FollowUp, action: &Action, is_current: bool, today: NaiveDate) {
    match action.state {
        ActionState::Planned | ActionState::Doing => entry.is_planned |= is_current,
        ActionState::Done { on } if on <= today => entry.noted(on),
        ActionState::Done { .. } | ActionState::Dropped { .. } => {}
    }
}
