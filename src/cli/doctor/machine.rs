//! How this machine is: terminal, folders, disk. The only part that reads the environment.

use std::{env, io, path::Path};

use super::super::{language, setup::Setup, trouble::Trouble};
use crate::{
    notebook::safe_text::SafeText,
    store::fs::{Fs, disk::DiskFs, trial},
    term::{self, Charset},
    text::cli::doctor::{Colours, Fact, Folder},
    ui::theme::Theme,
};

/// Letters of a value of the environment that are shown.
const VALUE: usize = 40;
/// Room that there should be beside three times the largest notebook, in bytes.
const ROOM: u64 = 5_000_000;

/// The terminal and the language.
pub(super) fn terminal(setup: &Setup) -> Vec<Fact> {
    let said = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let term = said("TERM").map(|term| shown(&term.to_string_lossy()));
    let colours = match (setup.theme(), term.as_deref()) {
        (Theme::Plain, _) => Colours::Off,
        (_, None | Some("dumb")) if said("COLORTERM").is_none() => Colours::None,
        _ => Colours::Enough,
    };
    vec![
        Fact::Program(env!("CARGO_PKG_VERSION")),
        Fact::Term(term),
        Fact::Window(term::window().map(|size| (size.width, size.height))),
        Fact::Colours(colours),
        Fact::Letters(setup.charset() == Charset::Unicode),
        Fact::Locale(language::locale(|name| env::var_os(name)).map(|locale| shown(&locale))),
        Fact::Language(setup.lang),
    ]
}

fn shown(value: &str) -> String {
    SafeText::line(value).as_str().chars().take(VALUE).collect()
}

/// The folders of the program; the shelf is the one that is meant.
pub(super) fn folders(setup: &Setup, shelf: &Path) -> Result<Vec<Fact>, Trouble> {
    let places = setup.places()?;
    let of = [(Folder::Config, places.config.as_path()), (Folder::Shelf, shelf), (Folder::State, &places.state)];
    Ok(of.map(|(folder, path)| self::folder(folder, path)).into())
}

fn folder(of: Folder, path: &Path) -> Fact {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match DiskFs.list(&path).and_then(|_| DiskFs.mode(&path)) {
        Ok(mode) => Fact::FolderThere(of, path, mode),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Fact::FolderMissing(of, path),
        Err(error) => Fact::FolderFailed(of, path, error.kind()),
    }
}

/// Free room, and what the file system can do. A folder that is not there yet is not tried.
pub(super) fn disk(fs: &dyn Fs, shelf: &Path, notebooks: &[impl AsRef<Path>]) -> Vec<Fact> {
    if !fs.kind(shelf).is_ok_and(|kind| kind.is_some()) {
        return Vec::new();
    }
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |meta| meta.len());
    let largest = notebooks.iter().map(|path| size(path.as_ref())).max().unwrap_or(0);
    let mut facts: Vec<Fact> = fs.room(shelf).map(|room| Fact::Room(room, 3 * largest + ROOM)).into_iter().collect();
    match trial::features(fs, shelf) {
        Ok(features) => facts.extend(features.map(|(feature, can)| Fact::Feature(feature, can))),
        Err(failure) => facts.push(Fact::Unwritable(failure)),
    }
    facts
}
