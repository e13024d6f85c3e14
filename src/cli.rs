//! The commands: one file each, from arguments over a call of the library to text or `--json`.
//!
//! Owns language, folders and exit codes of a call, and the only two places that write to standard output and error for
//! people (a third one writes for the program itself, in a process that only it starts).
//! Never holds logic that a screen also needs, nor a sentence.

mod answer;
mod args;
mod backups;
mod compare;
mod completions;
mod contacts;
mod cycle;
mod demo;
mod doctor;
mod handover;
mod help;
mod import;
mod import_worker;
mod inspect;
mod json;
mod keys;
mod language;
mod list;
mod log;
mod misuse;
mod new;
mod open;
mod passphrase;
mod questions;
mod receive;
mod restore;
mod runchart;
mod schema;
mod screen;
mod setup;
mod show;
mod students;
mod table;
mod told;
mod trouble;
mod tutor;
mod validate;
mod words;
mod worksheet;

use std::{env, ffi::OsString, process::ExitCode};

use clap::{FromArgMatches, error::ErrorKind};

use crate::{
    app::lang::Lang,
    store::{fs::disk::DiskFs, places::Places, settings},
    text::cli::trouble as text,
};
use answer::{Answer, Exit};
use args::{Command, Given};
use setup::Setup;
use trouble::Trouble;

/// Runs the command that this process was started with.
pub fn main() -> ExitCode {
    let given: Vec<OsString> = env::args_os().collect();
    if let Some(done) = import_worker::run(&given) {
        return done;
    }
    let places = Places::find(|name| env::var_os(name), None);
    let (settings, note) = places.as_ref().map(|places| settings::load(&DiskFs, &places.state)).unwrap_or_default();
    let lang = language::find(&given, settings.language.as_deref(), |name| env::var_os(name));
    let answer = read(&given, lang).and_then(|given| {
        if let Some(note) = note {
            answer::say(&text::settings(lang, &note));
        }
        let setup = Setup::new(lang, places, settings, given.common);
        run(given.command, &setup).map_err(|trouble| refusal(&trouble, lang))
    });
    ExitCode::from(answer.unwrap_or_else(|refused| refused).give(lang) as u8)
}

/// Reads the arguments; an answer comes back where they ask for help or are wrong.
fn read(given: &[OsString], lang: Lang) -> Result<Given, Answer> {
    let mut command = words::command(lang);
    let matches = command.try_get_matches_from_mut(given);
    matches.and_then(|mut matches| Given::from_arg_matches_mut(&mut matches)).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer::done(error.render().to_string()),
        _ => {
            let said = vec![misuse::sentence(&error, &command, given, lang)];
            Answer { said, exit: Exit::Misuse, ..Answer::default() }
        }
    })
}

fn run(command: Option<Command>, setup: &Setup) -> Result<Answer, Trouble> {
    match command {
        None => open::last(setup),
        Some(Command::Open(args)) => open::school(setup, &args),
        Some(Command::New(args)) => new::run(setup, &args),
        Some(Command::List(args)) => list::run(setup, &args),
        Some(Command::Show(args)) => show::run(setup, &args),
        Some(Command::Students(args)) => students::run(setup, &args),
        Some(Command::Runchart(args)) => runchart::run(setup, &args),
        Some(Command::Contacts(args)) => contacts::run(setup, &args),
        Some(Command::Cycle(args)) => cycle::run(setup, &args),
        Some(Command::Compare(args)) => compare::run(setup, &args),
        Some(Command::Worksheet(args)) => worksheet::run(setup, &args),
        Some(Command::Questions) => questions::run(setup),
        Some(Command::Log(args)) => log::run(setup, &args),
        Some(Command::Backups(args)) => backups::run(setup, &args),
        Some(Command::Restore(args)) => restore::run(setup, &args),
        Some(Command::Doctor(args)) => doctor::run(setup, &args),
        Some(Command::HandOver(args)) => handover::run(setup, &args),
        Some(Command::Import(args)) if receive::is_meant(&args) => receive::run(setup, &args),
        Some(Command::Import(args)) => import::run(setup, &args),
        Some(Command::Inspect(args)) => Ok(inspect::run(setup.lang, &args)),
        Some(Command::Validate(args)) => Ok(validate::run(setup, &args)),
        Some(Command::Tutor(args)) => tutor::run(setup, &args),
        Some(Command::Demo(args)) => demo::run(setup, &args),
        Some(Command::Keys(args)) => Ok(keys::run(setup.lang, &args)),
        Some(Command::Schema) => Ok(schema::run()),
        Some(Command::Completions(args)) => Ok(completions::run(setup.lang, &args)),
        Some(Command::Help(args)) => Ok(help::run(setup.lang, &args)),
    }
}

fn refusal(trouble: &Trouble, lang: Lang) -> Answer {
    Answer { said: vec![trouble.sentence(lang)], exit: trouble.exit(), ..Answer::default() }
}
