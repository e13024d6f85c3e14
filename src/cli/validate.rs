//! `tep validate FILE…`: whether the flags find those to whom it happened, on tables with a known outcome.

mod gather;
mod page;
mod record;

use super::{
    answer::{Answer, Exit},
    args::Validate,
    setup::Setup,
};
use crate::{
    insight::{
        outcome::{self, Answers, Asked},
        validate::{self, Validation},
    },
    text::validate as text,
};
use gather::Gathered;

/// What was asked, and what came of it; the weightiest question first.
struct Judged {
    asked: Asked,
    validation: Validation,
}

/// Reads all files together and says how the flags would have done. Files that cannot be read do not stop the others.
pub(super) fn run(setup: &Setup, args: &Validate) -> Answer {
    let lang = setup.lang;
    let mut gathered = Gathered::default();
    for path in &args.files {
        gathered.take(lang, path);
    }
    let Gathered { tables, notebooks, mut said, exit, .. } = gathered;
    let Answers { asked, dropouts, unlinked } = outcome::answers(&tables, &notebooks);
    said.extend(unlinked.iter().map(|year| text::unlinked(lang, *year)));
    let judge = |asked: Asked| Judged { validation: validate::validate(&asked.cases, args.capacity.into()), asked };
    let judged: Vec<Judged> = asked.into_iter().rev().map(judge).collect();
    if judged.is_empty() {
        said.push(text::no_outcome(lang));
        return Answer { said, exit: exit.max(Exit::No), ..Answer::default() };
    }
    let answer = if args.json {
        Answer::json(&record::of(&judged, &dropouts, &tables))
    } else {
        Answer::done(page::write(lang, &judged, &dropouts, &tables))
    };
    Answer { said, exit, ..answer }
}
