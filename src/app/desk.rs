//! The notebook on the table: what it is now, what was done and can be undone.
//!
//! Owns undo and redo. Never changes a notebook but through an edit, and never touches a disk.

use std::sync::Arc;

use super::effect::Keep;
use crate::{
    notebook::{
        Notebook,
        edit::{Deed, Edit},
        problem::Problem,
    },
    store::{ReadOnly, Stacks, journal::Act},
};

/// Whether and how the notebook can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// Everything is safe.
    Saved,
    /// The disk has not answered yet.
    Pending,
    /// The disk refused a change; nothing is lost while the program runs.
    Failed,
    /// Everything is safe in the journal, and the file could not follow.
    Behind {
        /// Somebody else wrote it.
        outside: bool,
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
    notebook: Arc<Notebook>,
    history: Stacks,
    /// The number of the last change since the notebook was opened.
    number: u64,
    /// Whether the file could not follow the journal, and then whether somebody else wrote it.
    behind: Option<bool>,
    /// Whether a change was refused for good: what the screen shows is not what is kept.
    is_out_of_step: bool,
    /// Whether it is on disk.
    pub keeping: Keeping,
}

impl Desk {
    /// Lays a notebook on the table.
    pub fn new(notebook: Arc<Notebook>, history: Stacks, read_only: Option<ReadOnly>) -> Self {
        let keeping = read_only.map_or(Keeping::Saved, Keeping::ReadOnly);
        Self { notebook, history, number: 0, behind: None, is_out_of_step: false, keeping }
    }

    /// The notebook as it is now.
    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// The notebook as it is now, to be looked at elsewhere.
    pub fn shared(&self) -> Arc<Notebook> {
        Arc::clone(&self.notebook)
    }

    /// Makes a change; what was undone before can no longer be redone.
    pub fn commit(&mut self, edit: Edit) -> Result<Keep, Vec<Problem>> {
        Arc::make_mut(&mut self.notebook).apply(&edit)?;
        self.history.done.push(edit.clone());
        self.history.undone.clear();
        Ok(self.keep(Act::Do, edit))
    }

    /// Takes back the last change, or makes the last undone one again; `None` where there is none.
    pub fn turn(&mut self, way: Way) -> Option<Result<Keep, Vec<Problem>>> {
        let Stacks { done, undone } = &mut self.history;
        let (from, to, act) = match way {
            Way::Back => (done, undone, Act::Undo),
            Way::Again => (undone, done, Act::Redo),
        };
        let edit = from.pop()?;
        let turned = match way {
            Way::Back => edit.clone().inverse(),
            Way::Again => edit.clone(),
        };
        if let Err(problems) = Arc::make_mut(&mut self.notebook).apply(&turned) {
            // A change that cannot be turned stays where it was.
            from.push(edit);
            return Some(Err(problems));
        }
        to.push(edit);
        Some(Ok(self.keep(act, turned)))
    }

    fn keep(&mut self, act: Act, edit: Edit) -> Keep {
        self.number += 1;
        self.keeping = Keeping::Pending;
        Keep { number: self.number, act, edit }
    }

    /// The disk has answered about the change of this number: it is safe, or not yet.
    pub fn kept(&mut self, number: u64, is_safe: bool) {
        if !is_safe {
            self.keeping = Keeping::Failed;
        } else if number == self.number && !self.is_out_of_step {
            self.keeping = self.rest();
        }
    }

    /// A change was refused for good: nothing that follows makes it safe.
    pub fn refused(&mut self) {
        self.is_out_of_step = true;
        self.keeping = Keeping::Failed;
    }

    /// The file says everything that is kept.
    pub fn filed(&mut self) {
        self.behind = None;
        if !self.is_out_of_step && matches!(self.keeping, Keeping::Failed | Keeping::Behind { .. }) {
            self.keeping = Keeping::Saved;
        }
    }

    /// The file could not follow; says whether that is news, or else was said before. That a change is not safe was said
    /// already, and is the worse of the two.
    pub fn not_filed(&mut self, outside: bool) -> bool {
        let is_news = self.behind.replace(outside) != Some(outside) && self.keeping != Keeping::Failed;
        if matches!(self.keeping, Keeping::Saved | Keeping::Behind { .. }) {
            self.keeping = self.rest();
        }
        is_news
    }

    /// How the notebook stands when all changes are safe.
    fn rest(&self) -> Keeping {
        self.behind.map_or(Keeping::Saved, |outside| Keeping::Behind { outside })
    }

    /// The number of the last change since the notebook was opened.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// What undo would take back.
    pub fn last_done(&self) -> Option<Deed> {
        self.history.done.last().map(|edit| edit.deed)
    }

    /// What redo would make again.
    pub fn last_undone(&self) -> Option<Deed> {
        self.history.undone.last().map(|edit| edit.deed)
    }

    /// Whether the file may be written.
    pub fn is_writable(&self) -> bool {
        !matches!(self.keeping, Keeping::ReadOnly(_))
    }
}
