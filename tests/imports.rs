//! Importing a file inside the program, typed as a person types it, in the real loop.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    fs::{self, File},
    path::Path,
    time::{Duration, SystemTime},
};

use support::{Person, mishaps::Seat, moment, small_school, to_match};
use tempfile::TempDir;
use tep_notebook::{
    app::lang::Lang,
    notebook::Notebook,
    run::{browse::Haunts, reader::Reader},
    ui::theme::Theme,
};

const SEAT: Seat = (Lang::Es, (80, 24), Theme::Colour);
const ROSTER: &str = include_str!("data/m01a_nomina_sige.csv");
const MONTH: &str = include_str!("data/m17a_mineduc_asistencia.csv");

/// The list of students as one that the small school could have sent, with two rows of another school.
fn roster() -> String {
    let rbd = small_school().school.rbd.number();
    let mut lines: Vec<String> = ROSTER.lines().map(|line| line.replace(";99001;", &format!(";{rbd};"))).collect();
    for line in lines.iter_mut().rev().take(2) {
        *line = line.replace(&format!(";{rbd};"), ";99077;");
    }
    lines.join("\n") + "\n"
}

/// A home folder with tables, the newest first: one that was just downloaded, one of last week, one of last year.
fn home() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let downloads = dir.path().join("Descargas");
    fs::create_dir_all(downloads.join("Año 2020")).unwrap();
    put(&downloads, "nomina_sige.csv", roster().as_bytes(), 60);
    put(&downloads, "Asistencia MARZO.csv", MONTH.as_bytes(), 7 * 86_400);
    put(&downloads, "Matrícula.csv", b"AGNO;RBD\n", 400 * 86_400);
    put(&downloads, "foto.jpg", b"\xff\xd8", 5);
    put(&downloads.join("Año 2020"), "vacío.csv", b"", 300 * 86_400);
    age(&downloads.join("Año 2020"), 300 * 86_400);
    age(&downloads, 90_000);
    dir
}

fn put(folder: &Path, name: &str, content: &[u8], seconds: u64) {
    fs::write(folder.join(name), content).unwrap();
    age(&folder.join(name), seconds);
}

/// Lets a file be so many seconds old.
fn age(path: &Path, seconds: u64) {
    let at = u64::try_from(moment().timestamp()).unwrap() - seconds;
    File::open(path).unwrap().set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(at)).unwrap();
}

fn haunts(home: &TempDir) -> Haunts {
    let home = home.path().to_owned();
    Haunts { downloads: Some(home.join("Descargas")), home: Some(home), here: "/".into() }
}

fn at_school_in(home: &TempDir, (lang, size, theme): Seat) -> Person {
    let mut person = Person::among_files(lang, size, theme, &[small_school()], Reader::here(haunts(home)));
    person.keys("<Enter>3");
    person
}

fn at_school(home: &TempDir) -> Person {
    at_school_in(home, SEAT)
}

/// Students by RUN: those of the practice school have none.
fn with_run(notebook: &Notebook) -> usize {
    notebook.students.iter().filter(|student| student.run.is_some()).count()
}

#[test]
fn a_file_is_found_where_downloads_go_with_the_newest_on_top() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i").sees("Carpeta: ~/Descargas").sees("▸ nomina_sige.csv").sees_not("foto.jpg");
    insta::assert_snapshot!("picker_es", person.picture());
    person.keys("matri").sees("▸ Matrícula.csv").sees_not("nomina_sige");
    person.keys("<Esc>").sees("nomina_sige.csv").keys("<Esc>").sees("Estudiantes");
}

#[test]
fn one_walks_through_folders_by_list_by_path_and_by_completion() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("iaño<Enter>").sees("Carpeta: ~/Descargas/Año 2020").sees("▸ vacío.csv");
    person.keys("../").sees("Carpeta: ~/Descargas\n").sees("▸ nomina_sige.csv");
    person.keys("~/").sees("Carpeta: ~\n").sees("▸ Descargas");
    person.keys("desc<Tab>").sees("Carpeta: ~/Descargas\n").keys("nom<Tab>").sees("Archivo: nomina_sige.csv");
    // What a file manager pastes when a file is dropped into the window.
    person.keys("<Esc>").paste(&format!("'{}'", home.path().join("Descargas/Año 2020/vacío.csv").display()));
    person.sees("Carpeta: ~/Descargas/Año 2020").sees("▸ vacío.csv");
    person.keys("<Enter>").sees("No se leyó «vacío.csv»: está vacío").sees("Carpeta: ~/Descargas/Año 2020");
    person.keys("<Esc>nada/").sees("No se puede ver ~/Descargas/Año 2020/nada: no está ahí");
    person.keys("<Esc><Esc>").sees("Estudiantes");
}

#[test]
fn what_vanishes_between_looking_and_choosing_is_said() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i").sees("▸ nomina_sige.csv");
    fs::remove_file(home.path().join("Descargas/nomina_sige.csv")).unwrap();
    person.keys("<Enter>").sees("No se leyó «nomina_sige.csv»: ya no está ahí");
    person.keys("sin extensión<Enter>").sees("No se leyó «sin extensión»");
}

#[test]
fn a_list_is_imported_as_one_change_and_taken_back_with_one_key() {
    let home = home();
    let mut person = at_school(&home);
    let before = person.saved();
    person.keys("i<Enter>").sees("Nómina").sees("Qué cambia").sees("2 filas de 1 escuela de otras escuelas: 99077-");
    insta::assert_snapshot!("preview_es", person.picture());
    person.keys("<Enter>").sees("Archivo importado. «u» deshace.");
    let after = person.saved();
    assert!(with_run(&after) > with_run(&before), "{}", with_run(&after));
    assert!(
        after
            .students
            .iter()
            .all(|student| { student.run.as_ref().is_none_or(|run| run.reveal(to_match()).to_text().len() > 8) })
    );
    person.keys("u").sees("Deshecho: importar un archivo");
    assert_eq!(person.saved(), before);
    person.keys("U").sees("Rehecho: importar un archivo");
    assert_eq!(person.saved(), after);
    // The folder is remembered; and the same file has nothing new to say.
    person.keys("i<Enter>").sees("Sin cambios: el cuaderno ya sabe todo esto");
    person.keys("<Enter>").sees("Sin cambios: el cuaderno ya sabía todo");
    assert_eq!(person.saved(), after);
}

#[test]
fn a_wall_sees_initials_and_the_end_of_a_run_until_names_are_shown() {
    let home = home();
    let mut person = at_school(&home);
    person.keys("i<Enter>").sees("CN …807-8").sees_not("CONSTANZA").sees_not("39902807");
    person.keys("v").sees("NÚÑEZ PEÑAILILLO, CONSTANZA").sees("39902807-8");
    person.keys("v").sees_not("CONSTANZA");
}

#[test]
fn esc_goes_one_level_up_and_changes_nothing() {
    let home = home();
    let mut person = at_school(&home);
    let before = person.saved();
    person.keys("i<Enter>").sees("Qué cambia").keys("<Esc>").sees("Carpeta:").keys("<Esc>").sees("Estudiantes");
    assert_eq!(person.saved(), before);
}
