//! `tep cycle SCHOOL`: one cycle with all that it has to show.

pub(super) mod page;
pub(super) mod record;

use super::{answer::Answer, args::Cycle, questions, setup::Setup, trouble::Trouble};
use crate::{
    insight::account,
    notebook::{Notebook, cycle},
    report::drivers,
    run::clock::Clock,
    text::account as text,
};

/// The cycle of that number, or else the open one, or the last. Answers no where there is none.
pub(super) fn run(setup: &Setup, args: &Cycle) -> Result<Answer, Trouble> {
    let notebook = notebook(setup, &args.school)?;
    let found = match args.number {
        Some(number) => of_number(&notebook, number),
        None => notebook.current_cycle(),
    };
    let Some(cycle) = found else { return Ok(Answer::no(text::no_cycle(setup.lang, args.number))) };
    if let Some(form) = args.drivers.as_deref() {
        let form = if form == "dot" { drivers::Form::Dot } else { drivers::Form::Text };
        return Ok(Answer::done(drivers::write(&cycle.drivers, form)));
    }
    let today = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let account = account::account(&notebook, cycle, today);
    Ok(if args.json {
        Answer::json(&record::of(&account))
    } else {
        let (themes, said) = questions::themes(setup.lang, &setup.shelf_to_read()?);
        Answer { said, ..Answer::done(page::Page { lang: setup.lang, themes }.write(&notebook, &account)) }
    })
}

/// The notebook of a school, as it was last kept.
pub(super) fn notebook(setup: &Setup, school: &str) -> Result<Notebook, Trouble> {
    let shelf = setup.shelf_to_read()?;
    let entry = shelf.find(school).map_err(|error| Trouble::finding(school, shelf.dir(), error))?;
    Ok(shelf.view(&entry.path)?.notebook)
}

/// The cycle of a number.
pub(super) fn of_number(notebook: &Notebook, number: u16) -> Option<&cycle::Cycle> {
    notebook.cycles.iter().find(|cycle| cycle.number == number)
}
