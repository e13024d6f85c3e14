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
    Failed,
    /// The file must not be written.
    ReadOnly(ReadOnly),
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

    /// Takes back the last change; `None` where there is none.
    pub fn undo(&mut self) -> Option<Result<Deed, Vec<Problem>>> {
        let edit = self.done.pop()?;
        Some(self.turn(edit.clone().inverse(), edit, |desk| &mut desk.done, |desk| &mut desk.undone))
    }

    /// Makes the last undone change again; `None` where there is none.
    pub fn redo(&mut self) -> Option<Result<Deed, Vec<Problem>>> {
        let edit = self.undone.pop()?;
        Some(self.turn(edit.clone(), edit, |desk| &mut desk.undone, |desk| &mut desk.done))
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

    fn turn(
        &mut self,
        change: Edit,
        edit: Edit,
        from: fn(&mut Self) -> &mut Vec<Edit>,
        to: fn(&mut Self) -> &mut Vec<Edit>,
    ) -> Result<Deed, Vec<Problem>> {
        let deed = edit.deed;
        match self.notebook.apply(&change) {
            Ok(()) => {
                to(self).push(edit);
                self.keeping = Keeping::Pending;
                Ok(deed)
            }
            Err(problems) => {
                from(self).push(edit);
                Err(problems)
            }
        }
    }
}
