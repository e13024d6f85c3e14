//! The way to the scribe: a thread apart, or the caller itself in tests.

use std::{
    io,
    sync::mpsc::{self, Sender},
    thread,
    time::Duration,
};

use super::{
    clock::Clock,
    scribe::{self, Answers, Job, Scribe},
};
use crate::app::effect::Msg;

/// How long the end of the program may be held up by a slow disk.
const PATIENCE: Duration = Duration::from_secs(2);

/// Who is asked to write down.
#[derive(Debug)]
pub enum Storage {
    /// The caller itself: every answer comes at once.
    Here(Box<Scribe>),
    /// A thread: answers come as messages.
    Apart(Sender<Job>),
}

impl Storage {
    /// A scribe without a thread.
    pub fn here(clock: Clock) -> Self {
        Self::Here(Box::new(Scribe::new(clock)))
    }

    /// A scribe on a thread of its own, who speaks through `say`.
    pub fn apart(clock: Clock, say: impl Fn(Msg) + Send + 'static) -> io::Result<Self> {
        let (sender, jobs) = mpsc::channel();
        let scribe = Scribe::new(clock);
        thread::Builder::new().name("storage".to_owned()).spawn(move || scribe::work_off(scribe, &jobs, say))?;
        Ok(Self::Apart(sender))
    }

    /// Asks for a job; gives the answers where they are there at once.
    pub fn ask(&mut self, job: Job) -> Answers {
        match self {
            Self::Here(scribe) => scribe.work(job),
            Self::Apart(sender) => {
                // The thread ends only with the program.
                drop(sender.send(job));
                Answers::new()
            }
        }
    }

    /// Lets the file follow, and waits for it two seconds at most.
    pub fn settle(&mut self) {
        let (done, answer) = mpsc::channel();
        self.ask(Job::Settle(done));
        let _ = answer.recv_timeout(PATIENCE);
    }

    /// What makes everything safe when the program has to end at once; callable from any thread, waits two seconds at
    /// most.
    pub fn ender(&self) -> Box<dyn Fn() + Send + Sync> {
        match self {
            Self::Here(_) => Box::new(|| ()),
            Self::Apart(sender) => {
                let sender = sender.clone();
                Box::new(move || {
                    let (done, answer) = mpsc::channel();
                    if sender.send(Job::Finish(done)).is_ok() {
                        let _ = answer.recv_timeout(PATIENCE);
                    }
                })
            }
        }
    }
}
