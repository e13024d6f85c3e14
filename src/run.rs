//! The loop that joins app, screen, terminal and store: draw, wait, update, perform.
//!
//! One thread, no tick: it sleeps until something arrives or the next deadline, takes all that is queued, and draws once.
//! The terminal and other threads put what they have into one [`Inbox`]; the end of the program by a signal or a dropped
//! line is the [`Guard`]'s, which does not need the loop. Screen, events, world and clock are handed in, so tests and
//! examples run the real loop.

pub mod author;
pub mod browse;
pub mod clock;
pub mod intake;
pub mod parcel;
pub mod practice;
pub mod reader;
pub mod scribe;
pub mod storage;
pub mod tutor;
pub mod world;

use std::{io, io::Write, path::PathBuf, sync::Arc, time::Duration};

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::{
    app::{
        App,
        codebook::Codebook,
        effect::{Effect, Msg},
        guide::Guide,
        key::Chord,
        look::Look,
        notice::Notice,
        overlay::Vocabulary,
        tutor::Tutor,
    },
    notebook::id::Ids,
    store::{Leave, fs::disk::DiskFs},
    term::{self, Arrival, Charset, EnterError, Event, Events, Guard, Inbox, Screen, Session},
    text::commands,
    ui::{self, theme::Theme},
};
use browse::Haunts;
use clock::Clock;
use reader::Reader;
use storage::Storage;
use world::{Parts, World};

/// The most events that are taken before something is drawn: a paste of a whole book still shows progress.
const BURST: usize = 4_096;

/// How the program is started.
#[derive(Debug)]
pub struct Start {
    /// The folder of the notebooks.
    pub shelf: PathBuf,
    /// The folder of what is remembered.
    pub state: PathBuf,
    /// Where files of other people are looked for.
    pub haunts: Haunts,
    /// Language and privacy.
    pub look: Look,
    /// What the terminal can show.
    pub charset: Charset,
    /// Colours, or modifiers only.
    pub theme: Theme,
    /// The guiding questions.
    pub guide: Guide,
    /// The themes of the alliance.
    pub themes: Codebook,
    /// What is to be said first.
    pub notice: Option<Notice>,
    /// The notebook to open; none begins at the shelf.
    pub open: Option<PathBuf>,
    /// The day on which the tutor plays; without one there is no tutor.
    pub tutor: Option<NaiveDate>,
}

/// Takes the terminal, runs until the person leaves, and gives the terminal back. Does not return when the line drops or
/// a signal ends the program.
pub fn start(start: Start) -> Result<(), EnterError> {
    if !term::is_possible() {
        return Err(EnterError::NotATerminal);
    }
    let Start { shelf, state, haunts, mut look, charset, theme, guide, themes, notice, open, tutor } = start;
    let (clock, mut inbox) = (tutor.map_or(Clock::System, Clock::Practice), Inbox::new());
    look.zone = clock.zone();
    let (suspends, replies, readings) = (inbox.sender(), inbox.sender(), inbox.sender());
    // Where nobody hears any more, the program is at its end.
    let storage = Storage::apart(clock, move |msg| drop(replies.send(Arrival::Reply(msg))))?;
    let finish = storage.ender();
    let guard = Guard::post(storage.ender(), move || drop(suspends.send(Arrival::Suspend)))?;
    let mut session = Session::enter()?;
    let (fs, author) = (Arc::new(DiskFs), author::here());
    // The same program reads other people's files, in a process apart.
    let reader = Reader::apart(std::env::current_exe()?, haunts, move |msg| drop(readings.send(Arrival::Reply(msg))));
    let mut world = World::new(Parts { shelf, state, fs, storage, reader, author, ids: Ids::Random });
    let mut words = commands::vocabulary();
    words.themes = words.themes.with(themes);
    let mut app = App::new(look, clock.now(), Ids::Random, Vocabulary { guide, ..words });
    app.notice = notice;
    app.tutor = tutor.map(|day| Box::new(Tutor::new(day)));
    let mut screen = Screen::new(term::output()?, term::size()?, charset);
    inbox.listen()?;
    let first = vec![open.map_or(Effect::ReadShelf, |path| Effect::Open(path, Leave::Ask))];
    let mut stage = Stage { world: &mut world, clock: &clock, theme };
    let result = stage.run(&mut app, &mut screen, &mut inbox, first);
    if result.as_ref().is_err_and(term::is_hang_up) {
        guard.hang_up();
    }
    if result.is_err() {
        // What was decided and not written down yet is written down.
        finish();
    }
    guard.let_end();
    session.leave();
    result.map_err(EnterError::Io)
}

/// What the loop runs with.
#[derive(Debug)]
pub struct Stage<'a> {
    /// Notebooks and settings.
    pub world: &'a mut World,
    /// The time.
    pub clock: &'a Clock,
    /// Colours, or modifiers only.
    pub theme: Theme,
}

/// What one waiting came to.
#[derive(Debug, Default)]
struct Turn {
    effects: Vec<Effect>,
    /// The last size that was told.
    resized: Option<Size>,
    /// The program shall stop until it is continued.
    suspends: bool,
}

impl Stage<'_> {
    /// Runs until the person leaves, beginning with what is to be done first.
    pub fn run<W: Write>(
        &mut self,
        app: &mut App,
        screen: &mut Screen<W>,
        events: &mut impl Events<Msg>,
        first: Vec<Effect>,
    ) -> io::Result<()> {
        let size = screen.area();
        let mut effects = app.update(Msg::Resized(size.width, size.height), self.clock.now());
        effects.extend(first);
        self.perform(app, effects);
        self.draw(app, screen)?;
        while !app.is_done() {
            let turn = self.turn(app, events)?;
            if let Some(size) = turn.resized {
                self.resize(app, screen, size);
            }
            self.act(app, screen, turn.effects)?;
            if turn.suspends && !app.is_done() {
                self.suspend(app, screen, events)?;
            }
        }
        Ok(())
    }

    /// Waits for something to happen and takes all that is queued. Saving is asked for once, however many changes come.
    fn turn(&mut self, app: &mut App, events: &mut impl Events<Msg>) -> io::Result<Turn> {
        let timeout = app.wakes_in().map(|left| left.to_std().unwrap_or(Duration::ZERO));
        let mut next = events.wait(timeout);
        let mut turn = Turn::default();
        if next.is_none() {
            turn.effects = app.update(Msg::Woke, self.clock.now());
        }
        let mut taken = 0;
        while let Some(arrival) = next {
            taken += 1;
            match arrival {
                Arrival::Event(event) => self.hear(app, event, &mut turn),
                Arrival::Reply(msg) => turn.effects.extend(app.update(msg, self.clock.now())),
                Arrival::Suspend => turn.suspends = true,
                Arrival::Ended(error) => return Err(error),
            }
            // An effect changes what the next key means: it comes first.
            let must_act = turn.suspends || app.is_leaving() || !turn.effects.iter().all(Effect::can_wait);
            next = if must_act || app.is_done() || taken >= BURST { None } else { events.pending() };
        }
        Ok(turn)
    }

    fn hear(&self, app: &mut App, event: Event, turn: &mut Turn) {
        match event {
            Event::Resize(columns, rows) => turn.resized = Some(Size::new(columns, rows)),
            Event::Key(key) => {
                for chord in Chord::all_of(key) {
                    turn.effects.extend(app.update(Msg::Key(chord), self.clock.now()));
                }
            }
            Event::Paste(text) => turn.effects.extend(app.update(Msg::Paste(text), self.clock.now())),
            _ => {}
        }
    }

    /// Performs what was decided, and draws.
    fn act<W: Write>(&mut self, app: &mut App, screen: &mut Screen<W>, effects: Vec<Effect>) -> io::Result<()> {
        self.perform(app, effects);
        self.draw(app, screen)
    }

    /// Stops until the program is continued. Meanwhile the window may have got another size, and files other contents.
    fn suspend<W: Write>(
        &mut self,
        app: &mut App,
        screen: &mut Screen<W>,
        events: &mut impl Events<Msg>,
    ) -> io::Result<()> {
        self.world.settle();
        let size = events.suspend()?.unwrap_or_else(|| screen.area().as_size());
        self.resize(app, screen, size);
        let effects = app.update(Msg::Resumed, self.clock.now());
        self.act(app, screen, effects)
    }

    /// Takes over a size; the next draw repaints everything.
    fn resize<W: Write>(&self, app: &mut App, screen: &mut Screen<W>, size: Size) {
        screen.resize(size);
        let area = screen.area();
        app.update(Msg::Resized(area.width, area.height), self.clock.now());
    }

    fn perform(&mut self, app: &mut App, effects: Vec<Effect>) {
        let mut queue = effects;
        while !queue.is_empty() {
            let mut following = Vec::new();
            for effect in queue {
                for msg in self.world.perform(effect, self.clock.now()) {
                    following.extend(app.update(msg, self.clock.now()));
                }
            }
            queue = following;
        }
    }

    fn draw<W: Write>(&mut self, app: &mut App, screen: &mut Screen<W>) -> io::Result<()> {
        let mut seen = None;
        screen.draw(|frame| {
            let (cursor, what) = ui::view(frame.buffer, app, self.theme);
            frame.cursor = cursor;
            seen = Some(what);
        })?;
        if let Some(seen) = seen {
            app.seen(&seen);
        }
        Ok(())
    }
}
