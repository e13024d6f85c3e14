//! `tep compare SCHOOL A B`: two cycles of a notebook side by side.

mod record;

use super::{
    answer::Answer,
    args::Compare,
    cycle::{notebook, of_number},
    questions,
    setup::Setup,
    table,
    trouble::Trouble,
};
use crate::{
    insight::account::{self, Difference},
    run::clock::Clock,
    text::account as text,
};

/// Both cycles with what differs. Answers no where one of them is not there.
pub(super) fn run(setup: &Setup, args: &Compare) -> Result<Answer, Trouble> {
    let notebook = notebook(setup, &args.school)?;
    let today = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let mut accounts = Vec::new();
    for number in [args.first, args.second] {
        let Some(cycle) = of_number(&notebook, number) else {
            return Ok(Answer::no(text::no_cycle(setup.lang, Some(number))));
        };
        accounts.push(account::account(&notebook, cycle, today));
    }
    let [first, second] = accounts.as_slice() else { return Ok(Answer::default()) };
    let differences = Difference::between(first, second);
    Ok(if args.json {
        Answer::json(&record::of((first, second), &differences))
    } else {
        let (themes, said) = questions::themes(setup.lang, &setup.shelf_to_read()?);
        let mut out = String::new();
        for (indent, line) in text::comparison(setup.lang, &notebook, (first, second), &differences, &themes) {
            table::wrapped(&mut out, indent, &line);
        }
        Answer { said, ..Answer::done(out) }
    })
}
