//! `tep restore SCHOOL WHICH`: a backup takes the place of what a notebook says, and can be taken back like any change.

use chrono::Local;
use serde_json::{Value, json};

use super::{answer::Answer, args::Restore, setup::Setup, trouble::Trouble};
use crate::{
    run::{author, clock::Clock},
    store::{Before, RestoreError, Restored},
    text::cli::restore as text,
};

/// Puts the backup back, or says what that would do; says which it was, with counts.
pub(super) fn run(setup: &Setup, args: &Restore) -> Result<Answer, Trouble> {
    let (shelf, path) = setup.kept(&args.school)?;
    let done = if args.dry_run {
        shelf.try_restore(&path, &args.which)
    } else {
        shelf.restore(&path, &args.which, &author::here(), Clock::System.now().at)
    };
    let restored = done.map_err(|error| trouble(args, error))?;
    if args.json {
        return Ok(Answer::json(&record(&restored, args.dry_run)));
    }
    let at = restored.backup.at.with_timezone(&Local).naive_local();
    Ok(Answer::done(format!("{}\n", text::restored(setup.lang, &restored, at, args.dry_run))))
}

fn trouble(args: &Restore, error: RestoreError) -> Trouble {
    let (school, which) = (args.school.clone(), args.which.clone());
    match error {
        RestoreError::NotFound => Trouble::NoBackup { school, which },
        RestoreError::Ambiguous(names) => Trouble::BackupAmbiguous { which, names },
        RestoreError::Unfit { name, why } => Trouble::BackupUnfit { name, why },
        RestoreError::Open(error) => error.into(),
        RestoreError::Save(error) => error.into(),
    }
}

/// What was done; the names are a contract.
fn record(restored: &Restored, dry_run: bool) -> Value {
    json!({
        "backup": restored.backup.name(),
        "at": restored.backup.at,
        "file": match restored.before {
            Before::Whole => "whole",
            Before::Damaged => "damaged",
            Before::Missing => "missing",
        },
        "changes": { "added": restored.added, "changed": restored.changed, "removed": restored.removed },
        "items": restored.items,
        "students": restored.students,
        "kept": restored.kept,
        "in_file": restored.is_in_file,
        "dry_run": dry_run,
    })
}
