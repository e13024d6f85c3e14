//! What happened to a notebook since it was last closed, as values.

use crate::{
    notebook::edit::Change,
    store::{draft::Draft, past::Stacks, salvage::Report},
};

impl Story {
    /// Whether there is something that a person has to know of, and not only may.
    pub fn needs_reading(&self) -> bool {
        !self.clashes.is_empty()
            || self.was_old_copy
            || self.broken_journals > 0
            || self.clock_went_back
            || self.rebuilt.is_some()
    }
}

/// What there is to tell when a notebook opens. All zero and none when it was closed in peace.
#[derive(Debug, Default)]
pub struct Story {
    /// Changes that were in the journal and not in the file: they are there.
    pub recovered: usize,
    /// Changes that could not be put back, because the item has another content by now. They stay in the journal.
    pub clashes: Vec<Change>,
    /// Somebody (a cloud folder, a stick) had put an older copy of the file back.
    pub was_old_copy: bool,
    /// Changes made outside this program that were taken over.
    pub adopted: usize,
    /// Journals with a damage in the middle: something after it may be missing.
    pub broken_journals: usize,
    /// The clock shows an earlier time than the last record, by more than a day.
    pub clock_went_back: bool,
    /// What was being typed.
    pub draft: Option<Draft>,
    /// What can be undone and redone.
    pub stacks: Stacks,
    /// Texts of the file that are shown without what a terminal must not get.
    pub repaired_texts: usize,
    /// The file was damaged and was built anew.
    pub rebuilt: Option<Report>,
    /// The file's version, where it was older and was brought up to date.
    pub migrated_from: Option<u32>,
}
