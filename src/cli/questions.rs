//! `tep questions`: the guiding questions as a file that the alliance can edit, and how every command reads it.

use super::{answer::Answer, setup::Setup, trouble::Trouble};
use crate::{
    app::{
        codebook::Codebook,
        guide::{Guide, OwnFile},
        lang::Lang,
        notice::{self, Notice},
    },
    store::{Failure, Shelf},
    text::{
        cli::doctor::{self, Fact, Line},
        files, guide as text,
    },
};

/// The questions that are asked now, in the form of the file.
pub(super) fn run(setup: &Setup) -> Result<Answer, Trouble> {
    let (guide, said) = of(setup.lang, &setup.shelf_to_read()?);
    let out = format!("{}\n{}", text::ABOUT.of(setup.lang), guide.file());
    Ok(Answer { out, said, ..Answer::default() })
}

/// The guiding questions of a shelf, and what has to be said about its file. Without one, or where it cannot be read,
/// those of the program are asked.
pub(super) fn of(lang: Lang, shelf: &Shelf) -> (Guide, Vec<String>) {
    let (guide, own) = guide(shelf);
    (guide, own.said(lang))
}

/// The codebook of a shelf, and what has to be said about its file.
pub(super) fn themes(lang: Lang, shelf: &Shelf) -> (Codebook, Vec<String>) {
    let (codebook, own) = codebook(shelf);
    (codebook, own.said(lang))
}

/// The guiding questions of a shelf, and how its file was read.
pub(super) fn guide(shelf: &Shelf) -> (Guide, Own) {
    let mut guide = text::built_in();
    let state = match shelf.words(text::FILE) {
        Ok(None) => State::Missing,
        Ok(Some(file)) => {
            let bad = guide.read(&file).into_iter().map(Line::Question).collect();
            let mut own = Guide::default();
            own.read(&file);
            State::Read { found: own.count(), bad }
        }
        Err(failure) => State::Failed(failure),
    };
    (guide, Own { file: OwnFile::Questions, state })
}

/// The codebook of a shelf, and how its file was read.
pub(super) fn codebook(shelf: &Shelf) -> (Codebook, Own) {
    let (codebook, state) = match shelf.words(text::THEMES) {
        Ok(None) => (Codebook::default(), State::Missing),
        Ok(Some(file)) => {
            let (codebook, bad) = Codebook::read(&file);
            let state = State::Read { found: codebook.own(), bad: bad.into_iter().map(Line::Theme).collect() };
            (codebook, state)
        }
        Err(failure) => (Codebook::default(), State::Failed(failure)),
    };
    (codebook, Own { file: OwnFile::Themes, state })
}

/// How a file of the alliance's own words was read.
#[derive(Debug)]
pub(super) struct Own {
    file: OwnFile,
    state: State,
}

#[derive(Debug)]
enum State {
    Missing,
    /// So many questions or themes, and the lines that are not understood.
    Read {
        found: usize,
        bad: Vec<Line>,
    },
    Failed(Failure),
}

impl Own {
    /// What is said about it on a command line.
    pub(super) fn said(&self, lang: Lang) -> Vec<String> {
        match &self.state {
            State::Missing => Vec::new(),
            State::Read { bad, .. } => bad.iter().map(|line| doctor::bad_line(lang, *line)).collect(),
            State::Failed(failure) => vec![files::failure(lang, &notice::Failure::Disk(failure.clone()))],
        }
    }

    /// What is said about it on the screen.
    pub(super) fn notice(&self) -> Option<Notice> {
        let bad = match &self.state {
            State::Missing => return None,
            State::Read { bad, .. } => Some(bad.len()),
            State::Failed(_) => None,
        };
        (bad != Some(0)).then_some(Notice::OwnFile(self.file, bad))
    }

    /// What the doctor finds.
    pub(super) fn facts(self) -> Vec<Fact> {
        match self.state {
            State::Missing => vec![Fact::Own(self.file, None)],
            State::Read { found, bad } => {
                std::iter::once(Fact::Own(self.file, Some(found))).chain(bad.into_iter().map(Fact::BadLine)).collect()
            }
            State::Failed(failure) => vec![Fact::OwnUnread(failure)],
        }
    }
}
