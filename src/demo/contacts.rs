//! The contacts of both years: more with those who come less, half of the attempts without an answer at first; and reviews
//! of work.

use chrono::NaiveDate;

use super::{
    dice::{Dice, Purpose},
    moment::{Minting, day, days_between, workday},
    plan::DemoSchool,
    students::Enrolled,
    words::meetings::{MAKERS, NO_ANSWER, NOT_AT_HOME, REACHED, RESTRICTED, WORK, WRONG},
};
use crate::notebook::{
    contact::{Contact, ContactKind, ContactResult, ContactWith},
    extra::Extra,
    safe_text::SafeText,
};

/// All contacts of a school, oldest first.
pub(super) fn of(school: &DemoSchool, students: &[Enrolled]) -> Vec<Contact> {
    let mut dice = Dice::new(school.rbd, Purpose::Contacts);
    let mut ids = Minting::new(school.rbd, Purpose::Contacts);
    let count = 60 + u32::from(school.students) * 2 / 5;
    let mut days: Vec<NaiveDate> = (0..count).map(|_| contact_day(&mut dice)).collect();
    days.sort_unstable();
    let contacts = days.into_iter().filter_map(|on| contact(on, students, &mut dice, &mut ids)).collect::<Vec<_>>();
    [contacts, reviews_of_work(school, students)].concat()
}

/// Reviews of work: from the second cycle on, of those who come less.
fn reviews_of_work(school: &DemoSchool, students: &[Enrolled]) -> Vec<Contact> {
    let mut dice = Dice::new(school.rbd, Purpose::Works);
    let mut ids = Minting::new(school.rbd, Purpose::Works);
    let count = 6 + u32::from(school.students) / 60;
    let mut days: Vec<NaiveDate> = (0..count)
        .map(|_| {
            let (from, until) = if dice.chance(60) { SECOND } else { THIRD };
            workday(from, dice.below(days_between(from, until)))
        })
        .collect();
    days.sort_unstable();
    let mut review = |on: NaiveDate| {
        let student = about(on, students, &mut dice)?.id();
        let (result, words) = dice.choose(WORK, (ContactResult::PartlyHandedIn, ""));
        Some(Contact {
            id: ids.next(on),
            student,
            on,
            kind: ContactKind::ReviewOfWork,
            with: ContactWith::Student,
            result,
            by: SafeText::line("Docentes"),
            note: SafeText::note(words),
            restricted: false,
            next: None,
            extra: Extra::new(),
        })
    };
    days.into_iter().filter_map(&mut review).collect()
}

/// When work was reviewed in the second cycle, and in the third.
const SECOND: (NaiveDate, NaiveDate) = (day(2020, 8, 17), day(2020, 11, 27));
const THIRD: (NaiveDate, NaiveDate) = (day(2021, 4, 5), day(2021, 6, 25));

/// Two of three in 2020, from the suspension of classes to the end of the year; the others from March to June 2021.
fn contact_day(dice: &mut Dice) -> NaiveDate {
    let (from, until) =
        if dice.chance(66) { (day(2020, 4, 6), day(2020, 12, 11)) } else { (day(2021, 3, 8), day(2021, 6, 28)) };
    workday(from, dice.below(days_between(from, until)))
}

fn contact(on: NaiveDate, students: &[Enrolled], dice: &mut Dice, ids: &mut Minting) -> Option<Contact> {
    let student = about(on, students, dice)?.id();
    let kind = dice.choose(&KINDS, ContactKind::Call);
    let with = match dice.below(100) {
        0..=63 => ContactWith::Guardian,
        64..=91 => ContactWith::Student,
        _ => ContactWith::Other,
    };
    let result = match dice.below(100) {
        _ if matches!(kind, ContactKind::Interview | ContactKind::Referral) => ContactResult::Reached,
        0..=57 => ContactResult::Reached,
        58..=89 => ContactResult::NoAnswer,
        _ => ContactResult::WrongNumber,
    };
    let restricted = result == ContactResult::Reached && dice.chance(5);
    let next = dice.chance(28).then(|| workday(on, 6 + dice.below(16)));
    Some(Contact {
        id: ids.next(on),
        student,
        on,
        kind,
        with,
        result,
        by: SafeText::line(dice.word(MAKERS)),
        note: note(kind, result, restricted, dice),
        restricted,
        next,
        extra: Extra::new(),
    })
}

/// Calls are the most frequent.
const KINDS: [ContactKind; 9] = [
    ContactKind::Call,
    ContactKind::Call,
    ContactKind::Call,
    ContactKind::Call,
    ContactKind::Message,
    ContactKind::Message,
    ContactKind::Visit,
    ContactKind::Interview,
    ContactKind::Referral,
];

/// One of those who were there: the one who came least of four.
fn about<'a>(on: NaiveDate, students: &'a [Enrolled], dice: &mut Dice) -> Option<&'a Enrolled> {
    let drawn: Vec<&Enrolled> = (0..4).filter_map(|_| students.get(dice.place(students.len()))).collect();
    drawn.into_iter().filter(|enrolled| enrolled.since <= on).min_by_key(|enrolled| enrolled.rate)
}

fn note(kind: ContactKind, result: ContactResult, restricted: bool, dice: &mut Dice) -> SafeText {
    let words = match result {
        _ if restricted => RESTRICTED,
        ContactResult::Reached => REACHED,
        ContactResult::NoAnswer if kind == ContactKind::Visit => NOT_AT_HOME,
        ContactResult::NoAnswer => NO_ANSWER,
        _ => WRONG,
    };
    let told = restricted || dice.chance(45);
    if told { SafeText::note(dice.word(words)) } else { SafeText::default() }
}
