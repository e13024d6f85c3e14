//! The copy of the tutor: an invented school in a folder of its own under the program's state.
//!
//! Never among real schools or those of the practice alliance, and never written over: a fresh copy gets the next folder.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    demo,
    store::{Author, Fs, SaveError, Shelf},
};

/// The folder of the copies, inside the folder of the state.
pub const FOLDER: &str = "tutor";

/// A copy.
#[derive(Debug)]
pub struct Copy {
    /// Its shelf, with nothing else on it.
    pub shelf: Shelf,
    /// Its file.
    pub path: PathBuf,
    /// The day that it is in it.
    pub day: NaiveDate,
}

/// The last copy, or a fresh one: where there is none yet, or where one is asked for. None only where a school's number is
/// no RBD.
pub fn copy(
    fs: &Arc<dyn Fs>,
    state: &Path,
    fresh: bool,
    author: &Author,
    now: DateTime<Utc>,
) -> Result<Option<Copy>, SaveError> {
    let day = demo::tutor_day();
    let (mut last, mut number) = (None, 1_u32);
    loop {
        let shelf = Shelf::new(state.join(FOLDER).join(number.to_string()), Arc::clone(fs));
        if let Some(path) = shelf.paths()?.into_iter().next() {
            last = Some(Copy { shelf, path, day });
            number += 1;
            continue;
        }
        if let Some(copy) = last.filter(|_| !fresh) {
            return Ok(Some(copy));
        }
        let Some(book) = demo::tutor() else { return Ok(None) };
        let mut keeper = shelf.create(book, author, now)?;
        keeper.close(now)?;
        return Ok(Some(Copy { path: keeper.path().to_owned(), shelf, day }));
    }
}
