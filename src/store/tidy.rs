//! What killed processes leave lying about: torn ends of journals, temporary files, journals that are too old.
//!
//! Everything here is a comfort: what cannot be done is left, and nothing that was kept depends on it. Nothing whose
//! content is not known is destroyed: it goes into the folder `salvage`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, Utc};

use super::{
    error::Failure,
    fs::Fs,
    journal::Damage,
    nest::{Nest, files},
    past::{Chapter, Past},
    read::{self, LIMIT},
    replace::{ensure_folder, folder_of},
    sha::Sha,
};

/// Days that journals are kept.
const KEPT_DAYS: Days = Days::new(180);
/// Journals that are kept whatever their age.
const KEPT: usize = 20;

/// Puts the torn ends of journals away; gives the number of journals that are damaged in the middle and were not
/// reported yet.
pub fn torn_ends(fs: &dyn Fs, nest: &Nest, past: &Past) -> usize {
    let mut broken = 0;
    for chapter in &past.chapters {
        match chapter.damage {
            Some(Damage::Torn) => {
                if put_away(fs, nest, chapter, "torn").is_ok() {
                    let good = u64::try_from(chapter.good).unwrap_or(u64::MAX);
                    drop(fs.open_file(&chapter.path).and_then(|mut file| file.cut(good).and_then(|()| file.sync())));
                }
            }
            // The journal stays as it is; the copy says that this was told.
            Some(Damage::Broken) => broken += usize::from(put_away(fs, nest, chapter, "broken").is_ok()),
            Some(Damage::Newer) | None => {}
        }
    }
    broken
}

fn put_away(fs: &dyn Fs, nest: &Nest, chapter: &Chapter, what: &str) -> std::io::Result<()> {
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

/// Keeps bytes in the folder of what was damaged; fails where the same stands there already.
pub fn keep(fs: &dyn Fs, nest: &Nest, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let folder = nest.salvage();
    ensure_folder(fs, &folder).map_err(|failure| std::io::Error::from(failure.kind))?;
    let mut file = fs.create_file(&folder.join(name))?;
    file.append(bytes)?;
    file.sync()
}

/// Takes away the temporary files of this notebook that a killed process left; one with a content that no journal knows
/// was somebody else's, and is kept.
pub fn leftovers(fs: &dyn Fs, path: &Path, nest: &Nest, past: &Past) {
    for file in &temporary(fs, path).unwrap_or_default() {
        let Ok(bytes) = fs.read(file, LIMIT) else { continue };
        let is_foreign = past.find(Sha::of(&bytes)).is_none() && read::notebook(&bytes).is_ok();
        let kept = !is_foreign || keep(fs, nest, &format!("{}.json", Sha::of(&bytes).short()), &bytes).is_ok();
        if kept {
            drop(fs.remove(file));
        }
    }
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

/// Removes journals of more than half a year ago; the last ones stay.
pub fn old_journals(fs: &dyn Fs, nest: &Nest, now: DateTime<Utc>) {
    let Ok(journals) = nest.journals(fs) else { return };
    let Some(oldest) = now.date_naive().checked_sub_days(KEPT_DAYS) else { return };
    for (name, path) in journals.iter().rev().skip(KEPT) {
        if name.day < oldest {
            drop(fs.remove(path));
        }
    }
}
