//! The process that reads one file: started, listened to, and ended, whatever it does.

use std::{
    io::{BufReader, Read, Write},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use serde_json::Deserializer;

use super::talk::{Asked, COMMAND, Said};
use crate::app::import::{Death, End, Trouble};

/// The most that is listened to, in bytes.
const MOST: u64 = 256 * 1024 * 1024;
/// The longest that a file may take, from a slow disk over the net too. Computing has a limit of its own.
const LONGEST: Duration = Duration::from_mins(2);
/// The time between two words about how far it is: four a second are enough to see that something moves.
const REST: Duration = Duration::from_millis(250);
/// How long a process may take to end after its last word.
const FAREWELL: Duration = Duration::from_secs(1);

/// A process that reads, as long as it does; also asked to end from another thread.
#[derive(Debug, Clone, Default)]
pub struct Worker(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    child: Option<Child>,
    /// Whether it was told to end; a process that starts later ends at once.
    is_killed: bool,
    /// Whether that was because it took too long.
    is_late: bool,
}

impl Worker {
    /// Ends the process. Never waits.
    pub fn kill(&self) {
        let mut state = self.state();
        state.is_killed = true;
        if let Some(child) = &mut state.child {
            // It may have ended by itself.
            let _ = child.kill();
        }
    }

    /// Starts the process, listens to it, and sees it off. Waits for as long as that takes.
    pub fn read(&self, program: &Path, path: &Path, asked: &Asked, tell: impl FnMut(u64, u64)) -> End {
        let Ok(mut child) = start(program, path) else { return died(Death::NotStarted) };
        let (question, answers) = (child.stdin.take(), child.stdout.take());
        {
            let mut state = self.state();
            if state.is_killed {
                let _ = child.kill();
            }
            state.child = Some(child);
        }
        // Its input stays open: the process ends by itself when this one is gone.
        let mut question = question;
        if let (Some(question), Ok(asked)) = (&mut question, serde_json::to_string(asked)) {
            // Where it has ended already, that is seen by what it does not say.
            let _ = writeln!(question, "{asked}").and_then(|()| question.flush());
        }
        let (done, over) = channel::<()>();
        let late = self.clone();
        let watch = thread::Builder::new().name("reader-watch".to_owned()).spawn(move || {
            if over.recv_timeout(LONGEST) == Err(RecvTimeoutError::Timeout) {
                late.state().is_late = true;
                late.kill();
            }
        });
        let end = match (answers, watch) {
            (Some(answers), Ok(_)) => listen(answers, tell),
            _ => Some(died(Death::NotStarted)),
        };
        drop(done);
        let status = self.see_off();
        end.unwrap_or_else(|| died(if self.state().is_late { Death::TooSlow } else { death(status) }))
    }

    /// Waits for the end of the process, a second at most, and ends it then.
    fn see_off(&self) -> Option<ExitStatus> {
        // Taken away first: from here on nobody else needs it, and a process that is gone must not be ended again.
        let mut child = self.state().child.take()?;
        let until = Instant::now() + FAREWELL;
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(5)),
                _ => break,
            }
        }
        let _ = child.kill();
        child.wait().ok()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts the process with two pipes and nothing else: every other descriptor of this program closes itself.
fn start(program: &Path, path: &Path) -> std::io::Result<Child> {
    Command::new(program)
        .arg(COMMAND)
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// What the process says; none where it ends in the middle.
fn listen(answers: impl Read, mut tell: impl FnMut(u64, u64)) -> Option<End> {
    let answers = BufReader::with_capacity(64 * 1024, answers.take(MOST));
    let mut told: Option<Instant> = None;
    for said in Deserializer::from_reader(answers).into_iter::<Said>() {
        match said {
            Ok(Said::Progress(done, total)) => {
                if told.is_none_or(|told| told.elapsed() >= REST) {
                    told = Some(Instant::now());
                    tell(done, total);
                }
            }
            Ok(last) => return last.end(),
            Err(error) if error.is_eof() || error.is_io() => return None,
            Err(_) => return Some(died(Death::Broken)),
        }
    }
    None
}

const fn died(how: Death) -> End {
    Err(Trouble::Died(how))
}

/// Why a process ended before its last word. One that has no memory left ends itself (SIGABRT), one that computes too
/// long is ended (SIGXCPU), and the system ends whoever takes too much of all (SIGKILL).
#[cfg(unix)]
fn death(status: Option<ExitStatus>) -> Death {
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::Signal;
    let heavy = [Signal::ABORT, Signal::XCPU, Signal::KILL];
    let signal = status.and_then(|status| status.signal());
    if heavy.iter().any(|heavy| signal == Some(heavy.as_raw())) { Death::TooHeavy } else { Death::Broken }
}

#[cfg(not(unix))]
fn death(_status: Option<ExitStatus>) -> Death {
    Death::Broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(answers: &str) -> (Option<End>, Vec<(u64, u64)>) {
        let mut told = Vec::new();
        let end = listen(answers.as_bytes(), |done, total| told.push((done, total)));
        (end, told)
    }

    #[test]
    fn what_the_process_says_is_taken_word_by_word_and_never_trusted() {
        let (end, told) =
            heard("{\"progress\":[1,4]}\n{\"progress\":[2,4]}\n{\"error\":{\"refused\":\"EmptyFile\"}}\n");
        assert!(matches!(end, Some(Err(Trouble::Refused(crate::exchange::codes::ReadError::EmptyFile)))), "{end:?}");
        // The second word came within a quarter of a second.
        assert_eq!(told, [(1, 4)]);
        for nonsense in ["hola", "{\"reading\":7}", "{\"progress\":[1]}", "[]", "\u{0}\u{1b}[2J"] {
            assert!(matches!(heard(nonsense).0, Some(Err(Trouble::Died(Death::Broken)))), "{nonsense}");
        }
        for cut in ["", "{\"progress\":[1,4]}\n", "{\"reading\":{\"kind\":\"roster\",", "{\"progress\":[1,"] {
            assert!(heard(cut).0.is_none(), "{cut}");
        }
    }
}
