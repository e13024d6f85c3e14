//! The indicators of a cycle, as they stood on its last day.

use chrono::NaiveDate;

use crate::{
    insight::{
        attended::Attended,
        contact_rate::{CONTACT_RATE, contact_rate},
        lens::{Facts, Lens},
        validate::interval::{Rate, ten_thousandths},
    },
    notebook::{
        Notebook,
        action::{Action, StateName},
        cycle::Cycle,
        student::Student,
    },
    rules::{
        attendance::RECOVER,
        calendar::{Month, school_year},
    },
};

/// What a figure is of; the names are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// Days attended of days held in the months of the cycle, all students together.
    Attendance,
    /// Students under 85 % of the year's days, of those whose attendance is known: always 85, whatever a team looks from.
    BelowRecover,
    /// Students reached within 14 days, of those enrolled.
    ContactRate,
    /// Actions done, of those planned.
    ActionsDone,
    /// Students who left within the school year and are enrolled nowhere, of those who were enrolled in it.
    InYearDropout,
}

impl Name {
    /// The stable name in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Attendance => "attendance",
            Self::BelowRecover => "attendance_lt_85",
            Self::ContactRate => "contact_rate",
            Self::ActionsDone => "actions_done",
            Self::InYearDropout => "in_year_dropout",
        }
    }

    /// By which rule it is counted.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Attendance => "días asistidos de días trabajados",
            Self::BelowRecover => "Mineduc, reportes de asistencia desde 2023",
            Self::ContactRate => "estudiantes con contacto logrado en 14 días",
            Self::ActionsDone => "acciones del cuaderno",
            Self::InYearDropout => "Centro de Estudios Mineduc, retirados sin matrícula",
        }
    }
}

/// One indicator: a part of a whole in hundredths of a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Of what.
    pub name: Name,
    /// The part.
    pub part: u64,
    /// The whole that the interval rests on: students, actions; of attendance the students whose days were summed up.
    pub n: usize,
    /// The figure; none where nothing is known.
    pub value: Option<u64>,
    /// Its 95 % interval by Wilson's method; none for days, which hang together within a student.
    pub interval: Option<(u64, u64)>,
}

impl Figure {
    fn of(name: Name, part: usize, n: usize) -> Self {
        let rate = Rate::of(part, n);
        let interval = rate.map(|rate| (rate.low, rate.high));
        Self { name, part: part as u64, n, value: rate.map(|rate| rate.value), interval }
    }
}

/// The indicators of a cycle on a day.
pub(super) fn of(notebook: &Notebook, cycle: &Cycle, actions: &[&Action], until: NaiveDate) -> Vec<Figure> {
    let facts = notebook.students.iter().map(|student| Facts::of(student, until));
    let lens = Lens::new(&notebook.school, facts, until);
    let here: Vec<&Student> = notebook.students.iter().filter(|student| student.is_here_on(until)).collect();
    let known: Vec<Attended> = here.iter().filter_map(|student| lens.attended(Facts::of(student, until))).collect();
    // A year that ended before the cycle began says nothing about it.
    let is_of_cycle = lens.year >= school_year(cycle.opened);
    let known: Vec<Attended> = if is_of_cycle { known } else { Vec::new() };
    let below = known.iter().filter(|attended| attended.share.is_below(RECOVER.threshold)).count();
    let rate = contact_rate(notebook, CONTACT_RATE.threshold, until);
    let done = actions.iter().filter(|action| action.state.name() == StateName::Done).count();
    vec![
        attendance(notebook, cycle, until),
        Figure::of(Name::BelowRecover, below, known.len()),
        Figure::of(Name::ContactRate, rate.reached, rate.enrolled),
        Figure::of(Name::ActionsDone, done, actions.len()),
        in_year_dropout(notebook, until),
    ]
}

/// Who left in an earlier year, or nobody knows when, is none of this year's students; who came later is not one yet.
fn in_year_dropout(notebook: &Notebook, until: NaiveDate) -> Figure {
    let year = school_year(until);
    let left = |student: &Student| student.entry_on(until).is_some_and(|entry| entry.began() == Some(year));
    let statuses = notebook.students.iter().filter_map(|student| Some((student, student.status_on(until)?)));
    let of_year = statuses.filter(|(student, status)| status.is_here() || left(student));
    let (all, dropped) =
        of_year.fold((0, 0), |(all, dropped), (_, status)| (all + 1, dropped + usize::from(status.is_dropout())));
    Figure::of(Name::InYearDropout, dropped, all)
}

/// Days of the months from the one in which the cycle was opened. The month in which it was closed belongs to the next
/// cycle, where it goes on after that day and is not the only one: no day counts twice.
fn attendance(notebook: &Notebook, cycle: &Cycle, until: NaiveDate) -> Figure {
    let (first, mut last) = (Month::of(cycle.opened), Month::of(until));
    if cycle.closing.is_some() && until < last.last_day() && first < last {
        last = last.previous();
    }
    let months = first..=last;
    let (mut attended, mut held, mut students) = (0_u64, 0_u64, 0);
    for student in &notebook.students {
        let before = held;
        for (_, days) in student.attendance.iter().filter(|(month, _)| months.contains(month)) {
            attended += u64::from(days.attended());
            held += u64::from(days.held());
        }
        students += usize::from(held > before);
    }
    let value = ten_thousandths(attended.into(), held.into());
    Figure { name: Name::Attendance, part: attended, n: students, value, interval: None }
}
