//! Reading a journal: as far as its chain holds.

use super::record::{self, Head, Link, Record, What};

/// What a journal holds.
#[derive(Debug, Default)]
pub struct Pages {
    /// The records whose chain holds.
    pub records: Vec<Record>,
    /// Bytes of those.
    pub good: usize,
    /// What stands after them, if anything does.
    pub damage: Option<Damage>,
}

/// Why a journal is not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// The last line is not whole: the program was stopped while it wrote. Nothing that was called saved stands there.
    Torn,
    /// A line in the middle is not what was written.
    Broken,
    /// A line is as it was written, and this program does not know what it says.
    Newer,
}

/// Reads a journal as far as its chain holds.
pub fn pages(bytes: &[u8]) -> Pages {
    let mut pages = Pages::default();
    let mut last = Link::default();
    while let Some(rest) = bytes.get(pages.good..).filter(|rest| !rest.is_empty()) {
        let end = rest.iter().position(|byte| *byte == b'\n');
        let line = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let Some(next) = record::check(last, line) else {
            pages.damage = Some(damage(line, end.and_then(|end| rest.get(end + 1..))));
            break;
        };
        let Some(record) = serde_json::from_slice::<Record>(line).ok().filter(is_of_this_version) else {
            pages.damage = Some(Damage::Newer);
            break;
        };
        last = next;
        // A line that lacks only its break says all that it has to say.
        pages.good += end.map_or(line.len(), |end| end + 1);
        pages.records.push(record);
    }
    pages
}

/// What it means that a line is not what was written; `after` is what follows its break, if it has one.
///
/// Stopped while it wrote, a program leaves the beginning of its last line, and a power cut may leave zeros where the
/// system had made room and the text did not arrive. A last line that has its break and no such zeros was whole once: it
/// may have been called saved, and its loss must be told.
fn damage(line: &[u8], after: Option<&[u8]>) -> Damage {
    let Some(after) = after else { return Damage::Torn };
    let mut zeros = line.iter().filter(|byte| **byte == 0);
    let has_several = zeros.next().is_some() && zeros.next().is_some();
    let did_not_arrive = has_several || line.first() == Some(&0);
    if did_not_arrive && !after.contains(&b'\n') { Damage::Torn } else { Damage::Broken }
}

fn is_of_this_version(record: &Record) -> bool {
    !matches!(record.what, What::Head(Head { version, .. }) if version > record::VERSION)
}
