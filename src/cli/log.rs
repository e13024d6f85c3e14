//! `tep log SCHOOL`: who changed what and when, by kind, code and field, and who had names shown; values and names only
//! where they are asked for.

mod page;
mod record;

use super::{
    answer::{Answer, Exit},
    args::Log,
    questions,
    setup::Setup,
    trouble::Trouble,
};
use crate::{notebook::edit::FieldChange, text::cli::log as text};

/// What is shown of a change.
#[derive(Debug, Clone, Copy)]
struct Shown {
    /// What stood in a field, and stands there now.
    values: bool,
    /// The same of fields that say who a person is.
    names: bool,
}

impl Shown {
    fn has_value(self, field: &FieldChange) -> bool {
        self.values && (self.names || !field.is_personal)
    }
}

/// The changes, the newest last. Where a part of the journals cannot be read, the rest is listed and that is said.
pub(super) fn run(setup: &Setup, args: &Log) -> Result<Answer, Trouble> {
    let (shelf, path) = setup.kept(&args.school)?;
    let history = shelf.history(&path)?;
    let shown = Shown { values: args.values, names: args.names };
    let (themes, bad) = if args.values { questions::themes(setup.lang, &shelf) } else { Default::default() };
    let answer = if args.json {
        Answer::json(&record::of(&history.happened, shown))
    } else if history.happened.is_empty() {
        Answer::done(text::empty(setup.lang))
    } else {
        Answer::done(page::Page { lang: setup.lang, shown, themes }.write(&history.happened))
    };
    let said: Vec<String> = (history.gaps > 0).then(|| text::gaps(setup.lang, history.gaps)).into_iter().collect();
    let exit = if said.is_empty() { Exit::Done } else { Exit::No };
    Ok(Answer { said: said.into_iter().chain(bad).collect(), exit, ..answer })
}
