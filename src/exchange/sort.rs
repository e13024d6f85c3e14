//! What a row under a header is: about somebody, or a heading, a total, a note.

use csv::StringRecord;

use super::field::{self, Field};
use super::layout::{Layout, section};
use super::value::{self, run::RunTold};

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sort {
    /// About somebody, or perhaps.
    Data,
    /// Nothing in it.
    Blank,
    /// The course of the rows below.
    Section(String),
    /// The header once more, or a part of it.
    RepeatedHeader,
    /// A total.
    Total,
    /// A line of text that is no record.
    Text,
}

/// Words with which a total begins.
const TOTALS: &[&str] = &[
    "total",
    "totales",
    "subtotal",
    "subtotales",
    "sub",
    "promedio",
    "promedios",
    "suma",
    "sumatoria",
    "media",
    "prom",
    "resumen",
    "cantidad",
];

/// Cells before which a total says that it is one.
const TOTAL_WITHIN: usize = 4;

/// Sorts a row. In the Ministry's tables every filled row is meant.
pub(super) fn sort(cells: &StringRecord, layout: &Layout) -> Sort {
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return Sort::Blank;
    }
    if is_header(cells, layout) {
        return Sort::RepeatedHeader;
    }
    if layout.ministry || identified(cells, layout) {
        return Sort::Data;
    }
    let written: Vec<&str> = cells.iter().map(value::trim).filter(|cell| !cell.is_empty()).collect();
    let Some(first) = written.first() else { return Sort::Blank };
    if let Some(course) = section(&written) {
        return Sort::Section(course);
    }
    if written.iter().take(TOTAL_WITHIN).any(|cell| is_total(cell)) {
        return Sort::Total;
    }
    if written.len() == 1 && layout.columns.len() > 2 {
        return Sort::Text;
    }
    let identifiable = layout.has_any(Field::identifies);
    let named = layout.columns.iter().any(|bound| bound.field.is_name() && is_word(cells.get(bound.place)));
    let known = layout.columns.iter().filter(|bound| is_said(cells.get(bound.place))).count();
    let signed = first.starts_with(['_', '*', '(', '-', '=', '•']) || first.ends_with(':');
    let few = known < 2 && !(named && layout.columns.len() == 2);
    if (identifiable && !named) || few || signed || is_note(first) { Sort::Text } else { Sort::Data }
}

/// Whether a cell announces a total.
fn is_total(cell: &str) -> bool {
    let words = field::words(cell);
    words.first().is_some_and(|word| TOTALS.contains(&word.as_str()))
        || matches!(words.as_slice(), [first, second, ..] if first == "n" && second == "de")
}

/// Whether a text is a note, a source, a signature.
fn is_note(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "fuente",
        "nota",
        "elaborado",
        "firma",
        "timbre",
        "fecha",
        "observacion",
        "observaciones",
        "pagina",
        "impreso",
        "emitido",
        "documento",
        "generado",
        "leyenda",
        "simbologia",
        "profesor",
        "profesora",
        "director",
        "directora",
        "utp",
        "inspector",
        "inspectora",
        "jefe",
    ];
    field::words(text).first().is_some_and(|word| STARTS.contains(&word.as_str()))
}

/// Headers are words: numbers need not be folded to know that they are none.
fn may_be_words(cell: &str) -> bool {
    !cell.starts_with(|letter: char| letter.is_ascii_digit())
}

fn is_said(cell: Option<&str>) -> bool {
    cell.is_some_and(|cell| !value::is_blank(cell))
}

fn is_word(cell: Option<&str>) -> bool {
    cell.is_some_and(|cell| cell.chars().filter(|letter| letter.is_alphabetic()).count() > 1)
}

/// Whether a number stands where students are identified.
fn identified(cells: &StringRecord, layout: &Layout) -> bool {
    let cell = |field| cells.get(layout.column(field)?.place).filter(|cell| is_said(Some(cell)));
    if let Some(run) = cell(Field::Run) {
        return !matches!(value::run::read(run, cell(Field::CheckDigit)), RunTold::Nothing | RunTold::Nonsense);
    }
    cell(Field::ForeignId).is_some_and(|id| id.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Whether a row is the header once more: every bound cell that is filled says what the header says.
fn is_header(cells: &StringRecord, layout: &Layout) -> bool {
    let mut said = layout.columns.iter().filter_map(|bound| {
        let cell = cells.get(bound.place)?.trim();
        (!cell.is_empty()).then_some((bound, cell))
    });
    let same = |(bound, cell): (&super::layout::Bound, &str)| {
        bound.header.trim() == cell || (may_be_words(cell) && field::fold(&bound.header) == field::fold(cell))
    };
    match said.next() {
        // Most rows end here: their first cell is no header.
        Some(first) if same(first) => said.all(same) && layout.columns.len() > 1,
        _ => false,
    }
}
