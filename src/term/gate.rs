//! The gate before the terminal: one passes at a time, and once it is closed nobody passes any more. A frame that is
//! being written therefore never lands on a terminal that was given back.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The gate before the terminal of this process. Static, since the panic hook must know it.
pub(super) static GATE: Gate = Gate::new();

/// A gate.
#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    left: Condvar,
}

#[derive(Debug)]
struct State {
    /// Somebody is inside.
    taken: bool,
    /// For good.
    closed: bool,
    /// So many want to know when somebody leaves.
    waiting: usize,
}

impl Gate {
    const fn new() -> Self {
        Self { state: Mutex::new(State { taken: false, closed: false, waiting: 0 }), left: Condvar::new() }
    }

    /// Does something inside, alone. Behind a closed gate it waits for ever: the end of the program is under way.
    pub(super) fn pass<T>(&self, act: impl FnOnce() -> T) -> T {
        let mut state = self.lock();
        if state.taken || state.closed {
            state.waiting += 1;
            let left = self.left.wait_while(state, |state| state.taken || state.closed);
            state = left.unwrap_or_else(PoisonError::into_inner);
            state.waiting -= 1;
        }
        state.taken = true;
        drop(state);
        let _inside = Inside(self);
        act()
    }

    /// Closes the gate for good, and waits for who is inside, but not for long: a writer may be stuck on a terminal that
    /// was stopped.
    pub(super) fn close(&self, patience: Duration) {
        let mut state = self.lock();
        state.closed = true;
        state.waiting += 1;
        let _ = self.left.wait_timeout_while(state, patience, |state| state.taken);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The time inside.
struct Inside<'a>(&'a Gate);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.taken = false;
        if state.waiting > 0 {
            self.0.left.notify_all();
        }
    }
}

/// Standard output without a buffer, so that one frame is one write, and with the gate before it.
#[derive(Debug)]
pub struct Output(File);

impl Output {
    pub(super) fn new(file: File) -> Self {
        Self(file)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        GATE.pass(|| self.0.write(bytes))
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        GATE.pass(|| self.0.write_all(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::thread;

    use super::*;

    const LONG: Duration = Duration::from_secs(30);

    #[test]
    fn a_frame_that_is_being_written_is_waited_for_and_none_comes_after() {
        static GATE: Gate = Gate::new();
        let (inside, is_inside) = channel();
        let (go, goes) = channel();
        let frame = thread::spawn(move || {
            GATE.pass(|| {
                inside.send(()).unwrap();
                goes.recv().unwrap();
            });
        });
        is_inside.recv().unwrap();
        let (closed, is_closed) = channel();
        thread::spawn(move || {
            GATE.close(LONG);
            closed.send(()).unwrap();
        });
        assert_eq!(is_closed.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
        go.send(()).unwrap();
        is_closed.recv_timeout(LONG).unwrap();
        frame.join().unwrap();
        let (late, lands) = channel();
        thread::spawn(move || GATE.pass(|| late.send(())));
        assert_eq!(lands.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
    }

    #[test]
    fn a_frame_stuck_on_a_stopped_terminal_does_not_keep_the_program_alive() {
        static GATE: Gate = Gate::new();
        let (inside, is_inside) = channel();
        let (_stuck, goes) = channel::<()>();
        thread::spawn(move || {
            GATE.pass(|| {
                inside.send(()).unwrap();
                let _ = goes.recv();
            });
        });
        is_inside.recv().unwrap();
        GATE.close(Duration::from_millis(1));
    }

    #[test]
    fn a_panic_inside_leaves_the_gate_open() {
        let gate = Gate::new();
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| gate.pass(|| panic!("inside"))));
        assert!(panicked.is_err());
        assert_eq!(gate.pass(|| 1), 1);
    }
}
