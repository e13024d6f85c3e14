//! What a run chart costs: `cargo run --release --example chart`.
//!
//! Prints figures and asserts none: a processor is as fast as it is. All people are invented.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]
#![expect(clippy::unwrap_used, reason = "a program for people who build this one")]

use std::{hint::black_box, time::Instant};

use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect};
use tep_notebook::{
    app::lang::Lang,
    demo,
    insight::{
        chart::{self, Chart, Origin, Phase, Point},
        indicators::Sum,
        marks, review,
    },
    rules::{
        calendar::school_months,
        period::{By, Period},
        run_chart::{self, RuleSet},
        week::Week,
    },
    ui::{chart as plot, pen::Pen, theme::Theme},
};

const TIMES: u32 = 2_000;
const POINTS: usize = 40;

fn main() {
    let (notebook, today) = (demo::alliance().next().unwrap(), NaiveDate::from_ymd_opt(2021, 6, 28).unwrap());
    let marks = marks::of(&notebook, today);
    for (by, name) in [(By::Month, "months"), (By::Week, "weeks")] {
        let forty = forty(by);
        for (columns, tall) in [(78, false), (118, true)] {
            timed(&format!("{POINTS} {name} on {columns} columns, into cells"), || {
                let lines = plot::lines(Lang::Es, Theme::Colour, (columns, tall), &forty, &marks);
                let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 20));
                let mut pen = Pen::new(&mut buffer);
                for (at, line) in lines.iter().enumerate() {
                    let row = Rect::new(0, u16::try_from(at).unwrap(), columns, 1);
                    line.iter().fold(row, |rest, (piece, style)| pen.text(rest, piece, *style));
                }
                black_box(buffer);
            });
        }
    }
    timed("the same points judged by both rule sets", || {
        let chart = run_chart::read(&values(), Some(8));
        black_box(RuleSet::ALL.map(|rules| chart.judge(rules)));
    });
    let year = review::review(&notebook, today).year;
    let students = notebook.students.len();
    timed(&format!("points, baseline and coverage of {students} students by month"), || {
        black_box(chart::of(&notebook, By::Month, year, today));
    });
    let with_weeks = demo::alliance().find(|notebook| !chart::of(notebook, By::Week, 2021, today).points.is_empty());
    let with_weeks = with_weeks.unwrap();
    let students = with_weeks.students.len();
    timed(&format!("points, baseline and coverage of {students} students by week"), || {
        black_box(chart::of(&with_weeks, By::Week, year, today));
    });
}

fn values() -> Vec<Option<i128>> {
    (0..POINTS).map(|at| Some(8_500 + i128::try_from(at * 37 % 300).unwrap())).collect()
}

fn forty(by: By) -> Chart {
    let months = (2020..2025).flat_map(school_months).map(Period::Month);
    let first = Week::of(NaiveDate::from_ymd_opt(2021, 3, 1).unwrap());
    let weeks = std::iter::successors(Some(first), |week| Some(week.next())).map(Period::Week);
    let periods: Vec<Period> = match by {
        By::Month => months.take(POINTS).collect(),
        By::Week => weeks.take(POINTS).collect(),
    };
    let point = |(period, value): (Period, Option<i128>)| {
        let attended = u64::try_from(value.unwrap()).unwrap();
        Point { period, figure: Some(Sum { attended, held: 10_000, students: 900 }), coverage: None }
    };
    let points: Vec<Point> = periods.into_iter().zip(values()).map(point).collect();
    let span = Some((points[0].period, points[7].period));
    let chart = run_chart::read(&values(), Some(8));
    let phase = Phase { from: 0, until: POINTS, origin: Origin::FirstPoints, span, points: 8, chart };
    Chart { by, points, phases: vec![phase], rules: RuleSet::Anhoej, is_assumed: false }
}

/// Prints the middle and the worst of many times, in microseconds.
fn timed(what: &str, mut work: impl FnMut()) {
    let mut times: Vec<u128> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    let (middle, worst) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!("{what}: {} µs in the middle, {} µs at 99 %", middle / 1_000, worst / 1_000);
}
