//! The findings as JSON; the names are a contract.

use serde_json::{Value, json};

use super::{
    About, Chapter,
    judge::{Mark, mark},
};
use crate::{
    app::guide::OwnFile,
    store::{OpenError, ReadOnly, fs::trial::Feature},
    text::{
        cli::doctor::{Colours, Fact, Folder, Line},
        guide,
    },
};

/// All findings in the order of the page, each with what it is about, and the worst mark.
pub(super) fn of(chapters: &[Chapter]) -> Value {
    let findings = chapters.iter().flat_map(|(about, facts)| facts.iter().map(move |fact| finding(about, fact)));
    let worst = chapters.iter().flat_map(|(_, facts)| facts).map(mark).max().unwrap_or(Mark::Fine);
    json!({ "findings": findings.collect::<Value>(), "mark": name(worst) })
}

fn finding(about: &About, fact: &Fact) -> Value {
    let (about, path) = match about {
        About::Terminal => ("terminal", None),
        About::Folders => ("folders", None),
        About::Disk => ("disk", None),
        About::Own => ("own_files", None),
        About::Notebook(path) => ("notebook", Some(path.display().to_string())),
    };
    let (code, value) = said(fact);
    json!({ "about": about, "path": path, "code": code, "mark": name(mark(fact)), "value": value })
}

const fn name(mark: Mark) -> &'static str {
    match mark {
        Mark::Fine => "ok",
        Mark::Warning => "warning",
        Mark::Problem => "problem",
    }
}

fn said(fact: &Fact) -> (&'static str, Value) {
    match fact {
        Fact::Program(version) => ("version", json!(version)),
        Fact::Term(term) => ("term", json!(term)),
        Fact::Window(window) => ("window", json!(window.map(|(columns, rows)| [columns, rows]))),
        Fact::Colours(colours) => ("colours", json!(self::colours(*colours))),
        Fact::Letters(can) => ("utf8", json!(can)),
        Fact::Locale(locale) => ("locale", json!(locale)),
        Fact::Language(lang) => ("language", json!(lang.code())),
        Fact::FolderMissing(of, path) => (folder(*of), json!({ "path": path.display().to_string(), "mode": null })),
        Fact::FolderThere(of, path, mode) => {
            let mode = mode.map(|mode| format!("{mode:04o}"));
            (folder(*of), json!({ "path": path.display().to_string(), "mode": mode }))
        }
        Fact::FolderFailed(of, path, _) => {
            (folder(*of), json!({ "path": path.display().to_string(), "mode": "unknown" }))
        }
        Fact::Room(bytes, _) => ("free_bytes", json!(bytes)),
        Fact::Feature(feature, can) => (self::feature(*feature), json!(can)),
        Fact::Unwritable(failure) => ("writable", json!({ "error": failure.kind.to_string() })),
        Fact::Own(OwnFile::Questions, found) => ("own_questions", json!(found)),
        Fact::Own(OwnFile::Themes, found) => ("own_themes", json!(found)),
        Fact::BadLine(Line::Question(bad)) => ("bad_line", json!({ "file": guide::FILE, "line": bad.number })),
        Fact::BadLine(Line::Theme(line)) => ("bad_line", json!({ "file": guide::THEMES, "line": line })),
        Fact::OwnUnread(failure) => ("own_file", json!({ "error": failure.kind.to_string() })),
        fact => of_notebook(fact),
    }
}

fn of_notebook(fact: &Fact) -> (&'static str, Value) {
    match fact {
        Fact::Readable(version) => ("file", json!({ "state": "readable", "version": version })),
        Fact::ReadOnly(reason) => ("read_only", json!(self::reason(reason))),
        Fact::Unreadable(error) => ("file", unreadable(error)),
        Fact::Missing => ("file", json!({ "state": "missing", "version": null })),
        Fact::OldCopy => ("old_copy", json!(true)),
        Fact::Outside(n) => ("changed_outside", json!(n)),
        Fact::Journals(n) => ("journals", json!(n)),
        Fact::Unfinished(n, _) => ("unfinished_changes", json!(n)),
        Fact::Torn(n) => ("torn_journals", json!(n)),
        Fact::Broken(n, false) => ("damaged_journals", json!(n)),
        Fact::Broken(n, true) => ("damaged_journals_known", json!(n)),
        Fact::NewerJournals(n) => ("newer_journals", json!(n)),
        Fact::Pen(pen) => {
            let where_it_is = pen.map(|is_here| if is_here { "this_machine" } else { "another_machine" });
            ("pen", json!(where_it_is))
        }
        Fact::Backups(n, newest) => ("backups", json!({ "count": n, "newest": newest.map(|(day, _)| day) })),
        Fact::UnfitBackups(n) => ("unfit_backups", json!(n)),
        Fact::Leftovers(n) => ("leftovers", json!(n)),
        Fact::Drafts(n, _) => ("drafts", json!(n)),
        Fact::Salvaged(n) => ("salvaged", json!(n)),
        Fact::Exposed(n, path, mode) => {
            ("exposed", json!({ "count": n, "path": path.display().to_string(), "mode": format!("{mode:04o}") }))
        }
        _ => ("other", Value::Null),
    }
}

fn unreadable(error: &OpenError) -> Value {
    let state = match error {
        OpenError::Failed(_) => "refused",
        OpenError::TooBig { .. } => "too_big",
        OpenError::NotNotebook { .. } => "not_a_notebook",
        OpenError::NoVersion { .. } => "no_version",
        OpenError::TooOld { .. } => "too_old",
        OpenError::Newer { .. } => "newer",
        OpenError::Damaged { .. } => "damaged",
        OpenError::BeyondRepair { .. } => "beyond_repair",
    };
    let line = if let OpenError::Damaged { line, .. } = error { Some(line) } else { None };
    json!({ "state": state, "version": null, "line": line })
}

const fn colours(colours: Colours) -> &'static str {
    match colours {
        Colours::Off => "off",
        Colours::None => "none",
        Colours::Enough => "on",
    }
}

const fn folder(folder: Folder) -> &'static str {
    match folder {
        Folder::Config => "config_folder",
        Folder::Shelf => "notebooks_folder",
        Folder::State => "state_folder",
    }
}

const fn feature(feature: Feature) -> &'static str {
    match feature {
        Feature::Exchange => "exchange",
        Feature::Links => "hard_links",
        Feature::Locks => "locks",
        Feature::Reserve => "preallocation",
    }
}

const fn reason(reason: &ReadOnly) -> &'static str {
    match reason {
        ReadOnly::Newer { .. } => "newer",
        ReadOnly::NewerJournal => "newer_journal",
        ReadOnly::WouldLose => "would_lose",
        ReadOnly::Held(_) => "held",
        ReadOnly::Folder => "folder",
    }
}
