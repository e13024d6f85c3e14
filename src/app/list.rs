//! A list of items: what is shown, what is selected, what is searched for.
//!
//! Owns selection by id, so that sorting, filtering and undo cannot move a person to another student. Never knows what
//! an item looks like; the height of a page is learned after a drawing.

use super::{
    command::Command,
    form::{TextField, TextOp},
};

/// One item of a list: its key and where it stands in what the list was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<K> {
    /// The item's key.
    pub key: K,
    /// Its place in the source.
    pub index: usize,
}

/// What the last drawing showed of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row on the screen.
    pub top: usize,
    /// How many rows fit.
    pub height: usize,
}

/// A list with selection, filter and scroll.
#[derive(Debug, Clone)]
pub struct ListState<K> {
    entries: Vec<Entry<K>>,
    at: usize,
    window: Window,
    /// What is searched for.
    pub filter: TextField,
    /// Whether the person is typing the filter.
    pub typing: bool,
    /// Whether what was searched for before stands in the line, to be replaced by what is typed.
    is_old: bool,
}

impl<K> Default for ListState<K> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            at: 0,
            window: Window::default(),
            filter: TextField::new(""),
            typing: false,
            is_old: false,
        }
    }
}

impl<K: Copy + Eq> ListState<K> {
    /// Takes new entries and stays on the selected item; where it is gone, on the row where it stood.
    pub fn settle(&mut self, entries: Vec<Entry<K>>) {
        let selected = self.selected();
        self.entries = entries;
        let again = selected.and_then(|key| self.entries.iter().position(|entry| entry.key == key));
        self.at = again.unwrap_or(self.at).min(self.entries.len().saturating_sub(1));
    }

    /// What is shown, in order.
    pub fn entries(&self) -> &[Entry<K>] {
        &self.entries
    }

    /// The key of the selected item.
    pub fn selected(&self) -> Option<K> {
        self.entries.get(self.at).map(|entry| entry.key)
    }

    /// The row of the selected item.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Selects an item, if it is shown.
    pub fn select(&mut self, key: K) {
        if let Some(at) = self.entries.iter().position(|entry| entry.key == key) {
            self.at = at;
        }
    }

    /// The first row to show on a page of `height` rows: scrolls no further than the selection needs.
    pub fn top(&self, height: usize) -> usize {
        let last = self.entries.len().saturating_sub(height.max(1));
        let lowest = (self.at + 1).saturating_sub(height.max(1));
        self.window.top.clamp(lowest, self.at.max(lowest)).min(last)
    }

    /// Learns what the last drawing showed.
    pub fn seen(&mut self, window: Window) {
        self.window = window;
    }

    /// Moves the selection; says whether the command was one of movement.
    pub fn travel(&mut self, command: Command) -> bool {
        let page = self.window.height.saturating_sub(1).max(1);
        let last = self.entries.len().saturating_sub(1);
        self.at = match command {
            Command::Up => self.at.saturating_sub(1),
            Command::Down => (self.at + 1).min(last),
            Command::PageUp => self.at.saturating_sub(page),
            Command::PageDown => (self.at + page).min(last),
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        };
        true
    }

    /// Begins to type what is searched for. The last search stays until the first letter replaces it.
    pub fn search(&mut self) {
        self.typing = true;
        self.is_old = self.is_filtered();
    }

    /// Goes from the line into the list; what was typed goes on hiding the rest.
    pub fn keep_search(&mut self) {
        (self.typing, self.is_old) = (false, false);
    }

    /// Leaves the search and shows everything again; says whether there was anything to leave.
    pub fn show_all(&mut self) -> bool {
        let was_there = self.typing || !self.filter.text().is_empty();
        self.keep_search();
        self.filter.set("");
        was_there
    }

    /// Takes what is typed into the line.
    pub fn write(&mut self, op: TextOp<'_>) {
        let is_move = matches!(
            op,
            TextOp::Left | TextOp::Right | TextOp::WordLeft | TextOp::WordRight | TextOp::Home | TextOp::End
        );
        if std::mem::take(&mut self.is_old) && !is_move {
            self.filter.set("");
        }
        self.filter.apply(op);
    }

    /// Whether what stands in the line is the last search, which the next letter replaces.
    pub fn is_old(&self) -> bool {
        self.is_old
    }

    /// Whether a filter hides items.
    pub fn is_filtered(&self) -> bool {
        !self.filter.is_blank()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(keys: &[u32]) -> ListState<u32> {
        let mut list = ListState::default();
        list.settle(entries(keys));
        list
    }

    fn entries(keys: &[u32]) -> Vec<Entry<u32>> {
        keys.iter().enumerate().map(|(index, key)| Entry { key: *key, index }).collect()
    }

    #[test]
    fn sorting_does_not_move_the_person_to_another_student() {
        let mut students = list(&[1, 2, 3]);
        students.select(2);
        students.settle(entries(&[3, 1, 2]));
        assert_eq!((students.selected(), students.at()), (Some(2), 2));
    }

    #[test]
    fn a_removed_item_leaves_the_selection_in_its_place() {
        let mut students = list(&[1, 2, 3]);
        students.select(3);
        students.settle(entries(&[1, 2]));
        assert_eq!(students.selected(), Some(2));
        students.settle(Vec::new());
        assert_eq!(students.selected(), None);
    }

    #[test]
    fn a_new_search_replaces_the_last_one_and_a_cursor_key_goes_on_with_it() {
        let typed = |ops: &[TextOp<'_>]| {
            let mut students = list(&[1, 2, 3]);
            students.search();
            students.write(TextOp::Paste("6b"));
            students.keep_search();
            students.search();
            assert!(students.is_old() && students.is_filtered(), "the old search holds until something is typed");
            for op in ops {
                students.write(*op);
            }
            students.filter.text().to_owned()
        };
        assert_eq!(typed(&[TextOp::Insert('7'), TextOp::Insert('a')]), "7a");
        assert_eq!(typed(&[TextOp::Backspace]), "");
        assert_eq!(typed(&[TextOp::End, TextOp::Insert('x')]), "6bx");
        let mut students = list(&[1]);
        students.search();
        assert!(students.show_all() && !students.show_all() && !students.typing);
    }

    #[test]
    fn the_selection_is_always_on_the_page() {
        let mut students = list(&(0..50).collect::<Vec<_>>());
        for command in [Command::Last, Command::PageUp, Command::Up, Command::First, Command::PageDown, Command::Down] {
            students.travel(command);
            let top = students.top(10);
            students.seen(Window { top, height: 10 });
            assert!((top..top + 10).contains(&students.at()), "{command:?}: {top} {}", students.at());
        }
    }
}
