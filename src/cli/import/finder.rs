//! Which notebook of the folder belongs to a school.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::super::trouble::Trouble;
use crate::{
    app::lang::Lang,
    exchange::Standing,
    rules::identity::Rbd,
    store::{Entry, SaveError, Shelf, names},
    text::{cli::trouble as text, imports, keeping},
};

/// The files of the notebooks that were found.
pub(super) type Files = BTreeMap<Rbd, PathBuf>;

/// Looks notebooks up; remembers their files, and says why some cannot be used. Writes nothing.
#[derive(Debug)]
pub(super) struct Finder<'s> {
    shelf: &'s Shelf,
    entries: Vec<Entry>,
    lang: Lang,
    /// For every notebook that was found and can be changed.
    pub files: Files,
    /// Why others may not.
    pub said: Vec<String>,
}

impl<'s> Finder<'s> {
    /// Reads the folder once.
    pub(super) fn new(shelf: &'s Shelf, lang: Lang) -> Result<Self, Trouble> {
        let entries = shelf.notebooks()?;
        Ok(Self { shelf, entries, lang, files: Files::new(), said: Vec::new() })
    }

    /// Looks nowhere but into one file for its school.
    pub(super) fn only(&mut self, entry: Entry) {
        self.entries = vec![entry];
    }

    /// How the notebook of a school stands.
    pub(super) fn standing(&mut self, rbd: Rbd) -> Standing {
        let is_meant = |entry: &&Entry| match &entry.head {
            Ok(head) => head.school.rbd == rbd,
            Err(_) => names::is_of(&entry.path, rbd),
        };
        let found: Vec<PathBuf> = self.entries.iter().filter(is_meant).map(|entry| entry.path.clone()).collect();
        match found.as_slice() {
            [] => Standing::Absent,
            [path] => self.open(rbd, path),
            _ => {
                self.said.push(imports::two_files(self.lang, rbd, self.shelf.dir()));
                Standing::Closed
            }
        }
    }

    fn open(&mut self, rbd: Rbd, path: &Path) -> Standing {
        let why = match self.shelf.view(path) {
            Ok(viewed) => match (viewed.read_only, viewed.outside) {
                (None, None) => {
                    self.files.insert(rbd, path.to_owned());
                    return Standing::Open(Box::new(viewed.notebook));
                }
                (None, Some(_)) => text::save(self.lang, &SaveError::ChangedOutside { path: path.to_owned() }),
                (Some(reason), _) => keeping::read_only(self.lang, &reason, None),
            },
            Err(error) => text::open(self.lang, &error),
        };
        self.said.push(why);
        Standing::Closed
    }
}
