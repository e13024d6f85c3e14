//! `tep import` of files that another school sent: students who are handed over, each one undoable change.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
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
    app::{
        import::{
            Unread,
            received::{NotReceived, Received},
        },
        lang::Lang,
    },
    exchange::{
        handover,
        seal::{self, Passphrase},
    },
    notebook::handover::HandOver,
    run::{author, clock::Clock, intake::receiving::Receiver},
    text::{handover as text, keeping, reading::refusals},
};

/// One student who came in: from which file, what it says, and what came of it.
type Taken<'a> = (&'a Path, HandOver, Received);

/// Whether any of these files is a hand-over.
pub(super) fn is_meant(args: &Import) -> bool {
    args.files.iter().any(|path| read(path, handover::GLANCE as u64).is_ok_and(|start| handover::is_one(&start)))
}

fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Takes the students in, one after the other. A file that cannot be used does not stop the others, and whatever happens,
/// it is told who is in.
pub(super) fn run(setup: &Setup, args: &Import) -> Result<Answer, Trouble> {
    let (lang, shelf) = (setup.lang, setup.shelf_to_read()?);
    let find = |school: &str| shelf.find(school).map_err(|error| Trouble::finding(school, shelf.dir(), error));
    let into = args.into.as_deref().map(find).transpose()?;
    let mut receiver = Receiver::on(&shelf, into.map(|entry| entry.path));
    let (author, clock) = (author::here(), Clock::System);
    let (mut taken, mut said, mut exit) = (Vec::new(), Vec::new(), Exit::Done);
    let mut passphrase = None;
    for path in &args.files {
        let came = open(lang, path, &mut passphrase).and_then(|file| {
            let now = clock.now();
            let came = if args.dry_run { receiver.rehearse(&file, now) } else { receiver.receive(&file, &author, now) };
            came.map(|received| (path.as_path(), file, received)).map_err(|why| not_received(lang, why))
        });
        match came {
            Ok(one) => taken.push(one),
            Err((why, how)) => {
                said.push(format!("{}: {why}", path.display()));
                exit = exit.max(how);
            }
        }
    }
    let behind = taken.iter().filter(|(.., received)| received.behind);
    said.extend(behind.map(|(.., received)| keeping::behind(lang, received.school)));
    let answer = if args.json {
        Answer::json(&json!({ "dry_run": args.dry_run, "received": taken.iter().map(record).collect::<Vec<_>>() }))
    } else {
        let line = |(_, file, received): &Taken<'_>| {
            text::received(lang, file, received.school, received.is_new, args.dry_run)
        };
        Answer::done(taken.iter().map(line).collect())
    };
    Ok(Answer { said, exit, ..answer })
}

/// The hand-over in a file. The same passphrase is tried on all files of a call.
fn open(lang: Lang, path: &Path, passphrase: &mut Option<Passphrase>) -> Result<HandOver, (String, Exit)> {
    let most = u64::try_from(handover::LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    let bytes =
        read(path, most).map_err(|error| (refusals::unread(Unread::from(&error)).of(lang).to_owned(), Exit::Disk))?;
    if seal::is_sealed(&bytes) {
        passphrase.get_or_insert_with(|| Passphrase::new(&passphrase::recall(lang)));
    }
    handover::open(&bytes, passphrase.as_ref()).map_err(|why| (text::not_opened(lang, why), Exit::No))
}

fn not_received(lang: Lang, why: NotReceived) -> (String, Exit) {
    match why {
        NotReceived::Failed(failure) => {
            let trouble = Trouble::from(failure);
            (trouble.sentence(lang), trouble.exit())
        }
        why => (text::not_received(lang, &why), Exit::No),
    }
}

fn record((path, file, received): &Taken<'_>) -> Value {
    json!({
        "file": path,
        "school": received.school,
        "from": file.transfer.from,
        "sent": file.transfer.sent,
        "code": received.code,
        "course": file.student.course,
        "received": received.is_new,
        "behind": received.behind,
    })
}
