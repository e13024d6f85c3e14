//! What a learner would lose: the place in the lessons, whatever was done in which order.

use std::sync::Arc;

use chrono::DateTime;

use super::*;
use crate::{
    app::{
        Now,
        command::Command,
        effect::{Msg, Opened},
        lang::Lang,
        look::Look,
        overlay::Vocabulary,
    },
    demo,
    notebook::{
        cycle::{Closing, Criterion, Step},
        edit::{Change, Deed, Edit},
        id::Ids,
        safe_text::SafeText,
        steps::Making,
    },
    store::Story,
};

fn now() -> Now {
    Now { today: demo::tutor_day(), at: DateTime::from_timestamp(1_800_000_000, 0).unwrap() }
}

/// A learner before the copy, as far as these changes have brought it.
fn at(change: impl FnOnce(&mut Cycle)) -> App {
    let book = demo::tutor().unwrap();
    let making = &mut Making { today: now().today, now: now().at, ids: &mut Ids::Seeded(1) };
    let opened = book.open_next_cycle(SafeText::line("Que nadie falte"), making).unwrap();
    let mut book = book;
    book.apply(&opened).unwrap();
    let written = book.change_cycle(Deed::NameCycle, change).unwrap();
    book.apply(&written).unwrap();
    learner(book)
}

fn learner(book: Notebook) -> App {
    let mut app = App::new(Look::new(Lang::Es, false), now(), Ids::Seeded(2), Vocabulary::default());
    app.tutor = Some(Box::new(Tutor::new(now().today)));
    let opened = Opened { notebook: Arc::new(book), read_only: None, story: Story::default() };
    app.update(Msg::Opened(Ok(Box::new(opened))), now());
    app
}

fn lesson(app: &App) -> Lesson {
    app.tutor.as_ref().unwrap().lesson(app)
}

fn hint(app: &App) -> Hint {
    app.tutor.as_ref().unwrap().hint(app)
}

#[test]
fn the_lessons_follow_the_steps_of_the_cycle() {
    let steps: Vec<Step> = Lesson::ALL.into_iter().filter_map(Lesson::step).collect();
    assert!(steps.is_sorted(), "{steps:?}");
    let numbers: Vec<usize> = Lesson::ALL.into_iter().map(Lesson::number).collect();
    assert_eq!(numbers, (1..=Lesson::COUNT + 1).collect::<Vec<_>>());
}

#[test]
fn a_fresh_copy_begins_with_the_screen_and_asks_for_a_cycle_next() {
    let mut app = learner(demo::tutor().unwrap());
    assert_eq!((lesson(&app), hint(&app)), (Lesson::Screen, Hint::Do(Lesson::Screen)));
    app.ask(Command::NextPane);
    app.show_tutor();
    assert_eq!(lesson(&app), Lesson::OpenCycle);
    assert_eq!(app.tutor.as_ref().unwrap().won(), Some(Won::Done(Lesson::Screen)));
    app.ask(Command::SkipLesson);
    assert_eq!(lesson(&app), Lesson::OpenCycle, "without a cycle nothing can follow");
}

#[test]
fn another_day_goes_on_where_the_copy_stands() {
    let mut app = at(|cycle| cycle.observation = SafeText::note("baja"));
    assert_eq!(lesson(&app), Lesson::Predict, "what was not done is asked for, although a later thing is there");
    assert_eq!(app.tutor.as_ref().unwrap().won(), Some(Won::Back));
    app.ask(Command::SkipLesson);
    assert_eq!(lesson(&app), Lesson::Challenge);
    assert_eq!(hint(&app), Hint::Step(Step::Challenge), "the challenge is not written in step 1");
}

#[test]
fn what_was_only_looked_at_counts_as_seen_when_what_follows_is_there() {
    let book = demo::tutor().unwrap();
    let student = book.students.iter().next().unwrap().id;
    let mut app = at(|cycle| {
        cycle.step = Step::Data;
        cycle.focus = vec![student];
    });
    for _ in 0..5 {
        app.ask(Command::SkipLesson);
    }
    assert_eq!(lesson(&app), Lesson::Contact, "list, card and reason were seen by who has chosen a focus");
}

#[test]
fn a_half_written_challenge_is_not_a_challenge() {
    let mut app = at(|cycle| {
        cycle.step = Step::Challenge;
        cycle.challenge.text = SafeText::note("los lunes");
        cycle.challenge.urgent = Criterion::Yes;
    });
    app.ask(Command::SkipLesson);
    app.ask(Command::SkipLesson);
    assert_eq!(hint(&app), Hint::Again(Lesson::Challenge));
}

#[test]
fn a_skipped_action_takes_with_it_what_would_be_done_with_it() {
    let mut app = at(|cycle| cycle.step = Step::Implementation);
    while lesson(&app) < Lesson::Plan {
        app.ask(Command::SkipLesson);
    }
    app.ask(Command::SkipLesson);
    app.show_tutor();
    assert_eq!(lesson(&app), Lesson::Learn);
    assert_eq!(app.tutor.as_ref().unwrap().won(), None, "nothing was done, and nothing is praised");
}

#[test]
fn a_cycle_that_was_closed_early_is_the_end_all_the_same() {
    let mut app = at(|_| {});
    let book = app.open.as_ref().unwrap().notebook();
    let mut closed = book.open_cycle().unwrap().clone();
    let before = closed.clone();
    let last = book.cycles.iter().find_map(|cycle| cycle.closing.clone());
    closed.closing = last.map(|closing| Closing { on: now().today, ..closing });
    let edit = Edit::one(Deed::CloseCycle, Change::replace(before, closed));
    app.commit(edit).unwrap();
    app.show_tutor();
    assert_eq!((lesson(&app), hint(&app)), (Lesson::End, Hint::Do(Lesson::End)));
}

#[test]
fn what_was_taken_back_can_be_made_again_before_the_lesson_goes_on() {
    let mut app = at(|_| {});
    app.ask(Command::GoToStep(Step::Data));
    app.ask(Command::Undo);
    app.show_tutor();
    assert_eq!(hint(&app), Hint::TakenBack);
    app.ask(Command::Redo);
    app.show_tutor();
    assert_ne!(hint(&app), Hint::TakenBack);
}

#[test]
fn nothing_real_comes_into_the_copy() {
    let mut app = at(|_| {});
    assert!(!app.can(Command::Import));
    app.tutor = None;
    assert!(app.can(Command::Import) && !app.can(Command::SkipLesson));
}
