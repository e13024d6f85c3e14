//! A notebook's first file.

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};

use super::{Keeper, checkpoint::hash_of};
use crate::{
    notebook::Notebook,
    store::{
        draft::Drafts,
        error::SaveError,
        fs::Fs,
        log::{Author, Log},
        nest::Nest,
        past::{Depth, Past},
        pen::{self, Pen},
    },
};

impl Keeper {
    /// Puts a new notebook at a path where nothing stands, with its journal beside it.
    ///
    /// Journals of an older notebook with the same id (the practice alliance, made anew) stay, and lead nowhere.
    pub fn create(
        fs: Arc<dyn Fs>,
        path: PathBuf,
        notebook: Notebook,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<Self, SaveError> {
        let nest = Nest::of(&path, notebook.id);
        let lock = match pen::take(&*fs, &nest, author, now) {
            Pen::Ours(lock) => lock,
            Pen::Elsewhere(reason) => return Err(SaveError::ReadOnly { path, reason }),
        };
        let past = Past::read(&*fs, &nest, Depth::Whole)?;
        let log = Log::new(author.clone(), notebook.id, nest, past.epoch);
        let mut keeper = Self {
            fs,
            path,
            notebook: Arc::new(notebook),
            file: None,
            size: 0,
            log,
            steps: past.last_step(),
            ahead: 0,
            fresh: true,
            last_backup: None,
            drafts: Drafts::default(),
            ends_draft: false,
            _lock: lock,
        };
        // Refused here, before a journal is begun for nothing.
        hash_of(&keeper.path, &keeper.notebook)?;
        keeper.checkpoint(now)?;
        // A copy to compare with; without one, changes from outside are seen all the same.
        drop(keeper.first_backup(now));
        Ok(keeper)
    }
}
