//! Everything that can happen to a notebook, as a person meets it: for tests that look at every screen.

#![allow(dead_code, reason = "every test file uses a part of it")]

use std::io::ErrorKind;

use tep_notebook::{
    app::{
        effect::{Msg, Opened},
        lang::Lang,
    },
    notebook::{
        Notebook,
        action::Action,
        contact::Contact,
        edit::{Change, Deed, Edit},
        learning::Learning,
        personal::Personal,
        safe_text::SafeText,
    },
    store::{Holder, ReadOnly, Story, fs::memory::Fault},
    term::Arrival,
    ui::theme::Theme,
};

use super::{Person, moment, small_school, today};

/// Where somebody sits.
pub type Seat = (Lang, (u16, u16), Theme);

/// A name, and how one gets there.
pub type Mishap = (&'static str, fn(Seat) -> Person);

/// Everything that can happen.
pub const MISHAPS: &[Mishap] = &[
    ("outside", |seat| outside(seat, "<Enter>")),
    ("outside_names", |seat| outside(seat, "<Enter>v")),
    ("outside_help", |seat| outside(seat, "<Enter>?")),
    ("outside_taken_over", |seat| outside(seat, "<Enter>a")),
    ("outside_while_open", outside_while_open),
    ("damaged", |seat| damaged(seat, "<Enter>")),
    ("rebuilt", |seat| damaged(seat, "<Enter>r")),
    ("beyond_repair", beyond_repair),
    ("story", |seat| opened(seat, None, story())),
    ("recovered", recovered),
    ("held", |seat| opened(seat, Some(held()), Story::default())),
    ("folder", |seat| opened(seat, Some(ReadOnly::Folder), Story::default())),
    ("unsaved", unsaved),
    ("low_room", low_room),
    ("leaving_slowly", |seat| leaving(seat, "q")),
    ("leave_now", |seat| leaving(seat, "qq")),
];

fn at_the_shelf((lang, size, theme): Seat) -> Person {
    Person::with(lang, size, theme, &[small_school()])
}

fn outside(seat: Seat, keys: &str) -> Person {
    let mut person = at_the_shelf(seat);
    person.edits_outside(change_everything).keys(keys);
    person
}

fn outside_while_open(seat: Seat) -> Person {
    let mut person = at_the_shelf(seat);
    person.keys("<Enter>").edits_outside(change_everything).arrives(vec![Arrival::Reply(Msg::Resumed)]);
    person
}

/// Something of every kind of change, to every kind of item.
pub fn change_everything(book: &mut Notebook) {
    let (student, contact) =
        (book.students.iter().next().unwrap().clone(), book.contacts.iter().next().unwrap().clone());
    let (action, learning) =
        (book.actions.iter().next().unwrap().clone(), book.learnings.iter().next().unwrap().clone());
    let cycle = book.open_cycle().unwrap().clone();
    let (mut school, mut renamed, mut new_student) = (book.school.clone(), student.clone(), student.clone());
    school.capacity = Some(12);
    renamed.given_names = Personal::line("Zenobia");
    renamed.grades.clear();
    new_student.id = tep_notebook::notebook::id::Ids::Seeded(7).next(moment());
    let mut theory = cycle.clone();
    theory.theory.sign = SafeText::line("menos ausencias");
    let done = Action { who: SafeText::line("Dupla"), due: None, ..action.clone() };
    let said =
        Learning { statement: SafeText::line("Llamar en la tarde sirve más que en la mañana"), ..learning.clone() };
    let changes = vec![
        Change::replace(book.school.clone(), school),
        Change::replace(student, renamed),
        Change::add(new_student),
        Change::replace(contact.clone(), Contact { on: today(), ..contact }),
        Change::replace(cycle, theory),
        Change::replace(action, done),
        Change::replace(learning, said),
        Change::remove(book.contacts.iter().last().unwrap().clone()),
    ];
    book.apply(&Edit { deed: Deed::AdoptOutside, changes }).unwrap();
}

/// A notebook with a line that cannot be read, and the number of that line.
pub fn damage(person: &Person) -> (Vec<u8>, usize) {
    let text = String::from_utf8(person.disk().get(person.file()).unwrap()).unwrap();
    let broken = text.replacen("\"statement\":\"", "\"statement\":\"\"", 1);
    assert_ne!(text, broken);
    person.disk().put(person.file(), broken.as_bytes());
    let line = text.lines().position(|line| line.contains("\"statement\":\"")).unwrap() + 1;
    (broken.into_bytes(), line)
}

fn damaged(seat: Seat, keys: &str) -> Person {
    let person = at_the_shelf(seat);
    damage(&person);
    let mut person = person.again();
    person.keys(keys);
    person
}

/// Nothing is left by which the notebook could be known.
fn beyond_repair(seat: Seat) -> Person {
    let person = at_the_shelf(seat);
    forget(&person);
    let mut person = person.again();
    person.keys("<Enter>r");
    person
}

/// Empties everything that is kept beside the one notebook, and leaves one letter of its file.
pub fn forget(person: &Person) {
    for file in person.disk().files().iter().filter(|file| file.starts_with("/estante/.tep")) {
        person.disk().put(file, b"");
    }
    person.disk().put(person.file(), b"\"");
}

fn opened(seat: Seat, read_only: Option<ReadOnly>, story: Story) -> Person {
    let mut person = at_the_shelf(seat);
    let notebook = std::sync::Arc::new(person.in_file());
    let opened = Opened { notebook, read_only, story };
    person.arrives(vec![Arrival::Reply(Msg::Opened(Ok(Box::new(opened))))]);
    person
}

fn story() -> Story {
    let school = small_school();
    let clash = |action: &Action| Change::remove(action.clone());
    Story {
        clashes: school.actions.iter().take(2).map(clash).collect(),
        was_old_copy: true,
        broken_journals: 1,
        clock_went_back: true,
        ..Story::default()
    }
}

/// Somebody else who writes the notebook.
pub fn held() -> ReadOnly {
    let (user, host) = (SafeText::line("asesora"), SafeText::line("equipo"));
    ReadOnly::Held(Holder { user, host, since: Some(moment()) })
}

fn recovered(seat: Seat) -> Person {
    let mut person = at_the_shelf(seat);
    person.keys("<Enter>3c<Tab><Right><Enter>lLlamar en la tarde");
    let mut person = person.again();
    person.keys("<Enter>");
    person
}

fn unsaved(seat: Seat) -> Person {
    let mut person = at_the_shelf(seat);
    person.keys("<Enter>").disk().set_fault(Some(Fault::From(0, ErrorKind::TimedOut)));
    person.keys("3");
    person
}

fn low_room(seat: Seat) -> Person {
    let mut person = at_the_shelf(seat);
    person.disk().set_fault(Some(Fault::Full(0)));
    person.keys("<Enter>");
    person
}

/// On the way out, before a disk that never answers.
fn leaving((lang, size, theme): Seat, keys: &str) -> Person {
    let mut person = Person::before_a_stuck_disk(lang);
    person.theme = theme;
    person.resize(size.0, size.1).keys(keys).wait(1);
    person
}
