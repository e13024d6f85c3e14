//! An import as a page to read: codes and row numbers, nobody's name.

use super::super::told::{self, line};
use crate::{
    app::lang::Lang,
    exchange::{File, FileReport, Outcome, Reading, Reason},
    notebook::student::Student,
    text::imports,
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
    told::understood(out, lang, &report.path, reading);
    if let Some(year) = report.assumed_year {
        line(out, "  ", &imports::assumed_year(lang, year));
    }
    if report.weeks {
        line(out, "  ", imports::WEEKS.of(lang));
    }
    let rejected = report.rejected.iter().filter_map(|rejected| {
        let reason = Reason::ALL.iter().find(|reason| reason.code() == rejected.reason)?;
        Some((*reason, rejected.row))
    });
    told::left_out(out, lang, reading, &rejected.collect::<Vec<_>>());
    if reading.records.iter().any(|record| record.gender.is_some()) {
        line(out, "  ", imports::GENDER_NOT_KEPT.of(lang));
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
