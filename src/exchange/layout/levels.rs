//! Headers of two rows: a month or a subject above, what is measured below.

use csv::StringRecord;

use super::{Bound, bind};
use crate::exchange::field::Field;
use crate::exchange::reading::Wishes;

/// Whether the row above a header is its upper level, or the row below its lower one.
pub(super) fn of(
    above: Option<&StringRecord>,
    header: Option<&StringRecord>,
    below: Option<&StringRecord>,
) -> (bool, bool) {
    let Some(header) = header else { return (false, false) };
    let upper = above.is_some_and(|above| groups(above) > 0 && measures(header) > 1);
    let lower = below.is_some_and(|below| is_lower(header, below));
    (upper, lower && !upper)
}

/// Months or other groups that a row names.
fn groups(cells: &StringRecord) -> usize {
    cells.iter().filter(|cell| group(cell).is_some()).count()
}

/// Cells that say what is measured.
fn measures(cells: &StringRecord) -> usize {
    let measure = |cell: &&str| Field::of(cell).is_some_and(Field::is_measure);
    cells.iter().filter(measure).count()
}

fn group(cell: &str) -> Option<u8> {
    match bind::of(cell, 0)? {
        Field::MonthPercent(month) => Some(month),
        _ => None,
    }
}

/// Below a header stands its second level when it measures, names nobody, and leaves blank what the upper row names.
fn is_lower(header: &StringRecord, below: &StringRecord) -> bool {
    let names = |cell: &str| Field::of(cell).is_some_and(Field::identifies);
    let blank_under_names =
        header.iter().enumerate().filter(|(_, cell)| names(cell)).all(|(at, _)| is_blank(below.get(at)));
    blank_under_names && measures(below) > 0 && groups(header) > 0
}

fn is_blank(cell: Option<&str>) -> bool {
    cell.is_none_or(|cell| cell.trim().is_empty())
}

/// Binds both rows together: the upper says which month, and goes on until the next.
pub(super) fn bind(upper: &StringRecord, lower: &StringRecord, wishes: &Wishes) -> bind::Columns {
    let (above, mut below) = (bind::bind(upper, wishes), bind::bind(lower, wishes));
    let mut columns: Vec<Bound> = Vec::new();
    let width = above.width.max(below.width);
    let mut month: Option<(u8, String)> = None;
    for place in 0..width {
        if let Some(cell) = upper.get(place).filter(|cell| !cell.trim().is_empty()) {
            month = group(cell).map(|found| (found, cell.to_owned()));
        }
        let at = below.bound.iter().position(|bound| bound.place == place).map(|at| below.bound.swap_remove(at));
        let measured = at.as_ref().and_then(|bound| under(bound.field, month.as_ref()?.0));
        match (at, measured, &month) {
            (Some(_), Some(field), Some((_, header))) => columns.push(Bound { place, field, header: header.clone() }),
            (Some(bound), ..) => columns.push(bound),
            (None, ..) => columns.extend(above.bound.iter().find(|bound| bound.place == place).cloned()),
        }
    }
    bind::Columns { bound: columns, unknown: below.unknown, width, extent: above.extent.max(below.extent) }
}

/// What a measure says under a month.
const fn under(measure: Field, month: u8) -> Option<Field> {
    match measure {
        Field::Attended => Some(Field::MonthAttended(month)),
        Field::Held => Some(Field::MonthHeld(month)),
        Field::Attendance | Field::Rate => Some(Field::MonthPercent(month)),
        Field::Absences => Some(Field::Useless),
        _ => None,
    }
}
