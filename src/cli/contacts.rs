//! `tep contacts SCHOOL`: the contact rate and the contact analysis of the last days, without names, as of a day.

mod record;

use std::fmt::Write;

use chrono::NaiveDate;

use super::{answer::Answer, args::Contacts, setup::Setup, table, trouble::Trouble};
use crate::{
    app::lang::Lang,
    insight::contact_analysis::{ContactAnalysis, contact_analysis},
    notebook::school::School,
    run::clock::Clock,
    text::{contacts as text, counts},
};

/// The analysis, as a page or as JSON. Ends with 0 also where nobody was in contact with anybody: that is an answer.
pub(super) fn run(setup: &Setup, args: &Contacts) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.school)?;
    let today: NaiveDate = args.as_of.unwrap_or_else(|| Clock::System.now().today);
    let analysis = contact_analysis(&notebook, args.days, today);
    if args.json {
        return Ok(Answer::json(&record::of(&analysis)));
    }
    Ok(Answer::done(page(setup.lang, &notebook.school, &analysis)))
}

fn page(lang: Lang, school: &School, analysis: &ContactAnalysis) -> String {
    let mut out = String::new();
    let title = [school.name.as_str().to_owned(), format!("RBD {}", school.rbd)];
    line(&mut out, &title.join(" · "));
    line(&mut out, &[text::TITLE.of(lang), &text::days(lang, &analysis.rate)].join(" · "));
    table::wrapped(&mut out, 0, &format!("{}: {}", counts::CONTACT_RATE.of(lang), text::rate(lang, &analysis.rate)));
    table::wrapped(&mut out, 0, &text::rule(lang, &analysis.rate));
    for text in text::tables(lang, analysis) {
        line(&mut out, &text);
    }
    out
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}
