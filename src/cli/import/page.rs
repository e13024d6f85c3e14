//! An import as a page to read.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    app::lang::Lang,
    exchange::{File, Outcome, Parsed, Reason, WarningCode, report::FileReport},
    text::{Both, imports, imports::codes},
};

/// Each file that was read, with what was rejected and doubted, then what became of the notebooks.
pub(super) fn write(lang: Lang, files: &[File], outcome: &Outcome, dry_run: bool) -> String {
    let mut out = String::new();
    for (file, report) in files.iter().zip(&outcome.report.files) {
        if let Ok(parsed) = &file.content {
            of_file(&mut out, lang, parsed, report);
        }
    }
    if out.is_empty() {
        return out;
    }
    line(&mut out, "", &imports::sum(lang, &outcome.report));
    let notebooks = &outcome.report.notebooks;
    if notebooks.unchanged > 0 && notebooks.created + notebooks.changed == 0 {
        line(&mut out, "", imports::NO_CHANGES.of(lang));
    } else if dry_run {
        line(&mut out, "", imports::DRY_RUN.of(lang));
    }
    out
}

fn of_file(out: &mut String, lang: Lang, parsed: &Parsed, report: &FileReport) {
    let written = (parsed.encoding, parsed.separator);
    line(out, "", &imports::file(lang, &report.path, parsed.kind, parsed.rows, written));
    let rejected = report.rejected.iter().filter_map(|rejected| {
        let reason = Reason::ALL.iter().find(|reason| reason.code() == rejected.reason)?;
        Some((*reason, rejected.row))
    });
    group(out, lang, imports::REJECTED, rejected, codes::reason);
    let warnings = report.warnings.iter().filter_map(|warning| {
        let code = WarningCode::ALL.iter().find(|code| code.code() == warning.code)?;
        Some((*code, warning.row))
    });
    group(out, lang, imports::WARNINGS, warnings, codes::warning);
    for note in &parsed.notes {
        line(out, "  ", codes::note(*note).of(lang));
    }
}

/// Rows by what they have in common.
fn group<C: Ord + Copy>(
    out: &mut String,
    lang: Lang,
    title: Both,
    rows: impl Iterator<Item = (C, usize)>,
    say: fn(C) -> Both,
) {
    let mut groups: BTreeMap<C, Vec<usize>> = BTreeMap::new();
    rows.for_each(|(code, row)| groups.entry(code).or_default().push(row));
    if groups.is_empty() {
        return;
    }
    line(out, "  ", &format!("{}:", title.of(lang)));
    for (code, rows) in groups {
        line(out, "    ", &imports::rows(lang, say(code), &rows));
    }
}

fn line(out: &mut String, indent: &str, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{indent}{text}");
}
