use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::exchange::codes::Outcome;
use crate::exchange::reading::{Reading, SchoolNames};
use crate::exchange::record::{Figure, MonthFigure, Record};
use crate::exchange::tests::{
    after, applied, born, day, empty, in_course, more, named, people, planned, planned_with, reading, school,
    with_mrun, with_run,
};
use crate::exchange::value::daily::DaysOn;
use crate::notebook::personal::Personal;

/// Invented students: RUN or IPE, MRUN, names, birth. The last two are one child before and after a RUN was given.
const PEOPLE: [(&str, u32, &str, &str, &str); 5] = [
    ("39902807-8", 1, "Ana", "Soto Díaz", "2012-09-14"),
    ("39902835-3", 2, "Eva Luz", "de la Fuente Rey", "2011-01-02"),
    ("39902835-7", 3, "Sol", "Paz Ruiz", "2011-05-06"),
    ("100000001-5", 4, "Íñigo", "Rey Paz", "2010-02-03"),
    ("39902842-6", 5, "Íñigo", "Rey Paz", "2010-02-03"),
];

/// Somebody as a list may name them: by any number or none, with more or less of the name.
fn any_who() -> impl Strategy<Value = Record> {
    let birth = prop::option::of(Just(()));
    (select(PEOPLE.to_vec()), 0..7_u8, 0..5_u8, birth).prop_map(
        |((run, mrun, given, surnames, on), number, form, birth)| {
            let record = match number {
                0..3 => with_run(run),
                3..5 => with_mrun(mrun),
                5 => Record { mrun: Some(mrun), ..with_run(run) },
                _ => Record { rbd: Some(school()), ..Record::default() },
            };
            let record = match form {
                0 => record,
                1 => named(record, given, surnames),
                2 => named(record, &given.to_uppercase(), &surnames.to_uppercase()),
                3 => more(record, |more| more.full_name = Personal::line(&format!("{surnames}, {given}"))),
                _ => more(record, |more| more.full_name = Personal::line(&format!("{given} {surnames}"))),
            };
            if birth.is_some() { born(record, on) } else { record }
        },
    )
}

fn any_course() -> impl Strategy<Value = Option<Course>> {
    prop::option::weighted(0.9, select(vec!["7B-A", "7B-B", "8B-A", "?"]))
        .prop_map(|text| text.map(|text| Course::parse(text).unwrap_or(Course::unstated())))
}

fn any_day() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::weighted(0.3, select(vec!["2023-03-04", "2023-05-17", "2024-03-06", "2024-05-17", "2024-08-01"]))
}

prop_compose! {
    /// What a row says about the year.
    fn any_results()(
        who in any_who(), year in select(vec![None, Some(2023), Some(2024)]), course in any_course(),
        attended in prop::option::of(0..20_u16), held in prop::option::of(15..22_u16),
        absences in prop::option::weighted(0.2, 0..5_u16),
        attendance in prop::option::of(select(vec![0_u16, 4_900, 8_500, 10_000])),
        average in prop::option::of(100..=700_u16), outcome in prop::option::weighted(0.3, select(Outcome::ALL.to_vec())),
    ) -> Record {
        Record { year, course, outcome, attendance, attended, held, absences, average, ..who }
    }
}

prop_compose! {
    /// A row of which anything may be there or not.
    fn any_record()(
        record in any_results(), enrolled_on in any_day(), withdrawn_on in any_day(), is_guardian: bool,
        relationship in prop::option::of(select(vec!["", "Madre"])),
        phone in prop::option::of(select(vec!["+56900007811", "+56900006852"])),
        grade in prop::option::of(100..=700_u16), figure in prop::option::of(any::<i32>()),
        month in prop::option::of(3..7_u8),
    ) -> Record {
        let (held, attended, attendance) = (record.held, record.attended, record.attendance);
        more(record, |more| {
            more.enrolled_on = enrolled_on.map(day);
            more.withdrawn_on = withdrawn_on.map(day);
            more.guardian = Personal::line(if is_guardian { "Eva Inventada" } else { "" });
            more.relationship = relationship.map(SafeText::line);
            more.phones = phone.map(Personal::line).into_iter().collect();
            more.grades = vec![(0, grade)];
            more.concepts = vec![(1, Some(SafeText::line("MB")))];
            more.figures = vec![(0, figure.map(|figure| Figure(figure.into())))];
            more.months = month.map(|month| MonthFigure { month, held, attended, attendance }).into_iter().collect();
        })
    }
}

/// A file as a reader leaves it: one row for each student, or for each student and month.
fn any_reading() -> impl Strategy<Value = Reading> {
    let months = prop::collection::vec(3..7_u8, 6);
    (select(Kind::ALL.to_vec()), prop::collection::vec(any_record(), 0..6), months).prop_map(
        |(kind, records, months)| {
            let is_monthly = matches!(kind, Kind::MonthlyAttendance | Kind::DailyAttendance);
            let mut seen = BTreeSet::new();
            let of_month = |(record, month): (Record, u8)| {
                let record = Record { month: Some(month), outcome: None, average: None, ..record };
                // The first days of the month, though the counts beside them may say something else.
                let first = |days: Option<u16>| days.map_or(0, |days| ((1_u32 << days) - 1) << 1);
                let on = DaysOn { held: first(record.held), attended: first(record.attended) };
                more(record, |more| {
                    (more.enrolled_on, more.withdrawn_on) = (None, None);
                    more.days = (kind == Kind::DailyAttendance).then_some(on);
                })
            };
            let one = |(record, month)| if is_monthly { of_month((record, month)) } else { record };
            let records = records.into_iter().zip(months).map(one);
            reading(kind, records.filter(|record| seen.insert((name_of(record), record.month))).collect::<Vec<_>>())
        },
    )
}

/// The name behind a row, whatever it says of it.
fn name_of(record: &Record) -> Option<&'static str> {
    let has_number = |person: &&(&str, u32, &'static str, &str, &str)| {
        record.run.is_some_and(|run| run.to_text() == person.0) || record.mrun == Some(person.1)
    };
    let is_named = |person: &&(&str, u32, &'static str, &str, &str)| {
        let told = matching::name(record).unwrap_or_default();
        told.contains(&crate::rules::spelling::fold(person.2).split(' ').next_back().unwrap_or_default().to_owned())
    };
    PEOPLE.iter().find(has_number).or_else(|| PEOPLE.iter().find(is_named)).map(|person| person.2)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_file_taken_in_twice_changes_nothing_the_second_time(
        before in prop::collection::vec(any_reading(), 0..3), file in any_reading(), same: bool,
    ) {
        let rest = Some(if same { Answer::Same } else { Answer::Different });
        for answers in [Answers::default(), Answers { rest, ..Answers::default() }] {
            let notebook = after(&empty(), &before);
            let files = [file.clone()];
            let plan = planned_with(&notebook, &files, &answers);
            let is_settled = plan.unclear.is_empty();
            let once = applied(&notebook, plan);
            // A row that waits for an answer may be clear once the others are taken in.
            if !is_settled {
                continue;
            }
            let again = planned_with(&once, &files, &answers);
            let told = serde_json::to_string(&(&before, &file)).unwrap();
            prop_assert_eq!((again.students.added, again.students.changed), (0, 0), "{}", told);
            prop_assert_eq!(again.edit, None);
        }
    }

    #[test]
    fn undo_gives_back_the_notebook_as_it_was(
        before in prop::collection::vec(any_reading(), 0..3), files in prop::collection::vec(any_reading(), 0..4),
    ) {
        let notebook = after(&empty(), &before);
        let mut later = notebook.clone();
        if let Some(edit) = planned(&notebook, &files).edit {
            later.apply(&edit).unwrap();
            prop_assert_ne!(&later, &notebook);
            let written = serde_json::to_string(&later).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Notebook>(&written).unwrap(), &later);
            later.apply(&edit.inverse()).unwrap();
        }
        prop_assert_eq!(later, notebook);
    }

    #[test]
    fn months_taken_in_one_by_one_in_any_order_give_the_same_students(
        months in prop::collection::vec((1..6_u32, 3..8_u8, select(vec!["7B-A", "7B-B", "8B-A"]), 0..=20_u16, 0..=3_u16), 1..20), turn in 0..5_usize,
    ) {
        let mut seen = BTreeSet::new();
        let records: Vec<Record> = months.into_iter().filter(|(mrun, month, ..)| seen.insert((*mrun, *month)))
            .map(|(mrun, month, course, attended, absent)| {
                Record { month: Some(month), attended: Some(attended), held: Some(attended + absent), ..in_course(with_mrun(mrun), course) }
            })
            .collect();
        let mut files: Vec<Reading> = (3..8)
            .map(|month| reading(Kind::MonthlyAttendance, records.iter().filter(|row| row.month == Some(month)).cloned()))
            .collect();
        let together = people(&after(&empty(), &files));
        files.rotate_left(turn);
        for files in [files.clone(), files.into_iter().rev().collect()] {
            let one_by_one = files.into_iter().fold(empty(), |notebook, file| after(&notebook, &[file]));
            prop_assert_eq!(&people(&one_by_one), &together);
        }
    }

    #[test]
    fn nobody_is_ever_taken_away_and_nothing_known_becomes_unknown(
        before in prop::collection::vec(any_reading(), 1..3), files in prop::collection::vec(any_reading(), 1..3),
    ) {
        let notebook = after(&empty(), &before);
        let later = after(&notebook, &files);
        for known in &notebook.students {
            let now = later.students.get(known.id).unwrap();
            prop_assert!(known.run.is_none() || now.run.is_some());
            prop_assert!(!known.has_name() || now.has_name());
            prop_assert!(known.born.is_none() || now.born.is_some());
            prop_assert!(!known.course.is_stated() || now.course.is_stated());
            prop_assert!(known.attendance.iter().all(|(month, _)| now.attendance.get(month).is_some()));
            prop_assert!(known.grades.len() <= now.grades.len() && known.years.len() <= now.years.len());
            prop_assert!(known.guardians.len() <= now.guardians.len() && known.phones.len() <= now.phones.len());
        }
    }
}

fn list(rows: &[(&str, &str)]) -> Reading {
    reading(Kind::Roster, rows.iter().map(|(run, course)| in_course(with_run(run), course)))
}

#[test]
fn who_is_missing_from_a_new_list_of_the_course_is_named_and_stays() {
    let all = [("39902807-8", "7B-A"), ("39902835-3", "7B-A"), ("39902842-6", "8B-A")];
    let monthly = reading(Kind::MonthlyAttendance, [in_course(with_mrun(9), "7B-A")]);
    let notebook = after(&empty(), &[list(&all), monthly]);
    let plan = planned(&notebook, &[list(&all[..1])]);
    assert_eq!((&plan.edit, plan.students.unchanged, plan.students.absent), (&None, 1, 1));
    let missing = notebook.students.get(plan.absent[0]).unwrap();
    assert_eq!(
        missing.run.as_ref().unwrap().reveal(crate::notebook::personal::Reveal::ToMatch).to_text(),
        "39902835-3"
    );
    // Other courses and students known by another number are not on this list, nor does an old list say anything.
    assert_eq!(planned(&notebook, &[list(&all)]).absent, []);
    let old = reading(Kind::Roster, [Record { year: Some(2023), ..in_course(with_run("39902807-8"), "7B-A") }]);
    assert_eq!(planned(&notebook, &[old]).absent, []);
    let grades = reading(Kind::Grades, [in_course(with_run("39902807-8"), "7B-A")]);
    assert_eq!(planned(&notebook, &[grades]).absent, [], "not a list of the enrolled");
    let gone = more(in_course(with_run("39902835-3"), "7B-A"), |more| more.withdrawn_on = Some(day("2024-05-17")));
    let notebook = after(&notebook, &[reading(Kind::Roster, [gone])]);
    assert_eq!(planned(&notebook, &[list(&all[..1])]).absent, [], "known to have left");
}

#[test]
fn a_school_named_by_its_number_gets_its_name_and_a_named_one_keeps_it() {
    let list_of = |name: &str, commune: &str| {
        let mut file = list(&[("39902807-8", "7B-A")]);
        file.schools.insert(school(), SchoolNames { name: Some(name.into()), commune: Some(commune.into()) });
        file
    };
    assert_eq!(empty().school.name.as_str(), "RBD 99001-9");
    let named = after(&empty(), &[list_of("ESCUELA ÑANDÚ", "TOLTÉN")]);
    assert_eq!((named.school.name.as_str(), named.school.commune.as_str()), ("ESCUELA ÑANDÚ", "TOLTÉN"));
    assert_eq!(planned(&named, &[list_of("OTRA", "OTRA")]).edit, None);
}
