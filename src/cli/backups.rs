//! `tep backups SCHOOL`: the backups of a notebook, with the name by which `tep restore` finds each.

use chrono::Local;
use serde_json::{Value, json};

use super::{
    answer::{Answer, Exit},
    args::Backups,
    setup::Setup,
    table::{self, Side},
    trouble::Trouble,
};
use crate::{
    app::lang::Lang,
    notebook::Notebook,
    store::{
        OpenError,
        backup::{Kept, Unfit},
    },
    text::{
        cli::{backups as text, print},
        figures,
    },
};

/// The backups, the newest last. One that cannot be put back is listed with its reason.
pub(super) fn run(setup: &Setup, args: &Backups) -> Result<Answer, Trouble> {
    let (shelf, path) = setup.kept(&args.school)?;
    let kept = shelf.backups(&path)?;
    let exit = if kept.iter().all(|kept| kept.notebook.is_ok()) { Exit::Done } else { Exit::No };
    // The newest is the first for whoever looks for it, and stands where the eye ends.
    let numbered = || (1..=kept.len()).rev().zip(&kept);
    let answer = match (args.json, kept.is_empty()) {
        (true, _) => Answer::json(&numbered().map(record).collect()),
        (false, true) => Answer::done(text::empty(setup.lang)),
        (false, false) => Answer::done(page(setup.lang, numbered())),
    };
    Ok(Answer { exit, ..answer })
}

/// One backup; the names are a contract.
fn record((number, kept): (usize, &Kept)) -> Value {
    let notebook = kept.notebook.as_ref().ok();
    json!({
        "number": number,
        "name": kept.backup.name(),
        "at": kept.backup.at,
        "bytes": kept.size,
        "items": notebook.map(Notebook::item_count),
        "students": notebook.map(|notebook| notebook.students.len()),
        "problem": kept.notebook.as_ref().err().map(problem),
    })
}

fn problem(unfit: &Unfit) -> &'static str {
    match unfit {
        Unfit::Unreadable(OpenError::Newer { .. }) => "newer",
        Unfit::Unreadable(_) => "unreadable",
        Unfit::OtherNotebook => "other_notebook",
        Unfit::WouldLose => "would_lose",
    }
}

fn page<'k>(lang: Lang, kept: impl Iterator<Item = (usize, &'k Kept)>) -> String {
    let titles = ["", text::NAME.of(lang), text::AT.of(lang), text::SIZE.of(lang), text::ITEMS.of(lang)];
    let [number, name, at, size, items] = titles.map(str::to_owned);
    let mut rows = vec![[number, name, at, size, items, print::STUDENTS.of(lang).to_owned(), String::new()]];
    rows.extend(kept.map(|(number, kept)| row(lang, number, kept)));
    let mut out = String::new();
    let right = Side::Right;
    table::write(&mut out, "", [right, Side::Left, Side::Left, right, right, right, Side::Left], &rows);
    out
}

fn row(lang: Lang, number: usize, kept: &Kept) -> [String; 7] {
    let notebook = kept.notebook.as_ref().ok();
    let counted = |n: Option<usize>| n.map_or_else(|| "—".to_owned(), |n| figures::number(lang, n));
    [
        number.to_string(),
        kept.backup.name(),
        text::at(lang, kept.backup.at.with_timezone(&Local).naive_local()),
        kept.size.map_or_else(|| "—".to_owned(), |size| figures::bytes(lang, size)),
        counted(notebook.map(Notebook::item_count)),
        counted(notebook.map(|notebook| notebook.students.len())),
        kept.notebook.as_ref().err().map(|unfit| text::unfit(unfit).of(lang).to_owned()).unwrap_or_default(),
    ]
}
