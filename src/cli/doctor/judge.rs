//! How much a finding matters: one table.

use crate::{
    store::OpenError,
    text::cli::doctor::{Colours, Fact},
};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// As it should be.
    Fine,
    /// To be known; nothing is in danger.
    Warning,
    /// Somebody has to do something.
    Problem,
}

/// Below this nothing can be kept any more, in bytes.
const NO_ROOM: u64 = 1_000_000;
/// The smallest window that shows everything.
const WINDOW: (u16, u16) = (60, 16);

/// How much a finding matters.
pub(super) fn mark(fact: &Fact) -> Mark {
    match fact {
        Fact::Unwritable(_)
        | Fact::FolderFailed(..)
        | Fact::Unreadable(_)
        | Fact::Missing
        | Fact::Outside(_)
        | Fact::Broken(_, false) => Mark::Problem,
        Fact::Room(bytes, _) if *bytes < NO_ROOM => Mark::Problem,
        fact => warning(fact).map_or(Mark::Fine, |()| Mark::Warning),
    }
}

fn warning(fact: &Fact) -> Option<()> {
    let is_one = match fact {
        Fact::Term(term) => term.as_deref().is_none_or(|term| term == "dumb"),
        Fact::Window(window) => window.is_some_and(|(columns, rows)| columns < WINDOW.0 || rows < WINDOW.1),
        Fact::Colours(colours) => *colours == Colours::None,
        Fact::Letters(can) | Fact::Feature(_, can) => !can,
        Fact::FolderThere(_, _, mode) => mode.is_some_and(|mode| mode & 0o077 != 0),
        Fact::Room(bytes, needed) => bytes < needed,
        // Whoever is writing has changes on the way.
        Fact::Unfinished(n, is_held) | Fact::Drafts(n, is_held) => *n > 0 && !is_held,
        Fact::Backups(n, _) => *n == 0,
        Fact::Torn(n) | Fact::NewerJournals(n) | Fact::UnfitBackups(n) | Fact::Leftovers(n) | Fact::Salvaged(n) => {
            *n > 0
        }
        Fact::ReadOnly(_)
        | Fact::OldCopy
        | Fact::Broken(_, true)
        | Fact::Exposed(..)
        | Fact::BadLine(_)
        | Fact::OwnUnread(_) => true,
        _ => false,
    };
    is_one.then_some(())
}

/// Whether it means that something could not be read.
pub(super) fn is_disk(fact: &Fact) -> bool {
    matches!(fact, Fact::FolderFailed(..) | Fact::Unreadable(OpenError::Failed(_)))
}
