//! Recorded edits on a notebook that may hold them already: nothing is lost, nothing is done twice, nothing of somebody
//! else is written over.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{
    edit::{Change, Deed, Edit, Swap},
    id::Ids,
    replay::{Replay, collapse},
    *,
};
use super::{
    any::{run, two_copies, whims},
    contact, in_a_cycle, school,
};

/// The notebook after each edit of a run, the start first.
fn positions(start: &Notebook, edits: &[Edit]) -> Vec<Notebook> {
    let mut book = start.clone();
    let mut all = vec![book.clone()];
    for edit in edits {
        book.apply(edit).unwrap();
        all.push(book.clone());
    }
    all
}

/// Whether each item that a run touches is as at its start or as at its end.
fn agrees(book: &Notebook, edits: &[Edit]) -> bool {
    let mut ends: BTreeMap<_, (&Change, &Change)> = BTreeMap::new();
    for change in edits.iter().flat_map(|edit| &edit.changes) {
        ends.entry(change.place()).and_modify(|(_, last)| *last = change).or_insert((change, change));
    }
    let would = |change: &Change| book.clone().apply(&Edit::one(Deed::Restore, change.clone())).is_ok();
    ends.values().all(|(first, last)| would(first) || would(&(*last).clone().inverse()))
}

proptest! {
    #[test]
    fn a_journal_read_twice_gives_the_work_once(whims in whims(0..30)) {
        let mut ids = Ids::Seeded(50);
        let start = school(&mut ids);
        let (edits, live) = run(&start, &mut ids, &whims);
        let mut book = start.clone();
        for edit in &edits {
            let replay = book.replay(edit);
            let idle = edit.changes.iter().filter(|change| change.is_idle()).count();
            prop_assert_eq!((replay.known, replay.clashes), (idle, Vec::new()));
        }
        prop_assert_eq!(&book, &live);
        if let Some(edit) = edits.last() {
            let again = book.replay(edit);
            prop_assert_eq!(again, Replay { known: edit.changes.len(), ..Replay::default() });
        }
        prop_assert_eq!(book.replay_run(&edits).clashes, Vec::new());
        prop_assert_eq!(&book, &live);
    }

    #[test]
    fn a_journal_is_replayed_onto_any_moment_of_its_own_work(whims in whims(0..25)) {
        let mut ids = Ids::Seeded(51);
        let start = school(&mut ids);
        let (edits, live) = run(&start, &mut ids, &whims);
        for mut book in positions(&start, &edits) {
            prop_assert_eq!(book.replay_run(&edits).clashes, Vec::new());
            prop_assert_eq!(&book, &live);
        }
    }

    #[test]
    fn a_collapsed_journal_is_replayed_onto_any_moment_at_which_its_items_are_old_or_new(
        past in whims(0..10), whims in whims(0..10),
    ) {
        let mut ids = Ids::Seeded(52);
        let start = run(&school(&mut ids), &mut ids, &past).1;
        let (edits, live) = run(&start, &mut ids, &whims);
        let whole = collapse(edits.iter().cloned());
        let agreeing: Vec<_> = positions(&start, &edits).into_iter().filter(|book| agrees(book, &edits)).collect();
        prop_assert!(agreeing.first() == Some(&start) && agreeing.last() == Some(&live));
        for mut book in agreeing {
            prop_assert_eq!(book.replay_changes(&whole).clashes, Vec::new());
            prop_assert_eq!(&book, &live);
        }
        let mut at_once = start.clone();
        prop_assert_eq!(at_once.apply(&Edit { deed: Deed::Restore, changes: whole }), Ok(()));
        prop_assert_eq!(&at_once, &live);
    }

    #[test]
    fn what_another_hand_wrote_is_never_replayed_over((one, other) in two_copies(), whims in whims(1..15)) {
        let mut ids = Ids::Seeded(53);
        let (edits, _) = run(&one, &mut ids, &whims);
        let mut book = other.clone();
        for change in edits.iter().flat_map(|edit| &edit.changes) {
            let before = book.clone();
            let fits = book.clone().apply(&Edit::one(Deed::Restore, change.clone())).is_ok();
            let known = book.clone().apply(&Edit::one(Deed::Restore, change.clone().inverse())).is_ok();
            let replay = book.replay_changes(std::slice::from_ref(change));
            prop_assert_eq!(replay.clashes.is_empty(), fits || known);
            if !fits {
                prop_assert_eq!(&book, &before);
            }
        }
        // What clashed over the whole run is what does not stand as the run left it, and only that.
        let mut book = other.clone();
        let clashes = book.replay_run(&edits).clashes;
        for change in &clashes {
            prop_assert!(book.clone().apply(&Edit::one(Deed::Restore, change.clone().inverse())).is_err());
        }
    }
}

#[test]
fn a_clash_is_given_back_whole_so_that_nothing_typed_is_lost() {
    let mut ids = Ids::Seeded(54);
    let start = in_a_cycle(&mut ids);
    let name = |book: &Notebook, name| book.change_cycle(Deed::NameCycle, |cycle| cycle.name = SafeText::line(name));
    let mine = name(&start, "Mío").unwrap();
    let mut live = start.clone();
    live.apply(&mine).unwrap();
    let again = name(&live, "Más mío").unwrap();
    let call = Edit::one(Deed::AddContact, Change::add(contact(&start, &mut ids)));
    let mut theirs = start.clone();
    theirs.apply(&name(&start, "Suyo").unwrap()).unwrap();

    let replay = theirs.replay_run(&[mine.clone(), call, again.clone()]);
    assert_eq!((replay.changed, replay.known), (1, 0));
    assert_eq!(replay.clashes, collapse([mine, again]));
    assert_eq!(theirs.open_cycle().unwrap().name.as_str(), "Suyo");
    assert_eq!(theirs.contacts.len(), 1, "what does not clash is there");
}

#[test]
fn a_contact_logged_and_taken_back_leaves_no_clash_and_no_contact() {
    let mut ids = Ids::Seeded(55);
    let start = in_a_cycle(&mut ids);
    let log = Edit::one(Deed::AddContact, Change::add(contact(&start, &mut ids)));
    let run = [log.clone(), log.clone().inverse()];
    assert_eq!(collapse(run.clone()), []);
    let mut halfway = start.clone();
    halfway.apply(&log).unwrap();
    assert_eq!(halfway.replay_run(&run).clashes, []);
    assert_eq!(halfway, start);
}

#[test]
fn a_damaged_line_that_speaks_of_two_items_or_of_none_touches_neither() {
    let mut ids = Ids::Seeded(56);
    let start = school(&mut ids);
    let students: Vec<&Student> = start.students.iter().collect();
    let of_two = Change::replace(students[0].clone(), Student { id: ids.next(super::moment()), ..students[0].clone() });
    let of_none = Change::Student(Swap { before: None, after: None });
    let no_school = Change::remove(start.school.clone());
    let no_margin = Change::add(start.margin());
    for change in [of_two, of_none, no_school, no_margin] {
        let edit = Edit::one(Deed::Restore, change.clone());
        let mut book = start.clone();
        assert!(book.apply(&edit).is_err());
        assert_eq!(book.replay(&edit).clashes, [change]);
        assert_eq!(book, start);
    }
}
