//! A disk in memory that fails when it is told to, and forgets what was not synced when the power goes.
//!
//! Owns the simulation. Never used by the program itself: tests try every failure with it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{Fs, Kind, Lock, Output};

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
    /// `create_file`.
    CreateFile(PathBuf),
    /// `open_file`.
    OpenFile(PathBuf),
    /// `append`, with the number of bytes.
    Append(PathBuf, usize),
    /// `sync` of a file.
    SyncFile(PathBuf),
    /// `cut`, with the length.
    Cut(PathBuf, u64),
    /// `rename`.
    Rename(PathBuf, PathBuf),
    /// `exchange`.
    Exchange(PathBuf, PathBuf),
    /// `link`.
    Link(PathBuf, PathBuf),
    /// `lock`.
    Lock(PathBuf),
    /// `sync_folder`.
    SyncFolder(PathBuf),
    /// `remove`.
    Remove(PathBuf),
}

impl Op {
    /// Whether the operation changes what is on the disk or waits for it.
    pub fn writes(&self) -> bool {
        !matches!(
            self,
            Self::Read(_) | Self::List(_) | Self::Kind(_) | Self::RealPath(_) | Self::OpenFile(_) | Self::Lock(_)
        )
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
    /// What is on the medium.
    synced: Vec<u8>,
}

/// Number of a file's content; a name points at it.
type Inode = usize;

#[derive(Debug, Default)]
struct State {
    contents: Vec<Content>,
    names: BTreeMap<PathBuf, Inode>,
    synced_names: BTreeMap<PathBuf, Inode>,
    folders: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
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

    fn add(&mut self, path: &Path, content: Content) -> Inode {
        let inode = self.contents.len();
        self.contents.push(content);
        self.names.insert(path.to_owned(), inode);
        inode
    }

    fn at(&mut self, inode: Inode) -> io::Result<&mut Content> {
        self.contents.get_mut(inode).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn inode(&self, path: &Path) -> io::Result<Inode> {
        self.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
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
pub struct MemoryFs(Arc<Mutex<State>>);

impl Default for MemoryFs {
    fn default() -> Self {
        Self::of(State { folders: BTreeSet::from([PathBuf::from("/")]), ..State::default() })
    }
}

impl MemoryFs {
    fn of(state: State) -> Self {
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }

    /// Puts a folder and a synced file there, as if they had always been there; not counted as operations.
    pub fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        let path = path.as_ref();
        let mut state = self.state();
        state.folders.extend(path.ancestors().skip(1).map(Path::to_owned));
        state.add(path, Content { bytes: bytes.to_vec(), synced: bytes.to_vec() });
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
        let survives = |content: &Content| Content { bytes: content.synced.clone(), synced: content.synced.clone() };
        Self::of(State {
            contents: state.contents.iter().map(survives).collect(),
            synced_names: names.clone(),
            names,
            folders: state.folders.clone(),
            ..State::default()
        })
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
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

    fn create_file(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let mut state = self.state();
        state.begin(Op::CreateFile(path.to_owned()))?;
        if state.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.parent_exists(path)?;
        let inode = state.add(path, Content::default());
        Ok(Box::new(MemoryFile { disk: Arc::clone(&self.0), inode, path: path.to_owned() }))
    }

    fn open_file(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let mut state = self.state();
        state.begin(Op::OpenFile(path.to_owned()))?;
        let inode = state.inode(path)?;
        Ok(Box::new(MemoryFile { disk: Arc::clone(&self.0), inode, path: path.to_owned() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Rename(from.to_owned(), to.to_owned()))?;
        state.parent_exists(to)?;
        let inode = state.names.remove(from).ok_or(io::ErrorKind::NotFound)?;
        state.names.insert(to.to_owned(), inode);
        Ok(())
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Exchange(one.to_owned(), other.to_owned()))?;
        let (first, second) = (state.inode(one)?, state.inode(other)?);
        state.names.insert(one.to_owned(), second);
        state.names.insert(other.to_owned(), first);
        Ok(())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Link(from.to_owned(), to.to_owned()))?;
        state.parent_exists(to)?;
        let inode = state.inode(from)?;
        if state.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
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

    fn lock(&self, path: &Path, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        let mut state = self.state();
        state.begin(Op::Lock(path.to_owned()))?;
        state.parent_exists(path)?;
        if !state.locked.insert(path.to_owned()) {
            return Ok(None);
        }
        state.add(path, Content { bytes: note.to_vec(), synced: Vec::new() });
        Ok(Some(Box::new(MemoryLock { disk: Arc::clone(&self.0), path: path.to_owned() })))
    }

    fn room(&self, _folder: &Path) -> Option<u64> {
        None
    }
}

#[derive(Debug)]
struct MemoryFile {
    disk: Arc<Mutex<State>>,
    inode: Inode,
    path: PathBuf,
}

impl Output for MemoryFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = lock(&self.disk);
        let begun = state.begin(Op::Append(self.path.clone(), bytes.len()));
        // A disk that fills up takes the first half.
        let taken = if begun.is_ok() { bytes.len() } else { bytes.len() / 2 };
        state.at(self.inode)?.bytes.extend(bytes.iter().take(taken));
        begun
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = lock(&self.disk);
        state.begin(Op::SyncFile(self.path.clone()))?;
        let content = state.at(self.inode)?;
        content.synced.clone_from(&content.bytes);
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let mut state = lock(&self.disk);
        state.begin(Op::Cut(self.path.clone(), length))?;
        state.at(self.inode)?.bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        Ok(())
    }

    fn reserve(&mut self, _bytes: u64) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
struct MemoryLock {
    disk: Arc<Mutex<State>>,
    path: PathBuf,
}

impl Lock for MemoryLock {}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        lock(&self.disk).locked.remove(&self.path);
    }
}
