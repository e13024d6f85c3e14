//! `tep worksheet`: what lies on the table of a meeting.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::bench::Home;

/// The sheet of a step in a language; no line may be wider than the paper.
fn sheet(home: &Home, lang: &str, step: &str, more: &[&str]) -> String {
    let said = home.tep(&[&["worksheet", "99001", "--step", step, "--lang", lang], more].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    let wide: Vec<&str> = said.out.lines().filter(|line| line.width() > 80).collect();
    assert!(wide.is_empty(), "{wide:#?}");
    said.out
}

fn practice() -> Home {
    let home = Home::new();
    assert_eq!(home.tep(&["demo", "--no-open"]).code, 0);
    home
}

/// A page as one line, however it was broken.
fn one_line(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Something that the team wrote in a step.
fn written(cycle: &Value, step: &str) -> String {
    let said = match step {
        "1" => &cycle["observation"],
        "2" => &cycle["theory"]["sign"],
        "3" => &cycle["review"]["observed"],
        "4" => &cycle["actions"]["items"][0]["what"],
        _ => &cycle["learnings"][0]["statement"],
    };
    one_line(said.as_str().unwrap())
}

#[test]
fn a_sheet_of_every_step_fits_on_the_paper_in_both_languages_and_has_lines_to_write_on() {
    let home = practice();
    let cycle = home.json(&["cycle", "99001", "--number", "1", "--json"]);
    for lang in ["es", "en"] {
        for step in ["1", "2", "3", "4", "5"] {
            let blank = sheet(&home, lang, step, &["--blank"]);
            assert!(blank.matches("______").count() > 5 && !blank.contains("[x]"), "{blank}");
            let filled = one_line(&sheet(&home, lang, step, &["--number", "1"]));
            let (blank, written) = (one_line(&blank), written(&cycle, step));
            assert!(filled.contains(&written) && !blank.contains(&written), "{written}: {filled}");
        }
    }
}

#[test]
fn what_the_team_wrote_stands_on_its_sheet_and_a_blank_one_says_nothing_of_it() {
    let home = practice();
    let shown = home.json(&["cycle", "99001", "--number", "1", "--json"]);
    let what = shown["learnings"][0]["statement"].as_str().unwrap();
    assert!(one_line(&sheet(&home, "es", "5", &["--number", "1"])).contains(what));
    assert!(!one_line(&sheet(&home, "es", "5", &["--blank"])).contains(what));
    let theory = shown["theory"]["if"].as_str().unwrap();
    assert!(one_line(&sheet(&home, "es", "2", &["--number", "1"])).contains(&format!("SI: {theory}")));
}

#[test]
fn a_sheet_left_on_the_table_names_no_student() {
    let home = practice();
    let book = home.json(&["show", "99001", "--json", "--names"]);
    let students = book["students"].as_array().unwrap();
    let names: Vec<&str> = students.iter().filter_map(|student| student["paternal_surname"].as_str()).collect();
    assert!(names.len() > 10, "the names of students could not be read");
    for step in ["3", "4"] {
        let filled = sheet(&home, "es", step, &[]);
        for name in &names {
            assert!(!filled.split(|c: char| !c.is_alphabetic()).any(|word| word == *name), "{name}: {filled}");
        }
    }
}

#[test]
fn the_alliance_asks_its_own_questions_and_hears_of_a_line_that_it_wrote_wrongly() {
    let home = practice();
    home.write("data/practica/preguntas.txt", "[paso 4]\n¿Quién nos ayuda? | Who helps us?\n[paso 7]\n");
    let said = home.tep(&["worksheet", "99001", "--step", "4", "--lang", "en"]);
    assert!(said.out.contains("Who helps us?") && !said.out.contains("by when?"), "{}", said.out);
    assert!(said.code == 0 && said.err.contains("preguntas.txt, line 3"), "{}", said.err);
    let printed = home.es(&["questions"]).out;
    home.write("data/practica/preguntas.txt", &printed);
    let again = home.es(&["questions"]);
    assert_eq!((again.out, again.err.as_str()), (printed, ""), "what is printed can be read again");
}

#[test]
fn a_theme_of_the_alliance_can_be_ticked_by_its_name_and_a_bad_line_is_told() {
    let home = practice();
    home.write("data/practica/temas.txt", "familias: Trabajo con familias | Work with families\nother: Otro\n");
    let said = home.es(&["worksheet", "99001", "--step", "5", "--blank"]);
    assert!(said.out.contains("[ ] Trabajo con familias"), "{}", said.out);
    assert!(said.code == 0 && said.err.contains("temas.txt, línea 2"), "{}", said.err);
}
