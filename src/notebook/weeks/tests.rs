use proptest::prelude::*;

use super::*;
use crate::{
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
        id::Ids,
        problem::Problem,
        safe_text::SafeText,
        school::School,
        student::Student,
    },
    rules::{course::Course, identity::Rbd},
};

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn days(attended: u16, held: u16) -> Days {
    Days::new(attended, held).unwrap()
}

fn set(days: impl IntoIterator<Item = u32>) -> u32 {
    days.into_iter().fold(0, |set, day| set | 1 << day)
}

fn student() -> Student {
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    Student::new(Ids::Seeded(1).next(moment), Course::parse("7B-A").unwrap())
}

/// All of March and the first week of April 2026, one day missed in each of them.
fn across() -> Student {
    let mut student = student();
    let march = Parts::of_days(month("2026-03"), set(30..=31), set(30..=30)).unwrap();
    let april = Parts::of_days(month("2026-04"), set([1, 2, 6, 7]), set([2, 6, 7])).unwrap();
    for (at, parts) in [("2026-03", march), ("2026-04", april)] {
        student.set_month(month(at), parts.total());
        student.set_weeks(month(at), parts);
    }
    student
}

#[test]
fn a_week_that_lies_in_two_months_is_one_week_of_both() {
    let weeks: Vec<(String, Days)> =
        across().by_week().into_iter().map(|(week, days)| (week.to_string(), days)).collect();
    assert_eq!(weeks, [("2026-03-30".to_owned(), days(2, 4)), ("2026-04-06".to_owned(), days(2, 2))]);
}

#[test]
fn weeks_stand_in_the_file_as_a_person_reads_them_and_come_back() {
    let student = across();
    let json = serde_json::to_value(&student).unwrap();
    let expected = serde_json::json!({
        "2026-03": [null, null, null, null, null, [1, 2]],
        "2026-04": [[1, 2], [2, 2]],
    });
    assert_eq!(json["weeks"], expected);
    assert_eq!(serde_json::from_value::<Student>(json).unwrap(), student);
    // Who has none writes nothing about it: a file of before stays as it is, byte by byte.
    let without = Student { weeks: Weeks::default(), ..student };
    assert!(serde_json::to_value(without).unwrap().get("weeks").is_none());
}

#[test]
fn a_month_that_is_told_otherwise_loses_its_weeks_and_told_the_same_keeps_them() {
    let mut student = across();
    student.set_month(month("2026-04"), days(3, 4));
    assert_eq!(student, across());
    student.set_month(month("2026-04"), days(4, 4));
    assert_eq!(student.weeks.get(month("2026-04")), None);
    assert_eq!(student.by_week().len(), 1, "March has its own");
}

#[test]
fn weeks_that_do_not_sum_to_their_month_are_not_taken_in_and_not_counted() {
    let mut student = across();
    student.set_weeks(month("2026-03"), Parts::new(month("2026-03"), &[Some(days(5, 5))]).unwrap());
    assert_eq!(student.weeks.get(month("2026-03")), None);
    // A program of before changes the month and knows nothing of its weeks.
    let mut student = across();
    student.attendance.set(month("2026-03"), days(9, 9));
    let weeks: Vec<Week> = student.by_week().into_iter().map(|(week, _)| week).collect();
    assert_eq!(weeks.first().map(ToString::to_string).as_deref(), Some("2026-03-30"), "the part of April");
    assert_eq!(student.by_week()[0].1, days(1, 2));
}

#[test]
fn a_file_with_more_weeks_than_the_month_has_is_not_read_as_if_it_had() {
    for (told, is_read) in [
        (r#"{"2021-02":[[5,5],[5,5],[5,5],[5,5]]}"#, true),
        (r#"{"2021-02":[[5,5],[5,5],[5,5],[5,5],[1,1]]}"#, false),
        (r#"{"2026-03":[null,null,null,null,null,null,[1,1]]}"#, false),
        (r#"{"2026-03":[[6,5]]}"#, false),
        (r#"{"2026-03":[],"2026-04":[null]}"#, true),
        (r#"{"2026-03":[[1,1]],"2026-03":[[1,1]]}"#, false),
    ] {
        assert_eq!(serde_json::from_str::<Weeks>(told).is_ok(), is_read, "{told}");
    }
}

#[test]
fn an_edit_cannot_leave_weeks_behind_that_are_not_those_of_the_month() {
    let mut ids = Ids::Seeded(3);
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
    let mut book = Notebook::new(ids.next(moment), header);
    let (good, mut wrong) = (across(), across());
    wrong.attendance.set(month("2026-03"), days(1, 1));
    let add = |student: &Student| Edit::one(Deed::Import, Change::add(student.clone()));
    assert_eq!(book.apply(&add(&wrong)), Err(vec![Problem::WeeksOfAnother { month: month("2026-03") }]));
    book.apply(&add(&good)).unwrap();
    let change = Edit::one(Deed::Import, Change::replace(good.clone(), wrong));
    assert!(book.apply(&change).is_err());
    // What stands already from another hand does not stop another change of the student.
    let mut stands = good;
    stands.attendance.set(month("2026-03"), days(1, 1));
    let again = Student { course: Course::parse("8B-A").unwrap(), ..stands.clone() };
    let outside = Edit::one(Deed::AdoptOutside, Change::replace(across(), stands.clone()));
    book.apply(&outside).unwrap();
    book.apply(&Edit::one(Deed::Import, Change::replace(stands, again))).unwrap();
}

proptest! {
    #[test]
    fn the_weeks_of_a_month_sum_to_its_days(year in 1990..2100_i32, number in 1..=12_u32, held: u32, came: u32) {
        let month = Month::new(year, number).unwrap();
        let last = chrono::Datelike::day(&month.last_day());
        let held = held & set(1..=last);
        let attended = held & came;
        let parts = Parts::of_days(month, held, attended).unwrap();
        let count = |set: u32| u16::try_from(set.count_ones()).unwrap();
        prop_assert_eq!(parts.total(), days(count(attended), count(held)));
        for day in 1..=last {
            let one = Parts::of_days(month, set([day]), 0).unwrap();
            let on = chrono::NaiveDate::from_ymd_opt(year, number, day).unwrap();
            prop_assert_eq!(one.by_week(month).collect::<Vec<_>>(), [(Week::of(on), days(0, 1))]);
        }
        prop_assert_eq!(Parts::of_days(month, held | 1, attended), None, "there is no day 0");
        if last < 31 {
            prop_assert_eq!(Parts::of_days(month, held | 1 << 31, attended), None);
        }
        prop_assert_eq!(Parts::of_days(month, 0, 2), None, "attended and not held");
    }
}
