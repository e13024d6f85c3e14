//! Windows of every size, and windows that change it all the time.

use std::time::Duration;

use crate::support::{Home, peak_memory, tell};

/// A look at whether nothing happens any more.
const REST: Duration = Duration::from_millis(300);

#[test]
fn the_smallest_window_waits_for_a_larger_one() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&[]).size(1, 1).start();
    terminal.until("the program", |terminal| terminal.screen().alternate_screen()).types("q").ends_well();
    let mut terminal = home.tep(&[]).start();
    terminal.sees("Estante").sees("q salir").types("L").sees("Shelf");
    terminal.resize(1, 1).types("L");
    terminal.resize(80, 24).sees("Estante").sees("q salir").types("q").ends_well();
}

#[test]
fn a_window_that_changes_during_the_start_is_followed() {
    let home = Home::with_schools(&[99_012]);
    for _ in 0..10 {
        let mut terminal = home.tep(&[]).size(60, 16).start();
        terminal.until("the program", |terminal| terminal.screen().alternate_screen());
        terminal.resize(80, 24).until("the bar", |terminal| terminal.row(23).contains("q salir"));
        terminal.types("q").ends_well();
    }
}

#[test]
fn the_largest_window_is_filled() {
    let home = Home::with_schools(&[99_001]);
    let mut terminal = home.tep(&["open", "99001"]).size(300, 100).start();
    terminal.sees("guardado").until("the bar", |terminal| terminal.row(99).contains("q salir"));
    terminal.types("q").ends_well();
}

#[test]
fn after_a_storm_of_sizes_the_last_one_counts() {
    let (home, elsewhere) = (Home::with_schools(&[99_012]), Home::with_schools(&[99_012]));
    let mut calm = elsewhere.tep(&["open", "99012"]).size(100, 30).start();
    calm.sees("guardado").until("the bar", |terminal| terminal.row(29).contains("q salir"));
    let mut terminal = home.tep(&["open", "99012"]).start();
    // The help says that the program listens.
    terminal.sees("q salir").types("?").sees("En cualquier lista").types("q").sees("q salir");
    for round in 0..1_999 {
        terminal.resize(20 + round % 120, 3 + round % 50);
    }
    terminal.resize(100, 30).until("the screen of a calm start", |terminal| terminal.text() == calm.text());
    terminal.rests(REST).types("q").ends_well();
    calm.types("q").ends_well();
}

#[test]
fn a_window_of_an_impossible_size_is_survived() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("q salir");
    for (columns, rows) in
        [(1, 1), (0, 0), (80, 0), (0, 24), (3, 2), (500, 1), (1, 500), (5_000, 5_000), (u16::MAX, u16::MAX)]
    {
        terminal.tells_size(columns, rows).rests(REST);
        // The help opens and closes; where nobody could see it, the keys do nothing.
        terminal.types("??");
        // The rows that the program draws beyond the model's are not of interest; what it draws afterwards is.
        terminal.resize(100, 30).until("the bar", |terminal| terminal.row(29).contains("q salir"));
    }
    if let Some(peak) = peak_memory(terminal.process()) {
        tell(&format!("windows of impossible sizes: at most {peak} KiB of memory"));
        assert!(peak < 100 * 1_024, "{peak} KiB");
    }
    terminal.rests(REST).types("q").ends_well();
}
