//! The area under the curve: the chance that one to whom it happened stands above one to whom it did not, ties by half.
//! Its interval is `DeLong`'s (1988).

use std::cmp::Reverse;

use super::{
    Case, Counts,
    interval::{self, Z},
};
use crate::insight::tables::Share;

/// An area in ten-thousandths, with its 95 % interval by `DeLong`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The area.
    pub value: u64,
    /// The interval; none where one of the groups has fewer than two.
    pub interval: Option<(u64, u64)>,
}

/// Cases with the same score: how many to whom it happened, and to whom it did not.
#[derive(Debug, Clone, Copy, Default)]
struct Tie {
    positives: u64,
    negatives: u64,
}

/// The area of absence alone; cases of which nothing is known have no place in the order.
pub(super) fn of_absence(cases: &[Case]) -> Option<Area> {
    let mut known: Vec<(Share, bool)> =
        cases.iter().filter_map(|case| Some((case.attendance?, case.positive))).collect();
    // Best attendance first: the lowest score.
    known.sort_unstable_by_key(|(share, _)| Reverse(*share));
    let mut ties: Vec<Tie> = Vec::new();
    let mut last = None;
    for (share, positive) in known {
        if last != Some(share) {
            ties.push(Tie::default());
            last = Some(share);
        }
        if let Some(tie) = ties.last_mut() {
            *(if positive { &mut tie.positives } else { &mut tie.negatives }) += 1;
        }
    }
    of(&ties)
}

/// The area of a flag, which has two scores only.
pub(super) fn of_flag(counts: Counts) -> Option<Area> {
    let tie = |positives: usize, negatives: usize| Tie { positives: positives as u64, negatives: negatives as u64 };
    of(&[tie(counts.missed, counts.rest), tie(counts.hits, counts.fine)])
}

/// The area of groups from the lowest score to the highest; none where one of the two is missing.
fn of(ties: &[Tie]) -> Option<Area> {
    let positives: u64 = ties.iter().map(|tie| tie.positives).sum();
    let negatives: u64 = ties.iter().map(|tie| tie.negatives).sum();
    // Twice the pairs that are in order, and for each case twice those of the others that it stands right to.
    let (mut pairs, mut of_positives, mut of_negatives) = (0_u128, Moments::default(), Moments::default());
    let (mut below, mut above) = (0, positives);
    for tie in ties {
        above -= tie.positives;
        let (worse, better) = (2 * below + tie.negatives, 2 * above + tie.positives);
        pairs += u128::from(tie.positives) * u128::from(worse);
        of_positives.add(tie.positives, worse);
        of_negatives.add(tie.negatives, better);
        below += tie.negatives;
    }
    let whole = 2 * u128::from(positives) * u128::from(negatives);
    let value = interval::ten_thousandths(pairs, whole)?;
    let variance = of_positives.variance(2 * negatives).zip(of_negatives.variance(2 * positives));
    let interval = variance.map(|(one, two)| {
        let (area, half) = (float(pairs) / float(whole), Z * (one + two).sqrt());
        (interval::clamp(area - half), interval::clamp(area + half))
    });
    Some(Area { value, interval })
}

/// Sums over cases: how many, of their values, of the squares.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    count: u128,
    sum: u128,
    squares: u128,
}

impl Moments {
    fn add(&mut self, times: u64, value: u64) {
        let (times, value) = (u128::from(times), u128::from(value));
        self.count += times;
        self.sum += times * value;
        self.squares += times * value * value;
    }

    /// The variance of the mean of values over `unit`; none for fewer than two.
    fn variance(self, unit: u64) -> Option<f64> {
        if self.count < 2 || unit == 0 {
            return None;
        }
        let spread = float(self.count * self.squares - self.sum * self.sum);
        let unit = float(u128::from(unit));
        Some(spread / (float(self.count * self.count) * float(self.count - 1) * unit * unit))
    }
}

#[expect(clippy::cast_precision_loss, reason = "an interval has four decimals")]
fn float(number: u128) -> f64 {
    number as f64
}
