//! Students with more than one row: which one stays, and what is said of it.
//! Never joins two rows: the one that stays, stays as it is.

use std::collections::HashMap;

use super::codes::{Doubt, Kind, Outcome, ResolvedBy, Standing};
use super::log::Log;
use super::reading::{Duplicate, Who};
use super::record::Record;
use crate::rules::identity::Rbd;

/// One student, in one school, and in one month where the table has a row for each.
type Key = (Who, Option<Rbd>, Option<u16>, Option<u8>);

/// Keeps one record for each key, at the place where it stands in the file.
pub(super) fn resolve(kind: Kind, log: &mut Log) -> Vec<Duplicate> {
    let mut first: HashMap<Key, usize> = HashMap::with_capacity(log.records.len());
    let mut contests: Vec<Contest> = Vec::new();
    let mut open: HashMap<usize, usize> = HashMap::new();
    for (at, record) in log.records.iter().enumerate() {
        let Some(key) = key(kind, record) else { continue };
        let before = *first.entry(key).or_insert(at);
        if before == at {
            continue;
        }
        let contest = *open.entry(before).or_insert_with(|| {
            contests.push(Contest { who: key.0, winner: before, rows: vec![before], by: ResolvedBy::Identical });
            contests.len() - 1
        });
        if let Some(contest) = contests.get_mut(contest) {
            contest.enter(kind, &log.records, at);
        }
    }
    settle(contests, log)
}

/// What is the same row; none where nobody is named, and where a school has one row for each school and grade.
fn key(kind: Kind, record: &Record) -> Option<Key> {
    let who = record.run.map(Who::Run).or(record.mrun.map(Who::Mrun))?;
    let month = if kind == Kind::MonthlyAttendance || kind == Kind::DailyAttendance { record.month } else { None };
    Some((who, record.rbd, record.year, month))
}

struct Contest {
    who: Who,
    winner: usize,
    rows: Vec<usize>,
    by: ResolvedBy,
}

impl Contest {
    /// Another row of the same student.
    fn enter(&mut self, kind: Kind, records: &[Record], at: usize) {
        self.rows.push(at);
        let (Some(kept), Some(later)) = (records.get(self.winner), records.get(at)) else { return };
        let (later_wins, by) = contest(kind, kept, later);
        if later_wins {
            self.winner = at;
        }
        // Where several rows meet, the weightiest reason is told.
        self.by = self.by.max(by);
    }
}

/// Whether the later of two rows stays, and why.
fn contest(kind: Kind, kept: &Record, later: &Record) -> (bool, ResolvedBy) {
    if kind == Kind::MonthlyAttendance && kept.mrun.is_some() {
        let days = |record: &Record| (record.attended, record.held);
        return (days(later) > days(kept), ResolvedBy::MoreDays);
    }
    match (left(kept), left(later)) {
        (false, true) => return (false, ResolvedBy::Enrolled),
        (true, false) => return (true, ResolvedBy::Enrolled),
        _ => {}
    }
    let same = Record { row: later.row, ..kept.clone() } == *later;
    if same { (false, ResolvedBy::Identical) } else { (true, ResolvedBy::Last) }
}

/// Whether a row says that the student has left.
fn left(record: &Record) -> bool {
    record.status == Some(Standing::Withdrawn)
        || record.more.as_ref().is_some_and(|more| more.withdrawn_on.is_some())
        || matches!(record.outcome, Some(Outcome::Withdrawn | Outcome::Transferred | Outcome::DroppedOut))
}

fn settle(contests: Vec<Contest>, log: &mut Log) -> Vec<Duplicate> {
    let mut lost = vec![false; if contests.is_empty() { 0 } else { log.records.len() }];
    let mut duplicates = Vec::new();
    for contest in contests {
        let code = match (contest.who, contest.by) {
            (Who::Mrun(_), _) => Doubt::MrunDuplicate,
            (Who::Run(_), ResolvedBy::Last) => Doubt::RunDuplicateConflict,
            (Who::Run(_), _) => Doubt::RunDuplicate,
        };
        let row = |at: &usize| log.records.get(*at).map_or(0, |record| record.row);
        let rows: Vec<u32> = contest.rows.iter().map(row).collect();
        for row in rows.iter().skip(1) {
            log.warn(*row, code);
        }
        for at in contest.rows.iter().filter(|at| **at != contest.winner) {
            if let Some(mark) = lost.get_mut(*at) {
                *mark = true;
            }
        }
        duplicates.push(Duplicate { who: contest.who, rows, resolved_by: contest.by });
    }
    if !lost.is_empty() {
        let mut lost = lost.into_iter();
        log.records.retain(|_| !lost.next().unwrap_or(false));
    }
    duplicates
}
