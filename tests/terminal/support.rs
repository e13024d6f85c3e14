//! A terminal with a program in it: a pty, a model of its screen, and a home folder that vanishes.
//!
//! Never sleeps: it reads until something appears, up to a generous deadline.

use std::{
    fmt::Write as _,
    fs::{self, OpenOptions},
    io::{Read, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use tempfile::TempDir;
use tep_notebook::{demo, run::author, store::Shelf};

use crate::figures;

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

    /// A test of this program of tests, in a terminal of its own. It asks for `name` to know that it is meant.
    pub fn of_test(test: &str, name: &str, value: &str) -> Self {
        let this = std::env::current_exe().unwrap();
        let mut launch = Self::of(this.to_str().unwrap(), &["--exact", test, "--nocapture", "--test-threads=1"]);
        launch.set(name, value).size(200, 50);
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
        Terminal {
            child: Some(child),
            reader: Reader::of(pair.master.try_clone_reader().unwrap()),
            writer: Some(Writer::of(pair.master.take_writer().unwrap())),
            master: Some(pair.master),
            parser: vt100::Parser::new(number(rows), number(columns), 0),
            bytes: Vec::new(),
            modes,
        }
    }
}

/// A terminal with a program in it; the program is ended with it.
pub struct Terminal {
    /// The program, until its end was seen.
    child: Option<Box<dyn Child + Send + Sync>>,
    /// The other end of its line, until it is closed.
    master: Option<Box<dyn MasterPty + Send>>,
    reader: Reader,
    writer: Option<Writer>,
    parser: vt100::Parser,
    /// All that the program has written.
    pub bytes: Vec<u8>,
    /// The modes of the line before the program started.
    modes: Option<String>,
}

impl Terminal {
    /// Types; a thread of its own hands it over as fast as the program takes it.
    pub fn types(&mut self, keys: impl AsRef<[u8]>) -> &mut Self {
        self.writer.as_ref().unwrap().input.send(keys.as_ref().to_vec()).unwrap();
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
        matches!(self.reader.output.try_recv(), Err(TryRecvError::Disconnected))
    }

    fn take(&mut self, patience: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.reader.output.recv_timeout(patience)?;
        self.parser.process(&bytes);
        self.bytes.extend(bytes);
        Ok(())
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser.set_size(number(rows), number(columns));
        self.tells_size(columns, rows)
    }

    /// Tells the program a size that the model of the screen does not follow: none at all, or one beyond all memory.
    pub fn tells_size(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.master.as_ref().unwrap().resize(window(columns, rows)).unwrap();
        self
    }

    /// Lets something else write on the screen, as a shell does while the program is stopped.
    pub fn is_written_on(&mut self, text: &str) -> &mut Self {
        self.parser.process(text.as_bytes());
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
        self.child.as_ref().unwrap().process_id().unwrap()
    }

    fn id(&self) -> Pid {
        Pid::from_raw(self.process().cast_signed()).unwrap()
    }

    /// Sends a signal to the program; gives the moment.
    pub fn signals(&self, signal: Signal) -> Instant {
        let now = Instant::now();
        kill_process(self.id(), signal).unwrap();
        now
    }

    /// Waits until the program is stopped, and can be continued.
    pub fn is_stopped(&mut self) -> &mut Self {
        let id = self.id();
        let stopped = patiently(move || waitpid(Some(id), WaitOptions::UNTRACED).unwrap().unwrap().1.stopped());
        assert_eq!(stopped, Some(true), "the program does not stop");
        self
    }

    /// Closes the line, as a window that is closed or a connection that has dropped; gives the moment.
    pub fn hangs_up(&mut self) -> Instant {
        if let Some(writer) = self.writer.take() {
            writer.finish();
        }
        self.reader.orders.send(Order::Close).unwrap();
        // The reader sees its order after the next bytes, which need not be the program's.
        let name = self.master.as_ref().unwrap().tty_name().unwrap();
        OpenOptions::new().write(true).open(name).unwrap().write_all(b" ").unwrap();
        let thread = self.reader.thread.take().unwrap();
        assert!(patiently(|| thread.join().unwrap()).is_some(), "the line is still open");
        let now = Instant::now();
        drop(self.master.take());
        now
    }

    /// Takes nothing from the line any more until what is given back is dropped, as a window that was stopped.
    pub fn holds(&mut self) -> Sender<()> {
        let (held, until) = channel();
        self.reader.orders.send(Order::Hold(until)).unwrap();
        held
    }

    /// Waits until the process is gone, whatever it has written; gives its exit code and how long that took.
    pub fn is_gone(&mut self, since: Instant) -> (u32, Duration) {
        let id = self.id();
        let mut child = self.child.take().unwrap();
        let gone = patiently(move || (child.wait().unwrap().exit_code(), since.elapsed()));
        gone.unwrap_or_else(|| {
            let _ = kill_process(id, Signal::KILL);
            panic!("the program does not end; screen:\n{}", self.text())
        })
    }

    /// Nothing is written, nothing wakes up, nothing is computed. Where the system does not tell, bytes alone count.
    pub fn rests(&mut self, silence: Duration) -> &mut Self {
        self.until_silent(Duration::from_millis(300));
        let before = awake(self.process());
        assert_eq!(self.until_silent(silence), 0, "bytes while nobody types");
        let after = awake(self.process());
        match (before, after) {
            (Some(before), Some(after)) => assert_eq!(before, after, "(times woken, clock ticks of CPU)"),
            _ => eprintln!("skipped: this system does not tell how often a process wakes up"),
        }
        self
    }

    /// Whether the line is as before the start; none where the system does not tell.
    pub fn has_its_modes(&self) -> Option<bool> {
        Some(modes(&**self.master.as_ref()?)? == *self.modes.as_ref()?)
    }

    /// Waits for the end of the program and reads all that it wrote; gives its exit code.
    pub fn ends(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.take(deadline.saturating_duration_since(Instant::now())) {
                Ok(()) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program does not end; screen:\n{}", self.text()),
            }
        }
        self.child.take().map_or(0, |mut child| child.wait().unwrap().exit_code())
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
        if self.child.is_some() {
            let _ = kill_process(self.id(), Signal::KILL);
            let _ = self.child.take().map(|mut child| child.wait());
        }
    }
}

/// Does something that may wait for ever, but not that long.
fn patiently<T: Send + 'static>(act: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, done) = channel();
    thread::spawn(move || sender.send(act()));
    done.recv_timeout(PATIENCE).ok()
}

/// Waits until something is there.
pub fn patiently_until<T>(mut there: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = there() {
            return found;
        }
        assert!(Instant::now() < deadline, "it does not come");
        thread::yield_now();
    }
}

/// Takes what the program writes.
struct Reader {
    output: Receiver<Vec<u8>>,
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

/// What the reader does after the next bytes.
enum Order {
    Close,
    Hold(Receiver<()>),
}

impl Reader {
    fn of(mut from: Box<dyn Read + Send>) -> Self {
        let (sender, output) = channel();
        let (orders, order) = channel();
        let thread = thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            // The end of a pty is an error on some systems.
            while let Ok(length @ 1..) = from.read(&mut buffer) {
                // Before the bytes are handed over: an order that answers to them is about the next ones.
                let order = order.try_recv();
                let is_heard = sender.send(buffer[..length].to_vec()).is_ok();
                match order {
                    _ if !is_heard => break,
                    Ok(Order::Close) => break,
                    Ok(Order::Hold(until)) => drop(until.recv()),
                    Err(_) => {}
                }
            }
        });
        Self { output, orders, thread: Some(thread) }
    }
}

/// Types, as fast as the program takes it.
struct Writer {
    input: Sender<Vec<u8>>,
    thread: JoinHandle<()>,
}

impl Writer {
    fn of(mut to: Box<dyn Write + Send>) -> Self {
        let (input, receiver) = channel::<Vec<u8>>();
        let thread = thread::spawn(move || {
            for keys in receiver {
                if to.write_all(&keys).and_then(|()| to.flush()).is_err() {
                    break;
                }
            }
        });
        Self { input, thread }
    }

    /// Waits until all is typed.
    fn finish(self) {
        drop(self.input);
        self.thread.join().unwrap();
    }
}

/// How often the threads of a process went to sleep by themselves, and their clock ticks on a CPU.
fn awake(process: u32) -> Option<(u64, u64)> {
    let mut sum = (0, 0);
    for task in fs::read_dir(format!("/proc/{process}/task")).ok()? {
        let task = task.ok()?.path();
        let status = fs::read_to_string(task.join("status")).ok()?;
        let slept = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        sum = (sum.0 + slept.trim().parse::<u64>().ok()?, sum.1 + ticks(&task.join("stat"))?);
    }
    Some(sum)
}

/// The clock ticks that a `stat` of the system's tells.
pub fn ticks(stat: &Path) -> Option<u64> {
    let stat = fs::read_to_string(stat).ok()?;
    // The name of the process, in brackets, may have blanks: count after it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

/// The most memory that a process ever had, in KiB.
pub fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Says what was measured, also when all is well and the harness keeps quiet.
pub fn tell(line: &str) {
    figures::say(&format!("terminal: {line}"));
}

/// Says how long something took, each time.
pub fn tell_times(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let (median, most) = (times[times.len() / 2], times[times.len() - 1]);
    let slow = times.iter().filter(|time| **time > Duration::from_millis(250)).count();
    tell(&format!(
        "{what}: {} times, gone after {:.1} ms (median), {:.1} ms (most); above 250 ms: {slow}",
        times.len(),
        median.as_secs_f64() * 1e3,
        most.as_secs_f64() * 1e3,
    ));
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
