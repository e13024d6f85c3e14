use std::{io::ErrorKind, path::Path, sync::Arc};

use super::*;
use crate::{
    app::Now,
    notebook::{
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    store::{
        Author, Fs, Leave, Opening,
        fs::memory::{Fault, MemoryFs},
        journal::Act,
    },
};

/// Everything in it is invented.
const GOLDEN: &str = include_str!("../../../tests/fixtures/invented.tep.json");
const FILE: &str = "/shelf/99001-escuela.tep.json";

/// A scribe who has the pen of a notebook.
fn scribe() -> (Arc<MemoryFs>, Scribe) {
    let disk = Arc::new(MemoryFs::default());
    disk.put(FILE, GOLDEN.as_bytes());
    let at = DateTime::from_timestamp(1_600_000_000, 0).unwrap();
    let clock = Clock::Fixed(Now { today: at.date_naive(), at });
    let author = Author { user: SafeText::line("asesora"), host: SafeText::line("equipo") };
    let fs: Arc<dyn Fs> = Arc::<MemoryFs>::clone(&disk);
    let Opening::Ready(ready) = Keeper::open(fs, Path::new(FILE), &author, Leave::Ask, at).unwrap() else {
        panic!("nobody changed it")
    };
    let mut scribe = Scribe::new(clock);
    scribe.work(Job::Take(Box::new(ready.keeper.unwrap())));
    (disk, scribe)
}

/// A change of how many students the team can follow.
fn change(scribe: &Scribe, number: u64, students: u16) -> Job {
    let school = scribe.keeper.as_ref().unwrap().notebook().school.clone();
    let mut after = school.clone();
    after.capacity = Some(students);
    let edit = Edit::one(Deed::ChangeAction, Change::replace(school, after));
    Job::Keep(Box::new(Keep { number, act: Act::Do, edit }))
}

#[test]
fn a_file_that_could_not_follow_follows_by_itself_when_there_is_room_again() {
    let (disk, mut scribe) = scribe();
    let job = change(&scribe, 1, 7);
    assert!(matches!(scribe.work(job).as_slice(), [Msg::Kept { number: 1, result: Ok(()) }]));
    disk.set_fault(Some(Fault::Full(0)));
    assert!(matches!(scribe.wake().as_slice(), [Msg::Filed(Err(_)), ..]));
    assert_eq!(scribe.due(), Some(LONGEST.to_std().unwrap()), "asked again, and not all the time");
    disk.set_fault(None);
    assert!(matches!(scribe.wake().as_slice(), [Msg::Filed(Ok(()))]));
    assert_eq!(scribe.due(), None);
}

#[test]
fn a_change_that_was_not_safe_is_called_safe_before_the_file_is_spoken_of() {
    let (disk, mut scribe) = scribe();
    disk.set_fault(Some(Fault::From(0, ErrorKind::StorageFull)));
    let job = change(&scribe, 1, 7);
    assert!(matches!(scribe.work(job).first(), Some(Msg::Kept { number: 1, result: Err(_) })));
    disk.set_fault(None);
    assert!(matches!(scribe.wake().as_slice(), [Msg::Kept { number: 1, result: Ok(()) }, Msg::Filed(Ok(()))]));
}

#[test]
fn a_change_that_was_refused_is_never_followed_by_a_file_that_says_it_is_saved() {
    let (_, mut scribe) = scribe();
    let stale = change(&scribe, 2, 8);
    let first = change(&scribe, 1, 7);
    scribe.work(first);
    scribe.wake();
    let answers = scribe.work(stale);
    let is_refused =
        |msg: &Msg| matches!(msg, Msg::Kept { number: 2, result: Err(Failure::Save(SaveError::OutOfStep { .. })) });
    assert!(answers.first().is_some_and(is_refused));
    assert_eq!(scribe.due(), None);
}
