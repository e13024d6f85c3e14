//! Whether a student is here, since when, and where to.
//! What a team found out about a student who left stays: a list only knows that the student left.

use chrono::NaiveDate;

use super::super::route::Row;
use super::years::year_end;
use crate::notebook::extra::Extra;
use crate::notebook::student::{StatusEntry, Student};
use crate::rules::calendar::school_year;
use crate::rules::status::Status;

/// Adds to the history what the row knows and the history does not. Each event may be news only after another: so all
/// are told until none is. Says whether anything was news.
pub(super) fn take(student: &mut Student, row: &Row<'_>) -> bool {
    let mut is_news = false;
    for _ in 0..EVENTS {
        let before = student.history.clone();
        tell(student, row);
        if student.history == before {
            break;
        }
        is_news = true;
    }
    is_news
}

/// How many events one row can know of: joining, leaving, and being back.
const EVENTS: usize = 3;

fn tell(student: &mut Student, row: &Row<'_>) {
    returns(student);
    let more = row.record.more.as_ref();
    let withdrawn_on = more.and_then(|more| more.withdrawn_on);
    // Who joined after leaving, or on the same day, has left: one of the two days is a slip of the hand.
    let enrolled_on = more.and_then(|more| more.enrolled_on);
    if let Some(since) = enrolled_on.filter(|since| withdrawn_on.is_none_or(|left| *since < left)) {
        record(&mut student.history, When::Day(since), Status::Enrolled);
    }
    let left_as = row.record.outcome.and_then(|outcome| year_end(outcome).left_as());
    let is_gone = row.has_left().then_some(Status::Withdrawn);
    if let Some(status) = left_as.or(is_gone) {
        let when = withdrawn_on.map_or(When::EndOf(row.year), When::Day);
        record(&mut student.history, when, status);
    }
    returns(student);
}

/// From when something holds, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Day(NaiveDate),
    EndOf(i32),
}

impl When {
    fn year(self) -> i32 {
        match self {
            Self::Day(day) => school_year(day),
            Self::EndOf(year) => year,
        }
    }

    /// Its place in time: of a year without a day, joining comes first and leaving last.
    fn key(self) -> Key {
        match self {
            Self::Day(day) => (school_year(day), 1, Some(day)),
            Self::EndOf(year) => (year, 2, None),
        }
    }

    fn entry(self, status: Status) -> StatusEntry {
        let (since, year) = match self {
            Self::Day(day) => (Some(day), None),
            Self::EndOf(year) => (None, Some(year)),
        };
        StatusEntry { status, since, year, extra: Extra::new() }
    }
}

type Key = (i32, u8, Option<NaiveDate>);

/// The place of an entry in time; none where nothing is known of it: it stays behind the one before.
fn key(entry: &StatusEntry) -> Option<Key> {
    let of_year = || entry.year.map(|year| (year, if entry.status.is_here() { 0 } else { 2 }, None));
    entry.since.map(|since| When::Day(since).key()).or_else(of_year)
}

/// Puts a status behind those that hold by then, unless they say already that the student is here, or is not.
fn record(history: &mut Vec<StatusEntry>, when: When, status: Status) {
    let here = status.is_here();
    let is_known = history.iter().any(|known| key(known) == Some(when.key()) && known.status.is_here() == here);
    let place = history.iter().take_while(|known| key(known) <= Some(when.key())).count();
    if !here && !(is_known && matches!(when, When::Day(_))) && refined(history, place, when, status) {
        return;
    }
    let in_force = place.checked_sub(1).and_then(|last| history.get(last));
    if !is_known && in_force.is_none_or(|known| known.status.is_here() != here) {
        history.insert(place, when.entry(status));
    }
}

/// Two lists may know of one leaving, one the day and the other where to: then each adds what it knows.
fn refined(history: &mut [StatusEntry], place: usize, when: When, status: Status) -> bool {
    let left_then = |known: &&mut StatusEntry| {
        let year = known.since.map(school_year).or(known.year);
        !known.status.is_here() && year == Some(when.year())
    };
    let known = match when {
        When::EndOf(_) => place.checked_sub(1).and_then(|last| history.get_mut(last)).filter(left_then),
        When::Day(_) => history.get_mut(place).filter(left_then).filter(|known| known.since.is_none()),
    };
    let Some(known) = known else { return false };
    if known.status == Status::Withdrawn {
        known.status = status;
    }
    if let When::Day(day) = when {
        (known.since, known.year) = (Some(day), None);
    }
    true
}

/// Who left and is on a list of a later school year is back since an unknown day of that year.
fn returns(student: &mut Student) {
    let listed: Vec<i32> = student.years.iter().filter(|year| year.rbd.is_none()).map(|year| year.year).collect();
    let mut at = 0;
    while let Some(entry) = student.history.get(at) {
        let left = entry.since.map(school_year).or(entry.year);
        let is_gone = !entry.status.is_here() && entry.status != Status::Deceased;
        let next = student.history.get(at + 1);
        let until = next.and_then(|next| next.since.map(school_year).or(next.year));
        let back = listed.iter().find(|year| left.is_some_and(|left| left < **year)).copied();
        at += 1;
        if is_gone
            && next.is_none_or(|next| !next.status.is_here())
            && let Some(year) = back.filter(|year| until.is_none_or(|until| *year <= until))
        {
            let back = StatusEntry { status: Status::Enrolled, since: None, year: Some(year), extra: Extra::new() };
            student.history.insert(at, back);
        }
    }
}
