//! Does the list work? The flags compared with what is known to have happened: how many of the flagged were meant, how
//! many were found, and whether that is more than chance or than attendance alone would find.
//!
//! Pooled only: a single school has too few cases. Under [`ENOUGH`] cases of what is looked for nothing is concluded. Counts
//! and comparisons are whole numbers; only intervals are computed with fractions.

pub mod area;
pub mod capacity;
pub mod interval;

use super::{reason, tables::Share};
use crate::rules::{
    decimal::Average,
    rule::{Rule, Unit},
};
use area::Area;
use capacity::AtCapacity;
use interval::Rate;

/// Average under which one failed subject is no longer made up for.
pub const AVERAGE: Rule =
    Rule { id: "average_lt_4_5", threshold: 45, unit: Unit::Tenths, source: "Decreto 67/2018, artículo 10" };
/// Cases of what is looked for without which nothing is concluded.
pub const ENOUGH: Rule = Rule { id: "enough_positives", threshold: 30, unit: Unit::Count, source: "TEP" };

/// What was known of a student in time, and what happened.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// Attendance, where known.
    pub attendance: Option<Share>,
    /// Average of all grades, where known.
    pub average: Option<Average>,
    /// Whether it happened.
    pub positive: bool,
}

impl Case {
    /// Attendance below the threshold; what is not known flags nobody.
    pub(in crate::insight) fn is_absent(&self) -> bool {
        self.attendance.is_some_and(|share| share.is_below(reason::GRAVE.threshold))
    }

    /// Average below the threshold; what is not known flags nobody.
    pub(in crate::insight) fn is_low(&self) -> bool {
        self.average.is_some_and(|average| average.parts() < AVERAGE.threshold * 10)
    }
}

/// A rule that flags, or an order that ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flag {
    /// Attendance below 85 %.
    Attendance,
    /// Average below 4.5.
    Average,
    /// Both.
    Both,
    /// One of them.
    Either,
    /// Accumulated absence alone, as an order and without a threshold.
    Absence,
}

impl Flag {
    /// Every flag, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Attendance, Self::Average, Self::Both, Self::Either, Self::Absence];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attendance => reason::GRAVE.id,
            Self::Average => AVERAGE.id,
            Self::Both => "both",
            Self::Either => "either",
            Self::Absence => "absence",
        }
    }

    /// Whether it needs averages.
    pub const fn needs_averages(self) -> bool {
        matches!(self, Self::Average | Self::Both | Self::Either)
    }

    /// Whether it flags a case; an order without a threshold flags nobody.
    fn flags(self, case: &Case) -> bool {
        match self {
            Self::Attendance => case.is_absent(),
            Self::Average => case.is_low(),
            Self::Both => case.is_absent() && case.is_low(),
            Self::Either => case.is_absent() || case.is_low(),
            Self::Absence => false,
        }
    }
}

/// Flagged or not, against what happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Flagged, and it happened.
    pub hits: usize,
    /// Flagged, and all was well.
    pub fine: usize,
    /// Not flagged, and it happened.
    pub missed: usize,
    /// Not flagged, and all was well.
    pub rest: usize,
}

impl Counts {
    /// How many were flagged.
    pub const fn flagged(self) -> usize {
        self.hits + self.fine
    }

    /// Of those flagged, the part to whom it happened.
    pub fn precision(self) -> Option<Rate> {
        Rate::of(self.hits, self.flagged())
    }

    /// Of those to whom it happened, the part that was flagged.
    pub fn recall(self) -> Option<Rate> {
        Rate::of(self.hits, self.hits + self.missed)
    }

    /// How many times more often than in a list drawn by lot, in ten-thousandths.
    pub fn lift(self) -> Option<u64> {
        let (positives, rows) = (self.hits + self.missed, self.flagged() + self.missed + self.rest);
        interval::ten_thousandths(self.hits as u128 * rows as u128, self.flagged() as u128 * positives as u128)
    }
}

/// What a flag comes to.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    /// The flag.
    pub flag: Flag,
    /// Its counts; none for an order without a threshold.
    pub counts: Option<Counts>,
    /// The area under its curve.
    pub area: Option<Area>,
}

/// What all flags come to, for one question.
#[derive(Debug, Clone)]
pub struct Validation {
    /// Cases.
    pub rows: usize,
    /// Those to whom it happened.
    pub positives: usize,
    /// Cases of which attendance is not known.
    pub without_attendance: usize,
    /// Cases of which no average is known.
    pub without_average: usize,
    /// Flag by flag; those that need what no case has are left out.
    pub verdicts: Vec<Verdict>,
    /// The list cut where the team can still follow, beside attendance alone and the lot.
    pub capacity: AtCapacity,
}

impl Validation {
    /// The part to whom it happened.
    pub fn base_rate(&self) -> Option<Rate> {
        Rate::of(self.positives, self.rows)
    }

    /// Whether there are enough cases to conclude from.
    pub fn is_enough(&self) -> bool {
        self.positives >= usize::from(ENOUGH.threshold)
    }

    /// About how many cases would be enough at this rate; none where nothing happened yet.
    pub fn rows_enough(&self) -> Option<usize> {
        (self.positives > 0).then(|| (usize::from(ENOUGH.threshold) * self.rows).div_ceil(self.positives))
    }
}

/// Compares every flag with what happened; `percent` of the students can be followed.
pub fn validate(cases: &[Case], percent: usize) -> Validation {
    let positives = cases.iter().filter(|case| case.positive).count();
    let without = |is_unknown: fn(&&Case) -> bool| cases.iter().filter(is_unknown).count();
    let (without_attendance, without_average) =
        (without(|case| case.attendance.is_none()), without(|case| case.average.is_none()));
    let is_known = |flag: &Flag| without_average < cases.len() || !flag.needs_averages();
    Validation {
        rows: cases.len(),
        positives,
        without_attendance,
        without_average,
        verdicts: Flag::ALL.into_iter().filter(is_known).map(|flag| verdict(flag, cases)).collect(),
        capacity: capacity::at(cases, percent),
    }
}

fn verdict(flag: Flag, cases: &[Case]) -> Verdict {
    if flag == Flag::Absence {
        return Verdict { flag, counts: None, area: area::of_absence(cases) };
    }
    let mut counts = Counts::default();
    for case in cases {
        let count = match (flag.flags(case), case.positive) {
            (true, true) => &mut counts.hits,
            (true, false) => &mut counts.fine,
            (false, true) => &mut counts.missed,
            (false, false) => &mut counts.rest,
        };
        *count += 1;
    }
    Verdict { flag, counts: Some(counts), area: area::of_flag(counts) }
}

#[cfg(test)]
mod tests;
