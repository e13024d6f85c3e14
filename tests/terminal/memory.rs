//! What the next evening finds: the place, the language, and every change that the screen called saved.

use rustix::process::Signal;
use tep_notebook::store::{Shelf, Viewed};

use crate::support::{ENTER, ESC, F2, Home, Terminal, tell_times};

#[test]
fn the_next_start_is_where_the_last_one_ended() {
    let home = Home::with_schools(&[99_011, 99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("Escuela Rural El Notro 99012").sees("q salir").types("q").ends_well();
    let mut terminal = home.tep(&[]).start();
    terminal.sees("Escuela Rural El Notro 99012").sees("q salir").types(ESC).sees("Estante").types("q").ends_well();
    let mut terminal = home.tep(&[]).start();
    terminal.sees("Estante").sees("99011-6").types("q").ends_well();
}

#[test]
fn the_language_is_remembered() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&[]).start();
    terminal.sees("Estante").types("L").sees("Shelf").types("q").ends_well();
    let mut terminal = home.tep(&[]).start();
    terminal.sees("Shelf").types("L").sees("Estante").types("q").ends_well();
    let mut terminal = home.tep(&[]).set("LANG", "en_US.UTF-8").start();
    terminal.sees("Estante").types("q").ends_well();
}

#[test]
fn a_program_that_is_killed_leaves_a_whole_file_with_all_that_was_saved() {
    let home = Home::with_schools(&[99_012]);
    let mut count = opened(&home).notebook.learnings.iter().count();
    let mut times = Vec::new();
    for round in 0..25_usize {
        let mut terminal = home.tep(&["open", "99012"]).start();
        come_back(&mut terminal);
        let kept = format!("vuelta {round} queda");
        terminal.types(format!("l{kept}{F2}")).sees("Aprendizaje registrado").sees("guardado");
        // One at a time, so that the end comes between other changes and other writes each time.
        let written = terminal.bytes.len();
        for number in 0..10 {
            terminal.types(format!("lvuelta {round} aprendizaje {number}{F2}"));
        }
        terminal.until("some of the burst", |terminal| terminal.bytes.len() >= written + round % 5 * 12);
        let killed = terminal.signals(Signal::KILL);
        times.push(terminal.is_gone(killed).1);
        let opened = opened(&home);
        let learnings: Vec<&str> = opened.notebook.learnings.iter().map(|it| it.statement.as_str()).collect();
        assert!(learnings.contains(&kept.as_str()), "round {round}: {learnings:?}");
        assert!(learnings.len() > count, "round {round}: something was lost");
        count = learnings.len();
    }
    tell_times("kill -9", times);
    let mut terminal = home.tep(&["open", "99012"]).start();
    come_back(&mut terminal);
    terminal.types("q").ends_well();
}

/// Waits for the notebook, and records what was half typed when the program was killed.
fn come_back(terminal: &mut Terminal) {
    let said = ["q salir", "Se recuper", "Aquí está lo que estabas"];
    // The foot grows with what it has to say.
    let foot = |terminal: &Terminal| (20..24).map(|row| terminal.row(row)).collect::<Vec<_>>().join(" ");
    terminal.until("the foot of the screen", |terminal| said.iter().any(|said| foot(terminal).contains(said)));
    if foot(terminal).contains(said[2]) {
        terminal.types(F2).sees("Aprendizaje registrado");
    }
    // The next key takes the message away: what is read later is not about this.
    terminal.sees("El Notro").types("?").sees("En cualquier lista").types("q").sees("q salir");
}

#[test]
fn what_is_typed_faster_than_the_disk_is_all_saved() {
    let home = Home::with_schools(&[99_012]);
    let before = opened(&home).notebook.learnings.iter().count();
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("El Notro").sees("q salir");
    let burst = (0..20).map(|number| format!("lde corrido {number}{F2}")).collect::<Vec<_>>().concat();
    terminal.types(burst).types("q").ends_well();
    assert_eq!(opened(&home).notebook.learnings.iter().count(), before + 20);
    let mut terminal = home.tep(&[]).start();
    terminal.sees("El Notro").types(ESC).sees("Estante").types(ENTER).sees("El Notro").types("q").ends_well();
}

/// Reads the notebook as the program does; fails where the file is not whole.
fn opened(home: &Home) -> Viewed {
    let shelf = Shelf::on_disk(home.practice());
    let paths = shelf.paths().unwrap();
    assert_eq!(paths.len(), 1, "{paths:?}");
    shelf.view(&paths[0]).unwrap()
}
