//! `tep students`: the figures that a list in another program rests on, and what a person reads.

use serde_json::{Value, json};

use crate::bench::{Home, keys};

/// A school with one student per pair of days attended and held in April 2022, in courses of the order of the pairs.
fn with(days: &[(u32, u32)]) -> Home {
    let students: Vec<Value> = (1..)
        .zip(days)
        .map(|(at, (attended, held))| {
            json!({
                "id": format!("01701d5b-0000-7000-8000-{at:012}"),
                "course": format!("{at}B-A"),
                "given_names": "Zenobia",
                "paternal_surname": "Inventada",
                "attendance": { "2022-04": [attended, held] },
            })
        })
        .collect();
    written(&json!(students), &json!([]))
}

fn written(students: &Value, contacts: &Value) -> Home {
    let home = Home::new();
    let book = json!({
        "format": "tep-notebook", "version": 1, "id": "01701d5b-0000-7000-8000-000000000001",
        "school": { "rbd": 99001, "name": "Escuela Inventada", "invented": true, "capacity": 2 },
        "students": students, "contacts": contacts,
    });
    home.write("data/99001-escuela.tep.json", &book.to_string());
    home
}

/// The students of a list, by course.
fn by_course(home: &Home, more: &[&str]) -> Vec<Value> {
    let args = [&["students", "99001", "--json", "--as-of", "2022-05-02"], more].concat();
    let mut all = home.json(&args).as_array().unwrap().clone();
    all.sort_by_key(|student| student["course"].as_str().unwrap().to_owned());
    all
}

#[test]
fn the_names_of_the_json_are_a_contract() {
    let home = with(&[(45, 60)]);
    let student = &by_course(&home, &[])[0];
    let names = [
        "at_edge",
        "attended",
        "band",
        "code",
        "course",
        "days_to_recover",
        "flags",
        "followed_up",
        "held",
        "id",
        "in_list",
        "last_contact",
        "next_date",
        "percent",
        "status",
    ];
    assert_eq!(keys(student), names);
    assert_eq!(keys(&student["flags"][0]), ["date", "rule", "source", "threshold", "value"]);
    let flag = json!({
        "rule": "attendance_lt_85", "value": 75.0, "threshold": 85, "date": "2022-04-30",
        "source": "Mineduc, reportes de asistencia desde 2023",
    });
    assert_eq!(student["flags"][0].to_string().replace("75.00", "75.0"), flag.to_string());
    assert_eq!((&student["status"], &student["in_list"]), (&json!("enrolled"), &json!(true)));
}

#[test]
fn bands_and_days_to_recover_are_those_of_the_reference() {
    let home = with(&[(45, 60), (84, 100), (31, 37), (17, 20), (85, 100), (160, 188), (16, 20), (159, 188)]);
    let days: Vec<Value> = by_course(&home, &[]).iter().map(|student| student["days_to_recover"].clone()).collect();
    assert_eq!(days, [40, 7, 3, 0, 0, 0, 7, 6].map(Value::from));
    let edge: Vec<Value> = by_course(&home, &[]).iter().map(|student| student["at_edge"].clone()).collect();
    assert_eq!(edge, [false, false, false, true, true, true, false, false].map(Value::from));

    let cuts = [(9_000, "esperada"), (8_999, "reiterada"), (8_500, "reiterada"), (8_499, "grave"), (5_000, "grave")];
    let home = with(&[&cuts.map(|(attended, _)| (attended, 10_000))[..], &[(4_999, 10_000)]].concat());
    let bands: Vec<String> =
        by_course(&home, &[]).iter().map(|student| student["band"].as_str().unwrap().to_owned()).collect();
    assert_eq!(bands, [&cuts.map(|(_, band)| band)[..], &["critica"]].concat());
}

#[test]
fn the_other_scale_names_other_bands_and_flags_the_same_students() {
    let home = with(&[(97, 100), (90, 100), (85, 100), (84, 100)]);
    let of = |scale| {
        let all = by_course(&home, &["--scale", scale]);
        let bands: Vec<String> = all.iter().map(|student| student["band"].as_str().unwrap().to_owned()).collect();
        (bands, all.iter().map(|student| student["flags"].clone()).collect::<Vec<_>>())
    };
    assert_eq!(of("agencia").0, ["destacada", "normal", "reiterada", "grave"]);
    assert_eq!(of("mineduc").0, ["esperada", "esperada", "reiterada", "grave"]);
    assert_eq!(of("agencia").1, of("mineduc").1);
}

#[test]
fn a_percent_has_two_decimals_and_what_is_not_known_is_null() {
    let home = with(&[(9, 10), (0, 0)]);
    let all = by_course(&home, &[]);
    assert_eq!(all[0]["percent"].to_string(), "90.00");
    for name in ["percent", "attended", "held", "days_to_recover", "last_contact", "next_date"] {
        assert_eq!(all[1][name], Value::Null, "{name}");
    }
    assert_eq!(all[1]["band"], "sin_informacion");
    assert_eq!(all[1]["flags"][0]["rule"], "attendance_unknown");
}

#[test]
fn the_list_is_cut_at_the_capacity_and_flagged_ones_are_those_with_a_flag() {
    let home = with(&[(9, 20), (12, 20), (13, 20), (20, 20)]);
    let of = |more: &[&str]| -> Vec<bool> {
        let args = [&["students", "99001", "--json", "--as-of", "2022-05-02"], more].concat();
        home.json(&args).as_array().unwrap().iter().map(|student| student["in_list"].as_bool().unwrap()).collect()
    };
    assert_eq!(of(&[]), [true, true, false, false]);
    assert_eq!(of(&["--flagged"]), [true, true, false]);
    let page = home.es(&["students", "99001", "--as-of", "2022-05-02"]).out;
    for told in [
        "Lista priorizada (podemos seguir a 2): 2",
        "Con señal y fuera de lo que el equipo alcanza a seguir (1): 1",
        "Sin señal: 1",
        "escala Mineduc",
        "miren el curso, no sólo la lista",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
}

#[test]
fn as_of_a_day_nothing_is_known_that_came_later() {
    let id = "01701d5b-0000-7000-8000-000000000061";
    let student = json!([{
        "id": id, "course": "7B-A", "attendance": { "2022-04": [19, 20], "2022-05": [2, 20] },
        "history": [{ "status": "enrolled" }, { "status": "withdrawn", "since": "2022-06-10" }],
    }]);
    let contact = json!([{
        "id": "01701d5b-0000-7000-8000-000000000071", "student": id, "on": "2022-05-20", "kind": "call",
        "with": "guardian", "result": "reached", "next": "2022-05-27",
    }]);
    let home = written(&student, &contact);
    let of = |day: &str| home.json(&["students", "99001", "--json", "--as-of", day])[0].clone();
    let april = of("2022-04-30");
    assert_eq!(
        (&april["attended"], &april["last_contact"], &april["followed_up"]),
        (&json!(19), &json!(null), &json!(false))
    );
    let may = of("2022-05-31");
    assert_eq!(
        (&may["attended"], &may["last_contact"], &may["followed_up"]),
        (&json!(21), &json!("2022-05-20"), &json!(true))
    );
    assert_eq!((&may["next_date"], &may["status"]), (&json!("2022-05-27"), &json!("enrolled")));
    let june = of("2022-06-10");
    assert_eq!((&june["status"], &june["flags"], &june["in_list"]), (&json!("withdrawn"), &json!([]), &json!(false)));
}

#[test]
fn neither_page_nor_json_says_a_name() {
    let home = with(&[(9, 20), (20, 20)]);
    for args in [&["students", "99001"][..], &["students", "99001", "--json"]] {
        let out = home.tep(args).out;
        assert!(!out.contains("Zenobia") && !out.contains("Inventada,"), "{out}");
    }
}

#[test]
fn a_day_or_a_scale_that_does_not_exist_is_said_in_a_sentence() {
    let home = with(&[(9, 20)]);
    for args in [["--as-of", "2022-02-30"], ["--as-of", "mayo"], ["--scale", "europea"]] {
        let said = home.es(&[&["students", "99001"], &args[..]].concat());
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.contains(args[1]) && said.err.lines().count() == 1, "{}", said.err);
    }
    let same = |day| home.tep(&["students", "99001", "--json", "--as-of", day]).out;
    assert_eq!(same("2022-05-02"), same("02-05-2022"));
}
