//! A reading as a page to read. Rows are numbers: nobody's name is said.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    app::lang::Lang,
    exchange::{inspect::Totals, reading::Reading},
    text::{Both, reading as text, reading::codes},
};

/// What the file is, its columns, what was repaired, skipped and refused, and what its figures come to.
pub(super) fn write(lang: Lang, file: &str, reading: &Reading) -> String {
    let mut out = String::new();
    line(&mut out, "", &text::head(lang, file, reading));
    line(&mut out, "  ", &text::format(lang, &reading.format));
    for total in text::totals(lang, &Totals::of(reading)) {
        line(&mut out, "  ", &total);
    }
    columns(&mut out, lang, reading);
    let warnings = reading.warnings.iter().map(|warning| (warning.code, warning.row));
    group(&mut out, lang, text::REPAIRED, warnings, codes::doubt);
    let twice = reading
        .duplicates
        .iter()
        .flat_map(|duplicate| duplicate.rows.iter().map(|row| (duplicate.resolved_by, Some(*row))));
    group(&mut out, lang, text::TWICE, twice, text::resolved);
    let skipped = reading.skipped.iter().map(|skipped| (skipped.reason, Some(skipped.row)));
    group(&mut out, lang, text::SKIPPED, skipped, codes::skip);
    let rejected = reading.rejected.iter().map(|rejected| (rejected.reason, Some(rejected.row)));
    group(&mut out, lang, text::REJECTED, rejected, codes::reason);
    for note in &reading.notes {
        line(&mut out, "  ", codes::note(*note).of(lang));
    }
    out
}

fn columns(out: &mut String, lang: Lang, reading: &Reading) {
    line(out, "  ", &format!("{}:", text::COLUMNS.of(lang)));
    let width = reading.columns.iter().map(|column| column.name.chars().count()).max().unwrap_or(0);
    for column in &reading.columns {
        line(out, "    ", &format!("{:width$}  «{}»", column.name, column.header.trim()));
    }
    if !reading.unread.is_empty() {
        let unread: Vec<String> = reading.unread.iter().map(|header| format!("«{}»", header.trim())).collect();
        line(out, "  ", &format!("{}: {}", text::UNREAD.of(lang), unread.join(", ")));
    }
}

/// Rows by what they have in common.
fn group<C: Ord + Copy>(
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

fn line(out: &mut String, indent: &str, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{indent}{text}");
}
