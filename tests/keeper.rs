//! A notebook between two evenings: what was called saved is there, whatever happened to the process, the disk or the
//! file.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/keeping.rs"]
mod keeping;

use std::{io::ErrorKind, path::Path, sync::Arc};

use keeping::{after, author, capacity, keeper, now, outside, ready, ready_with};
use tep_notebook::{
    notebook::{Notebook, edit::Deed},
    store::{
        Failure, Fs, Keeper, Leave, OpenError, Opening, ReadOnly, SaveError, Saved, Shelf, Step,
        fs::memory::{Fault, MemoryFs},
        journal::Act,
        write_notebook,
    },
};

/// Everything in it is invented.
const GOLDEN: &str = include_str!("../tests/fixtures/invented.tep.json");
const FILE: &str = "/shelf/99001-escuela.tep.json";

/// A shelf with one notebook that this program wrote.
fn room() -> (Arc<MemoryFs>, Shelf) {
    let fs = Arc::new(MemoryFs::default());
    fs.put(FILE, GOLDEN.as_bytes());
    (fs.clone(), Shelf::new("/shelf", fs))
}

fn follows(notebook: &Notebook) -> Option<u32> {
    notebook.school.capacity.map(Into::into)
}

fn commit(keeper: &mut Keeper, students: u32) -> Result<(), SaveError> {
    let edit = capacity(keeper.notebook(), students);
    keeper.commit(Act::Do, edit, now())
}

/// The folder beside the notebooks, without the notebook's id.
fn beside(fs: &MemoryFs) -> Vec<String> {
    let names = fs.files().into_iter().filter_map(|path| {
        let rest = path.strip_prefix("/shelf/.tep").ok()?.to_str()?.to_owned();
        Some(rest.split_once('/').map_or(rest.clone(), |(_, name)| name.to_owned()))
    });
    names.collect()
}

#[test]
fn what_was_called_saved_is_there_after_the_process_was_killed() {
    let (fs, shelf) = room();
    let mut killed = keeper(&shelf, FILE);
    commit(&mut killed, 7).unwrap();
    commit(&mut killed, 8).unwrap();
    assert_eq!(fs.get(FILE).unwrap(), GOLDEN.as_bytes(), "the file follows later");
    drop(killed);
    let again = ready(&shelf, FILE);
    assert_eq!((follows(&again.notebook), again.story.recovered), (Some(8), 2));
    again.keeper.unwrap().close(now()).unwrap();
    let last = ready(&shelf, FILE);
    assert_eq!((follows(&last.notebook), last.story.recovered), (Some(8), 0));
    assert_eq!(fs.get(FILE).unwrap(), write_notebook(&last.notebook).unwrap());
}

#[test]
fn who_only_looks_sees_what_was_kept_and_writes_nothing() {
    let (fs, shelf) = room();
    let mut killed = keeper(&shelf, FILE);
    commit(&mut killed, 7).unwrap();
    drop(killed);
    fs.set_fault(None);
    assert_eq!(follows(&shelf.view(Path::new(FILE)).unwrap().notebook), Some(7));
    assert_eq!(shelf.outline(Path::new(FILE)).unwrap().school.capacity.map(u32::from), Some(7));
    assert!(fs.ops().iter().all(|op| !op.writes()));
}

#[test]
fn undo_and_redo_reach_back_over_the_evening() {
    let (_, shelf) = room();
    let mut first = keeper(&shelf, FILE);
    commit(&mut first, 7).unwrap();
    commit(&mut first, 8).unwrap();
    let undo = capacity(first.notebook(), 7);
    first.commit(Act::Undo, undo, now()).unwrap();
    first.close(now()).unwrap();
    drop(first);
    let again = ready(&shelf, FILE);
    let capacities = |edits: &[tep_notebook::notebook::edit::Edit]| {
        let after = |edit: &tep_notebook::notebook::edit::Edit| {
            let mut notebook = (*again.notebook).clone();
            notebook.replay(edit);
            follows(&notebook)
        };
        edits.iter().map(after).collect::<Vec<_>>()
    };
    assert_eq!((again.story.stacks.done.len(), capacities(&again.story.stacks.undone)), (1, vec![Some(8)]));
}

#[test]
fn two_people_never_write_at_once_and_the_second_knows_who_does() {
    let (_, shelf) = room();
    let first = keeper(&shelf, FILE);
    let second = ready(&shelf, FILE);
    match second.keeper.unwrap_err() {
        ReadOnly::Held(holder) => assert_eq!((holder.user.as_str(), holder.since), ("asesora", Some(now()))),
        other => panic!("{other:?}"),
    }
    drop(first);
    assert!(ready(&shelf, FILE).keeper.is_ok(), "the pen is free as soon as its holder is gone");
}

/// The same notebook after somebody edited its file by hand.
fn edited_by_hand(fs: &MemoryFs) {
    let text = String::from_utf8(fs.get(FILE).unwrap()).unwrap();
    assert!(text.contains("Llamar el lunes"));
    fs.put(FILE, text.replace("Llamar el lunes", "Llamar el martes").as_bytes());
}

/// A notebook with a history, closed in peace.
fn with_history(shelf: &Shelf) {
    let mut keeper = keeper(shelf, FILE);
    keeper.prepare(now()).unwrap();
    commit(&mut keeper, 7).unwrap();
    keeper.close(now()).unwrap();
}

fn statement(notebook: &Notebook) -> &str {
    notebook.learnings.iter().next().unwrap().statement.as_str()
}

#[test]
fn a_file_changed_by_hand_is_shown_item_by_item_and_taken_over_only_with_leave() {
    let (fs, shelf) = room();
    with_history(&shelf);
    edited_by_hand(&fs);
    let theirs = fs.get(FILE);
    let asked = outside(&shelf, FILE);
    assert_eq!(asked.changes.len(), 1);
    assert_eq!(statement(&asked.last_known), "Llamar el lunes");
    assert_eq!(fs.get(FILE), theirs, "nothing is written before somebody answers");
    let adopted = ready_with(&shelf, FILE, Leave::Adopt(asked.sha));
    assert_eq!((statement(&adopted.notebook), adopted.story.adopted), ("Llamar el martes", 1));
    assert_eq!(follows(&adopted.notebook), Some(7));
    let last = adopted.story.stacks.done.last().unwrap().clone();
    assert_eq!(last.deed, Deed::AdoptOutside);
    let mut keeper = adopted.keeper.unwrap();
    keeper.commit(Act::Undo, last.inverse(), now()).unwrap();
    assert_eq!(statement(keeper.notebook()), "Llamar el lunes", "taking over can be undone");
    keeper.close(now()).unwrap();
    drop(keeper);
    assert_eq!(statement(&ready(&shelf, FILE).notebook), "Llamar el lunes");
}

#[test]
fn what_was_kept_and_not_in_the_file_stands_on_top_of_what_somebody_wrote_there() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let mut killed = keeper(&shelf, FILE);
    commit(&mut killed, 9).unwrap();
    drop(killed);
    edited_by_hand(&fs);
    let asked = outside(&shelf, FILE);
    assert_eq!(asked.changes.len(), 1, "ours is not taken for theirs");
    let both = ready_with(&shelf, FILE, Leave::Adopt(asked.sha));
    assert_eq!((statement(&both.notebook), follows(&both.notebook)), ("Llamar el martes", Some(9)));
    both.keeper.unwrap().close(now()).unwrap();
    let again = ready(&shelf, FILE);
    assert_eq!((statement(&again.notebook), follows(&again.notebook)), ("Llamar el martes", Some(9)));
}

#[test]
fn leave_to_take_over_one_file_is_no_leave_for_another() {
    let (fs, shelf) = room();
    with_history(&shelf);
    edited_by_hand(&fs);
    let asked = outside(&shelf, FILE);
    let text = String::from_utf8(fs.get(FILE).unwrap()).unwrap();
    fs.put(FILE, text.replace("Llamar el martes", "Llamar el jueves").as_bytes());
    let opening = shelf.open(Path::new(FILE), &author(), Leave::Adopt(asked.sha), now()).unwrap();
    assert!(matches!(opening, Opening::Outside(_)));
}

#[test]
fn a_file_that_was_only_reformatted_is_opened_without_a_question() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let value: serde_json::Value = serde_json::from_slice(&fs.get(FILE).unwrap()).unwrap();
    fs.put(FILE, serde_json::to_string(&value).unwrap().as_bytes());
    let again = ready(&shelf, FILE);
    assert_eq!((follows(&again.notebook), again.story.adopted), (Some(7), 0));
}

#[test]
fn an_old_copy_that_a_cloud_folder_put_back_costs_nothing() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let old = fs.get(FILE).unwrap();
    let mut keeper = keeper(&shelf, FILE);
    commit(&mut keeper, 8).unwrap();
    keeper.checkpoint(now()).unwrap();
    commit(&mut keeper, 9).unwrap();
    keeper.close(now()).unwrap();
    drop(keeper);
    fs.put(FILE, &old);
    let again = ready(&shelf, FILE);
    assert_eq!((follows(&again.notebook), again.story.was_old_copy), (Some(9), true));
    again.keeper.unwrap().close(now()).unwrap();
    let last = ready(&shelf, FILE);
    assert_eq!((follows(&last.notebook), last.story.was_old_copy), (Some(9), false));
}

#[test]
fn a_damaged_file_is_rebuilt_from_what_was_kept_and_stays_beside() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let mut killed = keeper(&shelf, FILE);
    commit(&mut killed, 9).unwrap();
    drop(killed);
    let whole = fs.get(FILE).unwrap();
    let damaged = &whole[..whole.len() - 200];
    fs.put(FILE, damaged);
    assert!(shelf.open(Path::new(FILE), &author(), Leave::Ask, now()).is_err());
    assert_eq!(fs.get(FILE).unwrap(), damaged, "kept until somebody answers");
    let sha = tep_notebook::store::sha::Sha::of(damaged);
    let rebuilt = ready_with(&shelf, FILE, Leave::Rebuild(sha));
    let report = rebuilt.story.rebuilt.unwrap();
    assert_eq!(follows(&rebuilt.notebook), Some(9));
    assert_eq!((report.from_file, report.known), (0, 10));
    rebuilt.keeper.unwrap().close(now()).unwrap();
    assert_eq!(follows(&ready(&shelf, FILE).notebook), Some(9));
    assert_eq!(fs.get(&report.original).as_deref(), Some(damaged), "the original lies where the report says");
}

#[test]
fn whoever_asks_for_a_rescue_that_nothing_can_give_is_told_so() {
    let (fs, shelf) = room();
    fs.put(FILE, b"\0\0\0");
    let ask = |leave| shelf.open(Path::new(FILE), &author(), leave, now()).unwrap_err();
    let OpenError::Damaged { sha, .. } = ask(Leave::Ask) else { panic!("not damaged") };
    assert!(matches!(ask(Leave::Rebuild(sha)), OpenError::BeyondRepair { .. }));
    assert_eq!(fs.get(FILE).unwrap(), b"\0\0\0");
}

#[test]
fn who_writes_can_see_what_others_did_to_the_file_and_keeps_the_pen() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let mut writing = keeper(&shelf, FILE);
    commit(&mut writing, 9).unwrap();
    assert!(shelf.outside(Path::new(FILE)).unwrap().is_none());
    edited_by_hand(&fs);
    let (files, theirs) = (fs.files(), fs.get(FILE));
    let asked = shelf.outside(Path::new(FILE)).unwrap().unwrap();
    assert_eq!((asked.changes.len(), follows(&asked.last_known)), (1, Some(9)));
    assert_eq!((fs.files(), fs.get(FILE)), (files, theirs), "looking changes nothing");
    commit(&mut writing, 10).unwrap();
}

#[test]
fn a_disk_with_little_room_is_known_before_it_is_full() {
    let (fs, shelf) = room();
    let mut keeper = keeper(&shelf, FILE);
    assert_eq!(keeper.low_room(), None);
    fs.set_fault(Some(Fault::Full(0)));
    assert_eq!(keeper.low_room(), Some(0));
    fs.set_fault(None);
    keeper.close(now()).unwrap();
}

#[test]
fn a_damaged_file_that_nobody_knows_gives_what_can_be_read_of_it() {
    let (fs, shelf) = room();
    let damaged = GOLDEN.replacen("\"Ana\"", "\"Ana", 1);
    fs.put(FILE, damaged.as_bytes());
    let sha = tep_notebook::store::sha::Sha::of(damaged.as_bytes());
    let rebuilt = ready_with(&shelf, FILE, Leave::Rebuild(sha));
    let report = rebuilt.story.rebuilt.unwrap();
    let line = damaged
        .lines()
        .position(|line| line.contains("\"Ana,") || line.contains("\"Ana\"") || line.contains("Ana"))
        .unwrap();
    assert_eq!(report.lost_lines, [line + 1]);
    assert_eq!((report.known, rebuilt.notebook.students.len(), rebuilt.notebook.learnings.len()), (0, 1, 1));
    rebuilt.keeper.unwrap().close(now()).unwrap();
    assert_eq!(ready(&shelf, FILE).notebook.students.len(), 1);
}

#[test]
fn a_disk_that_refuses_is_said_and_nothing_is_lost_when_it_takes_again() {
    let (fs, shelf) = room();
    let mut keeper = keeper(&shelf, FILE);
    keeper.prepare(now()).unwrap();
    commit(&mut keeper, 7).unwrap();
    fs.set_fault(Some(Fault::From(0, ErrorKind::StorageFull)));
    assert!(commit(&mut keeper, 8).is_err());
    assert!(commit(&mut keeper, 9).is_err());
    assert!(keeper.is_waiting());
    fs.set_fault(None);
    keeper.flush(now()).unwrap();
    assert!(!keeper.is_waiting());
    drop(keeper);
    let again = ready(&shelf, FILE);
    assert_eq!((follows(&again.notebook), again.story.stacks.done.len()), (Some(9), 3));
}

#[test]
fn a_sync_that_failed_is_never_asked_again_and_the_change_goes_into_another_journal() {
    let (fs, shelf) = room();
    let mut keeper = keeper(&shelf, FILE);
    commit(&mut keeper, 7).unwrap();
    fs.set_fault(Some(Fault::At(1, ErrorKind::Other)));
    commit(&mut keeper, 8).unwrap();
    let journals = beside(&fs).into_iter().filter(|name| name.starts_with("s-")).count();
    assert_eq!(journals, 2);
    drop(keeper);
    let again = ready(&shelf, FILE);
    assert_eq!((follows(&again.notebook), again.story.stacks.done.len()), (Some(8), 2));
}

#[test]
fn a_checkpoint_leaves_the_file_of_somebody_else_where_it_is() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let mut keeper = keeper(&shelf, FILE);
    commit(&mut keeper, 8).unwrap();
    edited_by_hand(&fs);
    let theirs = fs.get(FILE);
    assert!(!keeper.is_unchanged_outside());
    assert_eq!(keeper.checkpoint(now()), Err(SaveError::ChangedOutside { path: FILE.into() }));
    assert_eq!(fs.get(FILE), theirs);
    keeper.lay_down(now());
    drop(keeper);
    assert_eq!(outside(&shelf, FILE).changes.len(), 1);
}

#[test]
fn a_file_that_vanished_is_written_again() {
    let (fs, shelf) = room();
    let mut keeper = keeper(&shelf, FILE);
    commit(&mut keeper, 7).unwrap();
    fs.remove(Path::new(FILE)).unwrap();
    assert_eq!(keeper.checkpoint(now()), Ok(Saved::WrittenAgain));
    drop(keeper);
    assert_eq!(follows(&ready(&shelf, FILE).notebook), Some(7));
}

#[test]
fn old_versions_are_kept_and_thinned_by_age() {
    let (fs, shelf) = room();
    let mut keeper = keeper(&shelf, FILE);
    for minute in 0..60 {
        let edit = capacity(keeper.notebook(), 100 + u32::try_from(minute).unwrap());
        keeper.commit(Act::Do, edit, after(minute)).unwrap();
        keeper.checkpoint(after(minute)).unwrap();
    }
    let backups = beside(&fs).into_iter().filter(|name| name.starts_with("backups/")).count();
    assert_eq!(backups, 6, "one at the first checkpoint, then one each ten minutes");
}

#[test]
fn leaving_what_was_not_changed_leaves_no_trace() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let before = (beside(&fs), fs.get(FILE));
    let mut looked = keeper(&shelf, FILE);
    looked.prepare(now()).unwrap();
    looked.close(now()).unwrap();
    assert_eq!((beside(&fs), fs.get(FILE)), before);
}

#[test]
fn what_was_being_typed_is_offered_until_it_is_kept_or_given_up() {
    let (fs, shelf) = room();
    let form = |text: &str| Some(serde_json::json!({ "text": text }));
    let mut killed = keeper(&shelf, FILE);
    killed.draft(form("Llam"), now()).unwrap();
    killed.draft(form("Llamar a"), now()).unwrap();
    drop(killed);
    let mut again = ready(&shelf, FILE);
    assert_eq!(again.story.draft.take().unwrap().form, form("Llamar a").unwrap());
    let mut second = again.keeper.unwrap();
    second.draft(form("Llamar a la"), after(1)).unwrap();
    drop(second);
    let mut third = ready(&shelf, FILE);
    assert_eq!(third.story.draft.take().unwrap().form, form("Llamar a la").unwrap());
    let mut third = third.keeper.unwrap();
    third.draft(None, after(2)).unwrap();
    third.close(after(2)).unwrap();
    drop(third);
    assert_eq!(ready(&shelf, FILE).story.draft, None);
    assert!(!beside(&fs).iter().any(|name| name.starts_with("d-")), "{:?}", beside(&fs));
}

#[test]
fn a_change_that_is_safe_is_not_offered_as_half_typed_and_one_that_is_not_safe_is() {
    let (fs, shelf) = room();
    let form = || Some(serde_json::json!({ "text": "Llamar" }));
    let mut keeper = keeper(&shelf, FILE);
    keeper.draft(form(), now()).unwrap();
    fs.set_fault(Some(Fault::From(0, ErrorKind::StorageFull)));
    assert!(commit(&mut keeper, 7).is_err());
    fs.set_fault(None);
    let left = fs.files().into_iter().filter(|path| path.to_string_lossy().contains("/d-"));
    let texts: Vec<_> = left.filter_map(|path| fs.get(path)).collect();
    assert!(String::from_utf8_lossy(&texts.concat()).contains("Llamar"), "the only copy of what was typed");
    keeper.flush(now()).unwrap();
    drop(keeper);
    assert_eq!(ready(&shelf, FILE).story.draft, None);
}

#[test]
fn what_was_done_and_taken_back_is_no_news_at_the_next_opening() {
    let (_, shelf) = room();
    with_history(&shelf);
    let mut keeper = keeper(&shelf, FILE);
    commit(&mut keeper, 8).unwrap();
    let undo = capacity(keeper.notebook(), 7);
    keeper.commit(Act::Undo, undo, now()).unwrap();
    keeper.close(now()).unwrap();
    drop(keeper);
    assert_eq!(ready(&shelf, FILE).story.recovered, 0);
}

#[test]
fn another_form_that_is_being_typed_outlives_a_change_that_becomes_safe_late() {
    let (fs, shelf) = room();
    let form = |text: &str| Some(serde_json::json!({ "text": text }));
    let mut keeper = keeper(&shelf, FILE);
    keeper.draft(form("first"), now()).unwrap();
    fs.set_fault(Some(Fault::From(0, ErrorKind::StorageFull)));
    assert!(commit(&mut keeper, 7).is_err());
    fs.set_fault(None);
    keeper.draft(form("second"), now()).unwrap();
    keeper.checkpoint(now()).unwrap();
    drop(keeper);
    let again = ready(&shelf, FILE);
    assert_eq!(again.story.draft.unwrap().form, form("second").unwrap());
}

#[test]
fn a_command_that_nobody_watches_leaves_what_was_being_typed() {
    let (_, shelf) = room();
    let mut killed = keeper(&shelf, FILE);
    killed.draft(Some(serde_json::json!({ "text": "Llamar" })), now()).unwrap();
    drop(killed);
    let mut import = shelf.pen(Path::new(FILE), &author(), now()).unwrap();
    commit(&mut import, 9).unwrap();
    import.close(now()).unwrap();
    drop(import);
    assert!(ready(&shelf, FILE).story.draft.is_some());
}

#[test]
fn a_copy_made_by_hand_beside_its_notebook_keeps_its_own_history() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let copy = "/shelf/99001-escuela - copia.tep.json";
    fs.put(copy, &fs.get(FILE).unwrap());
    let mut original = keeper(&shelf, FILE);
    commit(&mut original, 8).unwrap();
    original.close(now()).unwrap();
    drop(original);
    assert_eq!(follows(&ready(&shelf, copy).notebook), Some(7), "the copy is as it was copied");
    assert_eq!(follows(&ready(&shelf, FILE).notebook), Some(8));
}

#[test]
fn a_file_with_another_name_is_the_same_notebook() {
    let (fs, shelf) = room();
    with_history(&shelf);
    let mut killed = keeper(&shelf, FILE);
    commit(&mut killed, 8).unwrap();
    drop(killed);
    let renamed = "/shelf/99001-nuevo-nombre.tep.json";
    fs.rename(Path::new(FILE), Path::new(renamed)).unwrap();
    assert_eq!(follows(&ready(&shelf, renamed).notebook), Some(8));
}

#[test]
fn a_journal_that_cannot_be_read_stops_the_opening_before_something_is_lost() {
    let (fs, shelf) = room();
    let mut killed = keeper(&shelf, FILE);
    commit(&mut killed, 7).unwrap();
    drop(killed);
    let reads = fs.ops().len();
    let _ = reads;
    let journal = fs.files().into_iter().find(|path| path.to_string_lossy().contains("/s-")).unwrap();
    fs.set_fault(None);
    let number = {
        let _ = ready(&shelf, FILE);
        let ops = fs.ops();
        ops.iter().position(|op| *op == tep_notebook::store::fs::memory::Op::Read(journal.clone())).unwrap()
    };
    fs.set_fault(Some(Fault::At(number, ErrorKind::Other)));
    let refused = shelf.open(Path::new(FILE), &author(), Leave::Ask, now()).unwrap_err();
    let failure = Failure { path: journal, step: Step::Read, kind: ErrorKind::Other };
    assert_eq!(refused, tep_notebook::store::OpenError::Failed(failure));
}
