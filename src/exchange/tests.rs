//! Readings made by hand, for the tests of what becomes of them. Everybody in them is invented.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};

use super::answers::Answers;
use super::codes::{Container, Kind};
use super::plan::{Plan, begin, plan};
use super::reading::{Format, Reading};
use super::record::{Birth, More, Record};
use super::route::{SchoolRows, Way, route};
use crate::notebook::Notebook;
use crate::notebook::id::{Id, Ids};
use crate::notebook::personal::{Personal, Reveal};
use crate::notebook::steps::Making;
use crate::notebook::student::Student;
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run};

pub fn school() -> Rbd {
    Rbd::new(99_001).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day on which all is taken in.
pub fn today() -> NaiveDate {
    day("2024-07-01")
}

pub fn reading(kind: Kind, records: impl IntoIterator<Item = Record>) -> Reading {
    let records: Vec<Record> = records
        .into_iter()
        .zip(2..)
        .map(|(record, row)| Record { row: if record.row == 0 { row } else { record.row }, ..record })
        .collect();
    Reading {
        kind,
        format: Format {
            container: Container::Csv,
            encoding: None,
            separator: None,
            decimal: None,
            header_row: 1,
            sheets_used: Vec::new(),
            sheets_ignored: Vec::new(),
        },
        columns: Vec::new(),
        unread: Vec::new(),
        rows: records.len(),
        records,
        skipped: Vec::new(),
        warnings: Vec::new(),
        duplicates: Vec::new(),
        rejected: Vec::new(),
        notes: Vec::new(),
        subjects: vec!["Lenguaje".into(), "Matemática".into()],
        figures: vec!["Guías entregadas".into(), "Valoración".into()],
        schools: BTreeMap::new(),
    }
}

/// A row of the invented school in 2024 that says who it is about.
pub fn with_run(run: &str) -> Record {
    let run = Run::as_written(run).unwrap();
    Record { run: Some(run), rbd: Some(school()), year: Some(2024), ..Record::default() }
}

pub fn with_mrun(mrun: u32) -> Record {
    Record { mrun: Some(mrun), rbd: Some(school()), year: Some(2024), ..Record::default() }
}

/// A row that knows nothing but names.
pub fn with_name(given: &str, surnames: &str) -> Record {
    named(Record { rbd: Some(school()), year: Some(2024), ..Record::default() }, given, surnames)
}

pub fn named(mut record: Record, given: &str, surnames: &str) -> Record {
    let more = record.more_mut();
    more.given_names = Personal::line(given);
    more.surnames = Personal::line(surnames);
    record
}

pub fn born(record: Record, on: &str) -> Record {
    Record { birth: Some(Birth::Day(day(on))), ..record }
}

pub fn in_course(record: Record, course: &str) -> Record {
    Record { course: Some(Course::parse(course).unwrap()), ..record }
}

pub fn more(mut record: Record, change: impl FnOnce(&mut More)) -> Record {
    change(record.more_mut());
    record
}

pub fn with_making<T>(seed: u64, act: impl FnOnce(&mut Making<'_>) -> T) -> T {
    let now = DateTime::from_timestamp(1_719_800_000, 0).unwrap();
    act(&mut Making { today: today(), now, ids: &mut Ids::Seeded(seed) })
}

pub fn empty() -> Notebook {
    with_making(1, |making| begin(school(), &SchoolRows::default(), making))
}

pub fn planned_with(notebook: &Notebook, readings: &[Reading], answers: &Answers) -> Plan {
    let way = Way { into: None, year: 2024 };
    let mut routed = route(readings.iter().enumerate(), way);
    let rows = routed.schools.remove(&school()).unwrap_or_default();
    let seed = 2 + notebook.students.len() as u64;
    with_making(seed, |making| plan(notebook, &rows, answers, making))
}

pub fn planned(notebook: &Notebook, readings: &[Reading]) -> Plan {
    planned_with(notebook, readings, &Answers::default())
}

/// The notebook after an import.
pub fn after(notebook: &Notebook, readings: &[Reading]) -> Notebook {
    applied(notebook, planned(notebook, readings))
}

pub fn applied(notebook: &Notebook, plan: Plan) -> Notebook {
    let mut notebook = notebook.clone();
    if let Some(edit) = plan.edit {
        notebook.apply(&edit).unwrap();
    }
    notebook
}

/// The only student of a notebook.
pub fn only(notebook: &Notebook) -> Student {
    let students: Vec<_> = notebook.students.iter().collect();
    assert_eq!(students.len(), 1);
    students[0].clone()
}

/// What becomes of one student through readings taken in one after another.
pub fn student_after(readings: impl IntoIterator<Item = Reading>) -> Student {
    only(&readings.into_iter().fold(empty(), |notebook, reading| after(&notebook, &[reading])))
}

/// The students without their ids, which are new every time.
pub fn people(notebook: &Notebook) -> Vec<Student> {
    let nobody = Id::new(uuid::Uuid::nil());
    let mut people: Vec<Student> =
        notebook.students.iter().map(|student| Student { id: nobody, ..student.clone() }).collect();
    people.sort_by_key(|student| {
        let run = student.run.as_ref().map(|run| *run.reveal(Reveal::ToMatch));
        (student.mrun, run, student.name(Reveal::ToMatch))
    });
    people
}

pub fn text(personal: &Personal) -> String {
    personal.reveal(Reveal::ToMatch).to_owned()
}
