use proptest::prelude::*;

use super::*;

#[test]
fn a_month_is_the_same_in_every_header() {
    for march in
        ["3", "03", "MAR", "Mar.", "mar", "Marzo", "MARZO ", "marzo", "3.0", "mzo", "(MAR)", "Mes 3", "Mes: marzo"]
    {
        assert_eq!(read(march), Some((3, None)), "{march}");
    }
    for september in ["9", "SEP", "sept", "Set.", "Septiembre", "SETIEMBRE"] {
        assert_eq!(read(september), Some((9, None)), "{september}");
    }
    for (name, month) in [
        ("ENE", 1),
        ("FEB", 2),
        ("ABR", 4),
        ("MAY", 5),
        ("JUN", 6),
        ("JUL", 7),
        ("AGO", 8),
        ("OCT", 10),
        ("NOV", 11),
        ("DIC", 12),
    ] {
        assert_eq!(read(name), Some((month, None)), "{name}");
    }
}

#[test]
fn the_year_beside_a_month_is_not_lost() {
    for march in [
        "mar-24",
        "MAR-24",
        "mar/24",
        "mar'24",
        "Marzo 2024",
        "marzo de 2024",
        "Marzo del 2024",
        "MARZO-2024",
        "mar. 2024",
        "03-2024",
        "3/2024",
        "2024-03",
        "202403",
        "2024-03-01",
        "01-03-2024",
        "2024-03-01 00:00:00",
        "01/03/24",
        "45352",
        "45352.0",
        "Marzo2024",
    ] {
        assert_eq!(read(march), Some((3, Some(2024))), "{march}");
    }
}

#[test]
fn what_is_no_month_is_not_made_one() {
    for text in [
        "",
        "-",
        "0",
        "13",
        "Total",
        "Martes",
        "Promedio marzo",
        "2024",
        "mar 24",
        "24-03",
        "2024-03-24",
        "45353",
        "20240301",
        "Marzo a junio",
        "marzo-abril",
        "2024-13",
        "1er trimestre",
        "12-03-1",
        "202413",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn the_month_of_a_title_is_found() {
    for (title, wanted) in [
        ("Asistencia diaria – ABRIL 2024 – 7° básico A", (4, Some(2024))),
        ("Informe de asistencia acumulada – Agosto 2024", (8, Some(2024))),
        ("ASISTENCIA MES DE ABRIL DE 2024", (4, Some(2024))),
        ("Asistencia abril", (4, None)),
        ("Asistencia abril, año 2024", (4, Some(2024))),
        ("AÑO 2024 - MES: ABRIL", (4, Some(2024))),
        ("Mes: ABR  Curso: 7° A", (4, None)),
        ("Mes: 4 Año: 2024", (4, Some(2024))),
        ("Asistencia 04/2024", (4, Some(2024))),
        ("Asistencia 2024-04 7°A", (4, Some(2024))),
        ("ABR-24", (4, Some(2024))),
        ("Escuela 21 de Mayo – Asistencia Abril 2024", (4, Some(2024))),
        ("ESCUELA VISTA AL MAR - ABRIL 2024", (4, Some(2024))),
        ("Colegio Primero de Mayo: abril del 2024", (4, Some(2024))),
        ("Registro de asistencia 7° Abril 2024", (4, Some(2024))),
        ("Abril 2024 (impreso el 5 de mayo de 2024)", (4, Some(2024))),
        ("Abril 2024, impreso 05/05/2024", (4, Some(2024))),
        ("Abril 2024, impreso el 5 mayo 2024", (4, Some(2024))),
        ("Asistencia Abril 2024 / Abril", (4, Some(2024))),
    ] {
        assert_eq!(inside(title), Some(wanted), "{title}");
    }
}

#[test]
fn a_title_that_names_no_month_or_several_gives_none() {
    for title in [
        "",
        "Escuela 21 de Mayo",
        "Liceo 18 de septiembre, año 2024",
        "Colegio Mar Azul",
        "Asistencia marzo a junio 2024",
        "Marzo-Abril 2024",
        "Fecha: 05/04/2024",
        "Emitido el 5 de abril de 2024",
        "Ausencias al 31 de agosto. Fuente: libro de clases.",
        "Primer semestre 2024",
        "Curso 7° A",
        "Mesa 4",
    ] {
        assert_eq!(inside(title), None, "{title}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_the_readers_down(text in "\\PC{0,32}|([0-9]{0,4}|[a-z]{0,5}|marzo|de|mes)([-/ .']|º )([0-9]{0,4}|abril|de)[-/ ][0-9]{0,4}") {
        read(&text);
        inside(&text);
    }

    #[test]
    fn a_month_that_was_written_is_read(month in 1_u8..=12, year in 1990_u16..=2099) {
        for text in [format!("{month:02}-{year}"), format!("{year}-{month:02}"), format!("{year}-{month:02}-01"), format!("{year}{month:02}")] {
            prop_assert_eq!(read(&text), Some((month, Some(year))), "{}", text);
        }
        prop_assert_eq!(read(&month.to_string()), Some((month, None)));
        prop_assert_eq!(inside(&format!("Asistencia {month:02}/{year}")), Some((month, Some(year))));
    }
}
