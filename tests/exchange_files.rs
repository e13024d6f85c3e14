//! Whole files through the readers: the same table in other encodings, orders and states of repair.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use std::{fs, path::PathBuf};

use chrono::NaiveDate;
use proptest::prelude::*;
use tep_notebook::{
    exchange::{Encoding, ReadError, Reading, Wishes, read},
    notebook::personal::Reveal,
    rules::identity::{Rbd, Run},
};

fn made(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

fn reading(bytes: &[u8]) -> Result<Reading, ReadError> {
    read(bytes, &Wishes::default(), NaiveDate::from_ymd_opt(2026, 11, 24).unwrap())
}

const ANDU: &str = "messy/m17a_mineduc_asistencia.csv";

#[test]
fn latin_1_and_utf_8_months_of_one_year_read_alike() {
    let march = reading(&made("20220415_Asistencia_MARZO_2022_20220410_WEB.csv")).unwrap();
    let april = reading(&made("20220515_Asistencia_ABRIL_2022_20220510_WEB.csv")).unwrap();
    let encoding = |reading: &Reading| reading.format.encoding.unwrap();
    assert_eq!((encoding(&march), encoding(&april)), (Encoding::Windows1252, Encoding::Utf8));
    assert_eq!(march.schools, april.schools);
    let name = march.schools[&Rbd::new(99_001).unwrap()].name.as_deref();
    assert_eq!(name, Some("LICEO BICENTENARIO LOS CANELOS \"A\""));
    for reading in [&march, &april] {
        assert_eq!((reading.rows, reading.rejected.len()), (844, 0));
        assert!(reading.records.iter().all(|record| record.course.is_some()));
    }
}

#[test]
fn the_same_table_reads_the_same_in_every_encoding_and_with_every_line_end() {
    let original = made("20220515_Asistencia_ABRIL_2022_20220510_WEB.csv");
    let text = std::str::from_utf8(&original).unwrap().trim_start_matches('\u{feff}');
    let reference = reading(&original).unwrap();
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect();
    let variants: [(Vec<u8>, Encoding); 4] = [
        (text.replace("\r\n", "\n").into_bytes(), Encoding::Utf8),
        (encoding_rs::WINDOWS_1252.encode(text).0.into_owned(), Encoding::Windows1252),
        (utf16(u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes), Encoding::Utf16Be),
    ];
    for (bytes, encoding) in variants {
        let other = reading(&bytes).unwrap();
        assert_eq!(other.format.encoding, Some(encoding));
        assert_eq!(other.records, reference.records);
        assert_eq!(other.warnings, reference.warnings);
    }
}

#[test]
fn reversed_columns_give_the_same_rows() {
    let original = made(ANDU);
    let text = std::str::from_utf8(&original).unwrap();
    let reversed: Vec<String> = text.lines().map(|line| line.split(';').rev().collect::<Vec<_>>().join(";")).collect();
    assert_eq!(reading(reversed.join("\n").as_bytes()).unwrap().records, reading(&original).unwrap().records);
}

#[test]
fn every_record_comes_back_from_the_worker_process_as_it_went() {
    for name in ["m01a_nomina_sige.csv", "m08a_encabezado_doble.csv", "m12b_notas.xlsx", "m22b_contactos.csv"] {
        let there = reading(&made(&format!("messy/{name}"))).unwrap();
        let back: Reading = serde_json::from_str(&serde_json::to_string(&there).unwrap()).unwrap();
        assert_eq!(back.records, there.records, "{name}");
    }
}

/// A student as a list writes them.
#[derive(Debug, Clone)]
struct Listed {
    run: Run,
    name: String,
    born: NaiveDate,
    percent: u16,
    average: u16,
    note: String,
}

fn listed() -> impl Strategy<Value = Listed> {
    let born = (1998..2020_i32, 1..13_u32, 1..29_u32);
    (
        1_000_000..28_000_000_u32,
        "[A-ZÑÁ][a-zñáé]{2,9} [A-ZÑ][a-zú]{2,8}",
        born,
        0..=1_000_u16,
        10..=70_u16,
        "[a-z;\",ñ\\-(]{3,14}x",
    )
        .prop_map(|(number, name, (year, month, day), tenths, average, note)| Listed {
            run: Run::from_number(number).unwrap(),
            name,
            born: NaiveDate::from_ymd_opt(year, month, day).unwrap(),
            percent: tenths * 10,
            average: average * 10,
            note,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_as_a_table_is_read_as_it_was(
        students in prop::collection::btree_map(any::<u32>(), listed(), 2..12), separator in prop::sample::select(&b";\t|,"[..]),
    ) {
        let mut students: Vec<Listed> = students.into_values().collect();
        students.sort_by_key(|student| student.run);
        students.dedup_by_key(|student| student.run);
        let mut table = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        table.write_record(["RUN", "Nombre", "Fecha de nacimiento", "% Asistencia", "Promedio", "Observación"]).unwrap();
        for student in &students {
            let decimal = |hundredths: u16| format!("{},{}", hundredths / 100, hundredths % 100 / 10);
            let born = student.born.format("%d-%m-%Y").to_string();
            // The first says that the column goes to a hundred.
            let percent = format!("{} %", decimal(student.percent));
            let row = [student.run.to_text(), student.name.clone(), born, percent, decimal(student.average), student.note.clone()];
            table.write_record(&row).unwrap();
        }
        let read = reading(&table.into_inner().unwrap()).unwrap();
        prop_assert_eq!(read.records.len(), students.len());
        for (record, student) in read.records.iter().zip(&students) {
            let more = record.more.as_ref().unwrap();
            prop_assert_eq!(record.run, Some(student.run));
            prop_assert_eq!(more.given_names.reveal(Reveal::ToMatch), &student.name);
            prop_assert_eq!(record.birth, Some(tep_notebook::exchange::record::Birth::Day(student.born)));
            prop_assert_eq!(record.attendance, Some(student.percent));
            prop_assert_eq!(record.average, Some(student.average));
            prop_assert_eq!(more.remark.reveal(Reveal::ToMatch), &student.note);
        }
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = reading(&bytes);
    }

    #[test]
    fn a_table_cut_anywhere_keeps_its_whole_rows(at in 600..2_000_usize) {
        let original = made(ANDU);
        let cut = original.get(..at).unwrap();
        let whole = String::from_utf8_lossy(cut).matches('\n').count();
        if let Ok(read) = reading(cut) {
            prop_assert!(read.rejected.len() <= 1);
            prop_assert!(read.rows + 1 >= whole);
        }
    }
}
