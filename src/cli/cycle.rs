//! `tep cycle SCHOOL`: one cycle with all that it has to show.

pub(super) mod page;
pub(super) mod record;

use super::{answer::Answer, args::Cycle, questions, setup::Setup, trouble::Trouble};
use crate::{insight::account, report::drivers, run::clock::Clock, text::account as text};

/// The cycle of that number, or else the open one, or the last. Answers no where there is none.
pub(super) fn run(setup: &Setup, args: &Cycle) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.school)?;
    let found = match args.number {
        Some(number) => notebook.cycle_of_number(number),
        None => notebook.current_cycle(),
    };
    let Some(cycle) = found else { return Ok(Answer::no(text::no_cycle(setup.lang, args.number))) };
    if let Some(form) = args.drivers.as_deref() {
        let form = if form == "dot" { drivers::Form::Dot } else { drivers::Form::Text };
        return Ok(Answer::done(drivers::write(&cycle.drivers, form)));
    }
    let today = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let account = account::account(&notebook, cycle, today);
    let (themes, said) = questions::themes(setup.lang, &setup.shelf_to_read()?);
    let answer = if args.json {
        let words = record::Words { lang: setup.lang, themes: &themes, notebook: &notebook };
        Answer::json(&record::of(&account, words))
    } else {
        Answer::done(page::Page { lang: setup.lang, themes }.write(&notebook, &account))
    };
    Ok(Answer { said, ..answer })
}
