//! The rows of a [`Reading`] as those that the import of two kinds of tables takes.

use super::parsed::{Content, Parsed};
use super::reading::Reading;
use super::record::{Birth, Record};
use super::{MonthlyRow, RosterRow};
use crate::rules::attendance::Days;
use crate::rules::calendar::Month;
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run};

/// The rows of a reading as the readers of two kinds gave them.
pub(super) fn parsed(reading: &Reading, into: Option<Rbd>) -> Parsed {
    let mut rows = (Vec::new(), Vec::new());
    for record in &reading.records {
        let Some(rbd) = record.rbd.or(into) else { continue };
        match (record.mrun, record.run) {
            (Some(mrun), _) => rows.0.extend(monthly_row(reading, record, rbd, mrun)),
            (None, Some(run)) => rows.1.push(roster_row(record, rbd, run)),
            (None, None) => {}
        }
    }
    let is_monthly = !rows.0.is_empty();
    Parsed {
        kind: if is_monthly { super::Kind::MonthlyAttendance } else { super::Kind::Roster },
        encoding: super::Encoding::Utf8,
        separator: ';',
        rows: reading.rows,
        rejected: Vec::new(),
        warnings: Vec::new(),
        notes: Vec::new(),
        content: if is_monthly { Content::Monthly(rows.0) } else { Content::Roster(rows.1) },
    }
}

fn monthly_row(reading: &Reading, record: &Record, rbd: Rbd, mrun: u32) -> Option<MonthlyRow> {
    let names = reading.schools.get(&rbd);
    let days = Days::new(record.attended?, record.held?).ok();
    Some(MonthlyRow {
        row: record.row as usize,
        rbd,
        school_name: names.and_then(|names| names.name.as_deref()).map(Into::into),
        commune: names.and_then(|names| names.commune.as_deref()).map(Into::into),
        month: Month::new(i32::from(record.year?), u32::from(record.month?))?,
        mrun,
        course: record.course.clone().unwrap_or_else(Course::unstated),
        gender: None,
        birth_month: None,
        days,
    })
}

fn roster_row(record: &Record, rbd: Rbd, run: Run) -> RosterRow {
    let more = record.more.as_deref().cloned().unwrap_or_default();
    RosterRow {
        row: record.row as usize,
        rbd,
        year: record.year.map(i32::from),
        course: record.course.clone().unwrap_or_else(Course::unstated),
        run,
        given_names: more.given_names,
        paternal_surname: more.paternal_surname,
        maternal_surname: more.maternal_surname,
        gender: None,
        birth_date: match record.birth {
            Some(Birth::Day(day)) => Some(day),
            _ => None,
        },
        phones: more.phones,
        email: more.email,
        enrolled_on: more.enrolled_on,
        withdrawn_on: more.withdrawn_on,
        attendance: record.attendance,
        average: record.average,
    }
}
