//! A person who keeps a notebook, for tests of the store: everything in it is invented.

#![allow(dead_code, reason = "every test file uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use tep_notebook::{
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    store::{Author, Keeper, Leave, Opening, Outside, Ready, Shelf},
};

/// The person at the keyboard.
pub fn author() -> Author {
    Author { user: SafeText::line("asesora"), host: SafeText::line("equipo") }
}

/// The moment at which tests begin.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_600_000_000, 0).unwrap()
}

/// Some minutes later.
pub fn after(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

/// A change: how many students the team can follow.
pub fn capacity(notebook: &Notebook, students: u32) -> Edit {
    let mut school = notebook.school.clone();
    school.capacity = Some(students.try_into().unwrap());
    Edit::one(Deed::ChangeAction, Change::replace(notebook.school.clone(), school))
}

/// Opens a notebook with leave for nothing.
pub fn ready(shelf: &Shelf, path: &str) -> Ready {
    ready_with(shelf, path, Leave::Ask)
}

/// Opens a notebook where no question stands in the way.
pub fn ready_with(shelf: &Shelf, path: &str, leave: Leave) -> Ready {
    match shelf.open(Path::new(path), &author(), leave, now()).unwrap() {
        Opening::Ready(ready) => *ready,
        Opening::Outside(outside) => panic!("changed outside: {} changes", outside.changes.len()),
    }
}

/// Opens a notebook whose file was changed outside.
pub fn outside(shelf: &Shelf, path: &str) -> Outside {
    match shelf.open(Path::new(path), &author(), Leave::Ask, now()).unwrap() {
        Opening::Ready(_) => panic!("nobody asked"),
        Opening::Outside(outside) => *outside,
    }
}

/// Opens a notebook to write it.
pub fn keeper(shelf: &Shelf, path: &str) -> Keeper {
    ready(shelf, path).keeper.unwrap()
}
