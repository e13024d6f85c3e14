//! Names of journals: `s-000012-20261124-1a2b3c4d.ndjson`.
//!
//! The number counts the journals of a notebook, so that they sort by age whatever the clocks said; the day lets old ones
//! be put away unread; the end keeps two machines apart that write at the same time.

use std::path::Path;

use chrono::NaiveDate;

/// The name of a journal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// First, second, … of this notebook.
    pub epoch: u32,
    /// The day it was begun.
    pub day: NaiveDate,
    /// What tells it from another of the same number.
    pub nonce: String,
}

const DAY: &str = "%Y%m%d";

impl Name {
    /// The name of a file, if it is a journal's.
    pub fn parse(path: &Path) -> Option<Self> {
        let stem = path.file_name()?.to_str()?.strip_prefix("s-")?.strip_suffix(".ndjson")?;
        let mut parts = stem.splitn(3, '-');
        let epoch = parts.next()?.parse().ok()?;
        let day = NaiveDate::parse_from_str(parts.next()?, DAY).ok()?;
        Some(Self { epoch, day, nonce: parts.next()?.to_owned() })
    }

    /// The name as it stands in the folder.
    pub fn file_name(&self) -> String {
        format!("s-{:06}-{}-{}.ndjson", self.epoch, self.day.format(DAY), self.nonce)
    }
}
