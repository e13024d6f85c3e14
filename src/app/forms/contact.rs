//! A contact with a student or the family, and a review of a student's work.

use chrono::NaiveDate;

use super::{
    Flaws, Row, Sheet,
    answers::{Answers, flaws},
    area, choice, day, day_to_come, line,
};
use crate::app::form::{ChoiceField, Field as Input, FormField};
use crate::notebook::{
    Notebook,
    contact::{Contact, ContactKind, ContactResult, ContactWith},
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    problem::{Field, Kind, Problem},
    safe_text::SafeText,
    steps::Making,
    student::Student,
};

const NO_YES: [bool; 2] = [false, true];

/// What a contact and a review of work have differently.
struct Log {
    is_contact: bool,
    result: Field,
    results: [ContactResult; 3],
    by: Field,
}

const CONTACT: Log = Log { is_contact: true, result: Field::Result, results: ContactResult::OF_CONTACT, by: Field::By };
const WORK: Log =
    Log { is_contact: false, result: Field::WorkResult, results: ContactResult::OF_WORK, by: Field::Reviewer };

impl Log {
    /// What came of it: chosen by a person and never suggested, since it counts for the contact rate.
    fn result(&self, old: Option<&Contact>) -> Row {
        let at = old.and_then(|old| self.results.iter().position(|result| *result == old.result));
        FormField::new(self.result, Input::Choice(ChoiceField::optional(self.results.len(), at))).required()
    }

    /// The record that was logged last, whatever its day.
    fn last<'a>(&self, notebook: &'a Notebook) -> Option<&'a Contact> {
        let alike = notebook.contacts.iter().filter(|contact| contact.kind.is_contact() == self.is_contact);
        alike.max_by_key(|contact| contact.id)
    }

    /// What both ask for, after what is answered each time: the rarely changed last.
    fn rest(&self, notebook: &Notebook, old: Option<&Contact>, today: NaiveDate) -> Vec<Row> {
        let empty = SafeText::default();
        let by = old.or_else(|| self.last(notebook)).map_or(&empty, |like| &like.by);
        vec![
            day_to_come(Field::Next, old.and_then(|old| old.next)),
            area(Field::Note, old.map_or(&empty, |old| &old.note)),
            choice(Field::Restricted, &NO_YES, &old.is_some_and(|old| old.restricted)),
            day(Field::On, Some(old.map_or(today, |old| old.on))).required(),
            line(self.by, by),
        ]
    }

    /// The record as it was, and as the form says that it is.
    fn read<'a>(
        &self,
        notebook: &'a Notebook,
        answers: &Answers<'_>,
        (student, old): (Id<Student>, Option<Id<Contact>>),
        making: &mut Making<'_>,
    ) -> Result<(Option<&'a Contact>, Contact), Flaws> {
        let on = answers.day(Field::On)?.ok_or_else(|| flaws([Problem::Missing(Field::On)]))?;
        let result = answers.choice(self.result, &self.results);
        let result = result.ok_or_else(|| flaws([Problem::Missing(self.result)]))?;
        if on > answers.today {
            return Err(flaws([Problem::InFuture(Field::On)]));
        }
        let before =
            old.map(|id| notebook.contacts.get(id).ok_or_else(|| flaws([Problem::ChangedMeanwhile(Kind::Contact)])));
        let before = before.transpose()?;
        let empty = SafeText::default();
        // What the form came with stands, also where nobody touched it.
        let by = before.or_else(|| self.last(notebook)).map_or(&empty, |like| &like.by);
        let after = Contact {
            id: before.map_or_else(|| making.id(), |before| before.id),
            student,
            on,
            kind: ContactKind::ReviewOfWork,
            with: ContactWith::Student,
            result,
            by: answers.line(self.by, by),
            note: answers.note(Field::Note, before.map_or(&empty, |before| &before.note)),
            restricted: answers.choice_or_first(Field::Restricted, &NO_YES),
            next: answers.day(Field::Next)?,
            extra: before.map_or_else(Extra::new, |before| before.extra.clone()),
        };
        Ok((before, after))
    }
}

/// The form of a contact, filled with an old one; a new one is of today, and as the last one that was logged: a team makes
/// its calls in a row. What is answered each time comes first.
pub fn sheet(notebook: &Notebook, old: Option<&Contact>, today: NaiveDate) -> Sheet {
    let like = old.or_else(|| CONTACT.last(notebook));
    let mut fields = vec![
        choice(Field::ContactKind, &ContactKind::CONTACTS, &like.map_or(ContactKind::Call, |like| like.kind)),
        CONTACT.result(old),
        choice(Field::With, &ContactWith::ALL, &like.map_or(ContactWith::Guardian, |like| like.with)),
    ];
    fields.extend(CONTACT.rest(notebook, old, today));
    Sheet::new(fields)
}

/// The form of a review of work, filled with an old one; a new one is of today.
pub fn work_sheet(notebook: &Notebook, old: Option<&Contact>, today: NaiveDate) -> Sheet {
    let mut fields = vec![WORK.result(old)];
    fields.extend(WORK.rest(notebook, old, today));
    Sheet::new(fields)
}

/// The edit of a filled form of a contact.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    whose: (Id<Student>, Option<Id<Contact>>),
    making: &mut Making<'_>,
) -> Result<Edit, Flaws> {
    let (before, mut after) = CONTACT.read(notebook, answers, whose, making)?;
    after.kind = answers.choice_or_first(Field::ContactKind, &ContactKind::CONTACTS);
    after.with = answers.choice_or_first(Field::With, &ContactWith::ALL);
    Ok(edit([Deed::AddContact, Deed::ChangeContact], before, after))
}

/// The edit of a filled form of a review of work.
pub fn read_work(
    notebook: &Notebook,
    answers: &Answers<'_>,
    whose: (Id<Student>, Option<Id<Contact>>),
    making: &mut Making<'_>,
) -> Result<Edit, Flaws> {
    let (before, after) = WORK.read(notebook, answers, whose, making)?;
    Ok(edit([Deed::AddWorkReview, Deed::ChangeWorkReview], before, after))
}

fn edit([add, change]: [Deed; 2], before: Option<&Contact>, after: Contact) -> Edit {
    match before {
        Some(before) => Edit::one(change, Change::replace(before.clone(), after)),
        None => Edit::one(add, Change::add(after)),
    }
}
