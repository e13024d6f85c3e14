//! A run chart as JSON; the names are a contract. What is not known is null, never zero.

use serde_json::{Map, Value, json};

use super::super::json::{hundredths, number};
use crate::{
    insight::chart::{Chart, Origin, Phase, Point},
    rules::{
        period::Period,
        run_chart::{Conclusion, RuleSet, RunChart, SHIFT, TREND, limits},
    },
};

/// What the points say by the rules; the baseline as the caller knows it.
pub(super) fn of(chart: &RunChart, rules: RuleSet, decimals: u32, baseline: Value) -> Map<String, Value> {
    let conclusion = chart.judge(rules);
    let missing = match conclusion {
        Conclusion::TooFew { missing } => missing,
        Conclusion::None | Conclusion::Signal(_) => 0,
    };
    let fields = [
        ("n", chart.n.into()),
        ("useful", chart.useful().into()),
        ("median", chart.median.map_or(Value::Null, |median| number(&median.text(decimals)))),
        ("longest_run", chart.longest_run().into()),
        ("crossings", chart.crossings().into()),
        ("shift", chart.has_shift().into()),
        ("trend", chart.has_trend().into()),
        ("signal", conclusion.is_signal().into()),
        ("conclusion", conclusion.name().into()),
        ("missing", missing.into()),
        ("rules", rules.name().into()),
        ("baseline", baseline),
        ("limits", limits(chart, rules)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The figures from which on the rules speak.
fn limits(chart: &RunChart, rules: RuleSet) -> Value {
    match rules {
        RuleSet::Anhoej => json!({
            "longest_run": limits::longest_allowed(chart.useful()),
            "crossings": limits::fewest_crossings(chart.useful()),
        }),
        RuleSet::Classic => {
            let (above, below) = chart.sides();
            let (fewest, most) = limits::runs(above, below);
            let most = if most == usize::MAX { Value::Null } else { most.into() };
            json!({ "shift": SHIFT.threshold, "trend": TREND.threshold, "runs": [fewest, most] })
        }
    }
}

/// The chart of a school: what can be said of its last stretch, and every point by its month or the Monday of its week.
pub(super) fn of_school(chart: &Chart) -> Value {
    let Some(phase) = chart.last() else { return Value::Null };
    let mut record = of(&phase.chart, chart.rules, 2, baseline(phase));
    record.insert("points".into(), chart.points.iter().map(point).collect());
    record.into()
}

fn baseline(phase: &Phase) -> Value {
    let origin = match phase.origin {
        Origin::YearBefore => "year_before",
        Origin::FirstPoints => "first_points",
        Origin::NotFrozen => "not_frozen",
        Origin::Team(_) => "team",
    };
    let (from, to) = phase.span.map(|(from, to)| (from.to_string(), to.to_string())).unzip();
    json!({ "origin": origin, "from": from, "to": to, "points": phase.points })
}

fn point(point: &Point) -> Value {
    let value = point.value().map(hundredths);
    let name = match point.period {
        Period::Month(_) => "month",
        Period::Week(_) => "week",
    };
    json!({
        (name): point.period.to_string(),
        "percent": value,
        "attended": point.figure.map(|figure| figure.attended),
        "held": point.figure.map(|figure| figure.held),
        "students": point.figure.map(|figure| figure.students),
        "register_days": point.coverage.map(|coverage| coverage.with_register),
        "class_days": point.coverage.map(|coverage| coverage.class_days),
    })
}
