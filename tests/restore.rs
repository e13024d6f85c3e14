//! Restoring a backup on a disk that refuses, and in a process that is killed: one of the two versions is there, whole,
//! and what was replaced is never gone.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/keeping.rs"]
mod keeping;

use std::{io::ErrorKind, path::Path, sync::Arc};

use keeping::{after, author, capacity, keeper};
use tep_notebook::store::{
    Fs, Shelf,
    fs::memory::{Fault, MemoryFs, Names},
    journal::Act,
};

/// Everything in it is invented.
const GOLDEN: &str = include_str!("../tests/fixtures/invented.tep.json");
const FILE: &str = "/shelf/99001-escuela.tep.json";

/// How the file is before it is restored.
#[derive(Clone, Copy, PartialEq)]
enum File {
    Whole,
    Ahead,
    Damaged,
    Missing,
}

/// A notebook that says 30 and has a backup that says 20.
fn room(file: File) -> (Arc<MemoryFs>, Shelf) {
    let fs = Arc::new(MemoryFs::default());
    fs.put(FILE, GOLDEN.as_bytes());
    let shelf = Shelf::new("/shelf", Arc::<MemoryFs>::clone(&fs));
    let mut keeper = keeper(&shelf, FILE);
    for (minutes, students) in [(0, 20), (20, 30)] {
        let edit = capacity(keeper.notebook(), students);
        keeper.commit(Act::Do, edit, after(minutes)).unwrap();
        if (file, students) != (File::Ahead, 30) {
            keeper.checkpoint(after(minutes)).unwrap();
        }
    }
    if file == File::Ahead {
        // Its backups are those of 12; the one of 20 is made here.
        let edit = capacity(keeper.notebook(), 20);
        keeper.commit(Act::Do, edit, after(21)).unwrap();
        keeper.checkpoint(after(21)).unwrap();
        let edit = capacity(keeper.notebook(), 25);
        keeper.commit(Act::Do, edit, after(40)).unwrap();
        keeper.checkpoint(after(40)).unwrap();
        let edit = capacity(keeper.notebook(), 30);
        keeper.commit(Act::Do, edit, after(41)).unwrap();
        drop(keeper);
    } else {
        keeper.close(after(30)).unwrap();
        drop(keeper);
    }
    // What was done before the evening is on the medium.
    let backups = fs.files().into_iter().find(|path| path.to_string_lossy().contains("/backups/")).unwrap();
    fs.sync_folder(backups.parent().unwrap()).unwrap();
    match file {
        File::Whole | File::Ahead => {}
        File::Damaged => fs.put(FILE, b"{"),
        File::Missing => {
            fs.remove(Path::new(FILE)).unwrap();
            fs.sync_folder(Path::new("/shelf")).unwrap();
        }
    }
    (fs, shelf)
}

/// What a program that opens the notebook shows; none where it cannot be opened.
fn follows(shelf: &Shelf) -> Option<u16> {
    shelf.view(Path::new(FILE)).ok().and_then(|viewed| viewed.notebook.school.capacity)
}

/// What the backups say.
fn kept(shelf: &Shelf) -> Vec<u16> {
    let kept = shelf.backups(Path::new(FILE)).unwrap().into_iter();
    kept.filter_map(|kept| kept.notebook.ok().and_then(|notebook| notebook.school.capacity)).collect()
}

fn is_sound(shelf: &Shelf, file: File, at: &str) {
    let (shown, kept) = (follows(shelf), kept(shelf));
    let is_readable = matches!(file, File::Whole | File::Ahead);
    assert!(kept.contains(&20), "{at}: the backup is gone");
    match shown {
        Some(20) => assert!(kept.contains(&30), "{at}: what was there is gone"),
        shown => assert_eq!(shown, is_readable.then_some(30), "{at}"),
    }
}

#[test]
fn a_disk_that_refuses_at_any_moment_costs_neither_version() {
    for file in [File::Whole, File::Ahead, File::Damaged, File::Missing] {
        let (fs, shelf) = room(file);
        let before = fs.medium();
        fs.set_fault(None);
        shelf.restore(Path::new(FILE), "1", &author(), after(90)).unwrap();
        assert_eq!(follows(&shelf), Some(20));
        is_sound(&shelf, file, "at peace");
        let count = fs.count();
        for at in 0..count {
            for fault in [Fault::At(at, ErrorKind::StorageFull), Fault::From(at, ErrorKind::Other)] {
                let fs = Arc::new(MemoryFs::holding(before.clone()));
                let shelf = Shelf::new("/shelf", Arc::<MemoryFs>::clone(&fs));
                fs.set_fault(Some(fault));
                let done = shelf.restore(Path::new(FILE), "1", &author(), after(90));
                fs.set_fault(None);
                is_sound(&shelf, file, &format!("{at} of {count}"));
                assert!(done.is_err() || follows(&shelf) == Some(20), "{at} of {count}: said to be done");
            }
        }
    }
}

#[test]
fn a_power_cut_at_any_moment_costs_neither_version() {
    for file in [File::Whole, File::Ahead, File::Damaged, File::Missing] {
        let (fs, shelf) = room(file);
        fs.record();
        shelf.restore(Path::new(FILE), "1", &author(), after(90)).unwrap();
        for moment in fs.moments() {
            let killed = MemoryFs::holding(moment.medium);
            for names in [Names::Synced, Names::Latest] {
                let found = Arc::new(killed.after_power_cut(names));
                is_sound(&Shelf::new("/shelf", found), file, &format!("after {} operations", moment.ops));
            }
            is_sound(&Shelf::new("/shelf", Arc::new(killed)), file, &format!("killed after {} operations", moment.ops));
        }
    }
}
