//! Putting a backup back: one change like any other, in the journal first and then in the file, and undone like any other.
//!
//! Owns the choice of the backup, and what happens to a file that is damaged or missing. Never lets go of what it
//! replaces: a notebook that could be read becomes a backup, a file that could not lies in the folder `salvage`.

use std::{io, path::Path, sync::Arc};

use chrono::{DateTime, Utc};

use super::{Keeper, checkpoint::length, open::make_safe};
use crate::{
    notebook::{
        Notebook, compare,
        edit::{Change, Deed, Edit},
    },
    store::{
        backup::{self, Backup, Unfit},
        draft::Drafts,
        error::{Failure, OpenError, SaveError, Step as Doing},
        fs::Fs,
        journal::Act,
        layout,
        log::{Author, Log},
        lost,
        nest::Nest,
        past::{Depth, Past},
        pen::{self, Pen},
        read::LIMIT,
        reference, salvage,
        sha::Sha,
        shelf::{ReadOnly, Shelf},
    },
};

/// How the file was that a backup takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// It could be read.
    Whole,
    /// It could not.
    Damaged,
    /// There was none.
    Missing,
}

/// What restoring did, or would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The backup.
    pub backup: Backup,
    /// How the file was.
    pub before: Before,
    /// Items that come back.
    pub added: usize,
    /// Items with another content.
    pub changed: usize,
    /// Items that go away.
    pub removed: usize,
    /// Items of the notebook afterwards.
    pub items: usize,
    /// Students among them.
    pub students: usize,
    /// The name of the backup that holds what was there; none where nothing could be read, or nothing was changed.
    pub kept: Option<String>,
    /// Whether the file says it too. Else it is safe in the journal, and the file follows when the notebook is opened.
    pub is_in_file: bool,
}

/// Why a backup was not put back. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreError {
    /// There is no such backup.
    NotFound,
    /// Several names begin like that.
    Ambiguous(Vec<String>),
    /// The backup cannot take the place of the notebook.
    Unfit {
        /// Its name.
        name: String,
        /// Why.
        why: Unfit,
    },
    /// The notebook cannot be opened, and that is no damage.
    Open(OpenError),
    /// It cannot be written.
    Save(SaveError),
}

/// A backup that can be put back, and what it would come to.
struct Plan {
    nest: Nest,
    notebook: Notebook,
    restored: Restored,
}

impl Shelf {
    /// Says what restoring would do, and writes nothing.
    pub fn try_restore(&self, path: &Path, which: &str) -> Result<Restored, RestoreError> {
        self.plan(path, which).map(|plan| plan.restored)
    }

    /// Puts a backup back. `which` is its name, the beginning of it, or its number from the newest, which is 1.
    pub fn restore(
        &self,
        path: &Path,
        which: &str,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<Restored, RestoreError> {
        let Plan { nest, notebook, restored } = self.plan(path, which)?;
        if restored.before != Before::Whole {
            return self.put_back(nest, &notebook, restored, author, now);
        }
        let mut keeper = self.pen(path, author, now)?;
        let changes = changes(keeper.notebook(), &notebook, &restored.backup)?;
        let restored = restored.with(&changes);
        if changes.is_empty() {
            keeper.close(now)?;
            return Ok(restored);
        }
        let kept = Some(keeper.back_up(now)?);
        keeper.commit(Act::Do, Edit { deed: Deed::Restore, changes }, now)?;
        // It is safe from here on: a file that cannot follow now follows at the next opening.
        let is_in_file = keeper.close(now).is_ok();
        Ok(Restored { kept, is_in_file, ..restored })
    }

    /// The same where no file can be read: on top of the last known version, or else as the beginning of a new history.
    fn put_back(
        &self,
        nest: Nest,
        notebook: &Notebook,
        restored: Restored,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<Restored, RestoreError> {
        let (mut keeper, is_known) = Keeper::after_loss(self.shared_fs(), nest, notebook, author, now)?;
        let changes = changes(keeper.notebook(), notebook, &restored.backup)?;
        let mut restored = restored;
        if is_known {
            let unwritable = |_error| SaveError::Unwritable { path: keeper.path().to_owned() };
            let bytes = layout::write_notebook(keeper.notebook()).map_err(unwritable)?;
            let kept = Some(backup::write(self.fs(), keeper.nest(), &bytes, now)?);
            restored = Restored { kept, ..restored.with(&changes) };
        }
        // A history that begins says with what; one that goes on needs no change that is none.
        if !(is_known && changes.is_empty()) {
            keeper.commit(Act::Do, Edit { deed: Deed::Restore, changes }, now)?;
        }
        // Where no file can be read, what is only in the journal is not seen: it is not done until the file is there.
        keeper.close(now)?;
        Ok(restored)
    }

    fn plan(&self, path: &Path, which: &str) -> Result<Plan, RestoreError> {
        let fs = self.fs();
        let (before, now) = standing(self, path)?;
        let nest = lost::nest_of(fs, path)?;
        let backup = choose(backup::list(fs, &nest)?, which)?;
        let unfit = |why| RestoreError::Unfit { name: backup.name(), why };
        let notebook = backup::notebook_of(fs, &nest, &backup).map_err(unfit)?;
        let now = match now {
            Some(now) => Some(now),
            None => reference::find(fs, &nest, &Past::read(fs, &nest, Depth::Whole)?)?.map(|known| known.last),
        };
        let restored = Restored::all(backup, &notebook, before);
        let restored = match now {
            Some(now) => {
                let changes = changes(&now, &notebook, &restored.backup)?;
                restored.with(&changes)
            }
            None => restored,
        };
        Ok(Plan { nest, notebook, restored })
    }
}

/// How the file is, and what it says where it can be read and written.
fn standing(shelf: &Shelf, path: &Path) -> Result<(Before, Option<Notebook>), RestoreError> {
    match shelf.view(path) {
        Ok(viewed) => match (viewed.read_only, viewed.outside) {
            (Some(reason), _) => Err(SaveError::ReadOnly { path: path.to_owned(), reason }.into()),
            (None, Some(_)) => Err(SaveError::ChangedOutside { path: path.to_owned() }.into()),
            (None, None) => Ok((Before::Whole, Some(viewed.notebook))),
        },
        Err(OpenError::Damaged { .. } | OpenError::NotNotebook { .. } | OpenError::NoVersion { .. }) => {
            Ok((Before::Damaged, None))
        }
        Err(OpenError::Failed(Failure { kind: io::ErrorKind::NotFound, .. })) => Ok((Before::Missing, None)),
        Err(error) => Err(error.into()),
    }
}

/// Digits of a number from the newest; the beginning of a name has the year at least.
const DIGITS: usize = 3;

fn choose(oldest_first: Vec<Backup>, which: &str) -> Result<Backup, RestoreError> {
    let file = Path::new(which.trim()).file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let name = file.strip_suffix(".json").unwrap_or(file);
    if let Some(number) = name.parse::<usize>().ok().filter(|_| name.len() <= DIGITS) {
        let newest_first = oldest_first.into_iter().rev();
        return newest_first
            .zip(1..)
            .find_map(|(backup, at)| (at == number).then_some(backup))
            .ok_or(RestoreError::NotFound);
    }
    let is_meant = |backup: &Backup| {
        let start = backup.name().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        start && !name.is_empty()
    };
    let mut meant: Vec<Backup> = oldest_first.into_iter().filter(is_meant).collect();
    match (meant.pop(), meant.is_empty()) {
        (None, _) => Err(RestoreError::NotFound),
        (Some(only), true) => Ok(only),
        (Some(last), false) => {
            meant.push(last);
            Err(RestoreError::Ambiguous(meant.iter().map(Backup::name).collect()))
        }
    }
}

fn changes(now: &Notebook, then: &Notebook, backup: &Backup) -> Result<Vec<Change>, RestoreError> {
    // A file of another format was brought up to date while it was read: only another notebook is left.
    let unlike = |_unlike| RestoreError::Unfit { name: backup.name(), why: Unfit::OtherNotebook };
    compare::changes(now, then).map_err(unlike)
}

impl Restored {
    /// Where nothing is known of what was there, all comes back.
    fn all(backup: Backup, notebook: &Notebook, before: Before) -> Self {
        let (items, students) = (notebook.item_count(), notebook.students.len());
        Self { backup, before, added: items, changed: 0, removed: 0, items, students, kept: None, is_in_file: true }
    }

    fn with(self, changes: &[Change]) -> Self {
        let added = changes.iter().filter(|change| change.adds()).count();
        let removed = changes.iter().filter(|change| change.removes()).count();
        Self { added, changed: changes.len() - added - removed, removed, ..self }
    }
}

impl Keeper {
    /// Takes the pen of a notebook whose file is damaged or missing. It stands as it was last known (then the answer says
    /// so), or else as `instead`, with which history begins anew. A damaged file is kept in `salvage` first.
    fn after_loss(
        fs: Arc<dyn Fs>,
        nest: Nest,
        instead: &Notebook,
        author: &Author,
        now: DateTime<Utc>,
    ) -> Result<(Self, bool), SaveError> {
        let path = nest.path().to_owned();
        let read_only = |reason| SaveError::ReadOnly { path: path.clone(), reason };
        let lock = match pen::take(&*fs, &nest, author, now) {
            Pen::Ours(lock) => lock,
            Pen::Elsewhere(reason) => return Err(read_only(reason)),
        };
        let past = Past::read(&*fs, &nest, Depth::Whole)?;
        if past.is_newer() {
            return Err(read_only(ReadOnly::NewerJournal));
        }
        let file = match fs.read(&path, LIMIT + 1) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            read => Some(read.map_err(|error| Failure::new(&path, Doing::Read, &error))?),
        };
        if let Some(bytes) = &file {
            salvage::keep_original(&*fs, &nest, bytes, Sha::of(bytes))?;
        }
        make_safe(&*fs, &past, lock.is_some())?;
        let known = reference::find(&*fs, &nest, &past)?.map(|known| known.last);
        let is_known = known.is_some();
        let keeper = Self {
            path,
            file: file.as_deref().map(Sha::of),
            log: Log::new(author.clone(), nest.notebook(), nest, past.epoch),
            fs,
            notebook: Arc::new(known.unwrap_or_else(|| instead.clone())),
            size: file.as_deref().map_or(0, length),
            steps: past.last_step(),
            ahead: 1,
            fresh: !is_known,
            // What is damaged is no backup.
            last_backup: Some(now),
            drafts: Drafts::default(),
            ends_draft: false,
            _lock: lock,
        };
        Ok((keeper, is_known))
    }
}

impl From<SaveError> for RestoreError {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}
impl From<OpenError> for RestoreError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}
impl From<Failure> for RestoreError {
    fn from(failure: Failure) -> Self {
        Self::Save(failure.into())
    }
}
