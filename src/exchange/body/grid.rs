//! The days of a daily grid, counted.

use csv::StringRecord;

use super::{Plan, days};
use crate::exchange::codes::{Doubt, Standing};
use crate::exchange::field::Field;
use crate::exchange::log::Log;
use crate::exchange::record::Record;
use crate::exchange::value::number;
use crate::rules::attendance::Days;

/// Counts the marks of a row. A day without a mark is a day without class; a day after leaving is none for the student.
pub(super) fn read(plan: &Plan<'_>, row: u32, cells: &StringRecord, record: &mut Record, log: &mut Log) {
    let marks = plan.layout.columns.iter().filter_map(|bound| match bound.field {
        Field::Day(day) => Some((day, cells.get(bound.place).unwrap_or_default())),
        _ => None,
    });
    let counted = plan.profile.marks.tally(marks);
    if counted.unknown > 0 {
        log.warn(row, Doubt::MarkUnknown);
    }
    let held = counted.held();
    record.attended = Some(counted.present);
    record.held = Some(held);
    record.justified = Some(counted.justified);
    record.more_mut().days = Some(counted.on);
    record.attendance = Days::new(counted.present, held).ok().and_then(days::percent);
    record.status = Some(if counted.left { Standing::Withdrawn } else { Standing::Enrolled });
    if let Some((month, year)) = plan.layout.month {
        record.month = record.month.or(Some(month));
        record.year = record.year.or(year);
    }
    let said = |field| number::whole(cells.get(plan.layout.column(field)?.place)?).value();
    let differs = |field, count: u16| said(field).is_some_and(|said| said != i64::from(count));
    if differs(Field::Attended, counted.present) || differs(Field::Absences, counted.absent) {
        log.warn(row, Doubt::TotalMismatch);
    }
}
