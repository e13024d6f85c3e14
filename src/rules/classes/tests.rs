use proptest::prelude::*;

use super::*;

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn of_2025() -> SchoolCalendar {
    SchoolCalendar::assumed(2025)
}

#[test]
fn the_year_2025_is_the_published_one() {
    let calendar = of_2025();
    assert_eq!((calendar.from, calendar.to), (on("2025-03-05"), on("2025-12-05")));
    assert_eq!(calendar.winter, Some((on("2025-06-23"), on("2025-07-04"))));
    assert_eq!(calendar.to_of_last, Some(on("2025-11-24")));
}

#[test]
fn a_full_day_year_has_38_weeks_and_188_weekdays_before_holidays() {
    let calendar = of_2025();
    let days: Vec<NaiveDate> = calendar.from.iter_days().take_while(|day| *day <= calendar.to).collect();
    let weekdays: Vec<&NaiveDate> = days.iter().filter(|day| calendar.is_term(**day)).collect();
    assert_eq!(weekdays.len(), 188);
    let mut weeks: Vec<u32> = weekdays.iter().map(|day| day.iso_week().week()).collect();
    weeks.dedup();
    assert_eq!(weeks.len(), 38);
    assert!(calendar.count(calendar.from, calendar.to) < 188, "holidays by law are no class days");
}

#[test]
fn a_day_that_the_school_has_free_is_not_counted_as_left() {
    let mut calendar = of_2025();
    let before = calendar.left_after(on("2025-11-30"), Grade::Basic(7));
    assert_eq!(before, 5);
    calendar.free.push(on("2025-12-02"));
    assert_eq!(calendar.left_after(on("2025-11-30"), Grade::Basic(7)), 4);
    assert_eq!(calendar.left_after(on("2025-11-30"), Grade::Secondary(4)), 0, "4° medio has ended");
    assert_eq!(calendar.left_after(calendar.to, Grade::Basic(7)), 0);
    assert_eq!(calendar.left_after(on("2026-03-10"), Grade::Basic(7)), 0);
}

#[test]
fn the_recent_past_counts_both_ends() {
    let mut calendar = of_2025();
    calendar.winter = None;
    assert_eq!(calendar.recent(on("2025-08-08"), 5), Some((on("2025-08-04"), on("2025-08-08"))));
    assert_eq!(calendar.recent(on("2025-08-10"), 5), Some((on("2025-08-04"), on("2025-08-08"))), "a Sunday");
    assert_eq!(calendar.recent(on("2025-08-08"), 1), Some((on("2025-08-08"), on("2025-08-08"))));
}

#[test]
fn the_recent_past_never_reaches_into_the_year_before() {
    let mut calendar = of_2025();
    calendar.from = on("2024-03-01");
    assert_eq!(calendar.recent(on("2025-03-06"), 20), Some((on("2025-03-03"), on("2025-03-06"))));
    assert_eq!(calendar.recent(on("2025-03-01"), 20), None, "a Saturday, and no class day before it");
    assert_eq!(of_2025().recent(on("2025-03-04"), 20), None);
}

#[test]
fn a_month_is_over_when_no_class_day_of_it_is_left() {
    let december = Month::parse("2025-12").unwrap();
    assert!(!of_2025().is_over(december, on("2025-12-04")));
    assert!(of_2025().is_over(december, on("2025-12-06")));
    assert!(of_2025().is_over(Month::parse("2025-05").unwrap(), on("2025-05-31")), "a Saturday");
    assert!(!of_2025().is_over(Month::parse("2025-05").unwrap(), on("2025-05-29")));
}

proptest! {
    #[test]
    fn what_is_left_only_shrinks(days in 0..400_u64) {
        let day = on("2025-01-01").checked_add_days(Days::new(days)).unwrap();
        let next = day.succ_opt().unwrap();
        let left = |day| of_2025().left_after(day, Grade::Basic(1));
        prop_assert!(left(next) <= left(day));
        prop_assert!(left(day) - left(next) <= 1);
    }

    #[test]
    fn an_assumed_year_can_be_made_for_every_year(year in 1900..2999_i32) {
        let calendar = SchoolCalendar::assumed(year);
        prop_assert!(calendar.from < calendar.to && calendar.from.year() == year);
        let json = serde_json::to_string(&calendar).unwrap();
        prop_assert_eq!(serde_json::from_str::<SchoolCalendar>(&json).unwrap(), calendar);
    }
}
