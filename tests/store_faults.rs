//! Every operation of a save fails once: what a team wrote an hour ago must still be there.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{io::ErrorKind, path::Path, sync::Arc};

use tep_notebook::{
    notebook::{Notebook, safe_text::SafeText},
    store::{
        Handle, SaveError, Saved, Shelf, Step,
        fs::memory::{Fault, MemoryFs, Names, Op},
        write_notebook,
    },
};

/// Everything in it is invented.
const GOLDEN: &[u8] = include_bytes!("fixtures/invented.tep.json");
const FILE: &str = "/shelf/99001-escuela.tep.json";

struct Room {
    fs: Arc<MemoryFs>,
    shelf: Shelf,
    handle: Handle,
    changed: Notebook,
    new: Vec<u8>,
}

/// A notebook that was opened and changed, and not saved yet.
fn room() -> Room {
    let fs = Arc::new(MemoryFs::default());
    fs.put(FILE, GOLDEN);
    let shelf = Shelf::new("/shelf", fs.clone());
    let opened = shelf.open(Path::new(FILE)).unwrap();
    let mut changed = opened.notebook;
    changed.notice = SafeText::line("Changed");
    let new = write_notebook(&changed).unwrap();
    assert_ne!(new, GOLDEN);
    fs.set_fault(None);
    Room { fs, shelf, handle: opened.handle, changed, new }
}

fn step_of(error: &SaveError) -> Option<Step> {
    match error {
        SaveError::Failed(failure) => Some(failure.step),
        _ => None,
    }
}

#[test]
fn a_save_syncs_the_new_file_before_it_takes_the_place_of_the_old() {
    let mut room = room();
    assert_eq!(room.shelf.save(&mut room.handle, &room.changed), Ok(Saved::Written));
    let temporary = "/shelf/.99001-escuela.tep.json.0.tmp";
    let expected = [
        Op::Read(FILE.into()),
        Op::CreateFile(temporary.into()),
        Op::Append(temporary.into(), room.new.len()),
        Op::SyncFile(temporary.into()),
        Op::Rename(temporary.into(), FILE.into()),
        Op::SyncFolder("/shelf".into()),
    ];
    assert_eq!(room.fs.ops(), expected);
    assert_eq!(room.fs.get(FILE), Some(room.new));
    assert_eq!(room.fs.files(), [Path::new(FILE)]);
}

#[test]
fn a_save_without_a_change_touches_nothing() {
    let mut room = room();
    let same = room.shelf.open(Path::new(FILE)).unwrap().notebook;
    room.fs.set_fault(None);
    assert_eq!(room.shelf.save(&mut room.handle, &same), Ok(Saved::Unchanged));
    assert!(room.fs.ops().iter().all(|op| !op.writes()));
}

#[test]
fn whatever_fails_the_old_or_the_new_file_stands_there_whole() {
    let steps = [Step::Read, Step::WriteNew, Step::WriteNew, Step::SyncNew, Step::Replace, Step::SyncFolder];
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied] {
        for (number, step) in steps.into_iter().enumerate() {
            for fault in [Fault::At(number, kind), Fault::From(number, kind)] {
                let mut room = room();
                room.fs.set_fault(Some(fault));
                let error = room.shelf.save(&mut room.handle, &room.changed).unwrap_err();
                assert_eq!(step_of(&error), Some(step), "{fault:?}");
                let found = room.fs.get(FILE).unwrap();
                assert!(if step == Step::SyncFolder { found == room.new } else { found == GOLDEN }, "{fault:?}");
                if matches!(fault, Fault::At(..)) {
                    assert_eq!(room.fs.files(), [Path::new(FILE)], "a leftover after {fault:?}");
                }
                room.fs.set_fault(None);
                room.shelf.save(&mut room.handle, &room.changed).unwrap();
                assert_eq!(room.fs.get(FILE), Some(room.new), "the next save goes through after {fault:?}");
            }
        }
    }
}

#[test]
fn a_power_cut_at_any_moment_leaves_a_whole_file() {
    for number in 0..7 {
        for names in [Names::Synced, Names::Latest] {
            let mut room = room();
            room.fs.set_fault(Some(Fault::From(number, ErrorKind::BrokenPipe)));
            let saved = room.shelf.save(&mut room.handle, &room.changed);
            let after = room.fs.after_power_cut(names).get(FILE).unwrap();
            if saved.is_ok() {
                assert!(after == room.new, "what was called saved is gone");
            }
            assert!(after == GOLDEN || after == room.new, "operation {number}, names {names:?}");
        }
    }
}

#[test]
fn a_first_notebook_is_there_after_a_power_cut_or_was_never_called_saved() {
    let mut room = room();
    room.changed.school.rbd = tep_notebook::rules::identity::Rbd::new(99002).unwrap();
    for number in 0..12 {
        let fs = Arc::new(MemoryFs::default());
        fs.set_fault(Some(Fault::From(number, ErrorKind::BrokenPipe)));
        let created = Shelf::new("/home/data", fs.clone()).create(&room.changed);
        let after = Arc::new(fs.after_power_cut(Names::Synced));
        let found = Shelf::new("/home/data", after).notebooks().unwrap();
        assert_eq!(found.len(), usize::from(created.is_ok()), "operation {number}");
    }
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_never_written_over() {
    let mut room = room();
    let other = String::from_utf8(GOLDEN.to_vec()).unwrap().replace("Llamar el lunes", "Llamar el martes");
    room.fs.put(FILE, other.as_bytes());
    let error = room.shelf.save(&mut room.handle, &room.changed);
    assert_eq!(error, Err(SaveError::ChangedOutside { path: FILE.into() }));
    assert_eq!(room.fs.get(FILE).unwrap(), other.as_bytes());
    let beside = room.shelf.save_beside(&room.handle, &room.changed).unwrap();
    assert_eq!(beside.path(), Path::new("/shelf/99001-escuela.2.tep.json"));
    assert_eq!(room.fs.get(beside.path()), Some(room.new));
    assert_eq!(room.fs.get(FILE).unwrap(), other.as_bytes());
}

#[test]
fn a_file_that_vanished_is_written_again() {
    let mut room = room();
    let fs: &dyn tep_notebook::store::Fs = room.fs.as_ref();
    fs.remove(Path::new(FILE)).unwrap();
    assert_eq!(room.shelf.save(&mut room.handle, &room.changed), Ok(Saved::WrittenAgain));
    assert_eq!(room.fs.get(FILE), Some(room.new));
}

#[test]
fn a_leftover_of_a_killed_program_does_not_stop_the_next() {
    let mut room = room();
    room.fs.put("/shelf/.99001-escuela.tep.json.0.tmp", b"{ half");
    assert_eq!(room.shelf.save(&mut room.handle, &room.changed), Ok(Saved::Written));
    assert_eq!(room.fs.get("/shelf/.99001-escuela.tep.json.0.tmp").unwrap(), b"{ half");
    assert_eq!(room.shelf.paths().unwrap(), [Path::new(FILE)]);
}

#[test]
fn a_handle_saves_only_the_notebook_that_it_was_opened_for() {
    let mut room = room();
    room.changed.id = tep_notebook::notebook::id::Id::new(uuid::Uuid::nil());
    let error = room.shelf.save(&mut room.handle, &room.changed);
    assert_eq!(error, Err(SaveError::OtherNotebook { path: FILE.into() }));
    assert_eq!(room.fs.get(FILE).unwrap(), GOLDEN);
}
