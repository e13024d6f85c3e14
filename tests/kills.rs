//! A writing process that is killed at any moment, hundreds of times on the same notebook: what it had called saved is
//! there, and nothing piles up.
//!
//! The worker is this test program itself, started again with a variable that says what to do.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/figures.rs"]
mod figures;
#[path = "support/keeping.rs"]
mod keeping;

#[path = "kills/worker.rs"]
mod worker;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use keeping::{author, now, ready};
use tep_notebook::{
    notebook::Notebook,
    store::{Leave, Opening, ReadOnly, Ready, Shelf, read, write_notebook},
};
use worker::{Said, Worker};

/// Everything in it is invented.
const GOLDEN: &str = include_str!("../tests/fixtures/invented.tep.json");
const KILLS: usize = 300;
const SEED: u64 = 0x7E9;
/// Far longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a notebook whose number, the students that the team can follow, is zero.
fn room() -> (tempfile::TempDir, Shelf, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let mut notebook = read::notebook(GOLDEN.as_bytes()).unwrap().notebook;
    notebook.school.capacity = Some(0);
    let path = dir.path().join("99001-escuela.tep.json");
    fs::write(&path, write_notebook(&notebook).unwrap()).unwrap();
    let shelf = Shelf::on_disk(dir.path());
    (dir, shelf, path)
}

fn number(notebook: &Notebook) -> u64 {
    notebook.school.capacity.unwrap().into()
}

/// Numbers from a seed (xorshift).
fn dice(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Undo leads back through what was done, each step from where the one after it began.
fn undo_leads_back(ready: &Ready) {
    let mut notebook = (*ready.notebook).clone();
    assert!(ready.story.stacks.undone.is_empty());
    for edit in ready.story.stacks.done.iter().rev() {
        let before = number(&notebook);
        let replay = notebook.replay(&edit.clone().inverse());
        assert!(replay.clashes.is_empty() && replay.changed == 1, "{replay:?}");
        assert_eq!(number(&notebook), before - 1);
    }
}

/// The files of a folder and those beneath it, by what they are.
fn counted(folder: &Path, into: &mut BTreeMap<&'static str, usize>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            counted(&path, into);
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let inside = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
        let kind = match (inside.as_str(), name.as_str()) {
            ("backups", _) => "backups",
            ("salvage", _) => "salvage",
            _ if name.starts_with("s-") => "journals",
            _ if name.starts_with("d-") => "drafts",
            _ if name.starts_with('.') && name != ".gitignore" => "temporary",
            _ => "others",
        };
        *into.entry(kind).or_default() += 1;
    }
}

fn say(what: &str) {
    figures::say(&format!("kills: {what}"));
}

#[test]
fn what_was_called_saved_survives_hundreds_of_kills() {
    let (dir, shelf, path) = room();
    let path = path.to_str().unwrap();
    let (mut state, mut last, mut in_flight, mut acknowledged) = (SEED, 0, 0, 0);
    let begun = Instant::now();
    for kill in 0..KILLS {
        let worker = Worker::start("write", path);
        let first = worker.wait_for_saved(PATIENCE);
        assert_eq!(first, last + 1, "kill {kill}: it went on where the one before it was");
        let mut saved = first;
        let until = Instant::now() + Duration::from_micros(1_000 + dice(&mut state) % 59_000);
        while let Some(said) = worker.next_until(until) {
            if let Said::Saved(number) = said {
                saved = number;
            }
        }
        saved = worker.kill().last().copied().unwrap_or(saved);
        let found = ready(&shelf, path);
        last = number(&found.notebook);
        assert!((saved..=saved + 1).contains(&last), "kill {kill}: saved {saved}, found {last}");
        assert!(found.story.clashes.is_empty() && !found.story.needs_reading(), "kill {kill}: {:?}", found.story);
        undo_leads_back(&found);
        assert!(read::notebook(&fs::read(path).unwrap()).is_ok(), "kill {kill}: the file is whole");
        in_flight += last - saved;
        acknowledged += saved - first + 1;
    }
    ready(&shelf, path).keeper.unwrap().close(now()).unwrap();
    assert_eq!(number(&ready(&shelf, path).notebook), last);
    let mut files = BTreeMap::new();
    counted(dir.path(), &mut files);
    say(&format!(
        "{KILLS} kills, {acknowledged} changes called saved, 0 lost, {in_flight} more were kept before it could be said; {files:?}; {} s",
        begun.elapsed().as_secs()
    ));
    assert!(files["journals"] <= KILLS + 1, "{files:?}");
    // What the last one was typing is offered until somebody types again.
    assert!(!files.contains_key("temporary") && files.get("drafts").is_none_or(|drafts| *drafts <= 1), "{files:?}");
    assert!(files["backups"] <= 40 && files["others"] <= 3, "{files:?}");
}

#[test]
fn the_pen_is_free_as_soon_as_its_holder_is_killed_and_the_second_never_wrote() {
    let (dir, shelf, path) = room();
    let path = path.to_str().unwrap();
    for _ in 0..20 {
        let holder = Worker::start("write", path);
        holder.wait_for_saved(PATIENCE);
        let second = Worker::start("write", path);
        assert_eq!(second.next_until(Instant::now() + PATIENCE), Some(Said::Held), "the second is told who writes");
        assert_eq!(second.next_until(Instant::now() + PATIENCE), None, "and leaves");
        let me = ready(&shelf, path);
        assert!(matches!(me.keeper, Err(ReadOnly::Held(holder)) if holder.user == author().user));
        let last = holder.kill();
        let free = Instant::now();
        let opened = loop {
            match shelf.open(Path::new(path), &author(), Leave::Ask, now()).unwrap() {
                Opening::Ready(ready) if ready.keeper.is_ok() => break ready,
                Opening::Ready(_) => assert!(free.elapsed() < PATIENCE, "the pen stays with the dead"),
                Opening::Outside(_) => panic!("nobody else wrote"),
            }
        };
        assert!(last.last().is_none_or(|saved| (*saved..=saved + 1).contains(&number(&opened.notebook))));
    }
    let mut files = BTreeMap::new();
    counted(dir.path(), &mut files);
    assert!(files["journals"] <= 20, "only who held the pen has a journal: {files:?}");
    say(&format!("two processes, 20 times: the second was refused and wrote nothing; {files:?}"));
}

/// Not a test of its own: what the worker does.
#[test]
fn worker() {
    worker::work();
}
