use proptest::prelude::*;

use super::*;

fn numbers(text: &str) -> Vec<String> {
    let (found, doubt) = phones(text);
    assert_eq!(doubt, None, "{text}");
    found
}

#[test]
fn a_mother_can_be_called_however_her_number_was_typed() {
    for text in [
        "+569 0000 7811",
        "+56 9 0000 7811",
        "+56900007811",
        "56900007811",
        "56 900007811",
        "900007811",
        "9 0000 7811",
        "9-0000-7811",
        "(9) 0000-7811",
        "(+56) 9 00007811",
        "0900007811",
        "09-00007811",
        "+56 09 00007811",
        "0056900007811",
        "56900007811.0",
        "900007811.0",
        "900007811,0",
        "'900007811",
        "\u{a0}900007811\u{200b}",
        "9.0000.7811",
        "Fono: 900007811",
        "900007811 (mamá)",
        "cel. 900007811 depto 302",
        "900007811 / 900007811",
        "9,00007811E+08",
    ] {
        assert_eq!(numbers(text), ["+56900007811"], "{text}");
    }
    for text in ["45 2 123456", "452123456", "045-2123456", "(45) 2123456", "+56 45 212 3456", "56 452123456"] {
        assert_eq!(numbers(text), ["+56452123456"], "{text}");
    }
    for text in ["02-22345678", "2 22345678", "222345678", "+56 2 2234 5678"] {
        assert_eq!(numbers(text), ["+56222345678"], "{text}");
    }
}

#[test]
fn every_number_of_a_cell_is_kept() {
    for text in [
        "900007811/900006852",
        "900007811 / 900006852",
        "900007811; 900006852",
        "900007811, 900006852",
        "900007811 y 900006852",
        "900007811 - 900006852",
        "900007811-900006852",
        "900007811 900006852",
        "900007811\n900006852",
        "9 0000 7811 9 0000 6852",
        "+56 9 0000 7811 +56 9 0000 6852",
        "56900007811.0/56900006852.0",
        "Mamá 9 0000 7811, papá 9 0000 6852",
        "900007811 o 900006852",
        "0 / 900007811 / 900006852",
    ] {
        assert_eq!(numbers(text), ["+56900007811", "+56900006852"], "{text}");
    }
}

#[test]
fn digits_that_were_lost_are_never_guessed() {
    for text in [
        "5,6900E+10",
        "5.69E+10",
        "5,69E10",
        "9E+08",
        "56 9000078",
        "569000078",
        "00007811",
        "90000781",
        "80000781",
        "22345678",
        "2345678",
        "9000O7811",
        "+56 9 0000 781",
        "9000078112",
        "123",
        "123456789",
        "+1234",
    ] {
        assert_eq!(phones(text), (vec![], Some(Doubt::PhoneDigitsLost)), "{text}");
    }
    let (found, doubt) = phones("900007811 / 0000685");
    assert_eq!((found.as_slice(), doubt), (["+56900007811".to_owned()].as_slice(), Some(Doubt::PhoneDigitsLost)));
}

#[test]
fn who_has_no_phone_has_none_and_nothing_was_lost() {
    for text in
        ["", "-", "0", "000000000", "999999999", "no tiene", "No Tiene.", "sin teléfono", "S/T", "s/i", "no", "."]
    {
        assert_eq!(phones(text), (vec![], None), "{text}");
    }
}

#[test]
fn a_family_from_abroad_keeps_its_number() {
    assert_eq!(numbers("+51 987 654 321"), ["+51987654321"]);
    assert_eq!(numbers("+58 412 1234567 / +56 9 0000 7811"), ["+584121234567", "+56900007811"]);
}

#[test]
fn a_mail_address_is_the_same_in_capitals_and_between_signs() {
    for text in [
        "apoderado@example.com",
        " APODERADO@EXAMPLE.COM ",
        "mailto:apoderado@example.com",
        "Ana Soto <apoderado@example.com>",
        "apoderado@example.com.",
        "apoderado@example.com; otra@example.com",
        "apoderado@example.com / otra@example.com",
        "apoderado@example.com, otra@example.com",
        "apoderado@example.com otra@example.com",
        "apoderado@example.com y otra@example.com",
        "no@tiene; apoderado@example.com",
        "correo: apoderado@example.com",
        "apoderado@example.com (mamá)",
        "'apoderado@example.com",
    ] {
        assert_eq!(email(text), Told::Value("apoderado@example.com".into()), "{text:?}");
    }
    assert_eq!(email("ana.maria_1+liceo@sub.example.cl"), Told::Value("ana.maria_1+liceo@sub.example.cl".into()));
}

#[test]
fn a_broken_address_never_becomes_the_one_of_somebody_else() {
    for text in [
        "notiene@",
        "@example.com",
        "a@b",
        "ana@example",
        "ana@@example.com",
        "ana@exa@mple.com",
        "ana@example..com",
        "ana@example,com",
        "ana@example.com,cl",
        "juan,perez@example.com",
        "juan perez@example.com",
        "ana@ example.com",
        "ana@example .com",
        "ana.@example.com",
        "ana@-example.com",
        "ana@example.c",
        "peña@example.com",
        "ana.example.com",
        "www.example.com",
    ] {
        assert_eq!(email(text), Told::Nonsense, "{text}");
    }
    for text in ["", "-", "no tiene", "No tiene correo", "sin correo", "S/C", "no usa", "notiene", "0", "NO"] {
        assert_eq!(email(text), Told::Nothing, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_the_readers_down(text in "\\PC{0,24}|[0-9+ ()./,;E-]{0,30}|[a-z.@, ;]{0,24}") {
        for phone in phones(&text).0 {
            prop_assert!(phone.starts_with('+') && phone.len() >= 11);
            prop_assert_eq!(phones(&phone), (vec![phone.clone()], None));
        }
        if let Told::Value(address) = email(&text) {
            prop_assert_eq!(email(&address), Told::Value(address.clone()));
        }
    }
}
