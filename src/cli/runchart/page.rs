//! A run chart as a page to read.

use std::fmt::Write;

use crate::{
    app::lang::Lang,
    cli::table::{self, Side},
    insight::{
        chart::{Chart, Point},
        indicators::Sum,
    },
    notebook::Notebook,
    rules::{
        period::By,
        run_chart::{RuleSet, RunChart},
    },
    text::{charts, cli::runchart as text, figures},
};

/// A series: its median and what can be said.
pub(super) fn of_series(
    lang: Lang,
    chart: &RunChart,
    rules: RuleSet,
    decimals: u32,
    baseline: Option<usize>,
) -> String {
    let mut out = String::new();
    if let Some(median) = chart.median {
        table::wrapped(&mut out, 0, &text::median(lang, &median.text(decimals), baseline));
    }
    told(&mut out, lang, chart, rules);
    out
}

/// A school: month by month or week by week, its baseline and what can be said.
pub(super) fn of_school(lang: Lang, notebook: &Notebook, chart: &Chart) -> String {
    let has_weeks = notebook.students.iter().any(|student| !student.weeks.is_empty());
    let school = &notebook.school;
    let mut out = format!("{} · RBD {}\n", school.name.as_str(), school.rbd);
    let Some(phase) = chart.last().filter(|_| !chart.points.is_empty()) else {
        let none = if chart.by == By::Week { charts::NO_WEEKS } else { charts::NO_POINTS };
        table::wrapped(&mut out, 0, none.of(lang));
        return out;
    };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}", text::head(lang, chart));
    let mut rows = vec![text::columns(chart.by).map(|word| word.of(lang).to_owned())];
    rows.extend(chart.points.iter().map(|point| row(lang, point)));
    table::write(&mut out, "  ", [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right], &rows);
    if let Some(baseline) = charts::baseline(lang, phase) {
        table::wrapped(&mut out, 0, &baseline);
    }
    told(&mut out, lang, &phase.chart, chart.rules);
    let caution = chart.caution().map(|(before, last)| charts::caution(lang, &before, &last));
    for more in charts::suggestion(lang, chart).into_iter().chain(caution) {
        table::wrapped(&mut out, 0, &more);
    }
    table::wrapped(&mut out, 0, charts::coverage_explained(chart.is_assumed).of(lang));
    if chart.by == By::Month {
        table::wrapped(&mut out, 0, if has_weeks { text::HAS_WEEKS } else { charts::NO_WEEKS }.of(lang));
    }
    out
}

fn told(out: &mut String, lang: Lang, chart: &RunChart, rules: RuleSet) {
    table::wrapped(out, 0, &charts::counted(lang, chart));
    table::wrapped(out, 0, &charts::conclusion(lang, chart, rules));
    if let Some(trend) = charts::trend(lang, chart) {
        table::wrapped(out, 0, &trend);
    }
    table::wrapped(out, 0, charts::explained(rules).of(lang));
}

fn row(lang: Lang, point: &Point) -> [String; 5] {
    let dash = || "—".to_owned();
    let percent = point.figure.and_then(|figure| figures::part(lang, figure.attended, figure.held));
    let days = |figure: Sum| {
        let [attended, held] = [figure.attended, figure.held].map(|days| figures::whole(lang, days));
        format!("{attended} / {held}")
    };
    [
        text::period(lang, point.period),
        percent.unwrap_or_else(dash),
        point.figure.map_or_else(dash, days),
        point.figure.map_or_else(dash, |figure| figures::number(lang, figure.students)),
        point.coverage.and_then(|coverage| charts::coverage(lang, coverage)).unwrap_or_else(dash),
    ]
}
