//! What of a student goes to another school, and how it joins what that school knows already.
//!
//! Owns the allow-list: every field of a student is named here, so that a new one cannot be forgotten. What the receiving
//! school has written is never replaced; what it did not know is added.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    notebook::{
        extra::Extra,
        guardian::{self, Guardian},
        months::Months,
        personal::{Personal, PersonalRun},
        reported::Reported,
        student::{Concept, Grade, Student},
        years::StudentYear,
    },
    rules::{calendar::Month, identity::Rbd},
};

/// What of a student travels; a year without a school was one of the sending school. Fields that this version does not know
/// stay: nobody has said that they may go.
pub(super) fn travelling(student: &Student, from: Rbd) -> Student {
    let Student {
        id,
        course,
        run,
        aliases,
        mrun,
        given_names,
        paternal_surname,
        maternal_surname,
        full_name,
        born,
        birth_month,
        phones,
        email,
        guardians,
        attendance,
        reported,
        grades,
        concepts,
        years,
        remarks: _,
        weeks: _,
        engagement: _,
        history: _,
        transfers: _,
        attention: _,
        extra: _,
    } = student.clone();
    let no_extra = Extra::new;
    Student {
        run,
        aliases,
        mrun,
        given_names,
        paternal_surname,
        maternal_surname,
        full_name,
        born,
        birth_month,
        phones,
        email,
        guardians: guardians.into_iter().map(|guardian| Guardian { extra: no_extra(), ..guardian }).collect(),
        attendance,
        reported: reported.into_iter().map(|figure| Reported { extra: no_extra(), ..figure }).collect(),
        grades: grades.into_iter().map(|grade| Grade { extra: no_extra(), ..grade }).collect(),
        concepts: concepts.into_iter().map(|concept| Concept { extra: no_extra(), ..concept }).collect(),
        years: years
            .into_iter()
            .map(|year| StudentYear { rbd: year.rbd.or(Some(from)), extra: no_extra(), ..year })
            .collect(),
        ..Student::new(id, course)
    }
}

/// The years as the school of this number writes them: its own say no school.
pub(super) fn at_home(student: &mut Student, here: Rbd) {
    for year in &mut student.years {
        year.rbd = year.rbd.filter(|of| *of != here);
    }
}

/// A student who is known here already, with what the file adds: a field that is empty is filled, a list gets what is not
/// in it. What this school has written stands.
pub(super) fn joined(mut known: Student, file: Student) -> Student {
    let Student {
        id: _,
        course,
        run,
        aliases,
        mrun,
        given_names,
        paternal_surname,
        maternal_surname,
        full_name,
        born,
        birth_month,
        phones,
        email,
        guardians,
        attendance,
        reported,
        grades,
        concepts,
        years,
        // These do not travel, whatever a file says.
        remarks: _,
        weeks: _,
        engagement: _,
        history: _,
        transfers: _,
        attention: _,
        extra: _,
    } = file;
    if !known.course.is_stated() {
        known.course = course;
    }
    numbers(&mut known, run, aliases);
    known.mrun = known.mrun.or(mrun);
    names(&mut known, [given_names, paternal_surname, maternal_surname], full_name);
    birth(&mut known, born, birth_month);
    add_phones(&mut known.phones, phones);
    fill(&mut known.email, email);
    for guardian in guardians {
        add_guardian(&mut known.guardians, guardian);
    }
    attended(&mut known, &attendance, reported);
    for grade in grades {
        if !known.grades.iter().any(|own| own.year == grade.year && own.subject == grade.subject) {
            known.grades.push(grade);
        }
    }
    for concept in concepts {
        if !known.concepts.iter().any(|own| own.year == concept.year && own.subject == concept.subject) {
            known.concepts.push(concept);
        }
    }
    for year in years {
        add_year(&mut known.years, year);
    }
    known
}

/// A month comes whole or not at all, and so do the figures of a year as far as it went: those of two schools are not mixed.
fn attended(known: &mut Student, attendance: &Months, reported: Vec<Reported>) {
    let days = known.attendance.iter().map(|(month, _)| month);
    let own: BTreeSet<Month> = days.chain(known.reported.iter().filter_map(|own| own.month)).collect();
    for (month, days) in attendance.iter().filter(|(month, _)| !own.contains(month)) {
        known.set_month(month, days);
    }
    let so_far: BTreeSet<i32> = known.reported.iter().filter(|own| own.month.is_none()).map(|own| own.year).collect();
    let is_new = |told: &Reported| match told.month {
        Some(month) => !own.contains(&month),
        None => !so_far.contains(&told.year),
    };
    known.reported.extend(reported.into_iter().filter(is_new));
    known.reported.sort_by_key(|own| (own.year, own.month, own.on));
}

/// A day of birth in another month than this school knows is not taken over.
fn birth(known: &mut Student, born: Option<NaiveDate>, birth_month: Option<Month>) {
    let agrees = |day: &NaiveDate| known.birth_month.is_none_or(|month| month == Month::of(*day));
    known.born = known.born.or(born.filter(agrees));
    known.birth_month = known.birth_month.or(birth_month);
}

/// The number of this school stands; those of the file that it does not know are others of the same student.
fn numbers(known: &mut Student, run: Option<PersonalRun>, aliases: Vec<PersonalRun>) {
    if known.run.is_none() {
        known.run.clone_from(&run);
    }
    for number in run.into_iter().chain(aliases) {
        if known.run.as_ref() != Some(&number) && !known.aliases.contains(&number) {
            known.aliases.push(number);
        }
    }
}

/// A name in one piece stands as it is: parts beside it would be shown in its place.
fn names(known: &mut Student, parts: [Personal; 3], full_name: Personal) {
    let is_nameless = !known.has_name();
    if known.full_name.is_empty() {
        let own = [&mut known.given_names, &mut known.paternal_surname, &mut known.maternal_surname];
        for (own, part) in own.into_iter().zip(parts) {
            fill(own, part);
        }
    }
    if is_nameless {
        known.full_name = full_name;
    }
}

fn fill(known: &mut Personal, told: Personal) {
    if known.is_empty() {
        *known = told;
    }
}

fn add_phones(known: &mut Vec<Personal>, told: Vec<Personal>) {
    for phone in told {
        if !known.iter().any(|own| guardian::is_same_phone(own, &phone)) {
            known.push(phone);
        }
    }
}

fn add_guardian(known: &mut Vec<Guardian>, told: Guardian) {
    if known.contains(&told) {
        return;
    }
    let own = guardian::position(known, &told.name, &told.relationship).and_then(|at| known.get_mut(at));
    let Some(own) = own else { return known.push(told) };
    let Guardian { name, relationship, phones, email, extra: _ } = told;
    fill(&mut own.name, name);
    if own.relationship.is_empty() {
        own.relationship = relationship;
    }
    add_phones(&mut own.phones, phones);
    fill(&mut own.email, email);
}

fn add_year(known: &mut Vec<StudentYear>, told: StudentYear) {
    let own = known.iter_mut().find(|own| (own.year, own.rbd) == (told.year, told.rbd));
    let Some(own) = own else {
        let place = known.partition_point(|own| (own.year, own.rbd) < (told.year, told.rbd));
        return known.insert(place, told);
    };
    let StudentYear { year: _, rbd: _, course, enrolled, attendance, days, average, outcome, extra: _ } = told;
    if !own.course.is_stated() {
        own.course = course;
    }
    own.enrolled |= enrolled;
    // Days and their percent are one figure.
    if own.attendance.is_none() && own.days.is_none() {
        (own.attendance, own.days) = (attendance, days);
    }
    own.average = own.average.or(average);
    own.outcome = own.outcome.or(outcome);
}

#[cfg(test)]
mod tests;
