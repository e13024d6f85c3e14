//! A terminal with a program in it: a pty, a model of its screen, and a home folder that vanishes.
//!
//! Never sleeps: it reads until something appears, up to a generous deadline.

use std::{
    fmt::Write as _,
    io::{Read, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use tep_notebook::{demo, run::author, store::Shelf};

/// How long something may take that should be there at once, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(30);

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const DOWN: &str = "\x1b[B";
pub const F2: &str = "\x1bOQ";

/// The program.
pub fn tep() -> &'static str {
    env!("CARGO_BIN_EXE_tep")
}

/// A home folder that vanishes.
pub struct Home {
    dir: TempDir,
}

impl Home {
    pub fn empty() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// A home with some schools of the practice alliance.
    pub fn with_schools(rbds: &[u32]) -> Self {
        let home = Self::empty();
        let shelf = Shelf::on_disk(home.practice());
        for school in demo::SCHOOLS.iter().filter(|school| rbds.contains(&school.rbd)) {
            let now = chrono::Utc::now();
            let mut keeper = shelf.create(demo::notebook(school).unwrap(), &author::here(), now).unwrap();
            keeper.close(now).unwrap();
        }
        home
    }

    pub fn practice(&self) -> PathBuf {
        self.path().join("data/practica")
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The program in a window of 80×24 in Spanish, with nothing in its environment but what it needs.
    pub fn tep(&self, arguments: &[&str]) -> Launch {
        let mut launch = Launch::of(tep(), arguments);
        launch.set("TEP_HOME", self.path().to_str().unwrap());
        launch
    }

    /// The program without a terminal.
    pub fn tep_without_terminal(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(tep());
        command.env_clear().env("TEP_HOME", self.path()).env("LANG", "es_CL.UTF-8").args(arguments);
        command
    }
}

/// A program that is about to start.
pub struct Launch {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Launch {
    pub fn of(program: &str, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.args(arguments);
        let mut launch = Self { command, size: (80, 24) };
        launch.set("TERM", "xterm-256color").set("LANG", "es_CL.UTF-8");
        launch
    }

    pub fn set(&mut self, name: &str, value: &str) -> &mut Self {
        self.command.env(name, value);
        self
    }

    pub fn size(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self
    }

    pub fn start(&self) -> Terminal {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(window(columns, rows)).unwrap();
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(self.command.clone()).unwrap();
        // Only the program holds the other end: when it ends, so does the output.
        drop(pair.slave);
        let output = read(pair.master.try_clone_reader().unwrap());
        let input = write(pair.master.take_writer().unwrap());
        let parser = vt100::Parser::new(number(rows), number(columns), 0);
        Terminal { child, master: pair.master, input, output, parser, bytes: Vec::new(), modes, ended: false }
    }
}

/// A terminal with a program in it; the program is ended with it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    input: Sender<Vec<u8>>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// All that the program has written.
    pub bytes: Vec<u8>,
    /// The modes of the line before the program started.
    modes: Option<String>,
    ended: bool,
}

impl Terminal {
    /// Types; a thread of its own hands it over as fast as the program takes it.
    pub fn types(&mut self, keys: impl AsRef<[u8]>) -> &mut Self {
        self.input.send(keys.as_ref().to_vec()).unwrap();
        self
    }

    /// Waits until a text is on the screen.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.until(text, |terminal| terminal.text().contains(text))
    }

    /// Waits until a text has left the screen.
    pub fn sees_no_more(&mut self, text: &str) -> &mut Self {
        self.until(&format!("no «{text}»"), |terminal| !terminal.text().contains(text))
    }

    /// Waits until something holds.
    pub fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            if let Err(why) = self.take(left) {
                panic!("waited for {what}: {why:?} after {} bytes; screen:\n{}", self.bytes.len(), self.text());
            }
        }
        self
    }

    /// Reads until nothing came for a while; gives how many bytes came.
    pub fn until_silent(&mut self, silence: Duration) -> usize {
        let before = self.bytes.len();
        while self.take(silence).is_ok() {}
        self.bytes.len() - before
    }

    /// Whether the program has ended and all that it wrote was read.
    pub fn is_over(&self) -> bool {
        matches!(self.output.try_recv(), Err(TryRecvError::Disconnected))
    }

    fn take(&mut self, patience: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.output.recv_timeout(patience)?;
        self.parser.process(&bytes);
        self.bytes.extend(bytes);
        Ok(())
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser.set_size(number(rows), number(columns));
        self.master.resize(window(columns, rows)).unwrap();
        self
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The screen, a row a line.
    pub fn text(&self) -> String {
        let columns = self.screen().size().1.get();
        self.screen().rows(0, columns).fold(String::new(), |mut text, row| {
            let _ = writeln!(text, "{}", row.trim_end());
            text
        })
    }

    pub fn row(&self, at: usize) -> String {
        self.text().lines().nth(at).unwrap_or_default().to_owned()
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Whether the line is as before the start; none where the system does not tell.
    pub fn has_its_modes(&self) -> Option<bool> {
        Some(modes(&*self.master)? == *self.modes.as_ref()?)
    }

    /// Waits for the end of the program; gives its exit code.
    pub fn ends(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.take(deadline.saturating_duration_since(Instant::now())) {
                Ok(()) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program does not end; screen:\n{}", self.text()),
            }
        }
        self.ended = true;
        self.child.wait().unwrap().exit_code()
    }

    /// Ends the program in the middle of whatever it does.
    pub fn kill_at_once(mut self) {
        let killed = Command::new("kill").args(["-9", &self.process().to_string()]).status().unwrap();
        assert!(killed.success());
        self.ends();
    }

    /// Waits for the end: done, and the terminal as it was.
    pub fn ends_well(&mut self) {
        let code = self.ends();
        assert_eq!(code, 0, "screen:\n{}", self.text());
        self.is_given_back();
    }

    /// The terminal is as it was before the program.
    pub fn is_given_back(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the other screen is still there");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        match self.has_its_modes() {
            Some(same) => assert!(same, "the line is still raw"),
            None => eprintln!("skipped: this system does not tell the modes of the line"),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if !self.ended {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn read(mut from: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 65_536];
        // The end of a pty is an error on some systems.
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            if sender.send(buffer[..length].to_vec()).is_err() {
                break;
            }
        }
    });
    output
}

fn write(mut to: Box<dyn Write + Send>) -> Sender<Vec<u8>> {
    let (input, receiver) = channel::<Vec<u8>>();
    thread::spawn(move || {
        for keys in receiver {
            if to.write_all(&keys).and_then(|()| to.flush()).is_err() {
                break;
            }
        }
    });
    input
}

fn modes(master: &dyn MasterPty) -> Option<String> {
    master.get_termios().map(|modes| format!("{modes:?}"))
}

fn window(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn number(of: u16) -> NonZeroU16 {
    NonZeroU16::new(of).unwrap()
}
