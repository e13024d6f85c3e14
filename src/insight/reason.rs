//! Why a student is on the list: each reason with its rule, threshold and source, and the figure behind it.
//!
//! Owns the rules that flag a student, as values with a source. Sex, nationality, ethnicity and special needs are not in
//! a notebook and so in no rule.

use chrono::NaiveDate;

use super::attended::{Attended, Span};
use crate::{
    notebook::{cycle::Thresholds, extra::Extra, limits::Limits, safe_text::SafeText, school::School},
    rules::{
        attendance::{Scale, Share},
        calendar::Month,
        identity::Rbd,
        promotion::Unmet,
        rule::{OWN, Rule, Unit},
    },
};

/// Attendance under which a student has missed more than half of the days.
pub const CRITICAL: Rule = Rule::percent("attendance_critical", 50, Scale::MINISTRY.source);
/// Attendance under which absence is grave.
pub const GRAVE: Rule = Rule::percent("attendance_lt_85", 85, Scale::MINISTRY.source);
/// Attendance of which nothing is known.
pub const UNKNOWN: Rule = Rule { id: "attendance_unknown", threshold: 0, unit: Unit::Count, source: OWN };
/// Class days in a row without coming, after which somebody asks whether the student is still in the school. A month at
/// 0 % asks the same.
pub const ENROLMENT: Rule =
    Rule { id: "check_enrolment", threshold: 20, unit: Unit::Days, source: "SLEP Valparaíso, posible retiro" };
/// Subjects under 4.0.
pub const FAILED: Rule = Rule {
    id: "failed_subjects",
    threshold: 1,
    unit: Unit::Count,
    source: "Decreto 67/2018, nota mínima de aprobación 4,0",
};
/// School years that were repeated.
pub const REPEATED: Rule = Rule { id: "repeated_years", threshold: 1, unit: Unit::Count, source: OWN };
/// Changes of school within the year.
pub const MOVED: Rule = Rule { id: "school_changes_in_year", threshold: 1, unit: Unit::Count, source: OWN };
/// Changes of school within three years.
pub const MOVED_OFTEN: Rule =
    Rule { id: "school_changes_in_three_years", threshold: 2, unit: Unit::Count, source: OWN };
/// Nobody has written anything down since the student is on the list.
pub const FOLLOW_UP: Rule = Rule { id: "no_follow_up", threshold: 1, unit: Unit::Count, source: OWN };
/// The day of the next step has passed.
pub const OVERDUE: Rule = Rule { id: "follow_up_overdue", threshold: 0, unit: Unit::Count, source: OWN };
/// The day to look again at a decision of the team has come.
pub const LOOK_AGAIN: Rule = Rule { id: "look_again", threshold: 0, unit: Unit::Count, source: OWN };

/// One reason to look at a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The rule, with the threshold that was used.
    pub rule: Rule,
    /// What was found, with its figure.
    pub finding: Finding,
}

/// What a rule found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
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
    /// Has not come for so long that the enrolment may no longer hold.
    NotSeen {
        /// Class days in a row without coming.
        days: u16,
        /// The first month without a day.
        from: Month,
        /// The last one.
        until: Month,
    },
    /// Attendance falls from month to month.
    Falling {
        /// Hundredths of a point per month; less than zero.
        slope: i32,
        /// The last month.
        until: Month,
    },
    /// Subjects under 4,0.
    FailedSubjects {
        /// How many.
        count: usize,
        /// In which school year.
        year: i32,
    },
    /// A condition of Decreto 67 that is not met: the team has to analyse the case.
    RequiresAnalysis {
        /// Which.
        unmet: Unmet,
        /// Attendance, where it is known.
        share: Option<Share>,
        /// In which school year.
        year: i32,
    },
    /// Years above the age of the grade, on 30 June.
    OverAge {
        /// How many.
        years: u16,
        /// In which school year.
        year: i32,
    },
    /// School years that were repeated.
    Repeated {
        /// How many.
        count: usize,
        /// The last one.
        year: i32,
    },
    /// Changes of school.
    Moved {
        /// In this school year.
        in_year: usize,
        /// In three, this one counted in.
        in_three: usize,
        /// The school year.
        year: i32,
    },
    /// Handed over to another school, which has not confirmed it.
    Unconfirmed {
        /// Class days since then.
        days: u32,
        /// The day on which it was sent.
        since: NaiveDate,
        /// The receiving school, where known.
        to: Option<Rbd>,
    },
    /// On the list, and nothing is written down since.
    NoFollowUp {
        /// Since when the student is on it.
        since: NaiveDate,
        /// The last contact of all, if there ever was one.
        last: Option<NaiveDate>,
    },
    /// The day of the next step has passed.
    FollowUpOverdue {
        /// The day.
        due: NaiveDate,
    },
    /// The day to look again at what the team decided has come.
    LookAgain {
        /// The day.
        on: NaiveDate,
    },
}

/// What a reason is to the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A flag that something can be done about: it counts.
    Changeable,
    /// A flag that tells where a student comes from: it is shown and counts for nothing.
    Context,
    /// What was done with the student so far.
    FollowUp,
}

impl Reason {
    /// Weight in the order of the list: graver reasons more, and the more the more of them. What cannot be changed weighs
    /// nothing; nor does Decreto 67, whose marks and days have been counted already.
    pub fn gravity(self) -> u8 {
        match self.finding {
            Finding::CriticalAttendance(_) | Finding::NotSeen { .. } => 4,
            Finding::GraveAttendance(_) | Finding::Unconfirmed { .. } => 3,
            Finding::FailedSubjects { count: 2.., .. } | Finding::NoAttendance { .. } => 2,
            Finding::FailedSubjects { .. } | Finding::AtTheEdge(_) | Finding::Falling { .. } => 1,
            Finding::RequiresAnalysis { .. }
            | Finding::OverAge { .. }
            | Finding::Repeated { .. }
            | Finding::Moved { .. }
            | Finding::NoFollowUp { .. }
            | Finding::FollowUpOverdue { .. }
            | Finding::LookAgain { .. } => 0,
        }
    }

    /// What it is to the order of the list.
    pub fn role(self) -> Role {
        match self.finding {
            Finding::OverAge { .. } | Finding::Repeated { .. } | Finding::Moved { .. } => Role::Context,
            Finding::NoFollowUp { .. } | Finding::FollowUpOverdue { .. } | Finding::LookAgain { .. } => Role::FollowUp,
            _ => Role::Changeable,
        }
    }

    /// The day that its figure stands for, as of a day: the end of the last month counted, or of the school year, where
    /// that is over.
    pub fn date(self, today: NaiveDate) -> NaiveDate {
        let end_of = |year| Month::new(year, crate::rules::calendar::LAST_MONTH).map(Month::last_day);
        let end = match self.finding {
            Finding::CriticalAttendance(attended)
            | Finding::GraveAttendance(attended)
            | Finding::AtTheEdge(attended) => Some(attended.until.last_day()),
            Finding::NotSeen { until, .. } | Finding::Falling { until, .. } => Some(until.last_day()),
            Finding::OverAge { year, .. } => NaiveDate::from_ymd_opt(year, 6, 30),
            Finding::NoAttendance { year }
            | Finding::FailedSubjects { year, .. }
            | Finding::RequiresAnalysis { year, .. }
            | Finding::Repeated { year, .. }
            | Finding::Moved { year, .. } => end_of(year),
            Finding::NoFollowUp { since, .. } | Finding::Unconfirmed { since, .. } => return since,
            Finding::FollowUpOverdue { due } => return due,
            Finding::LookAgain { on } => return on,
        };
        end.map_or(today, |end| end.min(today))
    }

    /// The attendance that it speaks of.
    pub fn attended(self) -> Option<Attended> {
        match self.finding {
            Finding::CriticalAttendance(attended)
            | Finding::GraveAttendance(attended)
            | Finding::AtTheEdge(attended) => Some(attended),
            _ => None,
        }
    }
}

impl Attended {
    /// Whether the months of a year are summed up: only then days can be counted.
    pub fn is_counted(self) -> bool {
        self.span == Span::Months
    }
}

/// The thresholds in force, to be stored with a cycle that closes.
pub fn thresholds(school: &School) -> Thresholds {
    let limits: &Limits = &school.limits;
    Thresholds {
        scale: SafeText::line(Scale::MINISTRY.id),
        grave_below: limits.grave_below,
        critical_below: limits.critical_below,
        limits: Some(limits.clone()),
        capacity: school.capacity,
        extra: Extra::new(),
    }
}
