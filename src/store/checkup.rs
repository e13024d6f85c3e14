//! How a notebook is kept, for whoever has to help: states and counts.
//!
//! Owns the looking. Never writes, and never passes on a word of what a notebook says.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::{
    draft,
    error::{Failure, OpenError},
    fs::Fs,
    journal::Damage,
    lost,
    nest::{Nest, files},
    past::{Depth, Past},
    pen::{self, Holder},
    read::{self, LIMIT},
    shelf::{ReadOnly, Shelf},
    tidy,
};

/// How a notebook is kept.
#[derive(Debug)]
pub struct Checkup {
    /// The file as it is read, or why it cannot be.
    pub file: Result<State, OpenError>,
    /// Changes that are in the journal and not in the file.
    pub unfinished: usize,
    /// The journals.
    pub journals: Journals,
    /// Who writes now, if somebody does.
    pub holder: Option<Holder>,
    /// The backups.
    pub backups: Backups,
    /// Temporary files that a killed program left.
    pub leftovers: usize,
    /// Forms that were half typed.
    pub drafts: usize,
    /// Pieces that were put aside because they are damaged.
    pub salvaged: usize,
    /// What others on this machine may read or write, with its mode.
    pub exposed: Vec<(PathBuf, u32)>,
}

/// A file that can be read.
#[derive(Debug)]
pub struct State {
    /// The version of its format.
    pub version: u32,
    /// Why it must not be written, if so.
    pub read_only: Option<ReadOnly>,
    /// It is an older copy that somebody put back.
    pub is_old_copy: bool,
    /// How many changes somebody made outside this program, where a person has to look at them.
    pub outside: Option<usize>,
}

/// The journals of a notebook.
#[derive(Debug, Default)]
pub struct Journals {
    /// How many there are.
    pub all: usize,
    /// Those whose last line is not whole.
    pub torn: usize,
    /// Those that are damaged in the middle, of which nobody was told.
    pub broken: usize,
    /// Those of which somebody was told.
    pub told: usize,
    /// Those that only a newer program understands.
    pub newer: usize,
}

/// The backups of a notebook.
#[derive(Debug, Default)]
pub struct Backups {
    /// How many there are.
    pub all: usize,
    /// Those that cannot be put back.
    pub unfit: usize,
    /// When the newest was made.
    pub newest: Option<DateTime<Utc>>,
}

impl Shelf {
    /// Looks at everything that lies beside a notebook, whatever became of its file.
    pub fn checkup(&self, path: &Path) -> Result<Checkup, Failure> {
        let viewed = self.view(path);
        let unfinished = viewed.as_ref().ok().filter(|viewed| viewed.outside.is_none()).map(|viewed| viewed.unfinished);
        let file = viewed.map(|viewed| State {
            version: version(self.fs(), path),
            read_only: viewed.read_only,
            is_old_copy: viewed.is_old_copy,
            outside: viewed.outside,
        });
        let leftovers = tidy::temporary(self.fs(), path)?.len();
        let exposed = exposed(self.fs(), [path]);
        let mut checkup = Checkup {
            file,
            unfinished: unfinished.unwrap_or(0),
            journals: Journals::default(),
            holder: None,
            backups: Backups::default(),
            leftovers,
            drafts: 0,
            salvaged: 0,
            exposed,
        };
        match lost::nest_of(self.fs(), path) {
            Ok(nest) => self.look_into(&nest, unfinished.is_none(), &mut checkup)?,
            Err(OpenError::Failed(failure)) if checkup.file.is_ok() => return Err(failure),
            // Nothing lies beside a file that does not say what it is.
            Err(_) => {}
        }
        Ok(checkup)
    }

    fn look_into(&self, nest: &Nest, is_strange: bool, checkup: &mut Checkup) -> Result<(), Failure> {
        let fs = self.fs();
        let past = Past::read(fs, nest, Depth::Whole)?;
        if is_strange {
            checkup.unfinished = past.pending().len();
        }
        checkup.journals = journals(fs, nest, &past);
        checkup.holder = pen::held_by(fs, nest);
        if let Ok(kept) = self.backups(nest.path()) {
            let unfit = kept.iter().filter(|kept| kept.notebook.is_err()).count();
            checkup.backups = Backups { all: kept.len(), unfit, newest: kept.last().map(|kept| kept.backup.at) };
        }
        checkup.drafts = draft::waiting(fs, nest)?;
        checkup.salvaged = files(fs, &nest.salvage())?.len();
        let inside = [nest.dir(), &nest.backups(), &nest.salvage()].map(|folder| files(fs, folder).unwrap_or_default());
        checkup.exposed.extend(exposed(fs, inside.iter().flatten().map(PathBuf::as_path).chain([nest.dir()])));
        Ok(())
    }
}

/// The version that a file says; zero where it says none.
fn version(fs: &dyn Fs, path: &Path) -> u32 {
    let bytes = fs.read(path, LIMIT).unwrap_or_default();
    read::text(&bytes).and_then(read::head).map_or(0, |head| head.version)
}

fn journals(fs: &dyn Fs, nest: &Nest, past: &Past) -> Journals {
    let mut journals = Journals { all: past.chapters.len(), ..Journals::default() };
    for chapter in &past.chapters {
        match chapter.damage {
            Some(Damage::Torn) => journals.torn += 1,
            Some(Damage::Broken) if tidy::is_told(fs, nest, chapter) => journals.told += 1,
            Some(Damage::Broken) => journals.broken += 1,
            Some(Damage::Newer) => journals.newer += 1,
            None => {}
        }
    }
    journals
}

/// Those of these files and folders that others than their owner may read or write.
pub fn exposed<'p>(fs: &dyn Fs, paths: impl IntoIterator<Item = &'p Path>) -> Vec<(PathBuf, u32)> {
    let mode = |path: &Path| fs.mode(path).ok().flatten().filter(|mode| mode & 0o077 != 0);
    paths.into_iter().filter_map(|path| Some((path.to_owned(), mode(path)?))).collect()
}
