//! Which fields of an item a change is about, by their names in the file.
//!
//! Owns which of them say who a person is. Whoever shows a value asks that first.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

use super::change::{Change, Swap, of_any_kind};
use crate::notebook::{extra::Extra, problem::Kind};

/// The name under which fields stand that this version does not know: their own names may say anything.
const UNKNOWN: &str = "extra";

/// A field that is not the same before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Its name in the file.
    pub name: String,
    /// What stood there; none where nothing did.
    pub before: Option<Value>,
    /// What stands there now; none where nothing does.
    pub after: Option<Value>,
    /// Whether it may say who a person is, or holds a note that is not for everybody.
    pub is_personal: bool,
}

impl Change {
    /// The fields that differ, by name; all that are filled in where the item is new or gone.
    pub fn fields(&self) -> Vec<FieldChange> {
        let kind = self.kind();
        let (mut before, mut after) = of_any_kind!(self, swap => sides(swap, |item| &item.extra));
        let names: BTreeSet<String> = before.keys().chain(after.keys()).cloned().collect();
        let both = names.into_iter().map(|name| {
            let (before, after) = (before.remove(&name), after.remove(&name));
            FieldChange { is_personal: is_personal(kind, &name), name, before, after }
        });
        both.filter(|field| field.before != field.after).collect()
    }
}

/// The fields of an item, without its id.
type Fields = BTreeMap<String, Value>;

fn sides<T: Serialize>(swap: &Swap<T>, extra: fn(&T) -> &Extra) -> (Fields, Fields) {
    let side = |item: &Option<Box<T>>| item.as_ref().map(|item| fields(&**item, extra(item))).unwrap_or_default();
    (side(&swap.before), side(&swap.after))
}

fn fields<T: Serialize>(item: &T, extra: &Extra) -> Fields {
    let Ok(Value::Object(mut all)) = serde_json::to_value(item) else { return Fields::new() };
    all.remove("id");
    let unknown: Map<String, Value> =
        extra.keys().filter_map(|name| all.remove(name).map(|value| (name.clone(), value))).collect();
    let mut fields: Fields = all.into_iter().collect();
    if !unknown.is_empty() {
        fields.insert(UNKNOWN.to_owned(), Value::Object(unknown));
    }
    fields
}

/// Of persons only what is listed here may be shown to everybody; of the rest of a notebook, what this version knows.
fn is_personal(kind: Kind, field: &str) -> bool {
    let is_open = match kind {
        Kind::Student => matches!(
            field,
            "course" | "attendance" | "weeks" | "reported" | "grades" | "concepts" | "years" | "engagement" | "history"
        ),
        Kind::Contact => matches!(field, "student" | "on" | "kind" | "with" | "result" | "restricted" | "next"),
        Kind::Member => field == "role",
        Kind::Meeting => !matches!(field, "facilitator" | UNKNOWN),
        Kind::School | Kind::Margin | Kind::Cycle | Kind::Action | Kind::Learning => field != UNKNOWN,
    };
    !is_open
}
