//! Handing a student over: where to, when, what those who know the student pass on, and where the file lies. The same form
//! writes down that the receiving school has confirmed.

use chrono::NaiveDate;

use super::{
    Flaw, Flaws, Outcome, Sheet,
    answers::{Answers, flaws},
    area, day, line,
    school::parse_rbd,
    secret,
};
use crate::{
    app::{
        effect::Handing,
        form::{ChoiceField, Field as Input, FormField},
    },
    exchange::seal::{self, Passphrase},
    notebook::{
        Notebook,
        edit::{Deed, Edit},
        handover::{Message, Refusal},
        id::Id,
        problem::{Field, Kind, Problem},
        safe_text::SafeText,
        steps::Making,
        student::Student,
        transfer::{Prompt, Transfer},
    },
    rules::{identity::Rbd, status::Status},
};

/// The answers to whether the student is there, and whether the file is sealed: yes, or no.
const YES_NO: [bool; 2] = [true, false];

/// The form; of a student on the way it asks first whether the receiving school has confirmed.
pub fn sheet(notebook: &Notebook, student: Id<Student>, today: NaiveDate) -> Result<Sheet, Problem> {
    let student = notebook.students.get(student).ok_or(Problem::Unknown(Kind::Student))?;
    let sent = open_transfer(student);
    let empty = SafeText::default();
    let said = |prompt| {
        let told = sent.and_then(|sent| sent.prompts.iter().find(|told| told.prompt == prompt));
        told.map_or(&empty, |told| &told.answer)
    };
    let to = sent.and_then(|sent| sent.to).map(|to| to.to_string()).unwrap_or_default();
    let mut fields = if is_on_the_way(student) {
        let arrived = Input::Choice(ChoiceField::optional(YES_NO.len(), None));
        vec![FormField::new(Field::Arrived, arrived).required(), day(Field::On, Some(today)).required()]
    } else {
        vec![day(Field::Sent, Some(today)).required()]
    };
    fields.push(line(Field::To, &SafeText::line(&to)));
    fields.extend(Prompt::ALL.map(|prompt| area(Field::Told(prompt), said(prompt))));
    // A file with names is never left unsealed because nobody thought of it.
    let sealed = FormField::new(Field::Sealed, Input::Choice(ChoiceField::optional(YES_NO.len(), None)));
    fields.extend([line(Field::Folder, &empty), if is_on_the_way(student) { sealed } else { sealed.required() }]);
    fields.extend([secret(Field::Passphrase), secret(Field::PassphraseAgain)]);
    Ok(Sheet::new(fields))
}

/// Whether the receiving school has still to confirm a student.
pub fn is_on_the_way(student: &Student) -> bool {
    student.status() == Status::TransferredUnconfirmed
}

/// Whether a student can be handed over, or is on the way.
pub fn can(student: &Student) -> bool {
    matches!(student.status(), Status::Enrolled | Status::Withdrawn | Status::TransferredUnconfirmed)
}

fn open_transfer(student: &Student) -> Option<&Transfer> {
    student.transfers.iter().rev().find(|transfer| transfer.is_open()).filter(|_| is_on_the_way(student))
}

/// What a filled form comes to: a confirmation, or a file with what the notebook remembers of it.
pub fn read(
    notebook: &Notebook,
    answers: &Answers<'_>,
    student: Id<Student>,
    making: &mut Making<'_>,
) -> Result<Outcome, Flaws> {
    let student = notebook.students.get(student).ok_or_else(|| flaws([Problem::ChangedMeanwhile(Kind::Student)]))?;
    match (is_on_the_way(student), answers.choice(Field::Arrived, &YES_NO)) {
        (true, None) => Err(flaws([Problem::Missing(Field::Arrived)])),
        (true, Some(true)) => confirmation(notebook, answers, student),
        _ => file(notebook, answers, student, making),
    }
}

fn confirmation(notebook: &Notebook, answers: &Answers<'_>, student: &Student) -> Result<Outcome, Flaws> {
    let on = past(answers, Field::On)?;
    let sent = open_transfer(student).map(|sent| sent.sent);
    if sent.or_else(|| last_change(student)).is_some_and(|sent| on < sent) {
        return Err(flaws([Problem::Before { field: Field::On, than: Field::Sent }]));
    }
    let edit = notebook.confirm_hand_over(student, on).map_err(refused)?;
    Ok(Outcome::Edit(Box::new(edit)))
}

fn file(
    notebook: &Notebook,
    answers: &Answers<'_>,
    student: &Student,
    making: &mut Making<'_>,
) -> Result<Outcome, Flaws> {
    let sent = if is_on_the_way(student) { None } else { Some(past(answers, Field::Sent)?) };
    if sent.is_some_and(|sent| last_change(student).is_some_and(|last| sent < last)) {
        return Err(flaws([Problem::Before { field: Field::Sent, than: Field::LastChange }]));
    }
    let empty = SafeText::default();
    let before = |prompt| {
        let told = open_transfer(student).and_then(|sent| sent.prompts.iter().find(|told| told.prompt == prompt));
        told.map_or(&empty, |told| &told.answer)
    };
    let said = |prompt| (prompt, answers.note(Field::Told(prompt), before(prompt)));
    let message = Message { to: receiver(answers)?, sent, prompts: Prompt::ALL.map(said).to_vec() };
    let passphrase = passphrase(answers)?;
    let (file, change) = notebook.hand_over(student, &message, making).map_err(refused)?;
    let edit = (!change.is_idle()).then(|| Edit::one(Deed::HandOver, change));
    let folder = answers.text(Field::Folder).trim().to_owned();
    Ok(Outcome::HandOver(Box::new(Handing { file, edit, folder, passphrase })))
}

/// The school that receives; it need not be known yet.
fn receiver(answers: &Answers<'_>) -> Result<Option<Rbd>, Flaws> {
    match answers.text(Field::To).trim() {
        "" => Ok(None),
        typed => parse_rbd(typed).map(Some).map_err(|flaw| vec![(Some(Field::To), flaw)]),
    }
}

/// None where the file stays unsealed, which a person has to say; one that is typed twice seals it.
fn passphrase(answers: &Answers<'_>) -> Result<Option<Passphrase>, Flaws> {
    match answers.choice(Field::Sealed, &YES_NO) {
        None => return Err(flaws([Problem::Missing(Field::Sealed)])),
        Some(false) => return Ok(None),
        Some(true) => {}
    }
    let (first, again) = (answers.text(Field::Passphrase), answers.text(Field::PassphraseAgain));
    if first != again {
        return Err(vec![(Some(Field::PassphraseAgain), Flaw::Unlike)]);
    }
    match first.chars().count() {
        0 => Err(flaws([Problem::Missing(Field::Passphrase)])),
        letters if letters < seal::SHORTEST => Err(vec![(Some(Field::Passphrase), Flaw::TooShort)]),
        _ => Ok(Some(Passphrase::new(first))),
    }
}

/// A day that has come.
pub(super) fn past(answers: &Answers<'_>, field: Field) -> Result<NaiveDate, Flaws> {
    let on = answers.day(field)?.ok_or_else(|| flaws([Problem::Missing(field)]))?;
    if on > answers.today { Err(flaws([Problem::InFuture(field)])) } else { Ok(on) }
}

fn last_change(student: &Student) -> Option<NaiveDate> {
    student.history.last().and_then(|entry| entry.since)
}

/// Only the school can be wrong here: who is not here any more has no such form.
fn refused(refusal: Refusal) -> Flaws {
    match refusal {
        Refusal::OwnSchool => vec![(Some(Field::To), Flaw::OwnSchool)],
        _ => flaws([Problem::ChangedMeanwhile(Kind::Student)]),
    }
}
