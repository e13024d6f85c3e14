//! What chance makes of runs, exactly.
//!
//! Chances are compared as whole numbers of equally likely orders, however large they are. Never rounds.

use num_bigint::BigUint;

use super::{CROSSINGS, LONG_RUN, RUNS};

/// The longest run that is no signal among so many useful points: round(log2 n) + 3.
pub fn longest_allowed(useful: usize) -> usize {
    // Half a power of two above, rounded: the whole logarithm of the square says on which side of the half n lies.
    let square = (useful.max(1) as u128).pow(2);
    (square.ilog2() as usize).div_ceil(2) + usize::from(LONG_RUN.threshold)
}

/// The fewest crossings that are no signal among so many useful points: the 5 % quantile of Binomial(n−1, ½).
pub fn fewest_crossings(useful: usize) -> usize {
    let trials = useful.saturating_sub(1);
    let all = BigUint::from(1_u8) << trials;
    let mut ways = BigUint::from(1_u8);
    let mut sum = ways.clone();
    let mut crossings = 0;
    while &sum * 100_u32 < &all * CROSSINGS.threshold {
        ways = ways * (trials - crossings) / (crossings + 1);
        crossings += 1;
        sum += &ways;
    }
    crossings
}

/// The fewest and the most runs that are no signal where so many points lie above and below the median: each tail beyond
/// them has a chance of 2.5 % at most.
pub fn runs(above: usize, below: usize) -> (usize, usize) {
    if above == 0 || below == 0 {
        // One side only: whatever the order, it is one run, and chance has no say.
        return (0, usize::MAX);
    }
    let ways = ways_of_runs(above.min(below), above.max(below));
    let all: BigUint = ways.iter().sum();
    let tail = |ways: &mut dyn Iterator<Item = &BigUint>| {
        let mut sum = BigUint::from(0_u8);
        let is_in_tail = |ways: &&BigUint| {
            sum += *ways;
            &sum * 200_u32 <= &all * RUNS.threshold
        };
        ways.take_while(is_in_tail).count()
    };
    let (low, high) = (tail(&mut ways.iter()), tail(&mut ways.iter().rev()));
    // The first of the ways is that of two runs.
    (2 + low, 1 + ways.len() - high)
}

/// In how many orders there are two, three, … runs; the last number is the most there can be.
fn ways_of_runs(few: usize, many: usize) -> Vec<BigUint> {
    let (few, many) = (compositions(few), compositions(many));
    let none = BigUint::from(0_u8);
    let of = |ways: &[BigUint], parts: usize| ways.get(parts).unwrap_or(&none).clone();
    let mut all = Vec::with_capacity(2 * few.len());
    for parts in 0..few.len() {
        all.push(of(&few, parts) * of(&many, parts) * 2_u8);
        all.push(of(&few, parts + 1) * of(&many, parts) + of(&few, parts) * of(&many, parts + 1));
    }
    while all.last() == Some(&none) {
        all.pop();
    }
    all
}

/// In how many ways so many points fall into one, two, … runs.
fn compositions(points: usize) -> Vec<BigUint> {
    let cuts = points - 1;
    let mut ways = vec![BigUint::from(1_u8)];
    for at in 0..cuts {
        let next = ways.last().map(|last| last * (cuts - at) / (at + 1));
        ways.extend(next);
    }
    ways
}
