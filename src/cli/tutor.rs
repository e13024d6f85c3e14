//! `tep tutor`: leads through one cycle by letting it be done, on an invented copy apart from all notebooks.

use std::{path::Path, sync::Arc};

use super::{answer::Answer, args::Tutor, screen, setup::Setup, trouble::Trouble};
use crate::{
    run::{author, clock::Clock, tutor},
    store::{Fs, fs::disk::DiskFs},
};

/// Goes on where the last copy stands; `--again` begins with a fresh one and leaves the last one where it is.
pub(super) fn run(setup: &Setup, args: &Tutor) -> Result<Answer, Trouble> {
    screen::require()?;
    let fs: Arc<dyn Fs> = Arc::new(DiskFs);
    let state: &Path = setup.state()?;
    let copy = tutor::copy(&fs, state, args.again, &author::here(), Clock::System.now().at)?;
    match copy {
        Some(copy) => screen::start_tutor(setup, copy),
        None => Ok(Answer::default()),
    }
}
