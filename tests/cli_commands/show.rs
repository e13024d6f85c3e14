//! `tep show`: what other programs rely on, and what nobody may see unasked.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::bench::{Home, keys};

/// The file of the largest practice school.
fn saved(home: &Home) -> Value {
    let path = home.path("data/practica/99001-liceo-los-ulmos.tep.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn texts<'v>(items: &'v Value, field: &str) -> Vec<&'v str> {
    items.as_array().unwrap().iter().filter_map(|item| item[field].as_str()).collect()
}

#[test]
fn the_names_of_the_json_are_a_contract() {
    let home = Home::with_practice();
    let shown = home.json(&["show", "99001-9", "--json"]);
    assert_eq!(keys(&shown), ["actions", "cycles", "learnings", "name", "rbd", "students"]);
    assert_eq!((&shown["rbd"], &shown["name"]), (&99001.into(), &"Liceo Los Ulmos".into()));
    let students = shown["students"].as_array().unwrap();
    assert_eq!(students.len(), 962);
    let bands = ["esperada", "reiterada", "grave", "critica", "sin_informacion"];
    for student in students {
        assert_eq!(keys(student), ["attendance", "band", "code", "course", "id"]);
        assert!(bands.contains(&student["band"].as_str().unwrap()), "{student}");
        for (month, days) in student["attendance"].as_object().unwrap() {
            assert!(month.len() == 7 && month.starts_with("202"), "{month}");
            assert_eq!(keys(days), ["attended", "held"]);
        }
    }
    let ids = texts(&shown["students"], "id");
    assert!(ids.is_sorted());
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 962);
    let saved = saved(&home);
    for part in ["cycles", "actions", "learnings"] {
        assert_eq!(shown[part].as_array().unwrap().len(), saved[part].as_array().unwrap().len(), "{part}");
        assert!(shown[part][0]["id"].is_string());
    }
    assert_eq!(shown["cycles"][0]["number"], 1);
}

#[test]
fn the_band_is_that_of_the_days_of_the_last_school_year_with_data() {
    let home = Home::with_practice();
    let shown = home.json(&["show", "99001", "--json"]);
    let mut seen = BTreeSet::new();
    for student in shown["students"].as_array().unwrap() {
        let days = student["attendance"].as_object().unwrap().iter().filter(|(month, _)| month.starts_with("2021"));
        let sum = |field: &str| days.clone().map(|(_, days)| days[field].as_u64().unwrap()).sum::<u64>();
        let (attended, held) = (sum("attended"), sum("held"));
        let expected = match () {
            () if held == 0 => "sin_informacion",
            () if attended * 100 >= held * 90 => "esperada",
            () if attended * 100 >= held * 85 => "reiterada",
            () if attended * 100 >= held * 50 => "grave",
            () => "critica",
        };
        assert_eq!(student["band"], expected, "{student}");
        seen.insert(expected);
    }
    assert_eq!(seen.len(), 5);
}

#[test]
fn the_same_notebook_gives_the_same_bytes() {
    let home = Home::with_practice();
    let show = || home.tep(&["show", "99001", "--json"]).out;
    let first = show();
    assert_eq!(show(), first);
    assert_eq!(home.es(&["show", "99001", "--json"]).out, first);
}

#[test]
fn nobody_sees_a_name_a_run_or_a_note_unasked() {
    let home = Home::with_practice();
    let saved = saved(&home);
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let mut secret = BTreeSet::new();
    for field in ["given_names", "paternal_surname", "maternal_surname"] {
        secret.extend(texts(&saved["students"], field).into_iter().flat_map(&words));
    }
    let runs: Vec<&str> = texts(&saved["students"], "run");
    let notes: Vec<&str> = texts(&saved["contacts"], "note");
    assert!(secret.len() > 30 && runs.len() > 900 && !notes.is_empty());
    for args in [&["show", "99001"][..], &["show", "99001", "--json"], &["list"], &["list", "--json"]] {
        let said = home.es(args);
        let shown = words(&said.out);
        // A surname may be a word or the name of a place: what the team wrote down is theirs.
        let written: BTreeSet<String> = ["school", "cycles", "actions", "learnings"]
            .iter()
            .flat_map(|part| words(&saved[part].to_string()))
            .collect();
        let leaked: Vec<_> = secret.iter().filter(|name| shown.contains(*name) && !written.contains(*name)).collect();
        assert!(leaked.is_empty(), "{args:?}: {leaked:?}");
        assert!(runs.iter().all(|run| !said.out.contains(run)), "{args:?}");
        assert!(notes.iter().all(|note| !said.out.contains(note)), "{args:?}");
    }
}

#[test]
fn names_are_shown_to_whoever_asks_for_them() {
    let home = Home::with_practice();
    let saved = saved(&home);
    let shown = home.json(&["show", "99001", "--json", "--names"]);
    for (shown, saved) in shown["students"].as_array().unwrap().iter().zip(saved["students"].as_array().unwrap()) {
        assert_eq!(shown["id"], saved["id"]);
        for field in ["given_names", "paternal_surname", "maternal_surname", "run"] {
            assert_eq!(shown.get(field), Some(&saved[field]), "{field}");
        }
    }
    let page = home.es(&["show", "99001", "--names"]).out;
    let named = texts(&saved["students"], "paternal_surname").into_iter().filter(|name| page.contains(name)).count();
    assert!(named >= 20 && page.contains("RUN"), "{page}");
}

#[test]
fn a_page_reads_in_both_languages() {
    let home = Home::with_practice();
    let es = home.es(&["show", "ulmos"]).out;
    let en = home.tep(&["show", "ulmos"]).out;
    for (page, words) in [
        (
            es,
            [
                "DATOS INVENTADOS",
                "962 estudiantes",
                "Asistencia 2021: esperada",
                "Desafío:",
                "Acciones del ciclo",
                "paso 3 de 5",
            ],
        ),
        (
            en,
            [
                "INVENTED DATA",
                "962 students",
                "Attendance 2021: esperada (expected)",
                "Challenge:",
                "Actions of the cycle",
                "step 3 of 5",
            ],
        ),
    ] {
        for word in words {
            assert!(page.contains(word), "{word}: {page}");
        }
        assert!(page.lines().count() < 60, "{page}");
    }
}

#[test]
fn a_school_that_is_not_found_or_not_the_only_one_is_said() {
    let home = Home::with_practice();
    for (school, es, en) in [
        ("99999", "No hay un cuaderno de «99999»", "There is no notebook of “99999”"),
        ("liceo", "puede ser más de una escuela: 99001-9 Liceo Los Ulmos; 99004-3", "may be more than one school"),
    ] {
        let said = home.es(&["show", school]);
        assert_eq!((said.code, said.out.as_str()), (1, ""));
        assert!(said.err.contains(es), "{}", said.err);
        assert!(home.tep(&["show", school]).err.contains(en));
    }
    let file = home.path("data/practica/99002-escuela-el-boldo.tep.json");
    assert_eq!(home.json(&["show", file.to_str().unwrap(), "--json"])["rbd"], 99002);
}
