use super::*;
use crate::notebook::id::Id;
use crate::rules::attendance::Days;
use crate::rules::calendar::Month;
use crate::rules::identity::{Rbd, Run};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn student() -> Student {
    Student::new(Id::new(uuid::Uuid::nil()), Course::unstated())
}

fn row() -> RosterRow {
    RosterRow {
        row: 2,
        rbd: Rbd::new(99001).unwrap(),
        year: Some(2024),
        course: Course::parse("7B-A").unwrap(),
        run: Run::from_number(39_902_807).unwrap(),
        given_names: Personal::line("CONSTANZA"),
        paternal_surname: Personal::default(),
        maternal_surname: Personal::default(),
        gender: None,
        birth_date: None,
        phones: Vec::new(),
        email: Personal::default(),
        enrolled_on: None,
        withdrawn_on: None,
        attendance: None,
        average: None,
    }
}

fn attended(month: u32, course: &str, days: Option<(u16, u16)>) -> MonthlyRow {
    MonthlyRow {
        row: 2,
        rbd: Rbd::new(99001).unwrap(),
        school_name: None,
        commune: None,
        month: Month::new(2024, month).unwrap(),
        mrun: 8_110_001,
        course: Course::parse(course).unwrap(),
        gender: None,
        birth_month: None,
        days: days.map(|(attended, held)| Days::new(attended, held).unwrap()),
    }
}

/// The history as one line: `enrolled 2024-03-06, withdrawn ?`.
fn told(student: &Student) -> String {
    let since = |entry: &StatusEntry| entry.since.map_or("?".to_owned(), |since| since.to_string());
    let entries = student.history.iter().map(|entry| format!("{} {}", entry.status.name(), since(entry)));
    entries.collect::<Vec<_>>().join(", ")
}

#[test]
fn an_old_month_moves_nobody_back_to_an_old_course() {
    let mut student = student();
    month(&mut student, &attended(5, "7B-B", Some((10, 20))));
    month(&mut student, &attended(3, "7B-A", Some((20, 20))));
    assert_eq!(student.course.to_string(), "7B-B");
    assert_eq!(student.attendance.iter().count(), 2);
    month(&mut student, &attended(6, "7B-C", Some((1, 20))));
    assert_eq!(student.course.to_string(), "7B-C");
    month(&mut student, &attended(6, "?", Some((1, 20))));
    assert_eq!(student.course.to_string(), "7B-C");
}

#[test]
fn an_empty_count_wipes_out_no_attendance() {
    let mut student = student();
    month(&mut student, &attended(5, "7B-B", Some((10, 20))));
    let before = student.clone();
    month(&mut student, &attended(5, "7B-A", None));
    month(&mut student, &attended(6, "7B-A", None));
    assert_eq!(student, before);
}

#[test]
fn an_empty_cell_wipes_out_no_telephone_and_capitals_no_spelling() {
    let mut student = student();
    student.given_names = Personal::line("Constanza");
    student.paternal_surname = Personal::line("Núñez");
    student.email = Personal::line("a@example.com");
    student.born = Some(day("2012-09-14"));
    student.phones = vec![Personal::line("9 0000 7811")];
    let phones = vec![Personal::line("+56900007811"), Personal::line("+56900006852")];
    listed(&mut student, &RosterRow { phones, ..row() });
    let text = |personal: &Personal| personal.reveal(Reveal::ToMatch).to_owned();
    assert_eq!(text(&student.given_names), "Constanza");
    assert_eq!(text(&student.paternal_surname), "Núñez");
    assert_eq!(text(&student.email), "a@example.com");
    assert_eq!(student.born, Some(day("2012-09-14")));
    assert_eq!(student.phones.iter().map(text).collect::<Vec<_>>(), ["9 0000 7811", "+56900006852"]);
    listed(&mut student, &RosterRow { given_names: Personal::line("CONSTANZA MILLARAY"), ..row() });
    assert_eq!(text(&student.given_names), "CONSTANZA MILLARAY");
}

#[test]
fn the_list_of_a_past_year_moves_nobody_back() {
    let mut student = student();
    month(&mut student, &attended(5, "8B-A", Some((10, 20))));
    listed(&mut student, &RosterRow { year: Some(2023), ..row() });
    assert_eq!(student.course.to_string(), "8B-A");
    listed(&mut student, &row());
    assert_eq!(student.course.to_string(), "7B-A");
}

#[test]
fn leaving_and_coming_back_are_kept_in_order() {
    let mut student = student();
    let enrolled = RosterRow { enrolled_on: Some(day("2024-03-06")), ..row() };
    let gone = RosterRow { withdrawn_on: Some(day("2024-05-17")), ..enrolled.clone() };
    let back = RosterRow { enrolled_on: Some(day("2024-08-01")), ..row() };
    listed(&mut student, &gone);
    assert_eq!(told(&student), "enrolled 2024-03-06, withdrawn 2024-05-17");
    listed(&mut student, &back);
    assert_eq!(student.status(), Status::Enrolled);
    let after = student.clone();
    for old in [&enrolled, &gone, &back] {
        listed(&mut student, old);
        assert_eq!(student, after);
    }
    assert_eq!(told(&student), "enrolled 2024-03-06, withdrawn 2024-05-17, enrolled 2024-08-01");
}

#[test]
fn an_older_list_does_not_undo_that_somebody_left() {
    let mut student = student();
    listed(&mut student, &RosterRow { withdrawn_on: Some(day("2024-05-17")), ..row() });
    listed(&mut student, &RosterRow { enrolled_on: Some(day("2024-03-06")), ..row() });
    assert_eq!(told(&student), "enrolled 2024-03-06, withdrawn 2024-05-17");
}

#[test]
fn what_the_team_found_out_about_a_student_who_left_stays() {
    let mut student = student();
    let gone = StatusEntry {
        status: Status::NotEnrolledAnywhere,
        since: Some(day("2024-05-10")),
        year: None,
        extra: Extra::new(),
    };
    student.history = vec![gone];
    listed(&mut student, &RosterRow { withdrawn_on: Some(day("2024-05-17")), ..row() });
    listed(&mut student, &RosterRow { withdrawn_on: Some(day("2024-05-10")), ..row() });
    assert_eq!(student.status(), Status::NotEnrolledAnywhere);
    listed(&mut student, &RosterRow { withdrawn_on: Some(day("2024-05-02")), ..row() });
    assert_eq!(told(&student), "withdrawn 2024-05-02, not_enrolled_anywhere 2024-05-10");
}

#[test]
fn somebody_on_the_list_of_a_later_year_is_back() {
    let mut student = student();
    let gone = RosterRow { withdrawn_on: Some(day("2024-05-17")), ..row() };
    listed(&mut student, &gone);
    listed(&mut student, &RosterRow { year: Some(2025), ..row() });
    assert_eq!(told(&student), "withdrawn 2024-05-17, enrolled ?");
    listed(&mut student, &gone);
    listed(&mut student, &RosterRow { withdrawn_on: Some(day("2024-05-10")), ..row() });
    assert_eq!(student.status(), Status::Enrolled);
}

#[test]
fn who_left_before_or_when_joining_has_left() {
    for enrolled_on in ["2024-05-17", "2024-08-01"] {
        let mut student = student();
        let slip = RosterRow { enrolled_on: Some(day(enrolled_on)), withdrawn_on: Some(day("2024-05-17")), ..row() };
        listed(&mut student, &slip);
        listed(&mut student, &slip);
        assert_eq!(told(&student), "withdrawn 2024-05-17");
    }
}
