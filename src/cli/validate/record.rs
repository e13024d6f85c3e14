//! The validation as JSON. Keys of the contract first; what stands beside them adds and never changes their meaning.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{super::json::number, Judged};
use crate::{
    insight::{
        dropout::{self, Dropout, Ends, Loss},
        outcome::LeftOut,
        tables::Tables,
        validate::{
            Counts, ENOUGH, Validation, Verdict,
            area::Area,
            capacity::{AtCapacity, Cut},
            interval::{Rate, ten_thousandths},
        },
    },
    rules::{course::Grade, identity::Rbd, status::YearEnd},
};

/// The weightiest question at the top, all of them under `outcomes`, and dropout and withdrawal where tables say them.
pub(super) fn of(judged: &[Judged], dropouts: &[Dropout], tables: &Tables) -> Value {
    let mut told = judged.first().map(question).unwrap_or_default();
    told.insert("outcomes".into(), judged.iter().map(|one| Value::Object(question(one))).collect());
    told.insert("dropout".into(), dropouts.iter().map(dropout).collect());
    let withdrawal = tables.ended.iter().map(|(year, ended)| {
        let (schools, grades) = dropout::ends(ended);
        let grades = grades.into_iter().filter(|(grade, _)| *grade != Grade::Unstated);
        let schools: Vec<Value> = schools.iter().map(|(rbd, of)| ends("rbd", json!(rbd), of)).collect();
        let grades: Vec<Value> = grades.map(|(grade, of)| ends("grade", json!(grade.to_string()), &of)).collect();
        json!({ "year": year, "schools": schools, "grades": grades })
    });
    told.insert("withdrawal".into(), withdrawal.collect());
    told.insert("intervals".into(), json!({ "level": 95, "proportions": "wilson", "auc": "delong" }));
    Value::Object(told)
}

fn question(judged: &Judged) -> Map<String, Value> {
    let Judged { asked, validation } = judged;
    let mut told = Map::new();
    told.insert("outcome".into(), json!(asked.question.name()));
    told.insert("years".into(), json!(asked.years));
    told.insert("rows".into(), json!(validation.rows));
    told.insert("positives".into(), json!(validation.positives));
    told.insert("base_rate".into(), rate(validation.base_rate(), |rate| rate.value));
    told.insert("rules".into(), validation.verdicts.iter().map(verdict).collect());
    told.insert("left_out".into(), left_out(asked.left_out));
    told.insert("without_attendance".into(), json!(validation.without_attendance));
    told.insert("without_average".into(), json!(validation.without_average));
    told.insert("sufficient".into(), json!(validation.is_enough()));
    told.insert("enough".into(), enough(validation));
    told.insert("capacity".into(), capacity(&validation.capacity));
    told
}

fn left_out(left: LeftOut) -> Value {
    json!({
        "withdrawn": left.withdrawn,
        "transferred": left.transferred,
        "unknown": left.unknown,
        "repeated": left.repeated,
    })
}

fn enough(validation: &Validation) -> Value {
    json!({ "positives": ENOUGH.threshold, "rows": validation.rows_enough() })
}

fn verdict(verdict: &Verdict) -> Value {
    let counts = verdict.counts;
    let area = verdict.area;
    let interval = |end: fn((u64, u64)) -> u64| area.and_then(|area: Area| area.interval).map(end);
    let (precision, recall) = (counts.and_then(Counts::precision), counts.and_then(Counts::recall));
    json!({
        "rule": verdict.flag.name(),
        "flagged": counts.map(Counts::flagged),
        "tp": counts.map(|counts| counts.hits),
        "fp": counts.map(|counts| counts.fine),
        "fn": counts.map(|counts| counts.missed),
        "tn": counts.map(|counts| counts.rest),
        "precision": rate(precision, |rate| rate.value),
        "precision_low": rate(precision, |rate| rate.low),
        "precision_high": rate(precision, |rate| rate.high),
        "recall": rate(recall, |rate| rate.value),
        "recall_low": rate(recall, |rate| rate.low),
        "recall_high": rate(recall, |rate| rate.high),
        "lift": decimal(counts.and_then(Counts::lift)),
        "auc": decimal(area.map(|area| area.value)),
        "auc_low": decimal(interval(|ends| ends.0)),
        "auc_high": decimal(interval(|ends| ends.1)),
    })
}

fn capacity(at: &AtCapacity) -> Value {
    json!({
        "percent": at.percent,
        "students": at.students,
        "orders": at.cuts.iter().map(cut).collect::<Vec<_>>(),
    })
}

fn cut(cut: &Cut) -> Value {
    let part = |share: Option<(u64, u64, u64)>, of: fn((u64, u64, u64)) -> u64| decimal(share.map(of));
    json!({
        "order": cut.order.name(),
        "tp": decimal(Some(cut.hits)),
        "precision": part(cut.precision, |share| share.0),
        "precision_low": part(cut.precision, |share| share.1),
        "precision_high": part(cut.precision, |share| share.2),
        "recall": part(cut.recall, |share| share.0),
        "recall_low": part(cut.recall, |share| share.1),
        "recall_high": part(cut.recall, |share| share.2),
        "lift": decimal(cut.lift),
    })
}

fn dropout(found: &Dropout) -> Value {
    let schools: Vec<Value> = found.schools.iter().map(|(rbd, loss)| of_school(*rbd, loss)).collect();
    let grades: BTreeMap<String, usize> =
        found.grades.iter().map(|(grade, count)| (grade.to_string(), *count)).collect();
    let mut told = loss(&found.total);
    told.insert("year".into(), json!(found.year));
    told.insert("next_year".into(), json!(found.next));
    told.insert("scope".into(), json!(if found.is_partial { "partial" } else { "country" }));
    told.insert("deaths_discounted".into(), json!(false));
    told.insert("students".into(), json!(found.students));
    told.insert("graduates".into(), json!(found.graduates));
    told.insert("schools".into(), json!(schools));
    told.insert("grades".into(), json!(grades));
    Value::Object(told)
}

fn of_school(rbd: Rbd, of: &Loss) -> Value {
    let mut told = loss(of);
    told.insert("rbd".into(), json!(rbd));
    Value::Object(told)
}

fn loss(loss: &Loss) -> Map<String, Value> {
    let rate = |part: usize, whole: usize| decimal_of(part, whole, 6);
    let (global, regular) = (loss.global, loss.regular());
    let told = json!({
        "cohort": loss.cohort,
        "global": global,
        "regular": regular,
        "adults": loss.adults,
        "enrolment": loss.enrolment,
        "theoretical_global": loss.theoretical(global),
        "theoretical_regular": loss.theoretical(regular),
        "rate_global": rate(global, loss.theoretical(global)),
        "rate_regular": rate(regular, loss.theoretical(regular)),
        "cohort_rate_global": rate(global, loss.cohort),
        "cohort_rate_regular": rate(regular, loss.cohort),
        "by_end": by_end(&loss.by_end),
    });
    if let Value::Object(told) = told { told } else { Map::new() }
}

fn ends(name: &str, of: Value, ends: &Ends) -> Value {
    let (withdrawn, whole) = ends.withdrawal();
    let mut told = Map::new();
    told.insert(name.into(), of);
    told.insert("by_end".into(), by_end(&ends.0));
    told.insert("rate".into(), decimal_of(withdrawn, whole, 6));
    Value::Object(told)
}

fn by_end(ends: &BTreeMap<Option<YearEnd>, usize>) -> Value {
    let name = |end: &Option<YearEnd>| end.map_or("unknown", YearEnd::name).to_owned();
    ends.iter().map(|(end, count)| (name(end), json!(count))).collect::<Map<_, _>>().into()
}

fn rate(rate: Option<Rate>, part: fn(Rate) -> u64) -> Value {
    decimal(rate.map(part))
}

/// Ten-thousandths as a decimal, exact.
fn decimal(value: Option<u64>) -> Value {
    value.map_or(Value::Null, |value| written(value, 4))
}

/// A fraction with some decimals; null without a denominator.
fn decimal_of(part: usize, whole: usize, places: u32) -> Value {
    let more = 10_u128.pow(places) / 10_000;
    ten_thousandths(part as u128 * more, whole as u128).map_or(Value::Null, |value| written(value, places))
}

fn written(value: u64, places: u32) -> Value {
    let unit = 10_u64.pow(places);
    let written = format!("{}.{:0width$}", value / unit, value % unit, width = places as usize);
    let short = written.trim_end_matches('0').trim_end_matches('.');
    number(short)
}
