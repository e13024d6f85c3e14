//! No window breaks the program: every screen from 1×1 to 300×100, in both languages and themes.

mod support;

use support::{Person, mishaps::MISHAPS};
use tep_notebook::{app::lang::Lang, ui::theme::Theme};

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
