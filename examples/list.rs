//! What a keystroke costs in the list of a large school: `cargo run --release --example list`.
//!
//! Types keys in the real program, with a disk in memory, in front of 2,000 invented students; each key is taken, decided and
//! drawn. Prints figures and asserts none: a processor is as fast as it is.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]
#![expect(clippy::unwrap_used, reason = "a program for people who build this one")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use support::Person;
use tep_notebook::{
    app::lang::Lang,
    demo,
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
    },
    ui::theme::Theme,
};

const STUDENTS: usize = 2_000;
const TIMES: usize = 60;

fn main() {
    let mut person = Person::with(Lang::Es, (80, 24), Theme::Colour, &[large()]);
    person.keys("<Enter>3");
    println!("{} students, wall time of a key, median and worst of {TIMES}", person.saved().students.len());
    for (what, before, keys, back, after) in [
        ("move a line", "", "j", "k", ""),
        ("a search, letter by letter", "/", "6b", "<Ctrl-U>", "<Esc>"),
        ("another order", "", "s", "", ""),
        ("a student in the focus: kept, and the list computed anew", "", "f", "", ""),
    ] {
        person.keys(before);
        let mut times: Vec<u128> = (0..TIMES)
            .map(|_| {
                let begun = Instant::now();
                person.keys(keys);
                let time = begun.elapsed().as_micros() / support::parse(keys).len() as u128;
                person.keys(back);
                time
            })
            .collect();
        times.sort_unstable();
        println!("{what}: {} µs, {} µs", times[TIMES / 2], times[TIMES - 1]);
        person.keys(after).sees("Estudiantes");
    }
}

/// The first school of the practice alliance with students of the others, until it has enough.
fn large() -> Notebook {
    let mut schools = demo::alliance();
    let mut book = schools.next().unwrap();
    for other in schools {
        for student in &other.students {
            if book.students.len() < STUDENTS {
                book.apply(&Edit::one(Deed::Import, Change::add(student.clone()))).unwrap();
            }
        }
    }
    book
}
