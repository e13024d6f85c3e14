//! `tep cycle` and `tep compare`: what a school shows another one about what it tried.

use serde_json::{Value, json};

use crate::bench::{Home, keys};

/// Two cycles of an invented school: of twenty students, four are reached in the first and fifteen in the second.
fn two_cycles() -> Home {
    let student = |at: usize| {
        json!({
            "id": format!("01701d5b-0000-7000-8000-{at:012}"), "course": "7B-A",
            "given_names": "Zenobia", "paternal_surname": "Inventada",
            "attendance": { "2022-04": [if at <= 8 { 10 } else { 20 }, 20], "2022-09": [if at <= 4 { 10 } else { 20 }, 20] },
        })
    };
    let contact = |at: usize, student: usize, on: &str| {
        json!({
            "id": format!("01701d5b-0000-7000-8000-{:012}", 100 + at),
            "student": format!("01701d5b-0000-7000-8000-{student:012}"),
            "on": on, "kind": "call", "with": "guardian", "result": "reached",
        })
    };
    let first = (1..=4).map(|at| contact(at, at, "2022-07-01"));
    let second = (1..=15).map(|at| contact(10 + at, at, "2022-11-20"));
    let theory = |if_we: &str| json!({ "if": if_we, "then": "vuelven antes", "because": "se sienten esperados", "sign": "menos ausencias" });
    let limits = json!({ "scale": "mineduc", "grave_below": 85, "critical_below": 50 });
    let book = json!({
        "format": "tep-notebook", "version": 1, "id": "01701d5b-0000-7000-8000-0000000000ff",
        "school": { "rbd": 99001, "name": "Escuela Inventada", "invented": true },
        "students": (1..=20).map(student).collect::<Vec<_>>(),
        "contacts": first.chain(second).collect::<Vec<_>>(),
        "cycles": [
            { "id": "01701d5b-0000-7000-8000-0000000000a1", "number": 1, "opened": "2022-03-15", "step": "learnings",
              "challenge": { "text": "Lunes vacíos", "urgent": "yes", "urgent_because": "faltan 8 de 20" },
              "theory": theory("llamamos el mismo día"),
              "closing": { "on": "2022-07-08", "fate": "adjusted", "reason": "faltaba visitar", "thresholds": limits } },
            { "id": "01701d5b-0000-7000-8000-0000000000a2", "number": 2, "name": "Que nadie falte",
              "opened": "2022-08-01", "step": "learnings", "theory": theory("llamamos y visitamos el mismo día"),
              "closing": { "on": "2022-11-25", "fate": "maintained", "reason": "sirvió", "thresholds": limits } },
        ],
        "actions": [
            { "id": "01701d5b-0000-7000-8000-0000000000b1", "cycle": "01701d5b-0000-7000-8000-0000000000a1",
              "what": "Llamar", "kind": "contact_bonding", "state": { "done": { "on": "2022-05-02" } },
              "scope": "school", "decided": { "on": "2022-07-08", "fate": "adopt" } },
            { "id": "01701d5b-0000-7000-8000-0000000000b2", "cycle": "01701d5b-0000-7000-8000-0000000000a1",
              "what": "Bus", "kind": "other", "state": "planned", "scope": "slep", "due": "2022-06-01",
              "adjustments": [{ "on": "2022-05-20", "was": "Furgón", "reason": "no hay" }] },
        ],
        "learnings": [
            { "id": "01701d5b-0000-7000-8000-0000000000c1", "cycle": "01701d5b-0000-7000-8000-0000000000a1",
              "on": "2022-07-01", "statement": "Llamar en la tarde sirve", "quote": "Ahora contestan",
              "voice": "school_team", "theme": "clear_methodology", "other_themes": ["familias"] },
        ],
    });
    let home = Home::new();
    home.write("data/99001-escuela.tep.json", &book.to_string());
    home
}

#[test]
fn the_names_of_a_cycle_are_a_contract() {
    let home = two_cycles();
    let cycle = home.json(&["cycle", "99001", "--number", "1", "--json"]);
    let (theory, actions) = (&cycle["theory"], &cycle["actions"]);
    assert_eq!((&theory["fate"], &theory["if"]), (&json!("adjusted"), &json!("llamamos el mismo día")));
    let criteria = cycle["challenge"]["criteria"].as_array().unwrap();
    assert_eq!(criteria[0], json!({ "criterion": "urgent", "answer": "yes", "evidence": "faltan 8 de 20" }));
    assert_eq!(criteria[1]["answer"], "open", "what nobody has said is not a no");
    assert_eq!(
        actions["by_status"],
        json!({ "planned": 1, "doing": 0, "done": 1, "dropped": 0, "adjusted": 1 }),
        "an adjusted action is counted by its state too"
    );
    assert_eq!(actions["by_fate"], json!({ "adopt": 1, "adapt": 0, "abandon": 0, "open": 1 }));
    assert_eq!(actions["by_scope"], json!({ "school": 1, "slep": 1, "other": 0, "not_said": 0 }));
    assert_eq!((&actions["overdue"], &actions["total"]), (&json!(1), &json!(2)));
    assert_eq!(cycle["learnings"][0]["themes"], json!(["clear_methodology", "familias"]));
    for indicator in cycle["indicators"].as_array().unwrap() {
        assert_eq!(keys(indicator), ["high", "low", "n", "name", "source", "value"]);
    }
    let named = |name: &str| indicator(&cycle, name);
    let of = |indicator: &Value| ["value", "low", "high", "n"].map(|part| indicator[part].to_string());
    assert_eq!(of(&named("attendance")), ["80.00", "null", "null", "20"], "days of one student hang together");
    assert_eq!(of(&named("attendance_lt_85"))[0], "40.00");
    assert_eq!(of(&named("contact_rate")), ["20.00", "8.07", "41.60", "20"]);
}

/// A page as one line, however it was broken.
fn unwrapped(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn indicator(cycle: &Value, name: &str) -> Value {
    let all = cycle["indicators"].as_array().unwrap();
    all.iter().find(|indicator| indicator["name"] == name).unwrap().clone()
}

#[test]
fn without_a_number_the_last_cycle_is_shown_and_without_a_cycle_it_is_said() {
    let home = two_cycles();
    assert_eq!(home.json(&["cycle", "99001", "--json"])["number"], 2);
    let none = home.es(&["cycle", "99001", "--number", "7"]);
    assert!(none.code == 1 && none.err.contains("No hay un ciclo 7"), "{}", none.err);
    let page = unwrapped(&home.es(&["cycle", "99001", "--number", "1"]).out);
    for part in
        ["Teoría de acción · ajustada: faltaba visitar", "SI llamamos", "«Ahora contestan»", "adoptar 1", "n = 20"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Zenobia"), "{page}");
}

#[test]
fn an_open_cycle_is_the_same_on_every_day_when_the_day_is_named() {
    let home = Home::new();
    assert_eq!(home.tep(&["demo", "--no-open"]).code, 0);
    let of = |day: &str| home.json(&["cycle", "99002", "--as-of", day, "--json"]);
    let cycle = of("2021-06-28");
    assert_eq!((&cycle["theory"]["fate"], &cycle["until"]), (&json!("open"), &json!("2021-06-28")));
    assert!(cycle["actions"]["overdue"].as_u64() > of("2021-03-20")["actions"]["overdue"].as_u64());
    assert_eq!(of("2021-06-28"), cycle);
    let tree = home.es(&["cycle", "99002", "--drivers", "text"]).out;
    let drivers = cycle["drivers"].as_array().unwrap();
    assert!(drivers.len() > 2 && tree.lines().count() >= drivers.len(), "{tree}");
    assert!(home.es(&["cycle", "99002", "--drivers", "dot"]).out.starts_with("digraph"));
    let never = home.es(&["cycle", "99002", "--as-of", "31-31-2021"]);
    assert!(never.code == 2 && !never.err.is_empty(), "{}", never.err);
}

#[test]
fn a_school_that_has_not_begun_says_so_and_one_without_words_says_null_and_open() {
    let home = Home::new();
    let book = |cycles: Value| {
        json!({
            "format": "tep-notebook", "version": 1, "id": "01701d5b-0000-7000-8000-0000000000ff",
            "school": { "rbd": 99001, "name": "Escuela Inventada", "invented": true }, "cycles": cycles,
        })
    };
    home.write("data/99001-escuela.tep.json", &book(json!([])).to_string());
    for args in [["cycle", "99001"].as_slice(), &["cycle", "99001", "--json"], &["compare", "99001", "1", "2"]] {
        let none = home.es(args);
        assert!(none.code == 1 && none.out.is_empty() && none.err.contains("ciclo"), "{args:?}: {}", none.err);
    }
    let empty = json!([{ "id": "01701d5b-0000-7000-8000-0000000000a1", "number": 1, "opened": "2022-03-15", "step": "infographic" }]);
    home.write("data/99001-escuela.tep.json", &book(empty).to_string());
    let cycle = home.json(&["cycle", "99001", "--as-of", "2022-05-01", "--json"]);
    assert_eq!((&cycle["theory"]["fate"], &cycle["completeness"]), (&json!("open"), &json!(0)));
    for indicator in cycle["indicators"].as_array().unwrap() {
        assert_eq!((&indicator["value"], &indicator["n"]), (&Value::Null, &json!(0)), "{indicator}");
    }
}

#[test]
fn two_cycles_differ_by_words_and_by_points_with_what_may_be_chance() {
    let home = two_cycles();
    let both = home.json(&["compare", "99001", "1", "2", "--json"]);
    let words: Vec<(&str, &str)> = both["theory_diff"]["if"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| (piece["change"].as_str().unwrap(), piece["text"].as_str().unwrap().trim()))
        .collect();
    assert_eq!(words, [("same", "llamamos"), ("added", "y visitamos"), ("same", "el mismo día")]);
    let of = |name: &str| {
        let all = both["differences"].as_array().unwrap();
        all.iter().find(|difference| difference["name"] == name).unwrap().clone()
    };
    let reached = of("contact_rate");
    assert_eq!(reached["points"].to_string(), "55.00");
    assert!(reached["low"].as_f64().unwrap() > 20.0 && reached["high"].as_f64().unwrap() < 75.0, "{reached}");
    assert_eq!(of("attendance")["low"], Value::Null, "days of one student hang together");
    let page = unwrapped(&home.es(&["compare", "99001", "1", "2"]).out);
    for part in ["llamamos {+y visitamos +}el mismo día", "+55,0 puntos", "puede ser azar", "no dice por qué"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let same = home.json(&["compare", "99001", "2", "2", "--json"]);
    let differences = same["differences"].as_array().unwrap();
    let none = |points: &Value| points.is_null() || points.as_f64() == Some(0.0);
    assert!(differences.iter().all(|one| none(&one["points"])), "{differences:?}");
}

#[test]
fn themes_and_evidence_are_told_by_name_beside_their_codes() {
    let home = two_cycles();
    let file = "data/99001-escuela.tep.json";
    let seen_in = r#""theme":"clear_methodology","seen_in":{"action":"01701d5b-0000-7000-8000-0000000000b1"}"#;
    let text = std::fs::read_to_string(home.path(file)).unwrap();
    home.write(file, &text.replace(r#""theme":"clear_methodology""#, seen_in));
    home.write("data/temas.txt", "familias: Trabajo con familias | Work with families\n");
    let learning = &home.json(&["cycle", "99001", "--number", "1", "--json", "--lang", "es"])["learnings"][0];
    assert_eq!(learning["theme_names"], json!(["metodología clara y estructurada", "Trabajo con familias"]));
    assert_eq!(learning["seen_in_name"], "la acción «Llamar»");
    let compared = home.json(&["compare", "99001", "1", "2", "--json", "--lang", "en"]);
    assert_eq!(compared["first"]["learnings"][0]["theme_names"][1], "Work with families");
    let actions = compared["first"]["actions"]["items"].as_array().unwrap();
    let action = actions.iter().find(|action| action["id"] == learning["seen_in"]["action"]);
    assert_eq!(action.unwrap()["what"], "Llamar");
    for args in [&["cycle", "99001", "--number", "1"][..], &["compare", "99001", "1", "2"]] {
        let page = unwrapped(&home.es(args).out);
        let told = "equipo · metodología clara y estructurada, Trabajo con familias · Se ve en: la acción «Llamar»";
        assert!(page.contains(told), "{args:?}: {page}");
    }
}
