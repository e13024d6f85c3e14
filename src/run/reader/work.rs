//! The reading itself: from a path to what the file says. Done in the process apart; in tests also by the caller.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use super::talk::{Asked, Said, Why};
use crate::{
    app::import::Unread,
    exchange::{
        self,
        book::limits::BYTES as LIMIT,
        codes::{Measure, ReadError, TooLarge},
        handover,
    },
};

/// Bytes between two words about how far it is.
const PIECE: u64 = 1024 * 1024;

/// Reads a file; tells how much of how much is done.
pub fn read(path: &Path, asked: &Asked, tell: &mut dyn FnMut(u64, u64)) -> Said {
    let bytes = match load(path, tell) {
        Ok(bytes) => bytes,
        Err(trouble) => return Said::Error(trouble),
    };
    if handover::is_one(&bytes) {
        return match handover::open(&bytes, asked.passphrase.as_ref()) {
            Ok(file) => Said::Student(Box::new(file)),
            Err(why) => Said::Error(Why::NotOpened(why)),
        };
    }
    let read = {
        let size = bytes.len() as u64;
        // Fetching the bytes is one half of the way, understanding them the other.
        let mut tell = |done: u64, total: u64| {
            // How many rows there are is about right only.
            let part = size.saturating_mul(done).checked_div(total).unwrap_or(0).min(size);
            tell(size + part, 2 * size);
        };
        exchange::read::read_telling(&bytes, &asked.wishes, asked.today, &mut tell)
    };
    match read {
        Ok(reading) => Said::Reading(Box::new(reading)),
        Err(error) => Said::Error(Why::Refused(error)),
    }
}

fn load(path: &Path, tell: &mut dyn FnMut(u64, u64)) -> Result<Vec<u8>, Why> {
    let refused = |error: io::Error| Why::Unread((&error).into());
    // Before it is opened: opening a pipe waits for somebody to write into it.
    let about = fs::metadata(path).map_err(refused)?;
    if about.is_dir() {
        return Err(Why::Unread(Unread::Folder));
    }
    if !about.is_file() {
        return Err(Why::Unread(Unread::Special));
    }
    check(about.len())?;
    let file = File::open(path).map_err(refused)?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    // A file that grows meanwhile is no longer than it may be either.
    let mut file = file.take(LIMIT + 1);
    loop {
        let read = (&mut file).take(PIECE).read_to_end(&mut bytes).map_err(refused)?;
        check(bytes.len() as u64)?;
        if read == 0 {
            return Ok(bytes);
        }
        tell(bytes.len() as u64, 2 * about.len().max(bytes.len() as u64));
    }
}

fn check(bytes: u64) -> Result<(), Why> {
    let too_large = ReadError::TooLarge(TooLarge { what: Measure::Bytes, limit: LIMIT });
    if bytes > LIMIT { Err(Why::Refused(too_large)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::exchange::reading::Wishes;

    fn reads(path: &Path) -> Said {
        let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 1).unwrap();
        read(path, &Asked { wishes: Wishes::default(), today, passphrase: None }, &mut |_, _| ())
    }

    fn why(said: Said) -> Unread {
        match said {
            Said::Error(Why::Unread(why)) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_no_file_is_told_apart_from_what_is_no_table() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(why(reads(&dir.path().join("nothing.csv"))), Unread::Gone);
        assert_eq!(why(reads(dir.path())), Unread::Folder);
        assert_eq!(why(reads(&PathBuf::from("/dev/null"))), Unread::Special);
        let empty = dir.path().join("empty.csv");
        fs::write(&empty, "").unwrap();
        assert!(matches!(reads(&empty), Said::Error(Why::Refused(ReadError::EmptyFile))));
    }

    #[test]
    fn a_file_beyond_the_limit_is_refused_before_its_bytes_are_fetched() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("huge.csv");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        let mut told = 0;
        assert!(load(&path, &mut |_, _| told += 1).is_err());
        assert_eq!(told, 0);
    }

    #[test]
    fn understanding_comes_nearer_too_and_never_goes_back() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("long.csv");
        fs::write(&path, "RUN;Asistencia\n".to_owned() + &"11111111-1;85\n".repeat(20_000)).unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 1).unwrap();
        let mut told = Vec::new();
        let asked = Asked { wishes: Wishes::default(), today, passphrase: None };
        assert!(matches!(read(&path, &asked, &mut |done, total| told.push((done, total))), Said::Reading(_)));
        assert!(told.len() > 4 && told.is_sorted() && told.iter().all(|(done, total)| done <= total), "{told:?}");
    }

    #[test]
    fn whoever_waits_for_a_large_file_sees_it_come_nearer() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("large.csv");
        fs::write(&path, vec![b'a'; 3 * 1024 * 1024]).unwrap();
        let mut told = Vec::new();
        assert_eq!(load(&path, &mut |done, total| told.push((done >> 20, total >> 20))).unwrap().len(), 3 << 20);
        assert_eq!(told, [(1, 6), (2, 6), (3, 6)]);
    }
}
