//! The way into the terminal program. Never enters it without a terminal.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{
    answer::Answer,
    questions::{self, Own},
    setup::Setup,
    trouble::Trouble,
};
use crate::{
    app::notice::Notice,
    run::{self, Start, tutor::Copy},
    store::Shelf,
    term::{self, EnterError},
};

/// Refuses without a terminal.
pub(super) fn require() -> Result<(), Trouble> {
    if term::is_possible() { Ok(()) } else { Err(Trouble::NoTerminal) }
}

/// Runs the terminal program on a shelf, with a notebook open or not, until the person leaves.
pub(super) fn start_screen(setup: &Setup, shelf: &Shelf, open: Option<PathBuf>) -> Result<Answer, Trouble> {
    run(setup, shelf, open, None)
}

/// The same with the tutor, on the day of its copy.
pub(super) fn start_tutor(setup: &Setup, copy: Copy) -> Result<Answer, Trouble> {
    run(setup, &copy.shelf, Some(copy.path), Some(copy.day))
}

fn run(setup: &Setup, shelf: &Shelf, open: Option<PathBuf>, tutor: Option<NaiveDate>) -> Result<Answer, Trouble> {
    // What is remembered of paths must hold for a call from another folder too.
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (guide, questions) = questions::guide(shelf);
    let (themes, codebook) = questions::codebook(shelf);
    let own = [questions, codebook];
    let notice = own.iter().filter_map(Own::notice).reduce(Notice::and);
    let start = Start {
        shelf: absolute(shelf.dir()),
        state: absolute(setup.state()?),
        haunts: Setup::haunts(),
        look: setup.look(),
        charset: setup.charset(),
        theme: setup.theme(),
        open: open.map(|path| absolute(&path)),
        guide,
        themes,
        tutor,
        notice,
    };
    match run::start(start) {
        // Said line by line when the screen is the person's again.
        Ok(()) => Ok(Answer { said: own.iter().flat_map(|own| own.said(setup.lang)).collect(), ..Answer::default() }),
        Err(EnterError::NotATerminal) => Err(Trouble::NoTerminal),
        Err(EnterError::Io(_)) => Err(Trouble::Terminal),
    }
}
