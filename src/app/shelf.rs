//! The shelf: the list of a person's notebooks.

use std::{cmp::Reverse, path::PathBuf};

use chrono::NaiveDate;

use super::{
    list::{Entry, ListState},
    notice::Failure,
    orders::Order,
};
use crate::{insight::shelf_row::ShelfRow, rules::spelling};

/// One file of the shelf.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The file.
    pub path: PathBuf,
    /// What it says, or why it cannot be read.
    pub row: Result<ShelfRow, Failure>,
}

/// The state of the shelf.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The folder.
    pub dir: PathBuf,
    /// One line a file, as read.
    pub lines: Vec<Line>,
    /// What is shown; keys are places in `lines`.
    pub list: ListState<usize>,
    /// How the list is ordered.
    pub order: Order,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { dir: PathBuf::new(), lines: Vec::new(), list: ListState::default(), order: Order::Meeting }
    }
}

impl Shelf {
    /// Takes what was read; stays on the school where the person was.
    pub fn take(&mut self, dir: PathBuf, lines: Vec<Line>, today: NaiveDate) {
        let selected = self.selected().map(|line| line.path.clone());
        (self.dir, self.lines) = (dir, lines);
        self.arrange(today);
        if let Some(at) = selected.and_then(|path| self.lines.iter().position(|line| line.path == path)) {
            self.list.select(at);
        }
    }

    /// Applies filter and order.
    pub fn arrange(&mut self, today: NaiveDate) {
        let query = spelling::fold(self.list.filter.text());
        let mut shown: Vec<usize> = (0..self.lines.len()).filter(|at| self.matches(*at, &query)).collect();
        shown.sort_by_cached_key(|at| self.key(*at, today));
        self.list.settle(shown.into_iter().map(|at| Entry { key: at, index: at }).collect());
    }

    /// The selected file.
    pub fn selected(&self) -> Option<&Line> {
        self.list.selected().and_then(|at| self.lines.get(at))
    }

    /// Schools, students: what the title counts.
    pub fn totals(&self) -> (usize, usize) {
        let students = self.lines.iter().filter_map(|line| line.row.as_ref().ok()).map(|row| row.students).sum();
        (self.lines.iter().filter(|line| line.row.is_ok()).count(), students)
    }

    /// Whether somebody invented is on the shelf.
    pub fn has_invented(&self) -> bool {
        self.lines.iter().any(|line| line.row.as_ref().is_ok_and(|row| row.invented))
    }

    fn matches(&self, at: usize, folded: &str) -> bool {
        let Some(line) = self.lines.get(at) else { return false };
        let text = match &line.row {
            Ok(row) => format!("{} {}", row.name.as_str(), row.rbd),
            Err(_) => line.path.display().to_string(),
        };
        spelling::contains_folded(&spelling::fold(&text), folded)
    }

    /// Damaged files first (they need a person), then by the order that was chosen.
    fn key(
        &self,
        at: usize,
        today: NaiveDate,
    ) -> (bool, bool, Reverse<usize>, Option<NaiveDate>, Option<spelling::OrderKey>, u32) {
        let nothing = (false, false, Reverse(0), None, None, 0);
        let Some(Ok(row)) = self.lines.get(at).map(|line| line.row.as_ref()) else { return nothing };
        let name = || Some(spelling::order_key(row.name.as_str()));
        let rbd = row.rbd.number();
        match self.order {
            Order::SchoolName => (true, false, Reverse(0), None, name(), rbd),
            Order::Rbd => (true, false, Reverse(0), None, None, rbd),
            _ => (true, !row.needs_meeting(today), Reverse(row.overdue), row.last_meeting, name(), rbd),
        }
    }
}
