//! A contact with a student or the family.

use chrono::NaiveDate;

use super::{
    Flaw, Flaws, Sheet,
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

/// The form, filled with an old contact or with today's date.
pub fn sheet(old: Option<&Contact>, today: NaiveDate) -> Sheet {
    let empty = SafeText::default();
    Sheet::new(vec![
        choice(Field::ContactKind, &ContactKind::ALL, &old.map_or(ContactKind::Call, |old| old.kind)),
        result(old).required(),
        choice(Field::With, &ContactWith::ALL, &old.map_or(ContactWith::Guardian, |old| old.with)),
        day(Field::On, Some(old.map_or(today, |old| old.on))).required(),
        line(Field::By, old.map_or(&empty, |old| &old.by)),
        day_to_come(Field::Next, old.and_then(|old| old.next)),
        area(Field::Note, old.map_or(&empty, |old| &old.note)),
        choice(Field::Restricted, &NO_YES, &old.is_some_and(|old| old.restricted)),
    ])
}

/// What came of it: chosen by a person and never suggested, since it counts for the contact rate.
fn result(old: Option<&Contact>) -> FormField<Field, Flaw, Id<Student>> {
    let at = old.and_then(|old| ContactResult::ALL.iter().position(|result| *result == old.result));
    FormField::new(Field::Result, Input::Choice(ChoiceField::optional(ContactResult::ALL.len(), at)))
}

/// The edit of a filled form.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    student: Id<Student>,
    old: Option<Id<Contact>>,
    making: &mut Making<'_>,
) -> Result<Edit, Flaws> {
    let on = answers.day(Field::On)?.ok_or_else(|| flaws([Problem::Missing(Field::On)]))?;
    let result = answers.choice(Field::Result, &ContactResult::ALL);
    let result = result.ok_or_else(|| flaws([Problem::Missing(Field::Result)]))?;
    if on > answers.today {
        return Err(flaws([Problem::InFuture(Field::On)]));
    }
    let before =
        old.map(|id| notebook.contacts.get(id).ok_or_else(|| flaws([Problem::ChangedMeanwhile(Kind::Contact)])));
    let before = before.transpose()?;
    let empty = SafeText::default();
    let after = Contact {
        id: before.map_or_else(|| making.id(), |before| before.id),
        student,
        on,
        kind: answers.choice_or_first(Field::ContactKind, &ContactKind::ALL),
        with: answers.choice_or_first(Field::With, &ContactWith::ALL),
        result,
        by: answers.line(Field::By, before.map_or(&empty, |before| &before.by)),
        note: answers.note(Field::Note, before.map_or(&empty, |before| &before.note)),
        restricted: answers.choice_or_first(Field::Restricted, &NO_YES),
        next: answers.day(Field::Next)?,
        extra: before.map_or_else(Extra::new, |before| before.extra.clone()),
    };
    Ok(match before {
        Some(before) => Edit::one(Deed::ChangeContact, Change::replace(before.clone(), after)),
        None => Edit::one(Deed::AddContact, Change::add(after)),
    })
}
