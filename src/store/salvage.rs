//! A notebook from the pieces of a damaged file.
//!
//! What is known from journals and backups goes before what stands in the file: a line that can still be read may have
//! been changed by the same damage. Never destroys the file: its bytes are kept first.

use std::{collections::BTreeMap, path::PathBuf};

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::{
    error::{Failure, Step},
    fs::Fs,
    nest::Nest,
    read,
    reference::Reference,
    sha::Sha,
    tidy,
};
use crate::notebook::{
    FORMAT, Notebook, VERSION,
    action::Action,
    compare,
    contact::Contact,
    cycle::Cycle,
    edit::{Change, Editable},
    learning::Learning,
    meeting::Meeting,
    member::Member,
    student::Student,
};

/// What could be restored, and what not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Items that are known from journals and backups.
    pub known: usize,
    /// Items that only the damaged file holds.
    pub from_file: usize,
    /// Lines of the file that cannot be read, or not as they were, from one; each held an item or a part of the header.
    pub lost_lines: Vec<usize>,
    /// Where the damaged file lies, as it was.
    pub original: PathBuf,
}

/// A notebook that was built anew.
#[derive(Debug)]
pub struct Rebuilt {
    /// The notebook.
    pub notebook: Notebook,
    /// What the file added to what was known.
    pub found: Vec<Change>,
    /// What could be restored.
    pub report: Report,
}

/// Builds a notebook from what is known and what can be read; none where not even the school can be found.
///
/// An item that the last file held and that is not known any more was removed by somebody, and stays so.
pub fn rebuild(bytes: &[u8], reference: Option<Reference>) -> Option<Rebuilt> {
    let text = String::from_utf8_lossy(bytes);
    let (pieces, mut lost_lines) = pieces(&text);
    let (mut notebook, mut in_file) = match reference {
        Some(reference) => (reference.last, Some(reference.file)),
        None => (header(&pieces)?, None),
    };
    let before = notebook.clone();
    lost_lines.extend(add_items(&mut notebook, in_file.as_mut(), &pieces));
    lost_lines.sort_unstable();
    let found = compare::changes(&before, &notebook).unwrap_or_default();
    let (known, from_file, original) = (before.item_count(), found.len(), PathBuf::new());
    let report = Report { known, from_file, lost_lines, original };
    Some(Rebuilt { notebook, found, report })
}

/// Keeps the damaged file as it is, before anything takes its place; says where.
pub fn keep_original(fs: &dyn Fs, nest: &Nest, bytes: &[u8], sha: Sha) -> Result<PathBuf, Failure> {
    let name = format!("{}.damaged.json", sha.short());
    match tidy::keep(fs, nest, &name, bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(Failure::new(nest.salvage(), Step::WriteNew, &error))
        }
        _ => Ok(nest.salvage().join(name)),
    }
}

/// A line of the file that can be read, as it stands there, with its number: a field of the header, or an item of a list.
#[derive(Debug)]
enum Piece<'a> {
    Field { key: String, line: &'a str },
    Item { list: String, line: &'a str, number: usize },
}

/// What stands in the place of a letter that cannot be read.
const UNREADABLE: char = char::REPLACEMENT_CHARACTER;

/// Reads the file line by line; gives what can be read and the numbers of the lines that cannot.
fn pieces(text: &str) -> (Vec<Piece<'_>>, Vec<usize>) {
    let (mut pieces, mut lost) = (Vec::new(), Vec::new());
    let mut inside: Option<String> = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim().trim_end_matches(',');
        if matches!(line, "" | "{" | "}") {
            continue;
        }
        if line == "]" {
            inside = None;
            continue;
        }
        if let Some(name) = list_name(line) {
            inside = Some(name);
            continue;
        }
        let piece = piece(line, inside.as_deref(), number + 1);
        if piece.is_none() || line.contains(UNREADABLE) {
            lost.push(number + 1);
        }
        pieces.extend(piece);
    }
    (pieces, lost)
}

/// The name of a list that begins on this line.
fn list_name(line: &str) -> Option<String> {
    let name = line.strip_suffix('[')?.trim().strip_suffix(':')?;
    serde_json::from_str(name.trim()).ok()
}

fn piece<'a>(line: &'a str, list: Option<&str>, number: usize) -> Option<Piece<'a>> {
    if read::is_deep(line) {
        return None;
    }
    if let Some(list) = list.filter(|_| serde_json::from_str::<IgnoredAny>(line).is_ok()) {
        return Some(Piece::Item { list: list.to_owned(), line, number });
    }
    let field: serde_json::Map<String, Value> = serde_json::from_str(&format!("{{{line}}}")).ok()?;
    field.into_iter().next().map(|(key, _)| Piece::Field { key, line })
}

/// The notebook without items, if its id and its school can be read; none of a version that only a newer program knows.
fn header(pieces: &[Piece<'_>]) -> Option<Notebook> {
    let is_newer = |piece: &Piece<'_>| match piece {
        Piece::Field { key, line } if key == "version" => {
            let number = line.rsplit(':').next().and_then(|number| number.trim().parse().ok());
            number.is_some_and(|number: u32| number > VERSION)
        }
        _ => false,
    };
    if pieces.iter().any(is_newer) {
        return None;
    }
    let mut lines = vec![format!("\"format\":\"{FORMAT}\",\"version\":{VERSION}")];
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for piece in pieces {
        match piece {
            Piece::Field { key, line } if !matches!(key.as_str(), "format" | "version") && !is_kind(key) => {
                lines.push((*line).to_owned());
            }
            // A list that this version does not know belongs to the header.
            Piece::Item { list, line, .. } if !is_kind(list) => lists.entry(list).or_default().push(line),
            Piece::Field { .. } | Piece::Item { .. } => {}
        }
    }
    lines.extend(lists.iter().map(|(list, items)| format!("{}:[{}]", Value::from(*list), items.join(","))));
    // Read from text, where numbers keep all their digits.
    serde_json::from_str(&format!("{{{}}}", lines.join(","))).ok()
}

type ReadItem = fn(&str) -> Option<Change>;

/// The kinds of item by the names of their lists.
const KINDS: [(&str, ReadItem); 7] = [
    ("members", added::<Member>),
    ("students", added::<Student>),
    ("contacts", added::<Contact>),
    ("cycles", added::<Cycle>),
    ("actions", added::<Action>),
    ("learnings", added::<Learning>),
    ("meetings", added::<Meeting>),
];

fn is_kind(list: &str) -> bool {
    KINDS.iter().any(|(name, _)| *name == list)
}

fn added<T: Editable + DeserializeOwned>(line: &str) -> Option<Change> {
    serde_json::from_str(line).ok().map(Change::add::<T>)
}

/// Adds the items whose id neither the notebook has nor the last file had. Gives the numbers of the lines that hold no item
/// of their kind, or a second one with the same id.
fn add_items(notebook: &mut Notebook, mut in_file: Option<&mut Notebook>, pieces: &[Piece<'_>]) -> Vec<usize> {
    let mut lost = Vec::new();
    for piece in pieces {
        let Piece::Item { list, line, number } = piece else { continue };
        let Some((_, added)) = KINDS.iter().find(|(name, _)| name == list) else { continue };
        let Some(change) = added(line) else {
            lost.push(*number);
            continue;
        };
        let is_new = |notebook: &mut Notebook| notebook.replay_changes(std::slice::from_ref(&change)).changed > 0;
        let is_added = in_file.as_deref_mut().is_none_or(is_new) && is_new(notebook);
        // What is known goes before what stands in the file; where nothing is, one of two is missing.
        if !is_added && in_file.is_none() {
            lost.push(*number);
        }
    }
    lost
}
