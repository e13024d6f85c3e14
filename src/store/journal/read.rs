//! Reading a journal: as far as its chain holds.

use super::record::{self, Link, Record};

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
        let Some(end) = rest.iter().position(|byte| *byte == b'\n') else {
            pages.damage = Some(Damage::Torn);
            break;
        };
        let line = rest.get(..end).unwrap_or_default();
        let Some(next) = record::check(last, line) else {
            // Zeros stand where the system had made room and the text did not arrive.
            let is_last = !rest.get(end + 1..).is_some_and(|after| after.contains(&b'\n'));
            pages.damage = Some(if is_last { Damage::Torn } else { Damage::Broken });
            break;
        };
        let Ok(record) = serde_json::from_slice::<Record>(line) else {
            pages.damage = Some(Damage::Newer);
            break;
        };
        last = next;
        pages.good += end + 1;
        pages.records.push(record);
    }
    pages
}
