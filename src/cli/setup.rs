//! What every command starts from: language, folders and what is remembered.

use std::{
    env,
    path::{Path, PathBuf},
};

use directories::UserDirs;

use super::{args::Common, language, trouble::Trouble};
use crate::{
    app::{lang::Lang, look::Look},
    notebook::Notebook,
    run::{browse::Haunts, practice},
    store::{
        Entry, FindError, Shelf,
        places::{self, Places},
        settings::Settings,
    },
    term::Charset,
    ui::theme::Theme,
};

/// The variable that names the shelf's folder.
const DIR: &str = "TEP_DIR";

/// Language, folders and what is remembered.
#[derive(Debug)]
pub(super) struct Setup {
    /// The language.
    pub lang: Lang,
    /// The folder of notebooks that was named, if one was.
    named: Option<PathBuf>,
    places: Option<Places>,
    settings: Settings,
    common: Common,
}

impl Setup {
    /// Takes what a call says and what is remembered.
    pub(super) fn new(lang: Lang, places: Option<Places>, settings: Settings, common: Common) -> Self {
        let of_env = || env::var_os(DIR).filter(|dir| !dir.is_empty()).map(PathBuf::from);
        let named = common.dir.clone().or_else(of_env);
        Self { lang, named, places, settings, common }
    }

    /// Where notebooks are made and changed.
    pub(super) fn shelf(&self) -> Result<Shelf, Trouble> {
        let dir = match &self.named {
            Some(dir) => dir,
            None => &self.places()?.shelf,
        };
        Ok(Shelf::on_disk(dir))
    }

    /// Where notebooks are looked for: the shelf, or the practice alliance where no folder was named, the shelf has no
    /// notebook yet, and the alliance does.
    pub(super) fn shelf_to_read(&self) -> Result<Shelf, Trouble> {
        let own = self.shelf()?;
        if self.named.is_some() || !own.paths()?.is_empty() {
            return Ok(own);
        }
        let practice = self.practice()?;
        Ok(if practice.paths()?.is_empty() { own } else { practice })
    }

    /// The notebook that a person calls so, as it was last kept. Nobody is kept from writing it.
    pub(super) fn notebook(&self, school: &str) -> Result<Notebook, Trouble> {
        let books = self.shelf_to_read()?;
        let entry = books.find(school).map_err(|error| Trouble::finding(school, books.dir(), error))?;
        Ok(books.view(&entry.path)?.notebook)
    }

    /// The notebook that a person calls so, with its shelf; also one whose file is missing and whose journals are not.
    pub(super) fn kept(&self, school: &str) -> Result<(Shelf, PathBuf), Trouble> {
        let mut last = None;
        // A shelf from which the only file is gone looks as if nobody had begun on it.
        for shelf in [self.shelf_to_read()?, self.shelf()?] {
            match shelf.find_kept(school) {
                Ok(path) => return Ok((shelf, path)),
                Err(FindError::NotFound) => last = Some(shelf),
                Err(error) => return Err(Trouble::finding(school, shelf.dir(), error)),
            }
        }
        let folder = last.map(|shelf| shelf.dir().to_owned()).unwrap_or_default();
        Err(Trouble::finding(school, &folder, FindError::NotFound))
    }

    /// Where the practice alliance stands: in the folder that was named, or in one of its own.
    pub(super) fn practice(&self) -> Result<Shelf, Trouble> {
        match &self.named {
            Some(dir) => Ok(Shelf::on_disk(dir)),
            None => Ok(Shelf::on_disk(self.places()?.shelf.join(practice::FOLDER))),
        }
    }

    /// The notebook that was open last, with its shelf, where it is still there and no other folder was named.
    pub(super) fn last(&self) -> Option<(Shelf, PathBuf)> {
        let path = self.settings.last_notebook.as_ref().filter(|path| path.is_file())?;
        let folder = path.parent()?;
        let is_meant = self.named.as_ref().is_none_or(|named| same(named, folder));
        // Practice is over as soon as there is a school of one's own.
        let is_practice = || self.practice().is_ok_and(|practice| same(practice.dir(), folder));
        let has_own = || self.shelf().is_ok_and(|own| own.paths().is_ok_and(|paths| !paths.is_empty()));
        let is_over = self.named.is_none() && is_practice() && has_own();
        (is_meant && !is_over).then(|| (Shelf::on_disk(folder), path.clone()))
    }

    /// The folder of the program's state.
    pub(super) fn state(&self) -> Result<&Path, Trouble> {
        Ok(&self.places()?.state)
    }

    /// Where a person keeps files. Where everything of the program was moved away from home, so are these.
    pub(super) fn haunts() -> Haunts {
        let here = env::current_dir().unwrap_or_default();
        if let Some(home) = env::var_os(places::HOME).filter(|home| !home.is_empty()) {
            return Haunts { home: Some(home.into()), downloads: None, here };
        }
        let dirs = UserDirs::new();
        let downloads = dirs.as_ref().and_then(|dirs| dirs.download_dir()).map(Path::to_owned);
        Haunts { home: dirs.map(|dirs| dirs.home_dir().to_owned()), downloads, here }
    }

    /// The language and privacy of the screen.
    pub(super) fn look(&self) -> Look {
        Look::new(self.lang, self.common.private)
    }

    /// The characters that the screen may use: ASCII as asked (`--ascii`), or where the locale says another encoding
    /// than UTF-8. A locale that says nothing is no reason to take the accents away.
    pub(super) fn charset(&self) -> Charset {
        let said = language::locale(|name| env::var_os(name));
        let is_utf8 = said.is_none_or(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        if self.common.ascii || !is_utf8 { Charset::Ascii } else { Charset::Unicode }
    }

    /// Whether the screen does without colours: `--plain`, or `NO_COLOR` with any value.
    pub(super) fn theme(&self) -> Theme {
        let is_plain = self.common.plain || env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if is_plain { Theme::Plain } else { Theme::Colour }
    }

    /// The folders of the program where nothing was named.
    pub(super) fn places(&self) -> Result<&Places, Trouble> {
        self.places.as_ref().ok_or(Trouble::NoHome)
    }
}

fn same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Whether a shelf has schools that are invented (`true`), or real ones (`false`).
pub(super) fn has(shelf: &Shelf, invented: bool) -> Result<bool, Trouble> {
    let is_one = |entry: &Entry| entry.head.as_ref().is_ok_and(|head| head.school.invented == invented);
    Ok(shelf.notebooks()?.iter().any(is_one))
}
