//! What this process has to say in the journal, until it is on the medium.
//!
//! Owns the order: what waits is written and waited for together, in a journal that is begun when it is first needed and
//! given up for another one when the disk has lied. Never forgets what waits.

use chrono::{DateTime, Utc};

use super::{
    error::Failure,
    fs::Fs,
    journal::{Head, Journal, Name, What, record},
    nest::Nest,
    sha::Sha,
};
use crate::notebook::{Notebook, id::Id, safe_text::SafeText};

/// Who writes, as this machine knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub user: SafeText,
    /// The machine.
    pub host: SafeText,
}

/// The journal of this process, and what is not in it yet.
#[derive(Debug)]
pub struct Log {
    author: Author,
    notebook: Id<Notebook>,
    nest: Nest,
    /// The number of the youngest journal.
    epoch: u32,
    journal: Option<Journal>,
    waiting: Vec<(What, DateTime<Utc>)>,
    /// Whether anything but the beginning was ever written.
    is_used: bool,
}

impl Log {
    /// A log whose journal will come after the one of this number.
    pub fn new(author: Author, notebook: Id<Notebook>, nest: Nest, epoch: u32) -> Self {
        Self { author, notebook, nest, epoch, journal: None, waiting: Vec::new(), is_used: false }
    }

    /// The folder of the journal.
    pub fn nest(&self) -> &Nest {
        &self.nest
    }

    /// Has something to say. It is safe after the next [`Self::flush`].
    pub fn say(&mut self, what: What, now: DateTime<Utc>) {
        self.is_used = true;
        self.waiting.push((what, now));
    }

    /// Whether something is not safe yet.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Begins the journal, so that room is there when the disk fills up.
    pub fn begin(&mut self, fs: &dyn Fs, now: DateTime<Utc>) -> Result<(), Failure> {
        if self.journal.is_none() { self.next_journal(fs, now) } else { Ok(()) }
    }

    /// Writes what waits and waits until it is on the medium. What fails goes on waiting.
    pub fn flush(&mut self, fs: &dyn Fs, now: DateTime<Utc>) -> Result<(), Failure> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let first = self.try_flush(fs, now);
        // A journal that cannot be trusted any more is given up, and the next one tried, once.
        let is_broken = self.journal.as_ref().is_some_and(Journal::is_broken);
        if first.is_err() && is_broken { self.try_flush(fs, now) } else { first }
    }

    fn try_flush(&mut self, fs: &dyn Fs, now: DateTime<Utc>) -> Result<(), Failure> {
        if self.journal.as_ref().is_none_or(Journal::is_broken) {
            self.next_journal(fs, now)?;
        } else if self.journal.as_ref().is_some_and(Journal::is_long) {
            // Where there is no room for another one, this one goes on.
            drop(self.next_journal(fs, now));
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let mut written = Ok(());
        for (what, at) in &self.waiting {
            written = written.and_then(|()| journal.write(what.clone(), *at));
        }
        let kept = written.and_then(|()| journal.sync());
        match &kept {
            Ok(()) => self.waiting.clear(),
            Err(_) => journal.take_back(),
        }
        kept
    }

    /// Writes without waiting: a power cut may cost it, and that costs nothing.
    pub fn note(&mut self, what: What, now: DateTime<Utc>) {
        if let Some(journal) = self.journal.as_mut().filter(|journal| !journal.is_broken())
            && journal.write(what, now).is_err()
        {
            journal.take_back();
        }
    }

    /// Ends the journal; one in which nothing was said is taken away.
    pub fn end(&mut self, fs: &dyn Fs, now: DateTime<Utc>) {
        if self.is_used {
            self.note(What::End, now);
        }
        if let Some(mut journal) = self.journal.take() {
            journal.trim();
            if !self.is_used && self.waiting.is_empty() {
                drop(fs.remove(journal.path()));
            }
        }
    }

    /// What no other process calls its files.
    pub fn mark(&self, now: DateTime<Utc>) -> String {
        let host = self.author.host.as_str();
        let parts = [
            host.as_bytes(),
            &std::process::id().to_le_bytes(),
            &now.timestamp_micros().to_le_bytes(),
            &self.epoch.to_le_bytes(),
        ];
        Sha::of_parts(&parts).short()
    }

    fn next_journal(&mut self, fs: &dyn Fs, now: DateTime<Utc>) -> Result<(), Failure> {
        self.nest.make(fs)?;
        self.nest.sync_names(fs)?;
        let head = What::Head(Head {
            version: record::VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            notebook: self.notebook,
            file: self.nest.file(),
            host: self.author.host.clone(),
            process: std::process::id(),
        });
        let epoch = self.epoch.saturating_add(1);
        let name = Name { epoch, day: now.date_naive(), nonce: self.mark(now) };
        let path = self.nest.journal(&name);
        self.epoch = epoch;
        let next = Journal::create(fs, &path, self.author.user.clone(), head, now)?;
        if let Some(mut full) = self.journal.replace(next).filter(|journal| !journal.is_broken()) {
            full.trim();
        }
        Ok(())
    }
}
