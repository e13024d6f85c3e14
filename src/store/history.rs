//! Who changed what, and when, as the journals say it.
//!
//! Owns the reading of journals for people. Never writes, and never decides what a record means for the notebook.

use std::{collections::BTreeSet, path::Path};

use chrono::{DateTime, Utc};

use super::{
    error::OpenError,
    journal::{Damage, Step, What},
    lost,
    past::{Depth, Past},
    shelf::Shelf,
};
use crate::notebook::safe_text::SafeText;

/// Something that was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// When, by the clock of that machine.
    pub at: DateTime<Utc>,
    /// Who: the name by which the machine knows the person.
    pub by: SafeText,
    /// The machine.
    pub host: SafeText,
    /// What was done.
    pub what: Happened,
}

/// What a person did.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// Changed the notebook, or took a change back.
    Changed(Box<Step>),
    /// Had names shown that were hidden.
    Revealed,
}

/// All that the journals of a notebook still tell.
#[derive(Debug, Default)]
pub struct History {
    /// In the order in which it happened, the newest last. Clocks do not matter.
    pub happened: Vec<Recorded>,
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
    // One that had to be written again counts once.
    let counted: BTreeSet<usize> = past.run().into_iter().map(|(at, _)| at).collect();
    let (mut happened, mut host) = (Vec::new(), SafeText::default());
    for (at, record) in past.records().enumerate() {
        let what = match &record.what {
            What::Head(head) => {
                host = head.host.clone();
                continue;
            }
            What::Edit(step) if counted.contains(&at) => Happened::Changed(step.clone()),
            What::Revealed => Happened::Revealed,
            What::Edit(_) | What::Seen(_) | What::Intent(_) | What::Placed(_) | What::End => continue,
        };
        happened.push(Recorded { at: record.at, by: record.by.clone(), host: host.clone(), what });
    }
    History { happened, gaps }
}
