//! The way of attendance through the months: points gained or lost per month.
//!
//! The line of least squares, as a fraction of integers. Never drawn through fewer than [`MONTHS`] months.

use std::cmp::Ordering;

use super::Days;
use crate::rules::rule::{Rule, Unit};

/// Points per month, in tenths, from which a fall is a reason to look.
pub const FALL: Rule = Rule {
    id: "attendance_falling",
    threshold: 20,
    unit: Unit::TenthsOfPoint,
    source: "SLEP Valparaíso, pendiente mensual de asistencia",
};
/// Months with classes that a line needs.
pub const MONTHS: usize = 3;

/// Points of attendance per month, as a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slope {
    /// In percent points, over [`Slope::below`].
    above: i128,
    /// Always more than zero.
    below: i128,
}

impl Slope {
    /// The slope through months: how many months after any first one, and the days of each. None where fewer than three
    /// have days held, or where their days are too many to be those of a school.
    pub fn through(months: impl Iterator<Item = (u16, Days)> + Clone) -> Option<Self> {
        let known = months.filter(|(_, days)| days.held() > 0);
        let count = i128::try_from(known.clone().count()).ok().filter(|count| *count >= MONTHS as i128)?;
        let common = known.clone().try_fold(1_i128, |common, (_, days)| least_multiple(common, days.held().into()))?;
        let (mut ats, mut shares, mut squares, mut products) = (0_i128, 0_i128, 0_i128, 0_i128);
        for (at, days) in known {
            let (x, held) = (i128::from(at), i128::from(days.held()));
            let y = (common / held).checked_mul(100 * i128::from(days.attended()))?;
            ats += x;
            squares += x * x;
            shares = shares.checked_add(y)?;
            products = products.checked_add(x.checked_mul(y)?)?;
        }
        let above = count.checked_mul(products)?.checked_sub(ats.checked_mul(shares)?)?;
        let below = (count * squares - ats * ats).checked_mul(common)?;
        (below > 0).then_some(Self { above, below })
    }

    /// Whether attendance falls by so many tenths of a point per month, or by more.
    pub fn falls_by(self, tenths: u16) -> bool {
        let line = self.below.checked_mul(i128::from(tenths));
        let (Some(above), Some(line)) = (self.above.checked_mul(10), line) else { return false };
        above.cmp(&-line) != Ordering::Greater
    }

    /// Points per month in hundredths, rounded towards zero; for showing only.
    pub fn hundredths(self) -> i32 {
        let hundredths = self.above.checked_mul(100).map_or(0, |above| above / self.below);
        i32::try_from(hundredths).unwrap_or(0)
    }
}

/// The least number that both divide; none where it is too large.
fn least_multiple(a: i128, b: i128) -> Option<i128> {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    (a / x).checked_mul(b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slope(months: &[(u16, u16, u16)]) -> Option<Slope> {
        let of = |(at, attended, held): &(u16, u16, u16)| (*at, Days::new(*attended, *held).unwrap());
        Slope::through(months.iter().map(of))
    }

    #[test]
    fn two_points_a_month_are_a_fall_and_a_hair_less_is_none() {
        let exactly = slope(&[(0, 100, 100), (1, 98, 100), (2, 96, 100)]).unwrap();
        assert_eq!(exactly.hundredths(), -200);
        assert!(exactly.falls_by(20));
        let less = slope(&[(0, 1000, 1000), (1, 980, 1000), (2, 961, 1000)]).unwrap();
        assert!(!less.falls_by(20), "{less:?}");
    }

    #[test]
    fn two_months_are_no_trend_and_a_month_without_classes_is_none_of_them() {
        assert_eq!(slope(&[(0, 20, 20), (1, 0, 20)]), None);
        assert_eq!(slope(&[(0, 20, 20), (1, 0, 20), (2, 0, 0)]), None);
        assert!(slope(&[(0, 20, 20), (1, 0, 20), (3, 0, 20)]).is_some());
    }

    #[test]
    fn a_month_that_is_missing_leaves_its_gap() {
        let with_gap = slope(&[(0, 100, 100), (1, 97, 100), (3, 91, 100)]).unwrap();
        assert_eq!(with_gap.hundredths(), -300);
    }

    proptest! {
        #[test]
        fn one_more_absence_in_the_last_month_never_makes_a_fall_disappear(
            days in prop::collection::vec((1..=31_u16).prop_flat_map(|held| (0..=held, Just(held))), 3..=10)
        ) {
            let months: Vec<_> = (0..).zip(&days).map(|(at, (attended, held))| (at, *attended, *held)).collect();
            let mut worse = months.clone();
            if let Some((_, attended, _)) = worse.last_mut() {
                *attended = attended.saturating_sub(1);
            }
            let (before, after) = (slope(&months).unwrap(), slope(&worse).unwrap());
            prop_assert!(after.hundredths() <= before.hundredths());
            prop_assert!(!before.falls_by(20) || after.falls_by(20));
        }

        #[test]
        fn days_of_any_size_are_no_overflow(days in prop::collection::vec((0..=u16::MAX, 0..=u16::MAX), 0..=12)) {
            let months: Vec<_> = (0..).zip(days).map(|(at, (a, b))| (at, a.min(b), a.max(b))).collect();
            let _ = slope(&months).map(|slope| (slope.falls_by(20), slope.hundredths()));
        }
    }
}
