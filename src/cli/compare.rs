//! `tep compare SCHOOL A B`: two cycles of a notebook side by side.

mod record;

use super::{answer::Answer, args::Compare, cycle::record::Words, questions, setup::Setup, table, trouble::Trouble};
use crate::{
    insight::account::{self, Difference},
    run::clock::Clock,
    text::account as text,
};

/// Both cycles with what differs. Answers no where one of them is not there.
pub(super) fn run(setup: &Setup, args: &Compare) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.school)?;
    let today = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let mut accounts = Vec::new();
    for number in [args.first, args.second] {
        let Some(cycle) = notebook.cycle_of_number(number) else {
            return Ok(Answer::no(text::no_cycle(setup.lang, Some(number))));
        };
        accounts.push(account::account(&notebook, cycle, today));
    }
    let [first, second] = accounts.as_slice() else { return Ok(Answer::default()) };
    let differences = Difference::between(first, second);
    let (themes, said) = questions::themes(setup.lang, &setup.shelf_to_read()?);
    let answer = if args.json {
        let words = Words { lang: setup.lang, themes: &themes, notebook: &notebook };
        Answer::json(&record::of((first, second), &differences, words))
    } else {
        let mut out = String::new();
        for (indent, line) in text::comparison(setup.lang, &notebook, (first, second), &differences, &themes) {
            table::wrapped(&mut out, indent, &line);
        }
        Answer::done(out)
    };
    Ok(Answer { said, ..answer })
}
