//! Importing a file: pick it, read it apart, see what was understood, correct, accept.
//!
//! Owns the state of that way. Never reads a file: a process apart does, and hands over a [`Reading`].

pub mod line;
pub mod meaning;
pub mod picker;
pub mod planned;
pub mod preview;
pub mod received;

use std::{
    io::{self, ErrorKind},
    path::PathBuf,
};

use serde::{Deserialize, Serialize};

use super::{command::Command, form::TextField, keymap::Context, list::Window};
use crate::{
    exchange::{
        codes::ReadError,
        handover::NotOpened,
        reading::{Reading, Wishes},
        seal::Passphrase,
    },
    notebook::handover::HandOver,
};
use picker::Picker;
use preview::Preview;

/// An import under way.
#[derive(Debug)]
pub struct Import {
    /// Where it is.
    pub stage: Stage,
    /// The folder from which the file is picked; one comes back to it.
    pub picker: Picker,
    /// What columns mean, where a person corrected it, now or for an earlier file.
    pub wishes: Wishes,
    /// The number of the last thing that was asked for: answers to anything older are not heard any more.
    number: u64,
}

/// How far an import is.
#[derive(Debug)]
pub enum Stage {
    /// A file is picked.
    Picking,
    /// It is read in a process apart.
    Reading(Progress),
    /// It was read, and waits for a person.
    Previewing(Box<Preview>),
    /// It is sealed, and waits for its passphrase.
    Sealed(Box<Sealed>),
    /// It is a student whom another school hands over.
    Arriving(Box<Arriving>),
    /// The notebooks of the shelf are written.
    Writing,
}

/// A file that is sealed.
#[derive(Debug)]
pub struct Sealed {
    /// The file.
    pub path: PathBuf,
    /// What is typed; never shown.
    pub passphrase: TextField,
}

/// A student whom another school hands over, before the notebook takes them in.
#[derive(Debug)]
pub struct Arriving {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub file: HandOver,
}

/// A file that is being read.
#[derive(Debug)]
pub struct Progress {
    /// The file.
    pub path: PathBuf,
    /// So much is done.
    pub done: u64,
    /// Of so much; zero while that is not known.
    pub total: u64,
    /// The preview from which it is read once more, and the column that was corrected there.
    pub again: Option<(Box<Preview>, String)>,
}

impl Import {
    /// Begins with picking; the folder is still to be listed.
    pub fn new() -> Self {
        Self { stage: Stage::Picking, picker: Picker::default(), wishes: Wishes::default(), number: 0 }
    }

    /// A number for the next thing that is asked for.
    pub fn next_number(&mut self) -> u64 {
        self.number += 1;
        self.number
    }

    /// The number of the last thing that was asked for.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Whether an answer is to the last thing that was asked for.
    pub fn awaits(&self, number: u64) -> bool {
        self.number == number
    }

    /// Learns what the last drawing showed of its list.
    pub fn seen(&mut self, window: Window) {
        match &mut self.stage {
            Stage::Picking => self.picker.list.seen(window),
            Stage::Previewing(preview) => preview.seen(window),
            Stage::Reading(_) | Stage::Sealed(_) | Stage::Arriving(_) | Stage::Writing => {}
        }
    }

    /// Where its keys are read, innermost first.
    pub fn place(&self) -> Vec<Context> {
        match &self.stage {
            Stage::Picking => vec![Context::Picker, Context::Writing],
            Stage::Reading(_) | Stage::Writing => vec![Context::Reading],
            Stage::Sealed(_) => vec![Context::Line, Context::Form, Context::Writing],
            Stage::Arriving(_) => vec![Context::Preview],
            Stage::Previewing(preview) => preview.place(),
        }
    }

    /// Whether a command has something to work on.
    pub fn can(&self, command: Command) -> bool {
        match &self.stage {
            Stage::Previewing(preview) => preview.can(command),
            // What is being written is not left half done.
            Stage::Writing => command != Command::Back,
            Stage::Sealed(_) => !matches!(command, Command::NextField | Command::PreviousField),
            Stage::Arriving(_) => {
                matches!(command, Command::Accept | Command::Back | Command::Language | Command::Help)
            }
            Stage::Picking | Stage::Reading(_) => true,
        }
    }
}

impl Default for Import {
    fn default() -> Self {
        Self::new()
    }
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its number; the answers name it, and those to an older one are not heard any more.
    pub number: u64,
    /// The file.
    pub path: PathBuf,
    /// What a person asked for.
    pub wishes: Wishes,
    /// What opens it, where it is sealed.
    pub passphrase: Option<Passphrase>,
}

/// What reading a file came to.
pub type End = Result<Found, Trouble>;

/// What a file is.
#[derive(Debug)]
pub enum Found {
    /// A table.
    Table(Box<Reading>),
    /// A student whom another school hands over.
    Student(Box<HandOver>),
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It is no table that can be read.
    Refused(ReadError),
    /// It comes from another school and does not open.
    NotOpened(NotOpened),
    /// Its bytes could not be had.
    Unread(Unread),
    /// The process that read it ended before it was done; nothing else was lost.
    Died(Death),
}

/// Why the bytes of a file could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// It is not there, or not any more.
    Gone,
    /// There is no permission.
    NotAllowed,
    /// It is a folder.
    Folder,
    /// It is no regular file: a device, a pipe.
    Special,
    /// The disk does not hand it over.
    Disk,
}

impl From<&io::Error> for Unread {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Gone,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Disk,
        }
    }
}

/// How a process that read a file ended before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Death {
    /// By its limits of memory or computing time.
    TooHeavy,
    /// It took too long by the clock.
    TooSlow,
    /// By an error of its own, or it said what cannot be understood.
    Broken,
    /// It could not even be started.
    NotStarted,
}
