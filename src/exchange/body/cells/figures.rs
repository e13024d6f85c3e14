//! The figures of a row: attendance, days, grades, counts.

use super::{One, days};
use crate::exchange::codes::{Doubt, Kind};
use crate::exchange::field::Field;
use crate::exchange::log::Log;
use crate::exchange::record::{Figure, Hundredths, MonthFigure, Record};
use crate::exchange::value::{
    self, Told,
    grade::{self, GradeTold},
    number,
};
use crate::notebook::safe_text::SafeText;
use crate::rules::attendance::Days;

/// Reads the cell, where its column is a figure.
pub(super) fn read(one: &One<'_>, record: &mut Record, log: &mut Log) {
    let in_grid = one.plan.kind == Kind::DailyAttendance;
    match one.bound.field {
        Field::Attendance => record.attendance = percent(one, log),
        Field::Rate => record.attendance = record.attendance.or(percent(one, log)),
        // In a daily grid the counts beside the days are sums of it.
        Field::Attended if !in_grid => record.attended = count(one, log),
        Field::Held if !in_grid => record.held = count(one, log),
        Field::Absences if !in_grid => record.absences = count(one, log),
        Field::Justified if !in_grid => record.justified = count(one, log),
        Field::MonthPercent(number) => {
            let percent = percent(one, log);
            month(record, number).attendance = percent;
        }
        Field::MonthAttended(number) => {
            let days = count(one, log);
            month(record, number).attended = days;
        }
        Field::MonthHeld(number) => {
            let days = count(one, log);
            month(record, number).held = days;
        }
        Field::Average => record.average = average(one, log),
        Field::Subject(subject) => mark(one, subject, record, log),
        Field::Figure(figure) => {
            let value = number::decimal(one.cell).value().map(|decimal| Figure(decimal.tenthousandths));
            record.more_mut().figures.push((figure, value));
        }
        _ => {}
    }
}

/// Fills in the percents that a list leaves to its days.
pub(super) fn from_days(record: &mut Record) {
    let percent = |attended: Option<u16>, held: Option<u16>| {
        attended.zip(held).and_then(|(attended, held)| Days::new(attended, held).ok()).and_then(days::percent)
    };
    record.attendance = record.attendance.or_else(|| percent(record.attended, record.held));
    for month in record.more.iter_mut().flat_map(|more| &mut more.months) {
        month.attendance = month.attendance.or_else(|| percent(month.attended, month.held));
    }
}

fn month(record: &mut Record, number: u8) -> &mut MonthFigure {
    let months = &mut record.more_mut().months;
    let at = months.iter().position(|known| known.month == number).unwrap_or_else(|| {
        months.push(MonthFigure { month: number, ..MonthFigure::default() });
        months.len() - 1
    });
    &mut months[at]
}

fn percent(one: &One<'_>, log: &mut Log) -> Option<Hundredths> {
    let read = match number::decimal(one.cell) {
        Told::Value(decimal) => one.plan.profile.scale(one.at).read(decimal),
        Told::Nothing => Told::Nothing,
        Told::Nonsense => Told::Nonsense,
    };
    if read == Told::Nonsense {
        log.warn(one.row, Doubt::AttendanceOutOfRange);
    }
    read.value()
}

fn count(one: &One<'_>, log: &mut Log) -> Option<u16> {
    let read = number::whole(one.cell);
    let value = read.value().and_then(|days| u16::try_from(days).ok());
    if value.is_none() && read != Told::Nothing {
        log.warn(one.row, Doubt::NotANumber);
    }
    value
}

/// The average; a zero is how lists write that there is none.
fn average(one: &One<'_>, log: &mut Log) -> Option<Hundredths> {
    match grade::read(one.cell) {
        GradeTold::Value(hundredths) => Some(hundredths),
        GradeTold::Doubted(hundredths, code) => {
            log.warn(one.row, code);
            Some(hundredths)
        }
        GradeTold::Concept(_) | GradeTold::Nothing => None,
        GradeTold::OutOfRange | GradeTold::Nonsense => {
            log.doubt(one.row, Doubt::GradeOutOfRange, &one.bound.header);
            None
        }
    }
}

fn mark(one: &One<'_>, subject: u16, record: &mut Record, log: &mut Log) {
    if one.plan.profile.grades(one.at) == grade::Kind::Concepts {
        let concept = (!value::is_blank(one.cell)).then(|| SafeText::line(one.cell));
        record.more_mut().concepts.push((subject, concept));
        return;
    }
    let read = average(one, log);
    record.more_mut().grades.push((subject, read));
}
