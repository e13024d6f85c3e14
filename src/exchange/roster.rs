//! SIGE's list of students ("Nómina de alumnos", 24 columns): one row per student and school.
//! Never reads the ethnic group nor the home address, and says so.

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;

use super::cell::{self, Gender, Told};
use super::column::Column;
use super::kind::{Row, Rows};
use super::parsed::{Content, Log, Note, Reason, WarningCode};
use super::school;
use crate::notebook::personal::Personal;
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run, RunProblem};

/// What makes a table a roster.
pub(super) const REQUIRED: &[Column] = &[Column::Run, Column::Rbd, Column::GivenNames];

/// Columns that are left where they are, and what is said about it.
const DROPPED: [(Column, Note); 3] = [
    (Column::Ethnicity, Note::EthnicityDropped),
    (Column::Address, Note::AddressDropped),
    (Column::HomeCommune, Note::AddressDropped),
];

/// One student in one school. Its `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The record's number in the file.
    pub row: usize,
    /// The school.
    pub rbd: Rbd,
    /// The school year.
    pub year: Option<i32>,
    /// The course; unstated where the file does not say it.
    pub course: Course,
    /// RUN or IPE, with the digit as written.
    pub run: Run,
    /// Given names, as written; empty is unknown.
    pub given_names: Personal,
    /// Father's surname, as written; empty is unknown.
    pub paternal_surname: Personal,
    /// Mother's surname, as written; empty is unknown.
    pub maternal_surname: Personal,
    /// Gender.
    pub gender: Option<Gender>,
    /// Day of birth.
    pub birth_date: Option<NaiveDate>,
    /// Phones as `+56` and nine digits.
    pub phones: Vec<Personal>,
    /// Mail, in small letters; empty is unknown.
    pub email: Personal,
    /// Since when in the course.
    pub enrolled_on: Option<NaiveDate>,
    /// Since when no longer; `None` is still enrolled.
    pub withdrawn_on: Option<NaiveDate>,
    /// Attendance of the year in hundredths of a percent (9130 is 91.3 %). A withdrawn student's 0 is unknown.
    pub attendance: Option<u16>,
    /// Final average in hundredths (540 is 5.4). `0,0` is unknown.
    pub average: Option<u16>,
}

impl fmt::Debug for RosterRow {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("RosterRow").field("row", &self.row).field("rbd", &self.rbd).finish_non_exhaustive()
    }
}

/// Reads all rows and keeps one per student and school.
pub(super) fn read(rows: &mut Rows<'_>, log: &mut Log) -> Content {
    for (column, note) in DROPPED {
        if rows.has(column) {
            log.note(note);
        }
    }
    let mut read = Vec::new();
    while let Some(row) = rows.next(log) {
        match one(&row, log) {
            Ok(found) => read.push(found),
            Err(reason) => log.reject(row.number, reason),
        }
    }
    Content::Roster(without_duplicates(read, log))
}

fn one(row: &Row<'_>, log: &mut Log) -> Result<RosterRow, Reason> {
    let rbd = school::rbd(row)?;
    let (run, doubt) = run(row)?;
    if let Some(code) = doubt {
        log.warn(row.number, code);
    }
    let text = |column| row.text(column).map(Personal::line).unwrap_or_default();
    let withdrawn_on = date(row, Column::WithdrawnOn, log);
    Ok(RosterRow {
        row: row.number,
        rbd,
        year: row.text(Column::Year).and_then(cell::whole).and_then(|year| i32::try_from(year).ok()),
        course: school::course(row, log),
        run,
        given_names: text(Column::GivenNames),
        paternal_surname: text(Column::PaternalSurname),
        maternal_surname: text(Column::MaternalSurname),
        gender: school::gender(row, log),
        birth_date: date(row, Column::BirthDate, log),
        phones: phones(row, log),
        email: email(row, log),
        enrolled_on: date(row, Column::EnrolledOn, log),
        withdrawn_on,
        attendance: attendance(row, withdrawn_on.is_some(), log),
        average: average(row, log),
    })
}

/// RUN and digit stand in two columns, or together in the first. A wrong digit is kept, a missing one computed.
fn run(row: &Row<'_>) -> Result<(Run, Option<WarningCode>), Reason> {
    let written = row.text(Column::Run).ok_or(Reason::RunMissing)?;
    let number = without_float(written);
    let alone = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let read = if alone && row.has(Column::RunDigit) {
        Run::parse(&format!("{number}-{}", without_float(row.text(Column::RunDigit).unwrap_or_default())))
    } else {
        Run::parse(written)
    };
    match read {
        Ok(run) => Ok((run, None)),
        Err(RunProblem::WrongDigit { found, .. }) => Ok((found, Some(WarningCode::RunDigitWrong))),
        Err(RunProblem::NoDigit { completed, .. }) => Ok((completed, Some(WarningCode::RunWithoutDigit))),
        Err(RunProblem::NotANumber | RunProblem::OutOfRange) => Err(Reason::RunInvalid),
    }
}

/// A number without the `.0` of Excel's floats.
fn without_float(written: &str) -> &str {
    written.strip_suffix(".0").unwrap_or(written)
}

fn date(row: &Row<'_>, column: Column, log: &mut Log) -> Option<NaiveDate> {
    told(cell::date(row.text(column)?), row, WarningCode::DateInvalid, log)
}

fn email(row: &Row<'_>, log: &mut Log) -> Personal {
    let read = row.text(Column::Email).map(cell::email);
    let email = read.and_then(|read| told(read, row, WarningCode::EmailInvalid, log));
    email.map(|email| Personal::line(&email)).unwrap_or_default()
}

fn phones(row: &Row<'_>, log: &mut Log) -> Vec<Personal> {
    let mut phones: Vec<Personal> = Vec::new();
    for written in [Column::Phone, Column::Mobile].iter().filter_map(|column| row.text(*column)) {
        let phone = told(cell::phone(written), row, WarningCode::PhoneDigitsLost, log);
        let phone = phone.map(|phone| Personal::line(&phone));
        phones.extend(phone.filter(|phone| !phones.contains(phone)));
    }
    phones
}

fn attendance(row: &Row<'_>, withdrawn: bool, log: &mut Log) -> Option<u16> {
    let percent = hundredths(row.text(Column::YearPercent)?, 0..=10_000);
    told(percent, row, WarningCode::AttendanceOutOfRange, log).filter(|percent| *percent > 0 || !withdrawn)
}

fn average(row: &Row<'_>, log: &mut Log) -> Option<u16> {
    let written = row.text(Column::Average)?;
    let average = if cell::decimal(written, 2) == Some(0) { Told::Nothing } else { hundredths(written, 100..=700) };
    told(average, row, WarningCode::GradeOutOfRange, log)
}

fn hundredths(written: &str, range: std::ops::RangeInclusive<u16>) -> Told<u16> {
    let value = cell::decimal(written, 2).and_then(|value| u16::try_from(value).ok());
    value.filter(|value| range.contains(value)).map_or(Told::Nonsense, Told::Value)
}

fn told<T>(told: Told<T>, row: &Row<'_>, doubt: WarningCode, log: &mut Log) -> Option<T> {
    match told {
        Told::Value(value) => Some(value),
        Told::Nothing => None,
        Told::Nonsense => {
            log.warn(row.number, doubt);
            None
        }
    }
}

/// A student who changed course stands twice, once withdrawn: the enrolled row stays. Of two that say the same the
/// first stays; of two that do not, the later. The others are warned.
fn without_duplicates(rows: Vec<RosterRow>, log: &mut Log) -> Vec<RosterRow> {
    let mut best: HashMap<(Rbd, Run), usize> = HashMap::with_capacity(rows.len());
    let mut lost = vec![false; rows.len()];
    for (place, row) in rows.iter().enumerate() {
        let kept = best.entry((row.rbd, row.run)).or_insert(place);
        let Some(earlier) = rows.get(*kept).filter(|_| *kept != place) else { continue };
        let (later_wins, code) = contest(earlier, row);
        let loser = if later_wins { std::mem::replace(kept, place) } else { place };
        if let (Some(mark), Some(row)) = (lost.get_mut(loser), rows.get(loser)) {
            *mark = true;
            log.warn(row.row, code);
        }
    }
    let stays = rows.into_iter().zip(lost).filter(|(_, lost)| !lost);
    stays.map(|(row, _)| row).collect()
}

/// Whether the later of two rows of a student stays, and what is said of the other.
fn contest(earlier: &RosterRow, later: &RosterRow) -> (bool, WarningCode) {
    match (earlier.withdrawn_on, later.withdrawn_on) {
        (None, Some(_)) => (false, WarningCode::RunDuplicate),
        (Some(_), None) => (true, WarningCode::RunDuplicate),
        _ if (RosterRow { row: later.row, ..earlier.clone() }) == *later => (false, WarningCode::RunDuplicate),
        _ => (true, WarningCode::RunDuplicateConflict),
    }
}

#[cfg(test)]
mod tests;
