//! The tutor in a terminal: its copy lies apart, and no other notebook notices it.

use std::{fs, path::Path};

use crate::support::{ENTER, ESC, Home};

fn notebooks(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_string_lossy().ends_with(".tep.json")).map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn the_copy_lies_apart_goes_on_where_it_was_left_and_begins_anew_when_asked() {
    let home = Home::empty();
    let made = home.tep_without_terminal(&["new", "12669", "--name", "Escuela Real"]).output().unwrap();
    assert!(made.status.success());
    home.tep(&["open", "12669"]).start().sees("Escuela Real").types("q").ends_well();
    let (data, settings) = (home.path().join("data"), home.path().join("state/settings.json"));
    let before = (notebooks(&data), fs::read_to_string(&settings).unwrap());
    assert!(before.1.contains("12669"), "the real school is what was open last: {}", before.1);

    let mut terminal = home.tep(&["tutor"]).start();
    terminal.sees("Tutor 1/18").sees("donde hoy es 30-06-2021").types("\t").sees("Tutor 2/18");
    terminal.types("o").sees("Un nombre corto").types("Que nadie falte").types(ENTER).sees("Tutor 3/18");
    terminal.types(ESC).sees("Ciclo 3").sees("guardado").types("q").ends_well();

    let mut terminal = home.tep(&["tutor"]).start();
    terminal.sees("Sigues donde quedaste").sees("Tutor 3/18").types("q").ends_well();

    let mut terminal = home.tep(&["tutor", "--again"]).start();
    terminal.sees("Tutor 1/18").types(ESC).sees("La copia de práctica").sees("Estante · 1 escuela");
    terminal.types("q").ends_well();

    let copies = [1, 2].map(|number| notebooks(&home.path().join(format!("state/tutor/{number}"))));
    assert!(copies.iter().all(|copy| copy.len() == 1) && copies[0] != copies[1]);
    let text = String::from_utf8_lossy(&copies[0][0]).into_owned();
    assert!(text.contains("Que nadie falte"), "the first copy is kept as it was left");
    assert_eq!((notebooks(&data), fs::read_to_string(&settings).unwrap()), before);
    let listed = home.tep_without_terminal(&["list"]).output().unwrap();
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains("Escuela Real") && !listed.contains("Lengas"), "{listed}");
}
