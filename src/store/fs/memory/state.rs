//! The simulated disk with its count of operations, its fault and its locks.
//!
//! Owns what an operation meets when it begins. Never does it: that is [`super::MemoryFs`] and the handles.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use super::{
    content::{Bytes, Content},
    fault::{Ability, Fault, Turn},
    medium::{Entry, Inode, Medium},
    op::Op,
};

/// The disk just before an operation that changes something.
#[derive(Debug, Clone)]
pub struct Moment {
    /// How many operations had been asked for.
    pub ops: usize,
    /// What was on the disk.
    pub medium: Medium,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) medium: Medium,
    pub(super) locked: BTreeSet<PathBuf>,
    pub(super) ops: Vec<Op>,
    pub(super) fault: Option<Fault>,
    pub(super) lacking: Vec<Ability>,
    pub(super) moments: Option<Vec<Moment>>,
}

impl State {
    /// Counts the operation and says whether it fails.
    pub(super) fn begin(&mut self, op: Op) -> Turn {
        let number = self.ops.len();
        if (op.writes() || matches!(op, Op::Lock(_)))
            && let Some(moments) = &mut self.moments
        {
            moments.push(Moment { ops: number, medium: self.medium.clone() });
        }
        let turn = self.fault.map_or(Turn::Works, |fault| fault.meets(number, &op));
        self.ops.push(op);
        turn
    }

    /// An operation that changes nothing.
    pub(super) fn look(&mut self, op: Op) -> io::Result<()> {
        self.begin(op).end(|| Ok(()))
    }

    pub(super) fn is_full(&self) -> bool {
        self.fault.is_some_and(|fault| fault.is_full(self.ops.len().saturating_sub(1)))
    }

    pub(super) fn length(&self, inode: Inode) -> usize {
        self.medium.contents.get(inode).map_or(0, |content| content.visible.get().len())
    }

    pub(super) fn fits_the_reserve(&self, inode: Inode, more: usize) -> bool {
        let end = u64::try_from(self.length(inode) + more).unwrap_or(u64::MAX);
        self.medium.contents.get(inode).is_some_and(|content| end <= content.reserved)
    }

    pub(super) fn inode(&self, path: &Path) -> io::Result<Inode> {
        self.medium.inode(path).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub(super) fn must_be_free(&self, path: &Path) -> io::Result<()> {
        self.parent_exists(path)?;
        if self.medium.entry(path).is_some() { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) }
    }

    pub(super) fn parent_exists(&self, path: &Path) -> io::Result<()> {
        match path.parent() {
            Some(parent) if self.medium.entry(parent) != Some(Entry::Folder) => Err(io::ErrorKind::NotFound.into()),
            _ => Ok(()),
        }
    }

    pub(super) fn must_know(&self, ability: Ability) -> io::Result<()> {
        if self.lacking.contains(&ability) { Err(io::ErrorKind::Unsupported.into()) } else { Ok(()) }
    }

    /// Leaves the note in a lock file, which is made where it is missing. The note never reaches the medium: it means
    /// nothing once the process is gone.
    pub(super) fn note_in_lock(&mut self, path: &Path, note: &[u8]) -> io::Result<()> {
        let inode = match self.medium.inode(path) {
            Some(inode) => inode,
            None if self.is_full() => return Err(io::ErrorKind::StorageFull.into()),
            None => {
                self.must_be_free(path)?;
                let inode = self.medium.add(Content::default());
                self.medium.name(&[(path, Some(Entry::File(inode)))]);
                inode
            }
        };
        if let Some(content) = self.medium.contents.get_mut(inode) {
            content.visible = Bytes::of(note.to_vec());
        }
        Ok(())
    }
}
