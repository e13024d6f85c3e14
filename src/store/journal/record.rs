//! One line of a journal: its form and its chain. Never a disk.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    notebook::{Notebook, edit::Edit, id::Id, safe_text::SafeText},
    store::sha::{Sha, bytes_of_hex},
};

/// The version of the journal's form that this program writes.
pub const VERSION: u32 = 2;

/// A record: who did what, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The place in the journal, from zero. Order is a matter of this and the chain, never of the clock.
    #[serde(rename = "q")]
    pub number: u64,
    /// When, by the clock of that machine.
    #[serde(rename = "t")]
    pub at: DateTime<Utc>,
    /// Who: the name by which the machine knows the person.
    #[serde(rename = "u")]
    pub by: SafeText,
    /// What.
    #[serde(rename = "k")]
    pub what: What,
}

/// What a record says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The journal begins.
    Head(Head),
    /// A file with this hash holds the state of this place in the journal; it was read, not written.
    Seen(Mark),
    /// The notebook was changed.
    Edit(Box<Step>),
    /// A file with this hash, the state of this place, is about to be put where the notebook stands.
    Intent(Mark),
    /// The file with this hash stands there.
    Placed(Sha),
    /// Names were shown on a screen that had hidden them.
    Revealed,
    /// The program has left; all is in the file.
    End,
}

/// The first record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Version of the journal's form.
    pub version: u32,
    /// Version of the program.
    pub program: String,
    /// The notebook's id.
    pub notebook: Id<Notebook>,
    /// The name of the notebook's file.
    pub file: String,
    /// The machine.
    pub host: SafeText,
    /// The process.
    pub process: u32,
}

/// The hash of a file that holds the state of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The hash.
    pub sha: Sha,
    /// Whether history begins here: what was recorded before does not lead to this state.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fresh: bool,
}

/// A change of the notebook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its number in the notebook's history: a change that had to be written again is known by it.
    pub n: u64,
    /// Whether it was done, undone or redone.
    pub act: Act,
    /// What it did, as it is to be applied: for an undo, the inverse.
    pub edit: Edit,
}

/// How a change came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Something new was done.
    Do,
    /// The last thing was taken back.
    Undo,
    /// What was taken back was done again.
    Redo,
}

/// What ties a line to the one before it: the first 64 bits of a hash over both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Link([u8; 8]);

impl Link {
    fn after(self, body: &[u8]) -> Self {
        Self(Sha::of_parts(&[&self.0, b"{", body]).first_bits())
    }

    fn hex(self) -> String {
        format!("{:016x}", u64::from_be_bytes(self.0))
    }
}

/// How every line begins.
const START: &[u8] = br#"{"h":""#;
/// What stands between the hash and the rest.
const MIDDLE: &[u8] = br#"","#;

/// Writes a record, or anything that is an object, as the line after `before`, with its line break; gives the link for the
/// next.
pub fn line<T: Serialize>(before: Link, record: &T) -> Result<(Vec<u8>, Link), serde_json::Error> {
    let json = serde_json::to_vec(record)?;
    let body = json.strip_prefix(b"{").unwrap_or(&json);
    let link = before.after(body);
    Ok(([START, link.hex().as_bytes(), MIDDLE, body, b"\n"].concat(), link))
}

/// Whether a change is found in the journal as it was written, and how long it is there; none where it is not.
///
/// A value that lies deep in an item lies deeper in a journal, and may be too deep to be read there.
pub fn length_of(step: &Step) -> Option<usize> {
    #[derive(Deserialize)]
    struct Found {
        k: FoundWhat,
    }
    #[derive(Deserialize)]
    struct FoundWhat {
        edit: Box<Step>,
    }
    let json = serde_json::to_vec(step).ok()?;
    let line = [br#"{"k":{"edit":"#, json.as_slice(), b"}}"].concat();
    let found: Found = serde_json::from_slice(&line).ok()?;
    (*found.k.edit == *step).then_some(line.len())
}

/// The link of a line (without its break) that truly comes after `before`.
pub fn check(before: Link, line: &[u8]) -> Option<Link> {
    let rest = line.strip_prefix(START)?;
    let (hash, rest) = rest.split_at_checked(16)?;
    let body = rest.strip_prefix(MIDDLE)?;
    let claimed = Link(bytes_of_hex(hash)?);
    (claimed == before.after(body)).then_some(claimed)
}
