//! What keeping costs on this disk: `cargo run --release --example keeping [FOLDER]`.
//!
//! Prints figures and asserts none: a disk is as fast as it is. The notebook is invented, about 0.5 MB.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]
#![expect(clippy::unwrap_used, reason = "a program for people who build this one")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use tep_notebook::{
    demo,
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    store::{Author, Keeper, Leave, Opening, fs::disk::DiskFs, journal::Act, read, write_notebook},
};

const COMMITS: usize = 1_000;
const OPENINGS: usize = 50;
const MIB: u64 = 1024 * 1024;

fn main() {
    let folder = env::args_os().nth(1).map_or_else(env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("tep-keeping-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("99001-escuela.tep.json");
    let bytes = write_notebook(&notebook()).unwrap();
    println!("notebook: {} KB, in {}", bytes.len() / 1000, folder.display());
    fs::write(&path, &bytes).unwrap();

    commits(&path);
    openings(&path);
    many_journals(&path);
    reading(&bytes);
    fs::remove_dir_all(&folder).unwrap();
}

/// The largest school of the practice alliance, as many students as make half a megabyte.
fn notebook() -> Notebook {
    let mut whole = demo::alliance().next().unwrap();
    while write_notebook(&whole).unwrap().len() > 520_000 {
        whole.students = whole.students.iter().take(whole.students.len() * 9 / 10).cloned().collect();
        whole.contacts = whole.contacts.iter().take(whole.contacts.len() * 9 / 10).cloned().collect();
    }
    whole
}

fn author() -> Author {
    Author { user: SafeText::line("asesora"), host: SafeText::line("equipo") }
}

fn minute(number: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(1_600_000_000, 0).unwrap() + TimeDelta::seconds(i64::try_from(number).unwrap())
}

fn open(path: &Path, number: usize) -> (Keeper, usize) {
    match Keeper::open(Arc::new(DiskFs), path, &author(), Leave::Ask, minute(number)).unwrap() {
        Opening::Ready(ready) => (ready.keeper.unwrap(), ready.story.recovered),
        Opening::Outside(_) => unreachable!("nobody else writes here"),
    }
}

/// A contact as it is noted in a meeting.
fn contact(notebook: &Notebook, number: usize) -> Edit {
    let students = notebook.students.len();
    let mut contact = notebook.contacts.iter().next_back().unwrap().clone();
    contact.id = serde_json::from_str(&format!("\"0190aaaa-0000-7000-8000-{number:012x}\"")).unwrap();
    contact.student = notebook.students.iter().nth(number % students).unwrap().id;
    contact.note = SafeText::note("Contestó la mamá; vuelve el lunes. Avisar a la profesora jefe.");
    Edit::one(Deed::AddContact, Change::add(contact))
}

fn commits(path: &Path) {
    let (mut keeper, _) = open(path, 0);
    keeper.prepare(minute(0)).unwrap();
    let (mut kept, mut filed) = (Vec::new(), Vec::new());
    let before = journals(path).1;
    for number in 1..=COMMITS {
        let edit = contact(keeper.notebook(), number);
        kept.push(timed(|| keeper.commit(Act::Do, edit, minute(number)).unwrap()));
        if number % 50 == 0 {
            filed.push(timed(|| _ = keeper.checkpoint(minute(number)).unwrap()));
        }
    }
    say("commit", kept);
    say("checkpoint", filed);
    let grown = journals(path).1 - before;
    println!("journal: {} bytes a change", grown / u64::try_from(COMMITS).unwrap());
    keeper.close(minute(COMMITS)).unwrap();
}

/// Opening with a journal of one MiB that the file does not hold yet.
fn openings(path: &Path) {
    let (mut keeper, _) = open(path, COMMITS);
    keeper.prepare(minute(COMMITS)).unwrap();
    let (before, mut number) = (journals(path).1, 10_000);
    while journals(path).1 - before < MIB {
        number += 1;
        let edit = contact(keeper.notebook(), number);
        keeper.commit(Act::Do, edit, minute(number)).unwrap();
    }
    keeper.lay_down(minute(number));
    drop(keeper);
    let mut recovered = 0;
    let times = (0..OPENINGS).map(|_| timed(|| recovered = open(path, number).1)).collect();
    say(&format!("opening with {recovered} changes to recover"), times);
    open(path, number).0.close(minute(number)).unwrap();
    let times = (0..OPENINGS).map(|_| timed(|| drop(open(path, number)))).collect();
    say("opening after a peaceful end", times);
}

/// Half a year of sessions, each of them killed, and then a file that somebody changed.
fn many_journals(path: &Path) {
    let mut number = 100_000;
    for session in 0..500 {
        let (mut keeper, _) = open(path, number);
        for _ in 0..3 {
            number += 1;
            let edit = contact(keeper.notebook(), number);
            keeper.commit(Act::Do, edit, minute(number)).unwrap();
        }
        if session % 2 == 0 {
            keeper.close(minute(number)).unwrap();
        }
    }
    let (count, bytes) = journals(path);
    let times = (0..OPENINGS).map(|_| timed(|| drop(open(path, number)))).collect();
    say(&format!("opening beside {count} journals, {} KB", bytes / 1000), times);
    open(path, number).0.close(minute(number)).unwrap();
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, text.replacen("\"statement\":\"", "\"statement\":\"Otra cosa. ", 1)).unwrap();
    let ask = || {
        let opening = Keeper::open(Arc::new(DiskFs), path, &author(), Leave::Ask, minute(number)).unwrap();
        assert!(matches!(opening, Opening::Outside(_)));
    };
    say("asking what was changed outside, the same", (0..OPENINGS).map(|_| timed(ask)).collect());
}

/// What of it is reading alone.
fn reading(bytes: &[u8]) {
    let times = (0..OPENINGS).map(|_| timed(|| drop(read::notebook(bytes).unwrap()))).collect();
    say("reading the file with every doubt", times);
}

/// Number and bytes of the journals.
fn journals(path: &Path) -> (usize, u64) {
    let nests = fs::read_dir(path.parent().unwrap().join(".tep")).unwrap().map(|entry| entry.unwrap().path());
    let nest = nests.into_iter().find(|path| path.is_dir()).unwrap();
    let files = fs::read_dir(nest).unwrap().map(Result::unwrap);
    let journals = files.filter(|file| file.file_name().to_string_lossy().starts_with("s-"));
    journals.fold((0, 0), |(count, bytes), file| (count + 1, bytes + file.metadata().unwrap().len()))
}

fn timed(what: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    what();
    begun.elapsed()
}

fn say(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_micros();
    let ms = |percent| format!("{}.{:02}", at(percent) / 1000, at(percent) % 1000 / 10);
    println!("{what}: p50 {} ms, p95 {} ms, p99 {} ms, of {}", ms(50), ms(95), ms(99), times.len());
}
