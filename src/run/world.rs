//! The world outside, as the app sees it: notebooks on a shelf, and what is remembered.
//!
//! Performs effects and answers with messages. Never decides.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::practice;
use crate::{
    app::{
        App, Now,
        desk::Keeping,
        effect::{Effect, Msg, NewSchool, Opened, ShelfRead},
        lang::Lang,
        notice::Failure,
        shelf::Line,
    },
    insight::shelf_row::ShelfRow,
    notebook::{Notebook, id::Ids, school::School},
    store::{Access, Fs, Handle, Shelf, fs::disk::DiskFs, settings},
};

/// Notebooks, settings, and the leave to write the open one.
#[derive(Debug)]
pub struct World {
    shelf: Shelf,
    fs: Arc<dyn Fs>,
    state: PathBuf,
    handle: Option<Handle>,
    ids: Ids,
}

impl World {
    /// The world of this machine: a folder of notebooks and one for what is remembered.
    pub fn on_disk(shelf: impl Into<PathBuf>, state: impl Into<PathBuf>) -> Self {
        Self::new(shelf, state, Arc::new(DiskFs), Ids::Random)
    }

    /// A world on a given disk.
    pub fn new(shelf: impl Into<PathBuf>, state: impl Into<PathBuf>, fs: Arc<dyn Fs>, ids: Ids) -> Self {
        Self { shelf: Shelf::new(shelf, Arc::clone(&fs)), fs, state: state.into(), handle: None, ids }
    }

    /// Does what the app wants; gives the answer, if there is one to give.
    pub fn perform(&mut self, effect: &Effect, app: &App, now: Now) -> Option<Msg> {
        match effect {
            Effect::ReadShelf => {
                if self.handle.take().is_some() {
                    self.remember(|settings| settings.last_notebook = None);
                }
                Some(Msg::ShelfRead(self.read_shelf(now)))
            }
            Effect::Open(path) => Some(Msg::Opened(self.open(path))),
            Effect::Save => Some(Msg::Saved(self.save(app))),
            Effect::SaveBeside => Some(Msg::Saved(self.save_beside(app))),
            Effect::Create(school) => Some(Msg::Opened(self.create(school, now))),
            Effect::MakePractice => Some(Msg::PracticeMade(self.make_practice())),
            Effect::RememberLang(lang) => {
                let failed = self.remember(|settings| settings.language = Some(Lang::code(*lang).to_owned()));
                failed.map(|failure| Msg::Failed(Failure::Disk(failure)))
            }
        }
    }

    fn read_shelf(&self, now: Now) -> Result<ShelfRead, Failure> {
        let paths = self.shelf.paths().map_err(Failure::Disk)?;
        let line = |path: PathBuf| {
            let row = self.shelf.outline(&path).map(|outline| ShelfRow::of(&outline, now.today)).map_err(Failure::Open);
            Line { path, row }
        };
        Ok(ShelfRead { dir: self.shelf.dir().to_owned(), lines: paths.into_iter().map(line).collect() })
    }

    fn open(&mut self, path: &Path) -> Result<Box<Opened>, Failure> {
        let opened = self.shelf.open(path).map_err(Failure::Open)?;
        let read_only = match opened.handle.access() {
            Access::Write => None,
            Access::ReadOnly(reason) => Some(*reason),
        };
        self.handle = Some(opened.handle);
        self.remember(|settings| settings.last_notebook = Some(path.to_owned()));
        Ok(Box::new(Opened { notebook: opened.notebook, read_only, repaired_texts: opened.repaired_texts }))
    }

    fn save(&mut self, app: &App) -> Result<(), Failure> {
        let (Some(handle), Some(open)) = (&mut self.handle, &app.open) else { return Ok(()) };
        if matches!(open.desk.keeping, Keeping::Saved) {
            return Ok(());
        }
        self.shelf.save(handle, open.notebook()).map(|_| ()).map_err(Failure::Save)
    }

    /// Puts the open notebook beside its file, and goes on with that one.
    fn save_beside(&mut self, app: &App) -> Result<(), Failure> {
        let (Some(handle), Some(open)) = (&self.handle, &app.open) else { return Ok(()) };
        let beside = self.shelf.save_beside(handle, open.notebook()).map_err(Failure::Save)?;
        let path = beside.path().to_owned();
        self.handle = Some(beside);
        self.remember(|settings| settings.last_notebook = Some(path));
        Ok(())
    }

    fn create(&mut self, school: &NewSchool, now: Now) -> Result<Box<Opened>, Failure> {
        let mut header = School::new(school.rbd, school.name.clone());
        header.commune = school.commune.clone();
        let notebook = Notebook::new(self.ids.next(now.at), header);
        let handle = self.shelf.create(&notebook).map_err(Failure::Save)?;
        let path = handle.path().to_owned();
        self.handle = Some(handle);
        self.remember(|settings| settings.last_notebook = Some(path));
        Ok(Box::new(Opened { notebook, read_only: None, repaired_texts: 0 }))
    }

    /// Makes the practice alliance in a folder of its own and goes there: what is invented never stands among what is
    /// real.
    fn make_practice(&mut self) -> Result<usize, Failure> {
        let apart = Shelf::new(self.shelf.dir().join(practice::FOLDER), Arc::clone(&self.fs));
        let made = practice::make(&apart).map_err(Failure::Save)?;
        self.shelf = apart;
        Ok(made.made + made.kept)
    }

    /// Keeps a setting. Settings are a comfort: what cannot be kept never stands in the way.
    fn remember(&self, change: impl FnOnce(&mut settings::Settings)) -> Option<crate::store::Failure> {
        let (mut settings, note) = settings::load(&*self.fs, &self.state);
        if note.is_some() {
            // What could not be read is not written over.
            return None;
        }
        let before = settings.clone();
        change(&mut settings);
        if settings == before { None } else { settings::save(&*self.fs, &self.state, &settings).err() }
    }
}
