//! A row of a list made in a school, or by SIGE, as a record.

mod figures;

use csv::StringRecord;

use super::{Plan, begin, dates, days, grid};
use crate::exchange::codes::{Doubt, Kind, Outcome, Reason, Standing};
use crate::exchange::field::Field;
use crate::exchange::layout::Bound;
use crate::exchange::log::Log;
use crate::exchange::record::{Birth, Record};
use crate::exchange::value::{self, Told, contact, course, number, outcome, run};
use crate::notebook::personal::Personal;
use crate::notebook::safe_text::SafeText;
use crate::rules::course::Course;
use crate::rules::identity::Rbd;

/// Reads a row; `section` is the course that a row above, or the name of the sheet, says.
pub(super) fn record(
    plan: &Plan<'_>,
    row: u32,
    cells: &StringRecord,
    section: Option<&Course>,
    log: &mut Log,
) -> Result<Record, Reason> {
    let mut record = begin(row);
    identify(plan, cells, &mut record, log)?;
    for (at, bound) in plan.layout.columns.iter().enumerate() {
        let cell = cells.get(bound.place).map(value::trim).unwrap_or_default();
        let one = One { plan, row, at, bound, cell };
        one.person(&mut record, log);
        one.school(&mut record, log);
        figures::read(&one, &mut record, log);
    }
    if plan.kind == Kind::DailyAttendance {
        grid::read(plan, row, cells, &mut record, log);
    }
    record.course = course_of(plan, row, cells, log).or_else(|| section.cloned());
    figures::from_days(&mut record);
    stand(plan, &mut record);
    Ok(record)
}

/// One cell of a row, and its column.
struct One<'c> {
    plan: &'c Plan<'c>,
    row: u32,
    /// The place of the column among the bound ones.
    at: usize,
    bound: &'c Bound,
    /// Trimmed; empty where the row ends before it.
    cell: &'c str,
}

/// Who the row is about. A student with a name and no RUN is doubted; one with neither is unknown where the table knows
/// its students.
fn identify(plan: &Plan<'_>, cells: &StringRecord, record: &mut Record, log: &mut Log) -> Result<(), Reason> {
    let cell = |field| plan.layout.column(field).map(|bound| cells.get(bound.place).unwrap_or_default());
    let Some(written) = cell(Field::Run) else { return Ok(()) };
    match run::read(written, cell(Field::CheckDigit)) {
        run::RunTold::Value(run) => record.run = Some(run),
        run::RunTold::Doubted(run, code) => {
            record.run = Some(run);
            log.warn(record.row, code);
        }
        run::RunTold::Nothing => log.warn(record.row, Doubt::RunMissing),
        run::RunTold::Nonsense => return Err(Reason::RunInvalid),
    }
    Ok(())
}

impl One<'_> {
    fn person(&self, record: &mut Record, log: &mut Log) {
        let (cell, row) = (self.cell, self.row);
        if cell.is_empty() {
            return;
        }
        let name = || if value::is_blank(cell) { Personal::default() } else { Personal::line(cell) };
        match self.bound.field {
            Field::GivenNames | Field::Name if self.is_full_name() => record.more_mut().full_name = name(),
            Field::GivenNames | Field::Name => record.more_mut().given_names = name(),
            Field::PaternalSurname => record.more_mut().paternal_surname = name(),
            Field::MaternalSurname => record.more_mut().maternal_surname = name(),
            Field::Surnames => record.more_mut().surnames = name(),
            Field::FullName => record.more_mut().full_name = name(),
            Field::Guardian => record.more_mut().guardian = name(),
            Field::Remark if !value::is_blank(cell) => record.more_mut().remark = Personal::note(cell),
            Field::Relationship if !value::is_blank(cell) => {
                record.more_mut().relationship = Some(SafeText::line(cell));
            }
            Field::Gender => match self.plan.profile.gender.read(cell) {
                Told::Value(gender) => record.gender = Some(gender),
                Told::Nothing => {}
                Told::Nonsense => log.warn(row, Doubt::GenderUnknown),
            },
            Field::BirthDate => {
                record.birth = dates::read(self.plan, row, self.bound, cell, log).map(Birth::Day);
            }
            Field::BirthMonth => record.birth = value::date::birth_month(cell).value().map(Birth::Month),
            Field::Email => match contact::email(cell) {
                Told::Value(email) if record.more_mut().email.is_empty() => {
                    record.more_mut().email = Personal::line(&email);
                }
                Told::Value(_) | Told::Nothing => {}
                Told::Nonsense => log.warn(row, Doubt::EmailInvalid),
            },
            Field::Phone => self.phones(record, log),
            _ => {}
        }
    }

    fn phones(&self, record: &mut Record, log: &mut Log) {
        let (phones, doubt) = contact::phones(self.cell);
        if let Some(code) = doubt {
            log.warn(self.row, code);
        }
        let known = &mut record.more_mut().phones;
        for phone in phones.iter().map(|phone| Personal::line(phone)) {
            if !known.contains(&phone) {
                known.push(phone);
            }
        }
    }

    /// Where surnames stand in columns of their own, a name is a given name whatever its length.
    fn is_full_name(&self) -> bool {
        let apart = |field| matches!(field, Field::Surnames | Field::PaternalSurname | Field::FullName);
        self.plan.profile.is_full_name(self.at) && !self.plan.layout.has_any(apart)
    }

    fn school(&self, record: &mut Record, log: &mut Log) {
        let (cell, row) = (self.cell, self.row);
        if cell.is_empty() {
            return;
        }
        let mut date = || dates::read(self.plan, row, self.bound, cell, log);
        match self.bound.field {
            Field::EnrolledOn => record.more_mut().enrolled_on = date(),
            Field::RegisteredOn => record.more_mut().registered_on = date(),
            Field::WithdrawnOn => record.more_mut().withdrawn_on = date(),
            Field::Rbd => record.rbd = rbd(cell),
            Field::Mrun => record.mrun = number::whole(cell).value().and_then(|mrun| u32::try_from(mrun).ok()),
            Field::Year => record.year = number::whole(cell).value().and_then(|year| u16::try_from(year).ok()),
            Field::Month => {
                let read = value::month::read(cell);
                record.month = read.map(|(month, _)| month);
                record.year = record.year.or(read.and_then(|(_, year)| year));
            }
            Field::State => self.state(record),
            Field::Outcome | Field::OutcomeFine => {
                let (told, on) = outcome::read(cell);
                match told {
                    Told::Value(outcome) => record.outcome = Some(outcome),
                    Told::Nothing => {}
                    Told::Nonsense => log.warn(row, Doubt::OutcomeUnknown),
                }
                if let Some(on) = on.filter(|on| *on <= self.plan.today) {
                    record.more_mut().withdrawn_on = Some(on);
                }
            }
            _ => {}
        }
    }

    /// Whether the student is here, in words; of the words for leaving, those of an outcome are the model.
    fn state(&self, record: &mut Record) {
        let left = |outcome| matches!(outcome, Outcome::Withdrawn | Outcome::Transferred | Outcome::DroppedOut);
        let words = crate::exchange::field::words(self.cell);
        let is_here = words.first().is_some_and(|word| {
            ["activo", "activa", "matriculado", "matriculada", "vigente", "regular", "active", "enrolled"]
                .contains(&word.as_str())
        });
        record.status = if is_here {
            Some(Standing::Enrolled)
        } else {
            outcome::read(self.cell).0.value().filter(|outcome| left(*outcome)).map(|_| Standing::Withdrawn)
        };
    }
}

/// The number of a school, with or without its check digit.
pub(super) fn rbd(cell: &str) -> Option<Rbd> {
    let number = cell.split_once('-').map_or(cell, |(number, _)| number);
    number::whole(number).value().and_then(|number| u32::try_from(number).ok()).and_then(Rbd::new)
}

/// The course of a row: written whole, or grade and letter, or codes and letter.
fn course_of(plan: &Plan<'_>, row: u32, cells: &StringRecord, log: &mut Log) -> Option<Course> {
    let cell = |field| {
        let cell = cells.get(plan.layout.column(field)?.place)?;
        (!value::is_blank(cell)).then(|| value::trim(cell))
    };
    let letter = cell(Field::Section).unwrap_or_default();
    if let Some(codes) = cell(Field::TeachingCode).zip(cell(Field::GradeCode)).and_then(|(a, b)| codes(a, b, letter)) {
        return Some(codes);
    }
    let written = match (cell(Field::Course), cell(Field::Level)) {
        (Some(course), _) if letter.is_empty() => plan.profile.courses.read(course),
        (Some(course), _) => course::with_letter(course, letter),
        (None, Some(level)) => course::with_letter(level, letter),
        (None, None) => None,
    };
    let said = plan.layout.has_any(|field| matches!(field, Field::Course | Field::Level));
    if written.is_none() && said && cell(Field::Course).or(cell(Field::Level)).is_some() {
        log.warn(row, Doubt::CourseUnknown);
    }
    written
}

/// A course by codes that are known.
fn codes(teaching: &str, grade: &str, letter: &str) -> Option<Course> {
    let code = |cell| number::whole(cell).value().and_then(|code| u16::try_from(code).ok());
    let course = Course::from_codes(code(teaching)?, code(grade)?, letter);
    (!matches!(course.grade(), crate::rules::course::Grade::Unknown { .. })).then_some(course)
}

/// Whether the student is here, where a list has both the day of coming and the day of leaving; and what a list writes
/// as zero for those who left is unknown.
fn stand(plan: &Plan<'_>, record: &mut Record) {
    let left = record.more.as_ref().is_some_and(|more| more.withdrawn_on.is_some());
    if record.status.is_none() && plan.layout.has(Field::EnrolledOn) && plan.layout.has(Field::WithdrawnOn) {
        record.status = Some(if left { Standing::Withdrawn } else { Standing::Enrolled });
    }
    let gone = left || record.status == Some(Standing::Withdrawn);
    if gone && record.attendance == Some(0) {
        record.attendance = None;
    }
}
