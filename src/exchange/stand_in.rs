//! What the readers of two kinds of tables understand, as a [`Reading`].

use super::codes::{self, Container, Doubt, Note};
use super::parsed::{self, Content, Parsed};
use super::reading::{Column, Format, Reading, Rejected, Warning};
use super::record::{Birth, MonthFigure, Record};
use super::{MonthlyRow, RosterRow, read};
use crate::rules::attendance::Days;
use crate::rules::calendar::Month;
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run};

pub(super) fn reading(bytes: &[u8]) -> Result<Reading, codes::ReadError> {
    let parsed = read(bytes).map_err(|error| refused(&error))?;
    let text = String::from_utf8_lossy(bytes);
    let header = text.lines().next().unwrap_or_default().trim_start_matches('\u{feff}').to_owned();
    let names: Vec<&str> = header.split(parsed.separator).map(|name| name.trim_matches('"')).collect();
    Ok(of(&parsed, &names))
}

fn of(parsed: &Parsed, names: &[&str]) -> Reading {
    let mut reading = Reading {
        kind: by_code(codes::Kind::ALL, codes::Kind::code, parsed.kind.code()).unwrap_or(codes::Kind::Roster),
        format: Format {
            container: Container::Csv,
            encoding: Some(parsed.encoding),
            separator: Some(parsed.separator),
            decimal: Some(','),
            header_row: 1,
            sheets_used: Vec::new(),
            sheets_ignored: Vec::new(),
        },
        columns: names.iter().filter_map(|name| column(name)).collect(),
        unread: names.iter().filter(|name| column(name).is_none()).map(|name| (*name).to_owned()).collect(),
        rows: parsed.rows,
        records: Vec::new(),
        skipped: Vec::new(),
        warnings: Vec::new(),
        duplicates: Vec::new(),
        rejected: Vec::new(),
        notes: parsed.notes.iter().filter_map(|note| by_code(Note::ALL, Note::code, note.code())).collect(),
        subjects: Vec::new(),
        figures: Vec::new(),
        schools: std::collections::BTreeMap::new(),
    };
    for warning in &parsed.warnings {
        if let Some(code) = by_code(Doubt::ALL, Doubt::code, warning.code.code()) {
            let row = u32::try_from(warning.row).ok();
            reading.warnings.push(Warning { row, code, column: None, detail: None });
        }
    }
    for rejected in &parsed.rejected {
        if let Some(reason) = by_code(codes::Reason::ALL, codes::Reason::code, rejected.reason.code()) {
            reading.rejected.push(Rejected { row: u32::try_from(rejected.row).unwrap_or(0), reason });
        }
    }
    match &parsed.content {
        Content::Monthly(rows) => rows.iter().for_each(|row| month(&mut reading, row)),
        Content::Roster(rows) => reading.records.extend(rows.iter().map(listed)),
    }
    reading
}

fn month(reading: &mut Reading, row: &MonthlyRow) {
    let names = reading.schools.entry(row.rbd).or_default();
    names.name = row.school_name.as_deref().map(str::to_owned);
    names.commune = row.commune.as_deref().map(str::to_owned);
    reading.records.push(Record {
        row: u32::try_from(row.row).unwrap_or(0),
        mrun: Some(row.mrun),
        rbd: Some(row.rbd),
        year: u16::try_from(row.month.year()).ok(),
        month: u8::try_from(row.month.month()).ok(),
        course: Some(row.course.clone()),
        birth: row.birth_month.map(Birth::Month),
        attended: row.days.map(Days::attended),
        held: row.days.map(Days::held),
        ..Record::default()
    });
}

fn listed(row: &RosterRow) -> Record {
    let mut record = Record {
        row: u32::try_from(row.row).unwrap_or(0),
        run: Some(row.run),
        rbd: Some(row.rbd),
        year: row.year.and_then(|year| u16::try_from(year).ok()),
        course: Some(row.course.clone()),
        birth: row.birth_date.map(Birth::Day),
        attendance: row.attendance,
        average: row.average,
        ..Record::default()
    };
    let more = record.more_mut();
    more.given_names = row.given_names.clone();
    more.paternal_surname = row.paternal_surname.clone();
    more.maternal_surname = row.maternal_surname.clone();
    more.enrolled_on = row.enrolled_on;
    more.withdrawn_on = row.withdrawn_on;
    more.phones.clone_from(&row.phones);
    more.email = row.email.clone();
    more.months = Vec::<MonthFigure>::new();
    record
}

/// Our names for some headers.
fn column(header: &str) -> Option<Column> {
    const NAMES: &[(&str, &str)] = &[
        ("run", "run"),
        ("mrun", "mrun"),
        ("rbd", "rbd"),
        ("agno", "year"),
        ("año", "year"),
        ("mes_escolar", "month"),
        ("dias_asistidos", "attended"),
        ("dias_trabajados", "held"),
        ("nombres", "given_names"),
        ("apellido paterno", "paternal_surname"),
        ("apellido materno", "maternal_surname"),
        ("letra curso", "course"),
        ("let_cur", "course"),
        ("fecha nacimiento", "birth_date"),
        ("fecha incorporación curso", "enrolled_on"),
        ("fecha retiro", "withdrawn_on"),
        ("celular", "phones"),
        ("email", "email"),
        ("porcentaje asistencia", "attendance"),
        ("promedio final", "average"),
    ];
    let folded = header.to_lowercase();
    let (_, name) = NAMES.iter().find(|(known, _)| *known == folded)?;
    Some(Column { name: (*name).to_owned(), header: header.to_owned() })
}

fn by_code<T: Copy>(all: &[T], code: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|one| code(*one) == wanted)
}

fn refused(error: &parsed::ReadError) -> codes::ReadError {
    match error {
        parsed::ReadError::EmptyFile => codes::ReadError::EmptyFile,
        parsed::ReadError::NotATable(_) => codes::ReadError::NotATable(codes::Looks::Prose),
        parsed::ReadError::NoRows => codes::ReadError::NoRows,
        _ => codes::ReadError::NoStudentColumn,
    }
}

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
