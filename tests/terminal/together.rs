//! Two at one notebook, each in a terminal of their own, with real locks and a real storage thread.

use std::fs;

use tep_notebook::{notebook::Notebook, store::write_notebook};

use crate::support::{ESC, Home, Launch, Terminal};

fn person(home: &Home, name: &str) -> Launch {
    let mut launch = home.tep(&["open", "99012"]);
    launch.set("USER", name).set("TZ", "UTC");
    launch
}

/// Whether somebody is named with the time since when: the digits stand where digits must.
fn says_since(terminal: &Terminal, name: &str) -> bool {
    let text = terminal.text();
    let after = text.split_once(&format!("sólo lectura: {name} desde las ")).map(|(_, after)| after);
    after
        .is_some_and(|after| matches!(after.as_bytes(), [b'0'..=b'2', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9', ..]))
}

#[test]
fn the_second_person_reads_along_and_writes_when_the_first_has_gone() {
    let home = Home::with_schools(&[99_012]);
    let mut first = person(&home, "rosa").start();
    first.sees("✎ guardado").sees("q salir");
    let mut second = person(&home, "luis").start();
    second.sees("Sólo lectura: rosa").until("since when", |terminal| says_since(terminal, "rosa"));
    second.types("w").sees("lo está editando");
    first.types("q").ends_well();
    second.types("w").sees("✎ guardado").types("q").ends_well();
}

#[test]
fn what_somebody_else_writes_into_an_open_notebook_is_told_compared_and_taken_over() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = person(&home, "rosa").start();
    terminal.sees("✎ guardado").sees("q salir");
    let folder = home.practice();
    let is_notebook = |path: &std::path::PathBuf| path.to_string_lossy().ends_with(".tep.json");
    let file = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).find(is_notebook).unwrap();
    let mut theirs: Notebook = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    theirs.school.capacity = Some(12);
    let beside = folder.join("editor.tmp");
    fs::write(&beside, write_notebook(&theirs).unwrap()).unwrap();
    fs::rename(&beside, &file).unwrap();
    // The file follows a moment after the change, and meets another than it expects.
    terminal.types("3").sees("Algo no resultó").types(ESC).sees("✎ guardado en el diario");
    terminal.types("w").sees("1 cambio hecho fuera de TEP").sees("a cuántos podemos seguir");
    terminal.types("a").sees("Se incorporó 1").sees("de 12 de la lista").types("q").ends_well();
    let both: Notebook = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(both.school.capacity, theirs.school.capacity);
    assert_ne!(both.cycles, theirs.cycles, "the step that was typed is there too");
}
