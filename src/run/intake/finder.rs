//! Which notebook belongs to a school, and why some cannot be used.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::{
    app::{
        import::planned::{Ground, Out},
        notice::Failure,
    },
    exchange::Standing,
    notebook::Notebook,
    rules::identity::Rbd,
    store::{Entry, OpenError, SaveError, Shelf, Viewed, names},
};

/// Looks notebooks up and remembers what it found. Writes nothing.
#[derive(Debug)]
pub struct Finder<'s> {
    among: Among<'s>,
    paths: BTreeMap<Rbd, PathBuf>,
    why: BTreeMap<Rbd, Out>,
    /// What stands against changing those that are closed.
    failures: BTreeMap<Rbd, Failure>,
}

#[derive(Debug)]
enum Among<'s> {
    /// Only this one.
    One(Arc<Notebook>),
    /// Those of a folder.
    Shelf(&'s Shelf, Vec<Entry>),
}

impl<'s> Finder<'s> {
    /// Looks where a file goes to.
    pub fn of(ground: &Ground, shelf: &'s Shelf) -> Self {
        match ground {
            Ground::Open(notebook) => Self::looking(Among::One(Arc::clone(notebook))),
            // A folder that cannot be read has no notebook that could be changed.
            Ground::Shelf => Self::among(shelf, shelf.notebooks().unwrap_or_default()),
        }
    }

    /// Looks among these files of a folder, and nowhere else.
    pub fn among(shelf: &'s Shelf, entries: Vec<Entry>) -> Self {
        Self::looking(Among::Shelf(shelf, entries))
    }

    const fn looking(among: Among<'s>) -> Self {
        Self { among, paths: BTreeMap::new(), why: BTreeMap::new(), failures: BTreeMap::new() }
    }

    /// Looks nowhere but into one file.
    pub fn only(&mut self, entry: Entry) {
        if let Among::Shelf(_, entries) = &mut self.among {
            *entries = vec![entry];
        }
    }

    /// How the notebook of a school stands.
    pub fn standing(&mut self, rbd: Rbd) -> Standing {
        let (standing, why) = match &self.among {
            Among::One(notebook) if notebook.school.rbd == rbd => {
                return Standing::Open(Box::new(Notebook::clone(notebook)));
            }
            Among::One(_) => (Standing::Closed, Out::OtherSchool),
            Among::Shelf(folder, entries) => {
                let is_meant = |entry: &&Entry| match &entry.head {
                    Ok(head) => head.school.rbd == rbd,
                    Err(_) => names::is_of(&entry.path, rbd),
                };
                let mut found = entries.iter().filter(is_meant);
                match (found.next(), found.next()) {
                    (None, _) => (Standing::Absent, Out::NoNotebook),
                    (Some(_), Some(_)) => (Standing::Closed, Out::TwoNotebooks),
                    (Some(entry), None) => match changeable(folder.view(&entry.path), entry) {
                        Ok(notebook) => {
                            self.paths.insert(rbd, entry.path.clone());
                            return Standing::Open(Box::new(notebook));
                        }
                        Err(failure) => {
                            self.failures.insert(rbd, failure);
                            (Standing::Closed, Out::Closed)
                        }
                    },
                }
            }
        };
        self.why.insert(rbd, why);
        standing
    }

    /// The file of a school's notebook, where one was found that can be changed.
    pub fn path(&self, rbd: Rbd) -> Option<PathBuf> {
        self.paths.get(&rbd).cloned()
    }

    /// Why nothing is taken of a school; one whose change was refused cannot be changed.
    pub fn why(&self, rbd: Rbd) -> Out {
        self.why.get(&rbd).copied().unwrap_or(Out::Closed)
    }

    /// What stands against changing a notebook that is closed, where the store says it.
    pub fn failure(&self, rbd: Rbd) -> Option<&Failure> {
        self.failures.get(&rbd)
    }
}

/// A notebook that can be changed without anybody watching.
fn changeable(viewed: Result<Viewed, OpenError>, entry: &Entry) -> Result<Notebook, Failure> {
    let path = || entry.path.clone();
    let viewed = viewed.map_err(Failure::Open)?;
    match (viewed.read_only, viewed.outside) {
        (Some(reason), _) => Err(Failure::Save(SaveError::ReadOnly { path: path(), reason })),
        (None, Some(_)) => Err(Failure::Save(SaveError::ChangedOutside { path: path() })),
        (None, None) => Ok(viewed.notebook),
    }
}
