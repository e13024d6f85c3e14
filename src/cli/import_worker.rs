//! `tep import-worker FILE`: reads one file and says what is in it, for the program that started this one and for nobody
//! else.
//!
//! Owns its own limits. It is a process of its own so that a file which is too heavy ends it and nothing else.

use std::{
    ffi::OsString,
    io::{self, BufRead, BufWriter, Read, Write},
    path::Path,
    process::{self, ExitCode},
    thread,
};

use crate::run::reader::{
    talk::{Asked, COMMAND, LONGEST, Said},
    work,
};

/// The most memory, in bytes of address space.
const MEMORY: u64 = 512 * 1024 * 1024;
/// The longest time of computing, in seconds.
const SECONDS: u64 = 20;

/// Reads the file, if this process was started for that.
pub(super) fn run(given: &[OsString]) -> Option<ExitCode> {
    match given {
        [_, command, file] if command == COMMAND => Some(match work_off(Path::new(file)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }),
        _ => None,
    }
}

fn work_off(file: &Path) -> io::Result<()> {
    limit()?;
    let asked = question()?;
    thread::Builder::new().stack_size(64 * 1024).spawn(end_with_the_other)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let said = work::read(file, &asked, &mut |done, total| {
        // Where nobody listens any more, the last word fails too.
        let _ = say(&mut out, &Said::Progress(done, total));
    });
    say(&mut out, &said)
}

/// What the other process wants to know.
fn question() -> io::Result<Asked> {
    let mut line = Vec::new();
    io::stdin().lock().take(LONGEST).read_until(b'\n', &mut line)?;
    Ok(serde_json::from_slice(&line)?)
}

fn say(out: &mut impl Write, said: &Said) -> io::Result<()> {
    serde_json::to_writer(&mut *out, said)?;
    writeln!(out)?;
    out.flush()
}

/// The other process holds the input open for as long as it lives.
fn end_with_the_other() {
    let mut letter = [0];
    while matches!(io::stdin().lock().read(&mut letter), Ok(1)) {}
    process::exit(1);
}

/// Nothing that this file does costs more than this, and no image of the memory, which holds names, is left on a disk.
#[cfg(unix)]
fn limit() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::Core, 0), (Resource::As, MEMORY), (Resource::Cpu, SECONDS)] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn limit() -> io::Result<()> {
    Ok(())
}
