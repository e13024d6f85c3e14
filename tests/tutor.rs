//! The tutor, followed by somebody who has never seen the program: every key comes from what stands on the screen.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use support::{Person, today};
use tep_notebook::{
    app::{
        key::Chord,
        lang::Lang,
        tutor::{Lesson, Tutor},
    },
    demo,
    insight::gaps,
    notebook::cycle::{Fate, Step},
    text::tutor as words,
    ui::theme::Theme,
};

const USUAL: (u16, u16) = (80, 24);

/// Sits down with the tutor in front of its copy.
fn pupil(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = Person::with(lang, size, Theme::Colour, &[demo::tutor().unwrap()]);
    teach(&mut person);
    person.keys("<Enter>");
    person
}

fn teach(person: &mut Person) {
    person.app.tutor = Some(Box::new(Tutor::new(today())));
}

fn lesson(person: &Person) -> Lesson {
    person.app.tutor.as_ref().unwrap().lesson(&person.app)
}

/// The rows of the tutor above its rule, as one text.
fn said(person: &Person) -> String {
    let text = person.text();
    let lines: Vec<&str> = text.lines().take_while(|line| !line.starts_with('━')).collect();
    assert!(!lines.is_empty() && lines.len() <= 2, "the tutor has its rows:\n{text}");
    lines.join(" ")
}

/// What the tutor's sentences put between quotes, in their order.
fn quoted(said: &str) -> Vec<String> {
    let (mut all, mut rest) = (Vec::new(), said);
    while let Some((_, after)) = rest.split_once(['«', '“']) {
        let (inner, after) = after.split_once(['»', '”']).unwrap_or_else(|| panic!("a quote has no end: {said}"));
        all.push(inner.to_owned());
        rest = after;
    }
    all
}

/// Does exactly what the tutor says now; gives how many keys it took.
fn obey(person: &mut Person) -> usize {
    let said = said(person);
    let all = quoted(&said);
    assert!(!all.is_empty(), "no key is named: {said}");
    let mut keys = 0;
    for one in all {
        if Chord::parse(&one).is_some() {
            person.keys(&if one.chars().count() > 1 || one == "<" { format!("<{}>", spelled(&one)) } else { one });
            keys += 1;
        } else {
            keys += one.chars().count();
            person.keys(&one);
        }
    }
    // Ids sort by time, and the clock of a test stands still.
    person.wait(1);
    keys
}

fn spelled(name: &str) -> &str {
    match name {
        "<" => "lt",
        "↓" => "Down",
        "↑" => "Up",
        name => name,
    }
}

/// Follows the tutor until a lesson is due; gives the lessons on the way and the keys.
fn follow(person: &mut Person, until: Lesson) -> (Vec<Lesson>, usize) {
    let (mut on_the_way, mut keys) = (vec![lesson(person)], 0);
    for _ in 0..150 {
        if lesson(person) == until && person.app.overlays.is_empty() {
            return (on_the_way, keys);
        }
        let now = lesson(person);
        person.sees(words::title(now).of(person.app.look.lang)).sees(&format!("/{}", Lesson::COUNT));
        keys += obey(person);
        if on_the_way.last() != Some(&lesson(person)) {
            on_the_way.push(lesson(person));
        }
    }
    panic!("the tutor leads nowhere:\n{}", person.text());
}

#[test]
fn whoever_does_only_what_the_tutor_says_has_run_a_whole_cycle() {
    for lang in Lang::ALL {
        let mut person = pupil(lang, USUAL);
        let (lessons, keys) = follow(&mut person, Lesson::End);
        // Taking back the contact asks for it once more.
        let firsts: Vec<Lesson> = Lesson::ALL.into_iter().filter(|lesson| lessons.contains(lesson)).collect();
        assert_eq!(firsts, Lesson::ALL, "{lessons:?}");
        assert!(keys < 800, "{keys} keys are more than ten minutes");
        let saved = person.saved();
        let cycle = saved.cycles.iter().find(|cycle| cycle.number == 3).unwrap();
        assert_eq!(cycle.closing.as_ref().map(|closing| closing.fate), Some(Fate::Maintained), "{}", lang.code());
        for step in Step::ALL {
            assert_eq!(gaps::of_step(&saved, cycle, step), [], "{step:?}");
        }
        assert_eq!(cycle.predictions.len(), 2);
        assert_eq!(saved.open_cycle().unwrap().number, 4);
        let quit = quoted(&said(&person)).remove(0);
        person.keys(&quit);
        assert!(person.app.is_done(), "the last sentence leads out");
    }
}
