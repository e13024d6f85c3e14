//! A disk that breaks one promise of the protocol, so that the proof is seen to find what it has to find.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use tep_notebook::store::{
    Fs,
    fs::{Kind, Lock, Output},
};

/// The promise that is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sabotage {
    /// The new file takes the place of the old one without having been waited for.
    NewFileNotSynced,
    /// The new file takes the place of the old one first, and is waited for afterwards.
    NewFileSyncedAfterwards,
    /// Nobody waits for any name.
    NamesNotSynced,
    /// Nobody waits for the journal's own name.
    JournalNameNotSynced,
    /// Nobody waits for the folder of the journals to be in its folder.
    NestNameNotSynced,
    /// What was called kept is in the memory of the system only.
    JournalNotSynced,
    /// The journal is waited for except where it announces a file.
    IntentNotSynced,
    /// The journal does not announce the file that is about to appear.
    IntentDropped,
    /// The file is written in its place instead of being exchanged.
    WrittenInPlace,
    /// What a failed write left is not taken back.
    CutIgnored,
    /// A sync that failed is asked for again, and believed.
    FailedSyncRetried,
    /// What cannot be written is called written.
    FailedWriteBelieved,
}

impl Sabotage {
    pub const ALL: [Self; 12] = [
        Self::NewFileNotSynced,
        Self::NewFileSyncedAfterwards,
        Self::NamesNotSynced,
        Self::JournalNameNotSynced,
        Self::NestNameNotSynced,
        Self::JournalNotSynced,
        Self::IntentNotSynced,
        Self::IntentDropped,
        Self::WrittenInPlace,
        Self::CutIgnored,
        Self::FailedSyncRetried,
        Self::FailedWriteBelieved,
    ];
}

/// A disk behind the saboteur.
#[derive(Debug)]
pub struct Saboteur {
    pub disk: Arc<dyn Fs>,
    pub breaks: Sabotage,
}

impl Saboteur {
    fn output(&self, path: &Path, output: Box<dyn Output>) -> Box<dyn Output> {
        Box::new(Broken { output, path: path.to_owned(), breaks: self.breaks, announces: AtomicBool::new(false) })
    }
}

fn is_journal(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ndjson")
}

fn is_temporary(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "tmp")
}

impl Fs for Saboteur {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.disk.read(path, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.disk.list(folder)
    }

    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        self.disk.kind(path)
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.disk.real_path(path)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.create_folder(folder)
    }

    fn create_file(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.disk.create_file(path).map(|output| self.output(path, output))
    }

    fn open_file(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.disk.open_file(path).map(|output| self.output(path, output))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if self.breaks == Sabotage::WrittenInPlace {
            let (new, old) = (self.disk.read(one, u64::MAX)?, self.disk.read(other, u64::MAX)?);
            for (path, bytes) in [(other, new), (one, old)] {
                let mut file = self.disk.open_file(path)?;
                file.cut(0)?;
                file.append(&bytes)?;
                file.sync()?;
            }
            return Ok(());
        }
        self.disk.exchange(one, other)?;
        if self.breaks == Sabotage::NewFileSyncedAfterwards { self.disk.open_file(other)?.sync() } else { Ok(()) }
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.link(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let depth = folder.components().count();
        let is_left_out = match self.breaks {
            Sabotage::NamesNotSynced => true,
            Sabotage::JournalNameNotSynced => depth == 4,
            Sabotage::NestNameNotSynced => depth == 3,
            _ => false,
        };
        if is_left_out { Ok(()) } else { self.disk.sync_folder(folder) }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }

    fn lock(&self, path: &Path, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        self.disk.lock(path, note)
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        self.disk.is_locked(path)
    }

    fn mode(&self, path: &Path) -> io::Result<Option<u32>> {
        self.disk.mode(path)
    }

    fn room(&self, folder: &Path) -> Option<u64> {
        self.disk.room(folder)
    }
}

#[derive(Debug)]
struct Broken {
    output: Box<dyn Output>,
    path: PathBuf,
    breaks: Sabotage,
    /// Whether the last line announces a file.
    announces: AtomicBool,
}

impl Output for Broken {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let announces = bytes.windows(9).any(|piece| piece == br#"{"intent""#.as_slice());
        self.announces.store(announces, Ordering::Relaxed);
        match self.breaks {
            Sabotage::IntentDropped if announces => Ok(()),
            Sabotage::FailedWriteBelieved => self.output.append(bytes).or(Ok(())),
            _ => self.output.append(bytes),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let is_left_out = match self.breaks {
            Sabotage::NewFileNotSynced | Sabotage::NewFileSyncedAfterwards => is_temporary(&self.path),
            Sabotage::JournalNotSynced => is_journal(&self.path),
            Sabotage::IntentNotSynced => is_journal(&self.path) && self.announces.load(Ordering::Relaxed),
            _ => false,
        };
        if is_left_out {
            return Ok(());
        }
        let synced = self.output.sync();
        if self.breaks == Sabotage::FailedSyncRetried { synced.or_else(|_| self.output.sync()) } else { synced }
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        if self.breaks == Sabotage::CutIgnored { Ok(()) } else { self.output.cut(length) }
    }

    fn reserve(&mut self, bytes: u64) -> io::Result<()> {
        self.output.reserve(bytes)
    }
}
