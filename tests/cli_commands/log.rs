//! `tep log`: who changed what and when, and what nobody may see unasked.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use tep_notebook::{
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
        personal::Personal,
        safe_text::SafeText,
    },
    store::journal::Act,
};
use unicode_width::UnicodeWidthStr;

use crate::{
    bench::{Home, keys},
    keeping::{after, capacity},
};

/// A student gets another name and telephone, a contact another note, an action another person.
fn of_persons(notebook: &Notebook) -> Edit {
    let student = notebook.students.iter().next().unwrap().clone();
    let mut renamed = student.clone();
    renamed.given_names = Personal::line("Berta");
    renamed.phones = vec![Personal::line("+56 9 5555 1234")];
    renamed.course = "8B-A".parse().unwrap();
    let contact = notebook.contacts.iter().next().unwrap().clone();
    let mut noted = contact.clone();
    noted.note = SafeText::note("Vive con su tía Zunilda");
    let action = notebook.actions.iter().next().unwrap().clone();
    let mut other = action.clone();
    other.what = SafeText::note(
        "Visitar a todas las familias que no contestan el teléfono, una tarde de cada semana, en parejas",
    );
    let changes =
        vec![Change::replace(student, renamed), Change::replace(contact, noted), Change::replace(action, other)];
    Edit { deed: Deed::Import, changes }
}

/// A home with a notebook to which three things were done, one of them taken back.
fn with_history() -> Home {
    let home = Home::with_invented();
    let mut keeper = home.keeper();
    let follow = capacity(keeper.notebook(), 7);
    keeper.commit(Act::Do, follow.clone(), after(0)).unwrap();
    keeper.commit(Act::Undo, follow.inverse(), after(1)).unwrap();
    let persons = of_persons(keeper.notebook());
    keeper.commit(Act::Do, persons, after(2)).unwrap();
    keeper.close(after(3)).unwrap();
    home
}

fn journals(home: &Home) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = crate::bench::files(&home.path("data/.tep")).into_keys().collect();
    found.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("s-"));
    found
}

#[test]
fn whoever_asks_learns_who_did_what_and_when() {
    let home = with_history();
    let es = home.es(&["log", "99001"]);
    assert_eq!((es.code, es.err.as_str()), (0, ""));
    let heads: Vec<&str> = es.out.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(heads.len(), 3, "{}", es.out);
    assert!(
        heads[0].starts_with("13-09-2020 ") && heads[0].ends_with("cambiar una acción · asesora, equipo"),
        "{heads:?}"
    );
    assert!(heads[1].contains("(deshecho)") && heads[2].contains("importar un archivo"), "the newest stands last");
    assert!(es.out.contains("  Escuela: cambiado (a cuántos podemos seguir)\n"), "{}", es.out);
    assert!(es.out.contains("cambiado (curso, nombre, teléfonos)\n"), "{}", es.out);
    let en = home.tep(&["log", "99001"]).out;
    assert!(en.contains("2020-09-13 ") && en.contains("change an action (undone)"), "{en}");
    assert!(en.contains("School: changed (how many we can follow)"), "{en}");
}

#[test]
fn other_programs_get_the_history_with_stable_names() {
    let home = with_history();
    let log = home.json(&["log", "99001", "--json"]);
    let log = log.as_array().unwrap();
    assert_eq!(log.len(), 3);
    assert_eq!(keys(&log[0]), ["act", "at", "by", "changes", "deed", "host", "n"]);
    let head = |at: usize| ["n", "act", "by", "host", "deed"].map(|name| log[at][name].clone());
    assert_eq!(head(0), [json!(1), json!("done"), json!("asesora"), json!("equipo"), json!("change-action")]);
    assert_eq!((&log[1]["act"], &log[2]["act"]), (&json!("undone"), &json!("done")));
    let student = &log[2]["changes"][0];
    assert_eq!(keys(student), ["change", "code", "fields", "id", "kind", "number"]);
    assert_eq!(
        (&student["kind"], &student["change"], &student["number"]),
        (&json!("student"), &json!("changed"), &Value::Null)
    );
    assert_eq!(student["fields"], json!(["course", "given_names", "phones"]));
    assert!(student["code"].as_str().unwrap().starts_with("BI-"), "{student}");
    assert_eq!(student["id"], "01701d5b-0000-7000-8000-000000000061");
}

#[test]
fn values_are_told_when_asked_for_and_persons_only_when_named() {
    let home = with_history();
    let secret = ["Berta", "Ana", "5555", "Zunilda", "mamá"];
    for args in [
        &["log", "99001"][..],
        &["log", "99001", "--json"],
        &["log", "99001", "--values"],
        &["log", "99001", "--values", "--json"],
    ] {
        let said = home.es(args).out;
        assert!(secret.iter().all(|word| !said.contains(word)), "{args:?}: {said}");
        assert_eq!(said.contains("8B-A"), args.contains(&"--values"), "{args:?}: {said}");
        assert_eq!(said.contains("en parejas"), args.contains(&"--values"), "{args:?}: {said}");
    }
    assert!(!home.es(&["log", "99001", "--names"]).out.contains("Berta"), "names are values");
    let values = &home.json(&["log", "99001", "--values", "--json"])[2]["changes"][0]["values"];
    assert_eq!(*values, json!({ "course": { "before": "7B-A", "after": "8B-A" } }));
    let whole = home.es(&["log", "99001", "--values", "--names"]).out;
    assert!(whole.contains("nombre: Ana → Berta") && whole.contains("Zunilda"), "{whole}");
    let hidden = home.es(&["log", "99001", "--values"]).out;
    assert!(
        hidden.contains("teléfonos: (oculto; --names lo muestra)") && hidden.contains("curso: 7B-A → 8B-A"),
        "{hidden}"
    );
}

#[test]
fn who_had_names_shown_is_told_between_the_changes() {
    let home = with_history();
    let mut keeper = home.keeper();
    keeper.reveal(after(4)).unwrap();
    keeper.close(after(5)).unwrap();
    let log = home.json(&["log", "99001", "--json"]);
    assert_eq!(log.as_array().unwrap().len(), 4);
    let told = ["deed", "act", "by", "n", "changes"].map(|name| log[3][name].clone());
    assert_eq!(told, [json!("reveal_names"), json!("done"), json!("asesora"), Value::Null, json!([])]);
    let page = home.es(&["log", "99001"]).out;
    assert!(page.ends_with("nombres a la vista · asesora, equipo\n"), "{page}");
    let opened = home.json(&["show", "99001", "--json"]);
    assert!(opened.is_object(), "a journal of looks alone leaves the notebook as it was");
}

#[test]
fn the_page_fits_a_window_of_eighty_columns() {
    let home = with_history();
    for args in [&["log", "99001"][..], &["log", "99001", "--values", "--names"]] {
        for said in [home.es(args), home.tep(args)] {
            let widest = said.out.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!((40..=80).contains(&widest), "{widest}: {}", said.out);
        }
    }
}

#[test]
fn an_import_of_hundreds_is_told_in_sums() {
    let home = Home::new();
    let april = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220515_Asistencia_ABRIL_2022_20220510_WEB.csv");
    let march = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220415_Asistencia_MARZO_2022_20220410_WEB.csv");
    home.json(&["import", march, "--create", "--json"]);
    home.json(&["import", april, "--json"]);
    let log = home.json(&["log", "99001", "--json"]);
    let changes = log[0]["changes"].as_array().unwrap().len();
    assert!(changes > 12, "{changes}");
    let page = home.es(&["log", "99001"]).out;
    assert!(page.contains("importar un archivo") && page.lines().count() < 6, "{page}");
    assert!(page.contains("Estudiante: cambiados "), "{page}");
}

#[test]
fn a_notebook_without_a_journal_has_nothing_to_tell() {
    let home = Home::with_invented();
    let said = home.es(&["log", "99001"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with("El diario de este cuaderno no tiene cambios"), "{}", said.out);
    assert_eq!(home.json(&["log", "99001", "--json"]), json!([]));
}

#[test]
fn the_history_can_be_read_while_somebody_writes() {
    let home = Home::with_invented();
    let mut keeper = home.keeper();
    let follow = capacity(keeper.notebook(), 7);
    keeper.commit(Act::Do, follow, after(0)).unwrap();
    let before = crate::bench::files(&home.path("data"));
    assert_eq!(home.json(&["log", "99001", "--json"]).as_array().unwrap().len(), 1);
    assert_eq!(crate::bench::files(&home.path("data")), before, "looking leaves no trace");
}

#[test]
fn the_history_outlives_the_file() {
    let home = with_history();
    let path = home.path(crate::bench::INVENTED);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(home.json(&["log", "99001", "--json"]).as_array().unwrap().len(), 3, "damaged");
    fs::write(&path, b"").unwrap();
    assert_eq!(home.json(&["log", "99001", "--json"]).as_array().unwrap().len(), 3, "empty");
    fs::remove_file(&path).unwrap();
    for school in ["99001", "99001-9", "escuela", "99001-escuela.tep.json", path.to_str().unwrap()] {
        assert_eq!(home.json(&["log", school, "--json"]).as_array().unwrap().len(), 3, "missing: {school}");
    }
    let said = home.es(&["log", "99002"]);
    assert!(said.code == 1 && said.err.contains("No hay un cuaderno de «99002»"), "{}", said.err);
}

#[test]
fn a_change_that_was_written_twice_is_told_once() {
    let home = with_history();
    let path = journals(&home).remove(0);
    let first = fs::read(&path).unwrap();
    let next = path.with_file_name("s-000002-20200913-00000000.ndjson");
    fs::write(&next, first).unwrap();
    assert_eq!(home.json(&["log", "99001", "--json"]).as_array().unwrap().len(), 3);
}

#[test]
fn a_damaged_journal_is_said_and_the_rest_is_told() {
    let home = with_history();
    let path = journals(&home).remove(0);
    let text = fs::read_to_string(&path).unwrap().replacen("\"undo\"", "\"redo\"", 1);
    fs::write(&path, text).unwrap();
    let said = home.es(&["log", "99001", "--json"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Faltan cambios en esta lista: 1 diario"), "{}", said.err);
    let log: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(log.as_array().unwrap().len(), 1, "up to the damage");
}
