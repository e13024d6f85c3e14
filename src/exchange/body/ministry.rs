//! A row of one of the Ministry's tables as a record. Codes and whole numbers only: some 300,000 rows are read like this.

use csv::StringRecord;

use super::{Plan, Schools, begin, days};
use crate::exchange::codes::{Doubt, Kind, Note, Reason};
use crate::exchange::field::Field;
use crate::exchange::log::Log;
use crate::exchange::record::{Birth, Figure, MonthFigure, Record};
use crate::exchange::value::{self, Told, grade::GradeTold, number, outcome, percent};
use crate::rules::attendance::Days;
use crate::rules::course::{Course, Grade};
use crate::rules::identity::Rbd;

/// Longest month.
const DAYS: u16 = 31;
/// Years that a table may speak of.
const YEARS: std::ops::RangeInclusive<u16> = 1990..=2100;

/// Reads a row, or says why it cannot be used.
pub(super) fn record(plan: &Plan<'_>, row: u32, cells: &StringRecord, log: &mut Log) -> Result<Record, Reason> {
    let row_of = Row { plan, number: row, cells };
    let mut record = begin(row);
    record.rbd = row_of.rbd()?;
    if plan.kind != Kind::SchoolTotals {
        record.mrun = row_of.mrun()?;
    }
    record.year = row_of.year()?;
    match plan.kind {
        Kind::MonthlyAttendance => row_of.month(&mut record, log)?,
        Kind::AnnualAttendance => row_of.whole_year(&mut record, log)?,
        Kind::Rendimiento => row_of.result(&mut record, log),
        Kind::SchoolTotals => row_of.figures(&mut record),
        _ => {}
    }
    if plan.kind != Kind::SchoolTotals {
        record.course = row_of.course(log);
        record.gender = row_of.gender(log);
        record.birth = row_of.birth(log);
    }
    Ok(record)
}

/// Remembers what the file calls a school, and whether its check digit belongs to it.
pub(super) fn name_school(
    layout: &crate::exchange::layout::Layout,
    rbd: Rbd,
    cells: &StringRecord,
    schools: &mut Schools,
    log: &mut Log,
) {
    let text = |field| {
        let cell = cells.get(layout.column(field)?.place)?;
        (!value::is_blank(cell)).then(|| value::trim(cell).to_owned())
    };
    let digit = text(Field::RbdDigit).and_then(|digit| digit.chars().next());
    if digit.is_some_and(|digit| digit.to_ascii_uppercase() != rbd.digit()) {
        log.note(Note::RbdDigitWrong);
    }
    let names = schools.entry(rbd).or_default();
    names.name = names.name.take().or_else(|| text(Field::SchoolName));
    names.commune = names.commune.take().or_else(|| text(Field::SchoolCommune));
}

/// A row with its cells by field.
#[derive(Clone, Copy)]
struct Row<'r> {
    plan: &'r Plan<'r>,
    number: u32,
    cells: &'r StringRecord,
}

impl<'r> Row<'r> {
    /// The trimmed cell; none when it is blank or the file has no such column.
    fn text(&self, field: Field) -> Option<&'r str> {
        let cell = value::trim(self.cells.get(self.plan.layout.column(field)?.place)?);
        (!value::is_blank(cell)).then_some(cell)
    }

    fn whole<T: TryFrom<i64>>(&self, field: Field) -> Option<T> {
        self.text(field).and_then(|cell| number::whole(cell).value()).and_then(|number| T::try_from(number).ok())
    }

    fn rbd(&self) -> Result<Option<Rbd>, Reason> {
        if !self.plan.layout.has(Field::Rbd) {
            return Ok(None);
        }
        let written = self.text(Field::Rbd).ok_or(Reason::RbdMissing)?;
        super::cells::rbd(written).map(Some).ok_or(Reason::RbdInvalid)
    }

    fn mrun(&self) -> Result<Option<u32>, Reason> {
        self.text(Field::Mrun).ok_or(Reason::MrunMissing)?;
        self.whole(Field::Mrun).filter(|mrun: &u32| *mrun > 0).map(Some).ok_or(Reason::MrunInvalid)
    }

    fn year(&self) -> Result<Option<u16>, Reason> {
        if !self.plan.layout.has(Field::Year) {
            return Ok(None);
        }
        self.whole(Field::Year).filter(|year| YEARS.contains(year)).map(Some).ok_or(Reason::YearOutOfRange)
    }

    /// Attendance of one month: the days count, the file's own rate is only compared with them.
    fn month(&self, record: &mut Record, log: &mut Log) -> Result<(), Reason> {
        let month = self.whole(Field::Month).filter(|month| (1..=12).contains(month));
        record.month = Some(month.ok_or(Reason::MonthOutOfRange)?);
        let (attended, held) = (self.days(Field::Attended)?, self.days(Field::Held)?);
        self.put_days(record, attended, held, log)?;
        let rate = self.text(Field::Rate).and_then(|cell| number::decimal(cell).value());
        let given = record.attended.zip(record.held).and_then(|(attended, held)| Days::new(attended, held).ok());
        if let (Some(rate), Some(given)) = (rate, given)
            && !days::agree(rate, given)
        {
            log.warn(self.number, Doubt::RateContradictsDays);
        }
        Ok(())
    }

    fn days(&self, field: Field) -> Result<Option<u16>, Reason> {
        let Some(cell) = self.text(field) else { return Ok(None) };
        let Told::Value(days) = number::whole(cell) else { return Err(Reason::DaysNotANumber) };
        let limit = if self.plan.kind == Kind::MonthlyAttendance { DAYS } else { 366 };
        u16::try_from(days).ok().filter(|days| *days <= limit).map(Some).ok_or(Reason::DaysOutOfRange)
    }

    fn put_days(
        &self,
        record: &mut Record,
        attended: Option<u16>,
        held: Option<u16>,
        log: &mut Log,
    ) -> Result<(), Reason> {
        let Some((attended, held)) = attended.zip(held) else {
            log.warn(self.number, Doubt::DaysMissing);
            return Ok(());
        };
        let days = Days::new(attended, held).map_err(|_more| Reason::MoreAttendedThanHeld)?;
        record.attended = Some(attended);
        record.held = Some(held);
        record.attendance = days::percent(days);
        Ok(())
    }

    /// Attendance of a year, month by month. A month without days is unknown.
    fn whole_year(&self, record: &mut Record, log: &mut Log) -> Result<(), Reason> {
        for number in 1..=12 {
            let (attended, held) = (self.days(Field::MonthAttended(number))?, self.days(Field::MonthHeld(number))?);
            let Some((attended, held)) = attended.zip(held) else { continue };
            let days = Days::new(attended, held).map_err(|_more| Reason::MoreAttendedThanHeld)?;
            let attendance = days::percent(days);
            let figure = MonthFigure { month: number, held: Some(held), attended: Some(attended), attendance };
            record.more_mut().months.push(figure);
        }
        let (attended, held) = (self.days(Field::Attended)?, self.days(Field::Held)?);
        self.put_days(record, attended, held, log)
    }

    /// How the year ended. Those who left carry zeros, which mean unknown.
    fn result(&self, record: &mut Record, log: &mut Log) {
        let fine = self.text(Field::OutcomeFine).or_else(|| self.text(Field::Outcome));
        record.outcome = match fine.map(outcome::read) {
            Some((Told::Value(outcome), _)) => Some(outcome),
            Some((Told::Nonsense, _)) => {
                log.warn(self.number, Doubt::OutcomeUnknown);
                None
            }
            _ => None,
        };
        record.average = self.text(Field::Average).and_then(|cell| match value::grade::read(cell) {
            GradeTold::Value(hundredths) => Some(hundredths),
            GradeTold::Nothing => None,
            _ => {
                log.warn(self.number, Doubt::GradeOutOfRange);
                None
            }
        });
        let scale = percent::Scale::of(percent::Unit::Hundred);
        let attendance = self.text(Field::Attendance).map(|cell| match number::decimal(cell) {
            Told::Value(decimal) => scale.read(decimal),
            _ => Told::Nonsense,
        });
        match attendance {
            Some(Told::Nonsense) => log.warn(self.number, Doubt::AttendanceOutOfRange),
            // Nobody who finished the year was never there.
            Some(Told::Value(percent)) if percent > 0 => record.attendance = Some(percent),
            _ => {}
        }
    }

    fn figures(&self, record: &mut Record) {
        for bound in &self.plan.layout.columns {
            if let Field::Figure(place) = bound.field {
                let cell = self.cells.get(bound.place).unwrap_or_default();
                let figure = number::decimal(cell).value().map(|decimal| Figure(decimal.tenthousandths));
                record.more_mut().figures.push((place, figure));
            }
        }
    }

    /// The course by codes; codes that nobody knows are kept, and said.
    fn course(&self, log: &mut Log) -> Option<Course> {
        let teaching = self.whole(Field::TeachingCode)?;
        let course =
            Course::from_codes(teaching, self.whole(Field::GradeCode)?, self.text(Field::Section).unwrap_or_default());
        if matches!(course.grade(), Grade::Unknown { .. }) {
            log.warn(self.number, Doubt::CourseUnknown);
        }
        Some(course)
    }

    fn gender(&self, log: &mut Log) -> Option<crate::exchange::codes::Gender> {
        match self.plan.profile.gender.read(self.text(Field::Gender)?) {
            Told::Value(gender) => Some(gender),
            Told::Nothing => None,
            Told::Nonsense => {
                log.warn(self.number, Doubt::GenderUnknown);
                None
            }
        }
    }

    fn birth(&self, log: &mut Log) -> Option<Birth> {
        match value::date::birth_month(self.text(Field::BirthMonth)?) {
            Told::Value(month) => Some(Birth::Month(month)),
            Told::Nothing => None,
            Told::Nonsense => {
                log.warn(self.number, Doubt::DateInvalid);
                None
            }
        }
    }
}
