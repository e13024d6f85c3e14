//! A file as sheets of rows of text cells, whatever holds them: separated text, a workbook, a web page.
//!
//! Knows nothing of what the cells mean. Numbers of a workbook are written as text: `85.3`, `85.3%` where the cell shows
//! a percent, dates as `2012-09-14`; so there is one way to understand a cell.
//!
//! Whatever is in a file, opening it ends with a book or a [`ReadError`]: nothing is reserved on the word of a file
//! ([`limits`]), and nothing panics, because a panic in any thread ends this program. That is why workbooks are read here,
//! record by record, over libraries for ZIP, XML and compound files: the libraries that read whole workbooks (calamine 0.38
//! was tried) reserve what a file says that it needs, unroll what it repeats, and panic on some damaged ones.

use csv::StringRecord;

use super::codes::Encoding;
use super::codes::{Container, Measure, ReadError};
use bytes::{Letters, Shape};
use grid::Gauge;
use pack::Kind;

mod apart;
pub mod bytes;
mod grid;
mod html;
pub mod limits;
mod mojibake;
mod number;
mod ods;
mod pack;
mod separator;
mod sheet_xml;
pub mod text;
mod xls;
mod xlsx;
mod xml;

use text::{Text, TextWalk};

/// A file, opened.
#[derive(Debug)]
pub struct Book<'b> {
    /// What holds it.
    pub container: Container,
    /// How its letters are written; workbooks do not say.
    pub encoding: Option<Encoding>,
    /// What stands between its cells, in separated text of more than one column.
    pub separator: Option<char>,
    /// Some letters could not be read.
    pub letters_lost: bool,
    /// Letters broken by two encodings were put together again.
    pub mojibake: bool,
    /// The sheets, in their order; one without name for text.
    pub sheets: Vec<Sheet<'b>>,
}

/// One sheet.
#[derive(Debug)]
pub struct Sheet<'b> {
    /// Its name, where it has one.
    pub name: Option<String>,
    /// Whether it is hidden from those who open the file.
    pub hidden: bool,
    /// Its rows.
    pub rows: Rows<'b>,
}

/// The rows of a sheet, to be walked as often as wanted.
#[derive(Debug)]
pub enum Rows<'b> {
    /// Held as text, taken apart on each walk.
    Text(Text<'b>),
    /// Held as cells, from row 1 on; a blank row is an empty record.
    Grid(Vec<StringRecord>),
}

/// A walk over the rows of a sheet.
pub enum Walk<'r> {
    /// Over text.
    Text(Box<TextWalk<'r>>),
    /// Over cells.
    Grid(std::iter::Enumerate<std::slice::Iter<'r, StringRecord>>),
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Line<'r> {
    /// Its number, from 1, blank ones included.
    pub number: u32,
    /// Its cells as they stand, spaces included.
    pub cells: &'r StringRecord,
    /// In what state it was found.
    pub state: LineState,
}

/// In what state a row was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineState {
    /// As it should be.
    Whole,
    /// It only announces the separator: `sep=;`.
    Announces,
    /// The row was one quoted cell, and was taken apart.
    DoubleQuoted,
    /// A quote opens in it and does not close before the line ends; its cells are not to be trusted.
    Unclosed,
    /// The text ends in it, without a line break: its last value may be half of itself.
    Last,
}

impl Rows<'_> {
    /// Starts at the first row. `width` is the number of cells that a whole row has; 0 while that is not known.
    pub fn walk(&self, width: usize) -> Walk<'_> {
        match self {
            Self::Text(text) => Walk::Text(Box::new(text.walk(width))),
            Self::Grid(rows) => Walk::Grid(rows.iter().enumerate()),
        }
    }
}

impl Rows<'_> {
    /// How many rows there are, give or take those with line breaks inside their cells.
    pub fn about_how_many(&self) -> u64 {
        match self {
            Self::Text(text) => text.about_how_many(),
            Self::Grid(rows) => rows.len() as u64,
        }
    }
}

impl Walk<'_> {
    /// The next row.
    #[expect(clippy::should_implement_trait, reason = "a row lives in its walk; an iterator could not give it out")]
    pub fn next(&mut self) -> Option<Line<'_>> {
        match self {
            Self::Text(walk) => walk.next(),
            Self::Grid(rows) => {
                let (at, cells) = rows.next()?;
                let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
                Some(Line { number, cells, state: LineState::Whole })
            }
        }
    }
}

/// Opens the bytes of a file. Its name plays no part.
pub fn open(bytes: &[u8]) -> Result<Book<'_>, ReadError> {
    limits::check(Measure::Bytes, bytes.len() as u64)?;
    match bytes::shape(bytes) {
        Shape::Other(looks) => Err(ReadError::NotATable(looks)),
        Shape::Packed => open_pack(bytes),
        Shape::Compound => {
            let mut gauge = Gauge::default();
            let sheets = xls::sheets(bytes, &mut gauge)?;
            of_sheets(Container::Xls, sheets, &gauge)
        }
        Shape::Text => open_letters(bytes::letters(bytes)?),
    }
}

/// Text is a page, a workbook in XML, or rows.
fn open_letters(letters: Letters<'_>) -> Result<Book<'_>, ReadError> {
    let (mut gauge, text) = (Gauge::default(), &letters.text);
    let mut book = if sheet_xml::is_workbook(text) {
        of_sheets(Container::Xls, sheet_xml::sheets(text, &mut gauge)?, &gauge)?
    } else if html::is_page(text) {
        of_sheets(Container::Html, html::sheets(text, &mut gauge)?, &gauge)?
    } else {
        return Ok(open_text(letters));
    };
    book.encoding = Some(letters.encoding);
    book.letters_lost |= letters.lost;
    book.mojibake |= letters.mojibake;
    Ok(book)
}

fn open_text(letters: Letters<'_>) -> Book<'_> {
    let text = Text::new(letters.text);
    Book {
        container: Container::Csv,
        encoding: Some(letters.encoding),
        separator: text.separator(),
        letters_lost: letters.lost,
        mojibake: letters.mojibake,
        sheets: vec![Sheet { name: None, hidden: false, rows: Rows::Text(text) }],
    }
}

fn open_pack(bytes: &[u8]) -> Result<Book<'static>, ReadError> {
    let mut gauge = Gauge::default();
    let (container, sheets) = match pack::open(bytes)? {
        (Kind::Xlsx, mut pack) => (Container::Xlsx, xlsx::sheets(&mut pack, &mut gauge)?),
        (Kind::Ods, mut pack) => (Container::Ods, ods::sheets(&mut pack, &mut gauge)?),
    };
    of_sheets(container, sheets, &gauge)
}

/// A workbook with its sheets, of which one at least holds something.
fn of_sheets(container: Container, sheets: Vec<Sheet<'static>>, gauge: &Gauge) -> Result<Book<'static>, ReadError> {
    let blank = |sheet: &Sheet<'_>| matches!(&sheet.rows, Rows::Grid(rows) if rows.is_empty());
    if sheets.iter().all(blank) {
        return Err(ReadError::EmptyFile);
    }
    let (letters_lost, mojibake) = (gauge.lost, gauge.mojibake);
    Ok(Book { container, encoding: None, separator: None, letters_lost, mojibake, sheets })
}
