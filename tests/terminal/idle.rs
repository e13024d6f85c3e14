//! Nobody types: nothing is sent over the line, and the battery is left alone.

use std::time::Duration;

use crate::support::Home;

#[test]
fn nothing_happens_while_nobody_types() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("guardado").sees("q salir").rests(Duration::from_secs(3)).types("q").ends_well();
}
