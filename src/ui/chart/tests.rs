use chrono::NaiveDate;

use super::*;
use crate::{
    insight::{chart::Origin, indicators::Sum},
    notebook::safe_text::SafeText,
    rules::{
        run_chart::{self, RuleSet},
        week::Week,
    },
};

/// A chart of so many months from March 2020 on, in hundredths of a percent, with a baseline of the first ones.
fn chart(values: &[Option<u64>], baseline: usize) -> Chart {
    let months = (2020..2030).flat_map(crate::rules::calendar::school_months).map(Period::Month);
    of(By::Month, months, values, baseline)
}

/// The same of so many weeks from Monday 1 March 2021 on.
fn weekly(values: &[Option<u64>], baseline: usize) -> Chart {
    let first = Week::of("2021-03-01".parse().unwrap());
    let weeks = std::iter::successors(Some(first), |week| Some(week.next())).map(Period::Week);
    of(By::Week, weeks, values, baseline)
}

fn of(by: By, periods: impl Iterator<Item = Period>, values: &[Option<u64>], baseline: usize) -> Chart {
    let point = |(period, value): (Period, &Option<u64>)| Point {
        period,
        figure: value.map(|attended| Sum { attended, held: 10_000, students: 30 }),
        coverage: value.map(|_| Coverage { with_register: 96, class_days: 100 }),
    };
    let points: Vec<Point> = periods.zip(values).map(point).collect();
    let read: Vec<Option<i128>> = values.iter().map(|value| value.map(i128::from)).collect();
    let phase = Phase {
        from: 0,
        until: points.len(),
        origin: Origin::FirstPoints,
        span: points.first().zip(points.get(baseline - 1)).map(|(first, last)| (first.period, last.period)),
        points: baseline,
        chart: run_chart::read(&read, Some(baseline)),
    };
    Chart { by, points, phases: vec![phase], rules: RuleSet::Classic, is_assumed: false }
}

fn drawn(width: u16, chart: &Chart, marks: &[Mark]) -> Vec<String> {
    let lines = lines(Lang::Es, Theme::Plain, (width, false), chart, marks);
    let text = |line: Line| line.into_iter().map(|(piece, _)| piece).collect::<String>();
    lines.into_iter().map(|line| text(line).trim_end().to_owned()).collect()
}

fn mark(on: &str, kind: MarkKind) -> Mark {
    Mark { on: on.parse::<NaiveDate>().unwrap(), kind, what: SafeText::default() }
}

#[test]
fn the_chart_reads_without_colour() {
    let chart = chart(&[Some(9_000), Some(8_000), Some(9_000), None, Some(8_500), Some(10_000)], 3);
    let marks = [mark("2020-04-02", MarkKind::Start), mark("2020-04-30", MarkKind::Meeting)];
    let expected = [
        " 100 ┤                               ▀",
        "  95 ┤",
        "  90 ┤━▀━━━━━━━━━━━▀━━━━··················",
        "  85 ┤                         ▀",
        "  80 ┤       ▀",
        "  75 └2020────────────────────────────────",
        "      mar   abr   may   jun   jul   ago",
        "   %  90,0= 80,0▼ 90,0= —     85,0▼ 100▲",
        "reg.% 96    96    96    —     96    96",
        "            IR",
    ];
    assert_eq!(drawn(42, &chart, &marks), expected);
}

#[test]
fn a_month_without_register_is_a_hole_and_never_a_zero() {
    let chart = chart(&[Some(9_000), None, Some(9_000)], 2);
    let drawn = drawn(30, &chart, &[]);
    assert_eq!(drawn.iter().map(|line| line.matches(['▀', '▄']).count()).sum::<usize>(), 2, "{drawn:#?}");
    assert!(drawn.iter().any(|line| line.contains("90,0=")) && !drawn.iter().any(|line| line.contains("0,0▼")));
}

#[test]
fn forty_points_fit_on_a_narrow_screen_and_more_leave_the_oldest_out() {
    let values: Vec<Option<u64>> = (0..40).map(|at| Some(8_000 + 40 * at)).collect();
    let forty = chart(&values, 8);
    let drawn = drawn(77, &forty, &[]);
    assert!(drawn.iter().all(|line| line.chars().count() <= 77), "{drawn:#?}");
    assert_eq!(drawn.iter().map(|line| line.matches(['▀', '▄']).count()).sum::<usize>(), 40);
    assert_eq!(drawn.iter().map(|line| line.matches(['▲', '▼']).count()).sum::<usize>(), 40);
    assert_eq!((hidden(77, &forty), hidden(46, &forty), hidden(30, &forty)), (0, 0, 16));
    assert_eq!(drawn_points(30, &forty), 24);
}

fn drawn_points(width: u16, chart: &Chart) -> usize {
    drawn(width, chart, &[]).iter().map(|line| line.matches(['▀', '▄']).count()).sum()
}

#[test]
fn no_window_is_too_narrow() {
    let chart = chart(&[Some(9_000), None, Some(10_000), Some(1)], 2);
    for width in 0..60 {
        let drawn = drawn(width, &chart, &[mark("2020-03-03", MarkKind::Cycle)]);
        assert!(drawn.iter().all(|line| line.chars().count() <= usize::from(width.max(7))), "{width}: {drawn:#?}");
    }
    let none =
        Chart { by: By::Month, points: Vec::new(), phases: Vec::new(), rules: RuleSet::Anhoej, is_assumed: false };
    assert!(!drawn(40, &none, &[]).is_empty());
}

#[test]
fn half_a_number_is_never_shown() {
    // Twenty points of three columns each: two digits and a sign have room, three digits have not.
    let values: Vec<Option<u64>> = (0..20).map(|at| Some(if at == 4 { 10_000 } else { 9_899 })).collect();
    let drawn = drawn(70, &chart(&values, 8), &[]);
    let row = drawn.iter().find(|line| line.trim_start().starts_with('%')).unwrap();
    assert!(row.contains("98=98=98=98=▲  98="), "{row}");
}

#[test]
fn the_scale_is_the_widest_that_the_notebook_needs_and_no_point_falls_off() {
    for (lowest, bottom) in [(7_500, 75), (7_499, 50), (5_000, 50), (4_999, 0), (0, 0)] {
        let chart = chart(&[Some(9_500), Some(lowest), Some(10_000)], 3);
        assert_eq!(chart.bottom(), bottom * 100);
        for tall in [false, true] {
            let lines = lines(Lang::Es, Theme::Plain, (40, tall), &chart, &[]);
            let points = lines.iter().flatten().map(|(piece, _)| piece.matches(['▀', '▄']).count()).sum::<usize>();
            assert_eq!(points, 3, "{lowest} {tall}");
        }
    }
}

#[test]
fn a_year_of_weeks_fits_on_a_narrow_screen_under_the_names_of_its_months() {
    let values: Vec<Option<u64>> =
        (0..40).map(|at| (at != 12).then_some(if at % 2 == 0 { 9_000 } else { 8_500 })).collect();
    let marks = [
        mark("2021-03-21", MarkKind::Start),
        mark("2021-03-22", MarkKind::Adjustment),
        mark("2021-05-05", MarkKind::Start),
        mark("2021-05-07", MarkKind::Meeting),
    ];
    let expected = [
        " 100 ┤",
        "  95 ┤",
        "  90 ┤▀━▀━▀━▀·▀·▀···▀·▀·▀·▀·▀·▀·▀·▀·▀·▀·▀·▀·▀·",
        "  85 ┤ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀ ▀",
        "  80 ┤",
        "  75 └2021────────────────────────────────────",
    ];
    let drawn = drawn(77, &weekly(&values, 7), &marks);
    assert_eq!(drawn[..6], expected, "{drawn:#?}");
    // Of March there are five weeks, of April and May four and five: the first of each has the name.
    assert_eq!(drawn[6], "      mar  abr may  jun jul ago  sep oct nov", "{drawn:#?}");
    assert_eq!(drawn[7], "   %  =▼=▼=▼=▼=▼=▼ ▼=▼=▼=▼=▼=▼=▼=▼=▼=▼=▼=▼=▼=▼", "{drawn:#?}");
    // 21 March is the Sunday of the third week, 22 March the Monday of the fourth; in the tenth two things happened.
    assert_eq!(drawn[8], "        IJ     +", "{drawn:#?}");
}

#[test]
fn more_weeks_than_fit_leave_the_oldest_out_and_the_first_that_is_drawn_has_its_month() {
    let values: Vec<Option<u64>> = (0..80).map(|at| Some(8_000 + 20 * at)).collect();
    let chart = weekly(&values, 8);
    assert_eq!((hidden(76, &chart), drawn_points(76, &chart)), (10, 70));
    let drawn = drawn(76, &chart, &[]);
    assert!(drawn.iter().all(|line| line.chars().count() <= 76), "{drawn:#?}");
    assert!(drawn[6].starts_with("      may jun jul ago  sep"), "{drawn:#?}");
    assert!(drawn[5].contains("└2021─") && drawn[5].contains("─2022─"), "{drawn:#?}");
}

#[test]
fn where_there_is_room_each_week_says_its_monday_and_its_value() {
    let chart = weekly(&[Some(9_000), Some(8_000), None, Some(9_050), Some(8_500), Some(10_000)], 3);
    let drawn = drawn(42, &chart, &[]);
    assert_eq!(drawn[6], "      mar   8     15    22    29    abr", "{drawn:#?}");
    assert_eq!(drawn[7], "   %  90,0= 80,0▼ —     90,5▲ 85,0▼ 100▲", "{drawn:#?}");
}

#[test]
fn no_window_is_too_narrow_for_weeks() {
    let values: Vec<Option<u64>> = (0..60).map(|at| Some(8_000 + 20 * at)).collect();
    for width in 0..130 {
        let drawn = drawn(width, &weekly(&values, 8), &[mark("2022-03-03", MarkKind::Cycle)]);
        assert!(drawn.iter().all(|line| line.chars().count() <= usize::from(width.max(7))), "{width}: {drawn:#?}");
    }
}

#[test]
fn a_whole_register_never_runs_into_the_next_one_and_the_legend_says_what_its_sign_is() {
    let mut chart = weekly(&[Some(9_000); 18], 8);
    chart.points[1].coverage = Some(Coverage { with_register: 100, class_days: 100 });
    let narrow = drawn(70, &chart, &[]);
    assert!(narrow.iter().any(|line| line.starts_with("reg.% 96 *  96 96")), "{narrow:#?}");
    let wide = drawn(100, &chart, &[]);
    assert!(wide.iter().any(|line| line.starts_with("reg.% 96   100  96")), "{wide:#?}");
    let told = |width| charts::legend(Lang::Es, &[], &short_signs(width, &chart));
    assert!(told(70).contains("* registro de todos los días") && !told(100).contains('*'), "{}", told(70));
    assert!(told(30).contains("+ más de lo que cabe"));
}
