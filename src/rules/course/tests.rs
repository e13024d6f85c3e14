use std::cmp::Ordering;

use proptest::prelude::*;

use super::*;

fn short(text: &str) -> String {
    match Course::parse(text) {
        Ok(course) => course.to_string(),
        Err(problem) => format!("{problem:?}"),
    }
}

#[test]
fn every_way_to_write_a_course_gives_one_form() {
    let spellings = [
        ("7º B", "7B-B"),
        ("7º A", "7B-A"),
        ("7A", "7B-A"),
        ("7B", "7B"),
        ("7BB", "7B-B"),
        ("7º B A", "7B-A"),
        ("7 B A", "7B-A"),
        ("7° básico A", "7B-A"),
        ("7° básico", "7B"),
        ("7mo Básico A", "7B-A"),
        ("8vo Básico B", "8B-B"),
        ("Séptimo Básico \"A\"", "7B-A"),
        ("CURSO: SÉPTIMO BÁSICO \"A\"", "7B-A"),
        ("8 BASICO B", "8B-B"),
        ("8° BA\u{301}SICO b", "8B-B"),
        ("1° Medio A", "1M-A"),
        ("I° Medio A", "1M-A"),
        ("II° Medio B", "2M-B"),
        ("IV medio C", "4M-C"),
        ("1º M A", "1M-A"),
        ("1MA", "1M-A"),
        ("2MB", "2M-B"),
        ("1M-B", "1M-B"),
        ("1m - b", "1M-B"),
        ("1ro medio A", "1M-A"),
        ("1o medio A", "1M-A"),
        ("1er año medio A", "1M-A"),
        ("Primero Medio A", "1M-A"),
        ("3° medio HC C", "3M-C"),
        ("3° medio H-C C", "3M-C"),
        ("3° medio TP C", "3M-C"),
        ("4° Medio Técnico-Profesional B", "4M-B"),
        ("1° Enseñanza Media A", "1M-A"),
        ("Pre-kinder A", "PK-A"),
        ("Pre Kínder", "PK"),
        ("prekinder b", "PK-B"),
        ("PK-A", "PK-A"),
        ("Kínder A", "K-A"),
        ("kinder", "K"),
        ("K A", "K-A"),
        ("NT1", "PK"),
        ("NT2 A", "K-A"),
        ("1er Nivel de Transición A", "PK-A"),
        ("2° nivel de Transición (Kinder)", "K"),
        ("7° básico 1", "7B-1"),
        ("7° básico A1", "7B-A1"),
        ("7° básico Ñ", "7B-Ñ"),
    ];
    for (text, wanted) in spellings {
        assert_eq!(short(text), wanted, "{text}");
    }
}

#[test]
fn a_course_is_known_by_its_branch_and_in_any_order_of_its_parts() {
    let spellings = [
        ("3° TP A", "3M-A"),
        ("4°HC-B", "4M-B"),
        ("1ero medio", "1M"),
        ("1 er año medio A", "1M-A"),
        ("1° A Medio", "1M-A"),
        ("8°B básico", "8B-B"),
        ("Básico 7 A", "7B-A"),
        ("Enseñanza Media 2° B", "2M-B"),
        ("7° E.B. A", "7B-A"),
        ("1° E.M. B", "1M-B"),
        ("7 BÁS. A", "7B-A"),
        ("1 MED A", "1M-A"),
        ("7-A", "7B-A"),
        ("8vo", "8B"),
        ("8vo B", "8B-B"),
        ("4°MB", "4M-B"),
        ("7° básico A 2024", "7B-A"),
        ("7° básico A JEC", "7B-A"),
        ("PKA", "PK-A"),
        ("KB", "K-B"),
    ];
    for (text, wanted) in spellings {
        assert_eq!(short(text), wanted, "{text}");
    }
}

#[test]
fn what_a_text_does_not_say_is_not_guessed() {
    use CourseProblem::{Empty, LevelNotSaid, NoSuchGrade, NotRecognised};
    let problems = [
        ("", Empty),
        (" - ", Empty),
        ("Curso", Empty),
        ("2° A", LevelNotSaid { number: 2 }),
        ("1º B", LevelNotSaid { number: 1 }),
        ("1A", LevelNotSaid { number: 1 }),
        ("4", LevelNotSaid { number: 4 }),
        ("9° básico A", NoSuchGrade),
        ("5° medio A", NoSuchGrade),
        ("0 B A", NoSuchGrade),
        ("9° A", NoSuchGrade),
        ("Total 7º B A", NotRecognised),
        ("7° básico TOTAL", NotRecognised),
        ("1er nivel (1° y 2° medio)", NotRecognised),
        ("2024", NotRecognised),
        ("Curso 2024", NotRecognised),
        ("Taller", NotRecognised),
        ("HC", Empty),
        ("7° TP A", NoSuchGrade),
        ("I° A", LevelNotSaid { number: 1 }),
        ("Promedio 7 A", NotRecognised),
        ("7° y 8° básico", NotRecognised),
        ("nivel de transición 3", NotRecognised),
    ];
    for (text, wanted) in problems {
        assert_eq!(Course::parse(text), Err(wanted), "{text}");
    }
}

#[test]
fn the_ministrys_codes_never_fail_and_adults_never_meet_the_young() {
    let codes = [
        ((10, 4), "PK-A"),
        ((10, 5), "K-A"),
        ((10, 3), "P10.3-A"),
        ((110, 1), "1B-A"),
        ((110, 8), "8B-A"),
        ((110, 9), "X110.9-A"),
        ((310, 1), "1M-A"),
        ((410, 3), "3M-A"),
        ((510, 3), "3M-A"),
        ((610, 4), "4M-A"),
        ((710, 4), "4M-A"),
        ((810, 4), "4M-A"),
        ((910, 4), "4M-A"),
        ((165, 1), "A165.1-A"),
        ((167, 3), "A167.3-A"),
        ((363, 1), "A363.1-A"),
        ((363, 3), "A363.3-A"),
        ((463, 4), "A463.4-A"),
        ((563, 1), "A563.1-A"),
        ((963, 1), "A963.1-A"),
        ((212, 3), "E212.3-A"),
        ((299, 31), "E299.31-A"),
        ((999, 7), "X999.7-A"),
        ((0, 0), "X0.0-A"),
    ];
    for ((teaching, grade), wanted) in codes {
        assert_eq!(Course::from_codes(teaching, grade, "A").to_string(), wanted);
    }
    assert_eq!(Course::from_codes(110, 7, " a ").to_string(), "7B-A");
    assert_eq!(Course::from_codes(110, 7, "").to_string(), "7B");
}

#[test]
fn courses_stand_in_the_order_of_a_life_at_school() {
    let ordered = [
        "P10.3-A", "PK", "PK-A", "K-A", "1B-A", "1B-B", "8B", "8B-4", "8B-10", "8B-A", "1M-A", "4M-A", "A165.1-A",
        "A363.1-A", "E212.3-A", "X999.7-A", "?",
    ];
    let mut courses: Vec<Course> = ordered.iter().rev().map(|text| text.parse().unwrap()).collect();
    courses.sort();
    let texts: Vec<String> = courses.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ordered);
}

#[test]
fn no_course_is_a_state_of_its_own() {
    let none = Course::unstated();
    assert_eq!(none.to_string(), "?");
    assert_eq!(Course::parse("?"), Ok(none.clone()));
    assert!(!none.is_stated());
    assert!(none > Course::from_codes(999, 9, "Z"));
}

#[test]
fn a_course_is_saved_as_people_read_it() {
    let course = Course::parse("7° básico A").unwrap();
    assert_eq!(serde_json::to_string(&course).unwrap(), "\"7B-A\"");
    assert_eq!(serde_json::from_str::<Course>("\"7B-A\"").unwrap(), course);
    assert!(serde_json::from_str::<Course>("\"9B-A\"").is_err());
    assert_eq!((course.grade(), course.section()), (Grade::Basic(7), Some("A")));
}

#[test]
fn a_grade_that_does_not_exist_keeps_its_code() {
    assert_eq!(Course::new(Grade::Basic(9), "A").to_string(), "X110.9-A");
    assert_eq!(Course::new(Grade::Adults { teaching: 110, grade: 7 }, "A").to_string(), "7B-A");
}

proptest! {
    #[test]
    fn what_is_saved_is_read_again(teaching in prop_oneof![0..1_000_u16, Just(10), Just(110), Just(310), Just(510), any::<u16>()], grade in prop_oneof![0..40_u16, any::<u16>()], letter in "\\PC{0,4}|[A-ZÑ]") {
        let course = Course::from_codes(teaching, grade, &letter);
        prop_assert_eq!(Course::parse(&course.to_string()), Ok(course.clone()));
        let json = serde_json::to_string(&course).unwrap();
        prop_assert_eq!(serde_json::from_str::<Course>(&json).unwrap(), course);
    }

    #[test]
    fn what_is_taken_for_a_saved_form_stands_there_letter_by_letter(text in "[0-9+]{1,2}[BbMK]?(-[A-Za-z0-9 ]{0,2})?|(PK|K|[?]|[APEX]?[0-9+]{1,3}[.][0-9]{1,2})(-[A-Cñ]{0,2})?") {
        if let Some(course) = Course::saved_form(&text) {
            prop_assert_eq!(course.to_string(), text);
        }
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC{0,16}|[0-9]{0,2}[ º]?[a-zñ]{0,9} [A-C]?") {
        if let Ok(course) = Course::parse(&text) {
            prop_assert_eq!(Course::parse(&course.to_string()), Ok(course));
        }
    }

    #[test]
    fn order_and_equality_agree(a in "[0-9A-B]{1,4}", b in "[0-9A-B]{1,4}") {
        let (a, b) = (Course::new(Grade::Basic(1), &a), Course::new(Grade::Basic(1), &b));
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
    }
}
