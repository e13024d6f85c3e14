//! A disk in memory that fails when it is told to, and forgets what was not synced when the power goes.
//!
//! Owns the simulation: the [`Medium`] knows what is certain, a [`Fault`] says which operation fails, and
//! [`Medium::after_power_cuts`] gives every disk that can be found afterwards. Never used by the program itself: tests try
//! every failure with it.

mod content;
mod crash;
mod fault;
mod handle;
mod medium;
mod op;
mod state;

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{Fs, Kind, Lock, Output};
use content::{Bytes, Content};
use handle::{MemoryFile, MemoryLock};
use medium::{Entry, Inode, is_inside};

pub use fault::{Ability, Fault};
pub use medium::Medium;
pub use op::Op;
pub use state::Moment;
use state::State;

/// Which of the folder's changes since it was last synced survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// None: the folder is as it was synced.
    Synced,
    /// All: the system had written them by itself.
    Latest,
}

/// A disk in memory with one folder, `/`, to begin with.
#[derive(Debug, Default)]
pub struct MemoryFs(Arc<Mutex<State>>);

impl MemoryFs {
    /// A disk as it was found or kept; nobody has a lock on it.
    pub fn holding(medium: Medium) -> Self {
        Self(Arc::new(Mutex::new(State { medium, ..State::default() })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }

    /// Puts a folder and a synced file there, as if they had always been there; not counted as operations.
    pub fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        let path = path.as_ref();
        let medium = &mut self.state().medium;
        for folder in path.ancestors().skip(1) {
            medium.settle(folder, Entry::Folder);
        }
        let inode = medium.add(Content::settled(Bytes::of(bytes.to_vec())));
        medium.settle(path, Entry::File(inode));
    }

    /// The bytes of a file, where it exists; not counted as an operation.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        self.state().medium.bytes(path.as_ref()).map(<[u8]>::to_vec)
    }

    /// The paths of all files.
    pub fn files(&self) -> Vec<PathBuf> {
        self.state().medium.files()
    }

    /// All operations since the fault was last set (or since the beginning), failed ones too.
    pub fn ops(&self) -> Vec<Op> {
        self.state().ops.clone()
    }

    /// How many operations that makes.
    pub fn count(&self) -> usize {
        self.state().ops.len()
    }

    /// Sets or lifts the fault; counting begins anew.
    pub fn set_fault(&self, fault: Option<Fault>) {
        let mut state = self.state();
        state.fault = fault;
        state.ops.clear();
    }

    /// From now on the disk cannot do this.
    pub fn forbid(&self, ability: Ability) {
        self.state().lacking.push(ability);
    }

    /// What is on the disk now. Where the process was killed and the machine went on, the next one finds this.
    pub fn medium(&self) -> Medium {
        self.state().medium.clone()
    }

    /// From now on, keeps the disk as it is before every operation that changes something.
    pub fn record(&self) {
        self.state().moments = Some(Vec::new());
    }

    /// The moments that were kept, and now as the last one. Keeping ends.
    pub fn moments(&self) -> Vec<Moment> {
        let mut state = self.state();
        let now = Moment { ops: state.ops.len(), medium: state.medium.clone() };
        let mut moments = state.moments.take().unwrap_or_default();
        moments.push(now);
        moments
    }

    /// The disk that is found after a power cut: content that was not synced is gone, and names are as said.
    #[must_use]
    pub fn after_power_cut(&self, names: Names) -> Self {
        let state = self.state();
        Self::holding(match names {
            Names::Synced => state.medium.held(),
            Names::Latest => state.medium.held_with_names(),
        })
    }

    fn file(&self, inode: Inode, path: &Path) -> Box<dyn Output> {
        Box::new(MemoryFile { disk: Arc::clone(&self.0), inode, path: path.to_owned() })
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Fs for MemoryFs {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.look(Op::Read(path.to_owned()))?;
        let bytes = state.medium.bytes(path).ok_or(io::ErrorKind::NotFound)?;
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Ok(bytes.get(..most).unwrap_or(bytes).to_vec())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.look(Op::List(folder.to_owned()))?;
        match state.medium.entry(folder) {
            Some(Entry::Folder) => {}
            Some(Entry::File(_)) => return Err(io::ErrorKind::NotADirectory.into()),
            None => return Err(io::ErrorKind::NotFound.into()),
        }
        let names = state.medium.names.keys().filter(|name| is_inside(name, folder));
        let mut paths: Vec<PathBuf> = names.map(PathBuf::from).collect();
        paths.sort();
        Ok(paths)
    }

    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        let mut state = self.state();
        state.look(Op::Kind(path.to_owned()))?;
        Ok(state.medium.entry(path).map(|entry| match entry {
            Entry::File(_) => Kind::File,
            Entry::Folder => Kind::Folder,
        }))
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        let mut state = self.state();
        state.look(Op::RealPath(path.to_owned()))?;
        state.medium.entry(path).map(|_| path.to_owned()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::CreateFolder(folder.to_owned())).end(|| {
            state.must_be_free(folder)?;
            state.medium.name(&[(folder, Some(Entry::Folder))]);
            Ok(())
        })
    }

    fn create_file(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let mut state = self.state();
        state.begin(Op::CreateFile(path.to_owned())).end(|| {
            state.must_be_free(path)?;
            let inode = state.medium.add(Content::default());
            state.medium.name(&[(path, Some(Entry::File(inode)))]);
            Ok(self.file(inode, path))
        })
    }

    fn open_file(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        let mut state = self.state();
        state.look(Op::OpenFile(path.to_owned()))?;
        state.inode(path).map(|inode| self.file(inode, path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Rename(from.to_owned(), to.to_owned())).end(|| {
            state.parent_exists(to)?;
            let inode = state.inode(from)?;
            // Two names of one file stay two names.
            if state.medium.inode(to) != Some(inode) {
                state.medium.name(&[(from, None), (to, Some(Entry::File(inode)))]);
            }
            Ok(())
        })
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Exchange(one.to_owned(), other.to_owned())).end(|| {
            state.must_know(Ability::Exchange)?;
            let (first, second) = (state.inode(one)?, state.inode(other)?);
            state.medium.name(&[(one, Some(Entry::File(second))), (other, Some(Entry::File(first)))]);
            Ok(())
        })
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Link(from.to_owned(), to.to_owned())).end(|| {
            state.must_know(Ability::Link)?;
            let inode = state.inode(from)?;
            state.must_be_free(to)?;
            state.medium.name(&[(to, Some(Entry::File(inode)))]);
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::SyncFolder(folder.to_owned())).end(|| {
            state.parent_exists(&folder.join("x"))?;
            state.medium.sync_folder(folder);
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.begin(Op::Remove(path.to_owned())).end(|| {
            state.inode(path)?;
            state.medium.name(&[(path, None)]);
            Ok(())
        })
    }

    fn lock(&self, path: &Path, note: &[u8]) -> io::Result<Option<Box<dyn Lock>>> {
        let mut state = self.state();
        state.look(Op::Lock(path.to_owned()))?;
        state.must_know(Ability::Lock)?;
        if state.locked.contains(path) {
            return Ok(None);
        }
        state.note_in_lock(path, note)?;
        state.locked.insert(path.to_owned());
        Ok(Some(Box::new(MemoryLock { disk: Arc::clone(&self.0), path: path.to_owned() })))
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        let mut state = self.state();
        state.look(Op::Kind(path.to_owned()))?;
        Ok(state.locked.contains(path))
    }

    fn mode(&self, path: &Path) -> io::Result<Option<u32>> {
        let mut state = self.state();
        state.look(Op::Kind(path.to_owned()))?;
        match state.medium.entry(path) {
            Some(Entry::File(_)) => Ok(Some(0o600)),
            Some(Entry::Folder) => Ok(Some(0o700)),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn room(&self, _folder: &Path) -> Option<u64> {
        self.state().is_full().then_some(0)
    }
}

#[cfg(test)]
mod tests;
