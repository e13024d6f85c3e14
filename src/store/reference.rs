//! The last known version of a notebook, from backups and journals, for when its file cannot be believed.
//!
//! Never writes, and never reads the notebook's file.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::{
    backup,
    error::Failure,
    fs::Fs,
    journal::{self, Record, What},
    nest::Nest,
    past::Past,
    read,
    replace::folder_of,
    sha::Sha,
};
use crate::notebook::{Notebook, edit::Edit, id::Id};

/// Bytes in which the first line of a journal ends.
const HEAD_BYTES: u64 = 8 * 1024;

/// The last known version.
#[derive(Debug)]
pub struct Reference {
    /// The notebook as the last file that stood there held it.
    pub file: Notebook,
    /// The notebook with everything that was kept.
    pub last: Notebook,
    /// How many changes lie between the two.
    pub ahead: usize,
}

/// The last known version; none where no backup fits the journals. A disk that refuses is no such answer: history would
/// begin anew for nothing.
pub fn find(fs: &dyn Fs, nest: &Nest, past: &Past) -> Result<Option<Reference>, Failure> {
    let Some((last_file, _)) = past.last_file() else { return Ok(None) };
    let mut refused = None;
    let fitting = backup::list(fs, nest)?.into_iter().rev().find_map(|backup| {
        let bytes = backup.read(fs).map_err(|failure| refused = Some(failure)).ok()?;
        let place = past.find(Sha::of(&bytes)).filter(|place| place.is_before_or_at(last_file))?;
        Some((read::notebook(&bytes).ok()?.notebook, place))
    });
    let Some((mut file, place)) = fitting else { return refused.map_or(Ok(None), Err) };
    let between: Vec<Edit> = past.steps_between(place, last_file).map(|step| step.edit.clone()).collect();
    file.replay_run(&between);
    let after: Vec<Edit> = past.steps_after(last_file).map(|step| step.edit.clone()).collect();
    let mut last = file.clone();
    last.replay_run(&after);
    Ok(Some(Reference { file, last, ahead: after.len() }))
}

/// The id of the notebook whose file has this name, by its journals: for a file that does not say it any more, or that
/// says one of which no journal knows. Of several, the one that was written last.
pub fn id_of_file(fs: &dyn Fs, path: &Path) -> Option<Id<Notebook>> {
    let nests = fs.list(&folder_of(path).join(super::nest::TEP)).ok()?;
    let known = nests.iter().filter_map(|dir| {
        let id = dir.file_name()?.to_str()?.parse().ok().map(Id::new)?;
        Some((last_begun(fs, &Nest::of(path, id))?, id))
    });
    known.max_by_key(|(begun, _)| *begun).map(|(_, id)| id)
}

/// When the last journal of a nest was begun, if that was for this file.
fn last_begun(fs: &dyn Fs, nest: &Nest) -> Option<DateTime<Utc>> {
    let journals = nest.journals(fs).ok()?;
    let first = |path: &Path| journal::pages(&fs.read(path, HEAD_BYTES).ok()?).records.into_iter().next();
    journals.iter().rev().find_map(|(_, path)| match first(path)? {
        Record { at, what: What::Head(head), .. } => Some((head.file == nest.file()).then_some(at)),
        _ => None,
    })?
}
