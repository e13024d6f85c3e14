use proptest::prelude::*;

use super::*;

/// The number as saved, with `!` where the digit is wrong and `+` where it was computed.
fn told(number: &str, digit: Option<&str>) -> String {
    match read(number, digit) {
        RunTold::Value(run) => run.to_text(),
        RunTold::Doubted(run, Doubt::RunDigitWrong) => format!("{}!", run.to_text()),
        RunTold::Doubted(run, _) => format!("{}+", run.to_text()),
        RunTold::Nothing => "nothing".into(),
        RunTold::Nonsense => "nonsense".into(),
    }
}

#[test]
fn a_student_is_the_same_however_the_run_was_written() {
    for text in [
        "39.916.821-K",
        "39916821-k",
        "39916821K",
        " 39916821 - k ",
        "039916821-K",
        "39.916.821K",
        "39,916,821-K",
        "39 916 821 k",
        "39-916-821-K",
        "39916821--K",
        "39916821–K",
        "39916821/K",
        "39916821_K",
        "39916821 K",
        "39916821.K",
        "RUN 39.916.821-K",
        "Rut: 39916821-K",
        "R.U.N. 39916821-K",
        "RUN N° 39916821-K",
        "'39916821-K",
        "=\"39916821-K\"",
        "\u{feff}39\u{a0}916\u{a0}821-K\u{200b}",
        "39916821-K*",
        "00039916821-K",
        "3.991.6821-K",
    ] {
        assert_eq!(told(text, None), "39916821-K", "{text}");
    }
    for text in ["399168635", "399168635.0", "39.916.8635", "39916863 5", "39916863.5", "39 916 863 5", "39916863-5.0"]
    {
        assert_eq!(told(text, None), "39916863-5", "{text}");
    }
    for text in ["7.654.321-6", "7.654.3216", "7654321 6", "7654321.6", "7.654.321.6", "07654321-6"] {
        assert_eq!(told(text, None), "7654321-6", "{text}");
    }
}

#[test]
fn a_digit_in_a_column_of_its_own_is_joined() {
    for (number, digit) in [
        ("39902807", "8"),
        ("39902807.0", "8.0"),
        ("39902807,0", "8"),
        ("39.902.807", "8"),
        ("39.902.807", " -8 "),
        ("039902807", "8"),
        ("399028078", "8"),
        ("39902807-8", "8"),
        ("39902807-8", ""),
        ("39902807-", "8"),
        ("3.9902807E7", "8"),
    ] {
        assert_eq!(told(number, Some(digit)), "39902807-8", "{number} {digit}");
    }
    assert_eq!(told("40202898", Some("k")), "40202898-K");
    assert_eq!(told("100000001", Some("5")), "100000001-5");
    assert_eq!(told("39902807", Some("7")), "39902807-7!");
    for unread in ["", "-", " ", "X", "88"] {
        assert_eq!(told("39902807", Some(unread)), "39902807-8+", "{unread:?}");
    }
    assert_eq!(told("", Some("8")), "nothing");
    assert_eq!(told("0", Some("0")), "nothing");
}

#[test]
fn a_wrong_digit_is_kept_and_a_missing_one_computed_and_both_are_said() {
    assert_eq!(told("12.345.678-6", None), "12345678-6!");
    assert_eq!(told("123456786", None), "123456786-8+", "an IPE without its digit");
    assert_eq!(told("399168636", None), "39916863-6!");
    for text in ["12345678", "12.345.678", "12345678-", "12345678.0", "12345678,00", "1.2345678E7"] {
        assert_eq!(told(text, None), "12345678-5+", "{text}");
    }
    assert_eq!(told("7654321", None), "7654321-6+");
}

#[test]
fn a_foreign_child_without_run_is_not_turned_away() {
    for text in ["100.000.001-5", "100000001-5", "1000000015", "IPE 100.000.001-5", "100.000.0015"] {
        assert_eq!(told(text, None), "100000001-5", "{text}");
    }
    assert_eq!(told("100000001", None), "100000001-5+");
}

#[test]
fn a_student_without_run_stays_without_and_is_not_merged_with_others() {
    for text in
        ["", "-", "0", "0-0", "00.000.000-0", "1-9", "s/i", "Sin RUN", "S/RUT", "en trámite", "no tiene", "EXTRANJERO"]
    {
        assert_eq!(told(text, None), "nothing", "{text}");
    }
}

#[test]
fn what_is_no_run_is_never_made_one() {
    for text in [
        "3,99E+07",
        "3.99E7",
        "Ana Soto",
        "P12345678",
        "12345678-55",
        "12345678-X",
        "1234a678-5",
        "K",
        "5-6",
        "12",
        "2024",
        "300000000-0",
        "99999999999-9",
        "99999999999999999999",
        "12345678-½",
        "12-03-2012",
        "12.03.2012",
        "39.91.6821",
        "12/03/2012x",
        "#####",
    ] {
        assert_eq!(told(text, None), "nonsense", "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_the_reader_down(number in "\\PC{0,16}|[0-9.,kKeE+ -]{0,14}", digit in proptest::option::of("\\PC{0,3}")) {
        read(&number, digit.as_deref());
    }

    #[test]
    fn a_run_in_every_spelling_is_that_run(number in 1_000_000_u32..200_000_000, noise in 0_usize..4) {
        let run = Run::from_number(number).unwrap();
        let (figures, digit) = (number.to_string(), run.digit().to_string());
        let groups: Vec<&str> =
            figures.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
        let space = [" ", "", "\u{a0}", "\u{feff}"][noise];
        for text in [
            run.to_text(),
            run.to_text().to_lowercase(),
            format!("{}-{digit}", groups.join(".")),
            format!("{}-{digit}", groups.join(",")),
            format!("{}{digit}", groups.join(".")),
            format!("{} - {digit}", groups.join(" ")),
            format!("0{figures}-{digit}"),
        ] {
            prop_assert_eq!(read(&format!("{space}{text}{space}"), None), RunTold::Value(run), "{}", text);
        }
        prop_assert_eq!(read(&figures, Some(&digit)), RunTold::Value(run));
        prop_assert_eq!(read(&format!("{figures}.0"), Some(&digit)), RunTold::Value(run));
        prop_assert_eq!(read(&figures, None).value().is_some(), true);
    }
}
