//! Putting students whom other schools hand over into the notebooks of a shelf, each as one undoable change.
//!
//! Never decides between two notebooks.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::{
    app::{
        Now,
        import::received::{NotReceived, Received},
        notice::Failure,
    },
    notebook::{Notebook, edit::Edit, handover::HandOver},
    rules::identity::Rbd,
    store::{Author, FindError, Shelf},
};

/// Takes students in; each notebook is read once.
#[derive(Debug)]
pub struct Receiver<'s> {
    shelf: &'s Shelf,
    /// The one notebook that everybody goes to, where a person named it.
    into: Option<PathBuf>,
    notebooks: BTreeMap<PathBuf, Notebook>,
}

impl<'s> Receiver<'s> {
    /// Takes in on a shelf; into the notebook of each file's school, or into the one that a person named.
    pub const fn on(shelf: &'s Shelf, into: Option<PathBuf>) -> Self {
        Self { shelf, into, notebooks: BTreeMap::new() }
    }

    /// What a file would do. Writes nothing, and does not mind who has the notebook open; the next file is seen as if this
    /// one had been taken in.
    pub fn rehearse(&mut self, file: &HandOver, now: Now) -> Result<Received, NotReceived> {
        self.take(file, now, |_, _| Ok(false))
    }

    /// Puts a student into the notebook of the school that receives them.
    pub fn receive(&mut self, file: &HandOver, author: &Author, now: Now) -> Result<Received, NotReceived> {
        let books = self.shelf;
        self.take(file, now, |path, edit| {
            Ok(books.keep(path, edit.clone(), author, now.at).map_err(Failure::Save)?.behind)
        })
    }

    fn take(
        &mut self,
        file: &HandOver,
        now: Now,
        keep: impl FnOnce(&Path, &Edit) -> Result<bool, Failure>,
    ) -> Result<Received, NotReceived> {
        let path = match &self.into {
            Some(path) => path.clone(),
            None => self.route(file)?,
        };
        let code = file.student.code();
        let notebook = self.notebook(&path)?;
        let school = notebook.school.rbd;
        let edit = notebook.receive(file, now.today).map_err(|why| NotReceived::Refused(why, code.clone()))?;
        let Some(edit) = edit else { return Ok(Received { school, code, is_new: false, behind: false }) };
        let behind = keep(&path, &edit).map_err(NotReceived::Failed)?;
        // What does not go on from what was read is read anew.
        if self.notebooks.get_mut(&path).is_some_and(|notebook| notebook.apply(&edit).is_err()) {
            self.notebooks.remove(&path);
        }
        Ok(Received { school, code, is_new: true, behind })
    }

    fn notebook(&mut self, path: &Path) -> Result<&Notebook, NotReceived> {
        if !self.notebooks.contains_key(path) {
            let viewed = self.shelf.view(path).map_err(|error| NotReceived::Failed(Failure::Open(error)))?;
            self.notebooks.insert(path.to_owned(), viewed.notebook);
        }
        self.notebooks.get(path).ok_or(NotReceived::NoSchool)
    }

    /// The notebook of the school that the file names, or the only one here.
    fn route(&self, file: &HandOver) -> Result<PathBuf, NotReceived> {
        let failed = |failure| NotReceived::Failed(Failure::Disk(failure));
        let Some(to) = file.transfer.to else {
            return match self.shelf.paths().map_err(failed)?.as_slice() {
                [path] => Ok(path.clone()),
                _ => Err(NotReceived::NoSchool),
            };
        };
        self.shelf.find(&to.number().to_string()).map(|entry| entry.path).map_err(|error| not_found(to, error))
    }
}

fn not_found(to: Rbd, error: FindError) -> NotReceived {
    match error {
        FindError::NotFound => NotReceived::NoNotebook(to),
        FindError::Ambiguous(_) => NotReceived::TwoNotebooks(to),
        FindError::Failed(failure) => NotReceived::Failed(Failure::Disk(failure)),
    }
}

#[cfg(test)]
mod tests;
