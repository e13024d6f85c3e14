//! Every screen as plain text, for those who translate, review or teach without a terminal program:
//! `cargo run --example screens -- es` or `en`.
//!
//! Each screen is reached by typed keys in the real program, at 80 columns and 24 rows, from a small school of the
//! practice alliance. All people in it are invented.

#[path = "../tests/support/mod.rs"]
mod support;

use std::{
    env,
    io::{self, Write},
    process::ExitCode,
};

use support::{Person, mishaps::MISHAPS};
use tep_notebook::{app::lang::Lang, ui::theme::Theme};

/// The keys that lead from an open notebook to each of its screens.
const SCREENS: [&str; 29] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "3z",
    "3v",
    "3/6b",
    "3<Enter>",
    "3<Enter><Enter>",
    "3?",
    "3:",
    "3c",
    "4a",
    "4<Enter>",
    "5l",
    "1I",
    "2d",
    "2t",
    "3r",
    "n",
    "C",
    "C<F2>",
    "aX<Esc>",
    "4x",
    "3f",
    "1<PgDn><PgDn>",
    "1<End>",
    "1B",
];

fn main() -> ExitCode {
    let asked = env::args().nth(1).unwrap_or_else(|| Lang::Es.code().to_owned());
    let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == asked) else {
        let _ = writeln!(io::stderr(), "the language is es or en, not {asked}");
        return ExitCode::from(2);
    };
    match print(lang) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever pipes into `head` has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(3),
    }
}

fn print(lang: Lang) -> io::Result<()> {
    let mut out = io::stdout().lock();
    screen(&mut out, "shelf, empty", &Person::new(lang))?;
    screen(&mut out, "shelf", &Person::in_practice(lang))?;
    screen(&mut out, "shelf: n", Person::new(lang).keys("n"))?;
    for keys in SCREENS {
        screen(&mut out, &format!("notebook: {keys}"), Person::at_school(lang).keys(keys))?;
    }
    for (name, happens) in MISHAPS {
        screen(&mut out, &format!("mishap: {name}"), &happens((lang, (80, 24), Theme::Colour)))?;
    }
    Ok(())
}

fn screen(out: &mut impl Write, name: &str, person: &Person) -> io::Result<()> {
    writeln!(out, "=== {name}\n{}", person.text())
}
