//! The way into the terminal program. Never enters it without a terminal.

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{answer::Answer, setup::Setup, trouble::Trouble};
use crate::{
    notebook::id::Ids,
    run::{
        self, Start, author,
        clock::Clock,
        storage::Storage,
        world::{Parts, World},
    },
    store::{Shelf, fs::disk::DiskFs},
    term::EnterError,
};

/// Whether somebody sits at a terminal.
pub(super) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Refuses without a terminal.
pub(super) fn require() -> Result<(), Trouble> {
    if is_possible() { Ok(()) } else { Err(Trouble::NoTerminal) }
}

/// Runs the terminal program on a shelf, with a notebook open or not, until the person leaves.
pub(super) fn start_screen(setup: &Setup, shelf: &Shelf, open: Option<PathBuf>) -> Result<Answer, Trouble> {
    // What is remembered of paths must hold for a call from another folder too.
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let start = Start {
        world: World::new(Parts {
            shelf: absolute(shelf.dir()),
            state: absolute(setup.state()?),
            fs: Arc::new(DiskFs),
            storage: Storage::here(Clock::System),
            author: author::here(),
            ids: Ids::Random,
        }),
        look: setup.look(),
        charset: setup.charset(),
        theme: setup.theme(),
        open: open.map(|path| absolute(&path)),
    };
    match run::start(start) {
        Ok(()) => Ok(Answer::default()),
        Err(EnterError::NotATerminal) => Err(Trouble::NoTerminal),
        Err(EnterError::Io(_)) => Err(Trouble::Terminal),
    }
}
