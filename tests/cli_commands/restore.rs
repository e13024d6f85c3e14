//! `tep restore`: back to an earlier version, and back from there; whatever became of the file.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use tep_notebook::{
    notebook::edit::Deed,
    store::{Ready, journal::Act},
};

use crate::{
    bench::{Home, INVENTED, files, keys},
    keeping::{self, after, capacity},
};

fn names(home: &Home) -> Vec<String> {
    let list = home.json(&["backups", "99001", "--json"]);
    list.as_array().unwrap().iter().map(|backup| backup["name"].as_str().unwrap().to_owned()).collect()
}

fn backup_file(home: &Home, name: &str) -> PathBuf {
    let found = files(&home.path("data/.tep")).into_keys();
    found
        .filter(|path| path.to_string_lossy().contains("/backups/"))
        .find(|path| path.to_string_lossy().contains(name))
        .unwrap()
}

fn opened(home: &Home) -> Ready {
    keeping::ready(&home.shelf(), home.path(INVENTED).to_str().unwrap())
}

/// The folder beside the notebook without the lock, whose note changes with everybody who takes it.
fn all(home: &Home) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let files = files(&home.path("data")).into_iter().filter(|(path, _)| !path.ends_with("lock"));
    files.map(|(path, (bytes, _))| (path, bytes)).collect()
}

fn salvaged(home: &Home) -> Vec<Vec<u8>> {
    all(home)
        .into_iter()
        .filter(|(path, _)| path.to_string_lossy().contains("/salvage/"))
        .map(|(_, bytes)| bytes)
        .collect()
}

#[test]
fn an_earlier_version_comes_back_and_the_program_can_take_that_back() {
    let home = Home::with_backups(&[20, 30, 40]);
    assert_eq!(home.followed(), Some(40));
    let done = home.json(&["restore", "99001", "2", "--json"]);
    assert_eq!(keys(&done), ["at", "backup", "changes", "dry_run", "file", "in_file", "items", "kept", "students"]);
    assert_eq!(done["changes"], json!({ "added": 0, "changed": 1, "removed": 0 }));
    assert_eq!((&done["file"], &done["in_file"], &done["items"]), (&"whole".into(), &true.into(), &10.into()));
    assert_eq!(home.followed(), Some(20));
    let log = home.json(&["log", "99001", "--json"]);
    assert_eq!(log.as_array().unwrap().last().unwrap()["deed"], "restore");
    let ready = opened(&home);
    assert_eq!(ready.story.recovered, 0, "the file says it");
    let last = ready.story.stacks.done.last().unwrap().clone();
    assert_eq!(last.deed, Deed::Restore);
    let mut keeper = ready.keeper.unwrap();
    keeper.commit(Act::Undo, last.inverse(), chrono::Utc::now()).unwrap();
    keeper.close(chrono::Utc::now()).unwrap();
    assert_eq!(home.followed(), Some(40));
}

#[test]
fn what_was_there_is_a_backup_that_leads_back() {
    let home = Home::with_backups(&[20, 30]);
    let before = fs::read(home.path(INVENTED)).unwrap();
    let done = home.json(&["restore", "99001", "1", "--json"]);
    let kept = done["kept"].as_str().unwrap();
    assert_eq!(names(&home).last().unwrap(), kept);
    assert_eq!(fs::read(backup_file(&home, kept)).unwrap(), before);
    assert_eq!(home.followed(), Some(20));
    let said = home.es(&["restore", "99001", kept]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(fs::read(home.path(INVENTED)).unwrap(), before);
}

#[test]
fn what_a_killed_program_had_kept_is_in_the_backup_too() {
    let home = Home::with_backups(&[20]);
    let mut killed = home.keeper();
    let edit = capacity(killed.notebook(), 77);
    killed.commit(Act::Do, edit, after(70)).unwrap();
    drop(killed);
    let done = home.json(&["restore", "99001", "1", "--json"]);
    assert_eq!(home.followed(), Some(12));
    let kept = fs::read_to_string(backup_file(&home, done["kept"].as_str().unwrap())).unwrap();
    assert!(kept.contains("\"capacity\":77"), "{kept}");
}

#[test]
fn the_same_by_its_name_the_beginning_of_it_or_its_file() {
    for which in [
        |name: &str| name.to_owned(),
        |name: &str| name.chars().take(13).collect(),
        |name: &str| name.chars().take(13).collect::<String>().to_lowercase(),
        |name: &str| format!("{name}.json"),
    ] {
        let home = Home::with_backups(&[20, 30]);
        let name = names(&home).remove(1);
        assert_eq!(home.json(&["restore", "99001", &which(&name), "--json"])["backup"], name);
        assert_eq!(home.followed(), Some(20));
    }
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let home = Home::with_backups(&[20, 30]);
    let before = files(&home.path("data"));
    let dry = home.json(&["restore", "99001", "2", "--dry-run", "--json"]);
    let said = home.es(&["restore", "99001", "2", "--dry-run"]);
    assert!(said.out.contains("Se restauraría") && said.out.contains("No se escribió nada."), "{}", said.out);
    assert_eq!(files(&home.path("data")), before);
    let done = home.json(&["restore", "99001", "2", "--json"]);
    assert_eq!((&dry["changes"], &dry["backup"], &dry["items"]), (&done["changes"], &done["backup"], &done["items"]));
    assert_eq!((&dry["dry_run"], &done["dry_run"], &dry["kept"]), (&true.into(), &false.into(), &Value::Null));
}

#[test]
fn one_sentence_says_what_was_done() {
    let home = Home::with_backups(&[20, 30]);
    let said = home.es(&["restore", "99001", "1"]);
    assert_eq!((said.code, said.out.lines().count()), (0, 1));
    assert!(said.out.contains("datos agregados 0, cambiados 1, eliminados 0; en total 10"), "{}", said.out);
    assert!(said.out.contains("Lo que había quedó en el respaldo 2"), "{}", said.out);
    let name = names(&home).remove(0);
    let said = home.tep(&["restore", "99001", &name]);
    assert!(said.out.starts_with(&format!("The backup {name} (2020-09-13 ")), "{}", said.out);
    let again = home.tep(&["restore", "99001", &name]);
    assert!(again.code == 0 && again.out.contains("nothing was changed"), "{}", again.out);
}

#[test]
fn a_backup_that_is_not_there_or_not_the_only_one_is_said_and_nothing_is_changed() {
    let home = Home::with_backups(&[20, 30]);
    let before = all(&home);
    for which in ["9", "0", "2019", "x", "", "../lock"] {
        let said = home.es(&["restore", "99001", which]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{which}");
        assert!(said.err.contains(&format!("no tiene un respaldo «{which}»")), "{}", said.err);
    }
    let said = home.es(&["restore", "99001", "2020"]);
    assert!(said.code == 1 && names(&home).iter().all(|name| said.err.contains(name)), "{}", said.err);
    assert_eq!(home.es(&["restore", "99001"]).code, 2);
    assert_eq!(all(&home), before);
}

#[test]
fn a_damaged_or_foreign_backup_never_takes_the_place_of_a_notebook() {
    let home = Home::with_backups(&[20, 30]);
    let name = names(&home).remove(0);
    let file = backup_file(&home, &name);
    let whole = fs::read_to_string(&file).unwrap();
    let foreign = whole.replacen("01701d5b-0000-7000-8000-000000000001", "01701d5b-0000-7000-8000-0000000000ff", 1);
    for (content, es, en) in [
        (whole.lines().take(9).collect(), "está dañado", "is damaged"),
        (foreign, "Es de otro cuaderno.", "It is of another notebook."),
    ] {
        fs::write(&file, &content).unwrap();
        let before = all(&home);
        let said = home.es(&["restore", "99001", &name]);
        assert_eq!((said.code, said.out.as_str()), (1, ""));
        assert!(said.err.contains(es) && home.tep(&["restore", "99001", &name]).err.contains(en), "{}", said.err);
        assert_eq!(all(&home), before);
    }
}

#[test]
fn while_somebody_writes_nothing_is_restored_and_one_is_told_who() {
    let home = Home::with_backups(&[20, 30]);
    let before = all(&home);
    let _keeper = home.keeper();
    let said = home.es(&["restore", "99001", "1"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.err.contains("asesora") && said.err.contains("lo está editando"), "{}", said.err);
    assert_eq!(all(&home), before);
    fs::remove_file(home.path(INVENTED)).unwrap();
    let said = home.es(&["restore", "99001", "1"]);
    assert!(said.code == 3 && said.err.contains("asesora"), "{}", said.err);
    assert!(!home.path(INVENTED).exists());
}

#[test]
fn a_file_changed_by_hand_is_for_a_person_to_look_at_first() {
    let home = Home::with_backups(&[20, 30]);
    let text = fs::read_to_string(home.path(INVENTED)).unwrap().replace("Llamar el lunes", "Llamar el martes");
    fs::write(home.path(INVENTED), &text).unwrap();
    let before = all(&home);
    for args in [&["restore", "99001", "1"][..], &["restore", "99001", "1", "--dry-run"]] {
        let said = home.es(args);
        assert_eq!((said.code, said.out.as_str()), (3, ""));
        assert!(
            said.err.contains("alguien cambió el archivo fuera de TEP") && said.err.contains("tep open"),
            "{}",
            said.err
        );
    }
    assert_eq!(all(&home), before);
}

#[test]
fn a_damaged_file_is_kept_beside_and_the_backup_takes_its_place() {
    for damage in
        [b"".to_vec(), b"{\"format\": \"tep-notebook\", \"version\" 1".to_vec(), b"{\"id\": 7}".to_vec(), vec![0; 4096]]
    {
        let home = Home::with_backups(&[20, 30]);
        fs::write(home.path(INVENTED), &damage).unwrap();
        let dry = home.json(&["restore", "99001", "1", "--dry-run", "--json"]);
        assert_eq!(fs::read(home.path(INVENTED)).unwrap(), damage);
        let done = home.json(&["restore", "99001", "1", "--json"]);
        assert_eq!((&done["file"], &dry["file"]), (&"damaged".into(), &"damaged".into()));
        assert_eq!(
            (&done["changes"], &dry["changes"]),
            (&json!({ "added": 0, "changed": 1, "removed": 0 }), &done["changes"])
        );
        assert_eq!(home.followed(), Some(20));
        assert_eq!(salvaged(&home), [damage], "nothing is destroyed");
        let kept = fs::read_to_string(backup_file(&home, done["kept"].as_str().unwrap())).unwrap();
        assert!(kept.contains("\"capacity\":30"), "what was last known is kept");
        assert!(
            home.json(&["backups", "99001", "--json"]).as_array().unwrap().iter().all(|kept| kept["problem"].is_null())
        );
        let ready = opened(&home);
        assert_eq!((ready.story.stacks.done.last().unwrap().deed, ready.story.recovered), (Deed::Restore, 0));
    }
}

#[test]
fn a_missing_file_is_made_again() {
    let home = Home::with_backups(&[20, 30]);
    fs::remove_file(home.path(INVENTED)).unwrap();
    let listed = home.json(&["backups", "99001", "--json"]).as_array().unwrap().len();
    assert_eq!(listed, 2);
    let said = home.es(&["restore", "99001-escuela.tep.json", "1"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("El archivo faltaba y se creó de nuevo."), "{}", said.out);
    assert_eq!(home.followed(), Some(20));
    assert_eq!(home.json(&["list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_backup_without_its_journal_is_enough() {
    let home = Home::with_backups(&[20, 30]);
    for path in files(&home.path("data/.tep")).into_keys() {
        let name = path.file_name().unwrap().to_string_lossy();
        // The journal that is left knows the name of the file, and nothing of its content.
        if name.starts_with("s-") {
            let first = fs::read_to_string(&path).unwrap().lines().next().unwrap().to_owned();
            fs::write(&path, first + "\n").unwrap();
        }
    }
    fs::write(home.path(INVENTED), "").unwrap();
    let done = home.json(&["restore", "99001", "1", "--json"]);
    assert_eq!((&done["kept"], &done["changes"]["added"]), (&Value::Null, &10.into()));
    assert_eq!(home.followed(), Some(20));
    assert_eq!(home.json(&["log", "99001", "--json"]).as_array().unwrap().len(), 1, "it is told that it was restored");
    let ready = opened(&home);
    assert!(ready.story.stacks.done.is_empty(), "there is nothing to go back to");
    assert!(ready.keeper.is_ok());
}
