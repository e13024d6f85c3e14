//! A reading as lines to read: what was understood, repaired, left out and why. Rows are numbers: nobody's name is said.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    app::lang::Lang,
    exchange::{Doubt, Reading, Reason},
    text::{Both, reading as text, reading::codes},
};

/// What the file is, how it is written, and its columns.
pub(super) fn understood(out: &mut String, lang: Lang, path: &str, reading: &Reading) {
    line(out, "", &text::head(lang, path, reading));
    line(out, "  ", &text::format(lang, &reading.format));
    let understood: Vec<&str> = reading.columns.iter().map(|column| column.header.as_str()).collect();
    let unread: Vec<&str> = reading.unread.iter().map(String::as_str).collect();
    for (what, headers) in [(text::COLUMNS, understood), (text::UNREAD, unread)] {
        if !headers.is_empty() {
            line(out, "  ", &text::columns(lang, what, &headers));
        }
    }
}

/// Rows that are no records, rows that were not used (of which a caller may know more than the reading), repairs and
/// doubts, and what was left out for the file as a whole.
pub(super) fn left_out(out: &mut String, lang: Lang, reading: &Reading, rejected: &[(Reason, u32)]) {
    let skipped = reading.skipped.iter().map(|skipped| (skipped.reason, Some(skipped.row)));
    group(out, lang, text::SKIPPED, skipped, codes::skip);
    let rejected = rejected.iter().map(|(reason, row)| (*reason, Some(*row)));
    group(out, lang, text::REJECTED, rejected, codes::reason);
    let (repaired, doubted): (Vec<_>, Vec<_>) =
        reading.warnings.iter().map(|warning| (warning.code, warning.row)).partition(|(code, _)| is_repair(*code));
    group(out, lang, text::REPAIRED, repaired.into_iter(), codes::doubt);
    group(out, lang, text::WARNINGS, doubted.into_iter(), codes::doubt);
    for note in &reading.notes {
        line(out, "  ", codes::note(*note).of(lang));
    }
}

/// Whether the value was put right, and not left empty or as it was.
const fn is_repair(code: Doubt) -> bool {
    matches!(code, Doubt::RunWithoutDigit | Doubt::GradeWithoutComma | Doubt::RowDoubleQuoted | Doubt::MojibakeRepaired)
}

/// Rows by what they have in common.
pub(super) fn group<C: Ord + Copy>(
    out: &mut String,
    lang: Lang,
    title: Both,
    rows: impl Iterator<Item = (C, Option<u32>)>,
    say: fn(C) -> Both,
) {
    let mut groups: BTreeMap<C, Vec<u32>> = BTreeMap::new();
    rows.for_each(|(code, row)| groups.entry(code).or_default().extend(row));
    if groups.is_empty() {
        return;
    }
    line(out, "  ", &format!("{}:", title.of(lang)));
    for (code, rows) in groups {
        line(out, "    ", &text::rows(lang, say(code), &rows));
    }
}

/// A line of a page.
pub(super) fn line(out: &mut String, indent: &str, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{indent}{text}");
}
