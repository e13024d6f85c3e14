//! Promotion by Decreto 67/2018: what it asks for, and which of it is not met.
//!
//! Never says that somebody repeats: who misses a condition *requires an analysis* by the team, which decides.

use super::{
    attendance::Share,
    grades::Mark,
    rule::{Rule, Unit},
};

const SOURCE: &str = "Decreto 67/2018, artículo 10";

/// With one failed subject the average must be at least 4.5.
pub const WITH_ONE: Rule = Rule { id: "decreto_67_one_failed", threshold: 45, unit: Unit::Tenths, source: SOURCE };
/// With two failed subjects the average must be at least 5.0.
pub const WITH_TWO: Rule = Rule { id: "decreto_67_two_failed", threshold: 50, unit: Unit::Tenths, source: SOURCE };
/// More failed subjects than this always ask for an analysis.
pub const MOST_FAILED: Rule = Rule { id: "decreto_67_failed", threshold: 2, unit: Unit::Count, source: SOURCE };
/// Attendance must be at least 85 %; the director may waive it, with reasons.
pub const ATTENDANCE: Rule = Rule::percent("decreto_67_attendance", 85, SOURCE);

/// A condition of promotion that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unmet {
    /// More than two failed subjects.
    Failed {
        /// How many.
        count: u16,
    },
    /// One or two failed subjects, and an average that does not make up for them.
    Average {
        /// How many failed.
        failed: u16,
        /// The average in hundredths, rounded down; for showing only.
        hundredths: u16,
    },
    /// Attendance below 85 %.
    Attendance,
}

impl Unmet {
    /// The rule that is not met.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Failed { .. } => MOST_FAILED,
            Self::Average { failed: 1, .. } => WITH_ONE,
            Self::Average { .. } => WITH_TWO,
            Self::Attendance => ATTENDANCE,
        }
    }
}

/// What the marks of all subjects leave unmet; nothing where none is known.
///
/// The average counts failed subjects in, and is compared as it is: 4.46 is not rounded up to 4.5 on the way.
pub fn by_marks(marks: impl Iterator<Item = Mark>) -> Option<Unmet> {
    let (mut count, mut sum, mut failed) = (0_u32, 0_u32, 0_u16);
    for mark in marks {
        count += 1;
        sum += u32::from(mark.tenths());
        failed += u16::from(!mark.passes());
    }
    let asked = match failed {
        0 => return None,
        1 => WITH_ONE.threshold,
        2 => WITH_TWO.threshold,
        _ => return Some(Unmet::Failed { count: failed }),
    };
    let hundredths = u16::try_from(sum * 10 / count).unwrap_or(u16::MAX);
    (sum < u32::from(asked) * count).then_some(Unmet::Average { failed, hundredths })
}

/// What attendance leaves unmet; nothing where none is known.
pub const fn by_attendance(share: Share) -> Option<Unmet> {
    if share.is_below(ATTENDANCE.threshold) { Some(Unmet::Attendance) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::attendance::Days;

    fn unmet(tenths: &[u8]) -> Option<Unmet> {
        by_marks(tenths.iter().map(|tenths| Mark::from_tenths(*tenths).unwrap()))
    }

    #[test]
    fn who_passes_everything_needs_no_analysis_whatever_the_average() {
        assert_eq!(unmet(&[40, 40, 40]), None);
        assert_eq!(unmet(&[]), None, "no marks are no failure");
    }

    #[test]
    fn one_failed_subject_is_made_up_for_by_four_five_and_not_by_less() {
        assert_eq!(unmet(&[39, 51]), None, "39 + 51 = 2 × 45");
        assert_eq!(unmet(&[39, 50]), Some(Unmet::Average { failed: 1, hundredths: 445 }));
        assert_eq!(unmet(&[39, 50]).map(|unmet| unmet.rule().threshold), Some(45));
    }

    #[test]
    fn two_failed_subjects_are_made_up_for_by_five_and_not_by_less() {
        assert_eq!(unmet(&[39, 39, 61, 61]), None, "200 = 4 × 50");
        assert_eq!(unmet(&[39, 39, 61, 60]), Some(Unmet::Average { failed: 2, hundredths: 497 }));
    }

    #[test]
    fn three_failed_subjects_always_require_an_analysis() {
        assert_eq!(unmet(&[39, 39, 39, 70, 70, 70, 70, 70, 70]), Some(Unmet::Failed { count: 3 }));
    }

    #[test]
    fn attendance_of_exactly_85_is_enough() {
        let of = |attended, held| by_attendance(Share::Days(Days::new(attended, held).unwrap()));
        assert_eq!(of(85, 100), None);
        assert_eq!(of(84, 100), Some(Unmet::Attendance));
        assert_eq!(of(0, 0), None, "nothing known is nothing unmet");
    }
}
