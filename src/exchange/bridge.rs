//! The tables of the first readers as a [`Reading`], until the new readers take their place.

use std::collections::BTreeMap;

use super::cell;
use super::codes::{self, Container, Doubt, Standing};
use super::monthly::MonthlyRow;
use super::parsed::{self, Content, Parsed};
use super::reading::{Format, Reading, Rejected, SchoolNames, Warning};
use super::record::{Birth, More, Record};
use super::roster::RosterRow;

/// The same table in the new form.
pub(super) fn reading(parsed: &Parsed) -> Reading {
    let number = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
    let mut schools = BTreeMap::new();
    let records = match &parsed.content {
        Content::Monthly(rows) => rows
            .iter()
            .map(|row| {
                let names = || SchoolNames {
                    name: row.school_name.as_deref().map(str::to_owned),
                    commune: row.commune.as_deref().map(str::to_owned),
                };
                schools.entry(row.rbd).or_insert_with(names);
                monthly(row)
            })
            .collect(),
        Content::Roster(rows) => rows.iter().map(listed).collect(),
    };
    let warnings = parsed.warnings.iter().filter_map(|warning| {
        let code = Doubt::ALL.iter().find(|code| code.code() == warning.code.code())?;
        Some(Warning { row: Some(number(warning.row)), code: *code, column: None, detail: None })
    });
    let rejected = parsed.rejected.iter().filter_map(|rejected| {
        let reason = codes::Reason::ALL.iter().find(|reason| reason.code() == rejected.reason.code())?;
        Some(Rejected { row: number(rejected.row), reason: *reason })
    });
    let note = |note: &parsed::Note| codes::Note::ALL.iter().find(|code| code.code() == note.code()).copied();
    Reading {
        kind: match &parsed.content {
            Content::Monthly(_) => codes::Kind::MonthlyAttendance,
            Content::Roster(_) => codes::Kind::Roster,
        },
        format: Format {
            container: Container::Csv,
            encoding: Some(parsed.encoding),
            separator: Some(parsed.separator),
            decimal: None,
            header_row: 1,
            sheets_used: Vec::new(),
            sheets_ignored: Vec::new(),
        },
        columns: Vec::new(),
        unread: Vec::new(),
        rows: parsed.rows,
        records,
        skipped: Vec::new(),
        warnings: warnings.collect(),
        duplicates: Vec::new(),
        rejected: rejected.collect(),
        notes: parsed.notes.iter().filter_map(note).collect(),
        subjects: Vec::new(),
        figures: Vec::new(),
        schools,
    }
}

fn monthly(row: &MonthlyRow) -> Record {
    Record {
        row: u32::try_from(row.row).unwrap_or(u32::MAX),
        mrun: Some(row.mrun),
        rbd: Some(row.rbd),
        year: u16::try_from(row.month.year()).ok(),
        month: u8::try_from(row.month.month()).ok(),
        course: Some(row.course.clone()),
        birth: row.birth_month.map(Birth::Month),
        attended: row.days.map(|days| days.attended()),
        held: row.days.map(|days| days.held()),
        ..Record::default()
    }
}

fn listed(row: &RosterRow) -> Record {
    let more = More {
        given_names: row.given_names.clone(),
        paternal_surname: row.paternal_surname.clone(),
        maternal_surname: row.maternal_surname.clone(),
        phones: row.phones.clone(),
        email: row.email.clone(),
        enrolled_on: row.enrolled_on,
        withdrawn_on: row.withdrawn_on,
        ..More::default()
    };
    Record {
        row: u32::try_from(row.row).unwrap_or(u32::MAX),
        run: Some(row.run),
        rbd: Some(row.rbd),
        year: row.year.and_then(|year| u16::try_from(year).ok()),
        course: Some(row.course.clone()),
        gender: row.gender.map(|gender| match gender {
            cell::Gender::Female => codes::Gender::Female,
            cell::Gender::Male => codes::Gender::Male,
        }),
        birth: row.birth_date.map(Birth::Day),
        status: Some(if row.withdrawn_on.is_some() { Standing::Withdrawn } else { Standing::Enrolled }),
        attendance: row.attendance,
        average: row.average,
        more: Some(Box::new(more)),
        ..Record::default()
    }
}
