use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::exchange::{MonthlyRow, RosterRow};
use crate::notebook::id::Ids;
use crate::notebook::personal::Personal;
use crate::rules::attendance::Days;
use crate::rules::calendar::Month;

fn school() -> Rbd {
    Rbd::new(99001).unwrap()
}

fn with_making<T>(seed: u64, act: impl FnOnce(&mut Making<'_>) -> T) -> T {
    let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    act(&mut Making { today: now.date_naive(), now, ids: &mut Ids::Seeded(seed) })
}

fn empty() -> Notebook {
    with_making(1, |making| begin(school(), &SchoolRows::default(), making))
}

fn planned(notebook: &Notebook, rows: &SchoolRows<'_>) -> Plan {
    with_making(notebook.students.len() as u64 + 2, |making| plan(notebook, rows, making))
}

fn taken(mut notebook: Notebook, rows: &SchoolRows<'_>) -> Notebook {
    if let Some(edit) = planned(&notebook, rows).edit {
        notebook.apply(&edit).unwrap();
    }
    notebook
}

fn rows<'p>(months: &'p [MonthlyRow], roster: &'p [RosterRow]) -> SchoolRows<'p> {
    let mut months: Vec<_> = months.iter().collect();
    months.sort_by_key(|row| std::cmp::Reverse(row.month));
    SchoolRows { months, roster: roster.iter().collect(), ..SchoolRows::default() }
}

/// The students without their ids, which are new every time.
fn people(notebook: &Notebook) -> Vec<Student> {
    let nobody = Id::new(uuid::Uuid::nil());
    let mut people: Vec<Student> =
        notebook.students.iter().map(|student| Student { id: nobody, ..student.clone() }).collect();
    people.sort_by_key(|student| (student.mrun, student.run.as_ref().map(|run| *run.reveal(Reveal::ToMatch))));
    people
}

fn any_days() -> impl Strategy<Value = Days> {
    (0..=20_u16, 0..=3_u16).prop_map(|(attended, absent)| Days::new(attended, attended + absent).unwrap())
}

fn any_course() -> impl Strategy<Value = Course> {
    prop::sample::select(vec!["7B-A", "7B-B", "1M-A"]).prop_map(|text| Course::parse(text).unwrap())
}

/// A row that may lack its days.
fn any_month() -> impl Strategy<Value = MonthlyRow> {
    (1..6_u32, 3..8_u32, any_course(), prop::option::weighted(0.75, any_days())).prop_map(
        |(mrun, month, course, days)| MonthlyRow {
            row: 2,
            rbd: school(),
            school_name: None,
            commune: None,
            month: Month::new(2024, month).unwrap(),
            mrun,
            course,
            gender: None,
            birth_month: None,
            days,
        },
    )
}

fn any_date() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((2023..2026_i32, 3..6_u32, 1..3_u32))
        .prop_map(|date| date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)))
}

fn any_listed() -> impl Strategy<Value = RosterRow> {
    let name = prop::sample::select(vec!["", "Ana", "ANA", "Eva Luz"]);
    let phone = prop::sample::select(vec!["+56900007811", "+56900006852"]);
    (1..6_u32, prop::option::of(2023..2026_i32), any_course(), name, prop::option::of(phone), any_date(), any_date())
        .prop_map(|(number, year, course, name, phone, enrolled_on, withdrawn_on)| RosterRow {
            row: 2,
            rbd: school(),
            year,
            course,
            run: Run::from_number(39_900_000 + number).unwrap(),
            given_names: Personal::line(name),
            paternal_surname: Personal::default(),
            maternal_surname: Personal::default(),
            gender: None,
            birth_date: enrolled_on,
            phones: phone.map(Personal::line).into_iter().collect(),
            email: Personal::line(name),
            enrolled_on,
            withdrawn_on,
            attendance: None,
            average: None,
        })
}

proptest! {
    #[test]
    fn a_file_taken_in_twice_changes_nothing_the_second_time(
        before in prop::collection::vec(any_listed(), 0..8),
        months in prop::collection::vec(any_month(), 0..20),
        roster in prop::collection::vec(any_listed(), 1..3),
    ) {
        let mut seen = std::collections::BTreeSet::new();
        // The reader leaves one row for each student.
        let roster: Vec<_> = roster.into_iter().filter(|row| seen.insert(row.run)).collect();
        let notebook = taken(empty(), &rows(&[], &before));
        let rows = rows(&months, &roster);
        let once = taken(notebook, &rows);
        let again = planned(&once, &rows);
        prop_assert_eq!(again.edit, None);
        prop_assert_eq!((again.students.added, again.students.changed), (0, 0));
    }

    #[test]
    fn undo_gives_back_the_notebook_as_it_was(
        before in prop::collection::vec(any_month(), 0..10),
        months in prop::collection::vec(any_month(), 0..20),
        roster in prop::collection::vec(any_listed(), 0..8),
    ) {
        let notebook = taken(empty(), &rows(&before, &[]));
        let mut after = notebook.clone();
        if let Some(edit) = planned(&notebook, &rows(&months, &roster)).edit {
            after.apply(&edit).unwrap();
            prop_assert_ne!(&after, &notebook);
            after.apply(&edit.inverse()).unwrap();
        }
        prop_assert_eq!(after, notebook);
    }

    #[test]
    fn months_taken_in_one_by_one_in_any_order_give_the_same_students(
        months in prop::collection::vec(any_month(), 1..20), turn in 0..5_usize,
    ) {
        let mut seen = std::collections::BTreeSet::new();
        let months = months.into_iter().filter(|row| seen.insert((row.mrun, row.month)));
        // Only days leave a trace of their month.
        let months: Vec<_> = months.filter(|row| row.days.is_some()).collect();
        let together = people(&taken(empty(), &rows(&months, &[])));
        let mut files: Vec<Vec<MonthlyRow>> = (3..8)
            .map(|month| months.iter().filter(|row| row.month.month() == month).cloned().collect())
            .collect();
        files.rotate_left(turn);
        for files in [files.clone(), files.into_iter().rev().collect()] {
            let one_by_one = files.iter().fold(empty(), |notebook, file| taken(notebook, &rows(file, &[])));
            prop_assert_eq!(&people(&one_by_one), &together);
        }
    }

    #[test]
    fn nobody_is_ever_taken_away(
        before in prop::collection::vec(any_listed(), 0..8), roster in prop::collection::vec(any_listed(), 0..8),
    ) {
        let notebook = taken(empty(), &rows(&[], &before));
        let after = taken(notebook.clone(), &rows(&[], &roster));
        prop_assert!(notebook.students.iter().all(|student| after.students.contains(student.id)));
    }
}

#[test]
fn a_school_named_by_its_number_gets_its_name_and_a_named_one_keeps_it() {
    let name = |text| Some(SafeText::line(text));
    let rows = SchoolRows { name: name("ESCUELA ÑANDÚ"), commune: name("TOLTÉN"), ..SchoolRows::default() };
    assert_eq!(empty().school.name.as_str(), "RBD 99001-9");
    let named = taken(empty(), &rows);
    assert_eq!((named.school.name.as_str(), named.school.commune.as_str()), ("ESCUELA ÑANDÚ", "TOLTÉN"));
    let other = SchoolRows { name: name("OTRA"), commune: name("OTRA"), ..SchoolRows::default() };
    assert_eq!(planned(&named, &other).edit, None);
}

#[test]
fn a_wrong_digit_is_kept_and_is_not_the_same_student() {
    let row = |run: &str| {
        let mut rows = super::super::read(format!("RBD;Run;Nombres\n99001;{run};Ana\n").as_bytes()).unwrap();
        let crate::exchange::Content::Roster(rows) = &mut rows.content else { panic!("a roster") };
        rows.remove(0)
    };
    let listed = [row("39902835-7"), row("39902835-3")];
    let notebook = taken(empty(), &rows(&[], &listed));
    let mut runs: Vec<String> =
        notebook.students.iter().map(|s| s.run.as_ref().unwrap().reveal(Reveal::ToMatch).to_text()).collect();
    runs.sort();
    assert_eq!(runs, ["39902835-3", "39902835-7"]);
}
