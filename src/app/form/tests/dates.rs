use chrono::NaiveDate;

use crate::app::form::{DateField, DateProblem, Outcome, TextOp};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn typed(text: &str) -> DateField {
    let mut field = DateField::new(None);
    field.apply(TextOp::Paste(text), today());
    field
}

#[test]
fn a_day_is_understood_as_people_write_it() {
    let march = day(2026, 3, 5);
    for text in ["05-03-2026", "5/3/26", "5.3.2026", "0503", "050326", "05032026", "5-3", "2026-03-05", " 5 / 3 / 26 "]
    {
        assert_eq!(typed(text).value(today()), Ok(Some(march)), "{text}");
    }
    for (text, expected) in [
        ("hoy", today()),
        ("Today", today()),
        ("mañana", day(2026, 11, 24)),
        ("man\u{303}ana", day(2026, 11, 24)),
        ("MANANA", day(2026, 11, 24)),
        ("tomorrow", day(2026, 11, 24)),
        ("ayer", day(2026, 11, 22)),
        ("+7", day(2026, 11, 30)),
        ("+ 8", day(2026, 12, 1)),
        ("-3", day(2026, 11, 20)),
        ("29-02-2024", day(2024, 2, 29)),
        ("1-1-46", day(2046, 1, 1)),
        ("1-1-47", day(1947, 1, 1)),
    ] {
        assert_eq!(typed(text).value(today()), Ok(Some(expected)), "{text}");
    }
    assert_eq!(typed("  ").value(today()), Ok(None));
}

#[test]
fn what_is_no_day_is_never_taken_for_one() {
    for text in [
        "jueve s",
        "l",
        "lun 5",
        "5",
        "123",
        "12345",
        "5-3-2",
        "5-3-026",
        "+x",
        "+",
        "5-3-26-1",
        "--3",
        "5-x-26",
        "٣-٣",
        "20260305x",
    ] {
        assert_eq!(typed(text).value(today()), Err(DateProblem::NotADate), "{text}");
    }
    for text in ["31-02", "29-02-2026", "00-01-2026", "1-13-2026", "3102"] {
        assert_eq!(typed(text).value(today()), Err(DateProblem::NoSuchDay), "{text}");
    }
    for text in ["01-01-1899", "2200-01-01", "+999999", "-99999999999999999999"] {
        assert_eq!(typed(text).value(today()), Err(DateProblem::OutOfRange), "{text}");
    }
}

#[test]
fn arrows_go_day_by_day_and_over_the_end_of_a_month() {
    let mut field = DateField::new(Some(day(2026, 11, 30)));
    assert_eq!(field.apply(TextOp::Up, today()), Outcome::Changed);
    assert_eq!((field.typed().text(), field.typed().cursor()), ("01-12-2026", 10));
    field.apply(TextOp::Down, today());
    field.apply(TextOp::PageDown, today());
    assert_eq!(field.value(today()), Ok(Some(day(2026, 11, 23))));
    // From nothing to today; what is half typed stays.
    let mut field = DateField::new(None);
    field.apply(TextOp::Up, today());
    assert_eq!(field.value(today()), Ok(Some(today())));
    let mut half = typed("31-02");
    assert_eq!((half.apply(TextOp::Up, today()), half.typed().text()), (Outcome::Ignored, "31-02"));
    let mut last = DateField::new(Some(day(2199, 12, 31)));
    assert_eq!(last.apply(TextOp::Up, today()), Outcome::Ignored);
}

#[test]
fn days_and_weekdays_are_counted_the_way_the_field_looks() {
    // A Monday.
    let written = |mut field: DateField, text: &str| {
        field.apply(TextOp::Paste(text), today());
        field.value(today())
    };
    for (text, before, after) in [
        ("7d", day(2026, 11, 16), day(2026, 11, 30)),
        ("2 D", day(2026, 11, 21), day(2026, 11, 25)),
        ("lu", today(), day(2026, 11, 30)),
        ("Monday", today(), day(2026, 11, 30)),
        ("mi", day(2026, 11, 18), day(2026, 11, 25)),
        ("sáb", day(2026, 11, 21), day(2026, 11, 28)),
        ("do", day(2026, 11, 22), day(2026, 11, 29)),
        ("tu", day(2026, 11, 17), day(2026, 11, 24)),
    ] {
        assert_eq!(written(DateField::new(None), text), Ok(Some(before)), "{text}");
        assert_eq!(written(DateField::to_come(None), text), Ok(Some(after)), "{text}");
    }
}

#[test]
fn no_two_days_of_the_week_share_their_first_letters() {
    let names = ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"];
    let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    for (at, name) in names.iter().enumerate().chain(english.iter().enumerate()) {
        for letters in 2..=name.len() {
            let days = u64::try_from(at).unwrap();
            let expected = today() - chrono::Days::new((7 - days) % 7);
            assert_eq!(typed(name.get(..letters).unwrap()).value(today()), Ok(Some(expected)), "{name} {letters}");
        }
    }
}

#[test]
fn the_first_letter_takes_the_place_of_the_day_that_stood_there_and_a_cursor_key_keeps_it() {
    let mut field = DateField::new(Some(today()));
    field.apply(TextOp::Insert('-'), today());
    field.apply(TextOp::Insert('1'), today());
    assert_eq!(field.typed().text(), "-1");
    let mut field = DateField::new(Some(today()));
    field.apply(TextOp::Backspace, today());
    field.apply(TextOp::Insert('5'), today());
    assert_eq!(field.typed().text(), "23-11-2025");
}
