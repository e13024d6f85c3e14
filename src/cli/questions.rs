//! `tep questions`: the guiding questions as a file that the alliance can edit, and how every command reads it.

use super::{answer::Answer, setup::Setup, trouble::Trouble};
use crate::{
    app::{codebook::Codebook, guide::Guide, lang::Lang, notice::Failure},
    store::Shelf,
    text::{files, guide as text},
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
    let mut guide = text::built_in();
    let said = match shelf.words(text::FILE) {
        Ok(file) => {
            let bad = file.map(|file| guide.read(&file)).unwrap_or_default();
            bad.into_iter().map(|bad| text::bad_line(lang, bad)).collect()
        }
        Err(failure) => vec![files::failure(lang, &Failure::Disk(failure))],
    };
    (guide, said)
}

/// The codebook of a shelf, and what has to be said about its file.
pub(super) fn themes(lang: Lang, shelf: &Shelf) -> (Codebook, Vec<String>) {
    match shelf.words(text::THEMES) {
        Ok(file) => {
            let (codebook, bad) = file.map(|file| Codebook::read(&file)).unwrap_or_default();
            (codebook, bad.into_iter().map(|number| text::bad_theme(lang, number)).collect())
        }
        Err(failure) => (Codebook::default(), vec![files::failure(lang, &Failure::Disk(failure))]),
    }
}
