//! The list cut where the team can still follow, beside attendance alone and the lot.
//!
//! Where students stand equal at the cut, the part of them that fits is counted, not whoever happens to come first.

use std::cmp::Reverse;

use super::{
    Case,
    interval::{self, value_of},
};
use crate::insight::tables::Share;

/// In which order the list is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Number of reasons, then attendance: the list.
    Reasons,
    /// Accumulated attendance alone.
    Absence,
    /// By lot.
    Lot,
}

impl Order {
    /// Every order, in that of the page.
    pub const ALL: [Self; 3] = [Self::Reasons, Self::Absence, Self::Lot];

    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reasons => "list",
            Self::Absence => "absence",
            Self::Lot => "random",
        }
    }
}

/// What the three orders find among the first students.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtCapacity {
    /// How many students can be followed, of every hundred.
    pub percent: usize,
    /// How many that is.
    pub students: usize,
    /// What each order finds.
    pub cuts: Vec<Cut>,
}

/// What one order finds; ten-thousandths, because a tie at the cut counts in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The order.
    pub order: Order,
    /// How many of those followed it happens to.
    pub hits: u64,
    /// The same as a part of those followed, with Wilson's interval.
    pub precision: Option<(u64, u64, u64)>,
    /// The same as a part of all to whom it happens.
    pub recall: Option<(u64, u64, u64)>,
    /// How many times what the lot finds.
    pub lift: Option<u64>,
}

/// What is found among the first `percent` of every hundred students, rounded up.
pub(super) fn at(cases: &[Case], percent: usize) -> AtCapacity {
    let students = (cases.len() * percent).div_ceil(100).min(cases.len());
    let positives = cases.iter().filter(|case| case.positive).count();
    let cut = |order| {
        let (part, of) = match order {
            Order::Reasons => hits(cases, students, |case| {
                let reasons = u8::from(case.is_absent()) + u8::from(case.is_low());
                (Reverse(reasons), Attendance::of(case))
            }),
            Order::Absence => hits(cases, students, Attendance::of),
            Order::Lot => (positives as u128 * students as u128, cases.len() as u128),
        };
        Cut::new(order, (part, of), students, positives, cases.len())
    };
    AtCapacity { percent, students, cuts: Order::ALL.map(cut).to_vec() }
}

/// Who attends least comes first; of whom nothing is known, last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Attendance(bool, Option<Share>);

impl Attendance {
    fn of(case: &Case) -> Self {
        Self(case.attendance.is_none(), case.attendance)
    }
}

/// To how many of the first students it happens, as a fraction.
fn hits<K: Ord>(cases: &[Case], students: usize, key: impl Fn(&Case) -> K) -> (u128, u128) {
    let mut order: Vec<(K, bool)> = cases.iter().map(|case| (key(case), case.positive)).collect();
    order.sort_unstable_by(|one, two| one.0.cmp(&two.0));
    let Some((last, _)) = students.checked_sub(1).and_then(|at| order.get(at)) else { return (0, 1) };
    let before = order.partition_point(|(key, _)| key < last);
    let tied = order.partition_point(|(key, _)| key <= last) - before;
    let of = |from: usize, count: usize| order.iter().skip(from).take(count).filter(|(_, hit)| *hit).count() as u128;
    (of(0, before) * tied as u128 + of(before, tied) * (students - before) as u128, tied as u128)
}

impl Cut {
    fn new(order: Order, (part, of): (u128, u128), students: usize, positives: usize, rows: usize) -> Self {
        let share = |whole: usize| {
            let value = interval::ten_thousandths(part, of * whole as u128)?;
            // A tie at the cut may count in part.
            let hits = value_of(usize::try_from(part).ok()?) / value_of(usize::try_from(of).ok()?);
            let (low, high) = interval::wilson(hits, value_of(whole));
            Some((value, low, high))
        };
        let expected = students as u128 * positives as u128;
        Self {
            order,
            hits: interval::ten_thousandths(part, of).unwrap_or(0),
            precision: share(students),
            recall: share(positives),
            lift: interval::ten_thousandths(part * rows as u128, of * expected),
        }
    }
}
