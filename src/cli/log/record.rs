//! The changes as JSON; the names are a contract.

use serde_json::{Map, Value, json};

use super::{super::answer::harmless, Shown};
use crate::{
    notebook::{
        edit::{Change, FieldChange, Swap},
        student::Student,
    },
    store::{
        history::{Happened, Recorded},
        journal::Act,
    },
};

/// The changes, the newest last.
pub(super) fn of(changes: &[Recorded], shown: Shown) -> Value {
    harmless(changes.iter().map(|change| one(change, shown)).collect())
}

fn one(recorded: &Recorded, shown: Shown) -> Value {
    let (n, deed, act, changes) = match &recorded.what {
        Happened::Changed(step) => (
            Some(step.n),
            json!(step.edit.deed),
            act(step.act),
            step.edit.changes.iter().map(|change| item(change, shown)).collect(),
        ),
        Happened::Revealed => (None, json!("reveal_names"), act(Act::Do), json!([])),
    };
    json!({
        "n": n,
        "at": recorded.at,
        "by": recorded.by.as_str(),
        "host": recorded.host.as_str(),
        "deed": deed,
        "act": act,
        "changes": changes,
    })
}

const fn act(act: Act) -> &'static str {
    match act {
        Act::Do => "done",
        Act::Undo => "undone",
        Act::Redo => "redone",
    }
}

fn item(change: &Change, shown: Shown) -> Value {
    let (kind, id) = change.place();
    let fields = change.fields();
    let mut record = json!({
        "kind": kind.name(),
        "id": id,
        "code": code(change),
        "number": number(change),
        "change": match (change.adds(), change.removes()) {
            (true, _) => "added",
            (false, true) => "removed",
            (false, false) => "changed",
        },
        "fields": fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(),
    });
    if shown.values
        && let Some(record) = record.as_object_mut()
    {
        record.insert("values".to_owned(), values(&fields, shown));
    }
    record
}

fn values(fields: &[FieldChange], shown: Shown) -> Value {
    let shown = fields.iter().filter(|field| shown.has_value(field));
    let values: Map<String, Value> =
        shown.map(|field| (field.name.clone(), json!({ "before": field.before, "after": field.after }))).collect();
    Value::Object(values)
}

/// The code of a student, as it is after the change.
pub(super) fn code(change: &Change) -> Option<String> {
    match change {
        Change::Student(swap) => latest(swap).map(Student::code),
        _ => None,
    }
}

/// The number of a cycle.
pub(super) fn number(change: &Change) -> Option<u16> {
    match change {
        Change::Cycle(swap) => latest(swap).map(|cycle| cycle.number),
        _ => None,
    }
}

fn latest<T>(swap: &Swap<T>) -> Option<&T> {
    swap.after.as_deref().or(swap.before.as_deref())
}
