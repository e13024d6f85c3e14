//! What turns one copy of a notebook into another: all of it, or a restored backup is half a backup.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::{
    compare::{Unlike, changes},
    edit::{Change, Deed, Edit},
    id::Ids,
    problem::Problem,
    *,
};
use super::{
    action,
    any::{run, two_copies, whims},
    in_a_cycle, making, moment, school, today, verdict,
};
use crate::notebook::{action::ActionState, cycle::Fate};

/// Whether every item points at items that are there.
fn leads_somewhere(book: &Notebook) -> bool {
    let student = |id: &Id<Student>| book.students.contains(*id);
    let cycle = |id: Id<Cycle>| book.cycles.contains(id);
    book.contacts.iter().all(|contact| student(&contact.student))
        && book.cycles.iter().all(|cycle| cycle.focus.iter().all(student))
        && book.actions.iter().all(|action| cycle(action.cycle) && action.students.iter().all(student))
        && book.learnings.iter().all(|learning| cycle(learning.cycle))
        && book.meetings.iter().all(|meeting| {
            meeting.cycle.is_none_or(cycle) && meeting.present.iter().all(|member| book.members.contains(*member))
        })
}

proptest! {
    #[test]
    fn a_backup_put_back_is_the_whole_backup_and_can_be_taken_back((one, other) in two_copies()) {
        let changes = changes(&one, &other).unwrap();
        let places: BTreeSet<_> = changes.iter().map(Change::place).collect();
        prop_assert_eq!(places.len(), changes.len());
        let edit = Edit { deed: Deed::Restore, changes };
        let mut book = one.clone();
        prop_assert_eq!(book.apply(&edit), Ok(()));
        prop_assert_eq!(&book, &other);
        prop_assert_eq!(book.apply(&edit.inverse()), Ok(()));
        prop_assert_eq!(&book, &one);
    }

    #[test]
    fn on_the_way_to_another_copy_nothing_points_at_what_is_not_there(past in whims(0..25), future in whims(0..25)) {
        let mut ids = Ids::Seeded(40);
        let start = run(&school(&mut ids), &mut ids, &past).1;
        let live = run(&start, &mut ids, &future).1;
        for (from, to) in [(&start, &live), (&live, &start)] {
            prop_assert!(leads_somewhere(from));
            let mut book = from.clone();
            for change in changes(from, to).unwrap() {
                prop_assert_eq!(book.apply(&Edit::one(Deed::AdoptOutside, change)), Ok(()));
                prop_assert!(leads_somewhere(&book));
            }
            prop_assert_eq!(&book, to);
        }
    }

    #[test]
    fn equal_copies_differ_in_nothing((one, _) in two_copies()) {
        prop_assert_eq!(changes(&one, &one), Ok(Vec::new()));
    }
}

#[test]
fn the_notebook_of_another_school_or_format_is_not_taken_for_a_copy() {
    let book = school(&mut Ids::Seeded(41));
    let other_school = school(&mut Ids::Seeded(42));
    assert_eq!(changes(&book, &other_school), Err(Unlike::OtherNotebook));
    let newer = Notebook { version: VERSION + 1, ..book.clone() };
    assert_eq!(changes(&book, &newer), Err(Unlike::OtherFormat));
    let foreign = Notebook { format: "otro".to_owned(), ..book.clone() };
    assert_eq!(changes(&book, &foreign), Err(Unlike::OtherFormat));
}

#[test]
fn a_restored_backup_can_be_taken_back_where_a_closed_cycle_has_a_record() {
    let mut ids = Ids::Seeded(43);
    let mut book = in_a_cycle(&mut ids);
    let planned = action(&book, &mut ids, "Visitar");
    book.apply(&Edit::one(Deed::PlanAction, Change::add(planned.clone()))).unwrap();
    let backup = book.clone();
    let done = Action { state: ActionState::Done { on: today() }, ..planned.clone() };
    book.apply(&Edit::one(Deed::CompleteAction, Change::replace(planned, done))).unwrap();
    let close = book.close_cycle(&verdict(Some(Fate::Maintained), "Sirvió"), &mut making(&mut ids)).unwrap();
    book.apply(&close).unwrap();
    let closed = book.clone();

    let restore = Edit { deed: Deed::Restore, changes: changes(&closed, &backup).unwrap() };
    book.apply(&restore).unwrap();
    assert_eq!(book, backup);
    // As the deed of a team, the same would break the rule that a closed record stays.
    let as_a_team = Edit { deed: Deed::ChangeAction, ..restore.clone().inverse() };
    assert_eq!(book.clone().apply(&as_a_team), Err(vec![Problem::CycleClosed { number: 1 }]));
    book.apply(&restore.inverse()).unwrap();
    assert_eq!(book, closed);
}

#[test]
fn the_next_cycle_of_another_copy_opens_after_the_old_one_ends() {
    let mut ids = Ids::Seeded(44);
    let book = in_a_cycle(&mut ids);
    let mut other = book.clone();
    let close = other.close_cycle(&verdict(Some(Fate::Adjusted), "Sirvió"), &mut making(&mut ids)).unwrap();
    other.apply(&close).unwrap();
    let next = other.open_cycle().unwrap().clone();
    other.cycles.take(next.id);
    // Its id was made on a computer whose clock is behind.
    other.cycles.put(Cycle { id: ids.next(moment() - chrono::Duration::days(9)), ..next });
    let mut copy = book.clone();
    for change in changes(&book, &other).unwrap() {
        assert_eq!(copy.apply(&Edit::one(Deed::CloseCycle, change)), Ok(()));
    }
    assert_eq!(copy, other);
}
