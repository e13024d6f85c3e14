use super::{limits::*, *};

mod chance;
mod reference;

fn points(values: &[i128]) -> Vec<Option<i128>> {
    values.iter().copied().map(Some).collect()
}

/// A baseline of eight points around 100, and then these.
fn after_baseline(values: &[i128]) -> RunChart {
    let baseline = [90, 110, 95, 105, 92, 108, 97, 103];
    read(&points(&[&baseline[..], values].concat()), Some(8))
}

#[test]
fn six_in_a_row_after_a_frozen_median_are_a_shift_and_five_are_not() {
    let five = after_baseline(&[99, 98, 97, 96, 98]);
    assert_eq!(five.median.map(Median::twice), Some(200));
    assert!(!five.has_shift());
    let six = after_baseline(&[99, 98, 97, 96, 98, 99]);
    assert!(six.has_shift());
    assert_eq!(six.judge(RuleSet::Classic), Conclusion::Signal(vec![Signal::Shift { longest: 6 }]));
}

#[test]
fn a_point_on_the_median_neither_makes_a_run_nor_breaks_it() {
    let with = after_baseline(&[99, 98, 100, 97, 100, 96, 98, 99]);
    let without = after_baseline(&[99, 98, 97, 96, 98, 99]);
    assert_eq!((with.longest_run(), with.useful(), with.n), (6, without.useful(), without.n + 2));
    assert_eq!(with.crossings(), without.crossings());
    assert_eq!(after_baseline(&[99, 100, 101]).crossings(), after_baseline(&[99, 101]).crossings());
}

#[test]
fn a_missing_value_is_left_out_and_never_read_as_zero() {
    let missing = read(&[Some(90), None, Some(110), Some(100), None], None);
    let present = read(&points(&[90, 110, 100]), None);
    assert_eq!((missing.n, missing.median, missing.crossings()), (3, present.median, 1));
    assert_eq!(missing.longest_trend, present.longest_trend);
    let empty = read(&[None, None], None);
    assert_eq!((empty.n, empty.median, empty.longest_trend), (0, None, 0));
    assert_eq!(empty.judge(RuleSet::Anhoej), Conclusion::TooFew { missing: 10 });
}

#[test]
fn nothing_is_concluded_from_nine_points_however_clear_they_look() {
    let nine = read(&points(&[9, 10, 1, 1, 1, 1, 1, 1, 1]), Some(2));
    assert!(nine.has_shift());
    for rules in RuleSet::ALL {
        assert_eq!(nine.judge(rules), Conclusion::TooFew { missing: 1 });
        let ten = read(&points(&[9, 10, 1, 1, 1, 1, 1, 1, 1, 1]), Some(2));
        assert!(ten.judge(rules).is_signal(), "{rules:?}");
    }
}

#[test]
fn equal_neighbours_in_a_trend_count_once_and_do_not_break_it() {
    let trend = |values: &[i128]| read(&points(values), None).longest_trend;
    assert_eq!(trend(&[1, 2, 3, 4, 5]), 5);
    assert_eq!(trend(&[1, 2, 2, 3, 3, 3, 4]), 4);
    assert_eq!(trend(&[5, 4, 4, 3, 2, 1]), 5);
    assert_eq!(trend(&[1, 2, 3, 2, 3, 4]), 3);
    assert_eq!(trend(&[7, 7, 7]), 1);
    // Points on the median do count here: the middle one lies on it.
    assert!(read(&points(&[1, 2, 3, 4, 5]), None).has_trend());
    assert!(!read(&points(&[1, 2, 2, 3, 4]), None).has_trend());
}

#[test]
fn a_trend_alone_is_told_and_is_no_signal() {
    let chart = read(&points(&[5, 2, 1, 3, 4, 6, 7, 1, 6, 2, 7, 3]), None);
    assert!(chart.has_trend());
    for rules in RuleSet::ALL {
        assert_eq!(chart.judge(rules), Conclusion::None);
    }
}

#[test]
fn a_median_half_way_between_two_points_is_kept_exactly() {
    let chart = read(&points(&[3, 4, 4, 3]), None);
    assert_eq!((chart.median.map(Median::twice), chart.useful()), (Some(7), 4));
}

#[test]
fn the_limits_are_those_that_were_published() {
    for (n, longest, crossings) in
        [(10, 6, 2), (12, 7, 3), (15, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10), (38, 8, 14)]
    {
        assert_eq!((longest_allowed(n), fewest_crossings(n)), (longest, crossings), "{n}");
    }
    // Both worked examples of the exact test.
    assert_eq!([runs(5, 5), runs(10, 10)], [(3, 9), (7, 15)]);
}

/// Limits of the number of runs as they are printed in handbooks, from 10 useful points on.
#[rustfmt::skip]
const PRINTED: [(usize, usize); 51] = [
    (3, 9), (3, 10), (3, 11), (4, 11), (4, 12), (5, 12), (5, 13), (5, 13), (6, 14), (6, 15), (6, 16), (7, 16), (7, 17),
    (7, 17), (8, 18), (8, 18), (9, 19), (10, 19), (10, 20), (10, 20), (11, 21), (11, 22), (11, 23), (12, 23), (12, 24),
    (12, 24), (13, 25), (13, 25), (14, 26), (14, 26), (15, 27), (15, 27), (16, 28), (16, 28), (17, 29), (17, 30),
    (17, 31), (18, 31), (18, 32), (19, 32), (19, 33), (20, 33), (20, 34), (21, 34), (21, 35), (22, 35), (22, 36),
    (23, 36), (23, 37), (24, 38), (24, 38),
];

#[test]
fn the_exact_limits_differ_from_the_printed_ones_by_one_run_at_most() {
    let mut same = 0;
    for (useful, printed) in (10..).zip(PRINTED) {
        let (fewest, most) = runs(useful / 2, useful - useful / 2);
        assert!(fewest.abs_diff(printed.0) <= 1 && most.abs_diff(printed.1) <= 1, "{useful}: {fewest}-{most}");
        same += usize::from((fewest, most) == printed);
    }
    assert!(same >= 20, "{same}");
}

#[test]
fn a_long_series_has_limits_too() {
    assert_eq!(longest_allowed(10_000), 16);
    let (fewest, most) = runs(500, 500);
    // The mean is 501 and the standard deviation 15.8: what a normal distribution says too.
    assert_eq!((fewest, most), (470, 532));
    assert!((4_900..4_950).contains(&fewest_crossings(10_000)));
}

#[test]
fn a_series_on_one_side_of_a_frozen_median_is_one_run_of_which_chance_says_nothing() {
    assert_eq!(runs(12, 0), (0, usize::MAX));
    let chart = against(&points(&[1; 12]), Median::of(&[0]));
    assert_eq!(chart.judge(RuleSet::Classic), Conclusion::Signal(vec![Signal::Shift { longest: 12 }]));
    assert_eq!(against(&points(&[0; 12]), Median::of(&[0])).judge(RuleSet::Anhoej), Conclusion::None);
}
