//! `tep handover SCHOOL STUDENT -o FILE`: a student, or a whole grade, to the school that receives them; and its answer.

mod pick;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{
    answer::{Answer, Exit},
    args::HandOver as Args,
    passphrase,
    setup::Setup,
    trouble::Trouble,
};
use crate::{
    app::{Now, lang::Lang},
    exchange::seal,
    notebook::{
        edit::{Change, Deed, Edit},
        handover::{HandOver, Message},
        id::Ids,
        steps::Making,
        student::Student,
    },
    rules::identity::Rbd,
    run::{author, clock::Clock, parcel},
    store::{Keeper, Kept},
    text::{handover as text, keeping},
};

/// Why nothing was handed over, in one sentence.
struct No(String, Exit);

impl From<No> for Answer {
    fn from(No(sentence, exit): No) -> Self {
        Self { said: vec![sentence], exit, ..Self::default() }
    }
}

/// Writes the file of each student, then what the notebook has to remember: one change for all of them.
pub(super) fn run(setup: &Setup, args: &Args) -> Result<Answer, Trouble> {
    let lang = setup.lang;
    let shelf = setup.shelf_to_read()?;
    let entry = shelf.find(&args.school).map_err(|error| Trouble::finding(&args.school, shelf.dir(), error))?;
    let now = Clock::System.now();
    let mut keeper = shelf.pen(&entry.path, &author::here(), now.at)?;
    let students: Vec<Student> = match pick::students(keeper.notebook(), args) {
        Ok(students) => students.into_iter().cloned().collect(),
        Err(why) => return Ok(No(text::not_picked(lang, why), Exit::No).into()),
    };
    if args.confirm {
        return confirm(lang, args, keeper, &students, now);
    }
    let (files, changes) = match made(lang, args, &keeper, &students, now) {
        Ok(made) => made,
        Err(why) => return Ok(why.into()),
    };
    let written = match write(lang, args, &files) {
        Ok(written) => written,
        Err(why) => return Ok(why.into()),
    };
    let school = keeper.notebook().school.rbd;
    let kept = if changes.is_empty() {
        // Sent once more, it is the same hand-over: nothing waits for the file.
        drop(keeper.close(now.at));
        Kept { behind: false }
    } else {
        keeper.keep(Edit { deed: Deed::HandOver, changes }, now.at).inspect_err(|_| {
            // A file of which the notebook knows nothing must not leave the school.
            parcel::take_back(&written);
        })?
    };
    Ok(Answer { said: behind(lang, kept, school), ..answer(lang, args, &files, &written) })
}

/// What is said where the change is safe and the notebook's file could not follow.
fn behind(lang: Lang, kept: Kept, school: Rbd) -> Vec<String> {
    kept.behind.then(|| keeping::behind(lang, school)).into_iter().collect()
}

/// The files of the students, and what changes for those who are not on the way already.
fn made(
    lang: Lang,
    args: &Args,
    keeper: &Keeper,
    students: &[Student],
    now: Now,
) -> Result<(Vec<HandOver>, Vec<Change>), No> {
    let message = message(lang, args)?;
    let mut ids = Ids::Random;
    let mut making = Making { today: now.today, now: now.at, ids: &mut ids };
    let (mut files, mut changes) = (Vec::with_capacity(students.len()), Vec::with_capacity(students.len()));
    for student in students {
        let made = keeper.notebook().hand_over(student, &message, &mut making);
        let (file, change) = made.map_err(|why| No(text::refusal(lang, why, &student.code()), Exit::No))?;
        files.push(file);
        changes.push(change);
    }
    changes.retain(|change| !change.is_idle());
    Ok((files, changes))
}

fn message(lang: Lang, args: &Args) -> Result<Message, No> {
    let to = match args.to.as_deref().map(Rbd::parse) {
        None => None,
        Some(Ok((rbd, None))) => Some(rbd),
        Some(Ok((rbd, Some(_)))) => return Err(No(text::wrong_digit(lang, rbd), Exit::Misuse)),
        Some(Err(_)) => return Err(No(text::no_rbd(lang), Exit::Misuse)),
    };
    let prompts = args.say.iter().map(|said| pick::prompt(said)).collect::<Option<_>>();
    Ok(Message { to, sent: None, prompts: prompts.ok_or_else(|| No(text::no_prompt(lang), Exit::Misuse))? })
}

/// The files, sealed where that was asked for.
fn write(lang: Lang, args: &Args, files: &[HandOver]) -> Result<Vec<PathBuf>, No> {
    let Some(output) = args.output.as_deref() else { return Err(No(text::no_output(lang), Exit::Misuse)) };
    let passphrase = match args.sealed.then(|| passphrase::choose(lang)) {
        None => None,
        Some(Some(passphrase)) if passphrase.chars().count() >= seal::SHORTEST => Some(passphrase),
        Some(Some(_)) => return Err(No(text::short(lang, seal::SHORTEST), Exit::No)),
        Some(None) => return Err(No(text::unlike(lang), Exit::No)),
    };
    let mut contents = Vec::with_capacity(files.len());
    for file in files {
        let plain = parcel::content(lang, file);
        contents.push(match &passphrase {
            None => plain,
            Some(passphrase) => seal::seal(&plain, passphrase).map_err(|why| No(text::seal(lang, why), Exit::Disk))?,
        });
    }
    let paths: Vec<PathBuf> = match args.grade {
        None => vec![output.to_owned()],
        Some(_) => files.iter().map(|file| output.join(parcel::name(file, args.sealed))).collect(),
    };
    let folder = args.grade.is_some().then_some(output);
    parcel::write_all(folder, paths.iter().map(PathBuf::as_path).zip(&contents))
        .map_err(|(path, error)| No(text::not_written(lang, &path, error.kind()), Exit::Disk))?;
    Ok(paths)
}

/// The receiving school has said that the students are there.
fn confirm(lang: Lang, args: &Args, keeper: Keeper, students: &[Student], now: Now) -> Result<Answer, Trouble> {
    let mut changes = Vec::with_capacity(students.len());
    for student in students {
        match keeper.notebook().confirm_hand_over(student, now.today) {
            Ok(edit) => changes.extend(edit.changes),
            Err(refusal) => return Ok(No(text::refusal(lang, refusal, &student.code()), Exit::No).into()),
        }
    }
    let school = keeper.notebook().school.rbd;
    let kept = keeper.keep(Edit { deed: Deed::ConfirmHandOver, changes }, now.at)?;
    let codes: Vec<String> = students.iter().map(Student::code).collect();
    let answer = if args.json {
        Answer::json(&json!({ "confirmed": codes, "on": now.today }))
    } else {
        Answer::done(codes.iter().map(|code| text::confirmed(lang, code)).collect())
    };
    Ok(Answer { said: behind(lang, kept, school), ..answer })
}

fn answer(lang: Lang, args: &Args, files: &[HandOver], written: &[PathBuf]) -> Answer {
    let pairs = || files.iter().zip(written.iter().map(PathBuf::as_path));
    if args.json {
        let of = |(file, path): (&HandOver, &Path)| -> Value {
            json!({
                "code": file.student.code(),
                "course": file.student.course,
                "file": path,
                "sent": file.transfer.sent,
                "to": file.transfer.to,
            })
        };
        return Answer::json(&json!({ "sealed": args.sealed, "sent": pairs().map(of).collect::<Vec<_>>() }));
    }
    let mut out: String = pairs().map(|(file, path)| text::sent(lang, file, path)).collect();
    out.push_str(text::afterwards(lang, args.sealed));
    Answer::done(out)
}
