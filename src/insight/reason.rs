//! Why a student is on the list: each reason with the figure behind it.
//!
//! Owns the rules that flag a student and their thresholds as values with a source. Sex, nationality, ethnicity and
//! special needs are not in a notebook and so in no rule.

use chrono::NaiveDate;

use crate::{
    notebook::{cycle::Thresholds, extra::Extra, months::Months, safe_text::SafeText, student::Grade},
    rules::{
        attendance::{self, Band, Days, Scale},
        calendar::Month,
        rule::{Rule, Unit},
        status::Status,
    },
};

/// Attendance under which a student has missed more than half of the days.
pub const CRITICAL: Rule = Rule::percent("attendance_critical", 50, Scale::MINISTRY.source);
/// Attendance under which absence is grave.
pub const GRAVE: Rule = Rule::percent("attendance_lt_85", 85, Scale::MINISTRY.source);
/// Attendance of which nothing is known.
pub const UNKNOWN: Rule = Rule { id: "attendance_unknown", threshold: 0, unit: Unit::Count, source: HOUSE };
/// Failed subjects that put a student on the list: one can be made up for by the average, two ask for a look (C.3).
pub const FAILED: Rule =
    Rule { id: "failed_subjects", threshold: 2, unit: Unit::Count, source: "Decreto 67/2018, artículo 10" };
/// Nobody has written down a contact this school year.
pub const FOLLOW_UP: Rule = Rule { id: "no_follow_up", threshold: 1, unit: Unit::Count, source: HOUSE };
/// The day of the next step has passed.
pub const OVERDUE: Rule = Rule { id: "follow_up_overdue", threshold: 0, unit: Unit::Count, source: HOUSE };

/// The source of a rule that is the notebook's own.
const HOUSE: &str = "TEP";

/// What the rules look at, wherever it was read from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The status today.
    pub status: Status,
    /// Attendance by month.
    pub attendance: &'a Months,
    /// Grades by subject.
    pub grades: &'a [Grade],
}

/// One reason to look at a student, with its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Fewer than half of the days attended.
    CriticalAttendance(Attended),
    /// Fewer than 85 % of the days attended.
    GraveAttendance(Attended),
    /// One more absence would make it grave.
    AtTheEdge(Attended),
    /// Nothing is known of this year's attendance: a reason of its own to look.
    NoAttendance {
        /// The school year.
        year: i32,
    },
    /// Subjects under 4,0.
    FailedSubjects {
        /// How many.
        count: usize,
        /// In which school year.
        year: i32,
    },
    /// On the list, and nobody has written down a contact this school year.
    NoFollowUp {
        /// The last contact of all, if there ever was one.
        last: Option<NaiveDate>,
    },
    /// The day of the next step has passed.
    FollowUpOverdue {
        /// The day.
        due: NaiveDate,
    },
}

/// Attendance of the year up to a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attended {
    /// Days attended and held.
    pub days: Days,
    /// The last month counted.
    pub until: Month,
}

impl Reason {
    /// The rule behind the reason: its id, threshold and source.
    pub fn rule(self) -> Rule {
        match self {
            Self::CriticalAttendance(_) => CRITICAL,
            Self::GraveAttendance(_) => GRAVE,
            Self::AtTheEdge(_) => attendance::EDGE,
            Self::NoAttendance { .. } => UNKNOWN,
            Self::FailedSubjects { .. } => FAILED,
            Self::NoFollowUp { .. } => FOLLOW_UP,
            Self::FollowUpOverdue { .. } => OVERDUE,
        }
    }

    /// Weight in the order of the list: graver reasons first. Follow-up reasons weigh nothing; they break ties.
    pub fn gravity(self) -> u8 {
        match self {
            Self::CriticalAttendance(_) => 4,
            Self::GraveAttendance(_) => 3,
            Self::NoAttendance { .. } | Self::FailedSubjects { .. } => 2,
            Self::AtTheEdge(_) => 1,
            Self::NoFollowUp { .. } | Self::FollowUpOverdue { .. } => 0,
        }
    }
}

/// The attendance of a school year, up to a month: the sum of what is known, or nothing.
pub fn of_year(attendance: &Months, year: i32, until: Month) -> Option<Attended> {
    let mut known = attendance.iter().filter(|(month, _)| month.year() == year && *month <= until);
    let (first, days) = known.next()?;
    let (until, days) = known.fold((first, days), |(_, sum), (month, days)| (month, sum + days));
    Some(Attended { days, until })
}

/// The reasons that put a student on the list; none for somebody who is no longer here.
pub fn reasons(facts: Facts<'_>, year: i32, until: Month) -> Vec<Reason> {
    if !facts.status.is_here() {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    match of_year(facts.attendance, year, until) {
        Some(attended) if attended.days.held() > 0 => reasons.extend(of_attendance(attended)),
        _ => reasons.push(Reason::NoAttendance { year }),
    }
    reasons.extend(of_grades(facts.grades, year));
    reasons
}

fn of_attendance(attended: Attended) -> Option<Reason> {
    match Scale::MINISTRY.band(attended.days) {
        Band::Critical => Some(Reason::CriticalAttendance(attended)),
        Band::Grave => Some(Reason::GraveAttendance(attended)),
        _ if attendance::at_edge(attended.days) => Some(Reason::AtTheEdge(attended)),
        _ => None,
    }
}

/// Grades of this year, or of the year before while this one has none.
fn of_grades(grades: &[Grade], year: i32) -> Option<Reason> {
    let year = grades.iter().map(|grade| grade.year).filter(|at| (year - 1..=year).contains(at)).max()?;
    let count = grades.iter().filter(|grade| grade.year == year && !grade.mark.passes()).count();
    (count >= usize::from(FAILED.threshold)).then_some(Reason::FailedSubjects { count, year })
}

/// The thresholds in force, to be stored with a cycle that closes.
pub fn thresholds() -> Thresholds {
    Thresholds {
        scale: SafeText::line(Scale::MINISTRY.id),
        grave_below: GRAVE.threshold,
        critical_below: CRITICAL.threshold,
        extra: Extra::new(),
    }
}
