//! The chart by week, over weeks made by hand.

use chrono::Datelike;

use super::*;
use crate::{notebook::weeks::Parts, rules::week::Week};

/// A school of one course whose calendar of 2026 has its winter holidays from 22 June to 3 July. Each student came on the
/// days of `attended` of those of `held`.
fn registered(students: &[(&[&str], &[&str])]) -> Notebook {
    let mut book = school(&[]);
    let first = book.students.iter().next().unwrap().clone();
    let mut ids = Ids::Seeded(9);
    let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    let mut changes = vec![Change::remove(first)];
    for (held, attended) in students {
        let mut student = Student::new(ids.next(moment), Course::parse("7B-A").unwrap());
        let (held, attended) = (spread(held), spread(attended));
        let mut months: Vec<Month> = held.iter().map(|day| Month::of(*day)).collect();
        months.dedup();
        for month in months {
            let set = |days: &[NaiveDate]| {
                let of_month = days.iter().filter(|day| Month::of(**day) == month);
                of_month.fold(0_u32, |set, day| set | 1 << day.day())
            };
            let parts = Parts::of_days(month, set(&held), set(&attended)).unwrap();
            student.set_month(month, parts.total());
            student.set_weeks(month, parts);
        }
        changes.push(Change::add(student));
    }
    book.apply(&Edit { deed: Deed::Import, changes }).unwrap();
    let winter = Some((day("2026-06-22"), day("2026-07-03")));
    book.school.calendars.push(SchoolCalendar { winter, ..SchoolCalendar::assumed(2026) });
    book
}

/// Days, and stretches of them from Monday to Friday: `2026-03-09/2026-03-13`.
fn spread(told: &[&str]) -> Vec<NaiveDate> {
    let ends = |told: &&str| {
        let (from, to) = told.split_once('/').unwrap_or((told, told));
        (day(from), day(to))
    };
    let days = told.iter().map(ends).flat_map(|(from, to)| from.iter_days().take_while(move |day| *day <= to));
    days.filter(|day| day.weekday().num_days_from_monday() < 5).collect()
}

fn weekly(book: &Notebook) -> Chart {
    of(book, By::Week, 2026, day("2026-12-31"))
}

fn shown(chart: &Chart) -> Vec<(String, Option<u64>)> {
    chart.points.iter().map(|point| (point.period.to_string(), point.value())).collect()
}

#[test]
fn a_week_across_two_months_is_one_point_of_both() {
    let one: (&[&str], &[&str]) = (&["2026-03-30/2026-04-10"], &["2026-03-30/2026-04-02", "2026-04-06/2026-04-08"]);
    let other: (&[&str], &[&str]) = (&["2026-03-30/2026-04-10"], &["2026-03-31/2026-04-03", "2026-04-06/2026-04-10"]);
    let chart = weekly(&registered(&[one, other]));
    assert_eq!(shown(&chart), [("2026-03-30".to_owned(), Some(8_000)), ("2026-04-06".to_owned(), Some(8_000))]);
    let first = chart.points[0].figure.unwrap();
    assert_eq!((first.attended, first.held, first.students), (8, 10, 2), "no student twice");
    // Good Friday is no class day: four with a register of four.
    assert_eq!(chart.points[0].coverage.unwrap().percent(), Some(100));
    assert_eq!(chart.points[0].coverage.unwrap().class_days, 4);
}

#[test]
fn weeks_and_months_are_the_same_days() {
    let book = registered(&[
        (&["2026-03-05/2026-06-19", "2026-07-06/2026-08-31"], &["2026-03-09/2026-05-01", "2026-08-03/2026-08-07"]),
        (&["2026-04-15/2026-05-20"], &["2026-04-15/2026-05-19"]),
    ]);
    let sum = |by| {
        let chart = of(&book, by, 2026, day("2026-12-31"));
        let figures = chart.points.iter().filter_map(|point| point.figure);
        figures.fold((0, 0), |(attended, held), figure| (attended + figure.attended, held + figure.held))
    };
    assert_eq!(sum(By::Week), sum(By::Month));
    assert!(sum(By::Week).1 > 100);
}

#[test]
fn holidays_are_left_out_and_a_week_that_nobody_kept_is_a_gap() {
    let held: &[&str] = &["2026-06-08/2026-06-12", "2026-07-06/2026-07-10"];
    let chart = weekly(&registered(&[(held, held)]));
    let expected = [("2026-06-08", Some(10_000)), ("2026-06-15", None), ("2026-07-06", Some(10_000))];
    let expected: Vec<(String, Option<u64>)> =
        expected.into_iter().map(|(week, value)| (week.to_owned(), value)).collect();
    assert_eq!(shown(&chart), expected, "15 June is missing; 22 and 29 June are winter holidays");
    assert_eq!(chart.conclusion(), Some(Conclusion::TooFew { missing: 8 }));
    // A register of the holidays is a point all the same.
    let held: &[&str] = &["2026-06-08/2026-06-12", "2026-06-22/2026-06-26"];
    assert_eq!(weekly(&registered(&[(held, held)])).points.len(), 3);
}

#[test]
fn summer_is_no_gap_between_two_years() {
    let held: &[&str] = &["2025-11-24/2025-12-05", "2026-03-09/2026-03-13"];
    let weeks: Vec<String> = shown(&weekly(&registered(&[(held, held)]))).into_iter().map(|(week, _)| week).collect();
    assert_eq!(weeks, ["2025-11-24", "2025-12-01", "2026-03-02", "2026-03-09"]);
}

#[test]
fn the_first_eight_weeks_are_the_baseline_and_a_long_run_is_a_signal_by_anhoej() {
    let mut held = vec!["2026-03-09/2026-05-29"];
    let came = |friday: &'static str| [friday];
    let attended: Vec<&str> = ["2026-03-09/2026-03-13", "2026-03-16/2026-03-19", "2026-03-23/2026-03-27"]
        .into_iter()
        .chain(["2026-03-30/2026-04-02", "2026-04-06/2026-04-10", "2026-04-13/2026-04-16", "2026-04-20/2026-04-24"])
        .chain(["2026-04-27/2026-04-30"])
        .chain(came("2026-05-04"))
        .collect();
    let eight = weekly(&registered(&[(&held, &attended)]));
    let phase = eight.last().unwrap();
    assert_eq!((&phase.origin, phase.points, eight.rules), (&Origin::FirstPoints, 8, RuleSet::Anhoej));
    let weeks = ["2026-03-09", "2026-04-27"].map(|monday| Period::Week(Week::of(day(monday))));
    assert_eq!(phase.span, Some((weeks[0], weeks[1])));
    assert_eq!(phase.chart.median.unwrap().text(2), "90");
    held.push("2026-06-01/2026-06-19");
    let more = weekly(&registered(&[(&held, &attended)]));
    assert_eq!(more.last().unwrap().chart.median, phase.chart.median, "frozen");
    assert_eq!(more.last().unwrap().chart.longest_run(), 8, "the last of the baseline, and seven after it");
    assert!(more.conclusion().unwrap().is_signal());
}

#[test]
fn a_baseline_of_months_begins_with_the_first_week_that_begins_in_them() {
    let held: &[&str] = &["2026-03-09/2026-06-19"];
    let mut book = registered(&[(held, &["2026-03-09/2026-04-24"])]);
    book.school.run_charts.rules = RuleSet::Classic;
    book.school.run_charts.baselines.push(Baseline {
        from: month("2026-04"),
        to: month("2026-05"),
        on: day("2026-08-01"),
        reason: SafeText::line("otra jornada"),
        extra: Extra::new(),
    });
    let chart = weekly(&book);
    let names: Vec<String> = chart.phases.iter().map(|phase| chart.points[phase.from].period.to_string()).collect();
    // 30 March begins in March, though three of its days are of April.
    assert_eq!(names, ["2026-03-09", "2026-04-06"]);
    let last = chart.last().unwrap();
    assert_eq!((last.points, last.span.map(|(_, to)| to.to_string())), (8, Some("2026-05-25".to_owned())));
    assert_eq!(chart.rules, RuleSet::Classic, "what the team chose holds for weeks too");
}

#[test]
fn without_daily_registers_there_is_no_point_by_week() {
    let chart = of(&school(&YEAR), By::Week, 2021, day("2021-12-31"));
    assert_eq!((chart.points.len(), chart.phases.len(), chart.last().unwrap().chart.n), (0, 1, 0));
}
