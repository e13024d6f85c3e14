//! Folders and clocks as they should not be: what was kept is there, or the program says why it cannot write.

use std::{fs, os::unix::fs::symlink, path::Path};

use chrono::{DateTime, Utc};
use tep_notebook::{
    notebook::{
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    store::{
        Fs, Keeper, Leave, OpenError, Opening, ReadOnly, Ready, SaveError, Shelf,
        fs::memory::Ability,
        journal::{
            Act,
            record::{Link, line},
        },
        sha::Sha,
    },
};

use crate::{
    keeping::{after, author, capacity, now},
    scene::{FILE, Scene, Situation, scenes},
    spoil::zeroed,
};

const NAME: &str = "99012-escuela.tep.json";

/// A folder of this machine with the notebook that nobody knows yet.
fn on_disk() -> (tempfile::TempDir, Shelf) {
    let dir = tempfile::tempdir().unwrap();
    let shelf = Shelf::on_disk(dir.path());
    fs::write(dir.path().join(NAME), &scenes()[0].file).unwrap();
    (dir, shelf)
}

fn open_at(shelf: &Shelf, path: &Path, now: DateTime<Utc>) -> Ready {
    match shelf.open(path, &author(), Leave::Ask, now).unwrap() {
        Opening::Ready(ready) => *ready,
        Opening::Outside(_) => panic!("nobody changed it"),
    }
}

fn commit(keeper: &mut Keeper, students: u32, now: DateTime<Utc>) {
    let edit = capacity(keeper.notebook(), students);
    keeper.commit(Act::Do, edit, now).unwrap();
}

fn capacity_of(ready: &Ready) -> Option<u16> {
    ready.notebook.school.capacity
}

fn nest(folder: &Path) -> std::path::PathBuf {
    fs::read_dir(folder.join(".tep")).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap()
}

#[test]
fn where_the_folder_beside_cannot_be_made_the_notebook_can_be_read() {
    let (dir, shelf) = on_disk();
    let path = dir.path().join(NAME);
    fs::write(dir.path().join(".tep"), "").unwrap();
    assert_eq!(open_at(&shelf, &path, now()).keeper.unwrap_err(), ReadOnly::Folder);
    assert!(shelf.view(&path).is_ok() && shelf.outline(&path).is_ok());

    fs::remove_file(dir.path().join(".tep")).unwrap();
    drop(open_at(&shelf, &path, now()));
    let nest = nest(dir.path());
    fs::remove_dir_all(&nest).unwrap();
    fs::write(&nest, "").unwrap();
    assert_eq!(open_at(&shelf, &path, now()).keeper.unwrap_err(), ReadOnly::Folder);

    fs::remove_file(&nest).unwrap();
    fs::create_dir_all(nest.join("lock")).unwrap();
    assert_eq!(open_at(&shelf, &path, now()).keeper.unwrap_err(), ReadOnly::Folder);
}

#[test]
fn without_a_place_for_backups_nothing_is_lost_and_it_is_said() {
    let (dir, shelf) = on_disk();
    let path = dir.path().join(NAME);
    drop(open_at(&shelf, &path, now()));
    let nest = nest(dir.path());
    fs::write(nest.join("backups"), "").unwrap();
    fs::write(nest.join("salvage"), "").unwrap();
    let mut keeper = open_at(&shelf, &path, now()).keeper.unwrap();
    assert!(keeper.prepare(now()).is_err());
    commit(&mut keeper, 7, now());
    keeper.close(now()).unwrap();
    drop(keeper);
    assert_eq!(capacity_of(&open_at(&shelf, &path, now())), Some(7));

    let damaged = zeroed(&fs::read(&path).unwrap(), 20_000, 512).bytes;
    fs::write(&path, &damaged).unwrap();
    let refused = shelf.open(&path, &author(), Leave::Rebuild(Sha::of(&damaged)), now());
    assert!(matches!(refused, Err(OpenError::Failed(_))), "without a copy of the damaged file nothing takes its place");
    assert_eq!(fs::read(&path).unwrap(), damaged);
}

#[test]
fn a_name_with_spaces_and_line_breaks_has_its_history() {
    let (dir, shelf) = on_disk();
    let path = dir.path().join("99012 Peñalolén\n\u{201c}copia\u{201d} .tep.json");
    fs::rename(dir.path().join(NAME), &path).unwrap();
    let mut killed = open_at(&shelf, &path, now()).keeper.unwrap();
    killed.prepare(now()).unwrap();
    commit(&mut killed, 7, now());
    drop(killed);
    let again = open_at(&shelf, &path, now());
    assert_eq!((capacity_of(&again), again.story.recovered), (Some(7), 1));
}

#[test]
fn a_notebook_behind_a_link_keeps_its_history_where_it_lies() {
    let (dir, _) = on_disk();
    let linked = tempfile::tempdir().unwrap();
    let shelf = Shelf::on_disk(linked.path());
    let link = linked.path().join("99012-enlace.tep.json");
    symlink(dir.path().join(NAME), &link).unwrap();
    let mut killed = open_at(&shelf, &link, now()).keeper.unwrap();
    killed.prepare(now()).unwrap();
    let mut school = killed.notebook().school.clone();
    school.name = SafeText::line("Escuela Los Coigües");
    let edit = Edit::one(Deed::ChangeAction, Change::replace(killed.notebook().school.clone(), school));
    killed.commit(Act::Do, edit, now()).unwrap();
    drop(killed);
    assert_eq!(fs::read_dir(linked.path()).unwrap().count(), 1, "beside the link lies nothing");
    assert_eq!(shelf.outline(&link).unwrap().school.name.as_str(), "Escuela Los Coigües");
    let direct = open_at(&Shelf::on_disk(dir.path()), &dir.path().join(NAME), now());
    assert_eq!(direct.story.recovered, 1);
    direct.keeper.unwrap().close(now()).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link is still one");
    assert_eq!(open_at(&shelf, &link, now()).notebook.school.name.as_str(), "Escuela Los Coigües");
}

/// Moments that no meeting happens at.
fn odd_clocks() -> [DateTime<Utc>; 4] {
    ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2020-09-13T12:26:40Z", "1969-12-31T23:59:59Z"]
        .map(|text| text.parse().unwrap())
}

#[test]
fn a_clock_of_another_century_costs_nothing_that_was_kept() {
    let closed = &scenes()[1];
    let (fs, shelf) = closed.whole();
    let backups = || fs.files().iter().filter(|path| path.to_string_lossy().contains("/backups/")).count();
    for month in 0..20 {
        let mut keeper = open_at(&shelf, Path::new(FILE), after(month * 60 * 24 * 7)).keeper.unwrap();
        commit(&mut keeper, 100 + u32::try_from(month).unwrap(), after(month * 60 * 24 * 7));
        keeper.close(after(month * 60 * 24 * 7)).unwrap();
    }
    let before = backups();
    for (number, clock) in odd_clocks().into_iter().cycle().take(12).enumerate() {
        let opened = open_at(&shelf, Path::new(FILE), clock);
        assert_eq!(opened.story.clashes, []);
        let mut keeper = opened.keeper.unwrap();
        keeper.prepare(clock).unwrap();
        let students = 200 + u32::try_from(number).unwrap() * 3;
        commit(&mut keeper, students, clock);
        keeper.checkpoint(clock).unwrap();
        commit(&mut keeper, students + 1, clock);
        keeper.checkpoint(clock).unwrap();
        commit(&mut keeper, students + 2, clock);
        drop(keeper);
        let again = open_at(&shelf, Path::new(FILE), clock);
        assert_eq!((capacity_of(&again), again.story.recovered), (u16::try_from(students + 2).ok(), 1));
        again.keeper.unwrap().close(clock).unwrap();
    }
    assert!(backups() >= before, "{} of {before} backups", backups());
}

#[test]
fn an_import_of_a_whole_district_is_one_change_and_is_there_after_a_kill() {
    let (_dir, shelf) = on_disk();
    let path = shelf.paths().unwrap().remove(0);
    let mut killed = open_at(&shelf, &path, now()).keeper.unwrap();
    killed.prepare(now()).unwrap();
    let one = killed.notebook().students.iter().next().unwrap().clone();
    let changes = (0..5_000_u32).map(|number| {
        let mut student = one.clone();
        student.id = serde_json::from_str(&format!("\"0190aaaa-0000-7000-8000-{number:012x}\"")).unwrap();
        Change::add(student)
    });
    let import = Edit { deed: Deed::Import, changes: changes.collect() };
    killed.commit(Act::Do, import, now()).unwrap();
    commit(&mut killed, 7, now());
    drop(killed);
    let again = open_at(&shelf, &path, now());
    assert_eq!((again.notebook.students.len(), capacity_of(&again)), (5_034, Some(7)));
    let nest = nest(path.parent().unwrap());
    let journals = fs::read_dir(nest)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("s-"));
    assert_eq!(journals.count(), 2, "a journal that is long is followed by another");
    again.keeper.unwrap().close(now()).unwrap();
    assert_eq!(open_at(&shelf, &path, now()).notebook.students.len(), 5_034);
}

#[test]
fn what_could_not_be_read_in_the_journal_again_is_refused_before_it_is_called_saved() {
    let (_, shelf) = scenes()[1].whole();
    let mut keeper = open_at(&shelf, Path::new(FILE), now()).keeper.unwrap();
    for (depth, is_kept) in [(100, true), (115, true), (119, true), (120, false), (200, false)] {
        let mut school = keeper.notebook().school.clone();
        let deep = (0..depth).fold(serde_json::json!(1), |inner, _| serde_json::json!([inner]));
        school.extra.insert("z".to_owned(), deep);
        let edit = Edit::one(Deed::ChangeAction, Change::replace(keeper.notebook().school.clone(), school));
        let before = keeper.notebook().clone();
        match keeper.commit(Act::Do, edit, now()) {
            Ok(()) => assert!(is_kept, "{depth}"),
            Err(error) => {
                assert!(!is_kept && matches!(error, SaveError::Unwritable { .. }), "{depth}: {error:?}");
                assert_eq!(keeper.notebook(), &before);
            }
        }
    }
    let kept = keeper.notebook().clone();
    drop(keeper);
    assert_eq!(open_at(&shelf, Path::new(FILE), now()).notebook, kept);
}

#[test]
fn what_was_kept_after_a_rebuilding_is_there_when_it_has_to_be_done_again() {
    let unknown = &scenes()[0];
    let damaged = zeroed(&unknown.file, 20_000, 512).bytes;
    let (fs, shelf) = unknown.with_file(&damaged);
    let rebuild = || match shelf.open(Path::new(FILE), &author(), Leave::Rebuild(Sha::of(&damaged)), now()).unwrap() {
        Opening::Ready(ready) => *ready,
        Opening::Outside(_) => panic!(),
    };
    let mut killed = rebuild().keeper.unwrap();
    commit(&mut killed, 9, now());
    drop(killed);
    assert_eq!(fs.get(FILE).unwrap(), damaged, "the file did not follow yet");
    let again = rebuild();
    assert_eq!((capacity_of(&again), again.story.recovered), (Some(9), 1));
    again.keeper.unwrap().close(now()).unwrap();
    assert_eq!(capacity_of(&open_at(&shelf, Path::new(FILE), now())), Some(9));
}

#[test]
fn a_journal_of_a_newer_program_is_no_reason_to_ask_what_changed() {
    let scene: &Scene = &scenes()[2];
    assert_eq!(scene.situation, Situation::Ahead);
    let theirs = String::from_utf8(scene.file.clone()).unwrap().replacen("\"capacity\":42", "\"capacity\":43", 1);
    let (fs, shelf) = scene.with_file(theirs.as_bytes());
    let journal = fs.files().into_iter().rfind(|path| path.to_string_lossy().contains("/s-")).unwrap();
    let text = String::from_utf8(fs.get(&journal).unwrap()).unwrap();
    // The same records, of a program that knows another deed.
    let mut link = Link::default();
    let newer = text.lines().flat_map(|old| {
        let theirs = old.replace("\"change-action\"", "\"sing-together\"");
        let mut record: serde_json::Map<_, _> = serde_json::from_str(&theirs).unwrap();
        record.remove("h");
        let (written, next) = line(link, &record).unwrap();
        link = next;
        written
    });
    fs.put(&journal, &newer.collect::<Vec<_>>());
    let opened = open_at(&shelf, Path::new(FILE), after(120));
    assert_eq!((opened.keeper.unwrap_err(), opened.notebook.school.capacity), (ReadOnly::NewerJournal, Some(43)));
    assert_eq!(fs.get(FILE).unwrap(), theirs.as_bytes());
}

#[test]
fn where_there_are_no_locks_the_line_that_somebody_is_just_writing_is_left_alone() {
    let (disk, shelf) = scenes()[1].whole();
    disk.forbid(Ability::Lock);
    let mut other = open_at(&shelf, Path::new(FILE), after(120)).keeper.unwrap();
    commit(&mut other, 7, after(120));
    let journal = disk.files().into_iter().rfind(|path| path.to_string_lossy().contains("/s-")).unwrap();
    let whole = disk.get(&journal).unwrap();
    disk.open_file(&journal).unwrap().append(br#"{"h":"0123"#).unwrap();
    assert_eq!(capacity_of(&open_at(&shelf, Path::new(FILE), after(121))), Some(7));
    assert!(disk.get(&journal).unwrap().len() > whole.len());
}
