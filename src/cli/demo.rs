//! `tep demo`: makes the practice alliance and opens it.

use super::{
    answer::Answer,
    args::Demo,
    screen,
    setup::{self, Setup},
    trouble::Trouble,
};
use crate::{
    run::{author, clock::Clock, practice},
    store::Shelf,
    term,
    text::cli::print,
};

/// Makes what is missing of the alliance; opens it where there is a terminal, else says where it is.
pub(super) fn run(setup: &Setup, args: &Demo) -> Result<Answer, Trouble> {
    let shelf = setup.practice()?;
    let (made, kept) = make(&shelf)?;
    if !args.no_open && term::is_possible() {
        return screen::start_screen(setup, &shelf, None);
    }
    Ok(Answer::done(print::practice(setup.lang, shelf.dir(), (made, kept))))
}

/// How many schools were made, and how many stood there and were kept as they are.
fn make(shelf: &Shelf) -> Result<(usize, usize), Trouble> {
    if setup::has(shelf, false)? {
        return Err(Trouble::RealSchoolsHere(shelf.dir().to_owned()));
    }
    let practice::Made { made, kept } = practice::make(shelf, &author::here(), Clock::System.now().at)?;
    Ok((made, kept))
}
