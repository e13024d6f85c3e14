use proptest::prelude::*;

use super::*;
use crate::rules::decimal::Percent;

fn days(attended: u16, held: u16) -> Days {
    Days::new(attended, held).unwrap()
}

#[test]
fn the_ministrys_bands_change_exactly_at_their_cuts() {
    let expected = [
        (9_000, Band::Expected),
        (8_999, Band::Repeated),
        (8_500, Band::Repeated),
        (8_499, Band::Grave),
        (5_000, Band::Grave),
        (4_999, Band::Critical),
        (10_000, Band::Expected),
        (0, Band::Critical),
    ];
    for (attended, name) in expected {
        assert_eq!(band(days(attended, 10_000)), name, "{attended}/10000");
    }
}

#[test]
fn the_agencys_bands_change_exactly_at_their_cuts() {
    let expected = [
        (9_700, AgencyBand::Outstanding),
        (9_699, AgencyBand::Normal),
        (9_000, AgencyBand::Normal),
        (8_999, AgencyBand::Repeated),
        (8_500, AgencyBand::Repeated),
        (8_499, AgencyBand::Grave),
        (0, AgencyBand::Grave),
    ];
    for (attended, name) in expected {
        assert_eq!(Scale::AGENCY.band(days(attended, 10_000)), name, "{attended}/10000");
    }
}

#[test]
fn a_percent_that_rounds_up_to_ninety_is_not_ninety() {
    let just_below = days(43, 48);
    assert_eq!(just_below.percent_hundredths(), Some(8958));
    assert_eq!(band(just_below), Band::Repeated);
    let shown_as_ninety = days(35_999, 40_000);
    assert_eq!(shown_as_ninety.percent_hundredths(), Some(9000));
    assert_eq!(band(shown_as_ninety), Band::Repeated);
}

#[test]
fn no_data_is_never_a_band_of_absence() {
    assert_eq!(band(None), Band::NoData);
    assert_eq!(band(days(0, 0)), Band::NoData);
    assert_eq!(Scale::AGENCY.band(days(0, 0)), AgencyBand::NoData);
    assert_eq!(days(0, 0).percent_hundredths(), None);
    assert!(!at_edge(days(0, 0)));
    assert_eq!(days_to_recover(days(0, 0)), 0);
    assert_eq!(band(days(0, 1)), Band::Critical);
}

#[test]
fn days_to_recover_are_those_of_the_reference() {
    let expected = [
        ((45, 60), 40),
        ((84, 100), 7),
        ((16, 20), 7),
        ((31, 37), 3),
        ((85, 100), 0),
        ((160, 188), 0),
        ((159, 188), 6),
    ];
    for ((attended, held), wanted) in expected {
        assert_eq!(days_to_recover(days(attended, held)), wanted, "{attended}/{held}");
    }
}

#[test]
fn one_absence_from_grave_is_seen_and_grave_itself_is_not_the_edge() {
    for (attended, held) in [(85, 100), (160, 188), (17, 20)] {
        assert!(at_edge(days(attended, held)), "{attended}/{held}");
    }
    for (attended, held) in [(16, 20), (159, 188), (20, 20), (84, 100)] {
        assert!(!at_edge(days(attended, held)), "{attended}/{held}");
    }
}

#[test]
fn a_year_of_188_days_has_its_budget_of_absences() {
    assert_eq!(absences_below(85, 188), Some(29));
    assert_eq!(absences_below(90, 188), Some(19));
    assert_eq!(band(days(188 - 28, 188)), Band::Repeated);
    assert_eq!(band(days(188 - 29, 188)), Band::Grave);
    assert_eq!(band(days(188 - 18, 188)), Band::Expected);
    assert_eq!(band(days(188 - 19, 188)), Band::Repeated);
    assert_eq!(absences_below(85, 0), None);
}

#[test]
fn a_percent_is_shown_rounded_half_up() {
    assert_eq!(days(10, 12).percent_hundredths(), Some(8333));
    assert_eq!(days(1, 8).percent_hundredths(), Some(1250));
    assert_eq!(days(1, 16).percent_hundredths(), Some(625));
    assert_eq!(days(1, 32).percent_hundredths(), Some(313));
    assert_eq!(days(u16::MAX, u16::MAX).percent_hundredths(), Some(10_000));
}

#[test]
fn days_are_saved_as_two_numbers_and_a_wrong_pair_is_named() {
    assert_eq!(serde_json::to_string(&days(10, 12)).unwrap(), "[10,12]");
    assert_eq!(serde_json::from_str::<Days>("[10,12]").unwrap(), days(10, 12));
    let problem = serde_json::from_str::<Days>("[13,12]").unwrap_err().to_string();
    assert!(problem.starts_with("13 days attended of 12 held"), "{problem}");
    for wrong in ["[10]", "[10,12,1]", "[-1,12]", "10", "{\"attended\":1,\"held\":2}", "[1.5,2]"] {
        assert!(serde_json::from_str::<Days>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_names_in_data_are_the_contract() {
    let names = ["esperada", "reiterada", "grave", "critica", "sin_informacion"];
    assert_eq!(Band::ALL.map(Band::name), names);
    assert_eq!(AgencyBand::ALL.map(AgencyBand::name), ["destacada", "normal", "reiterada", "grave", "sin_informacion"]);
    for band in Band::ALL {
        assert_eq!(serde_json::to_value(band).unwrap(), band.name());
    }
    for band in AgencyBand::ALL {
        assert_eq!(serde_json::to_value(band).unwrap(), band.name());
    }
}

#[test]
fn a_band_names_the_rule_that_put_a_student_there() {
    let rule = |band| Scale::MINISTRY.stays_below(band).map(|rule| rule.threshold);
    assert_eq!(Band::ALL.map(rule), [None, Some(90), Some(85), Some(50), None]);
    assert!(Scale::MINISTRY.cuts.iter().all(|cut| !cut.from.source.is_empty()));
}

#[test]
fn months_add_up_without_turning_over() {
    assert_eq!([days(10, 12), days(18, 20)].into_iter().sum::<Days>(), days(28, 32));
    assert_eq!(days(u16::MAX, u16::MAX) + days(1, 2), days(u16::MAX, u16::MAX));
}

fn any_days() -> impl Strategy<Value = Days> {
    (0..=u16::MAX).prop_flat_map(|held| (0..=held).prop_map(move |attended| days(attended, held)))
}

proptest! {
    #[test]
    fn one_more_absence_never_improves_the_band(now in any_days().prop_filter("room", |d| d.held() > 0 && d.held() < u16::MAX)) {
        let missed = days(now.attended(), now.held() + 1);
        prop_assert!(band(missed) >= band(now));
        prop_assert!(Scale::AGENCY.band(missed) >= Scale::AGENCY.band(now));
        prop_assert!(days_to_recover(missed) >= days_to_recover(now));
    }

    #[test]
    fn no_band_without_data_and_no_data_without_a_day(some in any_days()) {
        prop_assert_eq!(band(some) == Band::NoData, some.held() == 0);
    }

    #[test]
    fn recovery_is_the_first_day_back_at_85(held in 1..2_000_u16, share in 0..=100_u16) {
        let now = days(u16::try_from(u32::from(held) * u32::from(share) / 100).unwrap(), held);
        let needed = u16::try_from(days_to_recover(now)).unwrap();
        let after = |more: u16| days(now.attended() + more, now.held() + more);
        prop_assert!(!after(needed).is_below(85));
        prop_assert!(needed == 0 || after(needed - 1).is_below(85));
    }

    #[test]
    fn the_edge_is_one_absence_from_below_85(now in any_days().prop_filter("room", |d| d.held() > 0 && d.held() < u16::MAX)) {
        let missed = days(now.attended(), now.held() + 1);
        prop_assert_eq!(at_edge(now), !now.is_below(85) && missed.is_below(85));
    }

    #[test]
    fn the_budget_is_the_first_absence_below(held in 1..=u16::MAX, percent in 1..=100_u16) {
        let first = absences_below(percent, held).unwrap();
        prop_assert!(days(held - first, held).is_below(percent));
        prop_assert!(!days(held - (first - 1), held).is_below(percent));
    }

    #[test]
    fn days_survive_the_file(some in any_days()) {
        let json = serde_json::to_string(&some).unwrap();
        prop_assert_eq!(serde_json::from_str::<Days>(&json).unwrap(), some);
    }
}

#[test]
fn who_came_less_stands_first_by_exact_shares_and_unknown_is_not_zero() {
    let of = |attended, held| Some(Share::from(days(attended, held)));
    let percent = |hundredths| Percent::from_parts(hundredths).map(Share::Percent);
    let mut all = [None, of(0, 0), of(20, 20), percent(6_667), of(2, 3), percent(6_666), of(0, 9)];
    all.sort_by(|one, other| Share::lower_first(*one, *other));
    assert_eq!(all, [of(0, 9), percent(6_666), of(2, 3), percent(6_667), of(20, 20), None, of(0, 0)]);
}
