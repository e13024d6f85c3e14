//! The findings as a page: one line each, with its mark and what to do.

use std::fmt::Write;

use super::{
    About, Chapter,
    judge::{Mark, mark},
};
use crate::{
    app::lang::Lang,
    term::Charset,
    text::cli::doctor::{self as text, Fact},
};

/// The page.
pub(super) fn write(lang: Lang, charset: Charset, chapters: &[Chapter]) -> String {
    let mut out = String::new();
    for (about, facts) in chapters.iter().filter(|(_, facts)| !facts.is_empty()) {
        let title = match about {
            About::Terminal => text::TERMINAL.of(lang).to_owned(),
            About::Folders => text::FOLDERS.of(lang).to_owned(),
            About::Disk => text::DISK.of(lang).to_owned(),
            About::Own => text::OWN.of(lang).to_owned(),
            About::Notebook(path) => path.display().to_string(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{title}");
        for fact in facts.iter().filter(|fact| !is_nothing(fact)) {
            let _ = writeln!(out, "  {} {}", sign(charset, mark(fact)), line(lang, fact));
        }
        let _ = writeln!(out);
    }
    let marks = || chapters.iter().flat_map(|(_, facts)| facts).map(mark);
    let of = |wanted: Mark| marks().filter(|mark| *mark == wanted).count();
    let _ = writeln!(out, "{}", text::sum(lang, of(Mark::Warning), of(Mark::Problem)));
    out
}

fn line(lang: Lang, fact: &Fact) -> String {
    let what = text::what(lang, fact);
    let advice = if mark(fact) == Mark::Fine { None } else { text::advice(lang, fact) };
    advice.map_or(what.clone(), |advice| format!("{what}. {advice}"))
}

const fn sign(charset: Charset, mark: Mark) -> &'static str {
    match (charset, mark) {
        (Charset::Unicode, Mark::Fine) => "✓ ",
        (Charset::Ascii, Mark::Fine) => "ok",
        (_, Mark::Warning) => "! ",
        (Charset::Unicode, Mark::Problem) => "✗ ",
        (Charset::Ascii, Mark::Problem) => "x ",
    }
}

/// Whether it only says that there is none of something that is rare.
fn is_nothing(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Torn(0)
            | Fact::NewerJournals(0)
            | Fact::UnfitBackups(0)
            | Fact::Leftovers(0)
            | Fact::Drafts(0, _)
            | Fact::Salvaged(0)
    )
}
