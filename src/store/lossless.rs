//! Whether writing a notebook back would leave something out that its file holds.
//!
//! Owns the comparison of a file with what would take its place. The types keep unknown fields at the places where they
//! were thought of; this is the net under all other places.

use std::collections::HashMap;

use serde_json::Value;

/// Whether something that stands in `file` has no place in `rewritten`. Other spellings of a value, and fields that say
/// nothing (empty, `false`, `null`), are no loss.
pub(super) fn loses(file: &Value, rewritten: &Value) -> bool {
    match (file, rewritten) {
        (Value::Object(file), Value::Object(rewritten)) => file.iter().any(|(key, value)| match rewritten.get(key) {
            Some(kept) => loses(value, kept),
            None => !says_nothing(value),
        }),
        (Value::Array(file), Value::Array(rewritten)) => file.len() != rewritten.len() || lists_lose(file, rewritten),
        (Value::Object(_) | Value::Array(_), _) => true,
        _ => false,
    }
}

/// Items are compared by id: their lines may have been in another order.
fn lists_lose(file: &[Value], rewritten: &[Value]) -> bool {
    let by_id: HashMap<&str, &Value> = rewritten.iter().filter_map(|item| Some((id(item)?, item))).collect();
    file.iter().zip(rewritten).any(|(item, at_its_place)| {
        let kept = id(item).and_then(|id| by_id.get(id)).copied().unwrap_or(at_its_place);
        loses(item, kept)
    })
}

fn id(item: &Value) -> Option<&str> {
    item.get("id").and_then(Value::as_str)
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(says_nothing),
        Value::Bool(true) | Value::Number(_) => false,
    }
}
