//! Which state a file and its journals come to: known, new, changed outside, or damaged.
//!
//! Owns the deciding. Never writes anything, and never takes the pen.

use std::sync::Arc;

use super::{
    Story,
    open::{Found, Leave, Outside},
};
use crate::{
    notebook::{
        Notebook, compare,
        edit::{Deed, Edit},
    },
    store::{
        error::OpenError,
        fs::Fs,
        journal::{Act, Mark, Step, What},
        past::{Depth, Past, Place},
        read::{self, Age},
        reference::{self, Reference},
        salvage,
        shelf::ReadOnly,
    },
};

/// The way of a notebook to the screen, once its state is clear.
pub(super) struct Clear {
    pub(super) notebook: Notebook,
    pub(super) story: Story,
    /// Why it must not be written, apart from who holds the pen.
    pub(super) read_only: Option<ReadOnly>,
    /// What the journal has to say first.
    pub(super) first: Vec<What>,
    /// Changes that are not in the file.
    pub(super) ahead: usize,
    /// Whether history begins with the next file.
    pub(super) fresh: bool,
}

/// The journal knows the file: what was done after it is put on top.
pub(super) fn known(found: &Found, past: &Past, place: Place) -> Result<Clear, OpenError> {
    let trusted = if place.is_ours { read::known(&found.bytes) } else { None };
    let mut clear = match trusted {
        Some(notebook) => Clear::of(notebook),
        None => careful(found)?,
    };
    let edits: Vec<Edit> = past.steps_after(place).map(|step| step.edit.clone()).collect();
    let replay = clear.notebook.replay_run(&edits);
    clear.story.recovered = edits.len();
    clear.story.clashes = replay.clashes;
    clear.story.was_old_copy = !place.is_last;
    clear.ahead = edits.len();
    Ok(clear)
}

/// No journal knows this notebook: it is new here.
pub(super) fn new(found: &Found, leave: Leave) -> Result<Clear, OpenError> {
    match careful(found) {
        Ok(mut clear) => {
            clear.first.push(What::Seen(Mark { sha: found.sha, fresh: true }));
            Ok(clear)
        }
        Err(error) => rebuilt(found, leave, &Past::default(), None, error),
    }
}

/// What a file that no journal knows comes to.
pub(super) enum Strange {
    Clear(Box<Clear>),
    Ask(Outside),
}

/// The journal knows the notebook and not this file: somebody wrote it outside.
pub(super) fn strange(fs: &dyn Fs, found: &Found, leave: Leave) -> Result<Strange, OpenError> {
    let past = Past::read(fs, &found.nest, Depth::Whole)?;
    let reference = reference::find(fs, &found.nest, &past)?;
    let outside = match careful(found) {
        Ok(clear) if clear.read_only.is_some() => {
            let anew = reference.filter(|_| leave == Leave::Rebuild(found.sha));
            let anew = anew.and_then(|reference| built_anew(found, &past, Some(reference)));
            return Ok(Strange::Clear(Box::new(anew.unwrap_or(clear))));
        }
        // An id that is not the one of the journals of this file is one difference more, and no other notebook.
        Ok(mut clear) => {
            clear.notebook.id = found.id;
            clear
        }
        Err(error) => {
            return rebuilt(found, leave, &past, reference, error).map(|clear| Strange::Clear(Box::new(clear)));
        }
    };
    let ask = |changes, last_known| {
        let (path, sha, last_known) = (found.path.clone(), found.sha, Arc::new(last_known));
        Ok(Strange::Ask(Outside { path, sha, changes, last_known }))
    };
    let Some(mut reference) = reference else {
        let clear = on_top(found, &past, outside);
        let may = leave == Leave::Adopt(found.sha);
        return if may { Ok(Strange::Clear(Box::new(clear))) } else { ask(Vec::new(), clear.notebook) };
    };
    // Copies of one notebook in one format can always be compared.
    let changes = compare::changes(&reference.file, &outside.notebook).unwrap_or_default();
    if !changes.is_empty() && leave != Leave::Adopt(found.sha) {
        return ask(changes, reference.last);
    }
    let replay = reference.last.replay_changes(&changes);
    let mut clear = Clear { story: outside.story, ..Clear::of(reference.last) };
    clear.story.adopted = replay.changed + replay.known;
    clear.ahead = reference.ahead + usize::from(!changes.is_empty());
    clear.story.recovered = reference.ahead;
    let is_as_the_file = reference.ahead == 0 && replay.clashes.is_empty();
    clear.story.clashes = replay.clashes;
    // Where the process before this one had taken it over and could not say for which file, it is in the journal already.
    if replay.known < changes.len() {
        clear.first.push(step(Edit { deed: Deed::AdoptOutside, changes }));
    }
    if is_as_the_file {
        clear.first.push(What::Seen(Mark { sha: found.sha, fresh: false }));
    }
    Ok(Strange::Clear(Box::new(clear)))
}

/// Without a version to compare with: the file as it is, with what was kept and not in a file yet on top.
fn on_top(found: &Found, past: &Past, mut outside: Clear) -> Clear {
    let pending = past.pending();
    let before = outside.notebook.clone();
    let replay = outside.notebook.replay_run(&pending);
    outside.first.push(What::Seen(Mark { sha: found.sha, fresh: true }));
    if let Ok(changes) = compare::changes(&before, &outside.notebook)
        && !changes.is_empty()
    {
        outside.first.push(step(Edit { deed: Deed::AdoptOutside, changes }));
    }
    outside.ahead = pending.len();
    outside.story.recovered = pending.len();
    outside.story.clashes = replay.clashes;
    outside
}

/// A file that cannot be read: the error, or with leave the notebook built from what is known and what can be read.
///
/// Without anything known, only a damaged notebook is read in pieces, and no file of another kind.
fn rebuilt(
    found: &Found,
    leave: Leave,
    past: &Past,
    reference: Option<Reference>,
    error: OpenError,
) -> Result<Clear, OpenError> {
    let may = reference.is_some() || matches!(error, OpenError::Damaged { .. });
    if !may || leave != Leave::Rebuild(found.sha) {
        return Err(error);
    }
    let anew = built_anew(found, past, reference);
    anew.ok_or_else(|| OpenError::BeyondRepair { path: found.path.clone() })
}

fn built_anew(found: &Found, past: &Past, reference: Option<Reference>) -> Option<Clear> {
    let has_history = reference.is_some();
    let rebuilt = salvage::rebuild(&found.bytes, reference)?;
    let mut clear = Clear::of(rebuilt.notebook);
    clear.notebook.id = found.id;
    if !has_history {
        let pending = past.pending();
        let replay = clear.notebook.replay_run(&pending);
        (clear.story.recovered, clear.story.clashes) = (pending.len(), replay.clashes);
    } else if !rebuilt.found.is_empty() {
        clear.first.push(step(Edit { deed: Deed::Salvage, changes: rebuilt.found }));
    }
    clear.story.rebuilt = Some(rebuilt.report);
    clear.fresh = !has_history;
    clear.ahead = 1;
    Some(clear)
}

/// The number is given when the keeper knows it.
fn step(edit: Edit) -> What {
    What::Edit(Box::new(Step { n: 0, act: Act::Do, edit }))
}

/// Reads the file with every doubt.
pub(super) fn careful(found: &Found) -> Result<Clear, OpenError> {
    let read = read::notebook(&found.bytes).map_err(|why| why.at(&found.path, &found.bytes))?;
    let read_only = match read.age {
        Age::Newer { version } => Some(ReadOnly::Newer { version }),
        _ if read.loses => Some(ReadOnly::WouldLose),
        Age::Current | Age::Older { .. } => None,
    };
    let migrated_from = match read.age {
        Age::Older { version } => Some(version),
        Age::Current | Age::Newer { .. } => None,
    };
    let story = Story { repaired_texts: read.repaired_texts, migrated_from, ..Story::default() };
    Ok(Clear { story, read_only, ..Clear::of(read.notebook) })
}

impl Clear {
    fn of(notebook: Notebook) -> Self {
        Self { notebook, story: Story::default(), read_only: None, first: Vec::new(), ahead: 0, fresh: false }
    }
}
