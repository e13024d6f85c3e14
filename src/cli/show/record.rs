//! A notebook as JSON; the names are a contract. Contacts are left out: their notes are for those who follow a student.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::super::answer::harmless;
use crate::{
    insight::review::Review,
    notebook::{
        Notebook,
        id::Id,
        personal::{Personal, Reveal},
        student::Student,
    },
    rules::attendance::{Band, Days},
};

/// School, students by id, cycles by number, actions and learnings by id.
pub(super) fn of(notebook: &Notebook, review: &Review, names: bool) -> Value {
    let bands: HashMap<Id<Student>, Band> = review.rows.iter().map(|row| (row.student, row.band)).collect();
    let students = notebook.students.iter().map(|student| {
        let band = bands.get(&student.id).copied().unwrap_or(Band::NoData);
        of_student(student, band, names)
    });
    let mut cycles: Vec<_> = notebook.cycles.iter().collect();
    cycles.sort_by_key(|cycle| cycle.number);
    json!({
        "rbd": notebook.school.rbd,
        "name": notebook.school.name.as_str(),
        "students": students.collect::<Value>(),
        "cycles": items(cycles),
        "actions": items(notebook.actions.iter()),
        "learnings": items(notebook.learnings.iter()),
    })
}

fn of_student(student: &Student, band: Band, names: bool) -> Value {
    let months = student.attendance.iter().map(|(month, days)| (month.to_string(), days_of(days)));
    let weeks = student.by_week().into_iter();
    let weeks: Map<String, Value> = weeks.map(|(week, days)| (week.to_string(), days_of(days))).collect();
    let mut record = Map::new();
    record.insert("id".into(), json!(student.id));
    record.insert("code".into(), json!(student.code()));
    record.insert("course".into(), json!(student.course));
    record.insert("attendance".into(), Value::Object(months.collect()));
    if !weeks.is_empty() {
        record.insert("weeks".into(), Value::Object(weeks));
    }
    record.insert("band".into(), json!(band.name()));
    if names {
        let leave = Reveal::OnRequest;
        // An unknown name is null, never an empty text.
        let name = |name: &Personal| Some(name.reveal(leave)).filter(|name| !name.is_empty()).map(str::to_owned);
        record.insert("given_names".into(), json!(name(&student.given_names)));
        record.insert("paternal_surname".into(), json!(name(&student.paternal_surname)));
        record.insert("maternal_surname".into(), json!(name(&student.maternal_surname)));
        record.insert("run".into(), json!(student.run.as_ref().map(|run| run.reveal(leave).to_text())));
    }
    Value::Object(record)
}

fn days_of(days: Days) -> Value {
    json!({ "attended": days.attended(), "held": days.held() })
}

/// Items as they are saved, with their texts as a screen may show them.
fn items<T: Serialize>(items: impl IntoIterator<Item = T>) -> Value {
    let values = items.into_iter().map(|item| serde_json::to_value(item).unwrap_or(Value::Null));
    values.map(harmless).collect()
}
