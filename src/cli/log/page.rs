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
    app::lang::Lang,
    notebook::{
        edit::{Change, FieldChange},
        id::Id,
        problem::Kind,
    },
    store::history::{Happened, Recorded},
    text::cli::log::{self as text, Became},
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
        let names = fields.iter().map(|field| field.name.as_str());
        // Of an item that is new or gone, which fields it has says nothing.
        let names: Vec<&str> = if became == Became::Changed { names.collect() } else { Vec::new() };
        table::wrapped(out, 2, &text::item(self.lang, (change.kind(), &which(change)), became, &names));
        if self.shown.values {
            for field in &fields {
                self.value(out, field);
            }
        }
    }

    fn value(&self, out: &mut String, field: &FieldChange) {
        let sides = self.shown.has_value(field).then(|| [&field.before, &field.after].map(|side| said(side.as_ref())));
        table::wrapped(out, 4, &text::value(self.lang, &field.name, sides.as_ref()));
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

/// A value on one line; none where nothing stands.
fn said(value: Option<&Value>) -> Option<String> {
    let text = match harmless(value?.clone()) {
        Value::String(text) => text,
        other => other.to_string(),
    };
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
