//! Figures of whole schools by year, from the Ministry's tables by school and kind of teaching.
//! Adds only rows of one file; a count that the file does not have stays unknown.

use std::collections::BTreeMap;

use super::record::Figure;
use super::route::Row;
use crate::notebook::years::SchoolYear;
use crate::rules::decimal::Percent;

/// Takes the rows of one school in. A later file replaces what an earlier one said of the same figure.
pub(super) fn take(years: &mut Vec<SchoolYear>, rows: &[Row<'_>]) {
    let mut tables: BTreeMap<(usize, i32), Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        tables.entry((row.asked.file, row.year)).or_default().push(row);
    }
    for ((_, year), rows) in tables {
        let at = years.partition_point(|known| known.year < year);
        if years.get(at).is_none_or(|known| known.year != year) {
            years.insert(at, SchoolYear { year, ..SchoolYear::default() });
        }
        if let Some(known) = years.get_mut(at) {
            overlay(known, &rows);
        }
    }
}

fn overlay(known: &mut SchoolYear, rows: &[&Row<'_>]) {
    let sum = |total, part| sum(rows, total).or_else(|| sum(rows, part));
    known.enrolment = sum(is_enrolment, is_part_of_enrolment).or(known.enrolment);
    known.approved = sum(|name| name == "approved", |name| counts(name, "apr_")).or(known.approved);
    known.failed = sum(|name| name == "failed", |name| counts(name, "rep_")).or(known.failed);
    known.withdrawn = sum(|name| name == "withdrawn", |name| counts(name, "ret_")).or(known.withdrawn);
    known.transferred = sum(|name| name == "transferred", |name| counts(name, "tra_")).or(known.transferred);
    known.attendance = mean(rows).or(known.attendance);
}

/// `APR_HOM_TO`, `APR_MUJ_TO`: boys and girls who were promoted.
fn counts(name: &str, prefix: &str) -> bool {
    name.starts_with(prefix) && name.ends_with("_to")
}

fn is_enrolment(name: &str) -> bool {
    name == "enrolment" || name == "mat_total"
}

fn is_part_of_enrolment(name: &str) -> bool {
    name.starts_with("mat_") && name.ends_with("_tot")
}

fn is_attendance(name: &str) -> bool {
    name == "attendance" || name == "prom_asis"
}

/// The figures of a row whose name is one of those meant.
fn figures<'r>(row: &'r Row<'_>, is_meant: fn(&str) -> bool) -> impl Iterator<Item = i64> + 'r {
    let figures = row.record.more.iter().flat_map(|more| &more.figures);
    figures.filter_map(move |(at, figure)| {
        let name = row.reading.figures.get(usize::from(*at))?.to_lowercase();
        figure.filter(|_| is_meant(&name)).map(|Figure(parts)| parts)
    })
}

/// The whole number that the figures of all rows give together; none where no row has one.
fn sum(rows: &[&Row<'_>], is_meant: fn(&str) -> bool) -> Option<u32> {
    let all = rows.iter().flat_map(|row| figures(row, is_meant));
    all.fold(None, |sum: Option<i64>, parts| Some(sum.unwrap_or(0).saturating_add(parts)))
        .and_then(|parts| u32::try_from(parts / ONE).ok())
}

/// Ten-thousandths in one.
const ONE: i64 = 10_000;

/// The mean attendance of all rows, each as heavy as its students who were promoted or repeat. One row needs no weight;
/// of several without weights there is no mean.
fn mean(rows: &[&Row<'_>]) -> Option<Percent> {
    let percent = |row: &Row<'_>| {
        row.record.attendance.map(i64::from).or_else(|| figures(row, is_attendance).next().map(|parts| parts / 100))
    };
    let weighed: Vec<(i64, Option<i64>)> = rows.iter().filter_map(|row| Some((percent(row)?, weight(row)))).collect();
    let hundredths = match weighed.as_slice() {
        [] => return None,
        [(percent, _)] => *percent,
        several => {
            let weights = several.iter().map(|(_, weight)| *weight).sum::<Option<i64>>().filter(|sum| *sum > 0)?;
            let sum: i64 = several.iter().filter_map(|(percent, weight)| Some(percent * (*weight)?)).sum();
            (2 * sum + weights) / (2 * weights)
        }
    };
    u16::try_from(hundredths).ok().and_then(Percent::from_parts)
}

fn weight(row: &Row<'_>) -> Option<i64> {
    let is_meant = |name: &str| counts(name, "apr_") || counts(name, "rep_") || name == "approved" || name == "failed";
    figures(row, is_meant).map(|parts| parts / ONE).fold(None, |sum, count| Some(sum.unwrap_or(0) + count))
}

#[cfg(test)]
mod tests;
