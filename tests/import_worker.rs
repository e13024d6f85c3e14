//! Reading a file in a process apart: whatever the file does to that process, the program goes on and says what was.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::{
    fs,
    io::Read,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use rustix::process::{Pid, test_kill_process};
use tempfile::TempDir;
use tep_notebook::{
    app::{
        effect::Msg,
        import::{Death, End, Found, Order, Trouble, Unread},
    },
    exchange::{
        codes::{Kind, ReadError},
        handover::NotOpened,
        reading::Wishes,
        seal::{self, Passphrase, SealError},
    },
    run::{browse::Haunts, reader::Reader},
};

/// Far longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
const ROSTER: &str = "tests/data/messy/m01a_nomina_sige.csv";

fn tep() -> PathBuf {
    env!("CARGO_BIN_EXE_tep").into()
}

fn reader(program: PathBuf) -> (Reader, Receiver<Msg>) {
    let (sender, heard) = channel();
    (Reader::apart(program, Haunts::default(), move |msg| drop(sender.send(msg))), heard)
}

fn ask(reader: &mut Reader, number: u64, path: &Path) {
    let order = Order { number, path: path.to_owned(), wishes: Wishes::default(), passphrase: None };
    let at_once = reader.read(order, NaiveDate::from_ymd_opt(2023, 5, 2).unwrap());
    assert!(at_once.is_empty(), "{at_once:?}");
}

/// The last word about an order.
fn end(heard: &Receiver<Msg>, wanted: u64) -> End {
    loop {
        match heard.recv_timeout(PATIENCE).unwrap() {
            Msg::Read { number, end } if number == wanted => return end,
            Msg::Read { .. } | Msg::ReadSoFar { .. } => {}
            other => panic!("{other:?}"),
        }
    }
}

fn read_with(program: PathBuf, path: &Path) -> End {
    let (mut reader, heard) = reader(program);
    ask(&mut reader, 1, path);
    end(&heard, 1)
}

/// A program of which nothing good is to be expected.
fn script(dir: &TempDir, lines: &str) -> PathBuf {
    let path = dir.path().join("program.sh");
    // Written by another process: a file that this one has open for writing cannot be started.
    let text = format!("#!/bin/sh\n{lines}\n");
    let written = Command::new("sh").args(["-c", "printf %s \"$1\" > \"$2\"", "sh", &text]).arg(&path).status();
    assert!(written.unwrap().success());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

#[test]
fn a_file_is_read_in_another_process_and_comes_back_whole() {
    let Ok(Found::Table(reading)) = read_with(tep(), Path::new(ROSTER)) else { panic!("not read") };
    assert_eq!(reading.kind, Kind::Roster);
    assert!(reading.records.len() > 5 && reading.records.iter().all(|record| record.run.is_some()));
    assert!(reading.records.iter().any(|record| record.more.as_ref().is_some_and(|more| !more.given_names.is_empty())));
}

#[test]
fn a_sealed_student_is_opened_in_the_other_process_and_a_wrong_passphrase_is_no_damage() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("traspaso.json.age");
    fs::write(&path, seal::seal(b"{\"format\":\"tep-handover\"}", "una frase de paso").unwrap()).unwrap();
    let (mut reader, heard) = reader(tep());
    let said = [
        (None, NotOpened::Sealed),
        (Some("otra frase"), NotOpened::Seal(SealError::WrongPassphrase)),
        // It opens, and is nobody.
        (Some("una frase de paso"), NotOpened::NotOne),
    ];
    for (number, (passphrase, why)) in (1..).zip(said) {
        let passphrase = passphrase.map(Passphrase::new);
        let order = Order { number, path: path.clone(), wishes: Wishes::default(), passphrase };
        assert!(reader.read(order, NaiveDate::from_ymd_opt(2023, 5, 2).unwrap()).is_empty());
        match end(&heard, number) {
            Err(Trouble::NotOpened(found)) => assert_eq!(found, why),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_cannot_be_read_comes_back_with_its_reason() {
    let dir = tempfile::tempdir().unwrap();
    let empty = dir.path().join("vacío.csv");
    fs::write(&empty, "").unwrap();
    assert!(matches!(read_with(tep(), &empty), Err(Trouble::Refused(ReadError::EmptyFile))));
    assert!(matches!(read_with(tep(), &dir.path().join("no.csv")), Err(Trouble::Unread(Unread::Gone))));
    assert!(matches!(read_with(tep(), dir.path()), Err(Trouble::Unread(Unread::Folder))));
    // A pipe that nobody writes into would be waited for until the end of the meeting.
    let pipe = dir.path().join("pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(matches!(read_with(tep(), &pipe), Err(Trouble::Unread(Unread::Special))));
}

#[test]
fn a_file_whose_name_looks_like_an_option_is_still_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("--help");
    fs::copy(ROSTER, &path).unwrap();
    assert!(read_with(tep(), &path).is_ok());
}

#[test]
fn a_process_that_is_killed_by_its_limits_costs_nothing_but_the_reading() {
    let dir = tempfile::tempdir().unwrap();
    for signal in ["XCPU", "ABRT", "KILL"] {
        let program = script(&dir, &format!("echo '{{\"progress\":[1,9]}}'\nkill -{signal} $$"));
        let end = read_with(program, Path::new(ROSTER));
        assert!(matches!(end, Err(Trouble::Died(Death::TooHeavy))), "{signal}: {end:?}");
    }
}

#[test]
fn a_process_that_breaks_or_talks_nonsense_is_not_believed() {
    let dir = tempfile::tempdir().unwrap();
    for lines in
        ["exit 101", "echo hola", "echo '{\"reading\":{\"kind\":7}}'", "head -c 2000000 /dev/urandom", "kill -SEGV $$"]
    {
        let end = read_with(script(&dir, lines), Path::new(ROSTER));
        assert!(matches!(end, Err(Trouble::Died(Death::Broken))), "{lines}: {end:?}");
    }
    let end = read_with(dir.path().join("nowhere"), Path::new(ROSTER));
    assert!(matches!(end, Err(Trouble::Died(Death::NotStarted))), "{end:?}");
}

#[test]
fn whoever_cancels_is_rid_of_the_process_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let note = dir.path().join("pid");
    let hangs = format!("echo $$ > {0}.part\nmv {0}.part {0}\nexec sleep 600", note.display());
    let (mut reader, heard) = reader(script(&dir, &hangs));
    ask(&mut reader, 1, Path::new(ROSTER));
    let pid = until(|| fs::read_to_string(&note).ok()?.trim().parse::<i32>().ok());
    reader.stop();
    assert!(matches!(end(&heard, 1), Err(Trouble::Died(_))));
    assert!(test_kill_process(Pid::from_raw(pid).unwrap()).is_err(), "it still runs");
    // And a second order gives up the first.
    fs::remove_file(&note).unwrap();
    ask(&mut reader, 2, Path::new(ROSTER));
    let pid = until(|| fs::read_to_string(&note).ok()?.trim().parse::<i32>().ok());
    ask(&mut reader, 3, Path::new(ROSTER));
    assert!(matches!(end(&heard, 2), Err(Trouble::Died(_))));
    assert!(test_kill_process(Pid::from_raw(pid).unwrap()).is_err(), "it still runs");
    reader.stop();
    assert!(matches!(end(&heard, 3), Err(Trouble::Died(_))));
}

#[test]
fn a_thousand_words_about_progress_are_not_a_thousand_drawings() {
    let dir = tempfile::tempdir().unwrap();
    let lines = "i=0; while [ $i -lt 1000 ]; do echo \"{\\\"progress\\\":[$i,1000]}\"; i=$((i+1)); done";
    let (mut reader, heard) = reader(script(&dir, lines));
    let began = Instant::now();
    ask(&mut reader, 1, Path::new(ROSTER));
    let mut told = 0_u128;
    while let Msg::ReadSoFar { .. } = heard.recv_timeout(PATIENCE).unwrap() {
        told += 1;
    }
    let most = began.elapsed().as_millis() / 250 + 1;
    assert!((1..=most).contains(&told), "{told} of {most}");
}

#[test]
fn the_process_has_its_limits_before_it_sees_the_file_and_holds_nothing_of_the_program() {
    let proc = Path::new("/proc/self/limits");
    if !proc.exists() {
        eprintln!("skipped: this system does not show the limits of a process");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let notebook = dir.path().canonicalize().unwrap().join("99001.tep.json");
    let _open = fs::File::create(&notebook).unwrap();
    // It waits for the question, which does not come yet.
    let mut child = Command::new(tep())
        .args(["import-worker", ROSTER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let of = PathBuf::from(format!("/proc/{}", child.id()));
    let limits =
        until(|| Some(fs::read_to_string(of.join("limits")).unwrap()).filter(|text| says(text, "cpu time", "20")));
    assert!(says(&limits, "address space", "536870912") && says(&limits, "core file size", "0"), "{limits}");
    let held = fs::read_dir(of.join("fd")).unwrap().filter_map(|entry| fs::read_link(entry.unwrap().path()).ok());
    let held: Vec<PathBuf> = held.collect();
    assert!(held.contains(&"/dev/null".into()) && !held.contains(&notebook), "{held:?}");
    // The one who started it is gone: so is it.
    drop(child.stdin.take());
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(!child.wait().unwrap().success() && said.is_empty(), "{said}");
}

/// Whether a limit has this value, and cannot be raised again.
fn says(limits: &str, name: &str, value: &str) -> bool {
    let line = limits.lines().find(|line| line.starts_with(&format!("Max {name}"))).unwrap();
    line.split_whitespace().filter(|word| *word == value).count() == 2
}

/// Waits until something is there.
fn until<T>(mut there: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = there() {
            return found;
        }
        assert!(Instant::now() < deadline, "it does not come");
        std::thread::yield_now();
    }
}
