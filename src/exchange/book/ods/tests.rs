//! What a person would lose if a workbook of `LibreOffice`'s were read wrongly.

use crate::exchange::book;
use crate::exchange::book::xlsx::tests::{cells, packed};
use crate::exchange::codes::{Container, Looks, Measure, ReadError};

pub fn workbook(content: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"ta1\"><style:table-properties \
         table:display=\"true\"/></style:style><style:style style:name=\"ta2\"><style:table-properties \
         table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{content}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mime = b"application/vnd.oasis.opendocument.spreadsheet";
    packed(&[("mimetype", mime), ("content.xml", content.as_bytes())])
}

fn sheet(rows: &str) -> Vec<u8> {
    workbook(&format!("<table:table table:name=\"a\">{rows}</table:table>"))
}

#[test]
fn numbers_percents_and_days_come_as_the_cell_shows_them() {
    let rows = r#"<table:table-column table:number-columns-repeated="16384"/>
        <table:table-row><table:table-cell office:value-type="float" office:value="12345678"/>
        <table:table-cell office:value-type="percentage" office:value="0.8170000000000001"><text:p>81,7 %</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2012-09-14T00:00:00"/>
        <table:table-cell office:value-type="boolean" office:boolean-value="false"/>
        <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>nota</text:p></office:annotation>
        <text:p>Muñoz<text:s text:c="2"/>&amp; <text:span>Cía</text:span></text:p><text:p>dos</text:p></table:table-cell>
        </table:table-row>"#;
    let bytes = sheet(rows);
    let opened = book::open(&bytes).unwrap();
    assert_eq!(cells(&opened, 0), [["12345678", "81.7%", "2012-09-14", "FALSO", "", "Muñoz  & Cía\ndos"]]);
    assert_eq!(opened.container, Container::Ods);
}

#[test]
fn a_million_repeated_blanks_are_passed_over_and_a_million_repeated_values_refused() {
    let blank = r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell
        table:number-columns-repeated="16384"/></table:table-row>"#;
    let value = |columns: u64| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"{columns}\"/>"
        )
    };
    let row = |times: u64, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    let good = sheet(&(row(2, &value(3)) + blank));
    assert_eq!(cells(&book::open(&good).unwrap(), 0), [["1", "1", "1"], ["1", "1", "1"]]);
    let refused = |rows: &str| match book::open(&sheet(rows)) {
        Err(ReadError::TooLarge(large)) => large.what,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&row(u64::MAX, &value(1))), Measure::Rows);
    assert_eq!(refused(&row(1, &value(u64::MAX))), Measure::Columns);
    assert_eq!(refused(&row(90_000, &value(400))), Measure::Cells);
    assert_eq!(refused(&(blank.to_owned() + &row(1, &value(1)))), Measure::Rows);
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"9999999999\"/>b</text:p></table:table-cell>";
    assert_eq!(refused(&row(1, spaces)), Measure::Cell);
}

#[test]
fn a_hidden_sheet_is_known_as_such() {
    let row = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let table = |name: &str, style: &str| {
        format!("<table:table table:name=\"{name}\" table:style-name=\"{style}\">{row}</table:table>")
    };
    let bytes = workbook(&(table("Datos", "ta1") + &table("Oculta", "ta2")));
    let opened = book::open(&bytes).unwrap();
    let found: Vec<_> = opened.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.hidden)).collect();
    assert_eq!(found, [("Datos", false), ("Oculta", true)]);
}

#[test]
fn a_workbook_closed_by_a_password_is_said_to_be_closed() {
    let mime = b"application/vnd.oasis.opendocument.spreadsheet";
    let bytes = packed(&[("mimetype", mime), ("content.xml", b"\x03\x9A\xFF\x00<secret")]);
    assert_eq!(book::open(&bytes).unwrap_err(), ReadError::NotATable(Looks::ClosedWorkbook));
}
