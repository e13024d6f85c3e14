//! Importing a file inside the program, typed as a person types it, in the real loop.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    fs::{self, File},
    path::Path,
    time::{Duration, SystemTime},
};

use support::{Person, moment, small_school};
use tempfile::TempDir;
use tep_notebook::{app::lang::Lang, run::browse::Haunts, ui::theme::Theme};

/// A home folder with tables, the newest first: one that was just downloaded, one of last week, one of last year.
fn home() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let downloads = dir.path().join("Descargas");
    fs::create_dir_all(downloads.join("Año 2020")).unwrap();
    put(&downloads, "nomina_sige.csv", include_bytes!("data/m01a_nomina_sige.csv"), 60);
    put(&downloads, "Asistencia MARZO.csv", include_bytes!("data/m17a_mineduc_asistencia.csv"), 7 * 86_400);
    put(&downloads, "Matrícula.xlsx", b"PK\x03\x04 no workbook", 400 * 86_400);
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

fn at_school(home: &TempDir, lang: Lang, size: (u16, u16), theme: Theme) -> Person {
    let mut person = Person::among_files(lang, size, theme, &[small_school()], haunts(home));
    person.keys("<Enter>");
    person
}

fn in_spanish(home: &TempDir) -> Person {
    at_school(home, Lang::Es, (80, 24), Theme::Colour)
}

#[test]
fn a_file_is_found_where_downloads_go_with_the_newest_on_top() {
    let home = home();
    let mut person = in_spanish(&home);
    person.keys("i").sees("Carpeta: ~/Descargas").sees("▸ nomina_sige.csv").sees_not("foto.jpg");
    insta::assert_snapshot!("picker_es", person.picture());
    person.keys("matri").sees("▸ Matrícula.xlsx").sees_not("nomina_sige");
    person.keys("<Esc>").sees("nomina_sige.csv").keys("<Esc>").sees("Estudiantes");
}
