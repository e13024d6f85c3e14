//! What a team would report wrongly about its contacts.

use super::*;
use crate::{
    insight::{
        contact_analysis::{ContactAnalysis, Tally, contact_analysis},
        contact_rate::{ContactRate, contact_rate},
    },
    notebook::{
        contact::{Contact, ContactKind, ContactResult, ContactWith},
        problem::Problem,
    },
};

const TODAY: &str = "2021-06-28";

/// A record about the student of a place, and whether the notebook takes it.
fn log(
    book: &mut Notebook,
    at: usize,
    day: &str,
    (kind, result): (ContactKind, ContactResult),
) -> Result<(), Vec<Problem>> {
    let number = u64::try_from(book.contacts.len()).unwrap();
    let contact = Contact {
        id: Ids::Seeded(number).next(chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap()),
        student: book.students.iter().nth(at).unwrap().id,
        on: on(day),
        kind,
        with: ContactWith::Guardian,
        result,
        by: SafeText::default(),
        note: SafeText::default(),
        restricted: false,
        next: None,
        extra: Extra::new(),
    };
    book.apply(&Edit::one(Deed::AddContact, Change::add(contact)))
}

const CALLED: (ContactKind, ContactResult) = (ContactKind::Call, ContactResult::Reached);
const RANG: (ContactKind, ContactResult) = (ContactKind::Call, ContactResult::NoAnswer);
const WORK: (ContactKind, ContactResult) = (ContactKind::ReviewOfWork, ContactResult::HandedIn);

fn rate(book: &Notebook) -> ContactRate {
    contact_rate(book, 14, on(TODAY))
}

fn of(rate: ContactRate) -> (usize, usize) {
    (rate.reached, rate.enrolled)
}

fn leaves(book: &mut Notebook, since: &str) {
    change(book, |student| {
        let entry = StatusEntry { status: Status::Withdrawn, since: Some(on(since)), year: None, extra: Extra::new() };
        student.history.push(entry);
    });
}

#[test]
fn a_student_counts_once_however_often_the_family_was_called() {
    let mut book = school(&[(20, 20), (20, 20), (20, 20)]);
    for _ in 0..3 {
        log(&mut book, 0, TODAY, CALLED).unwrap();
    }
    log(&mut book, 1, TODAY, RANG).unwrap();
    assert_eq!(of(rate(&book)), (1, 3));
    assert_eq!(rate(&book).percent_hundredths(), Some(3_333));
    log(&mut book, 1, TODAY, CALLED).unwrap();
    assert_eq!(rate(&book).percent_hundredths(), Some(6_667), "as the account of a cycle says it");
}

#[test]
fn a_call_that_nobody_answered_is_an_attempt_until_somebody_is_reached() {
    let mut book = school(&[(20, 20)]);
    let seen = |book: &Notebook| {
        let row = crate::insight::review::review(book, on(TODAY)).rows.remove(0);
        (row.last_contact.map(|on| on.to_string()), row.is_attempt)
    };
    let last = |day: &str, is_attempt| (Some(day.to_owned()), is_attempt);
    assert_eq!(seen(&book), (None, false));
    log(&mut book, 0, "2021-06-10", CALLED).unwrap();
    assert_eq!(seen(&book), last("2021-06-10", false));
    log(&mut book, 0, "2021-06-20", RANG).unwrap();
    log(&mut book, 0, TODAY, WORK).unwrap();
    assert_eq!(seen(&book), last("2021-06-20", true));
    log(&mut book, 0, "2021-06-20", CALLED).unwrap();
    assert_eq!(seen(&book), last("2021-06-20", false), "reached on the same day");
}

#[test]
fn fourteen_days_are_fourteen_and_what_comes_later_is_not_known() {
    let mut book = school(&[(20, 20), (20, 20), (20, 20)]);
    log(&mut book, 0, "2021-06-15", CALLED).unwrap();
    log(&mut book, 1, "2021-06-14", CALLED).unwrap();
    log(&mut book, 2, "2021-06-29", CALLED).unwrap();
    assert_eq!(of(rate(&book)), (1, 3));
    assert_eq!((rate(&book).window.from, rate(&book).window.to), (on("2021-06-15"), on(TODAY)));
    let rule = rate(&book).rule;
    assert_eq!((rule.id, rule.threshold), ("contact_rate", 14));
    assert_eq!(of(contact_rate(&book, 15, on(TODAY))), (2, 3));
}

#[test]
fn nobody_enrolled_is_no_rate_and_never_zero() {
    assert_eq!(rate(&school(&[])).percent_hundredths(), None);
    assert_eq!(rate(&school(&[(20, 20)])).percent_hundredths(), Some(0));
}

#[test]
fn who_left_is_in_neither_number_and_was_in_both_the_day_before() {
    let mut book = school(&[(20, 20), (20, 20)]);
    log(&mut book, 0, "2021-06-20", CALLED).unwrap();
    leaves(&mut book, "2021-06-25");
    assert_eq!(of(rate(&book)), (0, 1));
    assert_eq!(of(contact_rate(&book, 14, on("2021-06-24"))), (1, 2));
}

#[test]
fn a_review_of_work_is_no_contact_and_has_results_of_its_own() {
    let mut book = school(&[(20, 20)]);
    log(&mut book, 0, TODAY, WORK).unwrap();
    assert_eq!(of(rate(&book)), (0, 1));
    for wrong in [
        (ContactKind::ReviewOfWork, ContactResult::Reached),
        (ContactKind::Call, ContactResult::HandedIn),
        (ContactKind::Visit, ContactResult::NotHandedIn),
    ] {
        assert_eq!(log(&mut book, 0, TODAY, wrong), Err(vec![Problem::ResultOfAnother(wrong.0)]));
    }
}

#[test]
fn a_wrong_pair_from_another_hand_is_no_contact_either() {
    let mut book = school(&[(20, 20)]);
    log(&mut book, 0, TODAY, WORK).unwrap();
    let mut all: Vec<Contact> = book.contacts.iter().cloned().collect();
    all[0].result = ContactResult::Reached;
    book.contacts = all.into_iter().collect();
    assert_eq!(of(rate(&book)), (0, 1));
}

#[test]
fn a_course_that_nobody_was_in_contact_with_is_shown_with_zero() {
    let mut book = school(&[(20, 20), (20, 20), (20, 20)]);
    change(&mut book, |student| student.course = Course::parse("1M-A").unwrap());
    log(&mut book, 1, TODAY, CALLED).unwrap();
    log(&mut book, 1, TODAY, RANG).unwrap();
    log(&mut book, 2, "2021-06-20", RANG).unwrap();
    log(&mut book, 2, TODAY, WORK).unwrap();
    let analysis: ContactAnalysis = contact_analysis(&book, 14, on(TODAY));
    let courses: Vec<(String, usize, Tally)> =
        analysis.courses.iter().map(|course| (course.course.to_string(), course.enrolled, course.tally)).collect();
    let some = Tally { records: 3, reached: 1, students: 2, students_reached: 1 };
    assert_eq!(courses, [("7B-A".to_owned(), 2, some), ("1M-A".to_owned(), 1, Tally::default())]);
    assert_eq!(analysis.all, some);
    assert_eq!((analysis.kinds.len(), analysis.results.len(), analysis.work.len()), (5, 3, 3));
    assert_eq!(analysis.kinds[0], (ContactKind::Call, some));
    assert!(analysis.kinds[1..].iter().all(|(_, tally)| *tally == Tally::default()));
    assert_eq!((analysis.results[1].1.records, analysis.results[1].1.students), (2, 2));
    assert_eq!((analysis.work[0].1.records, analysis.work[1].1.records, analysis.of_gone), (1, 0, 0));
}

#[test]
fn the_courses_together_are_the_rate_and_who_left_is_counted_apart() {
    for mut book in demo::alliance().take(3) {
        leaves(&mut book, "2021-01-01");
        let gone = book.students.iter().next().unwrap().id;
        log(&mut book, 0, "2021-06-01", CALLED).unwrap();
        let analysis = contact_analysis(&book, 60, on(TODAY));
        let sum = |of: fn(&Tally) -> usize| analysis.courses.iter().map(|course| of(&course.tally)).sum::<usize>();
        assert_eq!(sum(|tally| tally.students_reached), analysis.rate.reached);
        assert_eq!(analysis.courses.iter().map(|course| course.enrolled).sum::<usize>(), analysis.rate.enrolled);
        for all in [
            sum(|tally| tally.records),
            analysis.kinds.iter().map(|(_, tally)| tally.records).sum(),
            analysis.results.iter().map(|(_, tally)| tally.records).sum(),
        ] {
            assert_eq!(all, analysis.all.records);
        }
        assert!(analysis.of_gone > 0 && analysis.all.records > 0);
        assert!(book.students.get(gone).is_some_and(|student| !student.is_here_on(on(TODAY))));
    }
}
