//! Borrows the terminal and gives it back as it was: on leaving, on an early return, and on a panic.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::terminal;
use ratatui::layout::Size;

/// Alternate screen, bracketed paste, hidden cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";

/// The end of a frame that was cut off, then all of [`ENTER`] in reverse.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?25h\x1b[?2004l\x1b[?1049l";

/// The terminal is ours. Static, since the panic hook must know it.
static ENTERED: AtomicBool = AtomicBool::new(false);

static HOOK: Once = Once::new();

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
    /// it says otherwise could hold a name.
    pub fn enter() -> Result<Self, EnterError> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(EnterError::NotATerminal);
        }
        HOOK.call_once(|| panic::set_hook(Box::new(on_panic)));
        terminal::enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let session = Self { _private: () };
        output()?.write_all(ENTER)?;
        Ok(session)
    }

    /// Gives the terminal back. Does nothing the second time; what cannot be undone is left, since nobody is there to be
    /// told.
    pub fn leave(&mut self) {
        restore();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Standard output without a buffer, so that one frame is one write.
pub fn output() -> io::Result<File> {
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

fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = output().and_then(|mut out| out.write_all(LEAVE));
        let _ = terminal::disable_raw_mode();
    }
}

fn on_panic(info: &PanicHookInfo<'_>) {
    restore();
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    // A dead standard error must not make a second panic of the first.
    let _ = match info.location() {
        Some(place) => writeln!(io::stderr(), "{name} {version}: {place}"),
        None => writeln!(io::stderr(), "{name} {version}"),
    };
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
