//! The world outside, as the app sees it: notebooks on a shelf, who writes them down, and what is remembered.
//!
//! Performs effects and answers with messages. Never decides.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    intake::{self, receiving::Receiver},
    parcel, practice,
    reader::Reader,
    scribe::{Answers, Job},
    storage::Storage,
};
use crate::{
    app::{
        Now,
        effect::{Effect, Handed, Handing, Msg, NewSchool, NotSent, Opened, ShelfRead, Taking},
        import::{
            picker::Look,
            planned::{Plan, Planned, Written},
            received::NotReceived,
        },
        lang::Lang,
        notice::Failure,
        shelf::Line,
    },
    exchange::reading::Wishes,
    insight::shelf_row::ShelfRow,
    notebook::{Notebook, handover::HandOver, id::Ids, school::School},
    store::{Author, Fs, Keeper, Leave, Opening, Shelf, Story, settings},
};

/// Notebooks, settings, and who writes the open one.
#[derive(Debug)]
pub struct World {
    shelf: Shelf,
    fs: Arc<dyn Fs>,
    state: PathBuf,
    storage: Storage,
    reader: Reader,
    author: Author,
    ids: Ids,
    /// The file of the open notebook.
    open: Option<PathBuf>,
}

/// What a world is made of.
#[derive(Debug)]
pub struct Parts {
    /// The folder of the notebooks.
    pub shelf: PathBuf,
    /// The folder of what is remembered.
    pub state: PathBuf,
    /// The disk.
    pub fs: Arc<dyn Fs>,
    /// Who writes down.
    pub storage: Storage,
    /// Who reads other people's files.
    pub reader: Reader,
    /// Who sits there.
    pub author: Author,
    /// Where new ids come from.
    pub ids: Ids,
}

impl World {
    /// A world of these parts.
    pub fn new(parts: Parts) -> Self {
        let Parts { shelf, state, fs, storage, reader, author, ids } = parts;
        Self { shelf: Shelf::new(shelf, Arc::clone(&fs)), fs, state, storage, reader, author, ids, open: None }
    }

    /// Lets the file follow before the program is stopped for a while.
    pub fn settle(&mut self) {
        self.storage.settle();
    }

    /// Does what the app wants; gives the answers that are there now.
    pub fn perform(&mut self, effect: Effect, now: Now) -> Answers {
        match effect {
            Effect::ReadShelf => {
                if self.open.take().is_some() {
                    self.remember_last(None);
                }
                vec![Msg::ShelfRead(self.read_shelf(now))]
            }
            Effect::Open(path, leave) => self.open(&path, leave, now),
            Effect::OpenAgain => match self.open.clone() {
                Some(path) => self.open(&path, Leave::Ask, now),
                None => Answers::new(),
            },
            Effect::Compare => self.compare().into_iter().collect(),
            Effect::OpenBeside(path, notebook) => self.beside(&path, Arc::unwrap_or_clone(notebook), now),
            Effect::HandOver(handing, lang) => self.hand_over(*handing, lang),
            Effect::TakeBack(path) => {
                parcel::take_back(&[path]);
                Answers::new()
            }
            Effect::Receive(file) => self.receive(*file, now),
            Effect::Keep(keep) => self.storage.ask(Job::Keep(keep)),
            Effect::Reveal => self.storage.ask(Job::Reveal),
            Effect::Draft(draft) => {
                let form = draft.and_then(|draft| serde_json::to_value(&draft).ok());
                self.storage.ask(Job::Draft(form))
            }
            Effect::SaveAgain(number) => self.storage.ask(Job::Again(number)),
            Effect::Look => self.storage.ask(Job::Look),
            Effect::Close(closing) => self.storage.ask(Job::Close(closing)),
            Effect::Create(school) => self.create(&school, now),
            Effect::MakePractice => vec![Msg::PracticeMade(self.make_practice(now))],
            Effect::BeginImport(number) => self.begin_import(number),
            Effect::LookInto(look) => self.reader.look(look, None),
            Effect::Read(order) => {
                let folder = order.path.parent().map(Path::to_owned);
                self.remember(|settings| settings.last_import = folder);
                self.reader.read(order, now.today)
            }
            Effect::StopReading => {
                self.reader.stop();
                Answers::new()
            }
            Effect::Plan(plan) => self.plan(*plan, now),
            Effect::TakeIn(takings) => self.take_in(takings, now),
            Effect::RememberColumns(mapping) => {
                let failed = self.remember(|settings| settings.columns = mapping);
                failed.map(|failure| Msg::Failed(Failure::Disk(failure))).into_iter().collect()
            }
            Effect::RememberLang(lang) => {
                let failed = self.remember(|settings| settings.language = Some(Lang::code(lang).to_owned()));
                failed.map(|failure| Msg::Failed(Failure::Disk(failure))).into_iter().collect()
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

    /// What somebody did to the file of the open notebook; the pen stays where it is until a person has decided.
    fn compare(&self) -> Option<Msg> {
        Some(match self.shelf.outside(self.open.as_ref()?) {
            Ok(Some(outside)) => Msg::Outside(Box::new(outside)),
            Ok(None) => Msg::NotOutside,
            Err(error) => Msg::Failed(Failure::Open(error)),
        })
    }

    fn open(&mut self, path: &Path, leave: Leave, now: Now) -> Answers {
        let ready = match self.shelf.open(path, &self.author, leave, now.at) {
            Ok(Opening::Ready(ready)) => *ready,
            Ok(Opening::Outside(outside)) => return vec![Msg::Outside(outside)],
            Err(error) => return vec![Msg::Opened(Err(Failure::Open(error)))],
        };
        let (keeper, read_only) = match ready.keeper {
            Ok(keeper) => (Some(keeper), None),
            Err(reason) => (None, Some(reason)),
        };
        let opened = Opened { notebook: ready.notebook, read_only, story: ready.story };
        self.lay_open(path.to_owned(), keeper, opened)
    }

    /// Remembers the file, and hands the pen to the scribe.
    fn lay_open(&mut self, path: PathBuf, keeper: Option<Keeper>, opened: Opened) -> Answers {
        self.remember_last(Some(path.clone()));
        self.open = Some(path);
        let mut answers = vec![Msg::Opened(Ok(Box::new(opened)))];
        if let Some(keeper) = keeper {
            answers.extend(self.storage.ask(Job::Take(Box::new(keeper))));
        }
        answers
    }

    fn made(&mut self, keeper: Result<Keeper, crate::store::SaveError>) -> Answers {
        match keeper {
            Ok(keeper) => {
                let notebook = Arc::clone(keeper.notebook());
                let opened = Opened { notebook, read_only: None, story: Story::default() };
                self.lay_open(keeper.path().to_owned(), Some(keeper), opened)
            }
            Err(error) => vec![Msg::Opened(Err(Failure::Save(error)))],
        }
    }

    /// Puts a notebook beside a file that is not ours to replace, as a notebook of its own, and goes on with that one.
    fn beside(&mut self, path: &Path, mut notebook: Notebook, now: Now) -> Answers {
        notebook.id = self.ids.next(now.at);
        let keeper = self.shelf.create_beside(path, notebook, &self.author, now.at);
        self.made(keeper)
    }

    fn create(&mut self, school: &NewSchool, now: Now) -> Answers {
        let mut header = School::new(school.rbd, school.name.clone());
        header.commune = school.commune.clone();
        let notebook = Notebook::new(self.ids.next(now.at), header);
        let keeper = self.shelf.create(notebook, &self.author, now.at);
        self.made(keeper)
    }

    /// Makes the practice alliance in a folder of its own and goes there: what is invented never stands among what is
    /// real.
    fn make_practice(&mut self, now: Now) -> Result<usize, Failure> {
        let apart = Shelf::new(self.shelf.dir().join(practice::FOLDER), Arc::clone(&self.fs));
        let made = practice::make(&apart, &self.author, now.at).map_err(Failure::Save)?;
        self.shelf = apart;
        Ok(made.made + made.kept)
    }

    /// What is remembered of earlier imports, and the folder to begin with.
    fn begin_import(&self, number: u64) -> Answers {
        let (settings, _) = settings::load(&*self.fs, &self.state);
        let wishes = Wishes { mapping: settings.columns };
        let look = Look { number, from: None, typed: String::new() };
        let listed = self.reader.look(look, settings.last_import);
        std::iter::once(Msg::Remembered(wishes)).chain(listed).collect()
    }

    /// What a file would do. Notebooks are opened for that, so no key waits for it.
    fn plan(&mut self, plan: Plan, now: Now) -> Answers {
        let (books, mut ids, number) = (self.shelf.clone(), self.ids.apart(), plan.number);
        let job = move || {
            let planned = intake::plan(&plan, &books, (now.today, now.at), &mut ids);
            Msg::Planned { number, planned }
        };
        self.reader.beside("import", job, move || Msg::Planned { number, planned: Planned::default() })
    }

    /// Writes the file before anything counts as sent. Sealing one takes its time and its memory: no key waits for it.
    fn hand_over(&self, handing: Handing, lang: Lang) -> Answers {
        let folder = match handing.folder.as_str() {
            "" => self.shelf.dir().join(parcel::FOLDER),
            typed => self.reader.resolve(typed),
        };
        let sealed = handing.passphrase.is_some();
        let not_begun = NotSent::Disk(folder.clone(), ErrorKind::OutOfMemory);
        let job = move || {
            let result = parcel::put(&handing, &folder, lang);
            Msg::HandedOver(Box::new(Handed { edit: handing.edit, sealed, result }))
        };
        let failed = move || Msg::HandedOver(Box::new(Handed { edit: None, sealed, result: Err(not_begun) }));
        self.reader.beside("parcel", job, failed)
    }

    /// Puts a student into the notebook of the shelf that the file is for.
    fn receive(&self, file: HandOver, now: Now) -> Answers {
        let (books, author) = (self.shelf.clone(), self.author.clone());
        let job = move || Msg::Received(Receiver::on(&books, None).receive(&file, &author, now));
        self.reader.beside("import", job, || Msg::Received(Err(NotReceived::NotBegun)))
    }

    fn take_in(&self, takings: Vec<Taking>, now: Now) -> Answers {
        let (books, author) = (self.shelf.clone(), self.author.clone());
        let job = move || Msg::TakenIn(intake::write(takings, &books, &author, now.at));
        self.reader.beside("import", job, || Msg::TakenIn(Written::default()))
    }

    /// Remembers what was open last; never a copy of the tutor, which lies among the program's own state.
    fn remember_last(&self, path: Option<PathBuf>) {
        if !self.shelf.dir().starts_with(&self.state) {
            self.remember(|settings| settings.last_notebook = path);
        }
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
