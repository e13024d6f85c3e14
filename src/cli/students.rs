//! `tep students SCHOOL`: the priority list, without names, as of a day.

mod page;
mod record;

use chrono::NaiveDate;

use super::{answer::Answer, args::Students, setup::Setup, trouble::Trouble};
use crate::{insight::review, rules::attendance::scale::ScaleName, run::clock::Clock};

/// The list, as a page or as JSON. Ends with 0 also where nobody is flagged: that is an answer, and a good one.
pub(super) fn run(setup: &Setup, args: &Students) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.school)?;
    let today: NaiveDate = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let (mut review, limits) = review::review_as_of(&notebook, today);
    if args.flagged {
        review.rows.retain(review::Row::is_flagged);
    }
    let scale = ScaleName::ALL.into_iter().find(|scale| scale.id() == args.scale).unwrap_or_default();
    if args.json {
        return Ok(Answer::json(&record::of(&review, scale, today)));
    }
    Ok(Answer::done(page::Page { lang: setup.lang, today, scale, limits: &limits }.write(&notebook, &review)))
}
