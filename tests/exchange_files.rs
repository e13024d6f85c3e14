//! Whole files through the readers: the made ones beside this test, and the Ministry's where it is present.
#![expect(clippy::panic, reason = "a helper of these tests has no other way to say what is wrong")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use tep_notebook::exchange::{Content, Encoding, MonthlyRow, Parsed, RosterRow, WarningCode, kind::Kind, read};
use tep_notebook::notebook::personal::Reveal;

fn made(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn monthly(parsed: &Parsed) -> &[MonthlyRow] {
    let Content::Monthly(rows) = &parsed.content else { panic!("not monthly attendance: {:?}", parsed.kind) };
    rows
}

fn roster(parsed: &Parsed) -> &[RosterRow] {
    let Content::Roster(rows) = &parsed.content else { panic!("not a roster: {:?}", parsed.kind) };
    rows
}

fn warnings(parsed: &Parsed) -> Vec<(usize, WarningCode)> {
    parsed.warnings.iter().map(|warning| (warning.row, warning.code)).collect()
}

/// Days attended and held of all rows.
fn sums(rows: &[MonthlyRow]) -> (u64, u64) {
    let days = rows.iter().filter_map(|row| row.days);
    days.fold((0, 0), |(attended, held), days| (attended + u64::from(days.attended()), held + u64::from(days.held())))
}

#[test]
fn the_real_april_is_read_whole() {
    let path = "../shared/data/mineduc/20190513_Asistencia_abril_2019_20190430_PUBL_muestra.csv";
    let Ok(bytes) = fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)) else {
        eprintln!("skipped: the Ministry's file of April 2019 is not here");
        return;
    };
    let parsed = read(&bytes).unwrap();
    assert_eq!((parsed.kind, parsed.encoding, parsed.separator), (Kind::MonthlyAttendance, Encoding::Windows1252, ';'));
    assert_eq!((parsed.rows, parsed.rejected.len()), (2_316, 0));
    assert_eq!(warnings(&parsed), [(167, WarningCode::MrunDuplicate)]);
    assert_eq!(parsed.notes, []);
    let rows = monthly(&parsed);
    let pairs: BTreeSet<_> = rows.iter().map(|row| (row.rbd, row.mrun)).collect();
    let schools: BTreeSet<_> = rows.iter().map(|row| row.rbd).collect();
    assert_eq!((rows.len(), pairs.len(), schools.len()), (2_315, 2_315, 25));
    assert_eq!(sums(rows), (39_145, 43_112));
    assert!(rows.iter().all(|row| row.course.is_stated() && row.gender.is_some() && row.birth_month.is_some()));
    assert!(rows.iter().any(|row| row.commune.as_deref() == Some("TOLTÉN")));
}

#[test]
fn a_made_april_agrees_with_what_its_makers_expect() {
    let parsed = read(&made("m17a_mineduc_asistencia.csv")).unwrap();
    let expected: serde_json::Value = serde_json::from_slice(&made("m17a_mineduc_asistencia.csv.json")).unwrap();
    assert_eq!(expected["kind"], parsed.kind.code());
    assert_eq!(expected["format"]["encoding"], parsed.encoding.code());
    assert_eq!(warnings(&parsed), [(9, WarningCode::MrunDuplicate)]);
    let records = expected["records"].as_array().unwrap();
    assert_eq!(records.len(), monthly(&parsed).len());
    for (record, row) in records.iter().zip(monthly(&parsed)) {
        let days = row.days.unwrap();
        assert_eq!(record["mrun"], row.mrun);
        assert_eq!(record["attended"], days.attended());
        assert_eq!(record["held"], days.held());
        assert_eq!(record["course"], row.course.to_string());
        assert_eq!(record["birth_month"], row.birth_month.unwrap().to_string());
    }
    assert_eq!(monthly(&parsed)[0].school_name.as_deref(), Some("ESCUELA BÁSICA ÑANDÚ DEL SUR"));
}

#[test]
fn a_made_roster_agrees_with_what_its_makers_expect() {
    let parsed = read(&made("m01a_nomina_sige.csv")).unwrap();
    let expected: serde_json::Value = serde_json::from_slice(&made("m01a_nomina_sige.csv.json")).unwrap();
    assert_eq!(expected["kind"], parsed.kind.code());
    assert_eq!((parsed.rows, parsed.rejected.len(), parsed.warnings.len()), (14, 0, 0));
    let records = expected["records"].as_array().unwrap();
    assert_eq!(records.len(), roster(&parsed).len());
    for (record, row) in records.iter().zip(roster(&parsed)) {
        assert_eq!(record["run"], row.run.to_text());
        assert_eq!(record["course"], row.course.to_string());
        assert_eq!(record["given_names"].as_str().unwrap_or_default(), row.given_names.reveal(Reveal::ToMatch));
        assert_eq!(
            record["maternal_surname"].as_str().unwrap_or_default(),
            row.maternal_surname.reveal(Reveal::ToMatch)
        );
        assert_eq!(record["birth_date"], row.birth_date.unwrap().to_string());
        assert_eq!(record["withdrawn_on"].as_str(), row.withdrawn_on.map(|date| date.to_string()).as_deref());
        assert_eq!(record["phones"][0], row.phones[0].reveal(Reveal::ToMatch));
        assert_eq!(record["email"].as_str().unwrap_or_default(), row.email.reveal(Reveal::ToMatch));
        let tenths = |value: &serde_json::Value| value.as_f64().map(|value| (value * 10.0).round());
        assert_eq!(tenths(&record["attendance"]), row.attendance.map(|value| f64::from(value / 10)));
        assert_eq!(tenths(&record["average"]), row.average.map(|value| f64::from(value / 10)));
    }
}

#[test]
fn latin_1_and_utf_8_months_of_one_year_read_alike() {
    let march = read(&made("20220415_Asistencia_MARZO_2022_20220410_WEB.csv")).unwrap();
    let april = read(&made("20220515_Asistencia_ABRIL_2022_20220510_WEB.csv")).unwrap();
    assert_eq!((march.encoding, april.encoding), (Encoding::Windows1252, Encoding::Utf8));
    let schools = |parsed: &Parsed| -> BTreeMap<u32, (String, String)> {
        let named = |name: &Option<std::sync::Arc<str>>| name.as_deref().unwrap_or_default().to_owned();
        monthly(parsed).iter().map(|row| (row.rbd.number(), (named(&row.school_name), named(&row.commune)))).collect()
    };
    assert_eq!(schools(&march), schools(&april));
    assert_eq!(schools(&march)[&99001].0, "LICEO BICENTENARIO LOS CANELOS \"A\"");
    for parsed in [&march, &april] {
        assert_eq!((parsed.rows, parsed.rejected.len()), (844, 0));
        assert!(monthly(parsed).iter().all(|row| row.course.is_stated()));
    }
}

#[test]
fn the_same_table_reads_the_same_in_every_encoding_and_with_every_line_end() {
    let original = made("20220515_Asistencia_ABRIL_2022_20220510_WEB.csv");
    let text = std::str::from_utf8(&original).unwrap().trim_start_matches('\u{feff}');
    let reference = read(&original).unwrap();
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect();
    let variants: [(Vec<u8>, Encoding); 4] = [
        (text.replace("\r\n", "\n").into_bytes(), Encoding::Utf8),
        (encoding_rs::WINDOWS_1252.encode(text).0.into_owned(), Encoding::Windows1252),
        (utf16(u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes), Encoding::Utf16Be),
    ];
    for (bytes, encoding) in variants {
        let parsed = read(&bytes).unwrap();
        assert_eq!(parsed.encoding, encoding);
        assert_eq!(monthly(&parsed), monthly(&reference));
        assert_eq!(parsed.warnings, reference.warnings);
    }
}

#[test]
fn reversed_columns_give_the_same_rows() {
    let original = made("m17a_mineduc_asistencia.csv");
    let text = std::str::from_utf8(&original).unwrap();
    let reversed: Vec<String> = text.lines().map(|line| line.split(';').rev().collect::<Vec<_>>().join(";")).collect();
    let parsed = read(reversed.join("\n").as_bytes()).unwrap();
    let reference = read(&original).unwrap();
    let key = |parsed: &Parsed| -> Vec<_> {
        monthly(parsed).iter().map(|row| (row.row, row.mrun, row.days, row.course.to_string())).collect()
    };
    assert_eq!(key(&parsed), key(&reference));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_table_damaged_anywhere_never_panics_and_loses_no_count(
        at in 0.0..1.0_f64, length in 0..40_usize, junk in "[;\"\r\n,0-9a-zñÑ\u{0}-\u{7f}]{0,12}",
    ) {
        let original = made("m17a_mineduc_asistencia.csv");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let from = (at * original.len() as f64) as usize;
        let to = (from + length).min(original.len());
        let mut bytes = original.clone();
        bytes.splice(from..to, junk.bytes());
        if let Ok(parsed) = read(&bytes) {
            let lost = parsed.warnings.iter().filter(|warning| {
                matches!(warning.code, WarningCode::MrunDuplicate | WarningCode::RunDuplicate | WarningCode::RunDuplicateConflict)
            });
            prop_assert_eq!(parsed.rows, parsed.content.len() + parsed.rejected.len() + lost.count());
        }
    }

    #[test]
    fn a_table_cut_anywhere_keeps_its_whole_rows(at in 600..2_000_usize) {
        let original = made("m17a_mineduc_asistencia.csv");
        let cut = original.get(..at).unwrap();
        let whole = String::from_utf8_lossy(cut).matches('\n').count();
        if let Ok(parsed) = read(cut) {
            prop_assert!(parsed.rejected.len() <= 1);
            prop_assert!(parsed.rows + 1 >= whole);
        }
    }
}
