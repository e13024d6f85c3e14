//! Files that a school has to find again, on any system.

use super::*;
use crate::{
    notebook::{
        Notebook, handover::Message, id::Ids, safe_text::SafeText, school::School, steps::Making, student::Student,
    },
    rules::{course::Course, identity::Rbd},
};

/// The file of a student of a course.
fn handing(course: Course) -> Handing {
    let now = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let mut ids = Ids::Seeded(1);
    let school = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
    let (book, student) = (Notebook::new(ids.next(now), school), Student::new(ids.next(now), course));
    let mut making = Making { today: now.date_naive(), now, ids: &mut ids };
    let (file, _) = book.hand_over(&student, &Message::default(), &mut making).unwrap();
    Handing { file, edit: None, folder: String::new(), passphrase: None }
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_second_file_of_a_student_keeps_the_course_and_the_ending_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    // A course of adult education, whose code has a dot.
    let course = Course::from_codes(363, 1, "A");
    assert!(course.to_string().contains('.'), "{course}");
    let handing = handing(course.clone());
    for _ in 0..3 {
        put(&handing, folder.path(), Lang::Es).unwrap();
    }
    let code = handing.file.student.id.short(10);
    let named = |copy: &str| format!("traspaso-99001-{course}-{code}{copy}.json");
    assert_eq!(files(folder.path()), [named("-2"), named("-3"), named("")]);
}

#[test]
fn the_name_of_a_file_is_one_that_every_system_takes() {
    let refused = |name: &str| name.contains(['?', '*', ':', '"', '<', '>', '|', '/', '\\', ' ']);
    for course in [Course::unstated(), Course::parse("7B-A").unwrap(), Course::from_codes(363, 1, "A")] {
        for sealed in [false, true] {
            let name = name(&handing(course.clone()).file, sealed);
            assert!(!refused(&name), "{name}");
            assert!(name.ends_with(if sealed { ".json.age" } else { ".json" }), "{name}");
        }
    }
    assert!(name(&handing(Course::unstated()).file, false).starts_with("traspaso-99001-sin-curso-"));
}
