//! What the program and the process that reads a file say to each other: one line of JSON each way at a time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    app::import::{End, Found, Trouble, Unread},
    exchange::{
        codes::ReadError,
        handover::NotOpened,
        reading::{Reading, Wishes},
        seal::Passphrase,
    },
    notebook::handover::HandOver,
};

/// The name of the command that reads a file and says what is in it.
pub const COMMAND: &str = "import-worker";
/// The longest question, in bytes.
pub const LONGEST: u64 = 1024 * 1024;

/// The question: the path is an argument.
#[derive(Debug, Serialize, Deserialize)]
pub struct Asked {
    /// What a person asked for.
    pub wishes: Wishes,
    /// The day in the room.
    pub today: NaiveDate,
    /// What opens the file, where it is sealed.
    #[serde(default)]
    pub passphrase: Option<Passphrase>,
}

/// An answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// So much of so much is done.
    Progress(u64, u64),
    /// All of it.
    Reading(Box<Reading>),
    /// A student whom another school hands over.
    Student(Box<HandOver>),
    /// Why not.
    Error(Why),
}

/// Why a file was not read.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is no table that can be read.
    Refused(ReadError),
    /// It comes from another school and does not open.
    NotOpened(NotOpened),
    /// Its bytes could not be had.
    Unread(Unread),
}

impl Said {
    /// What the reading came to, if this is the last word.
    pub fn end(self) -> Option<End> {
        match self {
            Self::Progress(..) => None,
            Self::Reading(reading) => Some(Ok(Found::Table(reading))),
            Self::Student(file) => Some(Ok(Found::Student(file))),
            Self::Error(Why::NotOpened(why)) => Some(Err(Trouble::NotOpened(why))),
            Self::Error(Why::Refused(error)) => Some(Err(Trouble::Refused(error))),
            Self::Error(Why::Unread(why)) => Some(Err(Trouble::Unread(why))),
        }
    }
}
