//! The order of the list, where it is cut, and who has a say in it.

use chrono::Datelike;

use super::*;
use crate::{
    insight::{
        recovery::Recovery,
        review::{Apart, Place, Review, Row},
        shelf_row::ShelfRow,
    },
    notebook::{
        attention::{Attention, AttentionKind},
        contact::{Contact, ContactKind, ContactResult, ContactWith},
        id::Id,
        personal::{Personal, PersonalRun},
        reported::Reported,
    },
    rules::{decimal::Percent, identity::Run},
};

const TODAY: &str = "2021-06-28";

fn of(book: &Notebook) -> Review {
    review::review(book, on(TODAY))
}

/// Attended days of the rows, in their order.
fn order(review: &Review) -> Vec<u16> {
    review.rows.iter().map(|row| row.days().unwrap().attended()).collect()
}

fn who(book: &Notebook, attended: u16) -> Id<Student> {
    let is_it = |row: &&Row| row.days().is_some_and(|days| days.attended() == attended);
    of(book).rows.iter().find(is_it).unwrap().student
}

fn with_capacity(book: &mut Notebook, capacity: u16) {
    let after = School { capacity: Some(capacity), ..book.school.clone() };
    book.apply(&Edit::one(Deed::ChangeSettings, Change::replace(book.school.clone(), after))).unwrap();
}

fn attend(book: &mut Notebook, attended: u16, kind: AttentionKind, again: &str) {
    let attention = Attention {
        kind,
        reason: SafeText::note("Lo vemos en la reunión"),
        on: on("2021-06-01"),
        again: on(again),
        extra: Extra::new(),
    };
    let edit = book.attend(who(book, attended), attention).unwrap();
    book.apply(&edit).unwrap();
}

fn contact(book: &mut Notebook, attended: u16, day: &str) {
    let student = who(book, attended);
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let contact = Contact {
        id: Ids::Seeded(u64::from(on(day).ordinal())).next(moment),
        student,
        on: on(day),
        kind: ContactKind::Call,
        with: ContactWith::Guardian,
        result: ContactResult::NoAnswer,
        by: SafeText::default(),
        note: SafeText::default(),
        restricted: false,
        next: None,
        extra: Extra::new(),
    };
    book.apply(&Edit::one(Deed::AddContact, Change::add(contact))).unwrap();
}

#[test]
fn the_list_is_cut_where_the_team_cannot_follow_any_more_and_the_rest_stays_in_sight() {
    let mut book = school(&[(9, 20), (12, 20), (13, 20), (20, 20)]);
    with_capacity(&mut book, 2);
    let review = of(&book);
    assert_eq!((review.listed, review.remainder, review.flagged), (2, 1, 3));
    assert_eq!(review.rows.iter().map(|row| row.in_list).collect::<Vec<_>>(), [true, true, false, false]);
}

#[test]
fn a_team_that_never_said_how_many_follows_one_in_ten() {
    let days: Vec<(u16, u16)> = (0..21).map(|_| (10, 20)).collect();
    assert_eq!(of(&school(&days)).listed, 3);
}

#[test]
fn a_pinned_student_stands_first_and_stays_in_the_list_whatever_the_rules_say() {
    let mut book = school(&[(9, 20), (12, 20), (20, 20)]);
    with_capacity(&mut book, 1);
    attend(&mut book, 20, AttentionKind::Pinned, "2021-07-30");
    let review = of(&book);
    assert_eq!(order(&review), [20, 9, 12]);
    assert_eq!((review.listed, review.remainder), (1, 2));
    assert!(!review.rows[0].is_flagged(), "a pin is no flag");
}

#[test]
fn who_was_set_aside_comes_back_on_the_day_and_the_list_says_so() {
    let mut book = school(&[(9, 20), (12, 20)]);
    attend(&mut book, 9, AttentionKind::SetAside, "2021-06-29");
    let review = of(&book);
    assert_eq!(order(&review), [12, 9]);
    assert_eq!((review.rows[1].place, review.rows[1].in_list), (Place::Aside, false));
    let later = review::review(&book, on("2021-06-29"));
    assert_eq!(order(&later), [9, 12]);
    let last = later.rows[0].reasons.last().unwrap().finding;
    assert_eq!(last, Finding::LookAgain { on: on("2021-06-29") });
}

#[test]
fn a_decision_of_the_team_is_taken_back_as_it_was_made() {
    let mut book = school(&[(9, 20)]);
    let before = book.clone();
    let student = who(&book, 9);
    attend(&mut book, 9, AttentionKind::Pinned, "2021-07-30");
    let release = book.release(student).unwrap();
    book.apply(&release).unwrap();
    assert_eq!(book, before);
    book.apply(&release.inverse()).unwrap();
    assert_eq!(of(&book).rows[0].place, Place::Pinned);
}

#[test]
fn of_two_alike_the_one_that_nobody_is_with_stands_first() {
    let mut book = school(&[(12, 20), (13, 20)]);
    let [first, second] = order(&of(&book))[..] else { panic!("two students") };
    contact(&mut book, first, "2021-05-04");
    let review = of(&book);
    assert_eq!(order(&review), [second, first]);
    assert_eq!(review.rows.iter().map(|row| row.followed_up).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_call_from_before_the_reason_is_no_follow_up_of_it() {
    let mut book = school(&[(20, 20)]);
    change(&mut book, |student| {
        student.attendance.set(Month::new(2021, 4).unwrap(), Days::new(20, 20).unwrap());
        student.attendance.set(Month::new(2021, 5).unwrap(), Days::new(2, 20).unwrap());
    });
    contact(&mut book, 42, "2021-04-20");
    let row = of(&book).rows[0].clone();
    let finding = Finding::NoFollowUp { since: on("2021-05-01"), last: Some(on("2021-04-20")) };
    assert!(row.reasons.iter().any(|reason| reason.finding == finding), "{:?}", row.reasons);
    contact(&mut book, 42, "2021-05-03");
    assert!(of(&book).rows[0].followed_up);
}

#[test]
fn of_several_alike_the_one_who_came_least_stands_first() {
    let mut book = school(&[(13, 20), (11, 20), (19, 30), (12, 20)]);
    assert_eq!(order(&of(&book)), [11, 12, 19, 13], "19 of 30 are less than 13 of 20");
    // A percent without days is compared as it is: 61.99 is more than 12 of 20 and less than 19 of 30.
    change_of(&mut book, 13, |student| report(student, 6_199, None));
    let percent = |row: &Row| row.attended.and_then(|attended| attended.share.percent_hundredths());
    let shown: Vec<Option<u32>> = of(&book).rows.iter().map(percent).collect();
    assert_eq!(shown, [Some(5_500), Some(6_000), Some(6_199), Some(6_333)]);
}

/// Of a student only a percent is known: of the year, or of a month.
fn report(student: &mut Student, hundredths: u16, month: Option<Month>) {
    student.attendance = [].into_iter().collect();
    let percent = Percent::from_parts(hundredths);
    student.reported = vec![Reported { year: 2021, month, on: on("2021-06-20"), percent, ..Reported::default() }];
}

#[test]
fn of_a_percent_without_days_nobody_says_how_far_it_is_to_85() {
    let mut book = school(&[(20, 20)]);
    assert_eq!(of(&book).rows[0].recovery(), Recovery::There);
    let way = |book: &mut Notebook, hundredths, month| {
        change(book, |student| report(student, hundredths, month));
        of(book).rows[0].recovery()
    };
    assert_eq!(way(&mut book, 5_690, None), Recovery::NotKnown);
    assert_eq!(way(&mut book, 8_499, None), Recovery::NotKnown);
    assert_eq!(way(&mut book, 8_500, None), Recovery::There);
    assert_eq!(way(&mut book, 9_130, Month::new(2021, 5)), Recovery::NotKnown, "one month is not the year");
    assert_eq!(of(&school(&[(45, 60)])).rows[0].recovery(), Recovery::Days(40));
}

#[test]
fn list_remainder_and_those_apart_are_as_many_as_have_a_reason() {
    let mut book = school(&[(9, 20), (12, 20), (13, 20), (0, 20), (20, 20)]);
    with_capacity(&mut book, 1);
    attend(&mut book, 20, AttentionKind::Pinned, "2021-07-30");
    attend(&mut book, 13, AttentionKind::SetAside, "2021-07-30");
    let review = of(&book);
    assert_eq!((review.listed, review.remainder, review.flagged), (1, 2, 4));
    assert_eq!(review.apart, Apart { to_check: 1, aside: 1, unflagged: 1 });
    for book in crate::demo::alliance().take(3) {
        let Review { listed, remainder, apart, flagged, .. } = review::review(&book, on("2021-06-28"));
        assert_eq!(listed + remainder + apart.to_check + apart.aside, flagged + apart.unflagged);
    }
}

#[test]
fn a_transfer_of_a_status_list_is_asked_about_in_the_year_of_the_data_and_the_next_one() {
    let mut book = school(&[(20, 20), (19, 20)]);
    let id = who(&book, 20);
    let before = book.students.get(id).unwrap().clone();
    let entry = StatusEntry {
        status: Status::TransferredUnconfirmed,
        since: Some(on("2021-04-09")),
        year: None,
        extra: Extra::new(),
    };
    let after = Student { history: vec![entry], ..before.clone() };
    book.apply(&Edit::one(Deed::Import, Change::replace(before, after))).unwrap();
    let seen = |book: &Notebook, day: &str| {
        let row = review::review(book, on(day)).rows.into_iter().find(|row| row.student == id).unwrap();
        let outline = serde_json::from_value(serde_json::to_value(book).unwrap()).unwrap();
        (row.place, row.is_flagged(), ShelfRow::of(&outline, on(day)).flagged)
    };
    // The data end in 2021: whoever opens the notebook later sees what was seen then.
    for day in ["2021-06-28", "2022-06-28", "2026-07-30"] {
        assert_eq!(seen(&book, day), (Place::Flagged, true, 1), "{day}");
    }
    let later = |book: &mut Notebook, year| {
        change_of(book, 19, |student| {
            student.attendance.set(Month::new(year, 3).unwrap(), Days::new(20, 20).unwrap());
        });
    };
    later(&mut book, 2022);
    assert_eq!(seen(&book, "2026-07-30"), (Place::Flagged, true, 1));
    later(&mut book, 2023);
    assert_eq!(seen(&book, "2026-07-30"), (Place::Gone, false, 0), "history");
    assert_eq!(seen(&book, "2021-06-28"), (Place::Flagged, true, 1), "then it was asked");
}

/// Changes the student of whom so many days are known in March 2021.
fn change_of(book: &mut Notebook, attended: u16, change: impl FnOnce(&mut Student)) {
    let march = Month::new(2021, 3).unwrap();
    let is_it = |student: &&Student| student.attendance.get(march).is_some_and(|days| days.attended() == attended);
    let before = book.students.iter().find(is_it).unwrap().clone();
    let mut after = before.clone();
    change(&mut after);
    book.apply(&Edit::one(Deed::Import, Change::replace(before, after))).unwrap();
}

#[test]
fn one_course_below_is_named_and_one_that_is_well_is_not() {
    let days: Vec<(u16, u16)> = (0..10).map(|at| if at < 8 { (19, 20) } else { (10, 20) }).collect();
    assert_eq!(of(&school(&days)).courses.0, [], "8 of 10 are 80 %");
    let days: Vec<(u16, u16)> = (0..10).map(|at| if at < 7 { (19, 20) } else { (10, 20) }).collect();
    let (courses, all) = of(&school(&days)).courses;
    assert_eq!((courses.len(), courses[0].expected, courses[0].known, all), (1, 7, 10, 1));
}

#[test]
fn who_somebody_is_never_enters_the_order() {
    let mut book = school(&[(9, 20), (9, 20), (12, 20), (12, 20), (20, 20), (17, 20)]);
    let ids = |book: &Notebook| of(book).rows.iter().map(|row| (row.student, row.in_list)).collect::<Vec<_>>();
    let before = ids(&book);
    let persons = [
        ("Zoila", "Ñancupil", "F", "haitiana", "mapuche", true),
        ("Aníbal", "Aravena", "M", "chilena", "ninguna", false),
    ];
    for turn in 0..2_usize {
        let all: Vec<Student> = book.students.iter().cloned().collect();
        for (at, old) in all.into_iter().enumerate() {
            let (given, surname, sex, nationality, ethnicity, needs) = persons[(at + turn) % 2];
            let mut new = Student {
                given_names: Personal::line(given),
                paternal_surname: Personal::line(surname),
                full_name: Personal::line(surname),
                email: Personal::line(given),
                phones: vec![Personal::line("+56 9 1111 1111")],
                remarks: vec![Personal::line(ethnicity)],
                run: Some(PersonalRun::new(Run::from_number(11_111_111 + u32::try_from(at).unwrap()).unwrap())),
                mrun: Some(u32::try_from(at + turn).unwrap()),
                ..old.clone()
            };
            for (name, value) in [("sex", sex), ("gender", sex), ("nationality", nationality), ("ethnicity", ethnicity)]
            {
                new.extra.insert(name.to_owned(), value.into());
            }
            new.extra.insert("special_needs".to_owned(), needs.into());
            book.apply(&Edit::one(Deed::Import, Change::replace(old, new))).unwrap();
        }
        assert_eq!(ids(&book), before);
    }
}

#[test]
fn a_student_on_the_way_whom_nobody_confirmed_comes_back_to_the_list_and_the_shelf_counts_the_same() {
    let mut book = school(&[(20, 20)]);
    let id = who(&book, 20);
    let sent = |book: &mut Notebook, day: &str| {
        let before = book.students.get(id).unwrap().clone();
        let entry = StatusEntry {
            status: Status::TransferredUnconfirmed,
            since: Some(on(day)),
            year: None,
            extra: Extra::new(),
        };
        let after = Student { history: vec![entry], ..before.clone() };
        book.apply(&Edit::one(Deed::HandOver, Change::replace(before, after))).unwrap();
    };
    // Nine class days up to the winter holidays, and ten.
    for (day, place, listed) in [("2021-06-07", Place::Gone, 0), ("2021-06-04", Place::Flagged, 1)] {
        sent(&mut book, day);
        with_capacity(&mut book, 5);
        let review = of(&book);
        let row = review.rows.first().unwrap();
        assert_eq!((row.place, row.is_here, row.in_list), (place, false, listed == 1), "{day}");
        assert_eq!((review.enrolled, review.listed, review.flagged), (0, listed, listed), "{day}");
        let outline = serde_json::from_value(serde_json::to_value(&book).unwrap()).unwrap();
        assert_eq!(ShelfRow::of(&outline, on(TODAY)).flagged, listed, "{day}");
    }
    let review = of(&book);
    let reason = *review.rows.first().and_then(|row| row.reasons.first()).unwrap();
    assert_eq!(
        (reason.rule.id, reason.rule.threshold, reason.date(on(TODAY))),
        ("handover_unconfirmed", 10, on("2021-06-04"))
    );
    assert!(matches!(reason.finding, Finding::Unconfirmed { days: 10, .. }), "{reason:?}");
    // Before it was sent the student was here.
    assert!(review::review(&book, on("2021-06-03")).rows.first().is_some_and(|row| row.is_here));
}
