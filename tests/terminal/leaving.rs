//! How the program leaves: a terminal that stays raw or without a cursor is lost for a person who knows no `reset`.

use std::{env, process::Stdio, sync::mpsc, thread};

use tep_notebook::term::Session;

use crate::support::{DOWN, ENTER, ESC, Home, Launch, tep};

/// Names the test that panics in its own terminal; only then it does anything.
const PANIC: &str = "TEP_TEST_PANIC";
/// The same for a panic in another thread.
const PANIC_BESIDE: &str = "TEP_TEST_PANIC_BESIDE";
const SECRET: &str = "Juana Reyes 11111111-1";

#[test]
fn the_terminal_is_given_back_on_leaving() {
    let home = Home::empty();
    let mut terminal = home.tep(&["demo"]).start();
    terminal.sees("Estante · 12 escuelas").sees("99001-9").sees("q salir");
    assert!(terminal.screen().alternate_screen() && terminal.screen().bracketed_paste());
    assert_ne!(terminal.has_its_modes(), Some(true), "the line is raw while the program has it");
    // A list shows the cursor at its selection, so only the bytes tell that leaving shows it whatever was on the screen.
    let before = terminal.bytes.len();
    terminal.types("q").ends_well();
    let last = String::from_utf8_lossy(&terminal.bytes[before..]).into_owned();
    assert!(last.contains("\x1b[?25h"), "{last:?}");
}

#[test]
fn keys_act_on_the_way_in_and_out() {
    let home = Home::with_schools(&[99_001, 99_012]);
    let mut terminal = home.tep(&["open", "99001"]).start();
    terminal.sees("Liceo Los Ulmos 99001").sees("guardado").sees("q salir");
    let first = terminal.text().lines().position(|row| row.starts_with('▸')).unwrap();
    terminal.types(DOWN).until("the next row", |terminal| terminal.row(first + 1).starts_with('▸'));
    terminal.types(ENTER).sees("Asistencia ");
    terminal.types(ESC).sees_no_more("Asistencia ");
    terminal.types(ESC).sees("Estante").sees("Escuela");
    terminal.types("q").ends_well();
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_no_name() {
    let mut terminal = Launch::of_test("leaving::panics_in_a_terminal", PANIC, "1").start();
    assert_eq!(terminal.ends(), 101);
    terminal.is_given_back();
    let entered = String::from_utf8_lossy(&terminal.bytes).contains("\x1b[?1049h");
    assert!(entered, "the child never took the terminal");
    // Where it happened is said on the screen that the person gets back: the hook gave it back before it spoke.
    terminal.sees("tests/terminal/leaving.rs");
    assert!(!String::from_utf8_lossy(&terminal.bytes).contains("Juana"), "what a panic says may hold a name");
}

#[test]
fn panics_in_a_terminal() {
    if env::var_os(PANIC).is_some() {
        let _session = Session::enter().unwrap();
        panic!("{SECRET}");
    }
}

#[test]
fn a_panic_beside_the_loop_leaves_no_half_a_program() {
    let mut terminal = Launch::of_test("leaving::panics_beside_the_loop", PANIC_BESIDE, "1").start();
    assert_eq!(terminal.ends(), 101);
    terminal.is_given_back();
    assert!(String::from_utf8_lossy(&terminal.bytes).contains("\x1b[?1049h"), "the child never took the terminal");
    terminal.sees("tests/terminal/leaving.rs");
    assert!(!String::from_utf8_lossy(&terminal.bytes).contains("Juana"), "what a panic says may hold a name");
}

#[test]
fn panics_beside_the_loop() {
    if env::var_os(PANIC_BESIDE).is_some() {
        let _session = Session::enter().unwrap();
        let panics = thread::spawn(|| panic!("{SECRET}"));
        // The loop would go on for ever.
        let _ = panics.join();
        let (_held, never) = mpsc::channel::<()>();
        let _ = never.recv();
    }
}

#[test]
fn without_a_terminal_there_is_one_sentence_and_no_code() {
    let home = Home::with_schools(&[99_012]);
    for arguments in [&[][..], &["open", "99012"]] {
        let said = home.tep_without_terminal(arguments).stdin(Stdio::null()).output().unwrap();
        let sentence = String::from_utf8(said.stderr).unwrap();
        assert_eq!(said.status.code(), Some(2), "{sentence}");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
        assert!(sentence.contains("terminal") && !sentence.contains('\x1b'), "{sentence}");
        assert!(said.stdout.is_empty());
    }
}

#[test]
fn output_into_a_file_is_no_terminal() {
    let home = Home::with_schools(&[99_012]);
    let file = home.path().join("out");
    let script = format!("'{}' > '{}'; echo code $?", tep(), file.display());
    let mut launch = Launch::of("/bin/sh", &["-c", &script]);
    let mut terminal = launch.set("TEP_HOME", home.path().to_str().unwrap()).start();
    assert_eq!(terminal.ends(), 0);
    terminal.sees("code 2").is_given_back();
    assert!(!terminal.bytes.contains(&0x1b));
    assert_eq!(std::fs::read(file).unwrap(), b"");
}
