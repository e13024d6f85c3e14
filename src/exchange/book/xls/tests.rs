//! What a person would lose if an old workbook were read wrongly. `tests/data/nomina.*` is one list, saved by three programs.

use std::io::{Cursor, Write};

use super::record::*;
use crate::exchange::book::xlsx::tests::cells;
use crate::exchange::book::{self, Book};
use crate::exchange::codes::{Container, Looks, Measure, ReadError};

/// Name of a sheet, whether it is hidden, its cells.
type Read = (Option<String>, bool, Vec<Vec<String>>);

/// A file with one stream inside the shell.
fn shell(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut shell = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    shell.create_stream(name).unwrap().write_all(stream).unwrap();
    shell.into_inner().into_inner()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// A workbook of one sheet, in the version of Excel that `version` means; `head` stands before the sheets.
fn workbook(version: u16, head: &[u8], rows: &[Vec<u8>]) -> Vec<u8> {
    let bof = record(BOF, &[version.to_le_bytes(), 5_u16.to_le_bytes()].concat());
    let end = record(EOF, &[]);
    let name: &[u8] = if version == 0x0600 { &[1, 0, b'A'] } else { &[1, b'A'] };
    let sheet =
        |at: usize| record(BOUNDSHEET, &[&u32::try_from(at).unwrap().to_le_bytes(), &[0, 0][..], name].concat());
    let at = bof.len() + head.len() + sheet(0).len() + end.len();
    let globals = [bof.clone(), head.to_vec(), sheet(at), end.clone()].concat();
    shell(if version == 0x0600 { "/Workbook" } else { "/Book" }, &[globals, bof, rows.concat(), end].concat())
}

fn cell(kind: u16, row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    record(kind, &[&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0][..], rest].concat())
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    cell(NUMBER, row, column, &value.to_le_bytes())
}

#[test]
fn one_list_is_the_same_list_whichever_program_saved_it() {
    let file = |name: &str| std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (xls, xlsx, ods) = (file("nomina.xls"), file("nomina.xlsx"), file("nomina.ods"));
    let books = [&xls, &xlsx, &ods].map(|bytes| book::open(bytes).unwrap());
    let read = |book: &Book<'_>| -> Vec<Read> {
        (0..3).map(|at| (book.sheets[at].name.clone(), book.sheets[at].hidden, cells(book, at))).collect()
    };
    let [old, new, free] = books.each_ref().map(read);
    assert_eq!(books.map(|book| book.container), [Container::Xls, Container::Xlsx, Container::Ods]);
    let row = ["11111111", "Núñez Peñailillo, Úrsula", "2012-09-14", "81.7%", "5.6", "VERDADERO"];
    assert_eq!((old[0].2[3].as_slice(), old[1].1), (row.map(String::from).as_slice(), true));
    assert_eq!(old[0].2[4][1], "Muñoz “Ñancu” €");
    assert_eq!(old[2].2[1], [format!("{}1", "á".repeat(301))]);
    // The first program computes nothing, so its formulas have no result yet; the third writes yes and no as 1 and 0.
    let alike = |sheets: &[Read]| {
        let mut sheets = sheets.to_vec();
        sheets[0].2.truncate(5);
        sheets[0].2.iter_mut().for_each(|row| row.truncate(5));
        sheets
    };
    assert!(alike(&old) == alike(&new) && alike(&new) == alike(&free), "{:?}", [&old[0], &new[0], &free[0]]);
    assert_eq!(new[0].2[5], ["Promedio", "ab", "", "", "5.8", ""]);
}

#[test]
fn every_form_of_a_number_and_a_text_is_understood() {
    let rk = |value: u32| [&[0, 0][..], &value.to_le_bytes()].concat();
    let whole = (39_902_807_i32 << 2).cast_unsigned() | 2;
    let hundredth = (8530_i32 << 2).cast_unsigned() | 3;
    let many = [&[1, 0, 0, 0][..], &rk(whole), &rk(hundredth), &[1, 0]].concat();
    let text = |text: &[u8]| [&u16::try_from(text.len()).unwrap().to_le_bytes(), &[0][..], text].concat();
    let rows = [
        number(0, 0, 5.6),
        cell(RK, 0, 1, &whole.to_le_bytes()),
        record(MULRK, &many),
        cell(LABEL, 2, 0, &text(b"Mu\xF1oz")),
        cell(FORMULA, 2, 1, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]),
        record(STRING, &text(b"7B")),
        cell(FORMULA, 3, 0, &85.5_f64.to_le_bytes()),
        cell(FORMULA, 3, 1, &[1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
        cell(FORMULA, 3, 2, &[2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
        cell(BOOLERR, 4, 0, &[0x2A, 1]),
        cell(BOOLERR, 4, 1, &[0, 0]),
    ];
    let bytes = workbook(0x0600, &[], &rows);
    let opened = book::open(&bytes).unwrap();
    let expected = [["5.6", "39902807"], ["39902807", "85.3"], ["Muñoz", "7B"], ["85.5", "VERDADERO"], ["", "FALSO"]];
    assert_eq!(cells(&opened, 0), expected);
}

#[test]
fn a_list_from_before_1997_keeps_its_accents() {
    let label = cell(LABEL, 0, 0, &[&[5, 0][..], b"Mu\xF1oz"].concat());
    let bytes = workbook(0x0500, &record(CODEPAGE, &1252_u16.to_le_bytes()), &[label]);
    assert_eq!(cells(&book::open(&bytes).unwrap(), 0), [["Muñoz"]]);
}

#[test]
fn a_far_cell_or_a_million_texts_take_no_memory() {
    let refused = |head: &[u8], rows: &[Vec<u8>]| match book::open(&workbook(0x0600, head, rows)) {
        Err(ReadError::TooLarge(large)) => large.what,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&[], &[number(0, 0, 1.0), number(65_535, 255, 1.0)]), Measure::Cells);
    assert_eq!(refused(&[], &[number(0, u16::MAX, 1.0)]), Measure::Columns);
    let texts = [record(SST, &[0; 8000]), record(CONTINUE, &[0; 8000]).repeat(800)].concat();
    assert_eq!(refused(&texts, &[]), Measure::Cells);
}

#[test]
fn a_workbook_that_is_closed_or_none_is_said_to_be_that() {
    let error = |bytes: &[u8]| book::open(bytes).unwrap_err();
    let closed = ReadError::NotATable(Looks::ClosedWorkbook);
    assert_eq!(error(&workbook(0x0600, &record(FILEPASS, &[1, 0]), &[])), closed);
    assert_eq!(error(&shell("/EncryptedPackage", &[7; 5000])), closed);
    assert_eq!(error(&shell("/WordDocument", b"carta")), ReadError::NotATable(Looks::Binary));
    let whole = workbook(0x0600, &[], &[number(0, 0, 1.0)]);
    assert_eq!(error(&whole[..700]), closed);
    assert_eq!(error(&shell("/Workbook", &record(BOF, &[0, 6, 5, 0]))), closed);
}
