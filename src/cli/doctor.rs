//! `tep doctor [SCHOOL]`: how this machine and the notebooks are, made to be sent to somebody: no names, no text of a
//! notebook, no name of a user. Repairs nothing and leaves no trace.

mod discretion;
mod judge;
mod machine;
mod notebook;
mod page;
mod record;

use std::path::PathBuf;

use super::{
    answer::{Answer, Exit},
    args::Doctor,
    questions::{self, Own},
    setup::Setup,
    trouble::Trouble,
};
use crate::{
    run::clock::Clock,
    store::{Shelf, fs::disk::DiskFs},
    text::cli::doctor::Fact,
};
use discretion::Discretion;
use judge::Mark;

/// What findings are about.
#[derive(Debug, Clone, PartialEq, Eq)]
enum About {
    Terminal,
    Folders,
    Disk,
    Own,
    Notebook(PathBuf),
}

/// Facts about one thing.
type Chapter = (About, Vec<Fact>);

/// Everything that was found, as a page or as JSON.
pub(super) fn run(setup: &Setup, args: &Doctor) -> Result<Answer, Trouble> {
    let (shelf, paths) = meant(setup, args)?;
    let mut chapters = vec![
        (About::Terminal, machine::terminal(setup)),
        (About::Folders, machine::folders(setup, shelf.dir())?),
        (About::Disk, machine::disk(&DiskFs, shelf.dir(), &paths)),
        (About::Own, [questions::guide(&shelf).1, questions::codebook(&shelf).1].map(Own::facts).concat()),
    ];
    let now = Clock::System.now();
    for path in paths {
        let facts = notebook::facts(&shelf, &path, now.today);
        chapters.push((About::Notebook(path), facts));
    }
    let discretion = Discretion::here();
    let answer = if args.json {
        Answer::json(&discretion.value(record::of(&chapters)))
    } else {
        let page = page::write(setup.lang, setup.charset(), &chapters);
        Answer::done(discretion.text(&page))
    };
    Ok(Answer { exit: exit(&chapters), ..answer })
}

/// The notebook that was named, or all of the folder and those whose file is missing.
fn meant(setup: &Setup, args: &Doctor) -> Result<(Shelf, Vec<PathBuf>), Trouble> {
    if let Some(school) = &args.school {
        let (shelf, path) = setup.kept(school)?;
        return Ok((shelf, vec![path]));
    }
    let shelf = setup.shelf_to_read()?;
    let mut paths = shelf.paths()?;
    paths.extend(shelf.missing()?);
    paths.sort();
    Ok((shelf, paths))
}

fn exit(chapters: &[Chapter]) -> Exit {
    let facts = || chapters.iter().flat_map(|(_, facts)| facts);
    if facts().any(judge::is_disk) {
        Exit::Disk
    } else if facts().any(|fact| judge::mark(fact) == Mark::Problem) {
        Exit::No
    } else {
        Exit::Done
    }
}
