//! What a file system can do, tried out with files of its own that are gone afterwards.
//!
//! Owns the trial. Never touches a file that it did not make.

use std::{
    io,
    path::{Path, PathBuf},
    process,
};

use super::Fs;
use crate::store::{
    error::{Failure, Step},
    replace::discard,
};

/// Something that the store uses where the file system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// Letting two files change their names in one step.
    Exchange,
    /// A second name for a file.
    Links,
    /// Locks that die with their process.
    Locks,
    /// Room that is kept for a file before it is written.
    Reserve,
}

/// Bytes of room that are asked for.
const ROOM: u64 = 64 * 1024;

/// Tries what the file system of a folder can do. Fails where nothing can be written there.
pub fn features(fs: &dyn Fs, folder: &Path) -> Result<[(Feature, bool); 4], Failure> {
    let name = |part: &str| folder.join(format!(".tep-trial-{}-{part}.tmp", process::id()));
    let paths = ["a", "b", "c", "d"].map(name);
    let tried = try_out(fs, &paths);
    for path in &paths {
        discard(fs, path);
    }
    tried.map_err(|error| Failure::new(folder, Step::WriteNew, &error))
}

fn try_out(fs: &dyn Fs, [one, other, second, locked]: &[PathBuf; 4]) -> io::Result<[(Feature, bool); 4]> {
    let mut file = fs.create_file(one)?;
    file.append(b"1")?;
    fs.create_file(other)?;
    let has_room = file.reserve(ROOM).is_ok();
    let exchanges = fs.exchange(one, other).is_ok() && fs.read(other, 2).is_ok_and(|found| found == b"1");
    let links = fs.link(other, second).is_ok();
    let lock = fs.lock(locked, b"").ok().flatten();
    let locks = lock.is_some() && fs.is_locked(locked).unwrap_or(false);
    Ok([(Feature::Exchange, exchanges), (Feature::Links, links), (Feature::Locks, locks), (Feature::Reserve, has_room)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fs::memory::{Ability, Fault, MemoryFs};

    fn tried(fs: &MemoryFs) -> Vec<Feature> {
        fs.put("/s/mine.tep.json", b"mine");
        let found = features(fs, Path::new("/s")).unwrap();
        assert_eq!(fs.files(), [PathBuf::from("/s/mine.tep.json")], "a trial leaves no trace");
        found.into_iter().filter(|(_, can)| *can).map(|(feature, _)| feature).collect()
    }

    #[test]
    fn a_stick_that_can_less_is_known_and_left_as_it_was() {
        use Feature::{Exchange, Links, Locks, Reserve};
        assert_eq!(tried(&MemoryFs::default()), [Exchange, Links, Locks, Reserve]);
        let stick = MemoryFs::default();
        for ability in [Ability::Exchange, Ability::Link, Ability::Lock] {
            stick.forbid(ability);
        }
        assert_eq!(tried(&stick), [Reserve]);
    }

    #[test]
    fn a_folder_that_takes_nothing_is_said_and_nothing_is_left_in_it() {
        for at in 0..3 {
            let fs = MemoryFs::default();
            fs.put("/s/mine.tep.json", b"mine");
            fs.set_fault(Some(Fault::At(at, io::ErrorKind::StorageFull)));
            let failure = features(&fs, Path::new("/s")).unwrap_err();
            assert_eq!((failure.path.as_path(), failure.kind), (Path::new("/s"), io::ErrorKind::StorageFull));
            assert_eq!(fs.files(), [PathBuf::from("/s/mine.tep.json")]);
        }
    }
}
