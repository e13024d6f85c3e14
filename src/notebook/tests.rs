//! Laws of edits, and what a team would lose if a rule of the notebook were wrong.

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;

use super::{
    action::{ActionKind, ActionState},
    contact::{ContactKind, ContactResult, ContactWith},
    cycle::{Driver, Fate, Step, Thresholds},
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Ids,
    learning::{Theme, Voice},
    problem::{Field, Kind, Problem},
    steps::{Making, Verdict},
    *,
};
use crate::rules::{course::Course, identity::Rbd};

mod any;
mod compared;
mod replayed;
mod written;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 6, 28).unwrap()
}

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_624_899_600, 0).unwrap()
}

fn making(ids: &mut Ids) -> Making<'_> {
    Making { today: today(), now: moment(), ids }
}

fn school(ids: &mut Ids) -> Notebook {
    let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
    let mut book = Notebook::new(ids.next(moment()), header);
    for course in ["7B-A", "8B-B", "1M-C"] {
        let student = Student::new(ids.next(moment()), Course::parse(course).unwrap());
        book.apply(&Edit::one(Deed::Import, Change::add(student))).unwrap();
    }
    book
}

fn in_a_cycle(ids: &mut Ids) -> Notebook {
    let mut book = school(ids);
    let edit = book.open_next_cycle(SafeText::line("Que nadie falte"), &mut making(ids)).unwrap();
    book.apply(&edit).unwrap();
    book
}

fn action(book: &Notebook, ids: &mut Ids, what: &str) -> Action {
    Action {
        what: SafeText::line(what),
        who: SafeText::line("Inspectoría"),
        start: None,
        due: Some(today()),
        kind: ActionKind::ContactBonding,
        students: book.students.iter().map(|student| student.id).take(1).collect(),
        ..Action::new(ids.next(moment()), book.open_cycle().unwrap().id, today())
    }
}

fn contact(book: &Notebook, ids: &mut Ids) -> Contact {
    Contact {
        id: ids.next(moment()),
        student: book.students.iter().next().unwrap().id,
        on: today(),
        kind: ContactKind::Call,
        with: ContactWith::Guardian,
        result: ContactResult::NoAnswer,
        by: SafeText::default(),
        note: SafeText::default(),
        restricted: false,
        next: None,
        extra: Extra::new(),
    }
}

fn verdict(fate: Option<Fate>, reason: &str) -> Verdict {
    let thresholds = Thresholds {
        scale: SafeText::line("mineduc"),
        grave_below: 85,
        critical_below: 50,
        limits: None,
        capacity: None,
        extra: Extra::new(),
    };
    Verdict { fate, reason: SafeText::note(reason), next_name: SafeText::default(), thresholds }
}

/// Something that a team does, chosen by a number; what cannot be done in this state is left out.
fn deed(book: &Notebook, ids: &mut Ids, choice: u8) -> Option<Edit> {
    let first = book.students.iter().next().map(|student| student.id);
    match choice % 9 {
        0 => book.open_next_cycle(SafeText::line("Otro"), &mut making(ids)).ok(),
        1 => book.go_to_step(Step::ALL[usize::from(choice) % 5]).ok(),
        2 => book.change_cycle(Deed::WriteChallenge, |cycle| cycle.challenge.text = SafeText::note("Volver")).ok(),
        3 => book.change_cycle(Deed::ChooseFocus, |cycle| cycle.focus.extend(first)).ok(),
        4 => book.open_cycle().map(|_| Edit::one(Deed::PlanAction, Change::add(action(book, ids, "Visitar")))),
        5 => Some(Edit::one(Deed::AddContact, Change::add(contact(book, ids)))),
        6 => book.close_cycle(&verdict(Some(Fate::Adjusted), "Sirvió a medias"), &mut making(ids)).ok(),
        7 => book.contacts.iter().next().map(|old| Edit::one(Deed::RemoveContact, Change::remove(old.clone()))),
        _ => book.open_cycle().map(|cycle| {
            let learning = Learning {
                id: ids.next(moment()),
                cycle: cycle.id,
                on: today(),
                statement: SafeText::note("Llamar en la tarde sirve"),
                quote: SafeText::default(),
                voice: Voice::SchoolTeam,
                theme: Theme::ClearMethodology,
                evidence: SafeText::default(),
                other_themes: Vec::new(),
                seen_in: None,
                effect: None,
                extra: Extra::new(),
            };
            Edit::one(Deed::RecordLearning, Change::add(learning))
        }),
    }
}

proptest! {
    #[test]
    fn whatever_a_team_does_can_be_taken_back_and_done_again(choices in prop::collection::vec(any::<u8>(), 0..40)) {
        let mut ids = Ids::Seeded(1);
        let mut book = school(&mut ids);
        let first = book.clone();
        let mut done = Vec::new();
        for choice in choices {
            if let Some(edit) = deed(&book, &mut ids, choice) {
                let before = book.clone();
                prop_assert_eq!(book.apply(&edit), Ok(()));
                let mut back = book.clone();
                prop_assert_eq!(back.apply(&edit.clone().inverse()), Ok(()));
                prop_assert_eq!(&back, &before);
                done.push(edit);
            }
        }
        let last = book.clone();
        for edit in done.iter().rev() {
            prop_assert_eq!(book.apply(&edit.clone().inverse()), Ok(()));
        }
        prop_assert_eq!(&book, &first);
        for edit in &done {
            prop_assert_eq!(book.apply(edit), Ok(()));
        }
        prop_assert_eq!(&book, &last);
    }

    #[test]
    fn an_edit_survives_being_written_down(choices in prop::collection::vec(any::<u8>(), 1..20)) {
        let mut ids = Ids::Seeded(2);
        let mut book = school(&mut ids);
        for choice in choices {
            if let Some(edit) = deed(&book, &mut ids, choice) {
                let written = serde_json::to_string(&edit).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Edit>(&written).unwrap(), &edit);
                book.apply(&edit).unwrap();
            }
        }
    }
}

#[test]
fn an_edit_with_one_bad_change_changes_nothing() {
    let mut ids = Ids::Seeded(3);
    let mut book = in_a_cycle(&mut ids);
    let before = book.clone();
    let good = action(&book, &mut ids, "Visitar");
    let nameless = action(&book, &mut ids, "  ");
    let edit = Edit { deed: Deed::PlanAction, changes: vec![Change::add(good), Change::add(nameless)] };
    assert_eq!(book.apply(&edit), Err(vec![Problem::Missing(Field::What)]));
    assert_eq!(book, before);
}

#[test]
fn what_somebody_else_changed_is_not_written_over() {
    let mut ids = Ids::Seeded(4);
    let mut book = in_a_cycle(&mut ids);
    let mine = book.change_cycle(Deed::NameCycle, |cycle| cycle.name = SafeText::line("Mío")).unwrap();
    let theirs = book.change_cycle(Deed::NameCycle, |cycle| cycle.name = SafeText::line("Suyo")).unwrap();
    book.apply(&theirs).unwrap();
    assert_eq!(book.apply(&mine), Err(vec![Problem::ChangedMeanwhile(Kind::Cycle)]));
    assert_eq!(book.open_cycle().unwrap().name.as_str(), "Suyo");
}

#[test]
fn a_student_with_a_record_cannot_vanish() {
    let mut ids = Ids::Seeded(5);
    let mut book = in_a_cycle(&mut ids);
    let contact = contact(&book, &mut ids);
    book.apply(&Edit::one(Deed::AddContact, Change::add(contact.clone()))).unwrap();
    let student = book.students.get(contact.student).unwrap().clone();
    let problems = book.apply(&Edit::one(Deed::Import, Change::remove(student))).unwrap_err();
    assert_eq!(problems, [Problem::StillUsed { kind: Kind::Student, by: Kind::Contact, count: 1 }]);
}

#[test]
fn of_students_taken_back_together_each_record_is_counted() {
    let mut ids = Ids::Seeded(11);
    let mut book = in_a_cycle(&mut ids);
    let students: Vec<Student> = book.students.iter().cloned().collect();
    let twice = vec![students[1].id, students[1].id, students[0].id];
    let focus = book.change_cycle(Deed::ChooseFocus, |cycle| cycle.focus.clone_from(&twice)).unwrap();
    book.apply(&focus).unwrap();
    let visit = Action { students: vec![students[1].id; 2], ..action(&book, &mut ids, "Visitar") };
    book.apply(&Edit::one(Deed::PlanAction, Change::add(visit))).unwrap();
    let before = book.clone();
    let all = Edit { deed: Deed::Import, changes: students.into_iter().map(Change::add).rev().collect() }.inverse();
    let used = |by| Problem::StillUsed { kind: Kind::Student, by, count: 1 };
    assert_eq!(book.apply(&all), Err(vec![used(Kind::Cycle), used(Kind::Action), used(Kind::Cycle)]));
    assert_eq!(book, before);
}

#[test]
fn references_lead_somewhere_and_days_are_in_order() {
    let mut ids = Ids::Seeded(6);
    let mut book = in_a_cycle(&mut ids);
    let mut lost = contact(&book, &mut ids);
    lost.student = ids.next(moment());
    assert_eq!(book.apply(&Edit::one(Deed::AddContact, Change::add(lost))), Err(vec![Problem::Unknown(Kind::Student)]));
    let mut backwards = contact(&book, &mut ids);
    backwards.next = today().pred_opt();
    assert_eq!(
        book.apply(&Edit::one(Deed::AddContact, Change::add(backwards))),
        Err(vec![Problem::Before { field: Field::Next, than: Field::On }])
    );
}

#[test]
fn a_cycle_closes_only_with_fate_and_reason() {
    let mut ids = Ids::Seeded(7);
    let book = in_a_cycle(&mut ids);
    let close = |fate, reason| book.close_cycle(&verdict(fate, reason), &mut making(&mut Ids::Seeded(8)));
    let missing = |field| Problem::Missing(field);
    assert_eq!(close(None, ""), Err(vec![missing(Field::Fate), missing(Field::Reason)]));
    assert_eq!(close(Some(Fate::Maintained), "  "), Err(vec![missing(Field::Reason)]));
    assert!(close(Some(Fate::Maintained), "Sirvió").is_ok());
}

#[test]
fn the_next_cycle_takes_over_focus_and_unfinished_actions_and_the_old_one_stays_as_it_was() {
    let mut ids = Ids::Seeded(9);
    let mut book = in_a_cycle(&mut ids);
    let focus: Vec<_> = book.students.iter().map(|student| student.id).collect();
    let chosen = book.change_cycle(Deed::ChooseFocus, |cycle| cycle.focus.clone_from(&focus)).unwrap();
    book.apply(&chosen).unwrap();
    let open = action(&book, &mut ids, "Visitar");
    let mut done = action(&book, &mut ids, "Llamar");
    done.state = ActionState::Done { on: today() };
    for action in [open.clone(), done] {
        book.apply(&Edit::one(Deed::PlanAction, Change::add(action))).unwrap();
    }
    let old = book.open_cycle().unwrap().id;
    let edit = book.close_cycle(&verdict(Some(Fate::Maintained), "Sirvió"), &mut making(&mut ids)).unwrap();
    book.apply(&edit).unwrap();
    let next = book.open_cycle().unwrap();
    assert_eq!((next.number, &next.focus), (2, &focus));
    let carried: Vec<_> = book.actions_of(next.id).collect();
    assert_eq!(carried.iter().map(|action| action.carried_from).collect::<Vec<_>>(), [Some(open.id)]);
    assert_eq!(book.actions_of(old).count(), 2, "the record of the closed cycle stays whole");
    assert_eq!(book.cycles.get(old).unwrap().closing.as_ref().unwrap().thresholds.grave_below, 85);
}

#[test]
fn the_driver_tree_goes_on_with_a_theory_and_ends_with_one() {
    let mut ids = Ids::Seeded(9);
    let aim = || Driver { level: 1, text: SafeText::line("Nadie falta los lunes"), extra: Extra::new() };
    for (fate, goes_on) in [(Fate::Maintained, true), (Fate::Adjusted, true), (Fate::Replaced, false)] {
        let mut book = in_a_cycle(&mut ids);
        let edit = book.change_cycle(Deed::WriteDrivers, |cycle| cycle.drivers = vec![aim()]).unwrap();
        book.apply(&edit).unwrap();
        let edit = book.close_cycle(&verdict(Some(fate), "Sirvió"), &mut making(&mut ids)).unwrap();
        book.apply(&edit).unwrap();
        assert_eq!(book.open_cycle().unwrap().drivers == [aim()], goes_on, "{fate:?}");
    }
}

#[test]
fn two_cycles_are_never_open_at_once() {
    let mut ids = Ids::Seeded(10);
    let book = in_a_cycle(&mut ids);
    let again = book.open_next_cycle(SafeText::default(), &mut making(&mut ids));
    assert_eq!(again, Err(Problem::CycleAlreadyOpen { number: 1 }));
}
