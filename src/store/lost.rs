//! Notebooks whose file is missing, or does not say any more which notebook it is: known by their journals.
//!
//! Owns the way from a path to the folder beside it whatever stands at the path. Never writes.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use super::{
    error::{Failure, FindError, OpenError, Step},
    fs::{Fs, Kind},
    journal::{self, What},
    names,
    nest::{Nest, TEP, files},
    read::{self, LIMIT, Unreadable},
    reference,
    shelf::{Entry, Shelf},
};
use crate::notebook::{Notebook, id::Id};

/// The folder beside a notebook: by the id in its file, or else by the journals that name the file.
pub fn nest_of(fs: &dyn Fs, path: &Path) -> Result<Nest, OpenError> {
    let failure = |error: io::Error| Failure::new(path, Step::Read, &error);
    let bytes = match fs.read(path, LIMIT + 1) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        read => Some(read.map_err(failure)?),
    };
    let path = if bytes.is_some() { fs.real_path(path).map_err(failure)? } else { path.to_owned() };
    let nest = |id| Nest::of(&path, id);
    let said = bytes.as_deref().and_then(read::id).map(nest);
    if let Some(nest) = said.as_ref().filter(|nest| fs.kind(nest.dir()).is_ok_and(|kind| kind.is_some())) {
        return Ok(nest.clone());
    }
    let known = reference::id_of_file(fs, &path).map(nest);
    known.or(said).ok_or_else(|| match bytes {
        Some(bytes) => read::notebook(&bytes).err().unwrap_or(Unreadable::NotNotebook).at(&path, &bytes),
        None => failure(io::ErrorKind::NotFound.into()).into(),
    })
}

impl Shelf {
    /// Where notebooks stood whose journals are here and whose file is not.
    pub fn missing(&self) -> Result<Vec<PathBuf>, Failure> {
        let nests = nests(self.fs(), self.dir())?;
        let mut missing = Vec::new();
        for (id, nest) in &nests {
            let Some(path) = file_of(self.fs(), nest)?.map(|file| nest.beside(&file)) else { continue };
            let kind = self.fs().kind(&path).map_err(|error| Failure::new(&path, Step::Read, &error))?;
            if kind.is_none() {
                missing.push((id, path));
            }
        }
        if missing.is_empty() {
            return Ok(Vec::new());
        }
        // A file that somebody gave another name is there.
        let id_of = |path: PathBuf| self.fs().read(&path, LIMIT).ok().and_then(|bytes| read::id(&bytes));
        let there: BTreeSet<Id<Notebook>> = self.paths()?.into_iter().filter_map(id_of).collect();
        let mut missing: Vec<PathBuf> =
            missing.into_iter().filter(|(id, _)| !there.contains(id)).map(|(_, path)| path).collect();
        missing.sort();
        missing.dedup();
        Ok(missing)
    }

    /// Finds a school as [`Self::find`] does, and one whose file is missing by its RBD or the name of its file.
    pub fn find_kept(&self, school: &str) -> Result<PathBuf, FindError> {
        match self.find(school) {
            Ok(entry) => Ok(entry.path),
            Err(FindError::NotFound) => {
                let file = Path::new(school).file_name().and_then(|name| name.to_str());
                let school = file.filter(|file| file.ends_with(names::SUFFIX)).unwrap_or(school);
                let missing: Vec<Entry> = self.missing()?.into_iter().map(|path| self.entry(path)).collect();
                Self::find_among(&missing, school).map(|entry| entry.path)
            }
            Err(error) => Err(error),
        }
    }
}

/// The folders of notebooks that lie beside this folder's files.
fn nests(fs: &dyn Fs, dir: &Path) -> Result<Vec<(Id<Notebook>, Nest)>, Failure> {
    let folders = files(fs, &dir.join(TEP))?;
    let nest = |folder: &PathBuf| {
        let id = folder.file_name()?.to_str()?.parse().ok().map(Id::new)?;
        (fs.kind(folder).ok()? == Some(Kind::Folder)).then(|| (id, Nest::of(&dir.join("any"), id)))
    };
    Ok(folders.iter().filter_map(nest).collect())
}

/// The name of the file that the youngest journal was begun for.
fn file_of(fs: &dyn Fs, nest: &Nest) -> Result<Option<String>, Failure> {
    let Some((_, path)) = nest.journals(fs)?.into_iter().next_back() else { return Ok(None) };
    let bytes = fs.read(&path, LIMIT).map_err(|error| Failure::new(&path, Step::Read, &error))?;
    let first = journal::pages(&bytes).records.into_iter().next();
    // The name of a notebook's file, and no way out of the folder.
    let is_file = |file: &String| names::is_notebook(Path::new(file)) && !file.contains(['/', '\\']);
    Ok(first.and_then(|record| match record.what {
        What::Head(head) => Some(head.file).filter(is_file),
        _ => None,
    }))
}
