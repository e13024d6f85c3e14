//! The indicators of a cycle, as they stood on its last day.

use std::borrow::Cow;

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
        school::School,
        student::Student,
    },
    rules::calendar::Month,
};

/// What a figure is of; the names are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// Days attended of days held in the months of the cycle, all students together.
    Attendance,
    /// Students under 85 % of the year's days, of those whose attendance is known.
    BelowRecover,
    /// Students reached within 14 days, of those enrolled.
    ContactRate,
    /// Actions done, of those planned.
    ActionsDone,
    /// Students who are enrolled nowhere, of all in the notebook.
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
    let school = judged_by(notebook, cycle);
    let facts = notebook.students.iter().map(|student| Facts::of(student, until));
    let lens = Lens::new(&school, facts, until);
    let here: Vec<&Student> = notebook.students.iter().filter(|student| student.status_on(until).is_here()).collect();
    let known: Vec<Attended> = here.iter().filter_map(|student| lens.attended(Facts::of(student, until))).collect();
    let below = known.iter().filter(|attended| attended.share.is_below(school.limits.grave_below)).count();
    let rate = contact_rate(notebook, CONTACT_RATE.threshold, until);
    let done = actions.iter().filter(|action| action.state.name() == StateName::Done).count();
    let dropped = notebook.students.iter().filter(|student| student.status_on(until).is_dropout()).count();
    vec![
        attendance(notebook, cycle, until),
        Figure::of(Name::BelowRecover, below, known.len()),
        Figure::of(Name::ContactRate, rate.reached, rate.enrolled),
        Figure::of(Name::ActionsDone, done, actions.len()),
        Figure::of(Name::InYearDropout, dropped, notebook.students.iter().count()),
    ]
}

/// The school with the thresholds of a closed cycle: changing a setting never rewrites what was judged by the old one.
fn judged_by<'a>(notebook: &'a Notebook, cycle: &Cycle) -> Cow<'a, School> {
    match &cycle.closing {
        Some(closing) => Cow::Owned(School { limits: closing.thresholds.limits(), ..notebook.school.clone() }),
        None => Cow::Borrowed(&notebook.school),
    }
}

/// Months that begin within the cycle, and the one in which it was opened.
fn attendance(notebook: &Notebook, cycle: &Cycle, until: NaiveDate) -> Figure {
    let months = Month::of(cycle.opened)..=Month::of(until);
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
