//! The corpus of messy files: what an advisor drops is understood as a careful person would, letter by letter.
//! Made for this project; all people in it are invented.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

use std::{fs, path::PathBuf};

use chrono::NaiveDate;
use serde_json::Value;
use tep_notebook::exchange::{inspect::Inspection, read::read, reading::Wishes};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/messy")
}

fn inspected(name: &str) -> Value {
    let bytes = fs::read(folder().join(name)).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let reading = read(&bytes, &Wishes::default(), today);
    serde_json::to_value(Inspection { file: name, reading: reading.as_ref() }).unwrap()
}

/// Where two values differ, as paths; numbers are the same when their hundredths are.
fn differences(at: &str, got: &Value, expected: &Value, into: &mut Vec<String>) {
    match (got, expected) {
        (Value::Object(got), Value::Object(expected)) => {
            for (key, value) in expected {
                match got.get(key) {
                    Some(found) => differences(&format!("{at}.{key}"), found, value, into),
                    None => into.push(format!("{at}.{key}: missing, expected {value}")),
                }
            }
            for (key, value) in got.iter().filter(|(key, _)| !expected.contains_key(*key)) {
                into.push(format!("{at}.{key}: unexpected {value}"));
            }
        }
        (Value::Array(got), Value::Array(expected)) if got.len() == expected.len() => {
            for (n, (got, expected)) in got.iter().zip(expected).enumerate() {
                differences(&format!("{at}[{n}]"), got, expected, into);
            }
        }
        (Value::Number(one), Value::Number(two)) => {
            let hundredths = |number: &serde_json::Number| format!("{:.2}", number.as_f64().unwrap());
            if hundredths(one) != hundredths(two) {
                into.push(format!("{at}: {one}, expected {two}"));
            }
        }
        _ if got == expected => {}
        _ => into.push(format!("{at}: {got}, expected {expected}")),
    }
}

#[test]
fn every_file_of_the_corpus_is_understood_as_its_expected_parse_says() {
    let mut failed = Vec::new();
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| PathBuf::from(name).extension().is_some_and(|ending| ending != "json"))
        .collect();
    names.sort();
    assert_eq!(names.len(), 27);
    for name in &names {
        let mut expected: Value =
            serde_json::from_str(&fs::read_to_string(folder().join(format!("{name}.json"))).unwrap()).unwrap();
        expected.as_object_mut().unwrap().remove("tests");
        let mut found = Vec::new();
        differences("", &inspected(name), &expected, &mut found);
        if !found.is_empty() {
            failed.push(format!(
                "{name}: {} differences\n  {}",
                found.len(),
                found.iter().take(12).cloned().collect::<Vec<_>>().join("\n  ")
            ));
        }
    }
    assert!(failed.is_empty(), "{} of {} files\n{}", failed.len(), names.len(), failed.join("\n"));
}
