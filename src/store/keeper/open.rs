//! Opening: from what lies on the disk to the notebook as it was last kept.
//!
//! Owns the questions that only a person can answer: a file that somebody changed outside, a file that is damaged. Until
//! they are answered nothing is written.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Keeper, Story,
    checkpoint::length,
    state::{self, Clear, Strange},
};
use crate::{
    notebook::{Notebook, edit::Change, id::Id},
    store::{
        damage::Damage,
        draft::{self, Drafts},
        error::{Failure, OpenError, Step},
        fs::Fs,
        journal::What,
        log::{Author, Log},
        nest::Nest,
        past::{Depth, Past},
        pen::{self, Pen},
        read::{self, LIMIT, Unreadable},
        reference, replace, salvage,
        sha::Sha,
        shelf::ReadOnly,
        tidy,
    },
};

/// Bytes of a file in which its id stands, if this program wrote it.
const GLANCE: u64 = 1024;
/// How far a clock may be behind the last record before it is said.
const CLOCK_SLACK: TimeDelta = TimeDelta::days(1);

/// What a person has allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Nothing yet: ask.
    Ask,
    /// To take over the changes in the file with this hash.
    Adopt(Sha),
    /// To build the notebook anew from what can be read, where the file has this hash.
    Rebuild(Sha),
}

/// What opening comes to.
#[derive(Debug)]
pub enum Opening {
    /// The notebook is open.
    Ready(Box<Ready>),
    /// Somebody changed the file outside this program: a person has to look.
    Outside(Box<Outside>),
}

/// An open notebook.
#[derive(Debug)]
pub struct Ready {
    /// Who writes it, or why nobody does.
    pub keeper: Result<Keeper, ReadOnly>,
    /// The notebook as it was last kept.
    pub notebook: Arc<Notebook>,
    /// What there is to tell.
    pub story: Story,
}

/// A file that was changed outside.
#[derive(Debug)]
pub struct Outside {
    /// The file.
    pub path: PathBuf,
    /// Its hash: the leave to take it over holds for this one.
    pub sha: Sha,
    /// What is different, from the last known version to the file; none where no older version is left to compare with.
    pub changes: Vec<Change>,
    /// The last known version, with everything that was kept. Without one, the file with what was kept on top.
    pub last_known: Arc<Notebook>,
}

/// The file as it was read.
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    pub(super) sha: Sha,
    pub(super) nest: Nest,
    /// The notebook that its journals know by this file; or what the file says, where no journal does.
    pub(super) id: Id<Notebook>,
}

impl Keeper {
    /// Opens a notebook as it was last kept, and takes the pen where nobody else has it.
    ///
    /// The file is not changed. What a killed process had written to its journal is made safe first, so that what is
    /// shown can be relied on.
    pub fn open(
        fs: Arc<dyn Fs>,
        path: &Path,
        author: &Author,
        leave: Leave,
        now: DateTime<Utc>,
    ) -> Result<Opening, OpenError> {
        let nest = match nest_at_a_glance(&*fs, path) {
            Some(nest) => nest,
            None => find(&*fs, path).map_err(|error| without_hope(error, leave))?.nest,
        };
        let pen = pen::take(&*fs, &nest, author, now);
        // Read again, now that nobody else writes: what the last one put there is not taken for a stranger's.
        let found = find(&*fs, path)?;
        if found.nest.dir() != nest.dir() {
            drop(pen);
            return Self::open(fs, path, author, leave, now);
        }
        let past = Past::read(&*fs, &found.nest, Depth::To(found.sha))?;
        let clear = match past.find(found.sha) {
            Some(place) => state::known(&found, &past, place)?,
            None if past.is_empty() => state::new(&found, leave)?,
            // Which file this is, a newer program may have noted.
            None if past.is_newer() => state::careful(&found)?,
            None => match state::strange(&*fs, &found, leave)? {
                Strange::Clear(clear) => *clear,
                Strange::Ask(outside) => return Ok(Opening::Outside(Box::new(outside))),
            },
        };
        finish(fs, found, &past, pen, clear, author, now)
    }
}

/// A notebook that is only looked at.
#[derive(Debug)]
pub struct Viewed {
    /// The notebook as it was last kept.
    pub notebook: Notebook,
    /// Why it could not be written either, if so.
    pub read_only: Option<ReadOnly>,
    /// Changes that are in the journal and not in the file.
    pub unfinished: usize,
    /// The file is an older copy that somebody put back.
    pub is_old_copy: bool,
    /// How many changes somebody made in the file outside this program, where a person has to look at them first.
    pub outside: Option<usize>,
}

/// Reads a notebook as it was last kept, without writing anything. A file that was changed outside is read as it would be
/// taken over.
pub fn view(fs: &dyn Fs, path: &Path) -> Result<Viewed, OpenError> {
    let found = find(fs, path)?;
    let past = Past::read(fs, &found.nest, Depth::To(found.sha))?;
    let (clear, outside) = match past.find(found.sha) {
        Some(place) => (state::known(&found, &past, place)?, None),
        None if past.is_empty() || past.is_newer() => (state::careful(&found)?, None),
        None => match state::strange(fs, &found, Leave::Ask)? {
            Strange::Clear(clear) => (*clear, None),
            Strange::Ask(outside) => (taken_over(fs, &found)?, Some(outside.changes.len())),
        },
    };
    let Clear { notebook, read_only, ahead, story, .. } = clear;
    Ok(Viewed { notebook, read_only, unfinished: ahead, is_old_copy: story.was_old_copy, outside })
}

/// The notebook as it would be if what somebody wrote into its file were taken over.
fn taken_over(fs: &dyn Fs, found: &Found) -> Result<Clear, OpenError> {
    match state::strange(fs, found, Leave::Adopt(found.sha))? {
        Strange::Clear(clear) => Ok(*clear),
        Strange::Ask(_) => state::careful(found),
    }
}

/// What somebody changed in the file of a notebook that is open, against what was kept; none where nobody did. Nothing is
/// written, and the pen stays where it is.
pub fn outside(fs: &dyn Fs, path: &Path) -> Result<Option<Outside>, OpenError> {
    let found = find(fs, path)?;
    let past = Past::read(fs, &found.nest, Depth::To(found.sha))?;
    if past.find(found.sha).is_some() || past.is_empty() {
        return Ok(None);
    }
    Ok(match state::strange(fs, &found, Leave::Ask)? {
        Strange::Ask(outside) => Some(outside),
        Strange::Clear(_) => None,
    })
}

/// Who has leave to rebuild a file that is damaged beyond that has to know it.
fn without_hope(error: OpenError, leave: Leave) -> OpenError {
    match (error, leave) {
        (OpenError::Damaged { path, .. }, Leave::Rebuild(_)) => OpenError::BeyondRepair { path },
        (error, _) => error,
    }
}

/// The folder of the journals, where the beginning of the file says which; enough to ask for the lock.
fn nest_at_a_glance(fs: &dyn Fs, path: &Path) -> Option<Nest> {
    let path = fs.real_path(path).ok()?;
    let nest = Nest::of(&path, read::id(&fs.read(&path, GLANCE).ok()?)?);
    nest.journals(fs).is_ok_and(|journals| !journals.is_empty()).then_some(nest)
}

/// Reads the file and finds the folder of its journals.
fn find(fs: &dyn Fs, path: &Path) -> Result<Found, OpenError> {
    let failure = |error: std::io::Error| Failure::new(path, Step::Read, &error);
    let path = fs.real_path(path).map_err(failure)?;
    let bytes = fs.read(&path, LIMIT + 1).map_err(failure)?;
    if length(&bytes) > LIMIT {
        return Err(OpenError::TooBig { path });
    }
    let said = read::id(&bytes);
    let is_known = |id| Nest::of(&path, id).journals(fs).map(|journals| !journals.is_empty());
    let id = match said {
        Some(id) if is_known(id)? => Some(id),
        // An id that no journal knows may be a damaged one.
        _ => reference::id_of_file(fs, &path).or(said),
    };
    let Some(id) = id else {
        let why = read::notebook(&bytes).err().unwrap_or(Unreadable::NotNotebook);
        return Err(why.at(&path, &bytes));
    };
    let (sha, nest) = (Sha::of(&bytes), Nest::of(&path, id));
    Ok(Found { path, bytes, sha, nest, id })
}

/// Makes safe what is relied on, tidies up, and hands over the pen.
fn finish(
    fs: Arc<dyn Fs>,
    found: Found,
    past: &Past,
    pen: Pen,
    clear: Clear,
    author: &Author,
    now: DateTime<Utc>,
) -> Result<Opening, OpenError> {
    let Clear { notebook, mut story, read_only, first, ahead, fresh } = clear;
    let notebook = Arc::new(notebook);
    let newer = past.is_newer().then_some(ReadOnly::NewerJournal);
    story.clock_went_back = past.last_moment().is_some_and(|last| last - now > CLOCK_SLACK);
    let lock = match (read_only.or(newer), pen) {
        (None, Pen::Ours(lock)) => lock,
        (Some(reason), _) | (None, Pen::Elsewhere(reason)) => {
            return Ok(Opening::Ready(Box::new(Ready { keeper: Err(reason), notebook, story })));
        }
    };
    make_safe(&*fs, past, lock.is_some())?;
    story.broken_journals = tidy::broken_journals(&*fs, &found.nest, past);
    if lock.is_some() {
        tidy::torn_ends(&*fs, &found.nest, past);
        tidy::abandoned_journals(&*fs, past);
        tidy::leftovers(&*fs, &found.path, &found.nest, past);
    }
    if !begins_anew(&first) {
        story.stacks = past.stacks();
    }
    // Without a lock nobody knows whether somebody is typing there still.
    let (left, left_drafts) = if lock.is_some() { draft::left_behind(&*fs, &found.nest) } else { Default::default() };
    story.draft = left;
    if let Some(report) = &mut story.rebuilt {
        report.original = salvage::keep_original(&*fs, &found.nest, &found.bytes, found.sha)?;
    }
    let log = Log::new(author.clone(), notebook.id, found.nest, past.epoch);
    let mut keeper = Keeper {
        fs,
        path: found.path,
        notebook: Arc::clone(&notebook),
        file: Some(found.sha),
        size: length(&found.bytes),
        log,
        steps: past.last_step(),
        ahead,
        fresh,
        // What is damaged is no backup.
        last_backup: story.rebuilt.as_ref().map(|_| now),
        drafts: Drafts::after(left_drafts),
        ends_draft: false,
        _lock: lock,
    };
    for what in first {
        keeper.say_first(what, now, &mut story);
    }
    Ok(Opening::Ready(Box::new(Ready { keeper: Ok(keeper), notebook, story })))
}

/// Whether what was recorded before does not lead to the notebook that is shown: nothing of it can be undone.
fn begins_anew(first: &[What]) -> bool {
    first.iter().any(|what| matches!(what, What::Seen(mark) if mark.fresh))
}

/// What a killed process wrote may be in the memory of the system only; what is shown from now on must not be.
///
/// A sync that failed for that process would be answered with a lie here: its journal is written anew, word for word, in
/// the place of the old one. Where that is refused, and where nobody can say that the process is gone, a sync is all there
/// is.
pub(super) fn make_safe(fs: &dyn Fs, past: &Past, is_alone: bool) -> Result<(), Failure> {
    for chapter in past.unfinished() {
        let anew = || {
            let bytes = fs.read(&chapter.path, LIMIT).ok().filter(|bytes| (bytes.len() as u64) < LIMIT)?;
            replace::replace(fs, &chapter.path, &bytes).ok()
        };
        if is_alone && anew().is_some() {
            continue;
        }
        let synced = fs.open_file(&chapter.path).and_then(|mut file| file.sync());
        synced.map_err(|error| Failure::new(&chapter.path, Step::SyncJournal, &error))?;
    }
    Ok(())
}

impl Keeper {
    /// Notes what opening decided; a change among it can be undone like any other.
    fn say_first(&mut self, what: What, now: DateTime<Utc>, story: &mut Story) {
        let what = match what {
            What::Edit(mut step) => {
                self.steps += 1;
                step.n = self.steps;
                story.stacks.done.push(step.edit.clone());
                story.stacks.undone.clear();
                What::Edit(step)
            }
            what => what,
        };
        self.log.say(what, now);
    }
}

impl Unreadable {
    /// The error of a file at this path with these bytes.
    pub(crate) fn at(self, path: &Path, bytes: &[u8]) -> OpenError {
        let path = path.to_owned();
        match self {
            Self::Damaged(Damage { line, column, reason }) => {
                OpenError::Damaged { path, sha: Sha::of(bytes), line, column, reason }
            }
            Self::NotNotebook => OpenError::NotNotebook { path },
            Self::NoVersion => OpenError::NoVersion { path },
            Self::TooOld { version } => OpenError::TooOld { path, version },
            Self::Newer { version } => OpenError::Newer { path, version },
        }
    }
}
