//! A disk in memory that fails when it is told to, and forgets what was not synced when the power goes.
//!
//! Owns the simulation. Never used by the program itself: tests try every failure with it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Fs, Kind};

/// One operation, as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// `read`.
    Read(PathBuf),
    /// `list`.
    List(PathBuf),
    /// `kind`.
    Kind(PathBuf),
    /// `real_path`.
    RealPath(PathBuf),
    /// `create_folder`.
    CreateFolder(PathBuf),
    /// `create_file`, with the number of bytes.
    CreateFile(PathBuf, usize),
    /// `sync_file`.
    SyncFile(PathBuf),
    /// `rename`.
    Rename(PathBuf, PathBuf),
    /// `sync_folder`.
    SyncFolder(PathBuf),
    /// `remove`.
    Remove(PathBuf),
}

impl Op {
    /// Whether the operation changes what is on the disk or waits for it.
    pub fn writes(&self) -> bool {
        !matches!(self, Self::Read(_) | Self::List(_) | Self::Kind(_) | Self::RealPath(_))
    }
}

/// When and how the disk fails; operations are counted from zero, since the fault was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This operation fails, later ones work. A file being written is left half written.
    At(usize, io::ErrorKind),
    /// This operation and all later ones fail: the process was killed or the stick pulled out.
    From(usize, io::ErrorKind),
}

impl Fault {
    fn strikes(self, number: usize) -> Option<io::ErrorKind> {
        match self {
            Self::At(at, kind) => (number == at).then_some(kind),
            Self::From(from, kind) => (number >= from).then_some(kind),
        }
    }
}

/// Which of the folder's changes since it was last synced survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// None: the folder is as it was synced.
    Synced,
    /// All: the system had written them by itself.
    Latest,
}

#[derive(Debug, Clone, Default)]
struct Content {
    bytes: Vec<u8>,
    synced: bool,
}

/// Number of a file's content; a name points at it.
type Inode = usize;

#[derive(Debug, Default)]
struct State {
    contents: Vec<Content>,
    names: BTreeMap<PathBuf, Inode>,
    synced_names: BTreeMap<PathBuf, Inode>,
    folders: BTreeSet<PathBuf>,
    ops: Vec<Op>,
    fault: Option<Fault>,
    since: usize,
}

impl State {
    /// Counts the operation and says whether it fails.
    fn begin(&mut self, op: Op) -> io::Result<()> {
        let number = self.ops.len() - self.since;
        self.ops.push(op);
        match self.fault.and_then(|fault| fault.strikes(number)) {
            Some(kind) => Err(kind.into()),
            None => Ok(()),
        }
    }

    fn add(&mut self, path: &Path, bytes: &[u8], synced: bool) {
        self.contents.push(Content { bytes: bytes.to_vec(), synced });
        self.names.insert(path.to_owned(), self.contents.len() - 1);
    }

    fn content(&self, path: &Path) -> io::Result<&Content> {
        let inode = self.names.get(path).ok_or(io::ErrorKind::NotFound)?;
        self.contents.get(*inode).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn parent_exists(&self, path: &Path) -> io::Result<()> {
        match path.parent() {
            Some(parent) if !self.folders.contains(parent) => Err(io::ErrorKind::NotFound.into()),
            _ => Ok(()),
        }
    }
}

/// A disk in memory with one folder, `/`, to begin with.
#[derive(Debug)]
pub struct MemoryFs(Mutex<State>);

impl Default for MemoryFs {
    fn default() -> Self {
        Self(Mutex::new(State { folders: BTreeSet::from([PathBuf::from("/")]), ..State::default() }))
    }
}

impl MemoryFs {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a folder and a synced file there, as if they had always been there; not counted as operations.
    pub fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        let path = path.as_ref();
        let mut state = self.state();
        state.folders.extend(path.ancestors().skip(1).map(Path::to_owned));
        state.add(path, bytes, true);
        state.synced_names = state.names.clone();
    }

    /// The bytes of a file, where it exists; not counted as an operation.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        self.state().content(path.as_ref()).ok().map(|content| content.bytes.clone())
    }

    /// The paths of all files.
    pub fn files(&self) -> Vec<PathBuf> {
        self.state().names.keys().cloned().collect()
    }

    /// All operations since the fault was last set (or since the beginning), failed ones too.
    pub fn ops(&self) -> Vec<Op> {
        let state = self.state();
        state.ops.iter().skip(state.since).cloned().collect()
    }

    /// Sets or lifts the fault; counting begins anew.
    pub fn set_fault(&self, fault: Option<Fault>) {
        let mut state = self.state();
        state.fault = fault;
        state.since = state.ops.len();
    }

    /// The disk that is found after a power cut: content that was not synced is gone, and names are as said.
    #[must_use]
    pub fn after_power_cut(&self, names: Names) -> Self {
        let state = self.state();
        let names = match names {
            Names::Synced => state.synced_names.clone(),
            Names::Latest => state.names.clone(),
        };
        let contents = state
            .contents
            .iter()
            .map(|content| if content.synced { content.clone() } else { Content { bytes: Vec::new(), synced: true } })
            .collect();
        Self(Mutex::new(State {
            contents,
            synced_names: names.clone(),
            names,
            folders: state.folders.clone(),
            ..State::default()
        }))
    }
}

impl Fs for MemoryFs {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.begin(Op::Read(path.to_owned()))?;
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        state.content(path).map(|content| content.bytes.iter().take(most).copied().collect())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.begin(Op::List(folder.to_owned()))?;
        if !state.folders.contains(folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = |path: &&PathBuf| path.parent() == Some(folder);
        let mut paths: Vec<PathBuf> = state.names.keys().filter(inside).cloned().collect();
        paths.extend(state.folders.iter().filter(inside).cloned());
        paths.sort();
        Ok(paths)
    }

    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        let mut state = self.state();
        state.begin(Op::Kind(path.to_owned()))?;
        Ok(if state.names.contains_key(path) {
            Some(Kind::File)
        } else {
            state.folders.contains(path).then_some(Kind::Folder)
        })
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        let mut state = self.state();
        state.begin(Op::RealPath(path.to_owned()))?;
        state.content(path).map(|_| path.to_owned())
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::CreateFolder(folder.to_owned()))?;
        state.parent_exists(folder)?;
        if state.folders.insert(folder.to_owned()) { Ok(()) } else { Err(io::ErrorKind::AlreadyExists.into()) }
    }

    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        let begun = state.begin(Op::CreateFile(path.to_owned(), bytes.len()));
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.parent_exists(path)?;
        match begun {
            Ok(()) => state.add(path, bytes, false),
            // A disk that fills up takes the first half.
            Err(_) => state.add(path, bytes.get(..bytes.len() / 2).unwrap_or_default(), false),
        }
        begun
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::SyncFile(path.to_owned()))?;
        let inode = *state.names.get(path).ok_or(io::ErrorKind::NotFound)?;
        if let Some(content) = state.contents.get_mut(inode) {
            content.synced = true;
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Rename(from.to_owned(), to.to_owned()))?;
        state.parent_exists(to)?;
        let inode = state.names.remove(from).ok_or(io::ErrorKind::NotFound)?;
        state.names.insert(to.to_owned(), inode);
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::SyncFolder(folder.to_owned()))?;
        state.parent_exists(&folder.join("x"))?;
        let inside = |path: &PathBuf| path.parent() == Some(folder);
        state.synced_names.retain(|path, _| !inside(path));
        let now: Vec<(PathBuf, Inode)> =
            state.names.iter().filter(|(path, _)| inside(path)).map(|(path, inode)| (path.clone(), *inode)).collect();
        state.synced_names.extend(now);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Remove(path.to_owned()))?;
        state.names.remove(path).map(|_| ()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}
