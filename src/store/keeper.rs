//! The keeper of an open notebook: the only one who writes its journal and its file.
//!
//! Owns the order of what is promised: a change is *kept* when its line in the journal is on the medium; the file follows
//! at a checkpoint. Never answers that something is kept before it is, and never writes over a file it did not expect.

mod checkpoint;
mod make;
mod open;
mod restore;
mod state;
mod story;

pub use open::{Leave, Opening, Outside, Ready, Viewed, outside, view};
pub use restore::{Before, RestoreError, Restored};
pub use story::Story;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};

use super::{
    draft::{Draft, Drafts},
    error::{Failure, SaveError},
    fs::{Fs, Lock},
    journal::{Act, Step, What, record},
    log::Log,
    nest::Nest,
    read::LIMIT,
    replace::folder_of,
    sha::Sha,
    tidy,
};
use crate::notebook::{Notebook, edit::Edit};

/// A change that is safe in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a person is told that the file does not say it yet"]
pub struct Kept {
    /// Whether the file could not follow: it does when the notebook is opened again.
    pub behind: bool,
}

/// Room on the disk that is left for others: under it, and room for three files more, it is low.
const MARGIN: u64 = 5_000_000;

/// Writes one notebook, from its opening to its closing.
#[derive(Debug)]
pub struct Keeper {
    fs: Arc<dyn Fs>,
    path: PathBuf,
    notebook: Arc<Notebook>,
    /// The file as it is known to stand there; none where it has vanished or is to be made.
    file: Option<Sha>,
    /// The bytes of the file.
    size: u64,
    log: Log,
    /// The number of the last change.
    steps: u64,
    /// Changes that are in the journal and not in the file.
    ahead: usize,
    /// Whether history begins with the next file.
    fresh: bool,
    /// When the last backup was made; none until one is due at the next checkpoint.
    last_backup: Option<DateTime<Utc>>,
    drafts: Drafts,
    /// Whether what was being typed is the last change, and ends with it. Another form begins another draft.
    ends_draft: bool,
    /// Held as long as the keeper lives.
    _lock: Option<Box<dyn Lock>>,
}

impl Keeper {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder beside it.
    pub fn nest(&self) -> &Nest {
        self.log.nest()
    }

    /// The notebook as it is kept.
    pub fn notebook(&self) -> &Arc<Notebook> {
        &self.notebook
    }

    /// How many changes are not in the file yet.
    pub fn ahead(&self) -> usize {
        self.ahead
    }

    /// Makes ready for a full disk: begins the journal, with room in it, and keeps one copy of a notebook that has none,
    /// so that later changes from outside can be told item by item.
    pub fn prepare(&mut self, now: DateTime<Utc>) -> Result<(), Failure> {
        self.log.begin(&*self.fs, now)?;
        self.log.flush(&*self.fs, now)?;
        if self.ahead == 0 {
            tidy::old_journals(&*self.fs, self.log.nest(), now);
        }
        self.first_backup(now)
    }

    /// Keeps a change; it is safe when this answers. Where the disk refuses, the change waits and is written with the
    /// next one, or with the next call of [`Self::flush`].
    ///
    /// A change that does not fit the notebook as it is kept is refused as [`SaveError::OutOfStep`]: the screen shows
    /// something else than what is kept. One that could not be read in the journal again is refused as well.
    pub fn commit(&mut self, act: Act, edit: Edit, now: DateTime<Utc>) -> Result<(), SaveError> {
        let step = Step { n: self.steps + 1, act, edit };
        match record::length_of(&step) {
            None => return Err(SaveError::Unwritable { path: self.path.clone() }),
            Some(length) if u64::try_from(length).unwrap_or(u64::MAX) > LIMIT => {
                return Err(SaveError::TooBig { path: self.path.clone() });
            }
            Some(_) => {}
        }
        if Arc::make_mut(&mut self.notebook).apply(&step.edit).is_err() {
            return Err(SaveError::OutOfStep { path: self.path.clone() });
        }
        self.steps += 1;
        self.ahead += 1;
        self.ends_draft = true;
        self.log.say(What::Edit(Box::new(step)), now);
        self.flush(now)
    }

    /// Writes down that names are shown from now on. Where the disk refuses, it waits like a change.
    pub fn reveal(&mut self, now: DateTime<Utc>) -> Result<(), SaveError> {
        self.log.say(What::Revealed, now);
        self.flush(now)
    }

    /// Tries again to make safe what waits. A change that is safe ends the draft of it, before anybody is told so.
    pub fn flush(&mut self, now: DateTime<Utc>) -> Result<(), SaveError> {
        // A person knows the notebook, not its journal, and that the change is not saved, not at which step.
        let of_notebook = |failure: Failure| {
            let (path, step) = (self.path.clone(), super::error::Step::WriteJournal);
            Failure { path, step, ..failure }
        };
        self.log.flush(&*self.fs, now).map_err(of_notebook)?;
        if std::mem::take(&mut self.ends_draft) {
            // One that stays is offered once too often.
            drop(self.drafts.forget(&*self.fs));
        }
        Ok(())
    }

    /// Leaves alone what others were typing: nobody is here to be offered it.
    #[must_use]
    pub fn without_drafts(self) -> Self {
        Self { drafts: Drafts::default(), ..self }
    }

    /// Whether something is not safe yet.
    pub fn is_waiting(&self) -> bool {
        self.log.is_waiting()
    }

    /// Keeps what is being typed; `None` forgets it.
    pub fn draft(&mut self, form: Option<serde_json::Value>, now: DateTime<Utc>) -> Result<(), Failure> {
        self.ends_draft = false;
        let kept = match form {
            Some(form) => {
                let draft = Draft { at: now, form };
                self.drafts.keep(&*self.fs, self.log.nest(), &self.log.mark(now), &draft)
            }
            None => self.drafts.forget(&*self.fs),
        };
        kept.map_err(|error| Failure::new(&self.path, super::error::Step::WriteJournal, &error))
    }

    /// The bytes that are left on the disk, where they are few: a new file, the old one and a backup may not fit.
    pub fn low_room(&self) -> Option<u64> {
        let enough = self.size.saturating_mul(3).saturating_add(MARGIN);
        self.fs.room(folder_of(&self.path)).filter(|room| *room < enough)
    }

    /// Whether the file is the one that was last read or written; a file that has vanished is no other file.
    pub fn is_unchanged_outside(&self) -> bool {
        self.fs.hash(&self.path, LIMIT + 1).map_or(true, |found| Some(found) == self.file)
    }

    /// Puts everything into the file and ends the journal. Where that fails the keeper is as before.
    pub fn close(&mut self, now: DateTime<Utc>) -> Result<(), SaveError> {
        if self.ahead > 0 {
            self.checkpoint(now)?;
        } else {
            self.flush(now)?;
        }
        self.log.end(&*self.fs, now);
        self.drafts.end(&*self.fs);
        Ok(())
    }

    /// Keeps a change and lays the pen down. Once it is in the journal it is safe: that the file cannot follow now is no
    /// failure.
    pub fn keep(mut self, edit: Edit, now: DateTime<Utc>) -> Result<Kept, SaveError> {
        self.commit(Act::Do, edit, now)?;
        Ok(Kept { behind: self.close(now).is_err() })
    }

    /// Leaves the file as it is: what is in the journal is found when the notebook is opened again.
    pub fn lay_down(&mut self, now: DateTime<Utc>) {
        // What the disk does not take now was said to be unsaved.
        drop(self.flush(now));
    }
}
