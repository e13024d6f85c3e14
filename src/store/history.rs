//! Who changed what, and when, as the journals say it.
//!
//! Owns the reading of journals for people. Never writes, and never decides what a record means for the notebook.

use std::{collections::BTreeMap, path::Path};

use chrono::{DateTime, Utc};

use super::{
    error::OpenError,
    journal::{Damage, Step, What},
    lost,
    past::{Depth, Past},
    shelf::Shelf,
};
use crate::notebook::safe_text::SafeText;

/// A change that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// When, by the clock of that machine.
    pub at: DateTime<Utc>,
    /// Who: the name by which the machine knows the person.
    pub by: SafeText,
    /// The machine.
    pub host: SafeText,
    /// What was done.
    pub step: Step,
}

/// All that the journals of a notebook still tell.
#[derive(Debug, Default)]
pub struct History {
    /// The changes in the order in which they were made, the newest last. Clocks do not matter.
    pub changes: Vec<Recorded>,
    /// Journals that are damaged in the middle, or that only a newer program understands: something is missing here.
    pub gaps: usize,
}

impl Shelf {
    /// Reads the history of a notebook; also where its file is damaged or missing, and while somebody writes it.
    pub fn history(&self, path: &Path) -> Result<History, OpenError> {
        let past = Past::read(self.fs(), &lost::nest_of(self.fs(), path)?, Depth::Whole)?;
        Ok(of(&past))
    }
}

fn of(past: &Past) -> History {
    let is_gap = |damage: Option<Damage>| matches!(damage, Some(Damage::Broken | Damage::Newer));
    let gaps = past.chapters.iter().filter(|chapter| is_gap(chapter.damage)).count();
    let (mut changes, mut host) = (Vec::<Recorded>::new(), SafeText::default());
    // One that had to be written again stands there twice.
    let mut known: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for record in past.records() {
        match &record.what {
            What::Head(head) => host = head.host.clone(),
            What::Edit(step) => {
                let (by, step) = (record.by.clone(), (**step).clone());
                let change = Recorded { at: record.at, by, host: host.clone(), step };
                let same = known.entry(change.step.n).or_default();
                if !same.iter().any(|at| changes.get(*at) == Some(&change)) {
                    same.push(changes.len());
                    changes.push(change);
                }
            }
            _ => {}
        }
    }
    History { changes, gaps }
}
