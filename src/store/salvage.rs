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
    /// Lines of the file that cannot be read, from one; each held an item or a part of the header.
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
pub fn rebuild(bytes: &[u8], reference: Option<Reference>) -> Option<Rebuilt> {
    let text = String::from_utf8_lossy(bytes);
    let (pieces, lost_lines) = pieces(&text);
    let known = reference.map(|reference| reference.last);
    let mut notebook = match &known {
        Some(known) => known.clone(),
        None => header(&pieces)?,
    };
    let before = notebook.clone();
    add_items(&mut notebook, &pieces);
    let found = compare::changes(&before, &notebook).unwrap_or_default();
    let report = Report { known: items(&before), from_file: found.len(), lost_lines, original: PathBuf::new() };
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

/// A line of the file that can be read, as it stands there: a field of the header, or an item of a list.
#[derive(Debug)]
enum Piece<'a> {
    Field { key: String, line: &'a str },
    Item { list: String, line: &'a str },
}

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
        } else if let Some(name) = list_name(line) {
            inside = Some(name);
        } else if let Some(piece) = piece(line, inside.as_deref()) {
            pieces.push(piece);
        } else {
            lost.push(number + 1);
        }
    }
    (pieces, lost)
}

/// The name of a list that begins on this line.
fn list_name(line: &str) -> Option<String> {
    let name = line.strip_suffix('[')?.trim().strip_suffix(':')?;
    serde_json::from_str(name.trim()).ok()
}

fn piece<'a>(line: &'a str, list: Option<&str>) -> Option<Piece<'a>> {
    if let Some(list) = list.filter(|_| serde_json::from_str::<IgnoredAny>(line).is_ok()) {
        return Some(Piece::Item { list: list.to_owned(), line });
    }
    let field: serde_json::Map<String, Value> = serde_json::from_str(&format!("{{{line}}}")).ok()?;
    field.into_iter().next().map(|(key, _)| Piece::Field { key, line })
}

/// The notebook without items, if its id and its school can be read.
fn header(pieces: &[Piece<'_>]) -> Option<Notebook> {
    let mut lines = vec![format!("\"format\":\"{FORMAT}\",\"version\":{VERSION}")];
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for piece in pieces {
        match piece {
            Piece::Field { key, line } if !matches!(key.as_str(), "format" | "version") && !is_kind(key) => {
                lines.push((*line).to_owned());
            }
            // A list that this version does not know belongs to the header.
            Piece::Item { list, line } if !is_kind(list) => lists.entry(list).or_default().push(line),
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

/// Adds the items whose id the notebook does not have. An item that can be read and is of no such kind is left out.
fn add_items(notebook: &mut Notebook, pieces: &[Piece<'_>]) {
    for piece in pieces {
        let Piece::Item { list, line } = piece else { continue };
        let change = KINDS.iter().find(|(name, _)| name == list).and_then(|(_, added)| added(line));
        // An item that is there already clashes, and stays as it is.
        notebook.replay_changes(&change.into_iter().collect::<Vec<_>>());
    }
}

fn items(notebook: &Notebook) -> usize {
    notebook.members.len()
        + notebook.cycles.len()
        + notebook.actions.len()
        + notebook.learnings.len()
        + notebook.meetings.len()
        + notebook.students.len()
        + notebook.contacts.len()
}
