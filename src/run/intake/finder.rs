//! Which notebook belongs to a school, and why some cannot be used.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::{
    app::import::planned::{Ground, Out},
    exchange::Standing,
    notebook::Notebook,
    rules::identity::Rbd,
    store::{Entry, Shelf, names},
};

/// Looks notebooks up and remembers what it found. Writes nothing.
#[derive(Debug)]
pub(super) struct Finder<'s> {
    among: Among<'s>,
    paths: BTreeMap<Rbd, PathBuf>,
    why: BTreeMap<Rbd, Out>,
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
    pub(super) fn of(ground: &Ground, shelf: &'s Shelf) -> Self {
        let among = match ground {
            Ground::Open(notebook) => Among::One(Arc::clone(notebook)),
            // A folder that cannot be read has no notebook that could be changed.
            Ground::Shelf => Among::Shelf(shelf, shelf.notebooks().unwrap_or_default()),
        };
        Self { among, paths: BTreeMap::new(), why: BTreeMap::new() }
    }

    /// How the notebook of a school stands.
    pub(super) fn standing(&mut self, rbd: Rbd) -> Standing {
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
                    (Some(entry), None) => match folder.view(&entry.path) {
                        Ok(viewed) if viewed.read_only.is_none() && viewed.outside.is_none() => {
                            self.paths.insert(rbd, entry.path.clone());
                            return Standing::Open(Box::new(viewed.notebook));
                        }
                        _ => (Standing::Closed, Out::Closed),
                    },
                }
            }
        };
        self.why.insert(rbd, why);
        standing
    }

    /// The file of a school's notebook, where one was found that can be changed.
    pub(super) fn path(&self, rbd: Rbd) -> Option<PathBuf> {
        self.paths.get(&rbd).cloned()
    }

    /// Why nothing is taken of a school; one whose change was refused cannot be changed.
    pub(super) fn why(&self, rbd: Rbd) -> Out {
        self.why.get(&rbd).copied().unwrap_or(Out::Closed)
    }
}
