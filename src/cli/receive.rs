//! `tep import` of files that another school sent: students who are handed over, each one undoable change.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{
    answer::{Answer, Exit},
    args::Import,
    passphrase,
    setup::Setup,
    trouble::Trouble,
};
use crate::{
    app::lang::Lang,
    exchange::{
        handover,
        seal::{self, Passphrase},
    },
    notebook::handover::HandOver,
    rules::identity::Rbd,
    run::{author, clock::Clock},
    store::{FindError, Shelf, journal::Act},
    text::handover as text,
};

/// One student who came in.
struct Taken {
    file: PathBuf,
    school: Rbd,
    handover: HandOver,
    is_new: bool,
}

/// Whether any of these files is a hand-over.
pub(super) fn is_meant(args: &Import) -> bool {
    args.files.iter().any(|path| read(path, handover::GLANCE as u64).is_ok_and(|start| handover::is_one(&start)))
}

fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Takes the students in, one after the other. A file that cannot be used does not stop the others.
pub(super) fn run(setup: &Setup, args: &Import) -> Result<Answer, Trouble> {
    let (lang, shelf) = (setup.lang, setup.shelf_to_read()?);
    let (mut taken, mut said, mut exit) = (Vec::new(), Vec::new(), Exit::Done);
    let mut passphrase = None;
    for path in &args.files {
        let name = path.display().to_string();
        let handover = match open(lang, path, &mut passphrase) {
            Ok(handover) => handover,
            Err((why, how)) => {
                said.push(format!("{name}: {why}"));
                exit = exit.max(how);
                continue;
            }
        };
        match take(&shelf, path, handover, args)? {
            Ok(one) => taken.push(one),
            Err(why) => {
                said.push(format!("{name}: {}", why.of(lang)));
                exit = exit.max(Exit::No);
            }
        }
    }
    let answer = if args.json {
        Answer::json(&json!({ "dry_run": args.dry_run, "received": taken.iter().map(record).collect::<Vec<_>>() }))
    } else {
        let line = |one: &Taken| text::received(lang, &one.handover, one.school, one.is_new, args.dry_run);
        Answer::done(taken.iter().map(line).collect())
    };
    Ok(Answer { said, exit, ..answer })
}

/// The hand-over in a file. The same passphrase is tried on all files of a call.
fn open(lang: Lang, path: &Path, passphrase: &mut Option<Passphrase>) -> Result<HandOver, (String, Exit)> {
    let most = u64::try_from(handover::LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let bytes = read(path, most).map_err(|error| (text::not_read(lang, error.kind()), Exit::Disk))?;
    if seal::is_sealed(&bytes) {
        passphrase.get_or_insert_with(|| Passphrase::new(&passphrase::recall(lang)));
    }
    handover::open(&bytes, passphrase.as_ref()).map_err(|why| (text::not_opened(lang, why), Exit::No))
}

/// Puts one student into the notebook of the school that receives them; says why not where it cannot.
fn take(
    shelf: &Shelf,
    path: &Path,
    handover: HandOver,
    args: &Import,
) -> Result<Result<Taken, text::NotTaken>, Trouble> {
    let notebook = match notebook(shelf, &handover, args.into.as_deref())? {
        Ok(notebook) => notebook,
        Err(why) => return Ok(Err(why)),
    };
    let now = Clock::System.now();
    let mut keeper = shelf.pen(&notebook, &author::here(), now.at)?;
    let school = keeper.notebook().school.rbd;
    let edit = match keeper.notebook().receive(&handover, now.today) {
        Ok(edit) => edit,
        Err(refusal) => return Ok(Err(text::NotTaken::Refused(refusal, handover.student.code()))),
    };
    let is_new = edit.is_some();
    if let Some(edit) = edit.filter(|_| !args.dry_run) {
        keeper.commit(Act::Do, edit, now.at)?;
    }
    keeper.close(now.at)?;
    Ok(Ok(Taken { file: path.to_owned(), school, handover, is_new }))
}

/// The notebook of the school that receives: the one that was named, the one that the file names, or the only one here.
fn notebook(
    shelf: &Shelf,
    handover: &HandOver,
    into: Option<&str>,
) -> Result<Result<PathBuf, text::NotTaken>, Trouble> {
    if let Some(school) = into {
        let entry = shelf.find(school).map_err(|error| Trouble::finding(school, shelf.dir(), error))?;
        return Ok(Ok(entry.path));
    }
    if let Some(to) = handover.transfer.to {
        let school = to.number().to_string();
        return match shelf.find(&school) {
            Ok(entry) => Ok(Ok(entry.path)),
            Err(FindError::NotFound) => Ok(Err(text::NotTaken::NoNotebook(to))),
            Err(error) => Err(Trouble::finding(&school, shelf.dir(), error)),
        };
    }
    Ok(match shelf.paths()?.as_slice() {
        [path] => Ok(path.clone()),
        _ => Err(text::NotTaken::NoSchool),
    })
}

fn record(taken: &Taken) -> Value {
    json!({
        "file": taken.file,
        "school": taken.school,
        "from": taken.handover.transfer.from,
        "sent": taken.handover.transfer.sent,
        "code": taken.handover.student.code(),
        "course": taken.handover.student.course,
        "received": taken.is_new,
    })
}
