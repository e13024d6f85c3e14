//! `tep inspect FILE`: what is understood of a file, without any notebook.

mod page;

use std::io::Write;

use super::{
    answer::{Answer, Exit},
    args::Inspect,
};
use crate::{
    app::lang::Lang,
    exchange::{self, LoadError, ReadError, Reading, Wishes, inspect::Inspection},
    run::clock::Clock,
    text::reading::refusals,
};

/// Reads the file and says what is in it. What cannot be read as a table is an answer too.
pub(super) fn run(lang: Lang, args: &Inspect) -> Answer {
    let path = args.file.display().to_string();
    let name = args.file.file_name().map_or_else(|| path.clone(), |name| name.to_string_lossy().into_owned());
    match exchange::open(&args.file, &Wishes::default(), Clock::System.now().today) {
        Err(error @ LoadError::Io(_)) => {
            Answer { said: vec![refusals::load(lang, &path, &error)], exit: Exit::Disk, ..Answer::default() }
        }
        Err(LoadError::Refused(error)) => {
            let said = vec![refusals::load(lang, &path, &LoadError::Refused(error.clone()))];
            let answer = if args.json { json(name, Err(error)) } else { Answer::default() };
            Answer { said, exit: Exit::No, ..answer }
        }
        Ok(reading) if args.json => json(name, Ok(reading)),
        Ok(reading) => Answer::done(page::write(lang, &name, &reading)),
    }
}

/// Piece by piece: the records of a region are not copied once more.
fn json(file: String, reading: Result<Reading, ReadError>) -> Answer {
    Answer::long(Box::new(move |out: &mut dyn Write| {
        let inspection = Inspection { file: &file, reading: reading.as_ref() };
        serde_json::to_writer_pretty(&mut *out, &inspection)?;
        out.write_all(b"\n")
    }))
}
