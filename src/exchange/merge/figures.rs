//! Attendance by month, and by week where each day has a mark; attendance without days, engagement.
//! Never makes days out of a percent, nor a percent out of days.

use chrono::NaiveDate;

use super::super::record::{Figure, Hundredths};
use super::super::route::Row;
use super::years::{about_year, has_left};
use crate::notebook::extra::Extra;
use crate::notebook::reported::{Engagement, Reported};
use crate::notebook::safe_text::SafeText;
use crate::notebook::student::Student;
use crate::notebook::weeks::Parts;
use crate::rules::attendance::Days;
use crate::rules::calendar::Month;
use crate::rules::decimal::{Decimal, Percent};

/// Takes in all figures that have their own time.
pub(super) fn take(student: &mut Student, row: &Row<'_>, today: NaiveDate) {
    let record = row.record;
    for figure in record.more.iter().flat_map(|more| &more.months) {
        if let Some(month) = Month::new(row.year, figure.month.into()) {
            let told = Told::new(days(figure.attended, figure.held, None), figure.attendance);
            of_month(student, month, told, today);
        }
    }
    let told = Told {
        days: days(record.attended, record.held, record.absences),
        percent: record.attendance.filter(|percent| *percent > 0 || !has_left(row)).and_then(Percent::from_parts),
        absences: record.absences,
        justified: record.justified,
    };
    match record.month.and_then(|month| Month::new(row.year, month.into())) {
        Some(month) => {
            of_month(student, month, told, today);
            let on = record.more.as_ref().and_then(|more| more.days);
            if let Some(parts) = on.and_then(|on| Parts::of_days(month, on.held, on.attended)) {
                student.set_weeks(month, parts);
            }
        }
        None if about_year(row.reading.kind) => {
            so_far(student, row.year, Told { days: None, percent: None, ..told }, today);
        }
        None => so_far(student, row.year, told, today),
    }
    engagement(student, row, today);
}

/// Days attended of days held, where two of the three counts say them.
pub(in crate::exchange) fn days(attended: Option<u16>, held: Option<u16>, absences: Option<u16>) -> Option<Days> {
    let held = held?;
    let attended = attended.or_else(|| held.checked_sub(absences?))?;
    Days::new(attended, held).ok()
}

/// What a row says about attendance in some time.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Told {
    days: Option<Days>,
    percent: Option<Percent>,
    absences: Option<u16>,
    justified: Option<u16>,
}

impl Told {
    fn new(days: Option<Days>, percent: Option<Hundredths>) -> Self {
        Self { days, percent: percent.and_then(Percent::from_parts), absences: None, justified: None }
    }

    fn is_empty(self) -> bool {
        self == Self::new(None, None)
    }

    /// Puts what is told over what is known.
    fn over(self, known: &mut Reported) {
        known.percent = self.percent.or(known.percent);
        known.days = self.days.or(known.days);
        known.absences = self.absences.or(known.absences);
        known.justified = self.justified.or(known.justified);
    }

    fn is_known(self, known: &Reported) -> bool {
        let mut after = known.clone();
        self.over(&mut after);
        after == *known
    }
}

/// Days go to their month, and what only repeats them goes nowhere.
fn of_month(student: &mut Student, month: Month, told: Told, today: NaiveDate) {
    if let Some(days) = told.days {
        student.set_month(month, days);
    }
    let rest = if student.attendance.get(month).is_some() {
        Told { justified: told.justified, ..Told::new(None, None) }
    } else {
        told
    };
    let at = student.reported.iter().position(|known| known.month == Some(month));
    if let Some(known) = at.and_then(|at| student.reported.get_mut(at)) {
        if student.attendance.get(month).is_some() {
            (known.percent, known.absences) = (None, None);
        }
        if !rest.is_known(known) {
            rest.over(known);
            known.on = today;
        }
    } else if !rest.is_empty() {
        report(
            student,
            Reported { year: month.school_year(), month: Some(month), on: today, ..Reported::default() },
            rest,
        );
    }
    student.reported.retain(|known| {
        let blank = Reported { year: known.year, month: known.month, on: known.on, ..Reported::default() };
        *known != blank
    });
}

/// A figure of the year as far as it went: once for each day on which it came and was another than the last.
fn so_far(student: &mut Student, year: i32, told: Told, today: NaiveDate) {
    if told.is_empty() {
        return;
    }
    let newest = student.reported.iter_mut().filter(|known| known.year == year && known.month.is_none());
    match newest.max_by_key(|known| known.on) {
        Some(known) if told.is_known(known) => {}
        Some(known) if known.on == today => told.over(known),
        _ => report(student, Reported { year, on: today, ..Reported::default() }, told),
    }
}

fn report(student: &mut Student, mut reported: Reported, told: Told) {
    told.over(&mut reported);
    let key = |reported: &Reported| (reported.year, reported.month, reported.on);
    let place = student.reported.partition_point(|known| key(known) <= key(&reported));
    student.reported.insert(place, reported);
}

/// A cell without a figure leaves none: who did not answer is not a zero.
fn engagement(student: &mut Student, row: &Row<'_>, today: NaiveDate) {
    for (at, figure) in row.record.more.iter().flat_map(|more| &more.figures) {
        let name = row.reading.figures.get(usize::from(*at)).map(|name| SafeText::line(name));
        let value = figure.and_then(|Figure(parts)| Decimal::from_parts(parts));
        let Some((name, value)) = name.zip(value) else { continue };
        let of_name = |known: &&mut Engagement| known.year == row.year && known.name == name;
        match student.engagement.iter_mut().filter(of_name).max_by_key(|known| known.on) {
            Some(known) if known.value == value => {}
            Some(known) if known.on == today => known.value = value,
            _ => student.engagement.push(Engagement { year: row.year, name, value, on: today, extra: Extra::new() }),
        }
    }
}
