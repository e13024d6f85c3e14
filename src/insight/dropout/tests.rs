//! Whom the annual dropout would lose, or count wrongly.

use super::*;
use crate::rules::{calendar::Month, identity::Rbd};

const HERE: u32 = 99_001;
const THERE: u32 = 99_002;

fn row(mrun: u32, rbd: u32, grade: Grade, end: Option<YearEnd>) -> Ended {
    Ended { who: Known::Mrun(mrun), school: Rbd::new(rbd), grade, end, attendance: None, average: None }
}

fn again(mrun: u32, grade: Grade, born: &str) -> Enrolled {
    Enrolled { who: Known::Mrun(mrun), school: Rbd::new(HERE), grade, born: Month::parse(born).ok() }
}

fn found(ended: &[Ended], enrolled: &[Enrolled]) -> Dropout {
    dropout(2022, ended, 2023, enrolled).unwrap()
}

#[test]
fn who_finished_school_has_not_dropped_out() {
    let last = Grade::Secondary(4);
    let ended = [row(1, HERE, last, Some(YearEnd::Promoted)), row(2, HERE, last, Some(YearEnd::Failed))];
    let found = found(&ended, &[]);
    assert_eq!((found.graduates, found.total.cohort, found.total.global), (1, 1, 1));
    // Who failed 4° medio would be there again.
    assert_eq!(found.grades, BTreeMap::from([(last, 1)]));
}

#[test]
fn a_transfer_is_not_a_dropout_and_counts_at_the_school_that_had_the_student_last() {
    let ended = [
        row(1, HERE, Grade::Basic(8), Some(YearEnd::Transferred)),
        row(1, THERE, Grade::Basic(8), Some(YearEnd::Promoted)),
        // Withdrawn here, and then promoted there: the last row stands.
        row(2, HERE, Grade::Basic(7), Some(YearEnd::Withdrawn)),
        row(2, THERE, Grade::Basic(7), Some(YearEnd::Promoted)),
    ];
    let found = found(&ended, &[again(2, Grade::Basic(8), "2009-05")]);
    assert_eq!(found.schools.keys().map(|rbd| rbd.number()).collect::<Vec<_>>(), [THERE]);
    assert_eq!((found.total.cohort, found.total.global), (2, 1));
    // Promoted from 8° básico, missing in 1° medio.
    assert_eq!(found.grades, BTreeMap::from([(Grade::Secondary(1), 1)]));
}

#[test]
fn adult_education_is_not_regular_before_twenty_and_is_never_nowhere() {
    let adults = Grade::Adults { teaching: 363, grade: 1 };
    let ended = [1, 2, 3, 4].map(|mrun| row(mrun, HERE, Grade::Secondary(2), Some(YearEnd::Failed)));
    // Twenty in June of the year looked up, nineteen in July, not said, and in both systems.
    let enrolled = [
        again(1, adults, "2003-06"),
        again(2, adults, "2003-07"),
        again(3, adults, ""),
        again(4, adults, "2006-01"),
        again(4, Grade::Secondary(2), "2006-01"),
    ];
    let found = found(&ended, &enrolled);
    assert_eq!((found.total.global, found.total.adults, found.total.regular()), (0, 1, 1));
}

#[test]
fn early_childhood_and_special_education_stay_out() {
    let ended = [row(1, HERE, Grade::Kinder, None), row(2, HERE, Grade::Special { teaching: 212, grade: 1 }, None)];
    assert!(dropout(2022, &ended, 2023, &[]).is_none());
}

#[test]
fn a_part_of_the_country_gives_an_upper_bound_and_says_so() {
    let ended = [row(1, HERE, Grade::Basic(1), Some(YearEnd::Promoted))];
    let of = |schools: u32| {
        let row = |rbd: u32| Enrolled { school: Rbd::new(rbd), ..again(rbd + 10, Grade::Basic(2), "2016-01") };
        found(&ended, &(1..=schools).map(row).collect::<Vec<_>>()).is_partial
    };
    assert!(of(1) && of(8_999) && !of(9_000));
}

#[test]
fn withdrawal_leaves_transfers_out_of_both_sides() {
    let ends = |ends: &[Option<YearEnd>]| {
        let rows: Vec<Ended> = ends.iter().map(|end| row(1, HERE, Grade::Basic(1), *end)).collect();
        super::ends(&rows).0.into_values().next().unwrap().withdrawal()
    };
    let (up, back) = (Some(YearEnd::Promoted), Some(YearEnd::Failed));
    assert_eq!(ends(&[up, up, back, Some(YearEnd::Withdrawn), Some(YearEnd::Transferred), None]), (1, 4));
}
