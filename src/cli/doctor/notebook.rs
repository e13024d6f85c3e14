//! How a notebook is kept, as facts.

use std::{io, path::Path};

use chrono::{Local, NaiveDate};

use crate::{
    run::author,
    store::{
        Failure, OpenError, Shelf,
        checkup::{Checkup, State},
    },
    text::cli::doctor::Fact,
};

/// What there is to say of a notebook.
pub(super) fn facts(shelf: &Shelf, path: &Path, today: NaiveDate) -> Vec<Fact> {
    match shelf.checkup(path) {
        Ok(checkup) => of(&checkup, today),
        Err(failure) => vec![Fact::Unreadable(OpenError::Failed(failure))],
    }
}

fn of(checkup: &Checkup, today: NaiveDate) -> Vec<Fact> {
    let mut facts = file(checkup);
    let is_held = checkup.holder.is_some();
    let is_here = checkup.holder.as_ref().map(|holder| holder.host == author::here().host);
    let newest = checkup.backups.newest.map(|at| (at.with_timezone(&Local).date_naive(), today));
    let journals = &checkup.journals;
    // Of a file that cannot be read, or that somebody else wrote, nobody can say that it has everything.
    let is_known = checkup.file.as_ref().is_ok_and(|state| state.outside.is_none());
    facts.push(Fact::Pen(is_here));
    facts.extend((is_known || checkup.unfinished > 0).then_some(Fact::Unfinished(checkup.unfinished, is_held)));
    facts.push(Fact::Journals(journals.all));
    // Whoever is writing may be in the middle of a line.
    facts.push(Fact::Torn(if is_held { 0 } else { journals.torn }));
    facts.extend((journals.broken > 0).then_some(Fact::Broken(journals.broken, false)));
    facts.extend((journals.told > 0).then_some(Fact::Broken(journals.told, true)));
    facts.extend([
        Fact::NewerJournals(journals.newer),
        Fact::Backups(checkup.backups.all, newest),
        Fact::UnfitBackups(checkup.backups.unfit),
        Fact::Leftovers(if is_held { 0 } else { checkup.leftovers }),
        Fact::Drafts(checkup.drafts, is_held),
        Fact::Salvaged(checkup.salvaged),
    ]);
    let exposed = checkup.exposed.first();
    facts.extend(exposed.map(|(path, mode)| Fact::Exposed(checkup.exposed.len(), path.clone(), *mode)));
    facts
}

fn file(checkup: &Checkup) -> Vec<Fact> {
    let State { version, read_only, is_old_copy, outside } = match &checkup.file {
        Ok(state) => state,
        Err(OpenError::Failed(Failure { kind: io::ErrorKind::NotFound, .. })) => return vec![Fact::Missing],
        Err(error) => return vec![Fact::Unreadable(error.clone())],
    };
    let mut facts = vec![Fact::Readable(*version)];
    facts.extend(read_only.clone().map(Fact::ReadOnly));
    facts.extend(is_old_copy.then_some(Fact::OldCopy));
    facts.extend(outside.map(Fact::Outside));
    facts
}
