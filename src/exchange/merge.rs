//! What one row changes in one student.
//! Never replaces something known by something unknown, and never moves a student back to an older course.

use chrono::NaiveDate;

use super::cell::{self, Told};
use super::monthly::MonthlyRow;
use super::roster::RosterRow;
use crate::notebook::extra::Extra;
use crate::notebook::personal::{Personal, PersonalRun, Reveal};
use crate::notebook::student::{StatusEntry, Student};
use crate::rules::calendar::school_year;
use crate::rules::course::Course;
use crate::rules::status::Status;

/// Takes in the attendance of a month.
pub(super) fn month(student: &mut Student, row: &MonthlyRow) {
    student.mrun = Some(row.mrun);
    let newest = student.attendance.iter().next_back().map(|(month, _)| month);
    // A row without days leaves no trace of its month, so that nothing would later know it as the newest: it may
    // only fill in a course that is unknown. So the order in which months are taken in does not matter.
    let newest_here = row.days.is_some() && newest.is_none_or(|newest| newest <= row.month);
    if newest_here || !student.course.is_stated() {
        course(student, &row.course);
    }
    if let Some(days) = row.days {
        student.attendance.set(row.month, days);
    }
}

/// Takes in a line of the school's list.
pub(super) fn listed(student: &mut Student, row: &RosterRow) {
    student.run = Some(PersonalRun::new(row.run));
    name(&mut student.given_names, &row.given_names);
    name(&mut student.paternal_surname, &row.paternal_surname);
    name(&mut student.maternal_surname, &row.maternal_surname);
    name(&mut student.email, &row.email);
    student.born = row.birth_date.or(student.born);
    for phone in &row.phones {
        if !student.phones.iter().any(|known| same_phone(known, phone)) {
            student.phones.push(phone.clone());
        }
    }
    let of_past_year = row.year.is_some_and(|year| last_year(student).is_some_and(|last| year < last));
    if !of_past_year || !student.course.is_stated() {
        course(student, &row.course);
    }
    status(&mut student.history, row);
}

fn course(student: &mut Student, course: &Course) {
    if course.is_stated() && student.course != *course {
        student.course = course.clone();
    }
}

/// Replaces what is known unless the file says the same in other capitals: lists shout, people do not.
fn name(known: &mut Personal, told: &Personal) {
    let small = |name: &Personal| name.reveal(Reveal::ToMatch).to_lowercase();
    if !told.is_empty() && small(known) != small(told) {
        *known = told.clone();
    }
}

fn same_phone(known: &Personal, told: &Personal) -> bool {
    let (known, told) = (known.reveal(Reveal::ToMatch), told.reveal(Reveal::ToMatch));
    known == told || matches!(cell::phone(known), Told::Value(number) if number == told)
}

/// The last school year of which something is known.
fn last_year(student: &Student) -> Option<i32> {
    let attended = student.attendance.iter().next_back().map(|(month, _)| month.school_year());
    let dated = student.history.iter().filter_map(|entry| entry.since).map(school_year).max();
    attended.max(dated)
}

/// Adds to the history what the list knows and the history does not. What a team found out about a student who left
/// (transferred, in no school) stays: a list only knows that the student left.
fn status(history: &mut Vec<StatusEntry>, row: &RosterRow) {
    // Who joined after leaving, or on the same day, has left: one of the two days is a slip of the hand.
    let enrolled_on = row.enrolled_on.filter(|since| row.withdrawn_on.is_none_or(|left| *since < left));
    if let Some(since) = enrolled_on {
        record(history, since, Status::Enrolled);
    }
    if let Some(since) = row.withdrawn_on {
        record(history, since, Status::Withdrawn);
        return;
    }
    // Listed again in a later school year than that of leaving, without a date: back since an unknown day.
    let left = history.last().filter(|entry| !entry.status.is_here()).and_then(|entry| entry.since).map(school_year);
    if left.zip(row.year).is_some_and(|(left, year)| left < year) {
        history.push(StatusEntry { status: Status::Enrolled, since: None, year: None, extra: Extra::new() });
    }
}

/// Puts a status behind those that hold by its day, unless they say already that the student is here, or is not.
fn record(history: &mut Vec<StatusEntry>, since: NaiveDate, status: Status) {
    let (since, here) = (Some(since), status.is_here());
    let same_day = history.iter().any(|known| known.since == since && known.status.is_here() == here);
    let place = history.iter().take_while(|known| known.since <= since).count();
    let in_force = place.checked_sub(1).and_then(|last| history.get(last));
    if !same_day && in_force.is_none_or(|known| known.status.is_here() != here) {
        history.insert(place, StatusEntry { status, since, year: None, extra: Extra::new() });
    }
}

#[cfg(test)]
mod tests;
