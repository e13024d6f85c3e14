//! The changes as a page to read.

use std::collections::BTreeMap;

use chrono::Local;
use serde_json::Value;

use super::{
    super::{answer::harmless, table},
    Shown,
    record::{code, number},
};
use crate::{
    app::{codebook::Codebook, lang::Lang},
    notebook::{
        edit::{Change, FieldChange},
        id::Id,
        learning::Theme,
        problem::Kind,
    },
    store::history::{Happened, Recorded},
    text::{
        cli::log::{self as text, Became},
        learnings, outside,
    },
};

/// Most items that are listed one by one; an import touches hundreds.
const ITEMS: usize = 12;
/// Letters of the short code of an item.
const CODE: usize = 5;

/// How a page is written.
pub(super) struct Page {
    /// The language.
    pub lang: Lang,
    /// What is shown of a change.
    pub shown: Shown,
    /// The themes of the alliance.
    pub themes: Codebook,
}

impl Page {
    /// The page.
    pub(super) fn write(&self, happened: &[Recorded]) -> String {
        let mut out = String::new();
        for recorded in happened {
            let at = recorded.at.with_timezone(&Local).naive_local();
            let who = (recorded.by.as_str(), recorded.host.as_str());
            let Happened::Changed(step) = &recorded.what else {
                table::wrapped(&mut out, 0, &text::revealed(self.lang, at, who));
                continue;
            };
            table::wrapped(&mut out, 0, &text::head(self.lang, at, (step.act, step.edit.deed), who));
            let changes = &step.edit.changes;
            if changes.len() > ITEMS && !self.shown.values {
                self.sums(&mut out, changes);
            } else {
                for change in changes {
                    self.item(&mut out, change);
                }
            }
        }
        out
    }

    /// How many items of each kind were added, changed and removed.
    fn sums(&self, out: &mut String, changes: &[Change]) {
        let mut sums: BTreeMap<(Kind, Became), usize> = BTreeMap::new();
        for change in changes {
            *sums.entry((change.kind(), became(change))).or_default() += 1;
        }
        for ((kind, became), n) in sums {
            table::wrapped(out, 2, &text::sum(self.lang, kind, became, n));
        }
    }

    fn item(&self, out: &mut String, change: &Change) {
        let (fields, became) = (change.fields(), became(change));
        let mut names: Vec<String> = Vec::new();
        // Of an item that is new or gone, which fields it has says nothing.
        for field in fields.iter().filter(|_| became == Became::Changed) {
            let name = outside::field(self.lang, change.kind(), &field.name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        table::wrapped(out, 2, &text::item(self.lang, (change.kind(), &which(change)), became, &names));
        if self.shown.values {
            for field in &fields {
                self.value(out, change.kind(), field);
            }
        }
    }

    fn value(&self, out: &mut String, kind: Kind, field: &FieldChange) {
        let side = |side: &Option<Value>| {
            side.as_ref().map(|value| self.themes(kind, &field.name, value).unwrap_or_else(|| said(value)))
        };
        let sides = self.shown.has_value(field).then(|| [side(&field.before), side(&field.after)]);
        let name = outside::field(self.lang, kind, &field.name);
        table::wrapped(out, 4, &text::value(self.lang, &name, sides.as_ref()));
    }

    /// Themes by their names.
    fn themes(&self, kind: Kind, field: &str, value: &Value) -> Option<String> {
        let themes: Vec<Theme> = match (kind, field) {
            (Kind::Learning, "theme") => vec![serde_json::from_value(value.clone()).ok()?],
            (Kind::Learning, "other_themes") => serde_json::from_value(value.clone()).ok()?,
            _ => return None,
        };
        Some(themes.iter().map(|theme| learnings::theme(self.lang, &self.themes, theme)).collect::<Vec<_>>().join(", "))
    }
}

fn became(change: &Change) -> Became {
    match (change.adds(), change.removes()) {
        (true, _) => Became::Added,
        (false, false) => Became::Changed,
        (false, true) => Became::Removed,
    }
}

/// Which of its kind an item is: a student's code, a cycle's number, or a short code.
fn which(change: &Change) -> String {
    let short = || change.place().1.map(|id| Id::<()>::new(id).short(CODE));
    code(change).or_else(|| number(change).map(|number| number.to_string())).or_else(short).unwrap_or_default()
}

/// A value on one line.
fn said(value: &Value) -> String {
    let text = match harmless(value.clone()) {
        Value::String(text) => text,
        other => other.to_string(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
