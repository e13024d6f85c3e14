//! Who writes: one process at a time, by a lock that dies with it.
//!
//! The lock is a courtesy. Where a file system has none, two may write; each has a journal of its own, and the checkpoint
//! sees a file that it did not expect.

use std::io;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    fs::{Fs, Lock},
    log::Author,
    nest::Nest,
    shelf::ReadOnly,
};
use crate::notebook::safe_text::SafeText;

/// The longest note that is read.
const NOTE_LIMIT: u64 = 4 * 1024;

/// Whether this process may write.
#[derive(Debug)]
pub enum Pen {
    /// It may; with the lock, where there are locks.
    Ours(Option<Box<dyn Lock>>),
    /// It may not.
    Elsewhere(ReadOnly),
}

/// Who writes, as they noted it in the lock's file. To be shown, never to be relied on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Holder {
    /// The person.
    pub user: SafeText,
    /// The machine.
    pub host: SafeText,
    /// Since when.
    #[serde(default)]
    pub since: Option<DateTime<Utc>>,
}

/// Takes the pen, if nobody has it.
pub fn take(fs: &dyn Fs, nest: &Nest, author: &Author, now: DateTime<Utc>) -> Pen {
    let note = Holder { user: author.user.clone(), host: author.host.clone(), since: Some(now) };
    let note = serde_json::to_vec(&note).unwrap_or_default();
    let made = nest.make(fs).map_err(|failure| io::Error::from(failure.kind));
    match made.and_then(|()| fs.lock(&nest.lock(), &note)) {
        Ok(Some(lock)) => Pen::Ours(Some(lock)),
        Ok(None) => Pen::Elsewhere(ReadOnly::Held(holder(fs, nest))),
        Err(error) if keeps_out(error.kind()) => Pen::Elsewhere(ReadOnly::Folder),
        // No locks here, or a disk that is full: the first change will meet it, and say so.
        Err(_) => Pen::Ours(None),
    }
}

/// Whether the folder lets nobody write, or something else stands where it should be.
fn keeps_out(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{IsADirectory, NotADirectory, PermissionDenied, ReadOnlyFilesystem};
    matches!(kind, PermissionDenied | ReadOnlyFilesystem | NotADirectory | IsADirectory)
}

/// Who has the pen, if somebody does. Leaves no trace.
pub fn held_by(fs: &dyn Fs, nest: &Nest) -> Option<Holder> {
    // Where there are no locks nobody is known to write.
    fs.is_locked(&nest.lock()).unwrap_or(false).then(|| holder(fs, nest))
}

fn holder(fs: &dyn Fs, nest: &Nest) -> Holder {
    let note = fs.read(&nest.lock(), NOTE_LIMIT).unwrap_or_default();
    serde_json::from_slice(&note).unwrap_or_default()
}
