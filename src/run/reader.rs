//! The one who looks at other people's files: each is read in a process apart, with limits of its own, so that no file can
//! take the program down; and no key waits for a disk.
//!
//! Owns the life of that process. Never trusts what it says further than its type goes.

pub mod talk;
pub mod work;
mod worker;

use std::{fmt, path::PathBuf, sync::Arc, thread};

use chrono::NaiveDate;

use super::{browse::Haunts, scribe::Answers};
use crate::app::{
    effect::Msg,
    import::{Death, Order, Trouble, Unread, picker::Look},
};
use talk::Asked;
use worker::Worker;

/// Who looks at files.
#[derive(Debug)]
pub struct Reader {
    haunts: Haunts,
    way: Way,
}

enum Way {
    /// The caller itself: every answer comes at once. For tests.
    Here,
    /// Threads, and a process for each file.
    Apart(Apart),
}

struct Apart {
    /// The program to start, which is this one.
    program: PathBuf,
    /// Where answers go.
    say: Arc<dyn Fn(Msg) + Send + Sync>,
    /// The process that reads now.
    worker: Option<Worker>,
}

impl Reader {
    /// Reads by itself, at once.
    pub fn here(haunts: Haunts) -> Self {
        Self { haunts, way: Way::Here }
    }

    /// Reads in processes apart, which are started from `program`, and speaks through `say`.
    pub fn apart(program: PathBuf, haunts: Haunts, say: impl Fn(Msg) + Send + Sync + 'static) -> Self {
        Self { haunts, way: Way::Apart(Apart { program, say: Arc::new(say), worker: None }) }
    }

    /// Sees what is in a folder; `last` is the one of the last import.
    pub fn look(&self, look: Look, last: Option<PathBuf>) -> Answers {
        let (number, haunts) = (look.number, self.haunts.clone());
        let job = move || {
            let folder = match look.from {
                Some(from) => haunts.resolve(&from, &look.typed),
                None => haunts.begin(last.as_deref()),
            };
            Msg::Listed { number, result: haunts.list(&folder) }
        };
        self.beside("folder", job, || Msg::Listed { number, result: Err((String::new(), Unread::Disk)) })
    }

    /// The folder that a person means, seen from where the program was started.
    pub fn resolve(&self, typed: &str) -> PathBuf {
        self.haunts.resolve(&self.haunts.here, typed)
    }

    /// Does something that may take a while; gives its answer where that is there at once. `failed` is what is said where
    /// nobody can be found to do it.
    pub fn beside(
        &self,
        name: &str,
        job: impl FnOnce() -> Msg + Send + 'static,
        failed: impl FnOnce() -> Msg,
    ) -> Answers {
        let Way::Apart(apart) = &self.way else { return vec![job()] };
        let say = Arc::clone(&apart.say);
        if spawn(name, move || say(job())) { Answers::new() } else { vec![failed()] }
    }

    /// Reads a file; gives the answers where they are there at once. Whatever is still being read is given up.
    pub fn read(&mut self, order: Order, today: NaiveDate) -> Answers {
        let Order { number, path, wishes, passphrase } = order;
        let asked = Asked { wishes, today, passphrase };
        match &mut self.way {
            Way::Here => {
                let said = work::read(&path, &asked, &mut |_, _| ());
                said.end().map(|end| Msg::Read { number, end }).into_iter().collect()
            }
            Way::Apart(apart) => apart.read(number, path, asked),
        }
    }

    /// Gives up what is being read, at once.
    pub fn stop(&mut self) {
        if let Way::Apart(apart) = &mut self.way {
            apart.stop();
        }
    }
}

impl Apart {
    fn read(&mut self, number: u64, path: PathBuf, asked: Asked) -> Answers {
        self.stop();
        let worker = self.worker.insert(Worker::default()).clone();
        let (program, say) = (self.program.clone(), Arc::clone(&self.say));
        let attend = move || {
            let tell = |done, total| say(Msg::ReadSoFar { number, done, total });
            let end = worker.read(&program, &path, &asked, tell);
            say(Msg::Read { number, end });
        };
        let failed = || Msg::Read { number, end: Err(Trouble::Died(Death::NotStarted)) };
        if spawn("reader", attend) { Answers::new() } else { vec![failed()] }
    }

    fn stop(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.kill();
        }
    }
}

/// Does something beside; says whether it could be begun.
fn spawn(name: &str, job: impl FnOnce() + Send + 'static) -> bool {
    thread::Builder::new().name(name.to_owned()).spawn(job).is_ok()
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Here => "Here",
            Self::Apart(_) => "Apart",
        })
    }
}
