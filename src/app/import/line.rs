//! The preview as a list of lines: what would change, how rows are understood, what was repaired, what was left out, and
//! every column.

use std::collections::BTreeMap;

use super::planned::{Out, Planned};
use crate::{
    exchange::{
        codes::{Doubt, Note, Reason, ResolvedBy, Skip},
        reading::Reading,
    },
    rules::identity::Rbd,
};

/// Rows that are named before the rest is only counted.
const NAMED: usize = 4;
/// Rows that are shown as they are understood.
const SAMPLES: usize = 3;

/// A part of the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chapter {
    /// What would change.
    Changes,
    /// Some rows as they are understood.
    Samples,
    /// What was doubted or repaired.
    Repaired,
    /// What was left out, and why.
    LeftOut,
    /// The columns.
    Columns,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The beginning of a part.
    Chapter(Chapter),
    /// It is still computed what would change.
    Planning,
    /// Nothing would change.
    NoChange,
    /// All rows stay outside; whether that is for want of notebooks.
    NoneTaken(bool),
    /// What would change in a notebook, by its place in the plan.
    School(usize),
    /// Attendance by week comes with it.
    Weeks,
    /// Students whom the list of that notebook does not name any more.
    Absent(usize),
    /// So many rows do not say of which school they are.
    Unsaid(usize),
    /// So many questions, of which so many are still open.
    Questions(usize, usize),
    /// A row, by its place among the records.
    Sample(usize),
    /// A doubt, and the rows that have it.
    Doubt(Doubt, Rows),
    /// Students with several rows, and how that was resolved.
    Double(ResolvedBy, Rows),
    /// Something about the file as a whole.
    Note(Note),
    /// Rows that are no records.
    Skip(Skip, Rows),
    /// Rows that cannot be used.
    Reject(Reason, Rows),
    /// A sheet that was not read, by its place.
    Sheet(usize),
    /// Schools of which nothing is taken, and how many rows they have together.
    Out(Out, Vec<Rbd>, usize),
    /// Nothing was repaired, or nothing was left out.
    Nothing,
    /// A column that was understood, by its place.
    Column(usize),
    /// A column of which nothing was made, by its place.
    Unread(usize),
}

/// Rows with something in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// How many.
    pub count: usize,
    /// The numbers of the first of them.
    pub first: Vec<u32>,
}

impl Rows {
    fn add(&mut self, row: Option<u32>) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.extend(row);
        }
    }
}

/// All lines, the most important first. `open` is how many questions still wait for an answer.
pub fn lines(reading: &Reading, planned: Option<&Planned>, open: usize) -> Vec<Line> {
    let mut lines = vec![Line::Chapter(Chapter::Changes)];
    lines.extend(changes(planned, open));
    lines.extend(reading.has_weeks().then_some(Line::Weeks));
    lines.push(Line::Chapter(Chapter::Samples));
    lines.extend((0..reading.records.len().min(SAMPLES)).map(Line::Sample));
    lines.push(Line::Chapter(Chapter::Repaired));
    lines.extend(or_nothing(repaired(reading)));
    lines.push(Line::Chapter(Chapter::LeftOut));
    lines.extend(or_nothing(left_out(reading, planned)));
    lines.push(Line::Chapter(Chapter::Columns));
    lines.extend((0..reading.columns.len()).map(Line::Column));
    lines.extend((0..reading.unread.len()).map(Line::Unread));
    lines
}

fn changes(planned: Option<&Planned>, open: usize) -> Vec<Line> {
    let Some(planned) = planned else { return vec![Line::Planning] };
    let mut lines = Vec::new();
    let questions = planned.questions().count();
    if questions > 0 {
        lines.push(Line::Questions(questions, open));
    }
    if planned.needs_school() {
        lines.push(Line::Unsaid(planned.unsaid));
    } else if !planned.changes() && open == 0 {
        let is_out = planned.takes_nothing();
        lines.push(if is_out { Line::NoneTaken(planned.lacks_notebooks()) } else { Line::NoChange });
    }
    for (at, school) in planned.schools.iter().enumerate() {
        if school.changes() {
            lines.push(Line::School(at));
        }
        if !school.absent.is_empty() {
            lines.push(Line::Absent(at));
        }
    }
    lines
}

fn repaired(reading: &Reading) -> Vec<Line> {
    let doubts = grouped(reading.warnings.iter().map(|warning| (warning.code, warning.row)));
    let doubles = grouped(reading.duplicates.iter().map(|double| (double.resolved_by, double.rows.first().copied())));
    let doubts = doubts.into_iter().map(|(code, rows)| Line::Doubt(code, rows));
    doubts.chain(doubles.into_iter().map(|(how, rows)| Line::Double(how, rows))).collect()
}

fn left_out(reading: &Reading, planned: Option<&Planned>) -> Vec<Line> {
    let mut out: BTreeMap<Out, (Vec<Rbd>, usize)> = BTreeMap::new();
    for (rbd, (rows, why)) in planned.into_iter().flat_map(|planned| &planned.left_out) {
        let (schools, sum) = out.entry(*why).or_default();
        schools.push(*rbd);
        *sum += rows;
    }
    let rejected = grouped(reading.rejected.iter().map(|rejected| (rejected.reason, Some(rejected.row))));
    let skipped = grouped(reading.skipped.iter().map(|skipped| (skipped.reason, Some(skipped.row))));
    let out = out.into_iter().map(|(why, (schools, rows))| Line::Out(why, schools, rows));
    let rejected = rejected.into_iter().map(|(reason, rows)| Line::Reject(reason, rows));
    let sheets = (0..reading.format.sheets_ignored.len()).map(Line::Sheet);
    let notes = reading.notes.iter().map(|note| Line::Note(*note));
    let skipped = skipped.into_iter().map(|(skip, rows)| Line::Skip(skip, rows));
    out.chain(rejected).chain(sheets).chain(notes).chain(skipped).collect()
}

fn grouped<C: Ord>(all: impl Iterator<Item = (C, Option<u32>)>) -> BTreeMap<C, Rows> {
    let mut groups: BTreeMap<C, Rows> = BTreeMap::new();
    for (code, row) in all {
        groups.entry(code).or_default().add(row);
    }
    groups
}

fn or_nothing(lines: Vec<Line>) -> Vec<Line> {
    if lines.is_empty() { vec![Line::Nothing] } else { lines }
}
