//! Which rows of which files belong to which school, and when each of them speaks of.
//! Never adds rows of two schools together: a student with rows in two schools is in both.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::answers::Asked;
use super::codes::{Kind, Reason, Standing};
use super::matching;
use super::merge::days;
use super::reading::{Reading, Rejected};
use super::record::Record;
use crate::notebook::safe_text::SafeText;
use crate::rules::identity::Rbd;

/// Where rows go.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// The one school that rows are taken for; rows that name none are of this one.
    pub into: Option<Rbd>,
    /// The school year of rows that say none.
    pub year: i32,
}

/// One row, with what it needs from its file.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    /// Which one it is.
    pub asked: Asked,
    /// Its file.
    pub reading: &'r Reading,
    /// What it says.
    pub record: &'r Record,
    /// The school year that it speaks of.
    pub year: i32,
}

/// What some files say about one school.
#[derive(Debug, Default)]
pub struct SchoolRows<'r> {
    /// The school's name in its newest rows; many lists do not write it.
    pub name: Option<SafeText>,
    /// The commune in those rows.
    pub commune: Option<SafeText>,
    /// About students, those with a number first, then oldest first; of one time in the order of the files.
    pub students: Vec<Row<'r>>,
    /// About the school as a whole, in the order of the files.
    pub totals: Vec<Row<'r>>,
}

impl SchoolRows<'_> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.students.len() + self.totals.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The rows of all files by school, and those that belong to none that is meant.
#[derive(Debug, Default)]
pub struct Routed<'r> {
    /// By school.
    pub schools: BTreeMap<Rbd, SchoolRows<'r>>,
    /// Schools that are not the one that rows are taken for, and how many rows each has.
    pub others: BTreeMap<Rbd, usize>,
    /// Rows that cannot be used, by the place of their file.
    pub rejected: BTreeMap<usize, Vec<Rejected>>,
}

/// The rows of all files by school. Files are named by their place.
pub fn route<'r>(files: impl IntoIterator<Item = (usize, &'r Reading)>, way: Way) -> Routed<'r> {
    let mut routed = Routed::default();
    for (file, reading) in files {
        for (at, record) in reading.records.iter().enumerate() {
            match place(reading.kind, record, way.into) {
                Ok(rbd) => {
                    let year = record.year.map_or(way.year, i32::from);
                    let row = Row { asked: Asked { file, record: at }, reading, record, year };
                    let school = routed.schools.entry(rbd).or_default();
                    let rows = if about_school(reading.kind) { &mut school.totals } else { &mut school.students };
                    rows.push(row);
                }
                Err(reason) => {
                    if reason == Reason::OtherSchool
                        && let Some(rbd) = record.rbd
                    {
                        *routed.others.entry(rbd).or_default() += 1;
                    }
                    routed.rejected.entry(file).or_default().push(Rejected { row: record.row, reason });
                }
            }
        }
    }
    for (rbd, school) in &mut routed.schools {
        school.students.sort_by_cached_key(order);
        (school.name, school.commune) = named(*rbd, school);
    }
    routed
}

const fn about_school(kind: Kind) -> bool {
    matches!(kind, Kind::SchoolTotals)
}

fn place(kind: Kind, record: &Record, into: Option<Rbd>) -> Result<Rbd, Reason> {
    if !about_school(kind) && record.run.is_none() && record.mrun.is_none() && matching::name(record).is_none() {
        return Err(Reason::RunMissing);
    }
    match (record.rbd, into) {
        (Some(rbd), Some(into)) if rbd != into => Err(Reason::OtherSchool),
        (Some(rbd), _) | (None, Some(rbd)) => Ok(rbd),
        (None, None) => Err(Reason::RbdMissing),
    }
}

/// First those that say a number, so that all is known of students before names are compared. Of one student who left
/// and is back in one list, the leaving comes first.
fn order(row: &Row<'_>) -> (bool, i32, u8, Reverse<bool>, Asked) {
    let has_number = row.record.run.is_some() || row.record.mrun.is_some();
    (!has_number, row.year, row.moment(), Reverse(row.has_left()), row.asked)
}

impl Row<'_> {
    /// When in its school year a row speaks of, as half months: the Ministry's enrolment is that of 30 April, a list of
    /// a month is of that month, any other of the year as it is now, and final results are of its end. A month of which
    /// nothing is known says nothing about its time.
    pub(super) fn moment(&self) -> u8 {
        match self.reading.kind {
            Kind::Rendimiento | Kind::Outcome => END,
            Kind::Enrolment => ENROLMENT,
            Kind::MonthlyAttendance | Kind::DailyAttendance => 2 * self.newest_month().unwrap_or(0),
            _ => NOW,
        }
    }

    /// The newest month of which the row says an attendance.
    fn newest_month(&self) -> Option<u8> {
        let record = self.record;
        let counted = days(record.attended, record.held, record.absences).is_some();
        let own = record.month.filter(|_| counted || record.attendance.is_some());
        let across = record.more.iter().flat_map(|more| &more.months);
        let across =
            across.filter(|month| month.attendance.is_some() || days(month.attended, month.held, None).is_some());
        across.map(|figure| figure.month).chain(own).max()
    }

    /// Whether the row says that the student is gone.
    pub(super) fn has_left(&self) -> bool {
        let withdrawn_on = self.record.more.as_ref().and_then(|more| more.withdrawn_on);
        withdrawn_on.is_some() || self.record.status == Some(Standing::Withdrawn)
    }
}

/// Moments of a school year: the Ministry's cut of enrolment, the year as it is now, its end.
pub(super) const ENROLMENT: u8 = 9;
pub(super) const NOW: u8 = 25;
pub(super) const END: u8 = 26;

/// What the newest rows that name the school call it.
fn named(rbd: Rbd, school: &SchoolRows<'_>) -> (Option<SafeText>, Option<SafeText>) {
    let mut newest: Vec<(&Row<'_>, i32, u8)> =
        school.students.iter().chain(&school.totals).map(|row| (row, row.year, row.moment())).collect();
    newest.sort_by_key(|(_, year, moment)| Reverse((*year, *moment)));
    newest.dedup_by_key(|(row, ..)| row.asked.file);
    let names = || newest.iter().filter_map(|(row, ..)| row.reading.schools.get(&rbd));
    let said = |text: &Option<String>| text.as_deref().map(SafeText::line).filter(|text| !text.is_empty());
    (names().find_map(|names| said(&names.name)), names().find_map(|names| said(&names.commune)))
}
