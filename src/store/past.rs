//! What the journals of a notebook say together: which state a file holds, what was done after it, what can be undone.
//!
//! Owns the meaning of records. The journals, in their order, are read as one: each was begun by somebody who had read
//! all that came before. Never writes.

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::{
    error::Failure,
    error::Step as Doing,
    fs::Fs,
    journal::{self, Act, Damage, Record, Step, What},
    nest::Nest,
    sha::Sha,
};
use crate::notebook::edit::Edit;

/// Changes that are read for undo, where they are not needed for anything else.
const UNDO_STEPS: usize = 200;
/// Bytes of journals that are read for it at most.
const UNDO_BYTES: usize = 256 * 1024;

/// The longest journal that is read: one change of the largest notebook, several times over. It is never read in part,
/// since what was kept at its end would be lost without a word.
const LONGEST: u64 = 512 * 1024 * 1024;

/// How much of the past is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// As far back as the state of the file with this hash, and a while for undo.
    To(Sha),
    /// Everything.
    Whole,
}

/// A journal as it was read.
#[derive(Debug)]
pub struct Chapter {
    /// The file.
    pub path: PathBuf,
    /// Bytes whose chain holds.
    pub good: usize,
    /// What stands after them.
    pub damage: Option<Damage>,
    /// What stands after them, as it is.
    pub rest: Vec<u8>,
    /// Whether it was begun and nothing was written in it.
    pub says_nothing: bool,
    /// Whether its process left in peace.
    pub is_finished: bool,
}

/// The journals of a notebook, read as one.
#[derive(Debug, Default)]
pub struct Past {
    /// All records, oldest first, with the place of their journal.
    records: Vec<(usize, Record)>,
    /// The journals that were read, oldest first.
    pub chapters: Vec<Chapter>,
    /// The number of the youngest journal.
    pub epoch: u32,
}

/// Where a file stands in the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The place of the record that names it.
    at: usize,
    /// Whether this program wrote the file, byte by byte.
    pub is_ours: bool,
    /// Whether the file is the last one that was put there, or that was about to be.
    pub is_last: bool,
}

impl Place {
    /// Whether it does not come after another.
    pub fn is_before_or_at(self, other: Self) -> bool {
        self.at <= other.at
    }
}

impl Past {
    /// Reads the journals, youngest first, as far as is wanted.
    ///
    /// A copy that somebody made by hand beside its notebook has the same id and the same folder: the journals of a file
    /// that still stands there under another name are not those of this one.
    pub fn read(fs: &dyn Fs, nest: &Nest, depth: Depth) -> Result<Self, Failure> {
        let journals = nest.journals(fs)?;
        let mut past = Self { epoch: journals.last().map_or(0, |(name, _)| name.epoch), ..Self::default() };
        let (mut newest_first, mut bytes) = (Vec::new(), 0);
        for (_, path) in journals.into_iter().rev() {
            let content = journal_bytes(fs, &path).map_err(|error| Failure::new(&path, Doing::Read, &error))?;
            let pages = journal::pages(&content);
            if is_of_another_file(fs, nest, &pages.records)? {
                continue;
            }
            bytes += content.len();
            let rest = content.get(pages.good..).unwrap_or_default().to_vec();
            let says_nothing = matches!(pages.records.as_slice(), [Record { what: What::Head(_), .. }]);
            let is_finished = pages.records.last().is_some_and(|record| record.what == What::End);
            let (good, damage) = (pages.good, pages.damage);
            past.chapters.insert(0, Chapter { path, good, damage, rest, says_nothing, is_finished });
            newest_first.push(pages.records);
            if is_enough(&newest_first, bytes, depth) {
                break;
            }
        }
        let oldest_first = newest_first.into_iter().rev().enumerate();
        past.records = oldest_first.flat_map(|(at, records)| records.into_iter().map(move |r| (at, r))).collect();
        Ok(past)
    }

    /// Whether nothing was ever recorded: no file was seen, none written, and nothing changed.
    pub fn is_empty(&self) -> bool {
        self.records().all(|record| matches!(record.what, What::Head(_) | What::End))
    }

    /// Whether a newer program wrote in it what this one does not know.
    pub fn is_newer(&self) -> bool {
        self.chapters.iter().any(|chapter| chapter.damage == Some(Damage::Newer))
    }

    /// All records, oldest first.
    pub fn records(&self) -> impl DoubleEndedIterator<Item = &Record> + ExactSizeIterator {
        self.records.iter().map(|(_, record)| record)
    }

    /// The place whose state a file with this hash holds: the youngest such place of the present history.
    pub fn find(&self, sha: Sha) -> Option<Place> {
        let mut is_last = true;
        for (at, record) in self.records().enumerate().rev() {
            let (mark, is_ours) = match &record.what {
                What::Intent(mark) => (mark, true),
                What::Seen(mark) => (mark, false),
                What::Placed(_) | What::Head(_) | What::Edit(_) | What::Revealed | What::End => continue,
            };
            if mark.sha == sha {
                return Some(Place { at, is_ours, is_last });
            }
            if mark.fresh {
                return None;
            }
            // An intent that was not carried out leaves the file before it in its place.
            is_last = is_last && is_ours && !self.was_placed(at, mark.sha);
        }
        None
    }

    /// The last place of which a file is known to have stood there.
    pub fn last_file(&self) -> Option<(Place, Sha)> {
        for (at, record) in self.records().enumerate().rev() {
            let sha = match &record.what {
                What::Intent(mark) if mark.fresh || self.was_placed(at, mark.sha) => mark.sha,
                What::Seen(mark) => mark.sha,
                _ => continue,
            };
            let is_ours = matches!(record.what, What::Intent(_));
            return Some((Place { at, is_ours, is_last: true }, sha));
        }
        None
    }

    fn was_placed(&self, intent: usize, sha: Sha) -> bool {
        let after = self.records().skip(intent + 1);
        let mut until_next = after.take_while(|record| !matches!(record.what, What::Intent(_)));
        until_next.any(|record| record.what == What::Placed(sha))
    }

    /// The changes that were made after a place.
    pub fn steps_after(&self, place: Place) -> impl Iterator<Item = &Step> {
        self.run().into_iter().filter(move |(at, _)| *at > place.at).map(|(_, step)| step)
    }

    /// The changes that are in no file yet.
    pub fn pending(&self) -> Vec<Edit> {
        let steps: Vec<&Step> = match self.last_file() {
            Some((place, _)) => self.steps_after(place).collect(),
            None => self.run().into_iter().map(|(_, step)| step).collect(),
        };
        steps.into_iter().map(|step| step.edit.clone()).collect()
    }

    /// The changes that were made between two places.
    pub fn steps_between(&self, first: Place, last: Place) -> impl Iterator<Item = &Step> {
        let is_between = move |at: usize| first.at < at && at < last.at;
        self.run().into_iter().filter(move |(at, _)| is_between(*at)).map(|(_, step)| step)
    }

    /// The last journals, as far back as nobody had left in peace.
    pub fn unfinished(&self) -> impl Iterator<Item = &Chapter> {
        let is_ended = |at: usize| {
            let mut records = self.records.iter().rev().filter(move |(chapter, _)| *chapter == at);
            records.next().is_some_and(|(_, record)| record.what == What::End)
        };
        let last = (0..self.chapters.len()).rev().take_while(move |at| !is_ended(*at)).count();
        self.chapters.iter().rev().take(last)
    }

    /// What undo takes back and what redo makes again, oldest first.
    pub fn stacks(&self) -> Stacks {
        let mut stacks = Stacks::default();
        let begins = |record: &Record| matches!(record.what, What::Intent(mark) | What::Seen(mark) if mark.fresh);
        let first = self.records.iter().rposition(|(_, record)| begins(record)).unwrap_or(0);
        self.run().into_iter().filter(|(at, _)| *at >= first).for_each(|(_, step)| stacks.take(step));
        let too_many = stacks.done.len().saturating_sub(UNDO_STEPS);
        stacks.done.drain(..too_many);
        stacks
    }

    /// All changes, each once, with the place of its record.
    ///
    /// A process whose journal could not be trusted any more writes what was not safe again into its next one: what stands
    /// there counts, and what the old one holds from that change on does not, whether it is as long or not.
    pub fn run(&self) -> Vec<(usize, &Step)> {
        let mut run: Vec<(usize, usize, &Step)> = Vec::new();
        let mut most = 0;
        for (at, (chapter, record)) in self.records.iter().enumerate() {
            let What::Edit(step) = &record.what else { continue };
            let again = |(_, _, old): &&(usize, usize, &Step)| old.n == step.n && **old == **step;
            if step.n <= most
                && let Some(&(from, given_up, _)) = run.iter().rfind(again)
            {
                run.retain(|(at, chapter, _)| *at < from || *chapter != given_up);
            }
            most = most.max(step.n);
            run.push((at, *chapter, step));
        }
        run.into_iter().map(|(at, _, step)| (at, step)).collect()
    }

    /// The number of the last change.
    pub fn last_step(&self) -> u64 {
        steps(self.records()).map(|step| step.n).max().unwrap_or(0)
    }

    /// The time of the last record: a clock that is behind it has been set back.
    pub fn last_moment(&self) -> Option<DateTime<Utc>> {
        self.records().next_back().map(|record| record.at)
    }
}

/// Whether the last process left something that is not in the file, or is still writing.
pub fn is_unfinished(fs: &dyn Fs, nest: &Nest) -> bool {
    let Some((_, path)) = nest.journals(fs).ok().and_then(|journals| journals.into_iter().next_back()) else {
        return false;
    };
    let ends = |bytes: &[u8]| journal::pages(bytes).records.last().is_some_and(|record| record.what == What::End);
    !journal_bytes(fs, &path).is_ok_and(|bytes| ends(&bytes))
}

/// A whole journal.
fn journal_bytes(fs: &dyn Fs, path: &Path) -> io::Result<Vec<u8>> {
    let bytes = fs.read(path, LONGEST + 1)?;
    let is_whole = u64::try_from(bytes.len()).is_ok_and(|length| length <= LONGEST);
    if is_whole { Ok(bytes) } else { Err(io::ErrorKind::FileTooLarge.into()) }
}

fn steps<'a>(records: impl Iterator<Item = &'a Record>) -> impl Iterator<Item = &'a Step> {
    records.filter_map(|record| match &record.what {
        What::Edit(step) => Some(&**step),
        _ => None,
    })
}

fn is_of_another_file(fs: &dyn Fs, nest: &Nest, records: &[Record]) -> Result<bool, Failure> {
    let Some(What::Head(head)) = records.first().map(|record| &record.what) else { return Ok(false) };
    if head.file == nest.file() {
        return Ok(false);
    }
    let path = nest.beside(&head.file);
    Ok(fs.kind(&path).map_err(|error| Failure::new(path, Doing::Read, &error))?.is_some())
}

fn is_enough(newest_first: &[Vec<Record>], bytes: usize, depth: Depth) -> bool {
    let Depth::To(sha) = depth else { return false };
    let all = || newest_first.iter().flatten();
    let is_there = all().any(|record| matches!(record.what, What::Intent(mark) | What::Seen(mark) if mark.sha == sha));
    is_there && (bytes >= UNDO_BYTES || steps(all()).count() >= UNDO_STEPS)
}

/// What can be undone and redone.
#[derive(Debug, Default, PartialEq)]
pub struct Stacks {
    /// What undo takes back, oldest first.
    pub done: Vec<Edit>,
    /// What redo makes again, the next one last.
    pub undone: Vec<Edit>,
}

impl Stacks {
    fn take(&mut self, step: &Step) {
        match step.act {
            Act::Do => {
                self.done.push(step.edit.clone());
                self.undone.clear();
            }
            Act::Undo => {
                // What was done before the part that was read is not known; what an undo did is.
                self.done.pop();
                self.undone.push(step.edit.clone().inverse());
            }
            Act::Redo => {
                self.undone.pop();
                self.done.push(step.edit.clone());
            }
        }
    }
}
