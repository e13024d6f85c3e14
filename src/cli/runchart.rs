//! `tep runchart FILE|SCHOOL`: whether a series changed more than chance makes it.

mod page;
mod record;

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use chrono::NaiveDate;

use super::{
    answer::{Answer, Exit},
    args::Runchart,
    setup::Setup,
    trouble::Trouble,
};
use crate::{
    exchange::{
        LoadError,
        series::{self, SeriesError},
    },
    insight::{chart, review},
    rules::{
        period::By,
        run_chart::{self, RuleSet},
    },
    run::clock::Clock,
    text::{cli::runchart as text, reading::refusals},
};

/// Bytes that are read of a file: more than its lines could need.
const MOST_BYTES: u64 = 1 << 20;

/// The chart of a file where there is one of that name, else of a school.
pub(super) fn run(setup: &Setup, args: &Runchart) -> Result<Answer, Trouble> {
    let path = Path::new(&args.series);
    let ends_with = |ending: &str| path.extension().is_some_and(|end| end.eq_ignore_ascii_case(ending));
    let is_there = path.exists() && !path.is_dir();
    // A name with an ending is meant as a file, also where it is not there.
    let is_file = is_there || path.components().count() > 1 || ["txt", "csv", "tsv", "dat"].into_iter().any(ends_with);
    if is_file && !ends_with("json") { Ok(of_file(setup, args, path)) } else { of_school(setup, args) }
}

fn rules(args: &Runchart) -> Option<RuleSet> {
    RuleSet::ALL.into_iter().find(|rules| args.rules.as_deref() == Some(rules.name()))
}

fn of_file(setup: &Setup, args: &Runchart, path: &Path) -> Answer {
    let (lang, shown) = (setup.lang, path.display().to_string());
    let refused = |said: String, exit| Answer { said: vec![said], exit, ..Answer::default() };
    if args.weekly {
        return refused(text::FILE_WEEKLY.of(lang).to_owned(), Exit::Misuse);
    }
    let text = match read(path) {
        Ok(text) => text,
        Err(error) => return refused(refusals::load(lang, &shown, &LoadError::Io(error)), Exit::Disk),
    };
    let series = text.ok_or(SeriesError::TooLong).and_then(|text| series::read(&text));
    let series = match series {
        Ok(series) => series,
        Err(error) => return refused(text::refused(lang, &shown, error), Exit::No),
    };
    let rules = rules(args).unwrap_or_default();
    let baseline = args.baseline.map(usize::from);
    let chart = run_chart::read(&series.points, baseline);
    // Of fewer values than were asked for, the baseline is what there is.
    let baseline = baseline.map(|baseline| baseline.min(chart.n));
    if args.json {
        let record = record::of(&chart, rules, series.decimals, baseline.into());
        return Answer::json(&record.into());
    }
    Answer::done(page::of_series(lang, &chart, rules, series.decimals, baseline))
}

/// The text of a file; none where it is longer than a series can be.
fn read(path: &Path) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    // A letter that is not UTF-8 is no part of a number: its line is told.
    Ok((bytes.len() as u64 <= MOST_BYTES).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn of_school(setup: &Setup, args: &Runchart) -> Result<Answer, Trouble> {
    let notebook = setup.notebook(&args.series)?;
    // For other programs the same notebook gives the same bytes, whatever day it is.
    let today = if args.json { NaiveDate::MAX } else { Clock::System.now().today };
    let year = review::year(&notebook, today);
    let by = if args.weekly { By::Week } else { By::Month };
    let mut chart = chart::of(&notebook, by, year, today);
    if let Some(rules) = rules(args) {
        chart.rules = rules;
    }
    if let Some(baseline) = args.baseline {
        chart = chart.with_first(baseline.into());
    }
    if args.json {
        return Ok(Answer::json(&record::of_school(&chart)));
    }
    Ok(Answer::done(page::of_school(setup.lang, &notebook, &chart)))
}
