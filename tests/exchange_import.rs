//! Whole files into notebooks: what a command takes in, what a second one finds, and what undo gives back.
#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};
use serde_json::json;
use tep_notebook::exchange::{Choices, File, Outcome, ReadError, Reason, Standing, Wishes, import, open, read};
use tep_notebook::notebook::Notebook;
use tep_notebook::notebook::id::{Id, Ids};
use tep_notebook::notebook::personal::Reveal;
use tep_notebook::notebook::steps::Making;
use tep_notebook::notebook::student::Student;
use tep_notebook::rules::identity::Rbd;
use tep_notebook::rules::status::Status;

type Shelf = BTreeMap<Rbd, Notebook>;

fn at(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Far after all dates of the files.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn made(name: &str) -> File {
    let file = file(&format!("tests/data/{name}"));
    assert!(file.content.is_ok(), "{name}: {:?}", file.content);
    file
}

fn file(path: &str) -> File {
    File { path: path.to_owned(), content: open(&at(path), &Wishes::default(), today()).map(Arc::new) }
}

fn written(text: &str) -> File {
    File {
        path: "written here".to_owned(),
        content: Ok(Arc::new(read(text.as_bytes(), &Wishes::default(), today()).unwrap())),
    }
}

/// A month of attendance with the columns that it needs.
fn attended(month: u32, rows: &[&str]) -> File {
    let header = "AGNO;MES_ESCOLAR;RBD;NOM_RBD;COD_ENSE;COD_GRADO;LET_CUR;MRUN;DIAS_ASISTIDOS;DIAS_TRABAJADOS";
    let rows = rows.iter().map(|row| format!("2024;{month};{row}"));
    written(&std::iter::once(header.to_owned()).chain(rows).collect::<Vec<_>>().join("\n"))
}

fn taken(shelf: &Shelf, files: &[File], create: bool) -> Outcome {
    let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let mut ids = Ids::Random;
    let mut making = Making { today: now.date_naive(), now, ids: &mut ids };
    let find = |rbd| shelf.get(&rbd).map_or(Standing::Absent, |notebook| Standing::Open(Box::new(notebook.clone())));
    import(files, &Choices { create, into: unsaid(files), ..Choices::default() }, find, &mut making)
}

/// The school of rows that say none.
fn unsaid(files: &[File]) -> Option<Rbd> {
    let mut records = files.iter().filter_map(|file| file.content.as_ref().ok()).flat_map(|reading| &reading.records);
    records.all(|record| record.rbd.is_none()).then(|| school(99_001))
}

/// The shelf after an import, as the command line would write it.
fn after(mut shelf: Shelf, outcome: Outcome) -> Shelf {
    shelf.extend(outcome.notebooks.into_iter().map(|(rbd, taken)| (rbd, taken.notebook)));
    shelf
}

fn school(number: u32) -> Rbd {
    Rbd::new(number).unwrap()
}

/// Everything but the ids, which are new in every run.
fn without_ids(shelf: &Shelf) -> Vec<(Rbd, String, Vec<Student>)> {
    let people = |notebook: &Notebook| {
        let nobody = Id::new(uuid::Uuid::nil());
        let mut people: Vec<Student> =
            notebook.students.iter().map(|student| Student { id: nobody, ..student.clone() }).collect();
        people.sort_by_key(|student| student.mrun);
        people
    };
    shelf.iter().map(|(rbd, notebook)| (*rbd, notebook.school.name.as_str().to_owned(), people(notebook))).collect()
}

fn assert_nothing_changes(shelf: &Shelf, files: &[File]) {
    let again = taken(shelf, files, true);
    let report = &again.report;
    assert_eq!((report.notebooks.created, report.notebooks.changed), (0, 0));
    assert_eq!((report.students.added, report.students.changed), (0, 0));
    assert!(again.notebooks.values().all(|taken| taken.edit.is_none() && !taken.created));
    assert_eq!(after(shelf.clone(), again), *shelf);
}

fn assert_undo_restores(shelf: &Shelf, outcome: &Outcome) {
    for (rbd, taken) in &outcome.notebooks {
        let Some(edit) = &taken.edit else { continue };
        let mut notebook = taken.notebook.clone();
        notebook.apply(&edit.clone().inverse()).unwrap();
        match shelf.get(rbd) {
            Some(before) => assert_eq!(notebook, *before),
            None => assert!(taken.created && notebook.students.is_empty()),
        }
        notebook.apply(edit).unwrap();
        assert_eq!(notebook, taken.notebook);
    }
}

#[test]
fn the_real_april_becomes_a_notebook_for_each_school() {
    let path = "../shared/data/mineduc/20190513_Asistencia_abril_2019_20190430_PUBL_muestra.csv";
    if !at(path).exists() {
        eprintln!("skipped: the Ministry's file of April 2019 is not here");
        return;
    }
    let files = [file(path)];
    let begun = Instant::now();
    let outcome = taken(&Shelf::new(), &files, true);
    let took = begun.elapsed();
    eprintln!("planned and applied in {took:?}");
    assert!(took < Duration::from_secs(2), "{took:?}");
    let report = serde_json::to_value(&outcome.report).unwrap();
    assert_eq!(
        report,
        json!({
            "files": [{
                "path": path, "kind": "monthly_attendance", "encoding": "windows-1252", "separator": ";",
                "rows": 2_316, "rejected": [], "warnings": [{ "row": 350, "code": "mrun_duplicate" }],
            }],
            "notebooks": { "created": 25, "changed": 0, "unchanged": 0 },
            "students": { "added": 2_315, "changed": 0, "unchanged": 0 },
        })
    );
    assert_undo_restores(&Shelf::new(), &outcome);
    let shelf = after(Shelf::new(), outcome);
    let students = || shelf.values().flat_map(|notebook| notebook.students.iter());
    let days = students().flat_map(|student| student.attendance.iter()).map(|(_, days)| days);
    let sums = days
        .fold((0, 0), |(attended, held), days| (attended + u32::from(days.attended()), held + u32::from(days.held())));
    assert_eq!((shelf.len(), students().count(), sums), (25, 2_315, (39_145, 43_112)));
    assert!(shelf.values().all(|notebook| !notebook.school.name.is_empty() && !notebook.school.commune.is_empty()));
    assert_nothing_changes(&shelf, &files);
}

#[test]
fn the_months_of_a_year_in_any_order_give_the_same_notebooks() {
    let mut paths: Vec<String> = fs::read_dir(at("../shared/data/sintetico"))
        .map(|folder| folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    paths.retain(|name| name.get(8..20).is_some_and(|part| part == "_Asistencia_"));
    paths.sort();
    let files: Vec<File> = if paths.len() == 10 {
        paths.iter().map(|name| file(&format!("../shared/data/sintetico/{name}"))).collect()
    } else {
        eprintln!("only March and April: the other invented months are not here");
        vec![
            made("20220415_Asistencia_MARZO_2022_20220410_WEB.csv"),
            made("20220515_Asistencia_ABRIL_2022_20220510_WEB.csv"),
        ]
    };
    let together = taken(&Shelf::new(), &files, true);
    let report = together.report.clone();
    let together = after(Shelf::new(), together);
    let students: usize = together.values().map(|notebook| notebook.students.len()).sum();
    assert_eq!((report.notebooks.created, report.students.added), (together.len(), students));
    assert_eq!((report.students.changed, report.students.unchanged), (0, 0));
    let one_by_one = |order: &mut dyn Iterator<Item = &File>| {
        order.fold(Shelf::new(), |shelf, file| {
            let file = [File {
                path: file.path.clone(),
                content: open(&at(&file.path), &Wishes::default(), today()).map(Arc::new),
            }];
            let outcome = taken(&shelf, &file, true);
            assert_undo_restores(&shelf, &outcome);
            after(shelf, outcome)
        })
    };
    for shelf in [
        one_by_one(&mut files.iter()),
        one_by_one(&mut files.iter().rev()),
        one_by_one(&mut files.iter().skip(1).step_by(2).chain(files.iter().step_by(2))),
    ] {
        assert!(without_ids(&shelf) == without_ids(&together), "another order, other notebooks");
        for file in &files {
            assert_nothing_changes(
                &shelf,
                &[File {
                    path: file.path.clone(),
                    content: open(&at(&file.path), &Wishes::default(), today()).map(Arc::new),
                }],
            );
        }
    }
    assert_nothing_changes(&together, &files);
}

#[test]
fn a_roster_becomes_students_with_names_and_history() {
    let files = [made("messy/m01a_nomina_sige.csv")];
    let outcome = taken(&Shelf::new(), &files, true);
    assert_eq!(outcome.report.students.added, 14);
    let shown = format!("{outcome:?}");
    for personal in ["CONSTANZA", "PEÑAILILLO", "39902807", "apoderado", "56900007811"] {
        assert!(!shown.contains(personal), "{personal} is shown");
    }
    assert_undo_restores(&Shelf::new(), &outcome);
    let shelf = after(Shelf::new(), outcome);
    let notebook = &shelf[&school(99_001)];
    assert_eq!(notebook.school.name.as_str(), "RBD 99001-9");
    let with_run = |run: &str| {
        let same = |s: &&Student| s.run.as_ref().is_some_and(|own| own.reveal(Reveal::ToMatch).to_text() == run);
        notebook.students.iter().find(same).unwrap_or_else(|| panic!("nobody has this RUN"))
    };
    let first = with_run("39902807-8");
    assert_eq!(first.given_names.reveal(Reveal::ToMatch), "CONSTANZA MILLARAY");
    assert_eq!(first.course.to_string(), "7B-A");
    assert_eq!(first.born.map(|born| born.to_string()).as_deref(), Some("2012-09-14"));
    assert_eq!(first.status(), Status::Enrolled);
    let expected: serde_json::Value =
        serde_json::from_slice(&fs::read(at("tests/data/messy/m01a_nomina_sige.csv.json")).unwrap()).unwrap();
    let mut withdrawn = 0;
    for record in expected["records"].as_array().unwrap() {
        let last = with_run(record["run"].as_str().unwrap()).history.last().unwrap();
        if let Some(day) = record["withdrawn_on"].as_str() {
            assert_eq!((last.status, last.since.unwrap().to_string()), (Status::Withdrawn, day.to_owned()));
            withdrawn += 1;
        }
    }
    assert!(withdrawn > 0);
    assert_nothing_changes(&shelf, &files);
}

#[test]
fn a_student_in_two_schools_stays_in_both_and_is_never_summed() {
    let files = [attended(4, &["99001;UNO;110;7;A;7;10;12", "99002;DOS;110;7;B;7;3;5"])];
    let shelf = after(Shelf::new(), taken(&Shelf::new(), &files, true));
    let days = |number| {
        let notebook = &shelf[&school(number)];
        let months = notebook.students.iter().flat_map(|student| student.attendance.iter());
        months.map(|(_, days)| (days.attended(), days.held())).collect::<Vec<_>>()
    };
    assert_eq!((days(99_001), days(99_002)), (vec![(10, 12)], vec![(3, 5)]));
}

#[test]
fn a_change_of_course_keeps_the_row_with_more_days() {
    let rows = ["99001;UNO;110;7;A;7;4;12", "99001;UNO;110;7;B;7;9;12", "99001;UNO;110;8;A;8;12;12"];
    let outcome = taken(&Shelf::new(), &[attended(4, &rows)], true);
    let warnings = &outcome.report.files[0].warnings;
    assert_eq!(
        warnings.iter().map(|warning| (warning.row, warning.code)).collect::<Vec<_>>(),
        [(Some(3), "mrun_duplicate")]
    );
    let shelf = after(Shelf::new(), outcome);
    let student = shelf[&school(99_001)].students.iter().find(|student| student.mrun == Some(7)).unwrap();
    let days: Vec<_> = student.attendance.iter().map(|(_, days)| (days.attended(), days.held())).collect();
    assert_eq!((student.course.to_string().as_str(), days), ("7B-B", vec![(9, 12)]));
}

#[test]
fn a_corrected_month_replaces_the_first_one_and_counts_once() {
    let first = [attended(4, &["99001;UNO;110;7;A;7;4;12", "99001;UNO;110;7;A;8;4;12"])];
    let shelf = after(Shelf::new(), taken(&Shelf::new(), &first, true));
    let more = [
        attended(4, &["99001;UNO;110;7;A;7;11;12", "99001;UNO;110;7;A;8;4;12", "99001;UNO;110;7;A;9;1;12"]),
        attended(5, &["99001;UNO;110;7;A;7;20;20", "99001;UNO;110;7;A;9;2;20"]),
    ];
    let outcome = taken(&shelf, &more, false);
    assert_undo_restores(&shelf, &outcome);
    let students = outcome.report.students;
    assert_eq!((students.added, students.changed, students.unchanged), (1, 1, 1));
    assert_eq!((outcome.report.notebooks.changed, outcome.notebooks.len()), (1, 1));
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let gone = file("tests/data/not here.csv");
    let empty = File { path: "empty.csv".to_owned(), content: Err(ReadError::EmptyFile.into()) };
    let outcome = taken(&Shelf::new(), &[gone, empty, made("messy/m17a_mineduc_asistencia.csv")], true);
    let report = serde_json::to_value(&outcome.report).unwrap();
    let nothing = |path: &str, error: &str| {
        json!({
            "path": path, "kind": null, "encoding": null, "separator": null, "rows": 0, "rejected": [], "warnings": [],
            "error": error,
        })
    };
    assert_eq!(report["files"][0], nothing("tests/data/not here.csv", "file_not_found"));
    assert_eq!(report["files"][1], nothing("empty.csv", "empty_file"));
    assert_eq!(report["files"][2].get("error"), None);
    assert!(outcome.report.students.added > 0);
}

#[test]
fn rows_without_a_notebook_are_said_one_by_one_and_a_closed_one_is_never_replaced() {
    let files = [attended(4, &["99001;UNO;110;7;A;7;10;12", "99002;DOS;110;7;B;8;3;5", "99001;UNO;110;7;A;9;0;12"])];
    let outcome = taken(&Shelf::new(), &files, false);
    let rejected: Vec<_> = outcome.report.files[0].rejected.iter().map(|row| (row.row, row.reason)).collect();
    assert_eq!(rejected, [(2, "notebook_missing"), (3, "notebook_missing"), (4, "notebook_missing")]);
    assert!(outcome.notebooks.is_empty());
    assert_eq!(outcome.left_out[&school(99_001)].rows, 2);

    let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let mut making = Making { today: now.date_naive(), now, ids: &mut Ids::Seeded(1) };
    let damaged = |rbd: Rbd| if rbd == school(99_001) { Standing::Closed } else { Standing::Absent };
    let outcome = import(&files, &Choices { create: true, ..Choices::default() }, damaged, &mut making);
    assert_eq!(outcome.notebooks.keys().copied().collect::<Vec<_>>(), [school(99_002)]);
    assert_eq!(outcome.left_out[&school(99_001)].reason, Reason::NotebookClosed);
}

#[test]
fn a_school_of_a_whole_commune_is_taken_in_without_growing_quadratically() {
    let rows: Vec<String> = (1..=40_000).map(|mrun| format!("99001;UNO;110;7;A;{mrun};10;12")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let files = [attended(4, &rows)];
    let begun = Instant::now();
    let shelf = after(Shelf::new(), taken(&Shelf::new(), &files, true));
    assert_nothing_changes(&shelf, &files);
    let took = begun.elapsed();
    assert_eq!(shelf[&school(99_001)].students.len(), 40_000);
    // A search through all students for each row would take minutes.
    assert!(took < Duration::from_secs(20), "{took:?}");
    eprintln!("40,000 students of one school twice in {took:?}");
}

/// The weeks of a month as a file has them: days attended and held from Monday to Sunday.
fn weeks_of(notebook: &Notebook, given: &str) -> Vec<(String, u16, u16)> {
    let is_named = |student: &&Student| student.given_names.reveal(Reveal::ToMatch) == given;
    let student = notebook.students.iter().find(is_named).unwrap();
    let told = student.by_week().into_iter();
    told.map(|(week, days)| (week.to_string(), days.attended(), days.held())).collect()
}

#[test]
fn a_daily_grid_fills_months_and_weeks_and_a_second_time_changes_nothing() {
    let files = [made("messy/m10a_grilla_diaria.csv")];
    let outcome = taken(&Shelf::new(), &files, true);
    assert!(outcome.report.files[0].weeks, "the report says so");
    assert_undo_restores(&Shelf::new(), &outcome);
    let shelf = after(Shelf::new(), outcome);
    let notebook = &shelf[&school(99_001)];
    let week = |day: u32, attended, held| (format!("2024-04-{day:02}"), attended, held);
    let expected = [week(1, 3, 5), week(8, 5, 5), week(15, 5, 5), week(22, 4, 5), week(29, 2, 2)];
    assert_eq!(weeks_of(notebook, "Ayelén Constanza"), expected);
    // Withdrawn from the 16th on: those days are none of this student's.
    assert_eq!(weeks_of(notebook, "Ayelén Emilia"), [week(1, 5, 5), week(8, 5, 5), week(15, 1, 1)]);
    assert_weeks_sum_to_months(notebook);
    assert_nothing_changes(&shelf, &files);
}

fn assert_weeks_sum_to_months(notebook: &Notebook) {
    assert!(!notebook.students.is_empty());
    for student in &notebook.students {
        for (month, days) in student.attendance.iter() {
            assert_eq!(student.weeks.get(month).unwrap_or_default().total(), days, "{month}");
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_marks_of_a_grid_its_weeks_sum_to_its_month(
        month in 0..10_usize,
        marks in proptest::collection::vec(
            proptest::collection::vec(proptest::sample::select(vec!["P", "A", "J", "", "R", "T", "?", "NC", "1", "0"]), 28),
            1..6,
        ),
    ) {
        let names = ["MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE", "DICIEMBRE"];
        let runs = ["39928007-9", "39928014-1", "39928021-4", "39928028-1", "39928035-4"];
        let days: Vec<String> = (1..=28).map(|day| day.to_string()).collect();
        let head = format!("Asistencia diaria - {} 2024\nRUN;Nombre;{}", names[month], days.join(";"));
        let rows = runs.iter().zip(&marks).map(|(run, marks)| format!("{run};Ana;{}", marks.join(";")));
        let files = [written(&std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n"))];
        let shelf = after(Shelf::new(), taken(&Shelf::new(), &files, true));
        let notebook = &shelf[&school(99_001)];
        proptest::prop_assert_eq!(notebook.students.len(), marks.len());
        assert_weeks_sum_to_months(notebook);
        assert_nothing_changes(&shelf, &files);
    }
}
