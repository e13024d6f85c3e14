//! What a person would lose if a workbook of Excel's were read wrongly. The workbooks are made here, part by part.

use std::fmt::Write as _;
use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::exchange::book::{self, Book, Rows};
use crate::exchange::codes::{Container, Looks, Measure, ReadError};

/// A packed file of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut pack = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        pack.start_file(*name, SimpleFileOptions::default()).unwrap();
        pack.write_all(content).unwrap();
    }
    pack.finish().unwrap().into_inner()
}

const RELS: &str = r#"<Relationships xmlns="r"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
</Relationships>"#;

/// Formats: 0 general, 1 percent, 2 a day, 3 days as Chile writes them, 4 one digit and percent.
const STYLES: &str = r#"<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy;@"/>
<numFmt numFmtId="165" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/>
<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;

/// A workbook of sheets, each with its name, what else its entry says, and its rows.
pub fn workbook(head: &str, sheets: &[(&str, &str, &str)], strings: &str) -> Vec<u8> {
    let (mut list, mut rels, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, state, rows)) in sheets.iter().enumerate() {
        let _ = write!(list, r#"<sheet name="{name}" sheetId="{at}" {state} r:id="s{at}"/>"#);
        let _ = write!(rels, r#"<Relationship Id="s{at}" Type="x/worksheet" Target="worksheets/sheet{at}.xml"/>"#);
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    let book = format!("<workbook>{head}<sheets>{list}</sheets></workbook>");
    let shared = r#"<Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/>
        <Relationship Id="f" Type="x/styles" Target="/xl/styles.xml"/>"#;
    let rels = format!("<Relationships>{rels}{shared}</Relationships>");
    let mut all = vec![
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ];
    all.extend(parts.iter().map(|(name, sheet)| (name.as_str(), sheet.as_bytes())));
    packed(&all)
}

pub fn sheet(rows: &str) -> Vec<u8> {
    workbook("", &[("Nómina", "", rows)], "<sst/>")
}

/// The cells of a sheet.
pub fn cells(book: &Book<'_>, at: usize) -> Vec<Vec<String>> {
    let Rows::Grid(rows) = &book.sheets[at].rows else { panic!("a workbook has cells") };
    rows.iter().map(|row| row.iter().map(String::from).collect()).collect()
}

fn only(bytes: &[u8]) -> Vec<Vec<String>> {
    cells(&book::open(bytes).unwrap(), 0)
}

fn refused(bytes: &[u8]) -> Measure {
    match book::open(bytes) {
        Err(ReadError::TooLarge(large)) => large.what,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_run_an_attendance_and_a_birthday_come_as_the_cell_shows_them() {
    let rows = r#"<row r="1"><c r="A1"><v>12345678</v></c><c r="B1" s="1"><v>0.81700000000000006</v></c>
        <c r="C1" s="2"><v>41166</v></c><c r="D1" s="3"><v>41166</v></c><c r="E1" s="4"><v>0.9</v></c>
        <c r="F1"><v>5.6</v></c><c r="G1" t="b"><v>1</v></c></row>"#;
    let expected = ["12345678", "81.7%", "2012-09-14", "2012-09-14", "90%", "5.6", "VERDADERO"];
    assert_eq!(only(&sheet(rows)), [expected]);
    let old = workbook(r#"<workbookPr date1904="1"/>"#, &[("a", "", rows)], "<sst/>");
    assert_eq!(only(&old)[0][2], "2016-09-15");
}

#[test]
fn formulas_give_what_excel_computed_last_and_errors_are_blank() {
    let rows = r#"<row r="1"><c r="A1" t="str"><f>WEBSERVICE("x")</f><v>7B</v></c><c r="B1"><f>1/0</f><v>85.5</v></c>
        <c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="e"><v>#SPILL!</v></c><c r="E1" t="inlineStr"><is><t>fin</t></is></c></row>"#;
    assert_eq!(only(&sheet(rows)), [["7B", "85.5", "", "", "fin"]]);
}

#[test]
fn rows_keep_their_numbers_and_hidden_ones_are_students_too() {
    let rows = r#"<row r="2"><c r="B2" t="s"><v>0</v></c></row>
        <row r="5" hidden="1"><c r="A5" t="s"><v>1</v></c><c r="B5" s="2"/></row><row r="9"><c r="A9" s="2"/></row>"#;
    let strings = "<sst uniqueCount=\"2\"><si><t>RUN</t></si><si><r><t xml:space=\"preserve\">MuÃ±oz </t></r><r><t>&amp; Cía</t></r></si></sst>";
    let book = workbook("", &[("a", "", rows)], strings);
    let opened = book::open(&book).unwrap();
    let expected: [&[&str]; 5] = [&[], &["", "RUN"], &[], &[], &["Muñoz & Cía", ""]];
    assert_eq!(cells(&opened, 0), expected);
    assert!(opened.mojibake && opened.container == Container::Xlsx);
}

#[test]
fn hidden_sheets_are_known_as_such_and_keep_their_place() {
    let row = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let sheets =
        [("Instrucciones", "", row), ("Datos", r#"state="hidden""#, row), ("Más", r#"state="veryHidden""#, row)];
    let bytes = workbook("", &sheets, "<sst/>");
    let opened = book::open(&bytes).unwrap();
    let found: Vec<_> = opened.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.hidden)).collect();
    assert_eq!(found, [("Instrucciones", false), ("Datos", true), ("Más", true)]);
}

#[test]
fn a_far_cell_or_a_bomb_takes_no_memory() {
    let far = sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    assert_eq!(refused(&far), Measure::Rows);
    assert_eq!(refused(&sheet(r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#)), Measure::Columns);
    let zeros = vec![b' '; 200 * 1024 * 1024];
    let bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(refused(&bomb), Measure::Unpacked);
    let parts: Vec<(String, &[u8])> = (0..1200).map(|at| (format!("xl/{at}workbook.xml"), b"".as_slice())).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(refused(&packed(&parts)), Measure::Parts);
}

#[test]
fn one_long_text_in_every_cell_is_refused_before_it_fills_the_memory() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(60_000));
    let row = |at: usize| format!(r#"<row r="{at}"><c t="s"><v>0</v></c></row>"#);
    let rows: String = (1..4000).map(row).collect();
    assert_eq!(refused(&workbook("", &[("a", "", &rows)], &strings)), Measure::Unpacked);
}

#[test]
fn a_file_that_promises_too_much_is_read_as_what_it_is() {
    let rows =
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="99"><v>5</v></c><c r="C1" t="s"><v>9</v></c></row>"#;
    let promise = workbook("", &[("a", "", rows)], r#"<sst uniqueCount="99999999999999"><si><t>a</t></si></sst>"#);
    assert_eq!(only(&promise), [["a", "5"]]);
    let texts = format!("<sst>{}</sst>", "<si/>".repeat(2_100_000));
    assert_eq!(refused(&workbook("", &[("a", "", rows)], &texts)), Measure::Cells);
    let long = format!(r#"<row r="1"><c r="A{}"><v>1</v></c></row>"#, "9".repeat(100));
    assert_eq!(refused(&sheet(&long)), Measure::Rows);
    assert_eq!(refused(&sheet(r#"<row r="1"><c r="ZZZZZZZZZZZZZZZZZZZZ1"><v>1</v></c></row>"#)), Measure::Columns);
}

#[test]
fn a_workbook_with_other_names_for_its_parts_is_a_workbook_too() {
    let rels = RELS.replace("xl/workbook.xml", "/Libro/WorkBook.xml");
    let row =
        r#"<x:row><x:c t="inlineStr"><x:is><x:t>Mu_x00f1_oz _x 1</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row>"#;
    let sheet = format!("<x:worksheet><x:sheetData>{row}</x:sheetData></x:worksheet>");
    let bytes = packed(&[
        ("_rels/.rels", rels.as_bytes()),
        ("libro\\workbook.xml", b"<x:workbook><x:sheets><x:sheet name='a' r:id='s'/></x:sheets></x:workbook>"),
        (
            "Libro/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id='s' Type='y/worksheet' Target='../hoja.xml'/></Relationships>",
        ),
        ("hoja.xml", sheet.as_bytes()),
    ]);
    assert_eq!(only(&bytes), [["Muñoz _x 1", "7"]]);
}

#[test]
fn a_part_that_is_longer_than_it_says_is_no_workbook() {
    let mut bytes = packed(&[("xl/workbook.xml", &[b' '; 5000])]);
    // The length stands twice: before the part and in the list at the end.
    let length = 5000_u32.to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|window| window == length) {
        bytes[at..at + 4].copy_from_slice(&50_u32.to_le_bytes());
    }
    assert_eq!(book::open(&bytes).unwrap_err(), ReadError::NotATable(Looks::ClosedWorkbook));
}

#[test]
fn what_is_packed_and_no_workbook_is_said_to_be_that() {
    let looks = |parts: &[(&str, &[u8])]| book::open(&packed(parts)).unwrap_err();
    assert_eq!(looks(&[("datos.csv", b"RUN;Nombre")]), ReadError::NotATable(Looks::Archive));
    assert_eq!(looks(&[("word/document.xml", b"<w/>")]), ReadError::NotATable(Looks::Binary));
    assert_eq!(looks(&[("xl/workbook.bin", b"x")]), ReadError::NotATable(Looks::ClosedWorkbook));
    assert_eq!(looks(&[("xl/workbook.xml", b"<")]), ReadError::NotATable(Looks::ClosedWorkbook));
    let cut = sheet("<row/>");
    let error = book::open(&cut[..cut.len() / 2]).unwrap_err();
    assert_eq!(error, ReadError::NotATable(Looks::ClosedWorkbook));
    assert_eq!(book::open(&sheet("")).unwrap_err(), ReadError::EmptyFile);
}
