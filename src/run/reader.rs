//! The one who reads other people's files: each in a process apart, with limits of its own, so that no file can take the
//! program down and no key waits for one.
//!
//! Owns the life of that process. Never trusts what it says further than its type goes.

pub mod talk;
pub mod work;
mod worker;

use std::{fmt, path::PathBuf, sync::Arc, thread};

use chrono::NaiveDate;

use super::scribe::Answers;
use crate::app::{
    effect::Msg,
    import::{Death, End, Order},
};
use talk::Asked;
use worker::Worker;

/// Where answers go that come later.
pub type Say = Arc<dyn Fn(Msg) + Send + Sync>;

/// Who reads files.
pub enum Reader {
    /// The caller itself: every answer comes at once. For tests.
    Here,
    /// A process for each file.
    Apart {
        /// The program to start, which is this one.
        program: PathBuf,
        /// Where answers go.
        say: Say,
        /// The process that reads now.
        worker: Option<Worker>,
    },
}

impl Reader {
    /// Reads in processes apart, which are started from `program`, and speaks through `say`.
    pub fn apart(program: PathBuf, say: impl Fn(Msg) + Send + Sync + 'static) -> Self {
        Self::Apart { program, say: Arc::new(say), worker: None }
    }

    /// Reads a file; gives the answers where they are there at once. Whatever is still being read is given up.
    pub fn read(&mut self, order: Order, today: NaiveDate) -> Answers {
        let Order { number, path, wishes } = order;
        let asked = Asked { wishes, today };
        match self {
            Self::Here => {
                let said = work::read(&path, &asked, &mut |_, _| ());
                said.end().map(|end| Msg::Read { number, end }).into_iter().collect()
            }
            Self::Apart { program, say, worker } => {
                if let Some(former) = worker.take() {
                    former.kill();
                }
                let new = worker.insert(Worker::default()).clone();
                let (program, answers) = (program.clone(), Arc::clone(say));
                let attend = move || {
                    let tell = |done, total| answers(Msg::ReadSoFar { number, done, total });
                    let end = new.read(&program, &path, &asked, tell);
                    answers(Msg::Read { number, end });
                };
                let started = thread::Builder::new().name("reader".to_owned()).spawn(attend);
                let failed = started.err().map(|_| Msg::Read { number, end: End::Died(Death::NotStarted) });
                failed.into_iter().collect()
            }
        }
    }

    /// Gives up what is being read, at once.
    pub fn stop(&mut self) {
        if let Self::Apart { worker, .. } = self
            && let Some(worker) = worker.take()
        {
            worker.kill();
        }
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Here => "Here",
            Self::Apart { .. } => "Apart",
        })
    }
}
