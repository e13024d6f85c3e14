//! Watches for the end: signals, and a terminal that is gone. Its threads end the program without the loop, which may be
//! stuck in a write or in the middle of anything: what must not be lost is asked for, the terminal is given back if it is
//! still there, and the process is gone. Nothing unwinds, nothing spins.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP},
    iterator::Signals,
};

use super::session;

/// What the program does before it ends. Called once at most, in a thread of its own.
pub type OnEnd = Box<dyn Fn() + Send + Sync>;

/// How long the program may take for what it does before it ends, however slow the disk is.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// How long giving back the terminal may take: it may be stopped, and a write to it wait for ever.
pub(super) const PATIENCE: Duration = Duration::from_millis(200);

/// Exit code after a hang-up: 128 and the number of the signal.
const HUNG_UP: i32 = 129;

/// The watch over the end of the program.
#[derive(Clone)]
pub struct Guard {
    watch: Arc<Watch>,
}

struct Watch {
    /// The end is under way.
    ending: AtomicBool,
    on_end: OnEnd,
}

/// Why the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// The terminal is gone: nobody is there to give it back to.
    HungUp,
    /// Somebody asked for it by a signal with this number.
    Asked(i32),
}

impl Guard {
    /// Begins to watch. `on_end` is called before the program ends by a signal or a hang-up; `suspend` when it is asked
    /// to stop until it is continued.
    ///
    /// Hang-ups are heard also where the caller has them ignored (`nohup`): without its terminal the program is of no
    /// use, and whoever ignores a hang-up reads a dead line for ever.
    pub fn post(on_end: OnEnd, suspend: impl Fn() + Send + 'static) -> io::Result<Self> {
        super::panic::hook();
        let guard = Self { watch: Arc::new(Watch { ending: AtomicBool::new(false), on_end }) };
        #[cfg(unix)]
        {
            guard.hear_signals(suspend)?;
            guard.watch_line()?;
        }
        #[cfg(not(unix))]
        drop(suspend);
        Ok(guard)
    }

    /// Ends the program because its terminal is gone.
    pub fn hang_up(&self) -> ! {
        self.end(Ending::HungUp)
    }

    /// Waits for the end if it is under way: what is done before it must not be cut off by leaving meanwhile.
    pub fn let_end(&self) {
        while self.watch.ending.load(Ordering::SeqCst) {
            thread::park();
        }
    }

    #[cfg(unix)]
    fn hear_signals(&self, suspend: impl Fn() + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP])?;
        let guard = self.clone();
        let hear = move || {
            for signal in signals.forever() {
                match signal {
                    SIGTSTP => suspend(),
                    SIGHUP => guard.end(Ending::HungUp),
                    _ => guard.end(Ending::Asked(signal)),
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(hear).map(drop)
    }

    /// Waits until the terminal is gone. The signal for it does not reach everybody: a shell may ignore it or keep it.
    #[cfg(unix)]
    fn watch_line(&self) -> io::Result<()> {
        use std::os::fd::AsFd;

        use rustix::event::{PollFd, PollFlags, poll};
        use rustix::io::Errno;

        let (input, output) = (io::stdin().as_fd().try_clone_to_owned()?, session::standard_output()?);
        let guard = self.clone();
        let watch = move || {
            let mut ends = [PollFd::new(&input, PollFlags::empty()), PollFd::new(&output, PollFlags::empty())];
            loop {
                let gone = PollFlags::HUP | PollFlags::ERR;
                match poll(&mut ends, None) {
                    Ok(_) if ends.iter().any(|end| end.revents().intersects(gone)) => guard.hang_up(),
                    Err(Errno::INTR) => {}
                    // A system that cannot watch a terminal; the signal and the loop remain.
                    _ => return,
                }
            }
        };
        thread::Builder::new().name("line".to_owned()).spawn(watch).map(drop)
    }

    /// Ends the program. The first reason counts; who comes later waits for the end.
    fn end(&self, ending: Ending) -> ! {
        if self.watch.ending.swap(true, Ordering::SeqCst) {
            loop {
                thread::park();
            }
        }
        let _held = (ending == Ending::HungUp).then(quiet_input);
        let _ = thread::Builder::new().spawn(move || {
            thread::sleep(LAST_WORDS);
            ending.finish()
        });
        (self.watch.on_end)();
        ending.finish()
    }
}

impl Ending {
    fn finish(self) -> ! {
        match self {
            Self::HungUp => exit(HUNG_UP),
            Self::Asked(signal) => {
                let code = 128 + signal;
                exit_after(PATIENCE, code);
                session::restore_for_good(PATIENCE / 2);
                exit(code)
            }
        }
    }
}

/// Whether an error of reading or writing says that the terminal is gone.
pub fn is_hang_up(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        matches!(Errno::from_io_error(error), Some(Errno::IO | Errno::PIPE | Errno::NXIO))
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::BrokenPipe
    }
}

/// Ends the process now: no unwinding, nothing that could wait.
pub(super) fn exit(code: i32) -> ! {
    #[cfg(unix)]
    signal_hook::low_level::exit(code);
    #[cfg(not(unix))]
    std::process::exit(code)
}

/// Ends the process after a while, whatever the other threads do then.
pub(super) fn exit_after(patience: Duration, code: i32) {
    let _ = thread::Builder::new().spawn(move || {
        thread::sleep(patience);
        exit(code)
    });
}

/// Gives the reader of the terminal something that never says a word: on a dead terminal it would read its end again
/// and again, and take the processor from who is saving. Lasts as long as what is given back.
#[cfg(unix)]
fn quiet_input() -> Option<std::os::unix::net::UnixStream> {
    let (silent, held) = std::os::unix::net::UnixStream::pair().ok()?;
    rustix::stdio::dup2_stdin(&silent).ok()?;
    Some(held)
}

#[cfg(not(unix))]
fn quiet_input() {}

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Guard").field("ending", &self.watch.ending).finish_non_exhaustive()
    }
}
