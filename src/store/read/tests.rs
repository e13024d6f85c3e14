use super::*;

/// Everything in it is invented.
const GOLDEN: &str = include_str!("../../../tests/fixtures/invented.tep.json");

fn damage(text: &str) -> (usize, Reason) {
    match notebook(text.as_bytes()) {
        Err(Unreadable::Damaged(damage)) => (damage.line, damage.reason),
        other => panic!("{:?}", other.map(|read| read.age)),
    }
}

/// The line on which a text stands in the golden file.
fn line_of(text: &str) -> usize {
    GOLDEN.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_damage_is_named_by_line_and_kind() {
    let ana = line_of("\"Ana\"");
    for (was, is, line, reason) in [
        ("\"given_names\":\"Ana\",", "\"given_names\":\"Ana,", ana, Reason::Syntax),
        ("\"given_names\":\"Ana\",", "\"given_names\":7,", ana, Reason::Value),
        ("[10,12]", "[13,12]", ana, Reason::Value),
        ("\"2020-04\":", "\"2020-03\":", ana, Reason::MonthTwice),
        ("\"course\":\"7B-A\"}", "\"curso\":\"7B-A\"}", ana + 1, Reason::Missing("course".into())),
        ("000000000062", "000000000061", ana + 1, Reason::IdTwice),
        ("\"kind\":\"call\"", "\"kind\":\"telepathy\"", line_of("\"call\""), Reason::Value),
        ("\"x\":1.50", "\"x\":1.50,\"x\":2", line_of("\"x\":1.50"), Reason::KeyTwice),
        ("\"deep\":", "\"deep\":0,\"deep\":", line_of("\"deep\""), Reason::KeyTwice),
    ] {
        let damaged = GOLDEN.replacen(was, is, 1);
        assert_ne!(damaged, GOLDEN, "{was}");
        assert_eq!(damage(&damaged), (line, reason), "{was} -> {is}");
    }
}

#[test]
fn a_file_that_was_cut_is_never_taken_for_a_shorter_one() {
    let whole = GOLDEN.trim_end();
    for (at, _) in whole.char_indices() {
        let cut = notebook(whole.get(..at).unwrap().as_bytes());
        assert!(matches!(cut, Err(Unreadable::Damaged(Damage { reason: Reason::CutShort, .. }))), "cut at {at}");
    }
}

#[test]
fn bytes_of_another_encoding_are_named() {
    let bytes: Vec<u8> = GOLDEN.replace('ñ', "\u{1}").bytes().map(|b| if b == 1 { 0xF1 } else { b }).collect();
    let found = notebook(&bytes).map(|_| ());
    assert_eq!(found, Err(Unreadable::Damaged(Damage { line: 6, column: 55, reason: Reason::NotUtf8 })));
}

#[test]
fn a_damage_never_repeats_what_stands_there() {
    let damaged = GOLDEN.replacen("\"kind\":\"call\"", "\"kind\":\"Ana Inventada\"", 1);
    let said = format!("{:?}", notebook(damaged.as_bytes()).map(|_| ()));
    assert!(!said.contains("Inventada"), "{said}");
}

#[test]
fn brackets_without_end_do_not_bring_the_program_down() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(damage(&GOLDEN.replacen("\"queda\"", &deep, 1)).1, Reason::TooDeep);
}

#[test]
fn what_is_not_a_notebook_is_said_to_be_none() {
    for other in ["[]", "7", "\"x\"", "{}", r#"{"format":"other","version":1}"#, r#"{"format":7}"#] {
        assert_eq!(notebook(other.as_bytes()).map(|_| ()), Err(Unreadable::NotNotebook), "{other}");
        assert_eq!(head(other).map(|_| ()), Err(Unreadable::NotNotebook), "{other}");
    }
    assert_eq!(damage("").1, Reason::CutShort);
    assert_eq!(damage("Estimada Ana:").1, Reason::Syntax);
}

#[test]
fn versions_that_nobody_wrote_are_refused() {
    for version in ["\"version\": \"1\"", "\"version\": 1.5", "\"version\": -1", "\"versión\": 1"] {
        let other = GOLDEN.replacen("\"version\": 1", version, 1);
        assert_eq!(notebook(other.as_bytes()).map(|_| ()), Err(Unreadable::NoVersion), "{version}");
    }
    let zero = GOLDEN.replacen("\"version\": 1", "\"version\": 0", 1);
    assert_eq!(notebook(zero.as_bytes()).map(|_| ()), Err(Unreadable::TooOld { version: 0 }));
}

#[test]
fn a_newer_file_is_read_as_far_as_it_can_be() {
    let newer = GOLDEN.replacen("\"version\": 1", "\"version\": 2", 1);
    let read = notebook(newer.as_bytes()).unwrap();
    assert_eq!((read.age, read.notebook.students.len()), (Age::Newer { version: 2 }, 2));
    let strange = newer.replacen("\"role\":\"principal\"", "\"role\":[\"principal\"]", 1);
    assert_eq!(notebook(strange.as_bytes()).map(|_| ()), Err(Unreadable::Newer { version: 2 }));
    let strange = newer.replacen("\"students\": [", "\"students\": [7,", 1);
    assert_eq!(outline(strange.as_bytes()).map(|_| ()), Err(Unreadable::Newer { version: 2 }));
}

#[test]
fn a_file_edited_by_hand_is_read_in_any_order_and_loses_nothing() {
    let windows = format!("\u{FEFF}{}", GOLDEN.replace('\n', "\r\n"));
    let read = notebook(windows.as_bytes()).unwrap();
    assert!(!read.loses);
    let value: Value = serde_json::from_str(GOLDEN).unwrap();
    let sorted = serde_json::to_string_pretty(&value).unwrap();
    let sorted = notebook(sorted.as_bytes()).unwrap();
    assert!(!sorted.loses);
    assert_eq!(sorted.notebook, read.notebook);
}

#[test]
fn a_field_without_a_place_is_noticed_before_it_is_lost() {
    let odd = GOLDEN.replacen(r#"{"done":{"on":"2020-06-01"}}"#, r#"{"done":{"on":"2020-06-01","by":"UTP"}}"#, 1);
    assert_ne!(odd, GOLDEN);
    assert!(notebook(odd.as_bytes()).unwrap().loses);
}

#[test]
fn texts_that_are_shown_otherwise_are_counted() {
    assert_eq!(notebook(GOLDEN.as_bytes()).unwrap().repaired_texts, 1);
    let two = GOLDEN.replacen("\"Visitar\"", "\"Vis\\u200bitar\"", 1);
    assert_eq!(notebook(two.as_bytes()).unwrap().repaired_texts, 2);
}

#[test]
fn the_head_is_read_from_the_first_lines_alone() {
    let start: String = GOLDEN.lines().take(6).collect();
    let head = head(&start).unwrap();
    assert_eq!((head.version, head.school.rbd.number(), head.school.invented), (1, 99001, true));
    assert_eq!(head.school.name.as_str(), "Escuela Ñandú de Peñalolén");
    assert_eq!(head.notice.as_str(), "Todas las personas son inventadas.");
}

#[test]
fn the_outline_agrees_with_the_notebook() {
    let (notebook, outline) = (notebook(GOLDEN.as_bytes()).unwrap().notebook, outline(GOLDEN.as_bytes()).unwrap());
    assert_eq!(outline.id, notebook.id);
    assert_eq!(outline.school, notebook.school);
    assert_eq!(outline.current_cycle().map(|cycle| cycle.id), notebook.current_cycle().map(|cycle| cycle.id));
    assert_eq!(outline.actions.len(), notebook.actions.len());
    assert_eq!(outline.meetings.len(), notebook.meetings.len());
    let day = "2021-06-28".parse().unwrap();
    let known =
        |student: &crate::notebook::student::Student| (student.id, student.status_on(day), student.attendance.clone());
    let seen: Vec<_> =
        outline.students.into_iter().map(|line| (line.id, line.status_on(day), line.attendance)).collect();
    assert_eq!(seen, notebook.students.iter().map(known).collect::<Vec<_>>());
}
