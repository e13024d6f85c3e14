//! What only a whole column can say: the scale of its percents, whether `Nombre` holds surnames too, whether it holds
//! grades or concepts, what an `M` means, how days are marked. Found by a walk over the rows before they are read.

use super::book::Sheet;
use super::field::Field;
use super::layout::{Bound, Layout, filled};
use super::value::{self, Told, course, daily, gender, grade, number, percent};

/// Rows that are looked at in one of the Ministry's tables, whose columns are known.
const MINISTRY_ROWS: usize = 400;
/// Rows that are looked at in others.
const ROWS: usize = 20_000;

/// What the columns of a sheet say as a whole; one entry for each bound column.
#[derive(Debug, Default)]
pub(super) struct Profile {
    columns: Vec<Seen>,
    /// How a gender is written.
    pub(super) gender: gender::Letters,
    /// What the letter behind a bare number is in a column of courses.
    pub(super) courses: course::Letters,
    /// How the days of a grid are marked.
    pub(super) marks: daily::Marks,
    /// Rows with somebody in them.
    pub(super) rows: usize,
    /// Decimal commas, decimal points, and signs that a program wrote the cells (`.0`, times of day).
    decimal: Decimals,
}

#[derive(Debug, Default)]
struct Seen {
    filled: usize,
    scale: percent::Scale,
    grades: grade::ColumnKind,
    words: usize,
    commas: usize,
}

#[derive(Debug, Default)]
struct Decimals {
    commas: usize,
    points: usize,
    /// Columns that measure something stand in the table.
    measured: bool,
    traces: bool,
}

impl Profile {
    /// Looks at the rows under the header.
    pub(super) fn of(sheet: &Sheet<'_>, layout: &Layout) -> Self {
        let mut profile = Self { columns: Vec::new(), ..Self::default() };
        profile.columns.resize_with(layout.columns.len(), Seen::default);
        profile.decimal.measured = layout.has_any(is_measured);
        let limit = if layout.ministry { MINISTRY_ROWS } else { ROWS };
        let mut walk = sheet.rows.walk(layout.width);
        while let Some(line) = walk.next() {
            if line.number <= layout.header_row || !is_about_somebody(line.cells, layout) {
                continue;
            }
            profile.rows += 1;
            for (bound, seen) in layout.columns.iter().zip(&mut profile.columns) {
                let Some(cell) = line.cells.get(bound.place).map(value::trim).filter(|cell| !cell.is_empty()) else {
                    continue;
                };
                seen.filled += usize::from(!value::is_blank(cell));
                look(bound, cell, seen);
                match bound.field {
                    Field::Gender => profile.gender.see(cell),
                    Field::Course => profile.courses.see(cell),
                    Field::Day(_) => profile.marks.see(cell),
                    _ => {}
                }
                profile.decimal.see(bound.field, cell);
            }
            if profile.rows >= limit {
                break;
            }
        }
        profile
    }

    /// Whether a column holds anything.
    pub(super) fn is_filled(&self, at: usize) -> bool {
        self.columns.get(at).is_some_and(|seen| seen.filled > 0)
    }

    /// The scale of a column's percents.
    pub(super) fn scale(&self, at: usize) -> percent::Scale {
        self.columns.get(at).map(|seen| seen.scale).unwrap_or_default()
    }

    /// What a column of a subject holds.
    pub(super) fn grades(&self, at: usize) -> grade::Kind {
        self.columns.get(at).map_or(grade::Kind::Grades, |seen| seen.grades.kind())
    }

    /// Whether the cells of `Nombre` mostly hold more than given names: a comma, or three words and more.
    pub(super) fn is_full_name(&self, at: usize) -> bool {
        self.columns
            .get(at)
            .is_some_and(|seen| seen.filled > 0 && (seen.commas * 2 > seen.filled || seen.words * 2 >= seen.filled * 5))
    }

    /// The decimal sign: by the cells; where none has decimals and nothing is measured, the one that goes with `;`,
    /// unless a program has left its traces.
    pub(super) fn decimal(&self, separator: Option<char>) -> Option<char> {
        let Decimals { commas, points, measured, traces } = self.decimal;
        match separator {
            None if commas + points == 0 => None,
            _ if commas + points > 0 => Some(if commas >= points { ',' } else { '.' }),
            Some(';' | '\t') if !measured && !traces => Some(','),
            _ => None,
        }
    }
}

impl Decimals {
    fn see(&mut self, field: Field, cell: &str) {
        if is_measured(field) {
            match number::decimal(cell).value().and_then(|decimal| decimal.mark) {
                Some(',') => self.commas += 1,
                Some('.') => self.points += 1,
                _ => {}
            }
        } else if !self.traces && !field.is_name() && field != Field::Remark {
            self.traces = (cell.ends_with(".0") && cell.len() > 2) || cell.contains(":0");
        }
    }
}

/// Whether a column measures something that may have decimals, or counts.
const fn is_measured(field: Field) -> bool {
    matches!(
        field,
        Field::Attendance
            | Field::Attended
            | Field::Held
            | Field::Absences
            | Field::Rate
            | Field::Average
            | Field::MonthPercent(_)
            | Field::MonthAttended(_)
            | Field::Subject(_)
            | Field::Figure(_)
            | Field::Day(_)
    )
}

fn look(bound: &Bound, cell: &str, seen: &mut Seen) {
    match bound.field {
        Field::Attendance | Field::MonthPercent(_) => {
            if let Told::Value(decimal) = number::decimal(cell) {
                seen.scale.see(decimal);
            }
        }
        Field::Subject(_) | Field::Average => seen.grades.see(&grade::read(cell)),
        Field::Name | Field::GivenNames => {
            seen.words += cell.split_whitespace().count();
            seen.commas += usize::from(cell.contains(','));
        }
        _ => {}
    }
}

/// Whether a row is about somebody, as far as a first look goes: a number that identifies, or enough cells.
fn is_about_somebody(cells: &csv::StringRecord, layout: &Layout) -> bool {
    let number = |field| layout.column(field).map(|bound| cells.get(bound.place).unwrap_or_default());
    match number(Field::Run).or_else(|| number(Field::Mrun)) {
        Some(cell) => cell.bytes().filter(u8::is_ascii_digit).count() >= 5 && !cell.contains('*'),
        None => filled(cells) > 1,
    }
}
