//! Importing a file: pick it, read it apart, see what was understood, correct, accept.
//!
//! Owns the state of that way. Never reads a file: a process apart does, and hands over a [`Reading`].

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::exchange::{
    codes::ReadError,
    reading::{Reading, Wishes},
};

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its number; the answers name it, and those to an older one are not heard any more.
    pub number: u64,
    /// The file.
    pub path: PathBuf,
    /// What a person asked for.
    pub wishes: Wishes,
}

/// What reading a file came to.
#[derive(Debug)]
pub enum End {
    /// It was read.
    Read(Box<Reading>),
    /// It is no table that can be read.
    Refused(ReadError),
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
