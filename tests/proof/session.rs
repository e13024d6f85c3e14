//! One process at work on a disk, and what it has promised at every operation.

use std::{path::Path, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use tep_notebook::{
    notebook::safe_text::SafeText,
    store::{
        Author, Fs, Keeper, Leave, Opening, Ready, SaveError,
        fs::memory::{Fault, MemoryFs, Moment},
    },
};

use crate::script::Script;

/// The notebook's file.
pub const FILE: &str = "/s/99001-escuela.tep.json";

/// What a process does after it has opened the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Makes room for a full disk.
    Prepare,
    /// Does so many acts of the script.
    Keep(usize),
    /// Puts everything into the file.
    Checkpoint,
    /// Leaves.
    Close,
}

/// States of the script: everything up to the first is safe, and the disk may hold any up to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    pub first: usize,
    pub last: usize,
}

impl Span {
    pub fn only(state: usize) -> Self {
        Self { first: state, last: state }
    }
}

/// What a session has promised, and what the disk was like.
pub struct Trace {
    promises: Vec<(usize, Span)>,
    pub moments: Vec<Moment>,
    /// What must never happen, not even while it runs.
    pub wrong: Option<String>,
}

impl Trace {
    /// What was promised when so many operations had been asked for.
    pub fn promised(&self, ops: usize) -> Span {
        let kept = self.promises.iter().rev().find(|(from, _)| *from <= ops);
        kept.map_or(Span { first: 0, last: 0 }, |(_, span)| *span)
    }
}

pub fn author() -> Author {
    Author { user: SafeText::line("asesora"), host: SafeText::line("mesa") }
}

/// Opens as a person would who answers yes, where the file was changed outside.
pub fn open(fs: &Arc<dyn Fs>, adopts: bool, now: DateTime<Utc>) -> Result<Ready, String> {
    let mut leave = Leave::Ask;
    for _ in 0..2 {
        match Keeper::open(Arc::clone(fs), Path::new(FILE), &author(), leave, now) {
            Ok(Opening::Ready(ready)) => return Ok(*ready),
            Ok(Opening::Outside(outside)) if adopts => leave = Leave::Adopt(outside.sha),
            Ok(Opening::Outside(_)) => return Err("its own file is strange to it".to_owned()),
            Err(error) => return Err(format!("it does not open: {error:?}")),
        }
    }
    Err("it asks for ever".to_owned())
}

/// A process that begins on a disk and works until its plan is done, whatever fails.
pub struct Session<'a> {
    pub script: &'a Script,
    pub plan: &'a [Doing],
    /// What the disk holds when it begins.
    pub start: Span,
    pub adopts: bool,
    pub now: DateTime<Utc>,
}

impl Session<'_> {
    /// Runs on the disk, seen through `fs`.
    pub fn run(&self, disk: &MemoryFs, fs: &Arc<dyn Fs>, fault: Option<Fault>) -> Trace {
        disk.set_fault(fault);
        disk.record();
        let mut running = Running { session: self, disk, promises: vec![(0, self.start)], wrong: None, now: self.now };
        running.go(fs);
        let Running { promises, wrong, .. } = running;
        Trace { promises, moments: disk.moments(), wrong }
    }
}

struct Running<'a> {
    session: &'a Session<'a>,
    disk: &'a MemoryFs,
    promises: Vec<(usize, Span)>,
    wrong: Option<String>,
    now: DateTime<Utc>,
}

impl Running<'_> {
    fn go(&mut self, fs: &Arc<dyn Fs>) {
        // A person tries again.
        let Some(ready) = (0..2).find_map(|_| open(fs, self.session.adopts, self.now).ok()) else { return };
        let states = &self.session.script.states;
        let start = self.session.start;
        let Some(mut at) = (start.first..=start.last).rev().find(|at| *states[*at] == *ready.notebook) else {
            self.wrong = Some("another notebook was shown".to_owned());
            return;
        };
        let Ok(mut keeper) = ready.keeper else { return };
        if !keeper.is_waiting() {
            self.promise(Span::only(at));
        }
        for doing in self.session.plan {
            self.now += TimeDelta::minutes(4);
            match doing {
                Doing::Prepare => drop(keeper.prepare(self.now)),
                Doing::Keep(acts) => (0..*acts).for_each(|_| self.keep(&mut keeper, &mut at)),
                Doing::Checkpoint => {
                    let saved = keeper.checkpoint(self.now);
                    self.answered(saved.map(drop), at);
                }
                Doing::Close => {
                    let saved = keeper.close(self.now);
                    return self.answered(saved, at);
                }
            }
        }
    }

    fn keep(&mut self, keeper: &mut Keeper, at: &mut usize) {
        let Some((act, edit)) = self.session.script.acts.get(*at) else { return };
        self.now += TimeDelta::seconds(20);
        *at += 1;
        self.promise(Span { last: *at, ..self.promised() });
        let kept = keeper.commit(*act, edit.clone(), self.now);
        self.answered(kept, *at);
        if **keeper.notebook() != *self.session.script.states[*at] {
            self.wrong = Some("the keeper shows another notebook".to_owned());
        }
    }

    /// An answer of the keeper: what it calls safe is promised.
    fn answered(&mut self, answer: Result<(), SaveError>, at: usize) {
        match answer {
            Ok(()) => self.promise(Span::only(at)),
            Err(error @ SaveError::OutOfStep { .. }) => self.wrong = Some(format!("{error:?}")),
            Err(_) => {}
        }
    }

    fn promised(&self) -> Span {
        self.promises.last().map_or(self.session.start, |(_, span)| *span)
    }

    fn promise(&mut self, span: Span) {
        self.promises.push((self.disk.count(), span));
    }
}
