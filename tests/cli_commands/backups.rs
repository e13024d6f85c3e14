//! `tep backups`: what there is to go back to.

use std::fs;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::bench::{Home, files, keys};

#[test]
fn whoever_looks_for_an_earlier_day_finds_what_there_is_to_go_back_to() {
    let home = Home::with_backups(&[20, 30, 40]);
    let before = files(&home.path("data"));
    let list = home.json(&["backups", "99001", "--json"]);
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 3);
    assert_eq!(keys(&list[0]), ["at", "bytes", "items", "name", "number", "problem", "students"]);
    let numbers: Vec<&Value> = list.iter().map(|backup| &backup["number"]).collect();
    assert_eq!(numbers, [3, 2, 1], "the newest stands last and is the first");
    assert!(list.iter().map(|backup| backup["name"].as_str().unwrap()).is_sorted());
    assert_eq!((&list[0]["at"], &list[0]["problem"]), (&json!("2020-09-13T12:26:40Z"), &Value::Null));
    assert_eq!((&list[0]["items"], &list[0]["students"]), (&10.into(), &2.into()));
    assert!(list[0]["bytes"].as_u64().unwrap() > 1000);
    let page = home.es(&["backups", "99001"]);
    assert_eq!((page.code, page.out.lines().count()), (0, 4), "{}", page.out);
    assert!(page.out.contains("Nombre") && page.out.contains(list[2]["name"].as_str().unwrap()), "{}", page.out);
    assert!(page.out.lines().all(|line| line.width() <= 80), "{}", page.out);
    assert!(home.tep(&["backups", "99001"]).out.contains("Name"));
    assert_eq!(files(&home.path("data")), before, "looking leaves no trace");
}

#[test]
fn a_backup_that_cannot_be_put_back_is_marked() {
    let home = Home::with_backups(&[20, 30]);
    let name = home.json(&["backups", "99001", "--json"])[0]["name"].as_str().unwrap().to_owned();
    let path = files(&home.path("data/.tep")).into_keys().find(|path| path.to_string_lossy().contains(&name)).unwrap();
    fs::write(&path, "{").unwrap();
    let said = home.es(&["backups", "99001", "--json"]);
    let list: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, &list[0]["problem"], &list[0]["items"]), (1, &"unreadable".into(), &Value::Null));
    assert!(home.es(&["backups", "99001"]).out.contains("dañado"));
}

#[test]
fn a_notebook_without_backups_says_so() {
    let home = Home::with_invented();
    assert_eq!(home.json(&["backups", "99001", "--json"]), json!([]));
    let said = home.es(&["backups", "99001"]);
    assert!(said.code == 0 && said.out.contains("no tiene respaldos todavía"), "{}", said.out);
}
