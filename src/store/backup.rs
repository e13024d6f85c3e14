//! Backups of a notebook: files that were replaced, kept by age.
//!
//! Owns their names and which of them may go. The newest is never removed.

mod content;

pub use content::{Kept, Unfit, notebook_of};

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::{
    error::{Failure, Step},
    fs::Fs,
    nest::{Nest, files},
    read::LIMIT,
    replace::ensure_folder,
    sha::Sha,
};

/// The time between two backups.
pub const INTERVAL: TimeDelta = TimeDelta::minutes(10);
/// Backups that are kept whatever their age.
const LAST: usize = 10;
/// Files at most.
const MOST: usize = 40;
/// One is kept for each span of this length, up to this age; those that matter most first.
const SPANS: [(TimeDelta, TimeDelta); 3] = [
    (TimeDelta::weeks(1), TimeDelta::weeks(8)),
    (TimeDelta::days(1), TimeDelta::days(14)),
    (TimeDelta::hours(1), TimeDelta::hours(24)),
];
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backup {
    /// When the file was put away.
    pub at: DateTime<Utc>,
    /// The first digits of its hash.
    pub sha: String,
    /// The file.
    pub path: PathBuf,
}

impl Backup {
    fn parse(path: &Path) -> Option<Self> {
        let (at, sha) = path.file_name()?.to_str()?.strip_suffix(".json")?.split_once('-')?;
        let at = NaiveDateTime::parse_from_str(at, MOMENT).ok()?.and_utc();
        Some(Self { at, sha: sha.to_owned(), path: path.to_owned() })
    }

    /// The name by which a person asks for it.
    pub fn name(&self) -> String {
        format!("{}-{}", self.at.format(MOMENT), self.sha)
    }

    /// The file's bytes.
    pub fn read(&self, fs: &dyn Fs) -> Result<Vec<u8>, Failure> {
        fs.read(&self.path, LIMIT).map_err(|error| Failure::new(&self.path, Step::Read, &error))
    }
}

/// The backups of a notebook, oldest first.
pub fn list(fs: &dyn Fs, nest: &Nest) -> Result<Vec<Backup>, Failure> {
    let mut backups: Vec<Backup> = files(fs, &nest.backups())?.iter().filter_map(|path| Backup::parse(path)).collect();
    backups.sort();
    Ok(backups)
}

/// Makes a backup of a file that was replaced, by moving it, and removes those whose time is over.
pub fn keep(fs: &dyn Fs, nest: &Nest, replaced: &Path, sha: Sha, now: DateTime<Utc>) -> Result<(), Failure> {
    let path = path_of(fs, nest, sha, now)?;
    fs.rename(replaced, &path).map_err(|error| Failure::new(&path, Step::Replace, &error))?;
    thin_out(fs, nest)
}

/// Makes a backup of these bytes, which nothing was replaced for yet; gives its name.
pub fn write(fs: &dyn Fs, nest: &Nest, bytes: &[u8], now: DateTime<Utc>) -> Result<String, Failure> {
    let path = path_of(fs, nest, Sha::of(bytes), now)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut file = match fs.create_file(&path) {
        // The same was kept in the same second.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(name),
        made => made.map_err(|error| Failure::new(&path, Step::WriteNew, &error))?,
    };
    file.append(bytes).and_then(|()| file.sync()).map_err(|error| {
        drop(fs.remove(&path));
        Failure::new(&path, Step::WriteNew, &error)
    })?;
    fs.sync_folder(&nest.backups()).map_err(|error| Failure::new(&path, Step::SyncFolder, &error))?;
    thin_out(fs, nest)?;
    Ok(name)
}

fn path_of(fs: &dyn Fs, nest: &Nest, sha: Sha, now: DateTime<Utc>) -> Result<PathBuf, Failure> {
    let folder = nest.backups();
    ensure_folder(fs, &folder)?;
    Ok(folder.join(format!("{}-{}.json", now.format(MOMENT), sha.short())))
}

fn thin_out(fs: &dyn Fs, nest: &Nest) -> Result<(), Failure> {
    for backup in too_old(&list(fs, nest)?) {
        // One that stays is no harm.
        drop(fs.remove(&backup.path));
    }
    Ok(())
}

/// The backups that may go: not among the last ten, and not the youngest of their week, day or hour. Where that is too
/// many, hours go before days and days before weeks.
fn too_old(oldest_first: &[Backup]) -> Vec<&Backup> {
    let ages = ages(oldest_first);
    let mut kept: BTreeSet<&Backup> = oldest_first.iter().rev().take(LAST).collect();
    for (span, until) in SPANS {
        let mut last = None;
        for (backup, _) in oldest_first.iter().zip(&ages).rev().filter(|(_, age)| **age <= until) {
            let number = backup.at.timestamp().div_euclid(span.num_seconds());
            if last.replace(number) != Some(number) && kept.len() < MOST {
                kept.insert(backup);
            }
        }
    }
    oldest_first.iter().filter(|backup| !kept.contains(backup)).collect()
}

/// The age of each, counted from the newest one. A long time in which none was made counts as the longest span only: a
/// clock that showed another century for an evening costs nothing.
fn ages(oldest_first: &[Backup]) -> Vec<TimeDelta> {
    let longest = SPANS.iter().map(|(span, _)| *span).max().unwrap_or_default();
    let (mut age, mut next) = (TimeDelta::zero(), None);
    let mut ages: Vec<_> = oldest_first
        .iter()
        .rev()
        .map(|backup| {
            let gap = next.replace(backup.at).map_or(TimeDelta::zero(), |next: DateTime<Utc>| next - backup.at);
            age += gap.min(longest);
            age
        })
        .collect();
    ages.reverse();
    ages
}

#[cfg(test)]
mod tests;
