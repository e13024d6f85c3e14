//! The process that writes until it is killed, and the hand that starts it and hears what it says.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use tep_notebook::store::{Keeper, Leave, Opening, ReadOnly, Shelf, journal::Act};

use crate::keeping::{after, author, capacity};

const VARIABLE: &str = "TEP_TEST_WORKER";

/// What a worker said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// This number is saved.
    Saved(u64),
    /// Somebody else has the pen.
    Held,
}

/// A worker that runs.
pub struct Worker {
    process: Child,
    said: Receiver<Said>,
}

impl Worker {
    pub fn start(what: &str, path: &str) -> Self {
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["--exact", "worker", "--nocapture", "--test-threads=1"])
            .env(VARIABLE, format!("{what} {path}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let (say, said) = channel();
        let out = process.stdout.take().unwrap();
        // Ends with the pipe: all that was said is heard, also after the kill.
        thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                // The harness may have left words before it on the line.
                let said = match line.rsplit_once('@').map(|(_, said)| said) {
                    Some("held") => Said::Held,
                    Some(number) => number.parse().map_or(Said::Held, Said::Saved),
                    None => continue,
                };
                // Nobody listens any more.
                let _ = say.send(said);
            }
        });
        Self { process, said }
    }

    /// The next thing that it says before this moment; none where it says nothing, or has left.
    pub fn next_until(&self, moment: Instant) -> Option<Said> {
        self.said.recv_timeout(moment.saturating_duration_since(Instant::now())).ok()
    }

    /// The first number that it saves.
    pub fn wait_for_saved(&self, patience: Duration) -> u64 {
        match self.said.recv_timeout(patience) {
            Ok(Said::Saved(number)) => number,
            other => panic!("{other:?}"),
        }
    }

    /// Kills it, and gives the numbers that it had saved and nobody had heard yet.
    pub fn kill(mut self) -> Vec<u64> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        let mut numbers = Vec::new();
        loop {
            match self.said.recv_timeout(Duration::from_secs(30)) {
                Ok(Said::Saved(number)) => numbers.push(number),
                Ok(Said::Held) => {}
                Err(RecvTimeoutError::Disconnected) => return numbers,
                Err(RecvTimeoutError::Timeout) => panic!("the pipe is still open"),
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may have left by itself.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Does what the variable says, for as long as it lives.
pub fn work() {
    let Ok(order) = env::var(VARIABLE) else { return };
    let (_, path) = order.split_once(' ').unwrap();
    let path = Path::new(path);
    let shelf = Shelf::on_disk(path.parent().unwrap());
    match shelf.open(path, &author(), Leave::Ask, after(1)).unwrap() {
        Opening::Ready(ready) => match ready.keeper {
            Ok(keeper) => write(keeper),
            Err(ReadOnly::Held(_)) => say("held"),
            Err(other) => panic!("{other:?}"),
        },
        Opening::Outside(_) => panic!("nobody else wrote"),
    }
}

/// Counts on, as fast as the disk can; now and then the file follows, at other places each time.
fn write(mut keeper: Keeper) {
    keeper.prepare(after(1)).unwrap();
    let began = u64::from(keeper.notebook().school.capacity.unwrap());
    for number in began + 1..=u64::from(u16::MAX) {
        // Never as far ahead of the other hand's clock that it would have to be said.
        let minute = i64::try_from(number / 50).unwrap();
        keeper.draft(Some(serde_json::json!({ "typed": number })), after(minute)).unwrap();
        let edit = capacity(keeper.notebook(), u32::try_from(number).unwrap());
        keeper.commit(Act::Do, edit, after(minute)).unwrap();
        say(&number.to_string());
        keeper.draft(None, after(minute)).unwrap();
        if number % (3 + began % 5) == 0 {
            keeper.checkpoint(after(minute)).unwrap();
        }
    }
}

fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("@{word}\n").as_bytes()).and_then(|()| out.flush()).unwrap();
}
