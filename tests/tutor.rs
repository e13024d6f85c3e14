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
    assert!(!all.is_empty(), "no key is named: {said}\n{}", person.text());
    let mut keys = 0;
    for one in all {
        let key = pressed(&one);
        keys += if key.is_some() { 1 } else { one.chars().count() };
        person.keys(&key.unwrap_or(one));
    }
    // Ids sort by time, and the clock of a test stands still.
    person.wait(1);
    keys
}

/// The key that the tutor calls so, as tests type it; none for words that are to be typed.
fn pressed(one: &str) -> Option<String> {
    let name = match one {
        "flecha abajo" | "down arrow" => "Down",
        "barra espaciadora" | "space bar" => " ",
        "<" => "lt",
        one => Chord::parse(one).map(|_| one)?,
    };
    Some(if name.chars().count() > 1 { format!("<{name}>") } else { name.to_owned() })
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

#[test]
fn wrong_keys_undo_and_another_day_lose_nothing() {
    let mut person = pupil(Lang::Es, USUAL);
    follow(&mut person, Lesson::Theory);
    // Looking around: another step, the help, every command, a search, a form that is not the lesson's.
    for (keys, way_back) in [
        ("3", "«2» lleva al paso 2"),
        ("4", "«2» lleva al paso 2"),
        ("2?", "«Esc» vuelve"),
        ("<Esc>:", "«Esc» vuelve"),
        ("<Esc><Tab>/6b", "«Esc» vuelve"),
        ("<Esc><Enter>", "«t» escribe la teoría"),
        ("<Esc>lalgo", "«Esc» vuelve"),
        ("<Esc>", "Responde que sí en el cuadro"),
        ("s", "«t» escribe la teoría"),
        ("i", "«t» escribe la teoría"),
        ("xzz<Ctrl-R>", "«t» escribe la teoría"),
        ("u", "«U» (mayúscula) lo rehace"),
        ("U", "«t» escribe la teoría"),
        ("t<F2>", "«t» escribe la teoría"),
    ] {
        person.keys(keys).sees(way_back);
    }
    person.keys("tllamamos<F2>").sees("Algo quedó vacío: lo que falta").sees("«t» escribe la teoría");
    person.keys("t").sees("Aquí no falta nada: «Tab» sigue").keys("<Esc>");
    // Back to the shelf, in again, and another day.
    person.keys("<Esc>").sees("La copia de práctica está en este estante").sees("«Enter» la abre");
    person.keys("<Enter>").sees("Tutor 6/18");
    let mut person = person.again();
    teach(&mut person);
    person.keys("<Enter>").sees("Sigues donde quedaste").sees("Tutor 6/18");
    follow(&mut person, Lesson::End);
    assert_eq!(person.saved().open_cycle().unwrap().number, 4);
    let mut person = person.again();
    teach(&mut person);
    person.keys("<Enter>").sees("tep tutor --again empieza con otra copia");
}

#[test]
fn a_lesson_is_left_out_and_the_tutor_hidden_also_while_something_is_typed() {
    let mut person = pupil(Lang::Es, USUAL);
    person.keys("<F4>").sees("Tutor 2/18").keys("<F4>").sees("no se salta").sees("Tutor 2/18");
    person.keys("oMeta<F3>").sees_not("Tutor 2/18").sees("F3 lo trae de vuelta").sees("Meta");
    person.keys(" común<F3>").sees("Tutor 2/18").sees("Meta común").keys("<F2><Esc>");
    person.sees("Tutor 3/18").keys("<F4>").sees("Tutor 4/18").sees_not("✓ Predicho");
    person.keys("I<F4>").sees("Tutor 5/18").sees("«Esc» vuelve");
    person.keys("<Esc><F4><F4><F4><F4><F4><F4><F4><F4><F4><F4>");
    // Without an action there is none to be done or to be decided about.
    assert_eq!(lesson(&person), Lesson::Learn);
    person.keys("<F4><F4>").sees("«q» sale");
}

#[test]
fn nothing_real_can_be_taken_into_the_copy() {
    let mut person = pupil(Lang::Es, USUAL);
    person.keys("i").sees("En la copia del tutor no se importa").sees_not("Elegir un archivo");
    person.keys("<Esc>i").sees("En la copia del tutor no se importa");
}

#[test]
fn without_a_tutor_its_keys_do_nothing() {
    let mut person = Person::at_school(Lang::Es);
    let before = person.picture();
    assert_eq!(person.keys("<F3><F4>").picture(), before);
}

/// Places on the way, with what the screen shows there.
fn places(person: &mut Person) -> Vec<(&'static str, String)> {
    let mut pictures = vec![("screen", person.picture())];
    follow(person, Lesson::Challenge);
    pictures.push(("step", person.picture()));
    obey(person);
    obey(person);
    obey(person);
    pictures.push(("form", person.picture()));
    follow(person, Lesson::Reason);
    person.keys("<Enter>");
    pictures.push(("reason", person.picture()));
    follow(person, Lesson::End);
    pictures.push(("end", person.picture()));
    pictures
}

#[test]
fn the_tutor_at_all_sizes_and_in_both_languages() {
    for (suffix, lang, size) in [
        ("es", Lang::Es, USUAL),
        ("en", Lang::En, USUAL),
        ("narrow", Lang::Es, (60, 16)),
        ("narrow_en", Lang::En, (60, 16)),
        ("wide", Lang::Es, (120, 40)),
    ] {
        for (name, picture) in places(&mut pupil(lang, size)) {
            insta::assert_snapshot!(format!("tutor_{name}_{suffix}"), picture);
        }
    }
}

#[test]
fn a_small_window_keeps_the_key_and_no_window_breaks_it() {
    let mut person = pupil(Lang::Es, USUAL);
    person.resize(50, 12).sees("«Tab»").sees_not("Tutor 1/18");
    person.resize(40, 11).sees("«Tab»").resize(40, 10).sees_not("«Tab»");
    for (columns, rows) in [(1, 1), (3, 2), (39, 10), (40, 10), (40, 11), (41, 15), (60, 16), (200, 60), (300, 1)] {
        for keys in ["", "o", "<Esc>?", "<Esc>"] {
            person.keys(keys).resize(columns, rows);
        }
    }
    person.resize(80, 24).sees("Tutor 1/18");
}

#[test]
fn a_terminal_without_colour_and_with_ascii_only_gets_all_of_it() {
    let mut person = Person::with(Lang::Es, USUAL, Theme::Plain, &[demo::tutor().unwrap()]);
    teach(&mut person);
    person.keys("<Enter>");
    for cell in &person.screen.buffer().content {
        assert!(cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset);
    }
    let output = person.in_ascii().screen.output_mut().clone();
    assert!(output.is_ascii() && output.len() > 500, "{} bytes", output.len());
}
