//! `tep show SCHOOL`: a notebook, without names unless they are asked for.

mod page;
mod record;

use chrono::NaiveDate;

use super::{answer::Answer, args::Show, questions, setup::Setup, trouble::Trouble};
use crate::{insight::review, run::clock::Clock};

/// The notebook, as a page or as JSON.
pub(super) fn run(setup: &Setup, args: &Show) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.school)?;
    if args.json {
        // Far after all data: the last school year of which anything is known, whatever day it is today.
        let review = review::review(&notebook, NaiveDate::MAX);
        return Ok(Answer::json(&record::of(&notebook, &review, args.names)));
    }
    let today = Clock::System.now().today;
    let review = review::review(&notebook, today);
    let (themes, said) = questions::themes(setup.lang, &setup.shelf_to_read()?);
    let page = page::Page { lang: setup.lang, themes, today, names: args.names };
    Ok(Answer { said, ..Answer::done(page.write(&notebook, &review)) })
}
