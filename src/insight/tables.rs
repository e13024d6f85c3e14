//! What official tables say about many students, year by year: how the year ended, who is enrolled, days attended.
//!
//! The shape in which the validation of the flags and the annual dropout want it, wherever it was read from. Knows no
//! file and no notebook, and names nobody.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
};

use crate::rules::{
    attendance::Days,
    calendar::Month,
    course::Grade,
    decimal::{Average, Percent},
    identity::{Rbd, Run},
    status::YearEnd,
};

/// Who a row is about: the same student in every table and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// By RUN or IPE.
    Run(Run),
    /// By the Ministry's mask of it.
    Mrun(u32),
    /// Not by a number: the row can be found in no other table.
    Nobody(usize),
}

/// Attendance as a part of a whole, compared without rounding.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    attended: u32,
    held: u32,
}

impl Share {
    /// From days; none where no day was held.
    pub fn of_days(attended: u32, held: u32) -> Option<Self> {
        (held > 0 && attended <= held).then_some(Self { attended, held })
    }

    /// From a percent of the year. Nobody who finished it was never there: zero is unknown.
    pub fn of_percent(percent: Percent) -> Option<Self> {
        Self::of_days(percent.parts().into(), 10_000).filter(|share| share.attended > 0)
    }

    /// Whether it lies below a whole percent.
    pub const fn is_below(self, percent: u16) -> bool {
        100 * (self.attended as u64) < percent as u64 * self.held as u64
    }
}

impl From<Days> for Option<Share> {
    fn from(days: Days) -> Self {
        Share::of_days(days.attended().into(), days.held().into())
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let across = |one: &Self, two: &Self| u64::from(one.attended) * u64::from(two.held);
        across(self, other).cmp(&across(other, self))
    }
}
impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Share {}

/// How a school year ended for a student in a school.
#[derive(Debug, Clone, Copy)]
pub struct Ended {
    /// Who.
    pub who: Known,
    /// The school.
    pub school: Option<Rbd>,
    /// The grade.
    pub grade: Grade,
    /// How it ended; none is not said.
    pub end: Option<YearEnd>,
    /// Attendance of the year.
    pub attendance: Option<Share>,
    /// Average of all grades.
    pub average: Option<Average>,
}

/// An enrolment.
#[derive(Debug, Clone, Copy)]
pub struct Enrolled {
    /// Who.
    pub who: Known,
    /// The school.
    pub school: Option<Rbd>,
    /// The grade.
    pub grade: Grade,
    /// Month of birth.
    pub born: Option<Month>,
}

/// Days of a student in a school, in a month or in the year.
#[derive(Debug, Clone, Copy)]
pub struct Attended {
    /// Who.
    pub who: Known,
    /// The grade.
    pub grade: Grade,
    /// The month; none is the whole year.
    pub month: Option<u8>,
    /// Attended and held.
    pub days: Days,
}

/// Tables by school year, each in the order of its file.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// How years ended.
    pub ended: BTreeMap<i32, Vec<Ended>>,
    /// Enrolments.
    pub enrolled: BTreeMap<i32, Vec<Enrolled>>,
    /// Days.
    pub attended: BTreeMap<i32, Vec<Attended>>,
}

/// What the days of a year come to for one student.
#[derive(Debug, Clone, Copy)]
pub struct Sum {
    /// The grade of the row with most days.
    pub grade: Grade,
    /// Attendance; none where no day was held.
    pub share: Option<Share>,
}

impl Tables {
    /// The accumulated days of a year by student; none where no table has them. In one month alone the row with most
    /// days counts: the other is of a school that the student has left. Over more months every day counts.
    pub fn sums(&self, year: i32) -> Option<HashMap<Known, Sum>> {
        let rows = self.attended.get(&year)?;
        let first = rows.first().and_then(|row| row.month);
        let is_one_month = first.is_some() && rows.iter().all(|row| row.month == first);
        let mut most: HashMap<Known, (&Attended, u32, u32)> = HashMap::with_capacity(rows.len());
        for row in rows {
            let (attended, held) = (u32::from(row.days.attended()), u32::from(row.days.held()));
            most.entry(row.who)
                .and_modify(|(kept, sum, of)| {
                    (*sum, *of) = (*sum + attended, *of + held);
                    if (row.days.attended(), row.days.held()) > (kept.days.attended(), kept.days.held()) {
                        *kept = row;
                    }
                })
                .or_insert((row, attended, held));
        }
        let sum = |(who, (row, attended, held)): (Known, (&Attended, u32, u32))| {
            let share = if is_one_month { row.days.into() } else { Share::of_days(attended, held) };
            (who, Sum { grade: row.grade, share })
        };
        Some(most.into_iter().map(sum).collect())
    }
}
