//! The rows under a header, one after the other: records, and what is none.

mod cells;
mod dates;
mod days;
mod grid;
mod ministry;
mod shape;
mod totals;

use chrono::NaiveDate;

use super::book::{LineState, Sheet};
use super::codes::{Doubt, Kind, Reason, Skip};
use super::layout::Layout;
use super::log::Log;
use super::profile::Profile;
use super::reading::SchoolNames;
use super::record::Record;
use super::sort::{Sort, sort};
use crate::rules::course::Course;
use crate::rules::identity::Rbd;
use std::collections::BTreeMap;

use totals::Sums;

/// What is known before the first row is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan<'p> {
    /// What the table is about.
    pub(super) kind: Kind,
    /// Where its columns stand.
    pub(super) layout: &'p Layout,
    /// What the columns say as a whole.
    pub(super) profile: &'p Profile,
    /// The day after which a date lies in the future.
    pub(super) today: NaiveDate,
    /// Whether a row may be too short or too long: text only.
    pub(super) ragged: bool,
    /// The course of the whole sheet, where its name says one.
    pub(super) course: Option<&'p Course>,
}

/// The schools met so far, and what the file calls them.
pub(super) type Schools = BTreeMap<Rbd, SchoolNames>;

/// Rows between two words about how far it is.
const PIECE: u32 = 4_096;

/// Reads all rows of a sheet; tells now and then at which one it is.
pub(super) fn read(
    sheet: &Sheet<'_>,
    plan: &Plan<'_>,
    (log, schools): (&mut Log, &mut Schools),
    tell: &mut dyn FnMut(u32),
) {
    log.skipped.extend(plan.layout.above.iter().copied());
    let section = plan.layout.section.as_deref().and_then(|course| course.parse().ok());
    let mut body = Body { plan, section, sums: Sums::of(plan.layout), rests: Rests::default(), schools, last: None };
    let mut walk = sheet.rows.walk(plan.layout.width);
    while let Some(line) = walk.next() {
        if line.number.is_multiple_of(PIECE) {
            tell(line.number);
        }
        if line.number > plan.layout.header_row {
            body.line(line.number, line.cells, line.state, log);
        }
    }
    if let Some(row) = body.rests.closing(plan.ragged) {
        log.skip(row, Skip::Blank);
    }
}

struct Body<'b> {
    plan: &'b Plan<'b>,
    section: Option<Course>,
    sums: Sums,
    rests: Rests,
    schools: &'b mut Schools,
    /// The school of the last row: rows of a school stand together.
    last: Option<Rbd>,
}

impl Body<'_> {
    fn line(&mut self, row: u32, cells: &csv::StringRecord, state: LineState, log: &mut Log) {
        if state == LineState::Unclosed {
            log.rows += 1;
            return log.reject(row, Reason::QuoteUnclosed);
        }
        let found = sort(cells, self.plan.layout);
        self.rests.see(row, &found);
        match found {
            Sort::Blank => log.skip(row, Skip::Blank),
            Sort::RepeatedHeader => log.skip(row, Skip::RepeatedHeader),
            Sort::Text => log.skip(row, Skip::Footer),
            Sort::Section(course) => {
                self.section = course.parse().ok();
                log.skip(row, Skip::Section);
            }
            Sort::Total => {
                if self.sums.disagree(cells, self.plan.layout) {
                    log.warn(row, Doubt::TotalMismatch);
                }
                log.skip(row, Skip::Total);
            }
            Sort::Data => self.data(row, cells, state, log),
        }
    }

    fn data(&mut self, row: u32, cells: &csv::StringRecord, state: LineState, log: &mut Log) {
        log.rows += 1;
        if state == LineState::DoubleQuoted {
            log.warn(row, Doubt::RowDoubleQuoted);
        }
        if let Err(reason) = shape::check(self.plan, row, cells, state, log) {
            return log.reject(row, reason);
        }
        let record = if self.plan.layout.ministry {
            let read = ministry::record(self.plan, row, cells, log);
            if let Ok(record) = &read {
                self.school(record.rbd, cells, log);
            }
            read
        } else {
            cells::record(self.plan, row, cells, self.section.as_ref().or(self.plan.course), log)
        };
        match record {
            Ok(record) => {
                self.sums.add(cells, self.plan.layout);
                log.records.push(record);
            }
            Err(reason) => log.reject(row, reason),
        }
    }

    /// Remembers what a school is called where it is met for the first time after another.
    fn school(&mut self, rbd: Option<Rbd>, cells: &csv::StringRecord, log: &mut Log) {
        if rbd == self.last {
            return;
        }
        self.last = rbd;
        if let Some(rbd) = rbd {
            ministry::name_school(self.plan.layout, rbd, cells, self.schools, log);
        }
    }
}

/// Whether each block of a sheet ended with a total and a blank row. A workbook does not store the blank row after the
/// last block, which the person who made the sheet left there as after the others.
#[derive(Default)]
struct Rests {
    sections: usize,
    closed: usize,
    last_total: Option<u32>,
    last_row: u32,
}

impl Rests {
    fn see(&mut self, row: u32, found: &Sort) {
        self.last_row = row;
        match found {
            Sort::Section(_) => self.sections += 1,
            Sort::Total => self.last_total = Some(row),
            Sort::Blank if self.last_total == Some(row - 1) => self.closed += 1,
            _ => {}
        }
    }

    /// The row that a workbook does not store.
    fn closing(&self, is_text: bool) -> Option<u32> {
        let ends_with_total = self.last_total == Some(self.last_row) && self.last_row > 0;
        (!is_text && ends_with_total && self.sections > 0 && self.closed == self.sections).then_some(self.last_row + 1)
    }
}

/// A record that begins with its row's number.
fn begin(row: u32) -> Record {
    Record { row, ..Record::default() }
}
