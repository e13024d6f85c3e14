use proptest::prelude::*;

use super::*;
use crate::rules::check_digit::check_digit;

fn text(run: Result<Run, RunProblem>) -> String {
    run.unwrap().to_text()
}

#[test]
fn every_spelling_of_a_run_is_the_same_run() {
    for spelling in [
        "12.345.678-5",
        "12345678-5",
        "12345678 - 5",
        " 012345678-5 ",
        "123456785",
        "12.345.6785",
        "123456785.0",
        "12345678–5",
        "12\u{a0}345\u{a0}678-5",
        "'12345678-5",
    ] {
        assert_eq!(text(Run::parse(spelling)), "12345678-5", "{spelling}");
    }
}

#[test]
fn the_known_runs_are_right() {
    for known in
        ["12.345.678-5", "11.111.111-1", "7.654.321-6", "30.686.957-4", "1.000.005-K", "1000005-k", "6-K", "6k"]
    {
        assert!(Run::parse(known).is_ok_and(|run| run.is_valid() && !run.is_ipe()), "{known}");
    }
}

#[test]
fn a_foreign_child_without_run_is_not_turned_away() {
    for known in ["100.000.000-7", "100.000.001-5", "1000000007", "1000000015"] {
        assert!(Run::parse(known).is_ok_and(|run| run.is_ipe()), "{known}");
    }
    assert_eq!(text(Run::parse("1000000007")), "100000000-7");
    assert!(matches!(Run::parse("100000001"), Err(RunProblem::NoDigit { expected: '5', .. })));
    assert!(!Run::from_number(99_999_999).unwrap().is_ipe());
    assert!(Run::from_number(199_999_999).unwrap().is_ipe());
    assert!(!Run::from_number(200_000_000).unwrap().is_ipe());
}

#[test]
fn a_wrong_digit_is_kept_and_said() {
    let Err(RunProblem::WrongDigit { expected, found }) = Run::parse("12.345.678-6") else { panic!("taken") };
    assert_eq!((expected, found.to_text().as_str()), ('5', "12345678-6"));
    assert_eq!(Run::as_written("12.345.678-6"), Ok(found));
    assert!(!found.is_valid());
    assert_eq!(serde_json::from_str::<Run>("\"12345678-6\"").unwrap(), found);
}

#[test]
fn a_digit_that_was_lost_is_never_guessed() {
    for lost in ["12345678", "12.345.678", "12345678-", "12345678.0", "7654321", "76543216"] {
        assert!(matches!(Run::parse(lost), Err(RunProblem::NoDigit { .. })), "{lost}");
    }
    let Err(RunProblem::NoDigit { expected, completed }) = Run::parse("12345678") else { panic!("guessed") };
    assert_eq!((expected, completed.to_text().as_str()), ('5', "12345678-5"));
}

#[test]
fn what_is_no_run_is_refused() {
    for wrong in ["", "-", "sin run", "-5", "12345678-55", "12345678-X", "1234a678-5", "K", "3,99E+07", "12345678-½"] {
        assert_eq!(Run::parse(wrong), Err(RunProblem::NotANumber), "{wrong}");
    }
    for wrong in ["0-0", "300000000-0", "99999999999-9", "99999999999999999999"] {
        assert_eq!(Run::parse(wrong), Err(RunProblem::OutOfRange), "{wrong}");
    }
}

#[test]
fn no_log_and_no_error_ever_shows_a_run() {
    let run = Run::from_number(23_456_789).unwrap();
    assert_eq!(format!("{run:?}"), "Run(•)");
    for problem in [Run::parse("23456789-0"), Run::parse("23456789")] {
        assert!(!format!("{problem:?}").contains("23456789"), "{problem:?}");
    }
    for json in ["23456789", "-23456789", "23456789.5", "\"23456789-X\"", "\"23456789\""] {
        let message = serde_json::from_str::<Run>(json).unwrap_err().to_string();
        assert!(!message.contains("23456789"), "{message}");
    }
}

#[test]
fn a_school_is_known_with_and_without_its_digit() {
    let rbd = Rbd::new(12_669).unwrap();
    for spelling in ["12669-1", "12669", " 12669 - 1", "12.669-1", "012669", "12669.0"] {
        assert_eq!(Rbd::parse(spelling), Ok((rbd, None)), "{spelling}");
    }
    assert_eq!(rbd.to_string(), "12669-1");
    assert_eq!(Rbd::new(458).unwrap().to_string(), "458-8");
}

#[test]
fn a_school_whose_digit_disagrees_is_taken_and_warned() {
    let (rbd, warning) = Rbd::parse("99001-4").unwrap();
    assert_eq!(rbd.number(), 99_001);
    assert_eq!(warning, Some(DigitDisagrees { expected: '9', found: '4' }));
    assert_eq!(Rbd::parse("458-k").unwrap().1, Some(DigitDisagrees { expected: '8', found: 'K' }));
}

#[test]
fn what_is_no_rbd_is_refused() {
    for wrong in ["", "-1", "12669-", "12669-12", "12669-x", "liceo", "12a"] {
        assert_eq!(Rbd::parse(wrong), Err(RbdProblem::NotANumber), "{wrong}");
    }
    for wrong in ["0", "100000", "99999999999"] {
        assert_eq!(Rbd::parse(wrong), Err(RbdProblem::OutOfRange), "{wrong}");
    }
}

#[test]
fn a_school_is_saved_as_its_number() {
    let rbd = Rbd::new(99_001).unwrap();
    assert_eq!(serde_json::to_string(&rbd).unwrap(), "99001");
    assert_eq!(serde_json::from_str::<Rbd>("99001").unwrap(), rbd);
    assert!(serde_json::from_str::<Rbd>("0").is_err());
}

proptest! {
    #[test]
    fn a_run_survives_the_file(number in 1..300_000_000_u32, digit in "[0-9K]") {
        let run = Run::as_written(&format!("{number}-{digit}")).unwrap();
        let json = serde_json::to_string(&run).unwrap();
        prop_assert_eq!(serde_json::from_str::<Run>(&json).unwrap(), run);
        prop_assert_eq!(Run::as_written(&run.to_text()), Ok(run));
    }

    #[test]
    fn two_digits_exchanged_are_noticed(number in 10_000_000..30_000_000_u32, at in 0..7_u32) {
        let (low, high) = (10_u32.pow(at), 10_u32.pow(at + 1));
        let (a, b) = (number / low % 10, number / high % 10);
        prop_assume!(a != b);
        let exchanged = number - a * low - b * high + b * low + a * high;
        prop_assert_ne!(check_digit(exchanged), check_digit(number));
    }

    #[test]
    fn an_rbd_survives_the_screen(number in 1..=99_999_u32) {
        let rbd = Rbd::new(number).unwrap();
        prop_assert_eq!(Rbd::parse(&rbd.to_string()), Ok((rbd, None)));
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC{0,16}") {
        let _ = (Run::parse(&text), Rbd::parse(&text));
    }
}
