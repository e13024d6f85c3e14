//! Borrows the terminal and gives it back as it was: on leaving, on an early return, on a panic, and while the program
//! is suspended.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::terminal;
use ratatui::layout::Size;

use super::gate::{GATE, Output};
use super::panic;

/// Alternate screen, bracketed paste, hidden cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// The end of a frame that was cut off, then all of [`ENTER`] in reverse.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?25h\x1b[?2004l\x1b[?1049l";

/// The terminal is ours. Static, since the panic hook must know it.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Why the program cannot have the terminal.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// Input or output is a file or a pipe.
    #[error("standard input and output are not a terminal")]
    NotATerminal,
    /// The terminal refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The time during which the program has the terminal: raw, on the alternate screen. Dropping it gives the terminal back.
#[derive(Debug)]
#[must_use = "dropping the session gives the terminal back"]
pub struct Session {
    _private: (),
}

impl Session {
    /// Takes the terminal. From then on a panic gives it back first and says only where in the program it happened: what
    /// it says otherwise could hold a name. A panic in another thread than this one ends the program.
    pub fn enter() -> Result<Self, EnterError> {
        if !is_possible() {
            return Err(EnterError::NotATerminal);
        }
        panic::hook();
        let session = Self { _private: () };
        GATE.pass(take)?;
        Ok(session)
    }

    /// Gives the terminal back. Does nothing the second time; what cannot be undone is left, since nobody is there to be
    /// told.
    pub fn leave(&mut self) {
        GATE.pass(restore);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Whether somebody sits at a terminal.
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// The size of the terminal that this process stands at, if it stands at one that says so. Changes nothing.
pub fn window() -> Option<Size> {
    let is_one = io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal();
    let (columns, rows) = is_one.then(|| terminal::size().ok()).flatten()?;
    Some(Size::new(columns, rows))
}

/// Where frames go.
pub fn output() -> io::Result<Output> {
    standard_output().map(Output::new)
}

/// Standard output past the gate.
pub(super) fn standard_output() -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
    }
    #[cfg(windows)]
    {
        use std::os::windows::io::AsHandle;
        Ok(File::from(io::stdout().as_handle().try_clone_to_owned()?))
    }
}

/// The terminal's size in columns and rows; 80×24 where it does not say (serial lines, some containers).
///
/// From this call on a change of size becomes an event: the library listens only after it was asked for events once.
pub fn size() -> io::Result<Size> {
    crossterm::event::poll(Duration::ZERO)?;
    let (columns, rows) = terminal::size()?;
    Ok(if columns == 0 || rows == 0 { Size::new(80, 24) } else { Size::new(columns, rows) })
}

/// Gives the terminal away, stops the whole program until it is continued, and takes the terminal again; gives its size
/// then. Continued in the background, the program stops again by itself until it is in the foreground.
pub(super) fn suspend() -> io::Result<Size> {
    GATE.pass(restore);
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    GATE.pass(take)?;
    size()
}

/// Gives the terminal back behind a closed gate.
pub(super) fn restore_for_good(patience: Duration) {
    GATE.close(patience);
    restore();
}

fn take() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    standard_output()?.write_all(ENTER)
}

/// Gives the terminal back, once. The modes of the line come first: they never wait, and writing may.
pub(super) fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = terminal::disable_raw_mode();
        let _ = standard_output().and_then(|mut out| out.write_all(LEAVE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_a_terminal_that_was_never_taken_does_nothing() {
        let mut session = Session { _private: () };
        session.leave();
        session.leave();
        assert!(!ENTERED.load(Ordering::SeqCst));
    }

    #[test]
    fn all_that_is_switched_on_is_switched_off() {
        let (enter, leave) = (str::from_utf8(ENTER).unwrap(), str::from_utf8(LEAVE).unwrap());
        for mode in ["1049", "2004"] {
            assert!(enter.contains(&format!("\x1b[?{mode}h")));
            assert!(leave.contains(&format!("\x1b[?{mode}l")));
        }
        assert!(enter.contains("\x1b[?25l") && leave.contains("\x1b[?25h"));
    }
}
