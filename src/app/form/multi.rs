//! Many of many, with a filter: students, people of the team. Knows keys and folded search texts; names belong to the
//! view, and a chosen key that is no longer offered is kept.

use super::{Outcome, TextField, TextOp};
use crate::rules::spelling::{contains_folded, fold};

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MultiOption<K> {
    /// What it stands for.
    pub key: K,
    /// What the filter searches in, already folded (no accents, no capitals).
    pub folded: String,
}

/// A field that holds any number of keys, in the order in which they were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MultiField<K> {
    options: Vec<MultiOption<K>>,
    chosen: Vec<K>,
    filter: TextField,
    /// Numbers of the options that the filter lets through.
    matches: Vec<usize>,
    /// Place in `matches`.
    cursor: usize,
}

impl<K: Copy + Eq> MultiField<K> {
    /// Makes a field over `options` with some keys already chosen.
    #[must_use]
    pub fn new(options: Vec<MultiOption<K>>, chosen: Vec<K>) -> Self {
        let matches = (0..options.len()).collect();
        Self { options, chosen, filter: TextField::new(""), matches, cursor: 0 }
    }

    /// The chosen keys in the order of choosing.
    #[must_use]
    pub fn chosen(&self) -> &[K] {
        &self.chosen
    }

    /// Chooses what was chosen once; keys that are no option any more are left out.
    pub fn put(&mut self, keys: &[K]) {
        let is_option = |key: &K| self.options.iter().any(|option| option.key == *key);
        self.chosen = keys.iter().copied().filter(is_option).collect();
    }

    /// Says whether a key is chosen.
    #[must_use]
    pub fn is_chosen(&self, key: K) -> bool {
        self.chosen.contains(&key)
    }

    /// Says whether the same keys are chosen as in `others`, in any order.
    #[must_use]
    pub fn has_exactly(&self, others: &[K]) -> bool {
        self.chosen.len() == others.len() && others.iter().all(|key| self.chosen.contains(key))
    }

    /// What is typed in the filter.
    #[must_use]
    pub fn filter(&self) -> &TextField {
        &self.filter
    }

    /// How many options there are, and how many pass the filter.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.options.len(), self.matches.len())
    }

    /// The place of the cursor in the filtered list, from 0.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The keys of the filtered list from place `first` on, so that a view reads only the rows that it shows.
    pub fn listed(&self, first: usize) -> impl Iterator<Item = K> {
        self.matches.iter().skip(first).filter_map(|index| self.options.get(*index)).map(|option| option.key)
    }

    /// Does one operation: a blank chooses or releases the option under the cursor, rows and pages move the cursor,
    /// everything else edits the filter. `page` is the number of listed rows.
    pub fn apply(&mut self, op: TextOp<'_>, page: usize) -> Outcome {
        let last = self.matches.len().saturating_sub(1);
        match op {
            TextOp::Insert(' ') => self.toggle(),
            TextOp::Up => self.go(self.cursor.saturating_sub(1)),
            TextOp::Down => self.go(last.min(self.cursor + 1)),
            TextOp::PageUp => self.go(self.cursor.saturating_sub(page.max(1))),
            TextOp::PageDown => self.go(last.min(self.cursor + page.max(1))),
            _ => self.edit_filter(op),
        }
    }

    fn go(&mut self, place: usize) -> Outcome {
        let moved = place != self.cursor;
        self.cursor = place;
        Outcome::moved_if(moved)
    }

    fn toggle(&mut self) -> Outcome {
        let Some(key) = self.listed(self.cursor).next() else { return Outcome::Ignored };
        match self.chosen.iter().position(|chosen| *chosen == key) {
            Some(place) => {
                self.chosen.remove(place);
            }
            None => self.chosen.push(key),
        }
        Outcome::Changed
    }

    fn edit_filter(&mut self, op: TextOp<'_>) -> Outcome {
        let before = self.filter.text().to_owned();
        let outcome = self.filter.apply(op);
        if self.filter.text() != before {
            self.refilter();
        }
        // Searching is no change of the value.
        if outcome == Outcome::Changed { Outcome::Moved } else { outcome }
    }

    /// Lists the options that contain every word of the filter, keeping the cursor on its option if that is listed.
    fn refilter(&mut self) {
        let held = self.matches.get(self.cursor).copied();
        let folded = fold(self.filter.text());
        let listed = self.options.iter().enumerate().filter(|(_, option)| contains_folded(&option.folded, &folded));
        self.matches = listed.map(|(index, _)| index).collect();
        self.cursor = held.and_then(|index| self.matches.binary_search(&index).ok()).unwrap_or(0);
    }
}
