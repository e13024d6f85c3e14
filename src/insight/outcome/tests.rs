//! Who counts as a case, and who would be counted wrongly.

use super::*;
use crate::{
    insight::tables::{Attended, Enrolled, Share},
    notebook::{
        edit::{Change, Deed, Edit},
        extra::Extra,
        id::Ids,
        safe_text::SafeText,
        school::School,
        student::StatusEntry,
    },
    rules::{
        attendance::Days,
        course::{Course, Grade},
        identity::Rbd,
        status::Status,
    },
};

fn ended(mrun: u32, end: Option<YearEnd>) -> Ended {
    let who = Known::Mrun(mrun);
    Ended { who, school: None, grade: Grade::Basic(7), end, attendance: Share::of_days(80, 100), average: None }
}

fn days(mrun: u32, month: u8, attended: u16, held: u16) -> Attended {
    let days = Days::new(attended, held).unwrap();
    Attended { who: Known::Mrun(mrun), grade: Grade::Basic(7), month: Some(month), days }
}

fn enrolled(mrun: u32) -> Enrolled {
    Enrolled { who: Known::Mrun(mrun), school: None, grade: Grade::Basic(8), born: None }
}

fn asked(answers: &Answers, question: Question) -> &Asked {
    answers.asked.iter().find(|asked| asked.question == question).unwrap()
}

#[test]
fn who_left_is_neither_promoted_nor_failed_and_is_counted_apart() {
    let ends = [
        (1, Some(YearEnd::Promoted)),
        (2, Some(YearEnd::Failed)),
        (3, Some(YearEnd::Withdrawn)),
        (4, Some(YearEnd::Transferred)),
        (5, None),
        // The same student in two schools: the last row stands.
        (6, Some(YearEnd::Failed)),
        (6, Some(YearEnd::Promoted)),
    ];
    let mut tables = Tables::default();
    tables.ended.insert(2022, ends.iter().map(|(mrun, end)| ended(*mrun, *end)).collect());
    let answers = answers(&tables, &[]);
    let asked = asked(&answers, Question::Failed);
    assert_eq!(asked.left_out, LeftOut { withdrawn: 1, transferred: 1, unknown: 1, repeated: 1 });
    assert_eq!(asked.cases.iter().map(|case| case.positive).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn months_that_are_given_take_the_place_of_the_attendance_of_the_year() {
    let mut tables = Tables::default();
    tables.ended.insert(2022, vec![ended(1, Some(YearEnd::Failed)), ended(2, Some(YearEnd::Promoted))]);
    tables.attended.insert(2022, vec![days(1, 3, 10, 20), days(1, 4, 20, 20)]);
    let answers = answers(&tables, &[]);
    let shares: Vec<_> = asked(&answers, Question::Failed).cases.iter().map(|case| case.attendance).collect();
    // Of whom the months say nothing, nothing is known: two measures are never mixed.
    assert_eq!(shares, [Share::of_days(75, 100), None]);
}

#[test]
fn tables_that_nothing_links_give_no_dropout() {
    let mut tables = Tables::default();
    tables.ended.insert(2022, vec![ended(1, Some(YearEnd::Promoted))]);
    tables.enrolled.insert(2023, vec![enrolled(2)]);
    let unlinked = answers(&tables, &[]);
    assert_eq!(
        (unlinked.unlinked.as_slice(), unlinked.dropouts.len(), unlinked.asked.len()),
        ([2022].as_slice(), 0, 1)
    );
    tables.ended.insert(2022, vec![ended(1, Some(YearEnd::Promoted)), ended(2, Some(YearEnd::Promoted))]);
    let linked = answers(&tables, &[]);
    assert_eq!(asked(&linked, Question::Dropout).cases.iter().filter(|case| case.positive).count(), 1);
    // The enrolment of another year is no next year.
    tables.enrolled = BTreeMap::from([(2024, vec![enrolled(2)])]);
    assert!(answers(&tables, &[]).dropouts.is_empty());
}

#[test]
fn in_one_month_a_school_already_left_does_not_halve_the_attendance() {
    let mut tables = Tables::default();
    tables.attended.insert(2019, vec![days(1, 4, 0, 15), days(1, 4, 15, 15), days(2, 4, 10, 15)]);
    tables.enrolled.insert(2020, vec![enrolled(2)]);
    let answers = answers(&tables, &[]);
    let asked = asked(&answers, Question::NotSeenAgain);
    let cases: Vec<_> = asked.cases.iter().map(|case| (case.attendance, case.positive)).collect();
    assert_eq!(cases, [(Share::of_days(1, 1), true), (Share::of_days(2, 3), false)]);
}

#[test]
fn a_notebook_remembers_how_its_years_ended() {
    let mut ids = Ids::Seeded(1);
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
    let mut book = Notebook::new(ids.next(moment), header);
    let ends = [Some(YearEnd::Promoted), Some(YearEnd::Failed), Some(YearEnd::Withdrawn), None];
    for (at, end) in ends.into_iter().enumerate() {
        let mut student = Student::new(ids.next(moment), Course::parse("7B-A").unwrap());
        let mut year = StudentYear::new(2021, None);
        (year.days, year.outcome) = (Days::new(17, 20).ok(), end);
        student.years.push(year);
        if at == 2 {
            let (status, since) = (Status::NotEnrolledAnywhere, "2021-08-02".parse().ok());
            student.history.push(StatusEntry { status, since, year: None, extra: Extra::new() });
        }
        book.apply(&Edit::one(Deed::Import, Change::add(student))).unwrap();
    }
    let answers = answers(&Tables::default(), &[book]);
    let failed = asked(&answers, Question::Failed);
    assert_eq!((failed.cases.len(), failed.left_out.withdrawn, failed.years.as_slice()), (2, 1, [2021].as_slice()));
    assert!(failed.cases.iter().all(|case| case.attendance == Share::of_days(85, 100)));
    let left = asked(&answers, Question::LeftWithin);
    assert_eq!((left.cases.len(), left.cases.iter().filter(|case| case.positive).count()), (4, 1));
}
