//! What the tables of students share: the school of a row, its course and the gender.
//! A school's names are kept once, not once per student.

use std::sync::Arc;

use super::cell::{self, Gender, Told};
use super::column::Column;
use super::kind::Row;
use super::parsed::{Log, Note, Reason, WarningCode};
use crate::rules::course::{Course, Grade};
use crate::rules::identity::Rbd;

/// Name and commune of a school.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    pub(super) name: Option<Arc<str>>,
    pub(super) commune: Option<Arc<str>>,
}

/// The schools met so far. Rows of a school stand together, so the last names are mostly the next ones.
#[derive(Default)]
pub(super) struct Schools {
    last: Names,
}

impl Schools {
    /// The names on this row; a wrong check digit of the school is noted.
    pub(super) fn names(&mut self, row: &Row<'_>, rbd: Rbd, log: &mut Log) -> Names {
        let digit = row.text(Column::RbdDigit).and_then(|digit| digit.chars().next());
        if digit.is_some_and(|digit| digit.to_ascii_uppercase() != rbd.digit()) {
            log.note(Note::RbdDigitWrong);
        }
        share(&mut self.last.name, row.text(Column::SchoolName));
        share(&mut self.last.commune, row.text(Column::SchoolCommune));
        self.last.clone()
    }
}

fn share(last: &mut Option<Arc<str>>, now: Option<&str>) {
    if last.as_deref() != now {
        *last = now.map(Arc::from);
    }
}

/// The school of a row.
pub(super) fn rbd(row: &Row<'_>) -> Result<Rbd, Reason> {
    let written = row.text(Column::Rbd).ok_or(Reason::RbdMissing)?;
    let number = cell::whole(written).and_then(|number| u32::try_from(number).ok());
    number.and_then(Rbd::new).ok_or(Reason::RbdInvalid)
}

/// The course of a row by its codes, else by the grade in words. Codes that nobody knows are kept, and said.
pub(super) fn course(row: &Row<'_>, log: &mut Log) -> Course {
    let letter = row.text(Column::Letter).unwrap_or_default();
    let code = |column| row.text(column).and_then(cell::whole).and_then(|code| u16::try_from(code).ok());
    let by_codes = code(Column::TeachingCode).zip(code(Column::GradeCode));
    let by_codes = by_codes.map(|(teaching, grade)| Course::from_codes(teaching, grade, letter));
    let known = |course: &Course| !matches!(course.grade(), Grade::Unknown { .. });
    if let Some(course) = by_codes.clone().filter(known) {
        return course;
    }
    let words = row.text(Column::GradeName);
    if let Some(course) = words.and_then(|words| Course::parse(&format!("{words} {letter}")).ok()) {
        return course;
    }
    if words.or(row.text(Column::GradeCode)).is_some() {
        log.warn(row.number, WarningCode::CourseUnknown);
    }
    by_codes.unwrap_or_else(Course::unstated)
}

/// The gender of a row.
pub(super) fn gender(row: &Row<'_>, log: &mut Log) -> Option<Gender> {
    match cell::gender(row.text(Column::Gender)?) {
        Told::Value(gender) => Some(gender),
        Told::Nothing => None,
        Told::Nonsense => {
            log.warn(row.number, WarningCode::GenderUnknown);
            None
        }
    }
}
