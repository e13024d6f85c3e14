//! Every fault of the disk at every operation of a session, and every disk that can be found afterwards.

use std::{
    io::ErrorKind,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use tep_notebook::store::{
    Fs,
    fs::memory::{Fault, Medium, MemoryFs},
};

use crate::{
    judge::{Depth, Judge},
    session::Session,
};

/// What the disk answers when it cannot.
const KIND: ErrorKind = ErrorKind::Other;

/// The faults that are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faults {
    /// Every one.
    All,
    /// Those in which the disk tells no lie: none, and a disk that is full.
    Honest,
    /// None: only the power goes, or the process is killed.
    None,
}

impl Faults {
    /// No fault, and each of these at each of so many operations.
    fn of(self, ops: usize) -> Vec<Option<Fault>> {
        let at = |at| match self {
            Self::All => vec![
                Fault::At(at, KIND),
                Fault::From(at, KIND),
                Fault::Full(at),
                Fault::Short(at, KIND),
                Fault::Late(at, KIND),
            ],
            Self::Honest => vec![Fault::Full(at)],
            Self::None => Vec::new(),
        };
        [None].into_iter().chain((0..ops).flat_map(at).map(Some)).collect()
    }
}

/// How a session sees its disk.
pub type Glasses<'a> = &'a (dyn Fn(Arc<MemoryFs>) -> Arc<dyn Fs> + Sync);

/// As it is.
pub fn plain(disk: Arc<MemoryFs>) -> Arc<dyn Fs> {
    disk
}

/// Runs the session with each of the faults, and has every disk judged.
pub fn enumerate(
    judge: &Judge<'_>,
    session: &Session<'_>,
    start: &Medium,
    glasses: Glasses<'_>,
    depth: Depth,
    faults: Faults,
) {
    let run = |fault| {
        let disk = judge.disk(start.clone());
        let trace = session.run(&disk, &glasses(Arc::clone(&disk)), fault);
        (trace, disk.count())
    };
    let (_, ops) = run(None);
    let faults = faults.of(ops);
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            judge.trace(&run(*fault).0, depth, &format!("{fault:?}").replace(", ", " "));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
}
