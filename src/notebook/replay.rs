//! Putting recorded edits onto a notebook that may hold some of them already.
//!
//! Owns the tolerant way of applying. Never asks the rules, which were asked when the edit was made; never refuses whole;
//! never touches an item that somebody else changed.

use std::collections::BTreeMap;

use super::{
    Notebook, compare,
    edit::{Change, Edit, Place, Stand},
};

/// What came of putting recorded changes onto a notebook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Replay {
    /// How many items were changed.
    pub changed: usize,
    /// How many were as after the change already.
    pub known: usize,
    /// The changes whose item is neither as before nor as after: it was left as it is.
    pub clashes: Vec<Change>,
}

impl Notebook {
    /// Puts a recorded edit onto the notebook, as far as it is not there yet.
    pub fn replay(&mut self, edit: &Edit) -> Replay {
        self.replay_changes(&edit.changes)
    }

    /// As [`Self::replay`], of changes.
    pub fn replay_changes(&mut self, changes: &[Change]) -> Replay {
        let mut replay = Replay::default();
        for change in changes {
            if self.holds(change) {
                replay.known += 1;
            } else if self.stand(change) == Stand::Before {
                self.set(change);
                replay.changed += 1;
            } else {
                replay.clashes.push(change.clone());
            }
        }
        replay
    }

    /// Puts a run of recorded edits onto a notebook that may stand anywhere in it, each item at a place of its own.
    ///
    /// An item that is as it once was in the run is picked up there and goes along to the end, so that only an item that
    /// does not end as the run ends has clashed. A clash is given back as one change of that item: of the whole run, or
    /// the last one where the run leaves the item as it began.
    pub fn replay_run(&mut self, edits: &[Edit]) -> Replay {
        let mut replay = Replay::default();
        let mut last: BTreeMap<Place, &Change> = BTreeMap::new();
        for edit in edits {
            let one = self.replay(edit);
            replay.changed += one.changed;
            replay.known += one.known;
            last.extend(edit.changes.iter().map(|change| (change.place(), change)));
        }
        last.retain(|_, change| !self.holds(change));
        let clashing = edits.iter().flat_map(|edit| &edit.changes).filter(|change| last.contains_key(&change.place()));
        let whole = by_item(clashing.cloned()).into_iter().map(|(place, change)| match last.get(&place) {
            Some(last) if change.is_idle() => (*last).clone(),
            _ => change,
        });
        replay.clashes = compare::in_order(whole.collect());
        replay
    }

    /// Whether the item is as after a change of it.
    fn holds(&self, change: &Change) -> bool {
        match self.stand(change) {
            Stand::After => true,
            Stand::Before => change.is_idle(),
            Stand::Elsewhere => false,
        }
    }
}

/// A run of edits as one change per item, from the first before to the last after; items that end as they began are
/// left out. For a notebook whose items are each as at the start or as at the end of the run.
pub fn collapse(edits: impl IntoIterator<Item = Edit>) -> Vec<Change> {
    let whole = by_item(edits.into_iter().flat_map(|edit| edit.changes));
    compare::in_order(whole.into_values().filter(|change| !change.is_idle()).collect())
}

fn by_item(changes: impl Iterator<Item = Change>) -> BTreeMap<Place, Change> {
    let mut whole: BTreeMap<Place, Change> = BTreeMap::new();
    for change in changes {
        let place = change.place();
        let joined = match whole.remove(&place) {
            Some(first) => first.then(change),
            None => change,
        };
        whole.insert(place, joined);
    }
    whole
}
