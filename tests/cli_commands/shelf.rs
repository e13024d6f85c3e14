//! `tep list` and `tep new`.

use std::fs;

use serde_json::json;
use tep_notebook::{
    notebook::{
        cycle::Step,
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    store::journal::Act,
};
use unicode_width::UnicodeWidthStr;

use crate::{
    bench::{Home, INVENTED, files, keys},
    keeping::after,
};

#[test]
fn a_new_school_is_on_the_list() {
    let home = Home::new();
    let made = home.es(&["new", "12669-1", "--name", "Escuela Ñandú de Peñalolén", "--commune", "Peñalolén"]);
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    assert!(made.out.contains("12669-escuela-nandu-de-penalolen.tep.json"), "{}", made.out);
    assert!(home.tep(&["new", "458", "--name", "Liceo"]).out.starts_with("The notebook of Liceo (458-8) is ready"));
    let list = home.json(&["list", "--json"]);
    assert_eq!(
        list,
        json!([
            { "rbd": 458, "name": "Liceo", "students": 0, "cycle": null, "step": null, "invented": false },
            { "rbd": 12669, "name": "Escuela Ñandú de Peñalolén", "students": 0, "cycle": null, "step": null,
              "invented": false },
        ])
    );
    assert_eq!(keys(&list[0]), ["cycle", "invented", "name", "rbd", "step", "students"]);
}

#[test]
fn a_mistyped_rbd_makes_nothing() {
    let home = Home::new();
    for (rbd, es, en) in [
        ("12669-4", "El dígito 4 no es el del RBD 12669, que sería 1", "would be 1"),
        ("doce", "no es un RBD", "is not an RBD"),
        ("123456", "entre una y cinco cifras", "one to five digits"),
    ] {
        let said = home.es(&["new", rbd, "--name", "Liceo"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains(es), "{}", said.err);
        assert!(home.tep(&["new", rbd, "--name", "Liceo"]).err.contains(en));
    }
    assert_eq!(home.tep(&["new", "12669", "--name", "  "]).code, 2);
    assert!(files(&home.path("data")).is_empty());
}

#[test]
fn a_school_has_one_notebook() {
    let home = Home::new();
    assert_eq!(home.tep(&["new", "12669", "--name", "Liceo"]).code, 0);
    let before = files(&home.path("data"));
    let said = home.es(&["new", "12669", "--name", "Otro"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Ya hay un cuaderno de esa escuela"), "{}", said.err);
    assert_eq!(files(&home.path("data")), before);
}

#[test]
fn an_empty_folder_says_how_to_begin() {
    let home = Home::new();
    assert_eq!(home.json(&["list", "--json"]), json!([]));
    let said = home.es(&["list"]);
    assert!(said.code == 0 && said.out.contains("tep import ARCHIVO --create"), "{}", said.out);
    assert!(home.tep(&["list"]).out.contains("tep import FILE --create"));
}

#[test]
fn columns_stand_straight_whatever_the_accents() {
    let home = Home::with_practice();
    let said = home.es(&["list"]);
    let lines: Vec<&str> = said.out.lines().collect();
    let column = |line: &str, word: &str| line.split_once(word).unwrap().0.width();
    assert_eq!(column(lines[0], "Ciclo"), column(lines[3], " 3  5 Apr") - 3, "{}", said.out);
    assert!(lines[1].starts_with("99001-9  Liceo Los Ulmos"), "{}", said.out);
    assert!(said.out.ends_with("\n12 escuelas · 5.068 estudiantes · DATOS INVENTADOS\n"), "{}", said.out);
    assert!(home.tep(&["list"]).out.ends_with("\n12 schools · 5,068 students · INVENTED DATA\n"));
}

#[test]
fn a_damaged_notebook_is_named_and_the_others_are_listed() {
    let home = Home::new();
    assert_eq!(home.tep(&["new", "12669", "--name", "Liceo"]).code, 0);
    home.write("data/99004-rota.tep.json", "{\n\"format\": \"tep-notebook\",\n\"version\" 1");
    let said = home.es(&["list", "--json"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("99004-rota.tep.json está dañado en la línea 3"), "{}", said.err);
    let list: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 1);
    let said = home.tep(&["list"]);
    assert!(said.code == 1 && said.out.contains("Liceo") && said.err.contains("is damaged at line 3"));
    let said = home.tep(&["show", "99004"]);
    assert!(said.code == 1 && said.out.is_empty() && said.err.contains("is damaged at line 3"), "{}", said.err);
}

#[test]
fn another_folder_is_named_by_option_or_variable() {
    let home = Home::new();
    assert_eq!(home.tep(&["new", "12669", "--name", "A", "--dir", "stick"]).code, 0);
    assert!(home.path("stick/12669-a.tep.json").is_file());
    let listed = |variable: &str, args: &[&str]| {
        let output = home.command(args).env("TEP_DIR", variable).output().unwrap();
        crate::bench::said(&output).out
    };
    assert!(listed("stick", &["list"]).contains("12669-1"));
    assert!(!listed("stick", &["list", "--dir", "elsewhere"]).contains("12669-1"));
    assert!(!listed("", &["list"]).contains("12669-1"));
}

#[test]
fn a_folder_that_cannot_be_read_ends_with_three() {
    let home = Home::new();
    home.write("file", "");
    for args in [&["list"][..], &["show", "12669"], &["new", "12669", "--name", "A"], &["demo", "--no-open"]] {
        let said = home.es(&[args, &["--dir", "file"]].concat());
        assert_eq!((said.code, said.out.as_str()), (3, ""), "{args:?} {}", said.err);
        assert!(said.err.contains("file: no es una carpeta.") && said.err.contains("--dir"), "{}", said.err);
    }
    assert_eq!(fs::read(home.path("file")).unwrap(), b"");
}

#[test]
fn what_a_killed_program_had_saved_is_listed_and_shown() {
    let home = Home::with_invented();
    let mut killed = home.keeper();
    let mut cycle = killed.notebook().open_cycle().unwrap().clone();
    let before = cycle.clone();
    cycle.step = Step::Learnings;
    cycle.challenge.text = SafeText::note("Que cada familia conteste");
    let edit = Edit::one(Deed::WriteChallenge, Change::replace(before, cycle));
    killed.commit(Act::Do, edit, after(1)).unwrap();
    drop(killed);
    let file = fs::read_to_string(home.path(INVENTED)).unwrap();
    assert!(!file.contains("Que cada familia conteste"), "only the journal has it");
    let before = files(&home.path("data"));
    assert_eq!(home.json(&["list", "--json"])[0]["step"], 5);
    assert!(home.es(&["list"]).out.contains("5 Aprendizajes"));
    assert!(home.es(&["show", "99001"]).out.contains("Desafío: Que cada familia conteste"));
    assert!(home.tep(&["show", "99001", "--json"]).out.contains("Que cada familia conteste"));
    assert_eq!(files(&home.path("data")), before, "who only looks writes nothing");
}
