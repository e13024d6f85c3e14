//! An import as a page to read: codes and row numbers, nobody's name.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    app::lang::Lang,
    exchange::{Doubt, File, Outcome, Reading, Reason, report::FileReport},
    notebook::student::Student,
    text::{Both, imports, imports::codes},
};

/// Each file that was read, with what was repaired, left out and doubted, then what became of the notebooks.
pub(super) fn write(lang: Lang, files: &[File], outcome: &Outcome, dry_run: bool) -> String {
    let mut out = String::new();
    for (file, report) in files.iter().zip(&outcome.report.files) {
        if let Ok(reading) = &file.content {
            of_file(&mut out, lang, reading, report);
        }
    }
    if out.is_empty() {
        return out;
    }
    questions(&mut out, lang, files, outcome);
    line(&mut out, "", &imports::sum(lang, &outcome.report));
    absent(&mut out, lang, outcome);
    let notebooks = &outcome.report.notebooks;
    if notebooks.unchanged > 0 && notebooks.created + notebooks.changed == 0 {
        line(&mut out, "", imports::NO_CHANGES.of(lang));
    } else if dry_run {
        line(&mut out, "", imports::DRY_RUN.of(lang));
    }
    out
}

fn of_file(out: &mut String, lang: Lang, reading: &Reading, report: &FileReport) {
    line(out, "", &imports::file(lang, &report.path, reading));
    let understood: Vec<&str> = reading.columns.iter().map(|column| column.header.as_str()).collect();
    let unread: Vec<&str> = reading.unread.iter().map(String::as_str).collect();
    for (what, headers) in [(imports::COLUMNS, understood), (imports::UNREAD, unread)] {
        if !headers.is_empty() {
            line(out, "  ", &imports::columns(lang, what, &headers));
        }
    }
    if let Some(year) = report.assumed_year {
        line(out, "  ", &imports::assumed_year(lang, year));
    }
    let skipped = reading.skipped.iter().map(|skipped| (skipped.reason, Some(skipped.row)));
    group(out, lang, imports::SKIPPED, skipped, codes::skip);
    let rejected = report.rejected.iter().filter_map(|rejected| {
        let reason = Reason::ALL.iter().find(|reason| reason.code() == rejected.reason)?;
        Some((*reason, Some(rejected.row)))
    });
    group(out, lang, imports::REJECTED, rejected, codes::reason);
    let (repaired, doubted): (Vec<_>, Vec<_>) =
        reading.warnings.iter().map(|warning| (warning.code, warning.row)).partition(|(code, _)| is_repair(*code));
    group(out, lang, imports::REPAIRED, repaired.into_iter(), codes::doubt);
    group(out, lang, imports::WARNINGS, doubted.into_iter(), codes::doubt);
    for note in &reading.notes {
        line(out, "  ", codes::note(*note).of(lang));
    }
    if reading.records.iter().any(|record| record.gender.is_some()) {
        line(out, "  ", imports::GENDER_NOT_KEPT.of(lang));
    }
}

/// Whether the value was put right, and not left empty or as it was.
const fn is_repair(code: Doubt) -> bool {
    matches!(code, Doubt::RunWithoutDigit | Doubt::GradeWithoutComma | Doubt::RowDoubleQuoted | Doubt::MojibakeRepaired)
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
        line(out, "    ", &imports::rows(lang, say(code), &rows));
    }
}

/// Who a row may be about, by the code of the student.
fn questions(out: &mut String, lang: Lang, files: &[File], outcome: &Outcome) {
    let asked: Vec<_> = outcome.notebooks.values().flat_map(|taken| &taken.questions).collect();
    if asked.is_empty() {
        return;
    }
    line(out, "", imports::QUESTIONS.of(lang));
    for question in asked.iter().take(imports::LISTED) {
        let path = files.get(question.asked.file).map_or("", |file| file.path.as_str());
        let known = format!("{} {}", question.known.course, question.known.code());
        line(out, "  ", &imports::question(lang, (path, question.row), &known, question.likeness));
    }
    if let Some(rest) = asked.len().checked_sub(imports::LISTED).filter(|rest| *rest > 0) {
        line(out, "  ", &imports::more_questions(lang, rest));
    }
    line(out, "", imports::HOW_TO_ANSWER.of(lang));
}

/// Who is missing from a new list, by school.
fn absent(out: &mut String, lang: Lang, outcome: &Outcome) {
    let mut schools = outcome.notebooks.iter().filter(|(_, taken)| !taken.absent.is_empty()).peekable();
    if schools.peek().is_none() {
        return;
    }
    line(out, "", imports::ABSENT.of(lang));
    for (rbd, taken) in schools {
        let students = taken.absent.iter().filter_map(|id| taken.notebook.students.get(*id));
        let mut codes: Vec<String> = students.map(called).collect();
        codes.sort();
        line(out, "  ", &imports::absent(lang, *rbd, &codes));
    }
}

fn called(student: &Student) -> String {
    format!("{} {}", student.course, student.code())
}

fn line(out: &mut String, indent: &str, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{indent}{text}");
}
