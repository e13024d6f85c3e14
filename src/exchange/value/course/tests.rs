use proptest::prelude::*;

use super::*;

fn short(course: Option<Course>) -> String {
    course.map_or_else(|| "none".into(), |course| course.to_string())
}

#[test]
fn every_spelling_of_the_files_of_schools_is_read() {
    for (text, wanted) in [
        ("7º B A", "7B-A"),
        ("5º B A", "5B-A"),
        ("3º M C", "3M-C"),
        ("7° básico A", "7B-A"),
        ("7mo Básico A", "7B-A"),
        ("8vo Básico B", "8B-B"),
        ("Séptimo Básico \"A\"", "7B-A"),
        ("SE\u{301}PTIMO BA\u{301}SICO “A”", "7B-A"),
        ("I° Medio A", "1M-A"),
        ("IV medio b", "4M-B"),
        ("1MA", "1M-A"),
        ("1M-B", "1M-B"),
        ("1º M A", "1M-A"),
        ("1ro Medio A", "1M-A"),
        ("1ero medio", "1M"),
        ("Primer año medio A", "1M-A"),
        ("1° Medio HC A", "1M-A"),
        ("Pre Kinder A", "PK-A"),
        ("Kínder", "K"),
        ("NT1 A", "PK-A"),
        ("NT2", "K"),
        ("8 BASICO B", "8B-B"),
        ("\u{a0}7°\u{a0}básico\u{a0}A\u{200b}", "7B-A"),
        ("'7° básico A", "7B-A"),
        ("7° básico A*", "7B-A"),
        ("?", "none"),
        ("", "none"),
        ("-", "none"),
        ("2° A", "none"),
        ("Total 7º B A", "none"),
    ] {
        assert_eq!(short(read(text)), wanted, "{text}");
    }
}

#[test]
fn grade_and_section_of_two_columns_are_one_course() {
    for (grade, letter, wanted) in [
        ("7° básico", "A", "7B-A"),
        ("7º B", "A", "7B-A"),
        ("7", "A", "7B-A"),
        ("1° medio", " b ", "1M-B"),
        ("1° medio", "", "1M"),
        ("7° básico A", "A", "7B-A"),
        ("7° básico A", "B", "none"),
        ("1", "A", "none"),
        ("Kinder", "A", "K-A"),
        ("NT1", "B", "PK-B"),
        ("", "A", "none"),
        ("II", "A", "none"),
        ("7B", "A", "7B-A"),
        ("7A", "A", "7B-A"),
        ("7A", "B", "none"),
        ("", "K", "none"),
    ] {
        assert_eq!(short(with_letter(grade, letter)), wanted, "{grade} {letter}");
    }
}

#[test]
fn the_second_course_of_a_grade_is_not_taken_for_a_grade_without_section() {
    let column = |cells: &[&str]| -> Vec<String> {
        let mut letters = Letters::default();
        for cell in cells {
            letters.see(cell);
        }
        cells.iter().map(|cell| short(letters.read(cell))).collect()
    };
    assert_eq!(column(&["7A", "7B", "8A", "8B", "1A", "1B"]), ["7B-A", "7B-B", "8B-A", "8B-B", "none", "none"]);
    assert_eq!(column(&["7º A", "7º B"]), ["7B-A", "7B-B"]);
    assert_eq!(column(&["5B", "6B", "1M", "2M"]), ["5B", "6B", "1M", "2M"]);
    assert_eq!(column(&["7º B", "8º B", "1º M"]), ["7B", "8B", "1M"]);
    assert_eq!(column(&["7B A", "8B"]), ["7B-A", "8B"]);
    assert_eq!(column(&["7B", "8B"]), ["7B", "8B"]);
    assert_eq!(column(&["7º B", "8º B"]), ["7B-B", "8B-B"]);
    assert_eq!(column(&["7A", "1M"]), ["7B-A", "1M"]);
}

#[test]
fn the_course_of_a_title_or_section_row_is_found() {
    for (text, wanted) in [
        ("CURSO: SÉPTIMO BÁSICO \"A\"", "7B-A"),
        ("Curso : 7° Básico A   Profesor jefe: Ana Soto", "7B-A"),
        ("Curso: 7° Básico A Profesor jefe: Ana Soto", "7B-A"),
        ("Asistencia diaria – ABRIL 2024 – 7° básico A", "7B-A"),
        ("7° básico A – ABRIL 2024", "7B-A"),
        ("NÓMINA DE ALUMNOS 1° MEDIO B 2024", "1M-B"),
        ("Nómina 1° medio B, 2024", "1M-B"),
        ("CURSO: 7° A", "7B-A"),
        ("Curso 8-B Profesora: Ana", "8B-B"),
        ("1° MEDIO HC A", "1M-A"),
        ("Lista de Pre-Kínder A", "PK-A"),
        ("Curso: Kinder", "K"),
        ("7° básico", "7B"),
        ("Primer semestre – 2° medio C", "2M-C"),
        ("7° básico a cargo de Ana Soto", "7B"),
        ("7° básico (25 estudiantes)", "7B"),
        ("7° básico - 25 estudiantes", "7B"),
        ("7° básico A: 7° básico A", "7B-A"),
        ("Escuela 21 de Mayo, octavo año básico B", "8B-B"),
        ("IV° MEDIO C", "4M-C"),
        ("1° A Medio", "1M-A"),
    ] {
        assert_eq!(short(course_inside(text)), wanted, "{text}");
    }
}

#[test]
fn a_title_about_several_courses_or_none_gives_none() {
    for text in [
        "",
        "7° y 8° básico A",
        "7°/8° básico",
        "1° a 6° básico",
        "7° básico 9 ausentes y 8° básico",
        "7° básico A y 8° básico B",
        "Primer semestre 2024",
        "Escuela 21 de Mayo",
        "Liceo B 12",
        "Taller 7 A",
        "Enseñanza media",
        "Total",
        "Firma y timbre",
        "Curso",
        "Curso: 2° A",
    ] {
        assert_eq!(short(course_inside(text)), "none", "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_the_readers_down(text in "\\PC{0,24}|(curso:? )?[0-9]{0,2}[ º°]{0,2}(b|m|básico|medio)?[ -][A-C]?.{0,6}", letter in "\\PC{0,3}") {
        read(&text);
        with_letter(&text, &letter);
        course_inside(&text);
        let mut letters = Letters::default();
        letters.see(&text);
        letters.read(&text);
    }

    #[test]
    fn a_course_that_was_written_is_read(number in 1_u8..=8, section in "[A-H]", level in 0_usize..3) {
        let (word, short, most) = [("básico", 'B', 8), ("medio", 'M', 4), ("BASICO", 'B', 8)][level];
        prop_assume!(number <= most);
        let wanted = format!("{number}{short}-{section}");
        for text in [format!("{number}° {word} {section}"), format!("{number}º {short} {section}"), format!("{number}{short}{section}"), wanted.clone()] {
            prop_assert_eq!(self::short(read(&text)), wanted.clone(), "{}", text);
        }
        prop_assert_eq!(self::short(course_inside(&format!("Curso: {number}° {word} {section} – 2024"))), wanted);
    }
}
