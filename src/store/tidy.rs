//! What killed processes leave lying about: torn ends of journals, temporary files, journals that are too old.
//!
//! Everything here is a comfort: what cannot be done is left, and nothing that was kept depends on it. Nothing whose
//! content is not known is destroyed: it goes into the folder `salvage`.

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Days, Utc};

use super::{
    damage::Reason,
    error::Failure,
    fs::{Fs, Output},
    journal::Damage,
    nest::{Nest, files},
    past::{Chapter, Past},
    read::{self, Unreadable},
    replace::{ensure_folder, folder_of},
    sha::Sha,
};

/// Days that journals are kept.
const KEPT_DAYS: Days = Days::new(180);
/// Journals that are kept whatever their age.
const KEPT: usize = 20;

/// Puts the torn ends of journals away. Only for who holds the lock: a line that is not whole yet may be somebody's.
pub fn torn_ends(fs: &dyn Fs, nest: &Nest, past: &Past) {
    for chapter in past.chapters.iter().filter(|chapter| chapter.damage == Some(Damage::Torn)) {
        if put_away(fs, nest, chapter, "torn").is_ok() {
            let good = u64::try_from(chapter.good).unwrap_or(u64::MAX);
            drop(fs.open_file(&chapter.path).and_then(|mut file| file.cut(good).and_then(|()| file.sync())));
        }
    }
}

/// The number of journals in which something that was whole once cannot be read, and of which that was not told yet.
pub fn broken_journals(fs: &dyn Fs, nest: &Nest, past: &Past) -> usize {
    let broken = past.chapters.iter().filter(|chapter| chapter.damage == Some(Damage::Broken));
    // The journal stays as it is; the copy says that this was told.
    let is_news = |chapter: &&Chapter| {
        let was_told = is_told(fs, nest, chapter);
        drop(put_away(fs, nest, chapter, "broken"));
        !was_told
    };
    broken.filter(is_news).count()
}

fn put_away(fs: &dyn Fs, nest: &Nest, chapter: &Chapter, what: &str) -> io::Result<()> {
    keep(fs, nest, &name_of(chapter, what), &chapter.rest)
}

fn name_of(chapter: &Chapter, what: &str) -> String {
    let name = chapter.path.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}.{}.{what}", chapter.good)
}

/// Whether a person was told already that a journal is damaged in the middle.
pub fn is_told(fs: &dyn Fs, nest: &Nest, chapter: &Chapter) -> bool {
    fs.kind(&nest.salvage().join(name_of(chapter, "broken"))).is_ok_and(|kind| kind.is_some())
}

/// Keeps bytes in the folder of what was damaged; the same bytes once.
pub fn keep(fs: &dyn Fs, nest: &Nest, name: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = nest.salvage();
    ensure_folder(fs, &folder).map_err(|failure| io::Error::from(failure.kind))?;
    let path = folder.join(name);
    match fs.create_file(&path) {
        Ok(file) => return fill(fs, &path, file, bytes),
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        Err(_) if fs.read(&path, u64::MAX).is_ok_and(|there| there == bytes) => return Ok(()),
        Err(_) => {}
    }
    // A process that was killed left a part of it there.
    let path = folder.join(format!("{name}.{}", Sha::of(bytes).short()));
    let file = fs.create_file(&path)?;
    fill(fs, &path, file, bytes)
}

fn fill(fs: &dyn Fs, path: &Path, mut file: Box<dyn Output>, bytes: &[u8]) -> io::Result<()> {
    let kept = file.append(bytes).and_then(|()| file.sync()).and_then(|()| fs.sync_folder(folder_of(path)));
    kept.inspect_err(|_| drop(fs.remove(path)))
}

/// Takes away the temporary files of this notebook that a killed process left; one with a content that no journal knows
/// was somebody else's, and is kept.
pub fn leftovers(fs: &dyn Fs, path: &Path, nest: &Nest, past: &Past) {
    for file in &temporary(fs, path).unwrap_or_default() {
        let Ok(bytes) = fs.read(file, u64::MAX) else { continue };
        // A file of ours that was not written to its end.
        let is_part = || read::id(&bytes).is_none_or(|id| id == nest.notebook()) && is_cut_short(&bytes);
        let kept = past.find(Sha::of(&bytes)).is_some()
            || is_part()
            || keep(fs, nest, &format!("{}.json", Sha::of(&bytes).short()), &bytes).is_ok();
        if kept {
            drop(fs.remove(file));
        }
    }
}

fn is_cut_short(bytes: &[u8]) -> bool {
    let cut = |error: &Unreadable| matches!(error, Unreadable::Damaged(damage) if damage.reason == Reason::CutShort);
    bytes.is_empty() || read::notebook(bytes).is_err_and(|error| cut(&error))
}

/// The temporary files of a notebook.
pub fn temporary(fs: &dyn Fs, path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_one = |file: &PathBuf| {
        let other = file.file_name().unwrap_or_default().to_string_lossy();
        let rest = other.strip_prefix('.').and_then(|other| other.strip_prefix(&*name));
        rest.and_then(|rest| rest.rsplit('.').next()).is_some_and(|end| matches!(end, "tmp" | "old"))
    };
    let mut all = files(fs, folder_of(path))?;
    all.retain(is_one);
    Ok(all)
}

/// What killed processes left of journals: one that says nothing is taken away, and the room that one had asked for is given
/// back. Only for who holds the lock: a journal that says nothing yet may be somebody's.
pub fn abandoned_journals(fs: &dyn Fs, past: &Past) {
    for chapter in past.chapters.iter().filter(|chapter| chapter.damage.is_none()) {
        if chapter.says_nothing {
            drop(fs.remove(&chapter.path));
        } else if !chapter.is_finished {
            let good = u64::try_from(chapter.good).unwrap_or(u64::MAX);
            drop(fs.open_file(&chapter.path).and_then(|mut file| file.cut(good)));
        }
    }
}

/// Removes journals of more than half a year ago; the last ones stay. Only where the file holds all that they say.
///
/// A clock that is wrong for an evening costs nothing: a journal is old when it is old for the first of those that stay,
/// too.
pub fn old_journals(fs: &dyn Fs, nest: &Nest, now: DateTime<Utc>) {
    let Ok(journals) = nest.journals(fs) else { return };
    let (old, kept) = journals.split_at(journals.len().saturating_sub(KEPT));
    let Some((first_kept, _)) = kept.first() else { return };
    let today = now.date_naive().min(first_kept.day);
    let Some(oldest) = today.checked_sub_days(KEPT_DAYS) else { return };
    for (_, path) in old.iter().filter(|(name, _)| name.day < oldest) {
        drop(fs.remove(path));
    }
}
