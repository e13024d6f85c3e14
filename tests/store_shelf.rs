//! The shelf on a real disk and in memory: finding a school, opening it, and what must never be written over.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

#[path = "support/keeping.rs"]
mod keeping;

use keeping::{author, capacity, now, ready};
use tep_notebook::{
    notebook::Notebook,
    rules::identity::Rbd,
    store::{
        FindError, OpenError, ReadOnly, SaveError, Saved, Shelf, damage::Reason, fs::memory::MemoryFs, journal::Act,
        read::LIMIT, sha::Sha,
    },
};

/// Everything in it is invented.
const GOLDEN: &str = include_str!("fixtures/invented.tep.json");

fn golden() -> Notebook {
    serde_json::from_str(GOLDEN).unwrap()
}

fn school(rbd: u32, name: &str) -> String {
    GOLDEN.replacen("99001", &rbd.to_string(), 1).replacen("Escuela Ñandú de Peñalolén", name, 1)
}

/// Three invented schools and a damaged file.
fn alliance() -> (Arc<MemoryFs>, Shelf) {
    let fs = Arc::new(MemoryFs::default());
    fs.put("/s/99001-escuela-nandu-de-penalolen.tep.json", GOLDEN.as_bytes());
    fs.put("/s/99002-liceo-norte.tep.json", school(99002, "Liceo Norte").as_bytes());
    fs.put("/s/99003-liceo-norte-2.tep.json", school(99003, "Liceo Norte 2").as_bytes());
    fs.put("/s/99004-escuela-rota.tep.json", b"{\n\"format\": \"tep-notebook\",\n\"version\" 1");
    fs.put("/s/notes.txt", b"not a notebook");
    (fs.clone(), Shelf::new("/s", fs))
}

fn found(shelf: &Shelf, school: &str) -> Result<String, usize> {
    match shelf.find(school) {
        Ok(entry) => Ok(entry.path.file_name().unwrap().to_str().unwrap().split('-').next().unwrap().to_owned()),
        Err(FindError::Ambiguous(entries)) => Err(entries.len()),
        Err(FindError::NotFound) => Err(0),
        Err(FindError::Failed(failure)) => panic!("{failure:?}"),
    }
}

#[test]
fn a_school_is_found_by_whatever_people_call_it() {
    let (_, shelf) = alliance();
    let digit = Rbd::new(99001).unwrap().to_string();
    for (called, file) in [
        ("99001", Ok("99001")),
        (digit.as_str(), Ok("99001")),
        ("penalolen", Ok("99001")),
        ("ÑANDÚ", Ok("99001")),
        ("escuela de peñalolén", Ok("99001")),
        ("/s/99002-liceo-norte.tep.json", Ok("99002")),
        ("99002-liceo-norte.tep.json", Ok("99002")),
        ("Liceo Norte", Ok("99002")),
        ("norte 2", Ok("99003")),
        ("norte", Err(2)),
        ("liceo", Err(2)),
        ("99004", Ok("99004")),
        ("rota", Ok("99004")),
        ("99009", Err(0)),
        ("Liceo Sur", Err(0)),
        ("/s/nothing.tep.json", Err(0)),
        ("", Err(0)),
        ("--", Err(0)),
    ] {
        assert_eq!(found(&shelf, called), file.map(str::to_owned), "{called:?}");
    }
}

#[test]
fn two_files_of_one_school_are_both_named() {
    let (fs, shelf) = alliance();
    fs.put("/s/copy-of-ana.tep.json", GOLDEN.as_bytes());
    assert_eq!(found(&shelf, "99001"), Err(2));
}

#[test]
fn the_shelf_shows_what_it_cannot_read_too() {
    let (fs, shelf) = alliance();
    let entries = shelf.notebooks().unwrap();
    assert_eq!(entries.len(), 4);
    let damaged: Vec<_> = entries.iter().filter_map(|entry| entry.head.as_ref().err()).collect();
    let path = PathBuf::from("/s/99004-escuela-rota.tep.json");
    let sha = Sha::of(&fs.get(&path).unwrap());
    assert_eq!(damaged, [&OpenError::Damaged { path, sha, line: 3, column: 11, reason: Reason::Syntax }]);
    assert_eq!(shelf.outline(&entries[0].path).unwrap().students.len(), 2);
}

#[test]
fn an_rbd_means_the_notebook_and_not_a_copy_beside_it() {
    let (fs, shelf) = alliance();
    let copy = "/s/99002-liceo-norte.2.tep.json";
    fs.put(copy, school(99002, "Liceo Norte").as_bytes());
    assert_eq!(shelf.find("99002").unwrap().path, Path::new("/s/99002-liceo-norte.tep.json"));
    assert_eq!(shelf.find("99002-liceo-norte.2.tep.json").unwrap().path, Path::new(copy));
}

#[test]
fn a_folder_that_is_not_there_is_an_empty_shelf() {
    let shelf = Shelf::new("/nowhere", Arc::new(MemoryFs::default()));
    assert_eq!(shelf.notebooks().unwrap(), []);
    assert_eq!(shelf.find("99001"), Err(FindError::NotFound));
}

#[test]
fn a_damaged_file_is_named_kept_and_never_written_over() {
    let dir = tempfile::tempdir().unwrap();
    let shelf = Shelf::on_disk(dir.path());
    let path = dir.path().canonicalize().unwrap().join("99001-algo.tep.json");
    let line = GOLDEN.lines().position(|line| line.contains("\"Ana\"")).unwrap() + 1;
    let damaged = GOLDEN.replacen("\"Ana\"", "\"Ana", 1);
    fs::write(&path, &damaged).unwrap();
    match shelf.view(&path) {
        Err(OpenError::Damaged { path: named, line: at, reason, .. }) => {
            assert_eq!((named, at, reason), (path.clone(), line, Reason::Syntax));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        shelf.create(golden(), &author(), now()).map(|_| ()).map_err(|error| matches!(error, SaveError::Exists { .. })),
        Err(true)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn the_notebook_of_a_newer_program_can_be_read_and_not_written() {
    let fs = Arc::new(MemoryFs::default());
    let newer = GOLDEN.replacen("\"version\": 1", "\"version\": 7", 1);
    fs.put("/s/99001.tep.json", newer.as_bytes());
    let shelf = Shelf::new("/s", fs.clone());
    let opened = ready(&shelf, "/s/99001.tep.json");
    assert_eq!(opened.keeper.unwrap_err(), ReadOnly::Newer { version: 7 });
    assert_eq!(fs.get("/s/99001.tep.json").unwrap(), newer.as_bytes());
}

#[test]
fn a_file_with_something_that_has_no_place_is_not_written_over() {
    let fs = Arc::new(MemoryFs::default());
    let odd = GOLDEN.replacen(r#"{"done":{"on":"2020-06-01"}}"#, r#"{"done":{"on":"2020-06-01","by":"UTP"}}"#, 1);
    fs.put("/s/99001.tep.json", odd.as_bytes());
    let opened = ready(&Shelf::new("/s", fs), "/s/99001.tep.json");
    assert_eq!(opened.keeper.unwrap_err(), ReadOnly::WouldLose);
}

#[test]
fn opening_counts_what_is_shown_otherwise_and_changes_nothing() {
    let fs = Arc::new(MemoryFs::default());
    fs.put("/s/99001.tep.json", GOLDEN.as_bytes());
    let shelf = Shelf::new("/s", fs.clone());
    let opened = ready(&shelf, "/s/99001.tep.json");
    assert_eq!((opened.story.repaired_texts, opened.story.migrated_from), (1, None));
    opened.keeper.unwrap().close(now()).unwrap();
    assert_eq!(fs.get("/s/99001.tep.json").unwrap(), GOLDEN.as_bytes());
}

#[test]
fn a_file_beyond_any_school_is_refused_before_it_fills_the_memory() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().canonicalize().unwrap().join("99001.tep.json");
    fs::File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
    let shelf = Shelf::on_disk(dir.path());
    assert!(matches!(shelf.view(&path), Err(OpenError::TooBig { .. })));
    fs::remove_file(&path).unwrap();
    assert!(matches!(shelf.view(&path), Err(OpenError::Failed(_))));
}

#[test]
fn a_school_has_one_notebook_on_the_shelf() {
    let (_, shelf) = alliance();
    let mut notebook = golden();
    let path = "/s/99001-escuela-nandu-de-penalolen.tep.json".into();
    assert_eq!(shelf.create(notebook.clone(), &author(), now()).unwrap_err(), SaveError::Exists { path });
    notebook.school.rbd = Rbd::new(9900).unwrap();
    let keeper = shelf.create(notebook, &author(), now()).unwrap();
    assert_eq!(keeper.path(), Path::new("/s/9900-escuela-nandu-de-penalolen.tep.json"));
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_reads_the_notebooks() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data/alliance");
    let shelf = Shelf::on_disk(&dir);
    let mut keeper = shelf.create(golden(), &author(), now()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(keeper.path()), mode(&dir), mode(&home.path().join("data"))), (0o600, 0o700, 0o700));
    fs::set_permissions(keeper.path(), fs::Permissions::from_mode(0o644)).unwrap();
    keeper.commit(Act::Do, capacity(keeper.notebook(), 7), now()).unwrap();
    assert_eq!(keeper.checkpoint(now()), Ok(Saved::Written));
    assert_eq!(mode(keeper.path()), 0o600);
    let nest = keeper.nest().dir();
    for entry in fs::read_dir(nest).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
    assert_eq!((mode(nest), mode(&dir.join(".tep"))), (0o700, 0o700));
    let beside: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 2, "the notebook and the folder .tep: {beside:?}");
    assert_eq!(shelf.view(keeper.path()).unwrap().notebook, **keeper.notebook());
}

#[cfg(unix)]
#[test]
fn a_notebook_behind_a_link_stays_where_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let (real, link) = (dir.path().join("real.tep.json"), dir.path().join("99001.tep.json"));
    fs::write(&real, GOLDEN).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let shelf = Shelf::on_disk(dir.path());
    let mut keeper = ready(&shelf, link.to_str().unwrap()).keeper.unwrap();
    keeper.commit(Act::Do, capacity(keeper.notebook(), 7), now()).unwrap();
    keeper.close(now()).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("\"capacity\":7"));
}
