//! Where the header of a sheet stands and which column says what: found by content, under titles and blank rows, in one
//! row or two. Reads no record.

mod bind;
mod levels;

use csv::StringRecord;

use super::book::{Line, LineState, Sheet};
use super::codes::Skip;
use super::field::Field;
use super::reading::{Skipped, Wishes};
use super::{subject, value};

/// How many rows may stand above the header (titles, the school's address, legends).
const HEADER_WITHIN: usize = 60;

/// A column of a sheet that says something known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bound {
    /// Its place, from 0.
    pub(super) place: usize,
    /// What it says.
    pub(super) field: Field,
    /// Its header as the file writes it.
    pub(super) header: String,
}

/// The plan of one sheet.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Number of the (lower) header row.
    pub(super) header_row: u32,
    /// What is known, in the order of the columns; a field may stand several times.
    pub(super) columns: Vec<Bound>,
    /// Headers of which nothing is known, with their places.
    pub(super) unknown: Vec<(usize, String)>,
    /// Cells up to the last header that says something.
    pub(super) width: usize,
    /// Cells of the header row, those that say nothing included.
    pub(super) extent: usize,
    /// Rows above the records that are none.
    pub(super) above: Vec<Skipped>,
    /// Course of the records below, where a row above the header says it.
    pub(super) section: Option<String>,
    /// Month and year that a title says.
    pub(super) month: Option<(u8, Option<u16>)>,
    /// Whether the header is one of the Ministry's.
    pub(super) ministry: bool,
}

/// What a search for a header found.
#[derive(Debug)]
pub(super) enum Search {
    /// A header.
    Found(Box<Layout>),
    /// None; whether rows have more than one cell, and whether there are rows at all.
    None {
        /// Rows with something in them.
        rows: usize,
        /// The most cells of a row that hold something.
        cells: usize,
    },
}

impl Layout {
    /// The first column that says a field.
    pub(super) fn column(&self, field: Field) -> Option<&Bound> {
        self.columns.iter().find(|bound| bound.field == field)
    }

    /// Whether some column says a field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Whether some column says one of several fields.
    pub(super) fn has_any(&self, is: impl Fn(Field) -> bool) -> bool {
        self.columns.iter().any(|bound| is(bound.field))
    }
}

/// A row near the top.
struct Row {
    number: u32,
    cells: StringRecord,
    announces: bool,
}

/// Finds the header of a sheet.
pub(super) fn find(sheet: &Sheet<'_>, wishes: &Wishes) -> Search {
    let rows = top(sheet);
    let scores: Vec<usize> = rows.iter().map(|row| bind::score(&row.cells, wishes)).collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    let Some(at) = scores.iter().position(|score| *score == best).filter(|_| best > 0) else {
        let cells = rows.iter().map(|row| filled(&row.cells)).max().unwrap_or(0);
        let rows = rows.iter().filter(|row| filled(&row.cells) > 0 && !row.announces).count();
        return Search::None { rows, cells };
    };
    let cells = |at: usize| rows.get(at).map(|row| &row.cells);
    let (upper, lower) = levels::of(cells(at.wrapping_sub(1)), cells(at), cells(at + 1));
    let (upper_at, lower_at) = match (upper, lower) {
        (true, _) => (Some(at.wrapping_sub(1)), at),
        (_, true) => (Some(at), at + 1),
        _ => (None, at),
    };
    let Some(header) = cells(lower_at) else { return Search::None { rows: 0, cells: 0 } };
    let bound = match upper_at.and_then(cells) {
        Some(upper) => levels::bind(upper, header, wishes),
        None => bind::bind(header, wishes),
    };
    let above = rows.get(..lower_at).unwrap_or_default();
    Search::Found(Box::new(layout(above, upper_at, rows.get(lower_at).map_or(1, |row| row.number), bound)))
}

fn layout(above: &[Row], upper: Option<usize>, header_row: u32, bound: bind::Columns) -> Layout {
    let mut layout = Layout {
        header_row,
        ministry: is_of_codes(&bound),
        columns: bound.columns,
        unknown: bound.unknown,
        width: bound.width,
        extent: bound.extent,
        above: Vec::new(),
        section: None,
        month: None,
    };
    for (at, row) in above.iter().enumerate() {
        let reason = if upper == Some(at) {
            Skip::HeaderLevel1
        } else if row.announces {
            Skip::Sep
        } else {
            title(&row.cells, &mut layout)
        };
        layout.above.push(Skipped { row: row.number, reason });
    }
    layout.month = layout.month.or_else(|| month_of_days(&layout));
    layout
}

/// The month of a grid whose days are dates.
fn month_of_days(layout: &Layout) -> Option<(u8, Option<u16>)> {
    let first = layout.columns.iter().find(|bound| matches!(bound.field, Field::Day(_)))?;
    value::month::read(&first.header).filter(|(_, year)| year.is_some())
}

/// Whether the table is one of codes and figures, in which every filled row is meant: the Ministry's, or of territories.
fn is_of_codes(bound: &bind::Columns) -> bool {
    let has = |field| bound.columns.iter().any(|bound| bound.field == field);
    let headers =
        || bound.columns.iter().map(|bound| bound.header.as_str()).chain(bound.unknown.iter().map(|(_, h)| h.as_str()));
    let of_schools =
        has(Field::Rbd) && headers().any(|header| header.trim() == "NOM_RBD" || subject::is_of_school(header));
    let identified = has(Field::Run) || has(Field::ForeignId);
    has(Field::Mrun) || (!identified && (of_schools || headers().any(subject::is_of_territory)))
}

/// What a row above the header is; a title may say the month, a section the course.
fn title(cells: &StringRecord, layout: &mut Layout) -> Skip {
    let written: Vec<&str> = cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    if written.is_empty() {
        return Skip::Blank;
    }
    if layout.month.is_none() {
        layout.month = written.iter().find_map(|cell| value::month::inside(cell));
    }
    let Some(course) = section(&written) else { return Skip::Title };
    layout.section = Some(course);
    Skip::Section
}

/// The course that a section row names: `CURSO: SÉPTIMO BÁSICO "A"`, or nothing but a course.
pub(super) fn section(written: &[&str]) -> Option<String> {
    let first = *written.first()?;
    let named = || {
        let words = super::field::words(first);
        words.first().is_some_and(|word| word == "curso" || word == "nivel")
    };
    let text = written.join(" ");
    let course = match written.len() {
        1 | 2 if named() => value::course::course_inside(&text),
        1 => value::course::read(first),
        _ if named() => value::course::course_inside(&text),
        _ => None,
    };
    course.map(|course| course.to_string())
}

/// How many cells say something.
pub(super) fn filled(cells: &StringRecord) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn top(sheet: &Sheet<'_>) -> Vec<Row> {
    let mut walk = sheet.rows.walk(0);
    let mut rows = Vec::new();
    while let Some(line) = walk.next().filter(|_| rows.len() < HEADER_WITHIN) {
        let Line { number, cells, state } = line;
        rows.push(Row { number, cells: cells.clone(), announces: state == LineState::Announces });
    }
    rows
}
