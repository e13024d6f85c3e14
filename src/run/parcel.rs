//! Files that leave the school: nobody else may read them, none that stands there is replaced, and no name is in a name.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::{
    app::{
        effect::{Handing, NotSent},
        lang::Lang,
    },
    exchange::seal,
    notebook::{handover::HandOver, transfer::Prompt},
    text::handover as text,
};

/// The file as readable JSON, with the prompts as questions for whoever opens it without this program.
pub fn content(lang: Lang, file: &HandOver) -> Vec<u8> {
    let mut told = json!(file);
    if let Value::Object(fields) = &mut told {
        let questions = Prompt::ALL.map(|prompt| (prompt.name().to_owned(), json!(text::prompt(prompt).of(lang))));
        fields.insert("questions".into(), Value::Object(questions.into_iter().collect()));
    }
    format!("{told:#}\n").into_bytes()
}

/// The name of a file among others: school, course and the beginning of the student's id; never a name.
pub fn name(file: &HandOver, sealed: bool) -> String {
    format!("{}.{}", stem(file), ending(sealed))
}

/// The name without its ending; a course may have a dot in it.
fn stem(file: &HandOver) -> String {
    let (from, course, code) = (file.transfer.from.number(), &file.student.course, file.student.id.short(10));
    let course = if course.is_stated() { course.to_string() } else { NO_COURSE.to_owned() };
    // What no system refuses in the name of a file.
    let is_harmless = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.');
    let course: String = course.chars().map(|letter| if is_harmless(letter) { letter } else { '_' }).collect();
    format!("traspaso-{from}-{course}-{code}")
}

/// Stands in the name of a file where no course is known.
const NO_COURSE: &str = "sin-curso";

const fn ending(sealed: bool) -> &'static str {
    if sealed { "json.age" } else { "json" }
}

/// The folder of these files, beside the notebooks, where a person says nothing else.
pub const FOLDER: &str = "traspasos";
/// Files of one student that may lie in a folder.
const COPIES: usize = 100;

/// Writes the file of one student into a folder, under a name that is free there; sealed where there is a passphrase.
pub fn put(handing: &Handing, folder: &Path, lang: Lang) -> Result<PathBuf, NotSent> {
    let plain = content(lang, &handing.file);
    let content = match &handing.passphrase {
        Some(passphrase) => seal::seal(&plain, passphrase.reveal()).map_err(NotSent::Seal)?,
        None => plain,
    };
    let on_disk = |path: &Path, error: &io::Error| NotSent::Disk(path.to_owned(), error.kind());
    fs::create_dir_all(folder).map_err(|error| on_disk(folder, &error))?;
    let (stem, end) = (stem(&handing.file), ending(handing.passphrase.is_some()));
    let mut path = folder.join(format!("{stem}.{end}"));
    for copy in 2..=COPIES {
        match write(&path, &content) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                path = folder.join(format!("{stem}-{copy}.{end}"));
            }
            written => return written.map(|()| path.clone()).map_err(|error| on_disk(&path, &error)),
        }
    }
    Err(NotSent::Disk(path, io::ErrorKind::AlreadyExists))
}

/// Writes all files, or none.
pub fn write_all<'f>(
    folder: Option<&Path>,
    files: impl Iterator<Item = (&'f Path, &'f Vec<u8>)>,
) -> Result<(), (PathBuf, io::Error)> {
    if let Some(folder) = folder {
        fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    }
    let mut written = Vec::new();
    for (path, content) in files {
        if let Err(error) = write(path, content) {
            take_back(&written);
            return Err((path.to_owned(), error));
        }
        written.push(path.to_owned());
    }
    Ok(())
}

/// Takes files away that this call has written.
pub fn take_back(written: &[PathBuf]) {
    for path in written {
        // What cannot be removed stays, and nobody is worse off.
        let _ = fs::remove_file(path);
    }
}

/// Writes a file that was not there before; one that could not be written whole goes away again.
fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    if written.is_err() {
        take_back(&[path.to_owned()]);
    }
    written
}

#[cfg(test)]
mod tests;
