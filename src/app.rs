//! State of the program and what a message does to it: `update(message) -> effects`.
//!
//! Owns screens, forms, dialogs and the key table. Must never contain ratatui, a disk, a clock or a sentence for people:
//! time and words are handed in, problems and notices go out as values.

pub mod card;
pub mod codebook;
pub mod command;
pub mod desk;
pub mod effect;
pub mod form;
pub mod forms;
pub mod guide;
pub mod import;
pub mod key;
pub mod keymap;
pub mod lang;
pub mod list;
pub mod look;
pub mod notice;
pub mod open_notebook;
pub mod orders;
pub mod overlay;
pub mod scroll;
pub mod shelf;
pub mod tutor;
mod update;

pub use update::Seen;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use codebook::Codebook;
use command::Command;
use effect::Effect;
use form::Field as Input;
use guide::Guide;
use key::Chord;
use keymap::Context;
use look::{Look, Since};
use notice::Notice;
use open_notebook::{OpenNotebook, Pane};
use overlay::{Overlay, Vocabulary, Word};
use shelf::Shelf;
use tutor::Tutor;

use crate::{
    notebook::{cycle::Step, id::Ids},
    store::ReadOnly,
};

/// The time in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The day, as the calendar on the wall says.
    pub today: NaiveDate,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// Columns and rows of the smallest window in which the program can be used.
pub const SMALLEST: (u16, u16) = (40, 10);

/// How long a disk may take before the person who is leaving is told that it does.
const PATIENCE: TimeDelta = TimeDelta::milliseconds(300);

/// Whether the person stays, or leaves as soon as everything is on disk.
#[derive(Debug, Clone, PartialEq)]
enum WayOut {
    /// Stays.
    Stay,
    /// Goes back to the shelf when the last change is saved.
    ToShelf,
    /// Opens a notebook when the pen of this one is laid down.
    Over(Box<Effect>),
    /// Leaves the program when the last change is saved.
    WhenSaved,
    /// Has left.
    Out,
}

/// The state of the program.
#[derive(Debug)]
pub struct App {
    /// The list of notebooks.
    pub shelf: Shelf,
    /// The open notebook, if one is open.
    pub open: Option<Box<OpenNotebook>>,
    /// What lies on top; the last one has the keys.
    pub overlays: Vec<Overlay>,
    /// The message at the foot of the screen.
    pub notice: Option<Notice>,
    /// Language and privacy.
    pub look: Look,
    /// The time of the last message.
    pub now: Now,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// The tutor, where one leads through a cycle.
    pub tutor: Option<Box<Tutor>>,
    vocabulary: Vocabulary,
    ids: Ids,
    way_out: WayOut,
    /// When the person set out.
    left_at: DateTime<Utc>,
}

impl App {
    /// Starts at an empty shelf. `vocabulary` is what commands and meanings of columns are looked up in.
    pub fn new(look: Look, now: Now, ids: Ids, vocabulary: Vocabulary) -> Self {
        Self {
            shelf: Shelf::default(),
            open: None,
            overlays: Vec::new(),
            notice: None,
            look,
            now,
            size: (80, 24),
            tutor: None,
            vocabulary,
            ids,
            way_out: WayOut::Stay,
            left_at: now.at,
        }
    }

    /// Takes other words to look things up in: other questions, other themes.
    pub fn speak(&mut self, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary;
    }

    /// Whether the person has left.
    pub fn is_done(&self) -> bool {
        self.way_out == WayOut::Out
    }

    /// Whether the person is on the way out of the notebook: nothing else is taken until the disk has answered.
    pub fn is_leaving(&self) -> bool {
        self.way_out != WayOut::Stay
    }

    /// Whether the person is waiting for the disk, and for longer than a blink.
    pub fn is_waiting_to_leave(&self) -> bool {
        self.is_leaving() && self.now.at - self.left_at >= PATIENCE
    }

    /// Since when somebody else writes the notebook, as the clock on the wall shows it.
    pub fn held_since(&self, reason: &ReadOnly) -> Option<Since> {
        match reason {
            ReadOnly::Held(holder) => Some(self.look.since(holder.since?, self.now.today)),
            _ => None,
        }
    }

    /// Whether the window is too small to see what a key does: then none does anything, but for the one that leaves.
    pub fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    /// Whether names are shown now.
    pub fn shows_names(&self) -> bool {
        self.look.shows_names(self.now.at)
    }

    /// The commands of the palette, in the order of the vocabulary.
    pub fn vocabulary(&self) -> &[Word] {
        &self.vocabulary.commands
    }

    /// The themes of the alliance.
    pub fn themes(&self) -> &Codebook {
        &self.vocabulary.themes
    }

    /// The guiding questions.
    pub fn guide(&self) -> &Guide {
        &self.vocabulary.guide
    }

    /// When the program has to wake although nobody types; `None` lets it sleep.
    pub fn wakes_in(&self) -> Option<chrono::Duration> {
        let waits = self.is_leaving() && !self.is_waiting_to_leave();
        let patience = waits.then(|| self.left_at + PATIENCE - self.now.at);
        self.look.hides_in(self.now.at).into_iter().chain(patience).min()
    }

    /// The place where the next key is read: contexts, innermost first.
    pub fn place(&self) -> Vec<Context> {
        let mut place = self.inner_place();
        place.extend(self.tutor.as_ref().map(|_| Context::Tutor));
        place
    }

    fn inner_place(&self) -> Vec<Context> {
        match self.overlays.last() {
            Some(Overlay::Form(form)) => match form.sheet.focused().map(|field| &field.field) {
                Some(Input::Area(_)) => vec![Context::Area, Context::Form, Context::Writing],
                Some(Input::Choice(_)) => vec![Context::Choice, Context::Form, Context::Writing],
                Some(Input::Multi(_)) => vec![Context::Multi, Context::Form, Context::Writing],
                _ => vec![Context::Line, Context::Form, Context::Writing],
            },
            Some(Overlay::Import(import)) => import.place(),
            Some(Overlay::Confirm(_)) => vec![Context::Confirm],
            Some(Overlay::Help(_)) => vec![Context::Help],
            Some(Overlay::Palette(_)) => vec![Context::Palette, Context::Writing],
            Some(Overlay::Message(message)) => message.about.place(),
            None => self.ground(),
        }
    }

    /// The place without overlays.
    pub fn ground(&self) -> Vec<Context> {
        let Some(open) = &self.open else {
            return if self.shelf.list.typing {
                vec![Context::FilterLine, Context::Writing]
            } else {
                vec![Context::Shelf, Context::List, Context::Global]
            };
        };
        if open.card.is_some() {
            return vec![Context::Card, Context::List, Context::Notebook, Context::Global];
        }
        if open.is_typing() {
            return vec![Context::FilterLine, Context::Writing];
        }
        let pane = match open.focus {
            Pane::Workspace => Context::Workspace,
            Pane::Students => Context::Students,
            Pane::Actions => Context::Actions,
            Pane::Learnings => Context::Learnings,
        };
        let mut place = vec![pane, Context::List, Context::Notebook, Context::Global];
        if open.focus == Pane::Workspace && open.asks_about().is_some() {
            place.insert(0, Context::Unseen);
        }
        place
    }

    /// Whether the bar should name a command in this step: each step has its own work, and the keys work in all.
    fn fits_the_step(&self, command: Command) -> bool {
        let Some(open) = &self.open else { return true };
        let step = open.step();
        match command {
            Command::WriteObservation | Command::SetBaseline | Command::AnalyseContacts | Command::Weeks => {
                step == Step::Infographic
            }
            Command::WriteChallenge | Command::WriteTheory | Command::WriteDrivers => step == Step::Challenge,
            Command::WriteReview | Command::ToggleFocus | Command::Pin | Command::SetAside => step == Step::Data,
            Command::Scale | Command::Predict => step == Step::Infographic || step == Step::Data,
            Command::CloseCycle | Command::CompareCycles => step == Step::Learnings,
            _ => true,
        }
    }

    /// What the bar shows here: what can be done now, most useful first.
    pub fn bar(&self) -> Vec<(Chord, Command)> {
        keymap::bar(&self.place(), |command| self.can(command) && self.fits_the_step(command))
    }
}
