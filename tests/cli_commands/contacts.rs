//! `tep contacts`: the figures that another program takes from it, and what a person reads.

use serde_json::{Value, json};

use crate::bench::{Home, INVENTED, keys};

/// Three students in two courses; one of the first was reached twice, a call to the other rang, and work was reviewed.
fn home() -> Home {
    let id = |at: usize| format!("01701d5b-0000-7000-8000-{at:012}");
    let student = |at: usize, course: &str| json!({ "id": id(at), "course": course, "given_names": "Zenobia" });
    let contact = |at: usize, who: usize, on: &str, kind: &str, result: &str| {
        json!({
            "id": id(at), "student": id(who), "on": on, "kind": kind, "with": "guardian", "result": result,
            "note": "secreto",
        })
    };
    let book = json!({
        "format": "tep-notebook", "version": 1, "id": id(99),
        "school": { "rbd": 99001, "name": "Escuela Inventada", "invented": true },
        "students": [student(1, "7B-A"), student(2, "7B-A"), student(3, "1M-A")],
        "contacts": [
            contact(11, 1, "2022-05-02", "call", "reached"),
            contact(12, 1, "2022-05-01", "visit", "reached"),
            contact(13, 2, "2022-04-19", "call", "no_answer"),
            contact(14, 2, "2022-04-18", "call", "reached"),
            contact(15, 3, "2022-05-02", "review_of_work", "partly_handed_in"),
        ],
    });
    let home = Home::new();
    home.write(INVENTED, &book.to_string());
    home
}

fn asked(more: &[&str]) -> Value {
    home().json(&[&["contacts", "99001", "--json", "--as-of", "2022-05-02"], more].concat())
}

#[test]
fn the_names_of_the_json_are_a_contract() {
    let of = asked(&[]);
    let names = [
        "all",
        "courses",
        "enrolled",
        "from",
        "kinds",
        "percent_hundredths",
        "reached",
        "records_of_gone",
        "results",
        "reviews_of_work",
        "rule",
        "to",
    ];
    assert_eq!(keys(&of), names);
    assert_eq!(keys(&of["courses"][0]), ["course", "enrolled", "reached", "records", "students", "students_reached"]);
    assert_eq!(of["rule"], json!({ "id": "contact_rate", "threshold": 14, "unit": "calendar_days", "source": "TEP" }));
}

#[test]
fn a_student_counts_once_and_a_course_without_contact_is_there() {
    let of = asked(&[]);
    assert_eq!((&of["from"], &of["to"]), (&json!("2022-04-19"), &json!("2022-05-02")));
    assert_eq!((&of["reached"], &of["enrolled"], &of["percent_hundredths"]), (&json!(1), &json!(3), &json!(3333)));
    let courses = of["courses"].as_array().unwrap();
    let course = |at: usize| [&courses[at]["course"], &courses[at]["records"], &courses[at]["students_reached"]];
    assert_eq!(course(0), [&json!("7B-A"), &json!(3), &json!(1)]);
    assert_eq!(course(1), [&json!("1M-A"), &json!(0), &json!(0)]);
    assert_eq!(of["reviews_of_work"][1], json!({ "result": "partly_handed_in", "records": 1, "students": 1 }));
    assert_eq!(asked(&["--days", "15"])["reached"], 2);
}

#[test]
fn the_page_says_both_numbers_the_rule_and_no_name_nor_note() {
    let home = home();
    for (lang, words) in [
        ("es", ["Tasa de contacto: 1 de 3 (33,3 %)", "Fuente: TEP", "nadie", "entregados en parte"]),
        ("en", ["Contact rate: 1 of 3 (33.3%)", "Source: TEP", "nobody", "partly handed in"]),
    ] {
        let said = home.tep(&["contacts", "99001", "--as-of", "2022-05-02", "--lang", lang]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(words.iter().all(|word| said.out.contains(word)), "{}", said.out);
        assert!(!said.out.contains("Zenobia") && !said.out.contains("secreto"), "{}", said.out);
        assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
    }
}
