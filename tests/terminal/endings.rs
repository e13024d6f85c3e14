//! How the program ends when nobody has left it: the line has dropped, the window was closed, the machine goes down. A
//! program that stays behind eats a processor and holds the notebook; one that ends badly costs the terminal.

use std::{
    env,
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
    sync::mpsc::channel,
    time::Duration,
};

use crossterm::event::KeyCode;
use rustix::process::Signal;
use tep_notebook::{
    store::Shelf,
    term::{self, Arrival, Event, Events, Guard, Inbox, Session},
};

use crate::support::{F2, Home, Launch, Terminal, tell, tell_times, tep, ticks};

/// How often each ending is tried.
const ROUNDS: usize = 25;

/// Half a sentence.
const HALF: &str = "la familia dice que";

/// Gives the terminal back, last of all; after the escape.
const BACK: &str = "[?1049l";

/// What the person is doing.
fn busy(terminal: &mut Terminal, round: usize) {
    terminal.sees("El Notro").sees("q salir");
    match round % 4 {
        // Reading.
        0 => {}
        // In the middle of a sentence.
        1 => drop(terminal.types(format!("l{HALF}")).sees(HALF)),
        // Typing faster than the screen.
        2 => drop(terminal.types(format!("lde corrido{F2}").repeat(20))),
        // In the middle of a paste that never ends.
        _ => drop(terminal.types("l").sees("F2").types("\x1b[200~pegado").rests(Duration::from_millis(50))),
    }
}

/// The notebook is whole, nobody holds it, and half a sentence is offered again.
fn keeps_all(home: &Home, round: usize) {
    let shelf = Shelf::on_disk(home.practice());
    let paths = shelf.paths().unwrap();
    assert_eq!(paths.len(), 1, "{paths:?}");
    shelf.view(&paths[0]).unwrap();
    if round % 4 == 1 {
        let mut terminal = home.tep(&["open", "99012"]).start();
        terminal.sees(HALF).types(F2).sees("Aprendizaje registrado").types("q").ends_well();
    }
}

fn gives_back_after(signal: Signal, name: &str, code: u32) {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let home = Home::with_schools(&[99_012]);
        let mut terminal = home.tep(&["open", "99012"]).start();
        busy(&mut terminal, round);
        let since = terminal.signals(signal);
        let (ended, took) = terminal.is_gone(since);
        assert_eq!(ended, code, "round {round}");
        terminal.ends();
        terminal.is_given_back();
        let last = after_the_last_escape(&terminal);
        assert!(last.starts_with(BACK), "round {round}: a frame landed on the terminal of the shell: {last:?}");
        times.push(took);
        keeps_all(&home, round);
    }
    tell_times(name, times);
}

#[test]
fn a_machine_that_goes_down_gets_its_terminal_back_from_the_program() {
    gives_back_after(Signal::TERM, "SIGTERM", 143);
}

#[test]
fn whoever_interrupts_the_program_from_outside_keeps_the_terminal() {
    gives_back_after(Signal::INT, "SIGINT", 130);
    gives_back_after(Signal::QUIT, "SIGQUIT", 131);
}

#[test]
fn after_a_hang_up_nothing_is_sent_and_no_program_stays_behind() {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let home = Home::with_schools(&[99_012]);
        let mut terminal = home.tep(&["open", "99012"]).start();
        busy(&mut terminal, round);
        let since = terminal.signals(Signal::HUP);
        let (ended, took) = terminal.is_gone(since);
        assert_eq!(ended, 129, "round {round}");
        terminal.ends();
        assert!(terminal.screen().alternate_screen(), "nobody is there to be given a terminal");
        times.push(took);
        keeps_all(&home, round);
    }
    tell_times("SIGHUP", times);
}

#[test]
fn a_window_that_is_closed_leaves_no_program_behind() {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let home = Home::with_schools(&[99_012]);
        let mut terminal = home.tep(&["open", "99012"]).start();
        busy(&mut terminal, round);
        let since = terminal.hangs_up();
        let (ended, took) = terminal.is_gone(since);
        assert_eq!(ended, 129, "round {round}");
        times.push(took);
        keeps_all(&home, round);
    }
    tell_times("closed terminal", times);
}

#[test]
fn a_shell_that_ignores_hang_ups_keeps_no_program_on_a_dead_line() {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let home = Home::with_schools(&[99_012]);
        // As the program of a `nohup`; and under a shell that keeps the signal to itself, so that nobody tells.
        let run = if round % 2 == 0 { "exec \"$0\" open 99012" } else { "\"$0\" open 99012; exit $?" };
        let mut launch = Launch::of("/bin/sh", &["-c", &format!("trap '' HUP; {run}"), tep()]);
        let mut terminal = launch.set("TEP_HOME", home.path().to_str().unwrap()).start();
        busy(&mut terminal, round);
        let since = terminal.hangs_up();
        let (ended, took) = terminal.is_gone(since);
        assert_eq!(ended, 129, "round {round}");
        times.push(took);
        keeps_all(&home, round);
    }
    tell_times("closed terminal, hang-up ignored", times);
}

#[test]
fn a_program_that_was_stopped_comes_back_with_the_whole_screen() {
    let (home, elsewhere) = (Home::with_schools(&[99_012]), Home::with_schools(&[99_012]));
    let mut calm = elsewhere.tep(&["open", "99012"]).size(100, 30).start();
    calm.sees("guardado").until("the bar", |terminal| terminal.row(29).contains("q salir"));
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("guardado").sees("q salir");
    for _ in 0..3 {
        terminal.signals(Signal::TSTP);
        terminal.until("the screen of the shell", |terminal| !terminal.screen().alternate_screen()).is_stopped();
        terminal.is_given_back();
        // The shell writes, and the window gets another size.
        terminal.is_written_on("$ ls\r\n\x1b[7mactas  planes\x1b[m\r\n$ fg\r\n").resize(100, 30);
        terminal.signals(Signal::CONT);
        terminal.until("the screen of a calm start", |terminal| {
            terminal.screen().alternate_screen() && terminal.text() == calm.text()
        });
        assert_ne!(terminal.has_its_modes(), Some(true), "the line is raw while the program has it");
        terminal.types("?").sees("Cuaderno").types("q").sees("q salir").rests(Duration::from_millis(200));
    }
    terminal.types("q").ends_well();
    calm.types("q").ends_well();
}

#[test]
fn a_program_that_is_stopped_can_be_ended() {
    let home = Home::with_schools(&[99_012]);
    let mut terminal = home.tep(&["open", "99012"]).start();
    terminal.sees("guardado").sees("q salir").signals(Signal::TSTP);
    terminal.is_stopped();
    terminal.signals(Signal::TERM);
    let since = terminal.signals(Signal::CONT);
    assert_eq!(terminal.is_gone(since).0, 143);
    terminal.ends();
    terminal.is_given_back();
}

/// Names of tests in a terminal of their own; only with them in the environment they do anything.
const SLOW: &str = "TEP_TEST_SLOW_END";
const STUCK_DISK: &str = "TEP_TEST_STUCK_DISK";
const STUCK_LINE: &str = "TEP_TEST_STUCK_LINE";
const STORM: &str = "TEP_TEST_STORM";

#[test]
fn the_last_words_are_said_once_and_the_processor_is_theirs() {
    let home = Home::empty();
    let file = home.path().join("said");
    let mut terminal = Launch::of_test("endings::ends_slowly", SLOW, file.to_str().unwrap()).start();
    terminal.until("the program", |terminal| terminal.screen().alternate_screen()).sees("listens");
    let since = terminal.hangs_up();
    assert_eq!(terminal.is_gone(since).0, 129);
    let said = fs::read_to_string(file).unwrap();
    let [begins, ticks] = said.lines().collect::<Vec<_>>()[..] else {
        panic!("said more than once, or not to the end: {said}")
    };
    assert_eq!(begins, "begins");
    match ticks.parse::<u64>() {
        // A reader that spins on the dead line would have used all of the half second.
        Ok(ticks) => assert!(ticks < 15, "{ticks} clock ticks while the last words were said"),
        Err(_) => eprintln!("skipped: this system does not tell the time on the processor"),
    }
}

#[test]
fn ends_slowly() {
    let Some(file) = env::var_os(SLOW) else { return };
    watched(Box::new(move || {
        let mut said = OpenOptions::new().create(true).append(true).open(&file).unwrap();
        let used = || ticks(Path::new("/proc/self/stat"));
        let before = used();
        writeln!(said, "begins").unwrap();
        let (_held, never) = channel::<()>();
        let _ = never.recv_timeout(Duration::from_millis(500));
        let used = used().zip(before).map_or("unknown".to_owned(), |(after, before)| (after - before).to_string());
        writeln!(said, "{used}").unwrap();
    }));
}

#[test]
fn a_disk_that_never_answers_does_not_keep_the_program_alive() {
    let mut terminal = Launch::of_test("endings::ends_never", STUCK_DISK, "1").start();
    terminal.until("the program", |terminal| terminal.screen().alternate_screen()).sees("listens");
    let since = terminal.signals(Signal::TERM);
    let (ended, took) = terminal.is_gone(since);
    assert_eq!(ended, 143);
    terminal.ends();
    terminal.is_given_back();
    tell(&format!("SIGTERM, stuck disk: gone after {took:.1?}"));
}

#[test]
fn ends_never() {
    if env::var_os(STUCK_DISK).is_some() {
        watched(Box::new(never));
    }
}

#[test]
fn a_window_that_takes_nothing_more_does_not_keep_the_program_alive() {
    for disk in ["works", "is stuck too"] {
        let mut terminal = Launch::of_test("endings::ends_in_a_write", STUCK_LINE, disk).start();
        terminal.until("the program", |terminal| terminal.screen().alternate_screen()).sees("listens");
        let held = terminal.holds();
        terminal.types("x").sees("much");
        let since = terminal.signals(Signal::TERM);
        let (ended, took) = terminal.is_gone(since);
        assert_eq!(ended, 143);
        assert_ne!(terminal.has_its_modes(), Some(false), "the line is still raw");
        drop(held);
        terminal.ends();
        assert!(
            !after_the_last_escape(&terminal).starts_with(BACK),
            "the write was not stuck: this test shows nothing"
        );
        tell(&format!("SIGTERM, stopped terminal, disk {disk}: gone after {took:.1?}"));
    }
}

#[test]
fn ends_in_a_write() {
    match env::var_os(STUCK_LINE) {
        Some(disk) if disk == "works" => watched(Box::new(|| {})),
        Some(_) => watched(Box::new(never)),
        None => {}
    }
}

#[test]
fn no_frame_lands_on_the_terminal_of_the_shell() {
    for _ in 0..10 {
        let mut terminal = Launch::of_test("endings::ends_in_a_storm", STORM, "1").start();
        terminal.until("the program", |terminal| terminal.screen().alternate_screen()).sees("listens");
        terminal.types("f").sees("frame");
        terminal.signals(Signal::TERM);
        assert_eq!(terminal.ends(), 143);
        assert_eq!(after_the_last_escape(&terminal), BACK);
    }
}

#[test]
fn ends_in_a_storm() {
    if env::var_os(STORM).is_some() {
        watched(Box::new(|| {}));
    }
}

/// A program with guards that does nothing but listen. At an `x` it writes more than any line holds back, at an `f` one
/// frame after the other.
fn watched(on_end: term::OnEnd) {
    let _guard = Guard::post(on_end, || {}).unwrap();
    let mut inbox = Inbox::<()>::new();
    let _session = Session::enter().unwrap();
    term::size().unwrap();
    inbox.listen().unwrap();
    let mut output = term::output().unwrap();
    output.write_all(b"listens").unwrap();
    loop {
        let Some(Arrival::Event(Event::Key(key))) = inbox.wait(None) else { continue };
        match key.code {
            KeyCode::Char('x') => output.write_all(&b"much ".repeat(1_000_000)).unwrap(),
            KeyCode::Char('f') => loop {
                output.write_all(b"\x1b[Hframe").unwrap();
            },
            _ => {}
        }
    }
}

fn never() {
    let (_held, never) = channel::<()>();
    let _ = never.recv();
}

/// What the program sent last; behind it the line may have echoed what was typed meanwhile.
fn after_the_last_escape(terminal: &Terminal) -> String {
    String::from_utf8_lossy(&terminal.bytes).rsplit('\x1b').next().unwrap_or_default().to_owned()
}
