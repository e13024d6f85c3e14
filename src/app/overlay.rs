//! What lies on top of a screen: forms, questions, help, palette, messages. The last one has the keys.

use std::path::PathBuf;

use super::{
    card::Figure,
    codebook::Codebook,
    command::Command,
    form::TextField,
    forms::OpenForm,
    guide::Guide,
    import::Import,
    keymap::Context,
    list::{Entry, ListState},
    notice::Failure,
};
use crate::{
    insight::{contact_analysis::ContactAnalysis, reason::Reason},
    notebook::{edit::Edit, id::Id, student::Student},
    rules::spelling,
    store::{Outside, Story},
};

/// Something on top of a screen.
#[derive(Debug)]
pub enum Overlay {
    /// A form.
    Form(Box<OpenForm>),
    /// A file that is imported.
    Import(Box<Import>),
    /// A question; the safe answer is no.
    Confirm(Question),
    /// The keys of a place.
    Help(Help),
    /// Every command by name.
    Palette(Palette),
    /// Something to read.
    Message(Message),
}

/// A question and what a yes releases.
#[derive(Debug, Clone)]
pub enum Question {
    /// Close a form and lose what was typed in it?
    DiscardForm,
    /// Remove an item? (It can be undone.)
    Remove(Box<Edit>),
    /// Move the lines of the observation that say why to what may explain?
    MoveCauses,
    /// Leave although the last change is not on disk?
    QuitUnsaved,
    /// Go back to the shelf although the last change is not on disk?
    LeaveUnsaved,
    /// Leave at once, although the disk has not answered?
    LeaveNow,
}

/// The help: scrolled text about a place.
#[derive(Debug, Clone)]
pub struct Help {
    /// The place it explains, innermost context first.
    pub place: Vec<Context>,
    /// The first line on the screen.
    pub top: usize,
}

/// Something to read.
#[derive(Debug)]
pub struct Message {
    /// What it says.
    pub about: About,
    /// The first line on the screen.
    pub top: usize,
}

/// What a message is about.
#[derive(Debug)]
pub enum About {
    /// Why a student is on the list: rule, value, threshold, date, source.
    Reason(Id<Student>, Reason),
    /// The contacts of the last days, over the whole window.
    Contacts(Box<ContactAnalysis>),
    /// A figure at the head of a card, with all that it was made of.
    Figure(Id<Student>, Figure),
    /// This cycle beside the one before it.
    Compared,
    /// Something outside failed, in full.
    Failure(Failure),
    /// The file was changed outside: what is different, and what can be done.
    Outside(Box<Outside>),
    /// What happened since the notebook was last closed.
    Story(Box<Story>),
    /// The file of a student who is handed over is being written: keys wait for it.
    Sending,
    /// The file of a student who is handed over: where it lies, and whether it is sealed.
    Sent {
        /// Where.
        path: PathBuf,
        /// Whether it is sealed.
        sealed: bool,
    },
    /// Texts of the file are shown without dangerous characters.
    Repaired(usize),
}

impl About {
    /// Where the keys of the message are read, innermost first.
    pub fn place(&self) -> Vec<Context> {
        match self {
            Self::Outside(_) => vec![Context::Outside, Context::Message],
            Self::Failure(failure) if failure.damaged().is_some() => vec![Context::Damaged, Context::Message],
            Self::Failure(_)
            | Self::Reason(..)
            | Self::Figure(..)
            | Self::Contacts(_)
            | Self::Compared
            | Self::Story(_)
            | Self::Sending
            | Self::Sent { .. }
            | Self::Repaired(_) => {
                vec![Context::Message]
            }
        }
    }
}

/// A command with the words by which it is found, in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The command.
    pub command: Command,
    /// Its names, folded.
    pub folded: String,
}

/// The words in which things are looked up; `text` makes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Commands.
    pub commands: Vec<Word>,
    /// What a column can mean: folded names, in the order of [`meaning::choice`](super::import::meaning::choice).
    pub meanings: Vec<String>,
    /// The guiding questions.
    pub guide: Guide,
    /// The themes of the alliance.
    pub themes: Codebook,
}

/// The palette: commands that can be found by name.
#[derive(Debug, Clone)]
pub struct Palette {
    /// The place it was opened from.
    pub place: Vec<Context>,
    /// Commands; keys are their places in the vocabulary.
    pub list: ListState<Command>,
}

impl Palette {
    /// A palette over a place, with everything in it.
    pub fn new(place: Vec<Context>, vocabulary: &[Word]) -> Self {
        let mut palette = Self { place, list: ListState::default() };
        palette.list.filter = TextField::new("");
        palette.list.typing = true;
        palette.arrange(vocabulary);
        palette
    }

    /// Shows the commands that have every typed word in one of their names; `q` and `w` are taken for what people of
    /// other programs mean by them.
    pub fn arrange(&mut self, vocabulary: &[Word]) {
        let query = spelling::fold(self.list.filter.text());
        let found = vocabulary.iter().enumerate().filter(|(_, word)| spelling::contains_folded(&word.folded, &query));
        self.list.settle(found.map(|(index, word)| Entry { key: word.command, index }).collect());
    }
}
