//! How often chance alone makes each rule speak: 40,000 series of noise, always the same ones.

use super::*;

const SERIES: u32 = 40_000;

/// `SplitMix64`: a small generator, the same on every machine.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> i128 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i128::from((mixed ^ (mixed >> 31)) >> 1)
    }
}

/// Charts of so many points in a thousand of which something holds.
fn per_thousand<const N: usize>(n: usize, holds: impl Fn(&RunChart) -> [bool; N]) -> [u32; N] {
    let mut noise = Noise(n as u64);
    let mut counts = [0; N];
    for _ in 0..SERIES {
        let series: Vec<Option<i128>> = (0..n).map(|_| Some(noise.next())).collect();
        for (count, holds) in counts.iter_mut().zip(holds(&read(&series, None))) {
            *count += u32::from(holds);
        }
    }
    counts.map(|count| (count * 1_000 + SERIES / 2) / SERIES)
}

#[test]
fn shift_and_trend_speak_of_nothing_as_often_as_was_published() {
    for (n, published) in
        [(10, [0, 86, 86]), (12, [13, 109, 118]), (20, [105, 210, 286]), (24, [157, 253, 360]), (37, [301, 383, 556])]
    {
        let found = per_thousand(n, |chart| {
            let (shift, trend) = (chart.has_shift(), chart.has_trend());
            [shift, trend, shift || trend]
        });
        for (found, published) in found.into_iter().zip(published) {
            assert!(found.abs_diff(published) <= 8, "{n} points: {found} of 1,000 instead of {published}");
        }
    }
}

#[test]
fn the_default_speaks_of_nothing_in_one_chart_of_twenty_at_most() {
    for n in [20, 24, 37] {
        // The limits of a number of points are asked for once.
        let (allowed, fewest) = (longest_allowed(n - n % 2), fewest_crossings(n - n % 2));
        let [found] = per_thousand(n, |chart| {
            assert_eq!(chart.useful(), n - n % 2);
            [chart.longest_run() > allowed || chart.crossings() < fewest]
        });
        assert!(found <= 50, "{n} points: {found} of 1,000");
    }
}
