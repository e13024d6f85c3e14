//! A file of the simulated disk that is being written, and a lock that is held.
//!
//! Owns what they do to the disk. Never knows when the disk fails.

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use super::{
    super::{Lock, Output},
    State,
    fault::Turn,
    lock,
    medium::Inode,
    op::Op,
};

#[derive(Debug)]
pub(super) struct MemoryFile {
    pub(super) disk: Arc<Mutex<State>>,
    pub(super) inode: Inode,
    pub(super) path: PathBuf,
}

impl Output for MemoryFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = lock(&self.disk);
        let mut turn = state.begin(Op::Append(self.path.clone(), bytes.len()));
        if turn != Turn::Works && state.is_full() && state.fits_the_reserve(self.inode, bytes.len()) {
            turn = Turn::Works;
        }
        let (taken, answer) = match turn {
            Turn::Works => (bytes.len(), Ok(())),
            Turn::Fails(kind, part) => (part.of(bytes.len()), Err(kind.into())),
            Turn::FailsDone(kind) => (bytes.len(), Err(kind.into())),
        };
        state.medium.append(self.inode, bytes.get(..taken).unwrap_or(bytes));
        answer
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = lock(&self.disk);
        let turn = state.begin(Op::SyncFile(self.path.clone()));
        if let Turn::Fails(..) = turn {
            state.medium.forget(self.inode);
        }
        turn.end(|| {
            state.medium.sync(self.inode);
            Ok(())
        })
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let mut state = lock(&self.disk);
        let turn = state.begin(Op::Cut(self.path.clone(), length));
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let grows = state.length(self.inode) < length;
        if grows && state.is_full() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        turn.end(|| {
            state.medium.cut(self.inode, length);
            Ok(())
        })
    }

    fn reserve(&mut self, bytes: u64) -> io::Result<()> {
        let mut state = lock(&self.disk);
        let turn = state.begin(Op::Reserve(self.path.clone(), bytes));
        let end = u64::try_from(state.length(self.inode)).unwrap_or(u64::MAX).saturating_add(bytes);
        turn.end(|| {
            if let Some(content) = state.medium.contents.get_mut(self.inode) {
                content.reserved = content.reserved.max(end);
            }
            Ok(())
        })
    }
}

#[derive(Debug)]
pub(super) struct MemoryLock {
    pub(super) disk: Arc<Mutex<State>>,
    pub(super) path: PathBuf,
}

impl Lock for MemoryLock {}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        lock(&self.disk).locked.remove(&self.path);
    }
}
