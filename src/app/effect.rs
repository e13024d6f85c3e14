//! What the app wants from the world outside, and what the world answers.
//!
//! The app decides and never performs; the loop performs and never decides.

use std::{collections::BTreeMap, io::ErrorKind, path::PathBuf, sync::Arc};

use super::{
    forms::draft::Draft,
    import::{
        self, End, Unread, picker,
        planned::{Planned, Written},
        received::{NotReceived, Received},
    },
    key::Chord,
    lang::Lang,
    notice::Failure,
    shelf::Line,
};
use crate::exchange::{
    reading::Wishes,
    seal::{Passphrase, SealError},
};
use crate::notebook::{Notebook, edit::Edit, handover::HandOver, safe_text::SafeText};
use crate::rules::identity::Rbd;
use crate::store::{Leave, Outside, ReadOnly, Story, journal::Act};

/// A wish.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the folder of notebooks.
    ReadShelf,
    /// Open a notebook, with what the person allowed about its file.
    Open(PathBuf, Leave),
    /// See what somebody did to the file of the open notebook.
    Compare,
    /// Open the notebook that was open once more; its pen is laid down.
    OpenAgain,
    /// Put a notebook beside a file that somebody else has changed, as one of its own, and open it.
    OpenBeside(PathBuf, Arc<Notebook>),
    /// Write the file of a student who is handed over, with its questions in a language.
    HandOver(Box<Handing>, Lang),
    /// Keep a change.
    Keep(Box<Keep>),
    /// Write down that names are shown.
    Reveal,
    /// Keep what is being typed, or forget it.
    Draft(Option<Box<Draft>>),
    /// Try again to keep everything up to the change of this number, and to write the file.
    SaveAgain(u64),
    /// See whether the file is still the one that was written.
    Look,
    /// Lay the pen down.
    Close(Closing),
    /// Make a notebook for a school, and open it.
    Create(NewSchool),
    /// Make the invented practice alliance, and show it.
    MakePractice,
    /// See what is in a folder.
    LookInto(picker::Look),
    /// Read a file of somebody else's.
    Read(import::Order),
    /// Begin an import: the folder that one begins with, and what is remembered of columns.
    BeginImport(u64),
    /// Remember what columns mean.
    RememberColumns(BTreeMap<String, String>),
    /// See what a file would do.
    Plan(Box<import::planned::Plan>),
    /// Write what it does to the notebooks of the shelf.
    TakeIn(Vec<Taking>),
    /// Put a student whom another school hands over into their notebook of the shelf.
    Receive(Box<HandOver>),
    /// Take a file away that was written for another school, because the notebook knows nothing of it.
    TakeBack(PathBuf),
    /// Give up what is being read.
    StopReading,
    /// Keep the language for the next time.
    RememberLang(Lang),
}

impl Effect {
    /// Whether the next key means the same before and after it.
    pub fn can_wait(&self) -> bool {
        matches!(self, Self::Keep(_) | Self::Draft(_))
    }
}

/// A change to keep.
#[derive(Debug, Clone, PartialEq)]
pub struct Keep {
    /// Its number since the notebook was opened; the answer names it.
    pub number: u64,
    /// How it came about.
    pub act: Act,
    /// What it does.
    pub edit: Edit,
}

/// A student who is handed over, before the file is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Handing {
    /// What the file says.
    pub file: HandOver,
    /// What the notebook remembers of it; nothing where it is the same once more.
    pub edit: Option<Edit>,
    /// Where the file goes, as it was typed.
    pub folder: String,
    /// What seals it.
    pub passphrase: Option<Passphrase>,
}

/// What became of the file.
#[derive(Debug)]
pub struct Handed {
    /// What the notebook remembers, if it is there.
    pub edit: Option<Edit>,
    /// Whether it is sealed.
    pub sealed: bool,
    /// Where it is, or why it is not.
    pub result: Result<PathBuf, NotSent>,
}

/// Why a file that was to leave the school was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// It could not be sealed.
    Seal(SealError),
    /// The disk does not take it.
    Disk(PathBuf, ErrorKind),
}

/// How the pen is laid down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// After everything is in the file.
    WithFile,
    /// With the file as it is: what is in the journal is found again.
    JournalOnly,
}

/// A school to make a notebook for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSchool {
    /// Its number.
    pub rbd: Rbd,
    /// Its name.
    pub name: SafeText,
    /// Its commune.
    pub commune: SafeText,
}

/// What reaches the app.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Chord),
    /// A text was pasted.
    Paste(String),
    /// The window has another size, in columns and rows.
    Resized(u16, u16),
    /// Time has passed: a deadline of the app's has come.
    Woke,
    /// The program goes on after it was stopped: hours may have passed.
    Resumed,
    /// The shelf was read.
    ShelfRead(Result<ShelfRead, Failure>),
    /// A notebook was opened.
    Opened(Result<Box<Opened>, Failure>),
    /// The file was changed outside: a person has to look.
    Outside(Box<Outside>),
    /// Nobody changed the file of the open notebook, or not any more.
    NotOutside,
    /// The disk has little room left, in bytes.
    LowRoom(u64),
    /// A change, and all before it, is safe, or not.
    Kept {
        /// The number of the change.
        number: u64,
        /// Why not.
        result: Result<(), Failure>,
    },
    /// The file says everything that is kept, or could not be written.
    Filed(Result<(), Failure>),
    /// The pen is laid down, or everything is as before.
    Closed(Result<(), Failure>),
    /// The file of a student who is handed over is there, or not.
    HandedOver(Box<Handed>),
    /// The practice alliance stands on the shelf: so many schools.
    PracticeMade(Result<usize, Failure>),
    /// What is in a folder, or why it cannot be seen.
    Listed {
        /// The number of the wish.
        number: u64,
        /// What is there; else the folder as it was asked for, and why not.
        result: Result<picker::Listing, (String, Unread)>,
    },
    /// What a person said about columns of earlier files.
    Remembered(Wishes),
    /// What a file would do.
    Planned {
        /// The number of the wish.
        number: u64,
        /// It.
        planned: Planned,
    },
    /// The notebooks of the shelf were written, or some of them.
    TakenIn(Written),
    /// A student whom another school hands over is in their notebook of the shelf, or not.
    Received(Result<Received, NotReceived>),
    /// So much of so much of a file is read.
    ReadSoFar {
        /// The number of the order.
        number: u64,
        /// What is done.
        done: u64,
        /// Of how much.
        total: u64,
    },
    /// A file was read, or not.
    Read {
        /// The number of the order.
        number: u64,
        /// What it came to.
        end: End,
    },
    /// Something else could not be done.
    Failed(Failure),
}

impl Msg {
    /// Whether it says that something did not fit on the disk.
    pub fn lacks_room(&self) -> bool {
        let (Self::Kept { result: Err(failure), .. } | Self::Filed(Err(failure)) | Self::Closed(Err(failure))) = self
        else {
            return false;
        };
        failure.lacks_room()
    }
}

/// A notebook of the shelf to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Taking {
    /// Its file; none where it is to be made.
    pub path: Option<PathBuf>,
    /// What changes.
    pub edit: Option<Edit>,
    /// As it is after that.
    pub notebook: Notebook,
}

/// A shelf as it was read.
#[derive(Debug, Default)]
pub struct ShelfRead {
    /// The folder.
    pub dir: PathBuf,
    /// One line a file.
    pub lines: Vec<Line>,
}

/// A notebook as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The notebook.
    pub notebook: Arc<Notebook>,
    /// Why it can only be read, if so.
    pub read_only: Option<ReadOnly>,
    /// What happened since it was last closed.
    pub story: Story,
}
