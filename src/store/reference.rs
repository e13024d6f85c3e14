//! The last known version of a notebook, from backups and journals, for when its file cannot be believed.
//!
//! Never writes, and never reads the notebook's file.

use std::path::Path;

use super::{
    backup,
    error::Failure,
    fs::{Fs, Kind},
    journal::What,
    nest::Nest,
    past::{Depth, Past},
    read,
    replace::folder_of,
    sha::Sha,
};
use crate::notebook::{Notebook, edit::Edit, id::Id};

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

/// The id of the notebook whose file has this name, by its journals: for a file that does not say it any more.
pub fn id_of_file(fs: &dyn Fs, path: &Path) -> Option<Id<Notebook>> {
    let nests = fs.list(&folder_of(path).join(super::nest::TEP)).ok()?;
    // Ids sort by age: where an older notebook had a file of the same name, the younger one has it now.
    nests.iter().rev().filter(|dir| fs.kind(dir).ok() == Some(Some(Kind::Folder))).find_map(|dir| {
        let id = dir.file_name()?.to_str()?.parse().ok().map(Id::new)?;
        let past = Past::read(fs, &Nest::of(path, id), Depth::Whole).ok()?;
        let head = past.records().rev().find_map(|record| match &record.what {
            What::Head(head) => Some(head.file.clone()),
            _ => None,
        })?;
        (Some(head.as_str()) == path.file_name().and_then(|name| name.to_str())).then_some(id)
    })
}
