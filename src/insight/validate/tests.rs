//! What a team would believe of its list, wrongly, if a figure here were wrong.

#![expect(clippy::cast_precision_loss, reason = "counts of a test")]

use proptest::prelude::*;

use super::*;
use crate::insight::validate::{capacity::Order, interval::Z};

fn case(percent: u32, average: u16, positive: bool) -> Case {
    Case { attendance: Share::of_days(percent, 100), average: Average::from_parts(average), positive }
}

fn of(validation: &Validation, flag: Flag) -> Verdict {
    *validation.verdicts.iter().find(|verdict| verdict.flag == flag).unwrap()
}

/// Cases with few different values, so that there are ties.
fn cases() -> impl Strategy<Value = Vec<Case>> {
    let one = (prop::option::of(70..=100_u32), prop::option::of(400..=500_u16), any::<bool>());
    let case = one.prop_map(|(percent, average, positive)| Case {
        attendance: percent.and_then(|percent| Share::of_days(percent, 100)),
        average: average.and_then(Average::from_parts),
        positive,
    });
    prop::collection::vec(case, 1..60)
}

/// The area and its half interval as their definitions say, pair by pair.
fn pair_by_pair(cases: &[Case]) -> Option<(f64, f64)> {
    let score = |case: &Case| case.attendance;
    let (positives, negatives): (Vec<&Case>, Vec<&Case>) =
        cases.iter().filter(|case| case.attendance.is_some()).partition(|case| case.positive);
    if positives.len() < 2 || negatives.len() < 2 {
        return None;
    }
    let wins = |one: &Case, other: &Case| match score(one).cmp(&score(other)) {
        std::cmp::Ordering::Less => 1.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Greater => 0.0,
    };
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let spread = |values: &[f64]| {
        let middle = mean(values);
        let squares: f64 = values.iter().map(|value| (value - middle).powi(2)).sum();
        squares / (values.len() as f64 - 1.0) / values.len() as f64
    };
    let of_positives: Vec<f64> =
        positives.iter().map(|one| mean(&negatives.iter().map(|other| wins(one, other)).collect::<Vec<_>>())).collect();
    let of_negatives: Vec<f64> =
        negatives.iter().map(|other| mean(&positives.iter().map(|one| wins(one, other)).collect::<Vec<_>>())).collect();
    Some((mean(&of_positives), Z * (spread(&of_positives) + spread(&of_negatives)).sqrt()))
}

fn close(found: u64, expected: f64) -> bool {
    (found as f64 - expected.clamp(0.0, 1.0) * 10_000.0).abs() <= 0.51
}

proptest! {
    #[test]
    fn the_area_and_its_interval_are_those_of_their_definitions(cases in cases()) {
        let found = of(&validate(&cases, 10), Flag::Absence).area;
        if let Some((area, half)) = pair_by_pair(&cases) {
            let found = found.unwrap();
            prop_assert!(close(found.value, area), "{found:?} {area}");
            let (low, high) = found.interval.unwrap();
            prop_assert!(close(low, area - half) && close(high, area + half), "{found:?} {area} {half}");
        }
    }

    #[test]
    fn nobody_is_counted_twice_and_nobody_is_lost(cases in cases()) {
        let validation = validate(&cases, 10);
        for verdict in &validation.verdicts {
            if let Some(counts) = verdict.counts {
                prop_assert_eq!(counts.flagged() + counts.missed + counts.rest, validation.rows);
                prop_assert_eq!(counts.hits + counts.missed, validation.positives);
            }
        }
    }

    #[test]
    fn who_comes_first_in_the_file_has_no_say_at_the_cut(
        (cases, turned) in cases().prop_flat_map(|cases| (Just(cases.clone()), Just(cases).prop_shuffle()))
    ) {
        prop_assert_eq!(validate(&cases, 10).capacity, validate(&turned, 10).capacity);
    }
}

#[test]
fn a_list_that_is_right_is_told_from_one_drawn_by_lot() {
    // 100 students; the ten who attend least repeat.
    let cases: Vec<Case> = (0..100).map(|at| case(at + 1, 500, at < 10)).collect();
    let validation = validate(&cases, 10);
    let at = &validation.capacity;
    assert_eq!(at.students, 10);
    let hits = |order| at.cuts.iter().find(|cut| cut.order == order).unwrap();
    assert_eq!((hits(Order::Reasons).hits, hits(Order::Absence).hits), (100_000, 100_000));
    assert_eq!((hits(Order::Lot).hits, hits(Order::Lot).lift), (10_000, Some(10_000)));
    assert_eq!(hits(Order::Absence).lift, Some(100_000));
    assert_eq!(of(&validation, Flag::Absence).area.unwrap().value, 10_000);
}

#[test]
fn a_tie_at_the_cut_counts_in_part() {
    // Four students with the same attendance, two of whom repeat; one can be followed.
    let cases = [true, true, false, false].map(|positive| case(80, 500, positive));
    let validation = validate(&cases, 25);
    assert_eq!(validation.capacity.students, 1);
    assert!(validation.capacity.cuts.iter().all(|cut| cut.hits == 5_000), "{:?}", validation.capacity);
    assert_eq!(of(&validation, Flag::Absence).area.unwrap().value, 5_000);
}

#[test]
fn what_is_not_known_flags_nobody_and_has_no_place_in_the_order() {
    let nothing = Case {
        attendance: Share::of_percent(crate::rules::decimal::Percent::from_parts(0).unwrap()),
        average: None,
        positive: true,
    };
    assert!(nothing.attendance.is_none());
    let cases = [nothing, case(84, 449, true), case(85, 450, false)];
    let validation = validate(&cases, 10);
    assert_eq!((validation.without_attendance, validation.without_average), (1, 1));
    for flag in [Flag::Attendance, Flag::Average, Flag::Both, Flag::Either] {
        assert_eq!(of(&validation, flag).counts, Some(Counts { hits: 1, fine: 0, missed: 1, rest: 1 }), "{flag:?}");
    }
    assert_eq!(of(&validation, Flag::Absence).area.unwrap().value, 10_000);
}

#[test]
fn from_few_cases_nothing_is_concluded_and_the_number_that_would_do_is_said() {
    let of = |positives: u32| validate(&(0..1000).map(|at| case(90, 500, at < positives)).collect::<Vec<_>>(), 10);
    assert!(!of(29).is_enough() && of(30).is_enough());
    assert_eq!(of(29).rows_enough(), Some(1_035));
    assert_eq!(of(0).rows_enough(), None);
}
