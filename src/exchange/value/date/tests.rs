use proptest::prelude::*;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2024, 11, 20)
}

fn told(text: &str) -> String {
    match read(text, today()) {
        DateTold::Value(date) => date.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_birthday_is_the_same_however_a_school_wrote_it() {
    for text in [
        "12-03-2012",
        "12/3/2012",
        "12.03.2012",
        "12-3-12",
        "12/03/12",
        " 12 - 03 - 2012 ",
        "12 03 2012",
        "12–03–2012",
        "2012-03-12",
        "2012/3/12",
        "20120312",
        "12032012",
        "20120312.0",
        "40980",
        "40980.0",
        "40980,75",
        "12-03-2012 0:00:00",
        "12/03/2012 00:00",
        "12-03-2012 12:00:00 a. m.",
        "2012-03-12T00:00:00.000Z",
        "2012-03-12 00:00:00+00:00",
        "12 de marzo de 2012",
        "12 de Marzo del 2012",
        "12 DE MARZO DE 2012",
        "lunes, 12 de marzo de 2012",
        "Miércoles 12 de marzo 2012",
        "12 marzo 2012",
        "12-mar-2012",
        "12-mar-12",
        "12/mar./12",
        "12-MAR-2012",
        "12mar2012",
        "12-Mar-12",
        "Mar 12, 2012",
        "12º de marzo de 2012",
        "'12-03-2012",
        "\u{a0}12-03-2012\u{200b}",
        "12-03-2012.",
    ] {
        assert_eq!(told(text), "2012-03-12", "{text}");
    }
    assert_eq!(told("1ro de mayo de 2012"), "2012-05-01");
    assert_eq!(told("5/9/2012"), "2012-09-05");
    for september in
        ["5-sep-2012", "5-sept-2012", "5 set 2012", "5 de setiembre de 2012", "05.septiembre.2012", "5092012"]
    {
        assert_eq!(told(september), "2012-09-05", "{september}");
    }
    assert_eq!(told("12-ene-12"), "2012-01-12");
    assert_eq!(told("12-Jan-12"), "2012-01-12");
}

#[test]
fn a_student_who_stayed_is_not_withdrawn_on_the_first_day_of_excel() {
    for none in [
        "",
        "-",
        "01-01-1900",
        "1900-01-01",
        "01/01/1900 0:00:00",
        "1/1/1900",
        "00-01-1900",
        "30-12-1899",
        "1899-12-30T00:00:00",
        "31-12-1899",
        "00-00-0000",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "01-01-0001",
        "0001-01-01",
        "01-01-1753",
        "31-12-9999",
        "00/00/00",
        "01-01-00",
        "0",
        "1",
        "0.0",
        "19000101",
        "s/i",
    ] {
        assert_eq!(told(none), "Nothing", "{none:?}");
    }
}

#[test]
fn an_impossible_date_is_never_made_possible() {
    for invalid in [
        "31-02-2012",
        "29-02-2011",
        "09-25-2012",
        "2012-25-09",
        "00-03-2012",
        "12-00-2012",
        "12-03",
        "marzo 2012",
        "12 de marzo",
        "2012",
        "201203",
        "120312",
        "12-03-212",
        "12-03-1812",
        "12-03-0212",
        "12-03-2012 aprox",
        "12-03-2012-7",
        "12345678-5",
        "12-marzo de-2012-1",
        "12-xyz-2012",
        "no sabe",
        "7000",
        "99999",
        "123456789",
        "12-03-20120",
        "+1-1-2012",
        "31-02-1900",
        "85,3",
    ] {
        assert_eq!(told(invalid), "Invalid", "{invalid:?}");
    }
}

#[test]
fn a_day_that_has_not_come_yet_is_said() {
    for future in ["04-03-2031", "21-11-2024", "05/03/27", "45617", "20250101", "01-01-2912"] {
        assert_eq!(told(future), "Future", "{future}");
    }
    assert_eq!(told("20-11-2024"), "2024-11-20");
}

#[test]
fn two_digits_of_a_year_suit_children_parents_and_enrolments() {
    for (text, year) in
        [("06/03/24", 2024), ("25-12-12", 2012), ("25-12-99", 1999), ("25-12-75", 1975), ("25-12-45", 1945)]
    {
        assert_eq!(read(text, today()).value().map(|date| date.year()), Some(year), "{text}");
    }
}

#[test]
fn the_ministrys_month_of_birth_is_read() {
    let month = |year, month| Told::Value(Month::new(year, month).unwrap());
    for text in ["201207", "201207.0", "2012-07", "07/2012", "7-2012", " 201207 "] {
        assert_eq!(birth_month(text), month(2012, 7), "{text}");
    }
    for nothing in ["", " ", "0", "190001", "-"] {
        assert_eq!(birth_month(nothing), Told::Nothing, "{nothing}");
    }
    for nonsense in ["201213", "201200", "2012", "20120712", "181207", "julio", "2012-", "+12-2012"] {
        assert_eq!(birth_month(nonsense), Told::Nonsense, "{nonsense}");
    }
}

#[test]
fn the_day_of_a_withdrawal_is_found_behind_the_word() {
    for text in [
        "RETIRADA 12-05-2024",
        "Retirado el 12/05/2024 por cambio de domicilio",
        "ret. (12.05.24)",
        "12-05-2024: retirado",
        "Retirada desde el 12 de mayo de 2024, RUN 12345678-5",
        "retiro:2024-05-12",
        "12-05-2024 y 12/05/2024",
    ] {
        assert_eq!(inside(text), Some(day(2024, 5, 12)), "{text}");
    }
    for text in [
        "",
        "Retirado",
        "RUN 12.345.678-5",
        "12-05-2024 al 13-05-2024",
        "31-02-2024",
        "1-1-1900",
        "+56 9 1234 5678",
        "5-6",
    ] {
        assert_eq!(inside(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC{0,24}|[0-9]{0,4}[-/. ]?([a-z]{0,6}|[0-9]{1,2})[-/. ][0-9]{0,4}[ T]?[0-9:]{0,6}") {
        read(&text, today());
        birth_month(&text);
        inside(&text);
    }

    #[test]
    fn every_day_that_was_written_is_read(number in 10_959_u32..45_616) {
        let date = serial(number).unwrap();
        let year = date.year();
        for form in ["%d-%m-%Y", "%d/%m/%Y", "%-d.%-m.%Y", "%Y-%m-%d", "%Y%m%d", "%d%m%Y", "%Y-%m-%dT%H:%M:%S.000Z", "%d-%b-%Y", "%d-%m-%y"] {
            // Two digits do not say more than eighty years, and 01-01-00 is none.
            if form.ends_with("%y") && (year < 1945 || (date.ordinal() == 1 && year == 2000)) {
                continue;
            }
            let text = date.and_hms_opt(0, 0, 0).unwrap().format(form).to_string();
            prop_assert_eq!(read(&text, today()), DateTold::Value(date), "{}", text);
        }
        prop_assert_eq!(read(&number.to_string(), today()), DateTold::Value(date));
        prop_assert_eq!(inside(&format!("Retirado {}", date.format("%d-%m-%Y"))), Some(date));
    }
}
