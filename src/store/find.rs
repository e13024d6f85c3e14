//! From what a person calls a school to its file.
//!
//! Owns the order in which RBD, file and name are tried. Never chooses between two: it names them.

use std::path::{Path, PathBuf};

use super::{
    error::{Failure, FindError, Step},
    fs::Kind,
    names::{self, fold},
    shelf::{Entry, Shelf},
};
use crate::rules::{identity::Rbd, spelling};

impl Shelf {
    /// Finds a school by file, by RBD with or without its digit, or by words of its name that no other school has.
    ///
    /// A digit that disagrees with its number does not matter: some schools of the Ministry's directory are like that.
    /// A name that is exactly the school's wins over longer ones. A file that is damaged is found by its RBD and by its
    /// own name; opening it says what is wrong. Of a notebook and the copies beside it the RBD means the notebook; a copy is
    /// found by the name of its file.
    pub fn find(&self, school: &str) -> Result<Entry, FindError> {
        if let Some(path) = self.file(school)? {
            return Ok(self.entry(path));
        }
        Self::find_among(&self.notebooks()?, school)
    }

    /// The one of these files that a person calls so.
    pub(super) fn find_among(entries: &[Entry], school: &str) -> Result<Entry, FindError> {
        let by_rbd = Rbd::parse(school).map(|(rbd, _digit)| of_rbd(entries, rbd)).unwrap_or_default();
        if !by_rbd.is_empty() {
            let originals: Vec<&Entry> =
                by_rbd.iter().copied().filter(|entry| !names::is_beside(&entry.path)).collect();
            return only(if originals.is_empty() { &by_rbd } else { &originals });
        }
        let wanted = fold(school);
        if wanted.is_empty() {
            return Err(FindError::NotFound);
        }
        let exact = of_name(entries, |name| name == wanted);
        if !exact.is_empty() {
            return only(&exact);
        }
        only(&of_name(entries, |name| spelling::contains_folded(name, &wanted)))
    }

    /// The file that is meant, if a file is meant: a path, or the name of a file on this shelf.
    fn file(&self, school: &str) -> Result<Option<PathBuf>, FindError> {
        let given = Path::new(school);
        let is_bare = given.components().count() == 1;
        let may_be_a_file = !is_bare || given.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let candidates = if is_bare { vec![self.dir().join(given), given.to_owned()] } else { vec![given.to_owned()] };
        for path in candidates.into_iter().filter(|_| may_be_a_file) {
            let kind = self.fs().kind(&path).map_err(|error| Failure::new(&path, Step::Read, &error))?;
            if kind == Some(Kind::File) {
                return Ok(Some(path));
            }
        }
        Ok(None)
    }
}

fn of_rbd(entries: &[Entry], rbd: Rbd) -> Vec<&Entry> {
    let is_meant = |entry: &&Entry| match &entry.head {
        Ok(head) => head.school.rbd == rbd,
        Err(_) => names::is_of(&entry.path, rbd),
    };
    entries.iter().filter(is_meant).collect()
}

fn of_name(entries: &[Entry], is_meant: impl Fn(&str) -> bool) -> Vec<&Entry> {
    let name = |entry: &Entry| match &entry.head {
        Ok(head) => fold(head.school.name.as_str()),
        Err(_) => entry.path.file_name().map(|name| fold(&name.to_string_lossy())).unwrap_or_default(),
    };
    entries.iter().filter(|entry| is_meant(&name(entry))).collect()
}

fn only(entries: &[&Entry]) -> Result<Entry, FindError> {
    match entries {
        [] => Err(FindError::NotFound),
        [entry] => Ok((*entry).clone()),
        several => Err(FindError::Ambiguous(several.iter().map(|entry| (*entry).clone()).collect())),
    }
}
