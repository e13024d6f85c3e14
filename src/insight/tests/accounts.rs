//! What a cycle would be credited with, or blamed for, if its figures were wrong.

use super::{change, on, school};
use crate::{
    insight::{
        account::{self, Figure, Name},
        gaps, review,
    },
    notebook::{
        Notebook,
        closing::{Closing, Fate, Thresholds},
        cycle::{Criterion, Cycle, Step},
        edit::{Change, Deed, Edit},
        extra::Extra,
        id::Ids,
        limits::Limits,
        safe_text::SafeText,
        student::{StatusEntry, Student},
        years::StudentYear,
    },
    rules::{attendance::Days, course::Course, status::Status},
};

/// A cycle from one day to another, or open.
fn cycle(book: &mut Notebook, (from, until): (&str, Option<&str>), limits: Option<Limits>) -> u16 {
    let number = u16::try_from(book.cycles.iter().count()).unwrap() + 1;
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let mut cycle = Cycle::new(Ids::Seeded(u64::from(number) + 50).next(moment), number, on(from));
    cycle.closing = until.map(|until| Closing {
        on: on(until),
        fate: Fate::Maintained,
        reason: SafeText::line("Sirvió"),
        thresholds: Thresholds {
            scale: SafeText::line("Mineduc"),
            grave_below: 85,
            critical_below: 50,
            limits,
            capacity: None,
            extra: Extra::new(),
        },
        extra: Extra::new(),
    });
    book.apply(&Edit::one(Deed::OpenCycle, Change::add(cycle))).unwrap();
    number
}

fn figures(book: &Notebook, number: u16) -> Vec<Figure> {
    let cycle = book.cycles.iter().find(|cycle| cycle.number == number).unwrap();
    account::account(book, cycle, on("2021-12-10")).figures
}

fn figure(book: &Notebook, number: u16, name: Name) -> (u64, usize) {
    let figures = figures(book, number);
    let figure = figures.iter().find(|figure| figure.name == name).unwrap();
    (figure.part, figure.n)
}

fn came_to(book: &mut Notebook, status: Status, since: Option<&str>, year: Option<i32>) {
    let since = since.map(on);
    change(book, |student| student.history.push(StatusEntry { status, since, year, extra: Extra::new() }));
}

fn joins(book: &mut Notebook, change: impl FnOnce(&mut Student)) {
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let seed = 90 + u64::try_from(book.students.len()).unwrap();
    let mut student = Student::new(Ids::Seeded(seed).next(moment), Course::parse("7B-A").unwrap());
    change(&mut student);
    book.apply(&Edit::one(Deed::Import, Change::add(student))).unwrap();
}

#[test]
fn a_month_in_which_one_cycle_ends_and_another_begins_counts_once() {
    let mut book = school(&[(10, 20)]);
    change(&mut book, |student| {
        for (month, attended) in [("2021-04", 11), ("2021-05", 12), ("2021-06", 13)] {
            student.attendance.set(month.parse().unwrap(), Days::new(attended, 20).unwrap());
        }
    });
    let (first, second) =
        (cycle(&mut book, ("2021-03-08", Some("2021-05-14")), None), cycle(&mut book, ("2021-05-14", None), None));
    assert_eq!(figure(&book, first, Name::Attendance), (10 + 11, 1));
    assert_eq!(figure(&book, second, Name::Attendance), (12 + 13, 1));
    // One that ends with its month, or within its only one, has all of it.
    let whole = cycle(&mut book, ("2021-03-08", Some("2021-04-30")), None);
    let short = cycle(&mut book, ("2021-06-01", Some("2021-06-20")), None);
    assert_eq!(figure(&book, whole, Name::Attendance), (10 + 11, 1));
    assert_eq!(figure(&book, short, Name::Attendance), (13, 1));
}

#[test]
fn dropout_within_the_year_counts_this_year_and_its_students_only() {
    let mut book = school(&[(20, 20), (20, 20), (20, 20)]);
    let number = cycle(&mut book, ("2021-03-08", None), None);
    came_to(&mut book, Status::NotEnrolledAnywhere, Some("2021-08-02"), None);
    assert_eq!(figure(&book, number, Name::InYearDropout), (1, 3));
    came_to(&mut book, Status::Enrolled, Some("2021-09-01"), None);
    assert_eq!(figure(&book, number, Name::InYearDropout), (0, 3), "who came back has not dropped out");
    // Somebody who was lost the year before, and somebody who comes next year.
    joins(&mut book, |student| {
        let (status, year) = (Status::NotEnrolledAnywhere, Some(2020));
        student.history.push(StatusEntry { status, since: None, year, extra: Extra::new() });
    });
    joins(&mut book, |student| student.years.push(StudentYear::new(2022, None)));
    assert_eq!(figure(&book, number, Name::InYearDropout), (0, 3));
}

#[test]
fn the_roster_of_next_year_leaves_a_cycle_as_it_was() {
    let mut book = school(&[(10, 20), (20, 20), (18, 20)]);
    let number = cycle(&mut book, ("2021-03-08", Some("2021-07-01")), None);
    let before = figures(&book, number);
    let rows = |book: &Notebook| -> Vec<_> {
        let review = review::of_cycle(book, book.cycles.iter().next().unwrap(), on("2021-12-10"));
        review.rows.into_iter().map(|row| (row.student, row.place, row.reasons)).collect()
    };
    let listed = rows(&book);
    came_to(&mut book, Status::Withdrawn, None, Some(2022));
    joins(&mut book, |student| {
        let years = StudentYear { enrolled: true, ..StudentYear::new(2022, None) };
        student.years.push(years);
    });
    assert_eq!(figures(&book, number), before);
    assert_eq!(rows(&book), listed);
}

#[test]
fn under_85_is_under_85_and_the_list_of_a_closed_cycle_is_by_its_own_thresholds() {
    let mut book = school(&[(16, 20), (19, 20)]);
    let then = Limits { grave_below: 70, ..Limits::default() };
    let number = cycle(&mut book, ("2021-03-08", Some("2021-07-01")), Some(then));
    assert_eq!(figure(&book, number, Name::BelowRecover), (1, 2));
    let cycle = book.cycles.iter().next().unwrap();
    assert_eq!(review::of_cycle(&book, cycle, on("2021-12-10")).flagged, 0, "80 % was not under 70");
    assert_eq!(review::review(&book, on("2021-07-01")).flagged, 1);
}

#[test]
fn an_empty_cycle_is_at_nothing_and_a_filled_step_at_its_fifth() {
    let mut book = school(&[(20, 20)]);
    cycle(&mut book, ("2021-03-08", None), None);
    let whole =
        |book: &Notebook| account::account(book, book.cycles.iter().next().unwrap(), on("2021-06-01")).completeness;
    assert_eq!(whole(&book), 0);
    let write = |book: &mut Notebook, write: &dyn Fn(&mut Cycle)| {
        let edit = book.change_cycle(Deed::WriteChallenge, |cycle| write(cycle)).unwrap();
        book.apply(&edit).unwrap();
    };
    let said = SafeText::line;
    write(&mut book, &|cycle| {
        cycle.challenge.text = said("Lunes vacíos");
        (cycle.challenge.urgent, cycle.challenge.relevant, cycle.challenge.in_scope) =
            (Criterion::Yes, Criterion::No, Criterion::No);
        cycle.theory.if_we = said("llamamos");
        cycle.theory.then = said("vienen");
        cycle.theory.because = said("se sienten esperados");
        cycle.theory.sign = said("8 de 10");
        cycle.theory.seen_by = Some(on("2021-06-30"));
    });
    let cycle = book.cycles.iter().next().unwrap();
    let missing: usize = gaps::of_step(&book, cycle, Step::Challenge).into_iter().map(gaps::Gap::weight).sum();
    assert_eq!(missing, 3, "each answer lacks what shows it");
    write(&mut book, &|cycle| {
        cycle.challenge.urgent_because = said("8 de 20");
        cycle.challenge.relevant_because = said("pierden el hilo");
        cycle.challenge.in_scope_because = said("no es nuestro");
    });
    assert_eq!(whole(&book), 20);
}
