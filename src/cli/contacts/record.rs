//! The analysis as JSON; the names are a contract. A rate of nobody is null, never zero.

use serde_json::{Value, json};

use crate::insight::contact_analysis::{ContactAnalysis, Tally};

/// Rule and days, the rate, and the counts by course, way, result and review of work.
pub(super) fn of(analysis: &ContactAnalysis) -> Value {
    let rate = &analysis.rate;
    json!({
        "rule": rate.rule,
        "from": rate.window.from,
        "to": rate.window.to,
        "enrolled": rate.enrolled,
        "reached": rate.reached,
        "percent_hundredths": rate.percent_hundredths(),
        "all": of_tally(analysis.all),
        "courses": analysis.courses.iter().map(|course| {
            with(json!({ "course": course.course, "enrolled": course.enrolled }), course.tally)
        }).collect::<Value>(),
        "kinds": analysis.kinds.iter().map(|(kind, tally)| with(json!({ "kind": kind.name() }), *tally)).collect::<Value>(),
        "results": analysis.results.iter().map(|(result, tally)| {
            with(json!({ "result": result.name() }), *tally)
        }).collect::<Value>(),
        "reviews_of_work": analysis.work.iter().map(|(result, tally)| {
            json!({ "result": result.name(), "records": tally.records, "students": tally.students })
        }).collect::<Value>(),
        "records_of_gone": analysis.of_gone,
    })
}

fn of_tally(tally: Tally) -> Value {
    with(json!({}), tally)
}

/// What is counted, with its counts.
fn with(mut what: Value, tally: Tally) -> Value {
    what["records"] = tally.records.into();
    what["reached"] = tally.reached.into();
    what["students"] = tally.students.into();
    what["students_reached"] = tally.students_reached.into();
    what
}
