use super::*;
use crate::{
    notebook::{
        edit::{Change, Deed, Edit},
        extra::Extra,
        id::Ids,
        safe_text::SafeText,
        school::School,
        student::Student,
    },
    rules::{attendance::Days, classes::SchoolCalendar, course::Course, identity::Rbd},
};

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A school of one student who came on so many of each hundred days of a month; a hole is a month without register.
fn school(months: &[(&str, u16)]) -> Notebook {
    let mut ids = Ids::Seeded(1);
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
    let mut book = Notebook::new(ids.next(moment), header);
    let mut student = Student::new(ids.next(moment), Course::parse("7B-A").unwrap());
    for (at, attended) in months {
        student.attendance.set(month(at), Days::new(*attended, 100).unwrap());
    }
    book.apply(&Edit::one(Deed::Import, Change::add(student))).unwrap();
    book
}

const YEAR: [(&str, u16); 10] = [
    ("2020-03", 90),
    ("2020-04", 80),
    ("2020-05", 90),
    ("2020-06", 80),
    ("2020-07", 90),
    ("2020-08", 80),
    ("2020-09", 90),
    ("2020-10", 80),
    ("2020-11", 90),
    ("2020-12", 80),
];

fn chart(months: &[(&str, u16)]) -> Chart {
    of(&school(months), By::Month, 2021, day("2021-12-31"))
}

fn then(more: &[(&'static str, u16)]) -> Vec<(&'static str, u16)> {
    [&YEAR[..], more].concat()
}

#[test]
fn the_year_before_is_the_baseline_and_stays_where_it_is() {
    let months = ["2021-03", "2021-04", "2021-05", "2021-06", "2021-07", "2021-08"];
    let five = chart(&then(&months.map(|month| (month, 70))[..5]));
    let phase = five.last().unwrap();
    assert_eq!((&phase.origin, phase.points, phase.chart.n), (&Origin::YearBefore, 10, 15));
    assert_eq!(phase.chart.median.unwrap().text(2), "85");
    // The sixth month of this year: seven below in a row with December, and the median has not moved.
    let six = chart(&then(&months.map(|month| (month, 70))));
    assert_eq!(six.last().unwrap().chart.median, phase.chart.median);
    assert_eq!((phase.chart.longest_run(), six.last().unwrap().chart.longest_run()), (6, 7));
}

#[test]
fn without_a_year_before_the_first_eight_points_are_frozen_and_fewer_are_said_not_to_be() {
    let frozen = chart(
        &[&YEAR[6..], &[("2021-03", 50), ("2021-04", 50), ("2021-05", 50), ("2021-06", 50), ("2021-07", 1)]].concat(),
    );
    let phase = frozen.last().unwrap();
    assert_eq!((&phase.origin, phase.points), (&Origin::FirstPoints, 8));
    assert_eq!(phase.span, Some((Period::Month(month("2020-09")), Period::Month(month("2021-06")))));
    let few = chart(&YEAR[6..]);
    assert_eq!(few.last().unwrap().origin, Origin::NotFrozen);
    assert_eq!(few.conclusion(), Some(Conclusion::TooFew { missing: 6 }));
    assert_eq!(chart(&[]).points, []);
}

#[test]
fn a_month_without_register_is_a_gap_and_summer_is_none() {
    let chart = chart(&[("2020-11", 90), ("2021-03", 80), ("2021-06", 70)]);
    let shown: Vec<(String, Option<u64>)> =
        chart.points.iter().map(|point| (point.period.to_string(), point.value())).collect();
    let shown: Vec<(&str, Option<u64>)> = shown.iter().map(|(month, value)| (month.as_str(), *value)).collect();
    let expected = [
        ("2020-11", Some(9_000)),
        ("2020-12", None),
        ("2021-03", Some(8_000)),
        ("2021-04", None),
        ("2021-05", None),
        ("2021-06", Some(7_000)),
    ];
    assert_eq!(shown, expected);
    assert_eq!(chart.last().unwrap().chart.n, 3);
}

fn rephased(months: &[(&str, u16)], from: &str, to: &str) -> Chart {
    let mut book = school(months);
    book.school.run_charts.baselines.push(Baseline {
        from: month(from),
        to: month(to),
        on: day("2021-08-01"),
        reason: SafeText::line("otra jornada"),
        extra: Extra::new(),
    });
    of(&book, By::Month, 2021, day("2021-12-31"))
}

#[test]
fn a_baseline_of_the_team_begins_the_chart_anew_and_leaves_the_old_stretch_as_it_was() {
    let months = then(&[("2021-03", 70), ("2021-04", 72), ("2021-05", 71), ("2021-06", 60)]);
    let before = chart(&months);
    let after = rephased(&months, "2021-03", "2021-05");
    assert_eq!(after.points, before.points);
    assert_eq!(after.phases.len(), 2);
    let (old, new) = (&after.phases[0], &after.phases[1]);
    assert_eq!((old.from, old.until, new.from, new.until), (0, 10, 10, 14));
    assert_eq!(old.chart.median, before.last().unwrap().chart.median);
    assert_eq!((new.chart.median.unwrap().text(2).as_str(), new.points, new.chart.n), ("71", 3, 4));
    assert_eq!(after.conclusion(), Some(Conclusion::TooFew { missing: 6 }));
    assert!(matches!(&new.origin, Origin::Team(set) if set.reason.as_str() == "otra jornada"));
}

#[test]
fn a_baseline_of_months_without_data_says_nothing_and_breaks_nothing() {
    let chart = rephased(&YEAR, "2022-03", "2022-05");
    let phase = chart.last().unwrap();
    assert_eq!((phase.chart.n, phase.chart.median, phase.span), (0, None, None));
}

#[test]
fn nine_points_on_one_side_after_the_baseline_suggest_another_one() {
    let months: Vec<String> = (3..=12).map(|month| format!("2021-{month:02}")).collect();
    let lower: Vec<(&str, u16)> = months.iter().map(|month| (month.as_str(), 95)).collect();
    let all = |count: usize| chart(&[&YEAR[..], &lower[..count]].concat());
    assert_eq!(all(8).suggestion(), None);
    assert_eq!(all(9).suggestion(), Some((Period::Month(month("2021-03")), 9)));
    assert!(all(9).conclusion().unwrap().is_signal());
    let back = [&YEAR[..], &lower[..9], &[("2021-12", 70)]].concat();
    assert_eq!(chart(&back).suggestion(), None);
    // Also where the last month of the baseline lies on the side of the shift: it is no part of what speaks for another.
    let turned: Vec<(&str, u16)> =
        YEAR.iter().map(|(month, percent)| (*month, if *percent == 90 { 80 } else { 90 })).collect();
    let all = |count: usize| chart(&[&turned[..], &lower[..count]].concat());
    assert_eq!(all(8).suggestion(), None);
    assert_eq!(all(9).suggestion(), Some((Period::Month(month("2021-03")), 9)));
}

/// One course, with days attended and held in two months of some twenty class days each.
fn registered(months: [(&str, u16, u16); 2]) -> Chart {
    let mut book = school(&[]);
    let student = book.students.iter().next().unwrap().clone();
    let mut after = student.clone();
    for (at, attended, held) in months {
        after.attendance.set(month(at), Days::new(attended, held).unwrap());
    }
    book.apply(&Edit::one(Deed::Import, Change::replace(student, after))).unwrap();
    book.school.calendars.push(SchoolCalendar::assumed(2021));
    of(&book, By::Month, 2021, day("2021-12-31"))
}

#[test]
fn absence_that_falls_together_with_the_register_is_no_good_news_yet() {
    let careful = registered([("2021-04", 16, 20), ("2021-05", 9, 10)]);
    let (before, last) = careful.caution().unwrap();
    assert_eq!((before.value(), last.value()), (Some(8_000), Some(9_000)));
    assert!(before.coverage.unwrap().percent().unwrap() > last.coverage.unwrap().percent().unwrap() + 40);
    // A rate that falls, or a register that holds, needs no caution.
    assert_eq!(registered([("2021-04", 16, 20), ("2021-05", 7, 10)]).caution(), None);
    assert_eq!(registered([("2021-04", 16, 20), ("2021-05", 18, 20)]).caution(), None);
}

#[test]
fn coverage_is_never_more_than_all_class_days() {
    let chart = registered([("2021-04", 16, 31), ("2021-05", 9, 10)]);
    assert_eq!(chart.points[0].coverage.unwrap().percent(), Some(100));
}

#[test]
fn a_hundredth_of_a_percent_is_the_same_for_screen_and_rule() {
    let chart = chart(&YEAR).with_first(3);
    assert_eq!((chart.last().unwrap().points, chart.last().unwrap().chart.median.unwrap().text(2)), (3, "90".into()));
    assert_eq!(chart.phases.len(), 1);
}

mod weeks;
