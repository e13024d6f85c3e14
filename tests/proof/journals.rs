//! Every damage of one bit, every length, and lines in the wrong order, in the journal of a real session.

use std::{fmt, path::PathBuf, sync::Arc};

use tep_notebook::store::{
    Fs,
    fs::memory::{Fault, Medium, MemoryFs},
};

use crate::{
    judge::later,
    script::{Script, begin},
    session::{Doing, FILE, Session, Span, open},
};

/// Acts in the file when the process is killed, and all acts.
const IN_FILE: usize = 2;
const ALL: usize = 5;

/// What came of a damaged journal.
#[derive(Debug, Default)]
pub struct Found {
    pub journals: usize,
    /// Opened as all that was kept.
    pub whole: usize,
    /// Opened as an earlier state that had been kept.
    pub earlier: usize,
    /// Those of them in which a damage in the middle was told.
    pub told: usize,
    /// Did not open without a word: the file is called strange, or the disk said why not.
    pub asked: usize,
    pub wrong: Vec<String>,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { journals, whole, earlier, told, asked, wrong } = self;
        let wrong = wrong.len();
        write!(
            f,
            "{journals} damaged journals: {whole} whole, {earlier} earlier, {told} told, {asked} asked, {wrong} wrong"
        )
    }
}

/// A disk on which a process was killed after it had kept what is not in the file yet, and the journal.
fn killed(script: &Script) -> (Medium, PathBuf) {
    let disk = Arc::new(MemoryFs::default());
    disk.put(FILE, &script.files[0]);
    let plan = [Doing::Keep(IN_FILE), Doing::Checkpoint, Doing::Keep(ALL - IN_FILE)];
    let session = Session { script, plan: &plan, start: Span::only(0), adopts: false, now: begin() };
    let fs: Arc<dyn Fs> = Arc::<MemoryFs>::clone(&disk);
    let trace = session.run(&disk, &fs, None::<Fault>);
    assert_eq!(trace.promised(disk.count()), Span::only(ALL));
    let medium = disk.medium().held();
    let journals: Vec<PathBuf> =
        disk.files().into_iter().filter(|path| path.extension().is_some_and(|end| end == "ndjson")).collect();
    let [journal] = <[PathBuf; 1]>::try_from(journals).unwrap();
    (medium, journal)
}

/// All damaged copies of a journal.
fn damaged(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut copies = Vec::new();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut copy = bytes.to_vec();
            copy[at] ^= 1 << bit;
            copies.push((format!("bit {bit} of byte {at}"), copy));
        }
        copies.push((format!("cut at {at}"), bytes[..at].to_vec()));
    }
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for one in 0..lines.len() {
        for other in one..lines.len() {
            let mut twice = lines.clone();
            twice.insert(other + 1, lines[one]);
            copies.push((format!("line {one} again after {other}"), twice.concat()));
            let mut swapped = lines.clone();
            swapped.swap(one, other);
            copies.push((format!("lines {one} and {other} swapped"), swapped.concat()));
        }
        let mut without = lines.clone();
        without.remove(one);
        copies.push((format!("without line {one}"), without.concat()));
    }
    copies.retain(|(_, copy)| copy != bytes);
    copies
}

/// Opens a notebook with each damaged copy of its journal.
pub fn try_all(script: &Script) -> Found {
    let (medium, journal) = killed(script);
    let bytes = MemoryFs::holding(medium.clone()).get(&journal).unwrap();
    let mut found = Found::default();
    for (damage, copy) in damaged(&bytes) {
        found.journals += 1;
        let disk = MemoryFs::holding(medium.clone());
        disk.put(&journal, &copy);
        let fs: Arc<dyn Fs> = Arc::new(disk);
        match open(&fs, false, later(1)) {
            Ok(ready) => {
                let story = &ready.story;
                let is = |at: &usize| *script.states[*at] == *ready.notebook;
                let state = (IN_FILE..=ALL).find(is);
                // Where the beginning is damaged, nothing can be undone; never something that was not done.
                let undoes = state.is_some_and(|at| script.stacks[at].0.ends_with(&story.stacks.done));
                match state.filter(|_| undoes) {
                    Some(ALL) => found.whole += 1,
                    Some(_) => found.earlier += 1,
                    None => {
                        found.wrong.push(format!("{damage}: a state that never was, {state:?}, {:?}", story.stacks));
                    }
                }
                found.told += story.broken_journals;
            }
            Err(_) => found.asked += 1,
        }
    }
    found
}
