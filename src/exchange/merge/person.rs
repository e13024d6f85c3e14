//! Who a student is and how the family is reached.

use super::super::record::{Birth, More, Record};
use crate::notebook::guardian::{self, Guardian};
use crate::notebook::personal::{Personal, PersonalRun, Reveal};
use crate::notebook::safe_text::SafeText;
use crate::notebook::student::Student;
use crate::rules::identity::Run;
use crate::rules::spelling::fold;

/// Takes in numbers, names, birth and contacts.
pub(super) fn take(student: &mut Student, record: &Record) {
    if let Some(run) = record.run {
        number(student, run);
    }
    student.mrun = student.mrun.or(record.mrun);
    match record.birth {
        Some(Birth::Day(day)) => {
            student.born = Some(day);
            student.birth_month = None;
        }
        Some(Birth::Month(month)) if student.born.is_none() => student.birth_month = Some(month),
        Some(Birth::Month(_)) | None => {}
    }
    if let Some(more) = &record.more {
        names(student, more);
        contacts(student, more);
        if !more.remark.is_empty() && !student.remarks.contains(&more.remark) {
            student.remarks.push(more.remark.clone());
        }
    }
}

/// A RUN stands before an IPE, and a right digit before a wrong one; what does not stand is another number of the same
/// student. Whether it is the same student was asked before.
fn number(student: &mut Student, run: Run) {
    let Some(own) = student.run.as_ref().map(|own| *own.reveal(Reveal::ToMatch)) else {
        student.run = Some(PersonalRun::new(run));
        return;
    };
    if own == run {
        return;
    }
    let worth = |run: Run| (!run.is_ipe(), run.is_valid());
    let (stands, other) = if worth(run) > worth(own) { (run, own) } else { (own, run) };
    student.run = Some(PersonalRun::new(stands));
    student.aliases.retain(|alias| *alias.reveal(Reveal::ToMatch) != stands);
    let other = PersonalRun::new(other);
    if !student.aliases.contains(&other) {
        student.aliases.push(other);
    }
}

fn text(personal: &Personal) -> &str {
    personal.reveal(Reveal::ToMatch)
}

fn names(student: &mut Student, more: &More) {
    let (surnames, given) = in_one_cell(more);
    known(&mut student.given_names, &more.given_names);
    if more.given_names.is_empty() {
        known(&mut student.given_names, &given);
    }
    known(&mut student.paternal_surname, &more.paternal_surname);
    known(&mut student.maternal_surname, &more.maternal_surname);
    if more.paternal_surname.is_empty() && more.maternal_surname.is_empty() && !surnames.is_empty() {
        both_surnames(student, &surnames);
    }
    let is_split = !student.given_names.is_empty() || !student.paternal_surname.is_empty();
    if is_split {
        student.full_name = Personal::default();
    } else if given.is_empty() && surnames.is_empty() {
        known(&mut student.full_name, &more.full_name);
    }
}

/// Both surnames and the given names, where one cell says them with a comma between.
fn in_one_cell(more: &More) -> (Personal, Personal) {
    match text(&more.full_name).split_once(',') {
        Some((surnames, given)) if more.surnames.is_empty() => (Personal::line(surnames), Personal::line(given)),
        _ => (more.surnames.clone(), Personal::default()),
    }
}

/// Two words are two surnames. More may be `San Martín Soto` or `Soto de la Fuente`: they stay together, as the first.
fn both_surnames(student: &mut Student, surnames: &Personal) {
    let own = format!("{} {}", text(&student.paternal_surname), text(&student.maternal_surname));
    if words(&own) == words(text(surnames)) {
        return;
    }
    let parts: Vec<&str> = text(surnames).split_whitespace().collect();
    if let [first, second] = parts.as_slice()
        && !PARTICLES.contains(&fold(first).as_str())
    {
        known(&mut student.paternal_surname, &Personal::line(first));
        known(&mut student.maternal_surname, &Personal::line(second));
    } else {
        student.paternal_surname = surnames.clone();
        student.maternal_surname = Personal::default();
    }
}

/// Words that begin a surname of several words.
const PARTICLES: [&str; 10] = ["de", "del", "la", "las", "los", "san", "santa", "da", "von", "van"];

fn words(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

/// Replaces what is known, unless the file says the same in other capitals or with fewer accents: lists shout and lose
/// them, people do not.
fn known(known: &mut Personal, told: &Personal) {
    if told.is_empty() || *known == *told {
        return;
    }
    let is_same = fold(text(known)) == fold(text(told));
    let gains_accents = text(known).is_ascii() && !text(told).is_ascii();
    if !is_same || gains_accents {
        *known = told.clone();
    }
}

fn contacts(student: &mut Student, more: &More) {
    let is_guardian = !more.guardian.is_empty() || more.relationship.as_ref().is_some_and(|word| !word.is_empty());
    if !is_guardian {
        phones(&mut student.phones, &more.phones);
        known(&mut student.email, &more.email);
        return;
    }
    let relationship = more.relationship.clone().unwrap_or_default();
    let Some(guardian) = guardian(&mut student.guardians, &more.guardian, &relationship) else { return };
    known(&mut guardian.name, &more.guardian);
    if !relationship.is_empty() && fold(guardian.relationship.as_str()) != fold(relationship.as_str()) {
        guardian.relationship = relationship;
    }
    phones(&mut guardian.phones, &more.phones);
    known(&mut guardian.email, &more.email);
}

/// The guardian who is meant; a new one where there is none.
fn guardian<'g>(
    guardians: &'g mut Vec<Guardian>,
    name: &Personal,
    relationship: &SafeText,
) -> Option<&'g mut Guardian> {
    let at = guardian::position(guardians, name, relationship).unwrap_or(guardians.len());
    if at == guardians.len() {
        guardians.push(Guardian::default());
    }
    guardians.get_mut(at)
}

fn phones(known: &mut Vec<Personal>, told: &[Personal]) {
    for phone in told {
        if !known.iter().any(|own| guardian::is_same_phone(own, phone)) {
            known.push(phone.clone());
        }
    }
}
