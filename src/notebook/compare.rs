//! What turns one notebook into another, item by item.
//!
//! Owns the comparison and the order of its changes. Never judges which of the two is right.

use std::cmp::Reverse;

use super::{
    Notebook,
    edit::{Change, Editable, Swap},
    items::{Item, Items},
};

/// Why two notebooks cannot be compared item by item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlike {
    /// They are not copies of one notebook: another id.
    OtherNotebook,
    /// They are written in different formats or versions of it.
    OtherFormat,
}

/// The changes that turn `before` into `after`; none where they are equal. Each item is in one change at most.
///
/// Applied in their order, no item ever points at one that is not there, if none does in either notebook: first what is
/// added or changed, in the order of [`Kind`](super::problem::Kind), cycles that end before those that open; then what
/// goes away, in the opposite order. As one edit they are always accepted under a deed that
/// [brings a state](super::edit::Deed::brings_a_state); under another one the rules of a team's work may refuse them.
///
/// Takes one walk along both shelves of each kind, and sorts what differs.
pub fn changes(before: &Notebook, after: &Notebook) -> Result<Vec<Change>, Unlike> {
    if before.id != after.id {
        return Err(Unlike::OtherNotebook);
    }
    if (&before.format, before.version) != (&after.format, after.version) {
        return Err(Unlike::OtherFormat);
    }
    let mut changes = Vec::new();
    if before.school != after.school {
        changes.push(Change::replace(before.school.clone(), after.school.clone()));
    }
    if (&before.notice, &before.extra) != (&after.notice, &after.extra) {
        changes.push(Change::replace(before.margin(), after.margin()));
    }
    changes.extend(differences(&before.members, &after.members));
    changes.extend(differences(&before.students, &after.students));
    changes.extend(differences(&before.contacts, &after.contacts));
    changes.extend(differences(&before.cycles, &after.cycles));
    changes.extend(differences(&before.actions, &after.actions));
    changes.extend(differences(&before.learnings, &after.learnings));
    changes.extend(differences(&before.meetings, &after.meetings));
    Ok(in_order(changes))
}

fn differences<T: Item + Editable>(before: &Items<T>, after: &Items<T>) -> Vec<Change> {
    let gone = before.iter().filter(|old| !after.contains(old.id())).map(|old| Change::remove(old.clone()));
    let put = after.iter().filter_map(|new| {
        let old = before.get(new.id());
        let swap = || Swap { before: old.map(|old| Box::new(old.clone())), after: Some(Box::new(new.clone())) };
        (old != Some(new)).then(|| T::change(swap()))
    });
    put.chain(gone).collect()
}

impl Change {
    /// The fields of the file in which the item differs before and after, by their names in the format.
    pub fn differences(&self) -> Vec<String> {
        let fields = |of: &str| {
            let change = serde_json::to_value(self).unwrap_or_default();
            let swap = change.as_object().and_then(|kinds| kinds.values().next());
            swap.and_then(|swap| swap.get(of)?.as_object().cloned()).unwrap_or_default()
        };
        let (before, after) = (fields("before"), fields("after"));
        let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
        names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
    }
}

/// Changes of different items in an order in which one can be made after another.
pub(super) fn in_order(changes: Vec<Change>) -> Vec<Change> {
    let (mut gone, mut put): (Vec<_>, Vec<_>) = changes.into_iter().partition(Change::removes);
    put.sort_by_key(|change| {
        let (kind, which) = change.place();
        (kind, opens_cycle(change), which)
    });
    gone.sort_by_key(|change| Reverse(change.place()));
    put.extend(gone);
    put
}

/// Two cycles are never open at once: the old one ends first.
fn opens_cycle(change: &Change) -> bool {
    matches!(change, Change::Cycle(Swap { after: Some(cycle), .. }) if cycle.is_open())
}
