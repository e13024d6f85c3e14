//! Importing a file in the real program: read in a process apart, accepted, taken back; and what happens to that process.

use std::{fmt::Write as _, fs, path::Path};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use crate::support::{ENTER, ESC, Home, Terminal, patiently_until};

const ROSTER: &str = include_str!("../data/messy/m01a_nomina_sige.csv");

/// A home with one school and its list of students; and a file that takes a while to read.
fn home(large: bool) -> Home {
    let home = Home::with_schools(&[99_012]);
    fs::write(home.path().join("nomina.csv"), ROSTER.replace(";99001;", ";99012;")).unwrap();
    if large {
        let mut text = ROSTER.lines().next().unwrap().to_owned() + "\n";
        let row = ROSTER.lines().nth(1).unwrap();
        while text.len() < 48 * 1024 * 1024 {
            let _ = writeln!(text, "{row}");
        }
        fs::write(home.path().join("enorme.csv"), text).unwrap();
    }
    home
}

fn opened(home: &Home) -> Terminal {
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("✎ guardado").types("3i").sees("Carpeta: ~").sees("nomina.csv");
    terminal
}

/// The process that reads for a program, as soon as there is one; none where the system does not tell.
fn reading_for(program: u32) -> Option<Pid> {
    let tasks = format!("/proc/{program}/task");
    if !Path::new(&format!("{tasks}/{program}/children")).exists() {
        return None;
    }
    Some(patiently_until(|| {
        let tasks = fs::read_dir(&tasks).ok()?.filter_map(Result::ok);
        let mut children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
        let child = children.find(|children| !children.trim().is_empty())?;
        Pid::from_raw(child.split_whitespace().next()?.parse().ok()?)
    }))
}

#[test]
fn a_file_is_imported_and_taken_back_in_the_real_program() {
    let home = home(false);
    let mut terminal = opened(&home);
    terminal.types(ENTER).sees("Qué cambia").sees("Escuela Rural El Notro 99012-4: 14 nuevos");
    terminal.types(ENTER).sees("Archivo importado. «u» deshace.").types("j").sees("✎ guardado");
    terminal.types("u").sees("Deshecho: importar un archivo");
    terminal.types("q").ends_well();
    // The folder is remembered, and nothing was left behind.
    let settings = fs::read_to_string(home.path().join("state/settings.json")).unwrap();
    assert!(settings.contains("\"last_import\""), "{settings}");
}

#[test]
fn esc_in_the_middle_of_a_large_file_ends_the_process_that_reads_it() {
    let home = home(true);
    let mut terminal = opened(&home);
    terminal.types("enorme").sees("▸ enorme.csv").types(ENTER).sees("Leyendo «enorme.csv»");
    let Some(child) = reading_for(terminal.process()) else {
        tep_skipped("this system does not tell the children of a process");
        return;
    };
    terminal.types(ESC).sees("Carpeta: ~");
    patiently_until(|| test_kill_process(child).is_err().then_some(()));
    terminal.types(ESC).sees("Escribe parte").types(ESC).sees("Estudiantes").types("q").ends_well();
}

#[test]
fn a_process_that_the_system_kills_takes_nothing_with_it() {
    let home = home(true);
    let mut terminal = opened(&home);
    terminal.types("enorme").sees("▸ enorme.csv").types(ENTER).sees("Leyendo «enorme.csv»");
    let Some(child) = reading_for(terminal.process()) else {
        tep_skipped("this system does not tell the children of a process");
        return;
    };
    kill_process(child, Signal::KILL).unwrap();
    terminal.sees("No se leyó «enorme.csv»: es demasiado pesado").sees("Nada más se perdió");
    terminal.types(ESC).sees("Escribe parte").types(ESC).sees("✎ guardado").types("q").ends_well();
}

#[test]
fn whoever_ends_the_program_ends_the_process_that_reads_for_it() {
    let home = home(true);
    let mut terminal = opened(&home);
    terminal.types("enorme").sees("▸ enorme.csv").types(ENTER).sees("Leyendo «enorme.csv»");
    let Some(child) = reading_for(terminal.process()) else {
        tep_skipped("this system does not tell the children of a process");
        return;
    };
    terminal.signals(Signal::KILL);
    patiently_until(|| test_kill_process(child).is_err().then_some(()));
}

fn tep_skipped(why: &str) {
    eprintln!("skipped: {why}");
}
