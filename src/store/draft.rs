//! Text that is being typed, so that a dead battery costs a breath of it at most.
//!
//! One file for each process, beside the journals and apart from them: what is half-typed never becomes history. Never
//! looks at what it keeps.

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    error::Failure,
    fs::{Fs, Output},
    journal::record::{self, Link},
    nest::Nest,
    read::LIMIT,
};

/// Bytes of old versions that are kept before the file is begun anew.
const MOST: u64 = 256 * 1024;
/// The process's death costs nothing that was written; a power cut at most this much.
const SYNC_EVERY: TimeDelta = TimeDelta::seconds(5);

/// A form as it was when it was kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// When.
    #[serde(rename = "t")]
    pub at: DateTime<Utc>,
    /// What was typed, as the app wrote it.
    #[serde(rename = "d")]
    pub form: Value,
}

/// The draft of this process, and the files that others left behind.
#[derive(Debug, Default)]
pub struct Drafts {
    own: Option<File>,
    old: Vec<PathBuf>,
}

impl Drafts {
    /// Knows what others left behind; it is taken away when this process has kept or forgotten a draft of its own.
    pub fn after(old: Vec<PathBuf>) -> Self {
        Self { own: None, old }
    }

    /// Keeps a form in the place of the one before. `like` is what no other process calls its files.
    pub fn keep(&mut self, fs: &dyn Fs, nest: &Nest, like: &str, draft: &Draft) -> io::Result<()> {
        let own =
            if let Some(own) = &mut self.own { own } else { self.own.insert(File::create(fs, nest, like, draft.at)?) };
        own.keep(draft)?;
        self.take_away_old(fs);
        Ok(())
    }

    /// Forgets the form: it was kept or given up.
    pub fn forget(&mut self, fs: &dyn Fs) -> io::Result<()> {
        self.take_away_old(fs);
        self.own.as_mut().map_or(Ok(()), File::forget)
    }

    /// Takes the file away where nothing is in it.
    pub fn end(&mut self, fs: &dyn Fs) {
        if let Some(own) = self.own.take_if(|own| own.length == 0) {
            drop(fs.remove(&own.path));
        }
    }

    fn take_away_old(&mut self, fs: &dyn Fs) {
        for path in self.old.drain(..) {
            // One that stays is offered once more.
            drop(fs.remove(&path));
        }
    }
}

#[derive(Debug)]
struct File {
    path: PathBuf,
    output: Box<dyn Output>,
    length: u64,
    synced: DateTime<Utc>,
}

impl File {
    fn create(fs: &dyn Fs, nest: &Nest, like: &str, now: DateTime<Utc>) -> io::Result<Self> {
        nest.make(fs).map_err(|failure| io::Error::from(failure.kind))?;
        let path = nest.dir().join(format!("d-{like}.ndjson"));
        let output = fs.create_file(&path)?;
        Ok(Self { path, output, length: 0, synced: now })
    }

    fn keep(&mut self, draft: &Draft) -> io::Result<()> {
        let (line, _) = record::line(Link::default(), draft)?;
        if self.length > MOST {
            self.forget()?;
        }
        self.output.append(&line)?;
        self.length += u64::try_from(line.len()).unwrap_or(u64::MAX);
        if draft.at - self.synced >= SYNC_EVERY {
            self.synced = draft.at;
            self.output.sync()?;
        }
        Ok(())
    }

    fn forget(&mut self) -> io::Result<()> {
        if self.length > 0 {
            self.output.cut(0)?;
            self.length = 0;
        }
        Ok(())
    }
}

/// The youngest draft that another process left, and the files of all of them.
pub fn left_behind(fs: &dyn Fs, nest: &Nest) -> (Option<Draft>, Vec<PathBuf>) {
    let files = nest.drafts(fs).unwrap_or_default();
    let youngest = files.iter().filter_map(|path| last(fs, path)).max_by_key(|draft| draft.at);
    (youngest, files)
}

/// How many files hold a form.
pub fn waiting(fs: &dyn Fs, nest: &Nest) -> Result<usize, Failure> {
    Ok(nest.drafts(fs)?.iter().filter(|path| last(fs, path).is_some()).count())
}

/// The last whole line of a file.
fn last(fs: &dyn Fs, path: &Path) -> Option<Draft> {
    let bytes = fs.read(path, LIMIT).ok()?;
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').rev();
    let mut whole = lines.filter_map(|line| {
        let line = line.strip_suffix(b"\n")?;
        record::check(Link::default(), line)?;
        serde_json::from_slice(line).ok()
    });
    whole.next()
}
