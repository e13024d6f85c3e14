//! `tep import FILE…`: tables of the Ministry, of SIGE or of the school into the notebooks of their schools.

mod page;

use std::{path::PathBuf, sync::Arc};

use super::{
    answer::{Answer, Exit},
    args::Import,
    setup::{self, Setup},
    trouble::Trouble,
};
use crate::{
    app::{effect::Taking, import::planned::Out, lang::Lang},
    exchange::{self, Answer as Told, Answers, Choices, File, FileReport, LoadError, Outcome, Reason, Wishes},
    notebook::{id::Ids, steps::Making},
    rules::identity::Rbd,
    run::{
        author,
        clock::Clock,
        intake::{self, Finder},
    },
    store::{FindError, Shelf},
    text::{imports, keeping, reading},
};

/// Reads all files, plans all notebooks, and only then writes; says what was read, rejected, doubted and done.
pub(super) fn run(setup: &Setup, args: &Import) -> Result<Answer, Trouble> {
    let lang = setup.lang;
    let shelf = setup.shelf()?;
    let now = Clock::System.now();
    let open = |path: &PathBuf| exchange::open(path, &Wishes::default(), now.today).map(Arc::new);
    let files = args.files.iter().map(|path| File { path: path.display().to_string(), content: open(path) });
    let files: Vec<File> = files.collect();
    let mut finder = Finder::among(&shelf, shelf.notebooks()?);
    let choices = choices(args, &shelf, &mut finder)?;
    let mut ids = Ids::Random;
    let mut making = Making { today: now.today, now: now.at, ids: &mut ids };
    let outcome = exchange::import(&files, &choices, |rbd| finder.standing(rbd), &mut making);
    if outcome.report.notebooks.created > 0 && setup::has(&shelf, true)? {
        return Err(Trouble::PracticeHere(shelf.dir().to_owned()));
    }
    let mut said = left_out(lang, &outcome, &finder, &shelf);
    said.extend(without_school(lang, &outcome));
    said.extend(known_two_ways(lang, &outcome));
    let mut exit = exit(&files, &outcome);
    let answer = if args.json {
        Answer::json(&serde_json::json!(outcome.report))
    } else {
        Answer::done(page::write(lang, &files, &outcome, args.dry_run))
    };
    let takings = if args.dry_run { Vec::new() } else { takings(outcome, &finder) };
    let written = intake::write(takings, &shelf, &author::here(), now.at);
    said.extend(written.behind.iter().map(|rbd| keeping::behind(lang, *rbd)));
    if let Some((error, left)) = written.stopped {
        said.push(Trouble::from(error).sentence(lang));
        said.push(imports::stopped(lang, &written.written, &left));
        return Ok(Answer { said, exit: Exit::Disk, ..Answer::default() });
    }
    for (path, error) in unread(&files) {
        said.push(reading::refusals::load(lang, path, error));
        if matches!(error, LoadError::Io(..)) {
            exit = Exit::Disk;
        }
    }
    Ok(Answer { said, exit, ..answer })
}

/// What the options ask for. The school of `--into` is found as any command finds one; one without a notebook must be
/// named by its RBD.
fn choices(args: &Import, shelf: &Shelf, finder: &mut Finder<'_>) -> Result<Choices, Trouble> {
    let into = match &args.into {
        None => None,
        Some(school) => Some(into(school, shelf, finder)?),
    };
    let rest = match (args.same, args.different) {
        (true, _) => Some(Told::Same),
        (_, true) => Some(Told::Different),
        (false, false) => None,
    };
    Ok(Choices { into, create: args.create, year: args.year, answers: Answers { rest, ..Answers::default() } })
}

fn into(school: &str, shelf: &Shelf, finder: &mut Finder<'_>) -> Result<Rbd, Trouble> {
    match shelf.find(school) {
        Ok(entry) => {
            let rbd = match &entry.head {
                Ok(head) => head.school.rbd,
                Err(_) => shelf.view(&entry.path)?.notebook.school.rbd,
            };
            finder.only(entry);
            Ok(rbd)
        }
        Err(FindError::NotFound) => match Rbd::parse(school) {
            Ok((rbd, None)) => Ok(rbd),
            Ok((rbd, Some(digit))) => Err(Trouble::WrongDigit { rbd, digit }),
            Err(_) => Err(Trouble::finding(school, shelf.dir(), FindError::NotFound)),
        },
        Err(error) => Err(Trouble::finding(school, shelf.dir(), error)),
    }
}

fn unread(files: &[File]) -> impl Iterator<Item = (&str, &LoadError)> {
    files.iter().filter_map(|file| Some((file.path.as_str(), file.content.as_ref().err()?)))
}

/// Rejected rows are a problem of the data; doubts are not, nor rows of schools that were not asked for.
fn exit(files: &[File], outcome: &Outcome) -> Exit {
    let rejected = || outcome.report.files.iter().flat_map(|file| &file.rejected);
    let is_problem = rejected().any(|row| row.reason != Reason::OtherSchool.code());
    let is_in_vain = outcome.notebooks.is_empty() && rejected().next().is_some();
    if is_problem || is_in_vain || unread(files).next().is_some() { Exit::No } else { Exit::Done }
}

/// Files with rows that do not say their school.
fn without_school(lang: Lang, outcome: &Outcome) -> Vec<String> {
    let is_without = |file: &&FileReport| file.rejected.iter().any(|row| row.reason == Reason::RbdMissing.code());
    outcome.report.files.iter().filter(is_without).map(|file| imports::without_school(lang, &file.path)).collect()
}

/// Schools of which nothing was taken, and why.
fn left_out(lang: Lang, outcome: &Outcome, finder: &Finder<'_>, shelf: &Shelf) -> Vec<String> {
    let mut said = Vec::new();
    let missing = || outcome.left_out.iter().filter(|(_, left)| left.reason == Reason::NotebookMissing);
    let schools: Vec<Rbd> = missing().map(|(rbd, _)| *rbd).collect();
    if !schools.is_empty() {
        said.push(imports::no_notebook(lang, &schools, missing().map(|(_, left)| left.rows).sum()));
    }
    for (rbd, left) in outcome.left_out.iter().filter(|(_, left)| left.reason == Reason::NotebookClosed) {
        if finder.why(*rbd) == Out::TwoNotebooks {
            said.push(imports::two_files(lang, *rbd, shelf.dir()));
        }
        said.extend(finder.failure(*rbd).map(|failure| Trouble::from(failure.clone()).sentence(lang)));
        said.push(imports::closed(lang, *rbd, left.rows));
    }
    said
}

/// Schools that now have students known by RUN and others known by the Ministry's mask alone. Nothing links the two: the
/// same child may stand there twice, and only a person can say so.
fn known_two_ways(lang: Lang, outcome: &Outcome) -> Option<String> {
    let is_mixed = |taken: &&exchange::Taken| {
        let mut masked = taken.notebook.students.iter().map(|student| student.run.is_none());
        let first = masked.next();
        taken.students.added > 0 && masked.any(|other| Some(other) != first)
    };
    let schools: Vec<Rbd> =
        outcome.notebooks.iter().filter(|(_, taken)| is_mixed(taken)).map(|(rbd, _)| *rbd).collect();
    (!schools.is_empty()).then(|| imports::known_two_ways(lang, &schools))
}

/// What is to be written: every notebook that is new or changed. What is unchanged is not touched.
fn takings(outcome: Outcome, finder: &Finder<'_>) -> Vec<Taking> {
    let changed = outcome.notebooks.into_iter().filter(|(_, taken)| taken.created || taken.edit.is_some());
    changed.map(|(rbd, taken)| Taking { path: finder.path(rbd), edit: taken.edit, notebook: taken.notebook }).collect()
}

#[cfg(test)]
mod tests;
