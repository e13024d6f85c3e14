//! What a person would lose if a page named `.xls` were read wrongly.

use crate::exchange::book;
use crate::exchange::book::xlsx::tests::cells;
use crate::exchange::codes::Encoding;
use crate::exchange::codes::{Container, Looks, Measure, ReadError};

fn read(page: &str) -> Vec<Vec<String>> {
    cells(&book::open(page.as_bytes()).unwrap(), 0)
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn a_download_of_sige_is_a_list_with_its_accents() {
    let page = "<HTML><HEAD><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=utf-8'><TITLE>x<y</TITLE>\
        <STYLE>td{mso-number-format:\"\\@\"}</STYLE></HEAD><BODY>\n<TABLE border=1>\n<TR><TH>Run</TH><TH>A&ntilde;o<BR>curso</TH>\
        <TH>Nombre</TH></TR>\n<TR><TD x:num>11111111</TD><TD>&nbsp;</TD><TD> <b>N&#250;&ntilde;ez</b>\n  Mu\u{f1}oz &amp; C\u{ed}a </TD></TR>\
        </TABLE></BODY></HTML>";
    let expected = rows(&[&["Run", "Año curso", "Nombre"], &["11111111", "", "Núñez Muñoz & Cía"]]);
    assert_eq!(read(page), expected);
    let latin: Vec<u8> = page.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let opened = book::open(&latin).unwrap();
    assert_eq!((opened.container, opened.encoding), (Container::Html, Some(Encoding::Windows1252)));
    assert_eq!(cells(&opened, 0), expected);
}

#[test]
fn cells_that_span_leave_their_neighbours_in_their_columns() {
    let page = "<table><tr><td rowspan=2>RUN<td colspan='2'>Marzo<td>Fin</tr><tr><td>Días<td>%</tr><tr><td>1-9<td>20<td>85<td>x</table>";
    let expected: [&[&str]; 3] = [&["RUN", "Marzo", "", "Fin"], &["", "Días", "%", ""], &["1-9", "20", "85", "x"]];
    assert_eq!(read(page), rows(&expected));
}

#[test]
fn tags_that_never_close_and_words_of_office_cost_nothing() {
    let page = "<!DOCTYPE html><!-- <table><tr><td>no --><![if !x]><p>Informe<table><script>if (a<b) document.write('<td>')</script>\
        <tr><td>RUN<td>Nombre<tr><td>1-9<td>Ana<p>María</p><tr><tr><td>2-7<td>Luis<!--[if gte mso 9]><xml>y</xml><![endif]-->";
    let expected: [&[&str]; 4] = [&["RUN", "Nombre"], &["1-9", "Ana María"], &[], &["2-7", "Luis"]];
    assert_eq!(read(page), rows(&expected));
}

#[test]
fn every_table_of_a_page_is_read_also_one_inside_another() {
    let page =
        "<table><tr><td>Liceo Los Ulmos</table><table><tr><td><table><tr><td>RUN<td>Nombre</table></td></tr></table>";
    assert_eq!(read(page), rows(&[&["Liceo Los Ulmos", ""], &[], &["RUN", "Nombre"]]));
}

#[test]
fn a_page_without_table_is_a_page_and_a_span_of_millions_takes_no_memory() {
    let error = |page: &str| book::open(page.as_bytes()).unwrap_err();
    assert_eq!(error("\n <html><body>Sesión expirada"), ReadError::NotATable(Looks::WebPage));
    assert_eq!(error("<?xml version='1.0'?><datos/>"), ReadError::NotATable(Looks::WebPage));
    assert_eq!(error("<table><tr><td> </table>"), ReadError::EmptyFile);
    let span = "<table><tr><td colspan=4000000000 rowspan=4000000000>a<td>b</table>";
    let ReadError::TooLarge(large) = error(span) else { panic!("a far cell was read") };
    assert_eq!(large.what, Measure::Columns);
    // A header in angle brackets is no page.
    assert!(book::open(b"<RUN>;Nombre\n1-9;Ana\n").is_ok_and(|book| book.container == Container::Csv));
}
