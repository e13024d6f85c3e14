//! What a panic leaves behind: the terminal given back, one line without a name, and never half a program.

use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::OnceLock;
use std::thread::{self, ThreadId};

use super::guard::{PATIENCE, exit, exit_after};
use super::session;

/// Exit code of Rust's own panics.
const PANICKED: i32 = 101;

/// The thread that has the terminal.
static OWNER: OnceLock<ThreadId> = OnceLock::new();

/// Answers panics from now on; the calling thread is the one that unwinds.
pub(super) fn hook() {
    let mut is_new = false;
    OWNER.get_or_init(|| {
        is_new = true;
        thread::current().id()
    });
    if is_new {
        panic::set_hook(Box::new(on_panic));
    }
}

fn on_panic(info: &PanicHookInfo<'_>) {
    if OWNER.get() == Some(&thread::current().id()) {
        session::restore();
        say(info);
    } else {
        // A program that goes on with a dead half is worse than none: what was saved is on disk already.
        exit_after(PATIENCE, PANICKED);
        session::restore_for_good(PATIENCE / 2);
        say(info);
        exit(PANICKED);
    }
}

/// Says where it happened; what a panic says may hold a name.
fn say(info: &PanicHookInfo<'_>) {
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    // A dead standard error must not make a second panic of the first.
    let _ = match info.location() {
        Some(place) => writeln!(io::stderr(), "{name} {version}: {place}"),
        None => writeln!(io::stderr(), "{name} {version}"),
    };
}
