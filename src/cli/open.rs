//! `tep` and `tep open SCHOOL`: into the terminal program.

use super::{answer::Answer, args::Open, screen, setup::Setup, trouble::Trouble};

/// The last notebook, or the shelf.
pub(super) fn last(setup: &Setup) -> Result<Answer, Trouble> {
    screen::require()?;
    match setup.last() {
        Some((shelf, path)) => screen::start_screen(setup, &shelf, Some(path)),
        None => screen::start_screen(setup, &setup.shelf_to_read()?, None),
    }
}

/// The notebook of a school.
pub(super) fn school(setup: &Setup, args: &Open) -> Result<Answer, Trouble> {
    screen::require()?;
    let shelf = setup.shelf_to_read()?;
    let entry = shelf.find(&args.school).map_err(|error| Trouble::finding(&args.school, shelf.dir(), error))?;
    screen::start_screen(setup, &shelf, Some(entry.path))
}
