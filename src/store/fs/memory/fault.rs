//! When and how the simulated disk fails.
//!
//! Owns the faults and what the disk cannot do at all. Never touches what is on it.

use std::io::{self, ErrorKind};

use super::op::Op;

/// When and how the disk fails; operations are counted from zero, since the fault was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This operation fails, later ones work. A file being written is left half written; what the failed sync of a file was
    /// asked to save is forgotten, and asking again says that all is well.
    At(usize, ErrorKind),
    /// This operation and all later ones fail: the process was killed or the stick pulled out.
    From(usize, ErrorKind),
    /// From this operation on the disk is full: nothing can be made or written, all else works.
    Full(usize),
    /// This operation fails as in [`At`](Self::At), but of a write only the last byte is missing.
    Short(usize, ErrorKind),
    /// This operation is done, and yet an error comes back.
    Late(usize, ErrorKind),
}

/// What an operation meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It works.
    Works,
    /// It fails; of a write, a part is done.
    Fails(ErrorKind, Part),
    /// It is done and fails.
    FailsDone(ErrorKind),
}

/// How much of a failed write is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Half,
    AllButOne,
}

impl Turn {
    /// Ends an operation that cannot be half done: does it, or not, and answers.
    pub(super) fn end<T>(self, done: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self {
            Self::Works => done(),
            Self::Fails(kind, _) => Err(kind.into()),
            Self::FailsDone(kind) => done().and_then(|_| Err(kind.into())),
        }
    }
}

impl Part {
    /// The number of bytes that are there.
    pub(super) fn of(self, length: usize) -> usize {
        match self {
            Self::Half => length / 2,
            Self::AllButOne => length.saturating_sub(1),
        }
    }
}

impl Fault {
    /// What this operation meets.
    pub(super) fn meets(self, number: usize, op: &Op) -> Turn {
        match self {
            Self::At(at, kind) if number == at => Turn::Fails(kind, Part::Half),
            Self::From(from, kind) if number >= from => Turn::Fails(kind, Part::Half),
            Self::Full(from) if number >= from && op.needs_room() => Turn::Fails(ErrorKind::StorageFull, Part::Half),
            Self::Short(at, kind) if number == at => Turn::Fails(kind, Part::AllButOne),
            Self::Late(at, kind) if number == at => Turn::FailsDone(kind),
            _ => Turn::Works,
        }
    }

    /// Whether the disk is full by now.
    pub(super) fn is_full(self, number: usize) -> bool {
        matches!(self, Self::Full(from) if number >= from)
    }
}

/// Something that not every file system can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ability {
    /// Letting two files change their names.
    Exchange,
    /// A second name for a file.
    Link,
    /// Locks.
    Lock,
}
