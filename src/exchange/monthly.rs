//! The Ministry's declared monthly attendance (27 columns): one row per student, school and month.
//! Days come from the two counts alone; the file's own rate is only compared with them.

use std::collections::HashMap;
use std::sync::Arc;

use super::cell::{self, Gender};
use super::column::Column;
use super::kind::{Row, Rows};
use super::parsed::{Content, Log, Reason, WarningCode};
use super::school::{self, Names, Schools};
use crate::rules::attendance::{Days, MoreThanHeld};
use crate::rules::calendar::Month;
use crate::rules::course::Course;
use crate::rules::identity::Rbd;

/// What makes a table one of monthly attendance.
pub(super) const REQUIRED: &[Column] =
    &[Column::Mrun, Column::Rbd, Column::Year, Column::Month, Column::DaysAttended, Column::DaysHeld];

/// One student in one school and month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthlyRow {
    /// The record's number in the file.
    pub row: usize,
    /// The school.
    pub rbd: Rbd,
    /// The school's name, as the file writes it.
    pub school_name: Option<Arc<str>>,
    /// The school's commune, as the file writes it.
    pub commune: Option<Arc<str>>,
    /// The month of the attendance.
    pub month: Month,
    /// The Ministry's mask of the RUN: the same student in every table and year.
    pub mrun: u32,
    /// The course in that month; unstated where the file has no codes.
    pub course: Course,
    /// The gender in the Ministry's register.
    pub gender: Option<Gender>,
    /// The month of birth; the day is not published.
    pub birth_month: Option<Month>,
    /// Days attended of days held; `None` when a count is empty, which is not zero.
    pub days: Option<Days>,
}

/// Reads all rows and keeps one per student, school and month.
pub(super) fn read(rows: &mut Rows<'_>, log: &mut Log) -> Content {
    let mut schools = Schools::default();
    let mut read = Vec::new();
    while let Some(row) = rows.next(log) {
        match one(&row, &mut schools, log) {
            Ok(found) => read.push(found),
            Err(reason) => log.reject(row.number, reason),
        }
    }
    Content::Monthly(without_duplicates(read, log))
}

fn one(row: &Row<'_>, schools: &mut Schools, log: &mut Log) -> Result<MonthlyRow, Reason> {
    let rbd = school::rbd(row)?;
    let mrun = row.text(Column::Mrun).ok_or(Reason::MrunMissing)?;
    let mrun = cell::whole(mrun).and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
    let mrun = mrun.ok_or(Reason::MrunInvalid)?;
    let month = month(row)?;
    let days = days(row)?;
    // From here on the row is used: only now may it be doubted.
    match days {
        None => log.warn(row.number, WarningCode::DaysMissing),
        Some(days) if contradicts(row, days) => log.warn(row.number, WarningCode::RateContradictsDays),
        Some(_) => {}
    }
    let Names { name, commune } = schools.names(row, rbd, log);
    Ok(MonthlyRow {
        row: row.number,
        rbd,
        school_name: name,
        commune,
        month,
        mrun,
        course: school::course(row, log),
        gender: school::gender(row, log),
        birth_month: birth_month(row, log),
        days,
    })
}

fn month(row: &Row<'_>) -> Result<Month, Reason> {
    let whole = |column| row.text(column).and_then(cell::whole);
    let year = whole(Column::Year).and_then(|year| i32::try_from(year).ok());
    let year = year.filter(|year| (1990..=2100).contains(year)).ok_or(Reason::YearOutOfRange)?;
    let month = whole(Column::Month).and_then(|month| u32::try_from(month).ok());
    month.and_then(|month| Month::new(year, month)).ok_or(Reason::MonthOutOfRange)
}

fn days(row: &Row<'_>) -> Result<Option<Days>, Reason> {
    let (attended, held) = (count(row, Column::DaysAttended)?, count(row, Column::DaysHeld)?);
    let (Some(attended), Some(held)) = (attended, held) else { return Ok(None) };
    Days::new(attended, held).map(Some).map_err(|MoreThanHeld { .. }| Reason::MoreAttendedThanHeld)
}

/// A count of days; `NA` is how tables that went through R write "no data".
fn count(row: &Row<'_>, column: Column) -> Result<Option<u16>, Reason> {
    let Some(written) = row.text(column).filter(|written| *written != "NA") else { return Ok(None) };
    let days = cell::whole(written).ok_or(Reason::DaysNotANumber)?;
    let days = u16::try_from(days).ok().filter(|days| *days <= 31);
    days.map(Some).ok_or(Reason::DaysOutOfRange)
}

/// Whether the file's rate (0 to 1, four decimals) is more than half a percent away from the days.
fn contradicts(row: &Row<'_>, days: Days) -> bool {
    let Some(written) = row.text(Column::MonthRate).filter(|written| *written != "NA") else { return false };
    let Some(computed) = days.percent_hundredths().map(u64::from) else { return false };
    cell::decimal(written, 4).is_none_or(|rate| rate.abs_diff(computed) > 50)
}

/// AAAAMM; zero is "no data".
fn birth_month(row: &Row<'_>, log: &mut Log) -> Option<Month> {
    let number = cell::whole(row.text(Column::BirthMonth)?);
    if number == Some(0) {
        return None;
    }
    let born = number.and_then(|number| u32::try_from(number).ok()).and_then(|number| {
        let year = i32::try_from(number / 100).ok().filter(|year| (1900..=2100).contains(year))?;
        Month::new(year, number % 100)
    });
    if born.is_none() {
        log.warn(row.number, WarningCode::DateInvalid);
    }
    born
}

/// A student who changed course in the month has two rows: the one with more days attended stays, then with more
/// days held, then the later; the others are warned. Rows of two schools are never put together.
fn without_duplicates(rows: Vec<MonthlyRow>, log: &mut Log) -> Vec<MonthlyRow> {
    let mut best: HashMap<(Rbd, Month, u32), usize> = HashMap::with_capacity(rows.len());
    let mut lost = vec![false; rows.len()];
    for (place, row) in rows.iter().enumerate() {
        let kept = best.entry((row.rbd, row.month, row.mrun)).or_insert(place);
        if *kept == place {
            continue;
        }
        let weight = |row: &MonthlyRow| row.days.map(|days| (days.attended(), days.held()));
        let earlier_wins = rows.get(*kept).is_some_and(|earlier| weight(earlier) > weight(row));
        let loser = if earlier_wins { place } else { std::mem::replace(kept, place) };
        if let (Some(mark), Some(row)) = (lost.get_mut(loser), rows.get(loser)) {
            *mark = true;
            log.warn(row.row, WarningCode::MrunDuplicate);
        }
    }
    let stays = rows.into_iter().zip(lost).filter(|(_, lost)| !lost);
    stays.map(|(row, _)| row).collect()
}

#[cfg(test)]
mod tests;
