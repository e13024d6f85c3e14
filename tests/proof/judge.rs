//! Opens every disk that was found and holds it against what had been promised.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use tep_notebook::store::{
    Fs,
    fs::memory::{Ability, Fault, Medium, MemoryFs},
};

use crate::{
    script::{Script, begin},
    session::{Doing, FILE, Session, Span, Trace, open},
};

/// Of so many disks, one is worked on further.
const WORKED_ON: u64 = 64;
/// What the next process does there.
const NEXT: &[Doing] = &[Doing::Prepare, Doing::Keep(2), Doing::Checkpoint, Doing::Keep(1), Doing::Close];

/// How a disk came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum After {
    /// The power went: what is there is certain.
    PowerCut,
    /// The process was killed and the machine went on: what is there may be in memory only.
    Kill,
}

/// How far a disk is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Depth {
    /// It is opened.
    Open,
    /// Opening it is stopped at every operation, and the disks that are found then are opened.
    Recovery,
    /// Some are worked on as well, stopped at every operation.
    Work,
}

/// Holds disks against promises, from several threads.
pub struct Judge<'a> {
    pub script: &'a Script,
    /// What this disk cannot do.
    pub lacking: &'a [Ability],
    pub adopts: bool,
    /// The file may be one of these as well.
    pub others: Vec<Vec<u8>>,
    seen: Vec<Mutex<HashSet<u64>>>,
    states: AtomicUsize,
    violations: AtomicUsize,
    alarms: AtomicUsize,
    shortened: AtomicUsize,
    examples: Mutex<Vec<String>>,
}

impl<'a> Judge<'a> {
    pub fn new(script: &'a Script) -> Self {
        Self {
            script,
            lacking: &[],
            adopts: false,
            others: Vec::new(),
            seen: (0..64).map(|_| Mutex::default()).collect(),
            states: AtomicUsize::new(0),
            violations: AtomicUsize::new(0),
            alarms: AtomicUsize::new(0),
            shortened: AtomicUsize::new(0),
            examples: Mutex::default(),
        }
    }

    /// The number of disks that were opened.
    pub fn states(&self) -> usize {
        self.states.load(Ordering::Relaxed)
    }

    /// The number of promises that were broken.
    pub fn violations(&self) -> usize {
        self.violations.load(Ordering::Relaxed)
    }

    /// The number of times that a journal was called damaged although nothing was lost.
    pub fn alarms(&self) -> usize {
        self.alarms.load(Ordering::Relaxed)
    }

    /// The number of times that less could be undone than had been done, and the notebook was right.
    pub fn shortened(&self) -> usize {
        self.shortened.load(Ordering::Relaxed)
    }

    /// Some of them.
    pub fn examples(&self) -> Vec<String> {
        self.examples.lock().unwrap().clone()
    }

    /// A disk with what this judge knows about it.
    pub fn disk(&self, medium: Medium) -> Arc<MemoryFs> {
        let disk = MemoryFs::holding(medium);
        self.lacking.iter().for_each(|ability| disk.forbid(*ability));
        Arc::new(disk)
    }

    /// Every disk that this session can leave behind.
    pub fn trace(&self, trace: &Trace, depth: Depth, story: &str) {
        if let Some(wrong) = &trace.wrong {
            self.broken(|| format!("{story}: {wrong}"));
        }
        for moment in &trace.moments {
            self.moment(&moment.medium, trace.promised(moment.ops), depth, &|| format!("{story}, {} done", moment.ops));
        }
    }

    fn moment(&self, medium: &Medium, promised: Span, depth: Depth, story: &dyn Fn() -> String) {
        if !medium.is_settled() {
            self.find(medium, promised, After::Kill, depth, story);
        }
        for found in medium.after_power_cuts(medium.image()) {
            self.find(&found, promised, After::PowerCut, depth, story);
        }
    }

    /// One disk.
    fn find(&self, medium: &Medium, promised: Span, after: After, depth: Depth, story: &dyn Fn() -> String) {
        if !self.is_new(medium, promised, after, depth) {
            return;
        }
        self.states.fetch_add(1, Ordering::Relaxed);
        let disk = self.disk(medium.clone());
        if let Err(wrong) = self.holds(&disk, promised, after, depth, story) {
            self.broken(|| format!("{}, {after:?}, promised {promised:?}: {wrong}", story()));
        }
    }

    fn holds(
        &self,
        disk: &Arc<MemoryFs>,
        promised: Span,
        after: After,
        depth: Depth,
        story: &dyn Fn() -> String,
    ) -> Result<(), String> {
        self.file_is_whole(disk)?;
        if depth != Depth::Open {
            disk.record();
        }
        let state = self.opens(disk, promised, later(1))?;
        // What was certain stays what it was; what was in memory only is certain once it was shown.
        let moments = if depth == Depth::Open { Vec::new() } else { disk.moments() };
        for (at, moment) in moments.iter().enumerate() {
            let is_shown = at + 1 == moments.len() || after == After::PowerCut;
            let span = if is_shown { Span::only(state) } else { promised };
            self.moment(&moment.medium, span, Depth::Open, &|| format!("{}, opened, {} done", story(), moment.ops));
        }
        if depth != Depth::Open {
            self.opens(disk, Span::only(state), later(2)).map_err(|wrong| format!("opened a second time: {wrong}"))?;
        }
        if depth == Depth::Work && disk.medium().image().is_multiple_of(WORKED_ON) {
            self.goes_on(&disk.medium(), state, story);
        }
        Ok(())
    }

    /// The next process works on this disk, with and without a fault of the disk.
    fn goes_on(&self, medium: &Medium, state: usize, story: &dyn Fn() -> String) {
        let session =
            Session { script: self.script, plan: NEXT, start: Span::only(state), adopts: self.adopts, now: later(3) };
        let run = |fault| {
            let disk = self.disk(medium.clone());
            let fs: Arc<dyn Fs> = Arc::<MemoryFs>::clone(&disk);
            (session.run(&disk, &fs, fault), disk.count())
        };
        let (trace, ops) = run(None);
        self.trace(&trace, Depth::Open, &format!("{}, and on", story()));
        let at = usize::try_from(medium.image() >> 8).unwrap_or(0) % ops.max(1);
        let fault = Fault::At(at, std::io::ErrorKind::Other);
        self.trace(&run(Some(fault)).0, Depth::Open, &format!("{}, and on with {fault:?}", story()));
    }

    fn opens(&self, disk: &Arc<MemoryFs>, promised: Span, now: DateTime<Utc>) -> Result<usize, String> {
        let fs: Arc<dyn Fs> = Arc::<MemoryFs>::clone(disk);
        let ready = open(&fs, self.adopts, now)?;
        if let Err(reason) = ready.keeper {
            return Err(format!("nobody may write: {reason:?}"));
        }
        let story = &ready.story;
        self.alarms.fetch_add(story.broken_journals, Ordering::Relaxed);
        if !story.clashes.is_empty() || story.was_old_copy {
            let clashes = story.clashes.len();
            return Err(format!("a false alarm: {clashes} clashes, an old copy: {}", story.was_old_copy));
        }
        // An undo leads back to a state that was there before: what can be undone tells the two apart.
        let is = |at: &usize| *self.script.states[*at] == *ready.notebook;
        let has = |at: &usize| (story.stacks.done.clone(), story.stacks.undone.clone()) == self.script.stacks[*at];
        let has_less = |at: &usize| {
            let (done, undone) = &self.script.stacks[*at];
            done.ends_with(&story.stacks.done) && undone.ends_with(&story.stacks.undone)
        };
        let span = || promised.first..=promised.last;
        if let Some(state) = span().find(|at| is(at) && has(at)) {
            return Ok(state);
        }
        let state = span().find(|at| is(at) && has_less(at)).ok_or_else(|| {
            let found: Vec<usize> = (0..self.script.states.len()).filter(is).collect();
            let (done, undone) = (story.stacks.done.len(), story.stacks.undone.len());
            format!("opened as {found:?}, undo has {done} and redo {undone}")
        })?;
        self.shortened.fetch_add(1, Ordering::Relaxed);
        Ok(state)
    }

    /// The file is one that was written, byte by byte.
    fn file_is_whole(&self, disk: &MemoryFs) -> Result<(), String> {
        let Some(found) = disk.get(FILE) else { return Err("the file is gone".to_owned()) };
        let is_known = self.script.files.iter().chain(&self.others).any(|file| *file == found);
        if is_known { Ok(()) } else { Err(format!("the file is not whole: {} bytes", found.len())) }
    }

    fn is_new(&self, medium: &Medium, promised: Span, after: After, depth: Depth) -> bool {
        let mut hasher = DefaultHasher::new();
        (medium.image(), promised, after, depth).hash(&mut hasher);
        if after == After::Kill {
            medium.held().image().hash(&mut hasher);
        }
        let key = hasher.finish();
        self.seen[usize::try_from(key % 64).unwrap()].lock().unwrap().insert(key)
    }

    fn broken(&self, example: impl FnOnce() -> String) {
        self.violations.fetch_add(1, Ordering::Relaxed);
        let mut examples = self.examples.lock().unwrap();
        let example = example();
        // One of each fault says enough.
        let fault = |text: &str| text.split(',').next().map(str::to_owned);
        if examples.len() < 40 && examples.iter().all(|known| fault(known) != fault(&example)) {
            examples.push(example);
        }
    }
}

/// A later session.
pub fn later(days: i64) -> DateTime<Utc> {
    begin() + TimeDelta::days(days)
}
