//! A checkpoint: what is in the journal goes into the file.

use std::{
    io::{self, Write},
    path::Path,
};

use chrono::{DateTime, Utc};

use super::Keeper;
use crate::{
    notebook::Notebook,
    store::{
        backup,
        error::{Failure, SaveError, Step},
        journal::{Mark, What},
        layout,
        place::{self, Displaced},
        read::LIMIT,
        replace::{discard, folder_of},
        sha::Sha,
        shelf::Saved,
    },
};

impl Keeper {
    /// Puts the notebook as it is kept into its file, whole or not at all.
    ///
    /// The journal says first which file is about to appear, so that it is known again whatever happens next.
    pub fn checkpoint(&mut self, now: DateTime<Utc>) -> Result<Saved, SaveError> {
        let (sha, size) = hash_of(&self.path, &self.notebook)?;
        if self.file == Some(sha) && self.is_there(sha) {
            if self.ahead > 0 {
                // What was done and taken back leads to the same file: it is known from this place on.
                self.log.say(What::Intent(Mark { sha, fresh: self.fresh }), now);
            }
            self.flush(now)?;
            if self.ahead > 0 {
                // Whoever put it there may have been refused the last sync.
                let folder = folder_of(&self.path);
                let synced = self.fs.sync_folder(folder);
                synced.map_err(|error| Failure::new(&self.path, Step::SyncFolder, &error))?;
                self.log.note(What::Placed(sha), now);
            }
            self.ahead = 0;
            return Ok(Saved::Unchanged);
        }
        self.log.say(What::Intent(Mark { sha, fresh: self.fresh }), now);
        self.flush(now)?;
        let before = self.file;
        let notebook = &self.notebook;
        let write = |out: &mut dyn Write| layout::write_into(notebook, out).map_err(io::Error::from);
        let placed = place::place(&*self.fs, &self.path, write, before);
        // The new file stands there also where only the last sync failed.
        if matches!(&placed, Ok(_) | Err(SaveError::Failed(Failure { step: Step::SyncFolder, .. }))) {
            self.file = Some(sha);
        }
        let displaced = placed?;
        self.size = size;
        self.log.note(What::Placed(sha), now);
        (self.ahead, self.fresh) = (0, false);
        Ok(self.put_away(displaced, before, now))
    }

    /// A file that was replaced becomes a backup when one is due.
    fn put_away(&mut self, displaced: Displaced, before: Option<Sha>, now: DateTime<Utc>) -> Saved {
        let (Displaced::Old(old), Some(before)) = (displaced, before) else { return Saved::WrittenAgain };
        let is_due = self.last_backup.is_none_or(|last| (now - last).abs() >= backup::INTERVAL);
        if is_due && backup::keep(&*self.fs, self.log.nest(), &old, before, now).is_ok() {
            self.last_backup = Some(now);
        } else {
            discard(&*self.fs, &old);
        }
        Saved::Written
    }

    /// Keeps one copy of a notebook of which none was kept yet.
    pub(super) fn first_backup(&mut self, now: DateTime<Utc>) -> Result<(), Failure> {
        if !backup::list(&*self.fs, self.log.nest())?.is_empty() {
            return Ok(());
        }
        let read = self.fs.read(&self.path, LIMIT + 1);
        match read.map_err(|error| Failure::new(&self.path, Step::Read, &error))? {
            bytes if Some(Sha::of(&bytes)) == self.file => {
                backup::write(&*self.fs, self.log.nest(), &bytes, now).map(drop)
            }
            // Somebody is writing there: the next checkpoint will say so.
            _ => Ok(()),
        }
    }

    /// Keeps a copy of the notebook as it is now, however young the last one is, because something else is about to take
    /// its place; gives the name of the copy.
    pub(super) fn back_up(&mut self, now: DateTime<Utc>) -> Result<String, SaveError> {
        // The file before is in this copy and the journal; and the copy that is made here is the newest.
        self.last_backup = Some(now);
        if self.ahead > 0 {
            self.checkpoint(now)?;
        }
        let read = self.fs.read(&self.path, LIMIT + 1);
        match read.map_err(|error| Failure::new(&self.path, Step::Read, &error))? {
            bytes if Some(Sha::of(&bytes)) == self.file => Ok(backup::write(&*self.fs, self.log.nest(), &bytes, now)?),
            _ => Err(SaveError::ChangedOutside { path: self.path.clone() }),
        }
    }

    fn is_there(&self, sha: Sha) -> bool {
        self.fs.hash(&self.path, LIMIT + 1).is_ok_and(|found| found == sha)
    }
}

/// How many bytes there are.
pub(super) fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The hash of the file that a notebook will be, and its bytes.
pub(super) fn hash_of(path: &Path, notebook: &Notebook) -> Result<(Sha, u64), SaveError> {
    match Sha::of_written(|out| layout::write_into(notebook, out)) {
        Ok((_, bytes)) if bytes > LIMIT => Err(SaveError::TooBig { path: path.to_owned() }),
        Ok(found) => Ok(found),
        Err(_) => Err(SaveError::Unwritable { path: path.to_owned() }),
    }
}
