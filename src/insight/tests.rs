//! What a team would conclude wrongly if an answer were wrong.

mod accounts;
mod contacts;
mod flags;
mod list;

use chrono::NaiveDate;

use super::{
    gaps::{self, Gap},
    indicators,
    reason::{Finding, Reason},
    review,
};
use crate::{
    demo,
    notebook::{
        Notebook,
        cycle::Step,
        edit::{Change, Deed, Edit},
        extra::Extra,
        id::Ids,
        problem::Field,
        safe_text::SafeText,
        school::School,
        student::{Grade, StatusEntry, Student},
    },
    rules::{
        attendance::{Band, Days, scale::ScaleName},
        calendar::Month,
        course::Course,
        grades::Mark,
        identity::Rbd,
        status::Status,
    },
};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A school with one student per pair of days attended and held in March 2021.
fn school(days: &[(u16, u16)]) -> Notebook {
    let mut ids = Ids::Seeded(1);
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
    let mut book = Notebook::new(ids.next(moment), header);
    for (attended, held) in days {
        let mut student = Student::new(ids.next(moment), Course::parse("7B-A").unwrap());
        student.attendance.set(Month::new(2021, 3).unwrap(), Days::new(*attended, *held).unwrap());
        book.apply(&Edit::one(Deed::Import, Change::add(student))).unwrap();
    }
    book
}

fn change(book: &mut Notebook, change: impl FnOnce(&mut Student)) {
    let before = book.students.iter().next().unwrap().clone();
    let mut after = before.clone();
    change(&mut after);
    book.apply(&Edit::one(Deed::Import, Change::replace(before, after))).unwrap();
}

fn reasons(book: &Notebook) -> Vec<Reason> {
    review::review(book, on("2021-06-28")).rows[0].reasons.clone()
}

#[test]
fn the_list_says_why_a_student_is_on_it() {
    let kinds = |days| {
        let first = reasons(&school(&[days])).into_iter().next();
        first.map(|reason| (reason.rule.id, reason.rule.threshold))
    };
    assert_eq!(kinds((9, 20)), Some(("attendance_critical", 50)));
    assert_eq!(kinds((10, 20)), Some(("attendance_lt_85", 85)), "50.00 is grave, not critical");
    assert_eq!(kinds((16, 20)), Some(("attendance_lt_85", 85)));
    assert_eq!(kinds((17, 20)).map(|(id, _)| id), Some("attendance_edge"), "one more absence and it is grave");
    assert_eq!(kinds((20, 20)), None);
}

#[test]
fn missing_attendance_is_a_reason_of_its_own_and_never_zero() {
    let mut book = school(&[(20, 20)]);
    change(&mut book, |student| student.attendance = [].into_iter().collect());
    let rows = review::review(&book, on("2021-06-28")).rows;
    assert_eq!(rows[0].band, Band::NoData);
    assert!(rows[0].attended.is_none());
    assert_eq!(rows[0].reasons[0].finding, Finding::NoAttendance { year: 2021 });
}

#[test]
fn who_is_no_longer_here_is_not_on_the_list() {
    let mut book = school(&[(0, 20)]);
    change(&mut book, |student| {
        student.history.push(StatusEntry {
            status: Status::TransferredConfirmed,
            since: None,
            year: None,
            extra: Extra::new(),
        });
    });
    assert_eq!(reasons(&book), []);
}

#[test]
fn each_failed_subject_counts_and_those_that_pass_do_not() {
    let mut book = school(&[(20, 20)]);
    let grade = |mark| Grade {
        year: 2020,
        subject: SafeText::line("Matemática"),
        mark: Mark::from_tenths(mark).unwrap(),
        extra: Extra::new(),
    };
    change(&mut book, |student| student.grades = vec![grade(39), grade(40)]);
    assert_eq!(reasons(&book)[0].finding, Finding::FailedSubjects { count: 1, year: 2020 });
    change(&mut book, |student| student.grades.push(grade(25)));
    assert_eq!(reasons(&book)[0].finding, Finding::FailedSubjects { count: 2, year: 2020 });
}

#[test]
fn only_months_of_the_year_and_up_to_today_are_counted() {
    let mut book = school(&[(20, 20)]);
    change(&mut book, |student| {
        student.attendance.set(Month::new(2020, 10).unwrap(), Days::new(0, 20).unwrap());
        student.attendance.set(Month::new(2021, 11).unwrap(), Days::new(0, 20).unwrap());
    });
    assert_eq!(reasons(&book), [], "last year and the future do not count");
}

#[test]
fn the_graver_case_stands_first_and_a_name_has_no_say() {
    let mut book = school(&[(19, 20), (9, 20), (16, 20)]);
    let bands: Vec<Band> = review::review(&book, on("2021-06-28")).rows.iter().map(|row| row.band).collect();
    assert_eq!(bands, [Band::Critical, Band::Grave, Band::Expected]);
    change(&mut book, |student| {
        student.given_names = crate::notebook::personal::Personal::line("Zoila");
    });
    let again: Vec<Band> = review::review(&book, on("2021-06-28")).rows.iter().map(|row| row.band).collect();
    assert_eq!(again, bands);
}

#[test]
fn the_school_is_the_sum_of_its_days_and_not_a_mean_of_percents() {
    let book = school(&[(1, 1), (50, 100)]);
    let today = on("2021-06-28");
    let figures = indicators::indicators(&book, &review::review(&book, today), today);
    let month = figures.chart.points[0].figure.unwrap();
    assert_eq!((month.attended, month.held, month.students), (51, 101, 2));
    assert_eq!(month.percent_hundredths(), Some(5050));
    assert_eq!(figures.bands(ScaleName::Agency).iter().map(|(_, count)| count).sum::<usize>(), 2);
}

#[test]
fn a_step_says_what_it_lacks_and_nothing_when_it_lacks_nothing() {
    let mut ids = Ids::Seeded(2);
    let mut book = school(&[(20, 20)]);
    let now = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let mut making = crate::notebook::steps::Making { today: on("2021-06-28"), now, ids: &mut ids };
    let edit = book.open_next_cycle(SafeText::default(), &mut making).unwrap();
    book.apply(&edit).unwrap();
    let lacks = |book: &Notebook, step| gaps::of_step(book, book.open_cycle().unwrap(), step);
    assert_eq!(lacks(&book, Step::Infographic), [Gap::Empty(Field::Observation)]);
    assert_eq!(lacks(&book, Step::Challenge).len(), 9);
    assert_eq!(lacks(&book, Step::Data), [Gap::NoFocus, Gap::Empty(Field::Review)]);
    assert_eq!(lacks(&book, Step::Implementation), [Gap::NoAction]);
    assert_eq!(lacks(&book, Step::Learnings), [Gap::NoLearning]);
    let edit = book.change_cycle(Deed::WriteObservation, |cycle| cycle.observation = SafeText::note("Baja")).unwrap();
    book.apply(&edit).unwrap();
    assert_eq!(lacks(&book, Step::Infographic), []);
    assert_eq!(gaps::complete_steps(&book, book.open_cycle().unwrap()), 1);
}

#[test]
fn the_shelf_and_the_notebook_count_the_same_flags() {
    let today = on("2021-06-28");
    for book in demo::alliance().take(3) {
        let bytes = crate::store::write_notebook(&book).unwrap();
        let outline = crate::store::read::outline(&bytes).unwrap();
        let row = super::shelf_row::ShelfRow::of(&outline, today);
        assert_eq!(row.flagged, review::review(&book, today).flagged);
        assert_eq!(row.students, book.students.len());
        let cycle = book.current_cycle().unwrap();
        assert_eq!(row.open_actions, book.actions_of(cycle.id).filter(|action| action.is_open()).count());
    }
}
