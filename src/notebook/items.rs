//! A shelf of items of one kind, always sorted by id: the order of the lines in the file.
//!
//! Owns lookup and replacement. Never orders for people: that is a field of the item or a question to `insight`.

use std::fmt::Debug;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::id::Id;

/// Something with an id that a notebook keeps a shelf of.
pub trait Item: Clone + PartialEq + Debug {
    /// The item's id.
    fn id(&self) -> Id<Self>;
}

/// Items sorted by id, each id once.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Items<T>(Vec<T>);

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Item> Items<T> {
    /// The item of this id.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.place(id).ok().and_then(|at| self.0.get(at))
    }

    /// Whether there is an item of this id.
    pub fn contains(&self, id: Id<T>) -> bool {
        self.place(id).is_ok()
    }

    /// All items, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts an item in its place and gives back the one that stood there.
    ///
    /// Found by binary search; what stands after a new item moves on by one, as one block of memory. The items of an
    /// import are the youngest and come by id, and are taken back from the last to the first: then nothing moves.
    pub(super) fn put(&mut self, item: T) -> Option<T> {
        match self.place(item.id()) {
            Ok(at) => self.0.get_mut(at).map(|old| std::mem::replace(old, item)),
            Err(at) => {
                self.0.insert(at, item);
                None
            }
        }
    }

    /// Takes an item away.
    pub(super) fn take(&mut self, id: Id<T>) -> Option<T> {
        self.place(id).ok().map(|at| self.0.remove(at))
    }

    fn place(&self, id: Id<T>) -> Result<usize, usize> {
        // New ids are the youngest: the end is the usual place.
        if self.0.last().is_none_or(|last| last.id() < id) {
            return Err(self.0.len());
        }
        self.0.binary_search_by_key(&id, Item::id)
    }
}

impl<T: Item> FromIterator<T> for Items<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut all: Vec<T> = items.into_iter().collect();
        all.sort_by_key(Item::id);
        all.dedup_by_key(|item| item.id());
        Self(all)
    }
}

impl<'a, T> IntoIterator for &'a Items<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'de, T: Item + Deserialize<'de>> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut all: Vec<T> = Vec::deserialize(deserializer)?;
        // A person may have moved lines about by hand; two lines with one id are a damage that nobody can resolve.
        if !all.is_sorted_by_key(Item::id) {
            all.sort_by_key(Item::id);
        }
        let twice = all.iter().zip(all.iter().skip(1)).find(|(a, b)| a.id() == b.id());
        if let Some((item, _)) = twice {
            return Err(serde::de::Error::custom(format!("the id {} stands on two lines", item.id())));
        }
        Ok(Self(all))
    }
}
