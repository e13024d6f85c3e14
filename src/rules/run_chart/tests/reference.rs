//! The same rules written slowly and obviously, to compare with.

use proptest::prelude::*;

use super::*;

/// Every stretch of points, tried one by one.
fn longest_stretch(length: usize, holds: impl Fn(std::ops::Range<usize>) -> bool) -> usize {
    let stretches = (0..length).flat_map(|from| (from + 1..=length).map(move |to| from..to));
    stretches.filter(|stretch| holds(stretch.clone())).map(|stretch| stretch.len()).max().unwrap_or(0)
}

struct Slow {
    n: usize,
    useful: usize,
    twice_median: Option<i128>,
    longest_run: usize,
    crossings: usize,
    trend: usize,
}

fn slow(series: &[Option<i128>], baseline: Option<usize>) -> Slow {
    let values: Vec<i128> = series.iter().filter_map(|value| *value).collect();
    let mut sorted: Vec<i128> = values.iter().copied().take(baseline.unwrap_or(usize::MAX)).collect();
    sorted.sort_unstable();
    let twice_median = match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(2 * sorted[odd / 2]),
        even => Some(sorted[even / 2 - 1] + sorted[even / 2]),
    };
    let sides: Vec<bool> = values
        .iter()
        .filter(|value| Some(2 * **value) != twice_median)
        .map(|value| 2 * value > twice_median.unwrap())
        .collect();
    let mut steps = values.clone();
    steps.dedup();
    Slow {
        n: values.len(),
        useful: sides.len(),
        twice_median,
        longest_run: longest_stretch(sides.len(), |at| sides[at.clone()].iter().all(|side| *side == sides[at.start])),
        crossings: sides.windows(2).filter(|pair| pair[0] != pair[1]).count(),
        trend: longest_stretch(steps.len(), |at| {
            let stretch = &steps[at];
            stretch.windows(2).all(|pair| pair[0] < pair[1]) || stretch.windows(2).all(|pair| pair[0] > pair[1])
        }),
    }
}

/// Limits of the number of runs by writing down every order of the points.
fn slow_runs(above: usize, below: usize) -> (usize, usize) {
    let n = above + below;
    let orders = (0_u32..1 << n).filter(|order| order.count_ones() as usize == above);
    let counts: Vec<usize> =
        orders.map(|order| 1 + (1..n).filter(|at| (order >> at) & 1 != (order >> (at - 1)) & 1).count()).collect();
    let is_rare = |tail: usize| 40 * tail <= counts.len();
    let fewest = (2..=n).find(|runs| !is_rare(counts.iter().filter(|count| *count <= runs).count()));
    let most = (2..=n).rev().find(|runs| !is_rare(counts.iter().filter(|count| *count >= runs).count()));
    (fewest.unwrap(), most.unwrap())
}

#[test]
fn the_limits_of_runs_are_those_of_all_orders_written_down() {
    for above in 1..=8 {
        for below in 1..=8 {
            assert_eq!(runs(above, below), slow_runs(above, below), "{above} above, {below} below");
        }
    }
}

#[test]
fn few_crossings_are_those_of_all_throws_of_a_coin() {
    for useful in 1..=17 {
        let throws = 1_u64 << (useful - 1);
        let up_to = |crossings: u32| (0..throws).filter(|throw| throw.count_ones() <= crossings).count() as u64;
        let quantile = (0..32).find(|crossings| 20 * up_to(*crossings) >= throws).unwrap() as usize;
        assert_eq!(fewest_crossings(useful), quantile, "{useful}");
    }
}

#[test]
fn the_longest_run_that_is_allowed_follows_the_rounded_logarithm() {
    for useful in 1_u32..5_000 {
        let logarithm = f64::from(useful).log2();
        let above = f64::from(u32::try_from(longest_allowed(useful as usize)).unwrap()) - 3.0 - logarithm;
        assert!(above.abs() < 0.5, "{useful}: {above}");
    }
}

proptest! {
    #[test]
    fn a_chart_says_what_the_slow_way_says(
        series in proptest::collection::vec(proptest::option::weighted(0.9, -6..6_i128), 0..60),
        baseline in proptest::option::of(1..40_usize),
    ) {
        let (chart, slow) = (read(&series, baseline), slow(&series, baseline));
        prop_assert_eq!(chart.n, slow.n);
        prop_assert_eq!(chart.useful(), slow.useful);
        prop_assert_eq!(chart.median.map(Median::twice), slow.twice_median);
        prop_assert_eq!(chart.longest_run(), slow.longest_run);
        prop_assert_eq!(chart.crossings(), slow.crossings);
        prop_assert_eq!(chart.longest_trend, slow.trend);
        prop_assert_eq!(chart.has_shift(), slow.longest_run >= 6);
        prop_assert_eq!(chart.has_trend(), slow.trend >= 5);
        for rules in RuleSet::ALL {
            let is_few = matches!(chart.judge(rules), Conclusion::TooFew { .. });
            prop_assert_eq!(is_few, slow.n < 10);
        }
        let long = slow.useful > 0 && slow.longest_run > longest_allowed(slow.useful);
        let is_signal = slow.n >= 10 && (long || slow.crossings < fewest_crossings(slow.useful));
        prop_assert_eq!(chart.judge(RuleSet::Anhoej).is_signal(), is_signal);
    }

    #[test]
    fn the_runs_of_a_chart_lie_where_they_are_said_to(
        series in proptest::collection::vec(proptest::option::weighted(0.9, -3..4_i128), 0..40),
    ) {
        let chart = read(&series, None);
        for run in &chart.runs {
            let median = chart.median.unwrap();
            let sides: Vec<bool> =
                series[run.from..=run.to].iter().flatten().filter_map(|value| median.is_below(*value)).collect();
            prop_assert_eq!(sides.len(), run.length);
            prop_assert!(sides.iter().all(|side| *side == run.is_above));
        }
    }
}
