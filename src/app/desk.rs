//! The notebook on the table: what it is now, what was done and can be undone.
//!
//! Owns undo and redo. Never changes a notebook but through an edit, and never touches a disk.

use crate::{
    notebook::{
        Notebook,
        edit::{Deed, Edit},
        problem::Problem,
    },
    store::ReadOnly,
};

/// Whether and how the notebook can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// Everything is on disk.
    Saved,
    /// Something is not on disk yet.
    Pending,
    /// The last attempt failed; nothing is lost while the program runs.
    Failed {
        /// The file is not ours to replace any more: it can only be saved beside it.
        beside: bool,
    },
    /// The file must not be written.
    ReadOnly(ReadOnly),
}

/// Which way history is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Undo.
    Back,
    /// Redo.
    Again,
}

/// An open notebook with its history.
#[derive(Debug)]
pub struct Desk {
    notebook: Notebook,
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// Whether it is on disk.
    pub keeping: Keeping,
}

impl Desk {
    /// Lays a notebook on the table.
    pub fn new(notebook: Notebook, read_only: Option<ReadOnly>) -> Self {
        let keeping = read_only.map_or(Keeping::Saved, Keeping::ReadOnly);
        Self { notebook, done: Vec::new(), undone: Vec::new(), keeping }
    }

    /// The notebook as it is now.
    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Makes a change; what was undone before can no longer be redone.
    pub fn commit(&mut self, edit: Edit) -> Result<Deed, Vec<Problem>> {
        self.notebook.apply(&edit)?;
        let deed = edit.deed;
        self.done.push(edit);
        self.undone.clear();
        self.keeping = Keeping::Pending;
        Ok(deed)
    }

    /// Takes back the last change, or makes the last undone one again; `None` where there is none.
    pub fn turn(&mut self, way: Way) -> Option<Result<Deed, Vec<Problem>>> {
        let edit = match way {
            Way::Back => self.done.pop(),
            Way::Again => self.undone.pop(),
        }?;
        let deed = edit.deed;
        let result = match way {
            Way::Back => self.notebook.apply(&edit.clone().inverse()),
            Way::Again => self.notebook.apply(&edit),
        };
        // A change that cannot be turned stays where it was.
        match (way, result.is_ok()) {
            (Way::Back, true) | (Way::Again, false) => self.undone.push(edit),
            (Way::Back, false) | (Way::Again, true) => self.done.push(edit),
        }
        if result.is_ok() {
            self.keeping = Keeping::Pending;
        }
        Some(result.map(|()| deed))
    }

    /// What undo would take back.
    pub fn last_done(&self) -> Option<Deed> {
        self.done.last().map(|edit| edit.deed)
    }

    /// What redo would make again.
    pub fn last_undone(&self) -> Option<Deed> {
        self.undone.last().map(|edit| edit.deed)
    }

    /// Whether the file may be written.
    pub fn is_writable(&self) -> bool {
        !matches!(self.keeping, Keeping::ReadOnly(_))
    }
}
