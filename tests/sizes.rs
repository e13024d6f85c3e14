//! No window breaks the program: every screen from 1×1 to 300×100, in both languages and themes.

mod support;

use support::{Person, mishaps::MISHAPS, small_school, today};
use tep_notebook::{
    app::{
        form::{Field as Input, Value},
        forms::{OpenForm, Task},
        lang::Lang,
        overlay::Overlay,
    },
    notebook::{Notebook, attention::AttentionKind, problem::Field},
    text::fields,
    ui::theme::Theme,
};

const WAYS: &[&str] = &[
    "1",
    "2",
    "3",
    "4",
    "5",
    "3z",
    "3v",
    "3/x",
    "3<Enter>",
    "3<Enter><Enter>",
    "?",
    ":",
    "3c",
    "4a",
    "5l",
    "2t",
    "3r",
    "C<F2>",
    "aX<Esc>",
    "4x",
    "<Esc>",
    "<Esc>n",
    "i",
    "<Esc>i",
];

const SIZES: &[(u16, u16)] = &[
    (1, 1),
    (2, 1),
    (1, 2),
    (3, 2),
    (5, 3),
    (8, 40),
    (10, 4),
    (20, 6),
    (39, 10),
    (40, 9),
    (40, 10),
    (41, 11),
    (59, 15),
    (60, 16),
    (79, 23),
    (80, 24),
    (109, 30),
    (110, 24),
    (120, 40),
    (200, 60),
    (300, 100),
    (300, 1),
    (1, 100),
];

#[test]
fn no_window_is_too_small_or_too_large() {
    for lang in Lang::ALL {
        for theme in [Theme::Colour, Theme::Plain] {
            for way in WAYS {
                let mut person = Person::at_school_in(lang, (80, 24), theme);
                in_every_size(person.keys(way), way);
            }
            for (name, happens) in MISHAPS {
                in_every_size(&mut happens((lang, (80, 24), theme)), name);
            }
        }
    }
}

fn in_every_size(person: &mut Person, name: &str) {
    for (columns, rows) in SIZES {
        person.resize(*columns, *rows);
        let area = person.screen.area();
        assert_eq!((area.width, area.height), (*columns, *rows));
        let cursor = person.screen.cursor();
        assert!(cursor.is_none_or(|at| area.contains(at)), "{name} at {columns}×{rows}: {cursor:?}");
    }
    person.resize(80, 24);
}

#[test]
fn a_decision_about_a_file_can_be_taken_in_the_smallest_window() {
    for lang in Lang::ALL {
        for (name, happens) in MISHAPS.iter().filter(|(name, _)| ["outside", "damaged"].contains(name)) {
            let mut person = happens((lang, (40, 10), Theme::Colour));
            let bar = person.text().lines().last().unwrap_or_default().to_owned();
            let keys: &[&str] = if *name == "outside" { &["a", "b"] } else { &["r", "Esc"] };
            for key in keys {
                assert!(bar.split_whitespace().any(|word| word == *key), "{name}: {key} is not in the bar «{bar}»");
            }
            person.resize(80, 24);
        }
    }
}

#[test]
fn a_window_too_small_to_work_in_says_so() {
    let mut person = Person::at_school_in(Lang::Es, (39, 9), Theme::Colour);
    person.sees("ventana pequeña");
    person.resize(40, 10);
    assert!(!person.text().contains("ventana pequeña"));
}

#[test]
fn a_large_paste_and_many_keys_end_in_one_text() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("5l").paste(&"lunes\n".repeat(100)).keys("<F2>");
    let saved = person.saved();
    let longest = saved.learnings.iter().map(|learning| learning.statement.as_str().lines().count()).max();
    assert_eq!(longest, Some(100));
}

/// Every form with a choice, in a notebook that has something of everything.
fn forms(notebook: &Notebook) -> Option<Vec<Task>> {
    let student = notebook.students.iter().next()?.id;
    let action = notebook.actions_of(notebook.open_cycle()?.id).next()?.id;
    Some(vec![
        Task::Challenge,
        Task::CloseCycle,
        Task::NameCycle,
        Task::Contact(student, None),
        Task::Work(student, None),
        Task::Action(None, None),
        Task::Action(None, Some(action)),
        Task::Decide(action),
        Task::Describe(action),
        Task::Learning(None),
        Task::HandOver(student),
        Task::Status(student),
        Task::Place(student, AttentionKind::Pinned),
        Task::Settings,
        Task::Calendar,
        Task::Baseline,
    ])
}

/// The choices of a form: which field, how many options.
fn choices(form: &OpenForm) -> Vec<(Field, usize)> {
    let choice = |field: &Input<_>| if let Input::Choice(choice) = field { Some(choice.count()) } else { None };
    form.sheet.fields().iter().filter_map(|field| Some((field.label, choice(&field.field)?))).collect()
}

#[test]
fn what_was_chosen_is_read_whole_in_every_choice_of_every_form() {
    let notebook = small_school();
    let mut fields_seen = 0;
    for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| [80, 60].map(|width| (lang, width))) {
        let mut person = Person::at_school_in(lang, (width, 50), Theme::Colour);
        let themes = person.app.themes().clone();
        for task in forms(&notebook).unwrap() {
            let open = || OpenForm::open(task, Some(&notebook), today(), &themes).unwrap();
            for (label, count) in choices(&open()) {
                fields_seen += 1;
                let options = fields::options(lang, label);
                for (at, words) in options.iter().enumerate().take(count) {
                    for focused in [true, false] {
                        let mut form = open();
                        for field in form.sheet.fields_mut().iter_mut().filter(|field| field.label == label) {
                            field.field.put(&Value::Choice(Some(at)));
                        }
                        form.sheet.focus_on(|field| (field.label == label) == focused);
                        person.app.overlays = vec![Overlay::Form(Box::new(form))];
                        person.resize(width, 50);
                        let shown = person.text();
                        let is_read = shown.lines().any(|line| line.contains(&format!(" {words}")));
                        let brackets = shown.lines().any(|line| line.contains(&format!("{words}]")));
                        assert!(
                            is_read && (!focused || brackets || shown.contains(&format!(" {words} "))),
                            "{task:?} {label:?} {width} columns: «{words}» is cut:\n{shown}"
                        );
                    }
                }
            }
        }
    }
    assert!(fields_seen > 40, "{fields_seen} choices");
    // The form of a hand-over that was sent already asks this, with as much room.
    for words in Lang::ALL.into_iter().flat_map(|lang| fields::options(lang, Field::Arrived)) {
        assert!(words.chars().count() <= 36, "«{words}» is cut in a narrow window");
    }
}
