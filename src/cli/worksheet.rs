//! `tep worksheet SCHOOL --step N`: the sheet of a step for the table of a meeting, filled or blank.

use super::{answer::Answer, args::Worksheet, questions, setup::Setup, trouble::Trouble};
use crate::{
    insight::{account, review},
    notebook::cycle::Step,
    report::worksheet as report,
    run::clock::Clock,
    text::account as text,
};

/// The sheet. Answers no where it should be filled and there is no cycle.
pub(super) fn run(setup: &Setup, args: &Worksheet) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.school)?;
    let today = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let found = match args.number {
        Some(number) => notebook.cycle_of_number(number),
        None => notebook.current_cycle(),
    };
    if found.is_none() && !args.blank {
        return Ok(Answer::no(text::no_cycle(setup.lang, args.number)));
    }
    let found = found.filter(|_| !args.blank);
    let account = found.map(|cycle| account::account(&notebook, cycle, today));
    let review =
        found.map_or_else(|| review::review(&notebook, today), |cycle| review::of_cycle(&notebook, cycle, today));
    let shelf = setup.shelf_to_read()?;
    let (guide, mut said) = questions::of(setup.lang, &shelf);
    let (themes, bad) = questions::themes(setup.lang, &shelf);
    said.extend(bad);
    let sheet = report::Worksheet {
        lang: setup.lang,
        step: args.step.parse().ok().and_then(Step::from_number).unwrap_or(Step::Infographic),
        notebook: &notebook,
        account: account.as_ref(),
        review: &review,
        themes: &themes,
        guide: &guide,
    };
    Ok(Answer { said, ..Answer::done(sheet.write()) })
}
