//! Taking a file in: what it would do to which notebooks, and, once a person has accepted, doing it to those of the shelf.
//!
//! Never decides for a person: a school without a notebook gets one only where that was asked for.

mod finder;
pub mod receiving;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    app::{
        effect::Taking,
        import::planned::{Ground, Out, Plan, Planned, School, Written},
    },
    exchange::{self, Choices, File, Reason},
    notebook::{id::Ids, steps::Making},
    rules::identity::Rbd,
    store::{Author, Kept, SaveError, Shelf},
};
pub use finder::Finder;

/// What a file would do. Reads notebooks and writes nothing.
pub fn plan(plan: &Plan, shelf: &Shelf, (today, now): (NaiveDate, DateTime<Utc>), ids: &mut Ids) -> Planned {
    let mut making = Making { today, now, ids };
    let mut finder = Finder::of(&plan.ground, shelf);
    let into = match &plan.ground {
        Ground::Open(notebook) => Some(notebook.school.rbd),
        Ground::Shelf => plan.choices.into,
    };
    let choices = Choices { into, create: plan.choices.create, year: None, answers: plan.choices.answers.clone() };
    let files = [File { path: String::new(), content: Ok(Arc::clone(&plan.reading)) }];
    let outcome = exchange::import(&files, &choices, |rbd| finder.standing(rbd), &mut making);
    let schools = outcome.notebooks.into_iter().map(|(rbd, taken)| School {
        notebook: Box::new(taken.notebook),
        path: finder.path(rbd),
        edit: taken.edit,
        created: taken.created,
        students: taken.students,
        absent: taken.absent,
        questions: taken.questions,
    });
    let schools = schools.collect();
    let left_out = outcome.left_out.into_iter().map(|(rbd, left)| {
        let why = if left.reason == Reason::OtherSchool { Out::OtherSchool } else { finder.why(rbd) };
        (rbd, (left.rows, why))
    });
    let left_out = left_out.collect();
    let unsaid = plan.reading.records.iter().filter(|record| record.rbd.is_none()).count();
    Planned { schools, left_out, unsaid: if into.is_some() { 0 } else { unsaid } }
}

/// Writes what was accepted, one notebook after the other; says what is written where the disk stops it.
pub fn write(takings: Vec<Taking>, shelf: &Shelf, author: &Author, now: DateTime<Utc>) -> Written {
    let all: Vec<Rbd> = takings.iter().map(|taking| taking.notebook.school.rbd).collect();
    let mut written = Written::default();
    for (at, taking) in takings.into_iter().enumerate() {
        let Some(rbd) = all.get(at).copied() else { break };
        match keep(taking, shelf, author, now) {
            Ok(kept) if kept.behind => written.behind.push(rbd),
            Ok(_) => {}
            Err(error) => {
                written.stopped = Some((error, all.iter().skip(at).copied().collect()));
                break;
            }
        }
        written.written.push(rbd);
    }
    written
}

/// Makes a notebook, or changes one that stands there.
fn keep(taking: Taking, shelf: &Shelf, author: &Author, now: DateTime<Utc>) -> Result<Kept, SaveError> {
    if let (Some(path), Some(edit)) = (taking.path, taking.edit) {
        return shelf.keep(&path, edit, author, now);
    }
    // It stands there: that its journal cannot be ended takes nothing away.
    drop(shelf.create(taking.notebook, author, now)?.close(now));
    Ok(Kept { behind: false })
}

#[cfg(test)]
mod tests;
