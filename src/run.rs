//! The loop that joins app, screen, terminal and store: draw, wait, update, perform.
//!
//! One thread, no tick: it sleeps until an event or the next deadline, takes all that is queued, and draws once. Screen,
//! events, world and clock are handed in, so tests and examples run the real loop.

pub mod author;
pub mod clock;
pub mod practice;
pub mod scribe;
pub mod storage;
pub mod world;

use std::{io, io::Write, path::PathBuf, time::Duration};

use crate::{
    app::{
        App,
        effect::{Effect, Msg},
        key::Chord,
        look::Look,
    },
    notebook::id::Ids,
    store::Leave,
    term::{Charset, EnterError, Event, Events, Screen, Session, TerminalEvents},
    text::commands,
    ui::{self, theme::Theme},
};
use clock::Clock;
use world::World;

/// The most events that are taken before something is drawn: a paste of a whole book still shows progress.
const BURST: usize = 4_096;

/// How the program is started.
#[derive(Debug)]
pub struct Start {
    /// Notebooks and settings.
    pub world: World,
    /// Language and privacy.
    pub look: Look,
    /// What the terminal can show.
    pub charset: Charset,
    /// Colours, or modifiers only.
    pub theme: Theme,
    /// The notebook to open; none begins at the shelf.
    pub open: Option<PathBuf>,
}

/// Takes the terminal, runs until the person leaves, and gives the terminal back.
pub fn start(mut start: Start) -> Result<(), EnterError> {
    let mut session = Session::enter()?;
    let clock = Clock::System;
    let mut app = App::new(start.look, clock.now(), Ids::Random, commands::vocabulary());
    let mut screen = Screen::new(crate::term::output()?, crate::term::size()?, start.charset);
    let first = vec![start.open.map_or(Effect::ReadShelf, |path| Effect::Open(path, Leave::Ask))];
    let mut stage = Stage { world: &mut start.world, clock: &clock, theme: start.theme };
    let result = stage.run(&mut app, &mut screen, &mut TerminalEvents, first);
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

impl Stage<'_> {
    /// Runs until the person leaves, beginning with what is to be done first.
    pub fn run<W: Write>(
        &mut self,
        app: &mut App,
        screen: &mut Screen<W>,
        events: &mut impl Events,
        first: Vec<Effect>,
    ) -> io::Result<()> {
        let size = screen.area();
        let mut effects = app.update(Msg::Resized(size.width, size.height), self.clock.now());
        effects.extend(first);
        self.perform(app, effects);
        self.draw(app, screen)?;
        while !app.is_done() {
            let effects = self.turn(app, screen, events)?;
            self.perform(app, effects);
            self.draw(app, screen)?;
        }
        Ok(())
    }

    /// Waits for something to happen and takes all that is queued. Saving is asked for once, however many changes come.
    fn turn<W: Write>(
        &mut self,
        app: &mut App,
        screen: &mut Screen<W>,
        events: &mut impl Events,
    ) -> io::Result<Vec<Effect>> {
        let timeout = app.wakes_in().map(|left| left.to_std().unwrap_or(Duration::ZERO));
        let mut next = events.wait(timeout)?;
        let mut resized = None;
        if next.is_none() {
            return Ok(app.update(Msg::Woke, self.clock.now()));
        }
        let mut taken = 0;
        let mut effects = Vec::new();
        while let Some(event) = next {
            taken += 1;
            effects.extend(match event {
                Event::Resize(columns, rows) => {
                    resized = Some((columns, rows));
                    Vec::new()
                }
                Event::Key(key) => {
                    Chord::all_of(key).flat_map(|chord| app.update(Msg::Key(chord), self.clock.now())).collect()
                }
                Event::Paste(text) => app.update(Msg::Paste(text), self.clock.now()),
                _ => Vec::new(),
            });
            // An effect changes what the next key means: it comes first.
            let must_act = app.is_leaving() || !effects.iter().all(Effect::can_wait);
            next = if must_act || app.is_done() || taken >= BURST { None } else { events.pending()? };
        }
        if let Some((columns, rows)) = resized {
            screen.resize((columns, rows).into());
            let area = screen.area();
            app.update(Msg::Resized(area.width, area.height), self.clock.now());
        }
        Ok(effects)
    }

    fn perform(&mut self, app: &mut App, effects: Vec<Effect>) {
        let mut queue = effects;
        while !queue.is_empty() {
            let mut following = Vec::new();
            for effect in queue {
                if let Some(msg) = self.world.perform(effect, self.clock.now()) {
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
