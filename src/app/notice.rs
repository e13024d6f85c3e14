//! The one-line message at the foot of the screen, as a value. It goes away with the next key.

use std::path::PathBuf;

use super::{command::Command, desk::ReadOnly, orders::Order};
use crate::notebook::{cycle::Step, edit::Deed, problem::Problem};

/// What a person is told in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A change was made.
    Done(Deed),
    /// A change was taken back.
    Undone(Deed),
    /// A change was made again.
    Redone(Deed),
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to make again.
    NothingToRedo,
    /// A rule is against it.
    Refused(Vec<Problem>),
    /// The command has nothing to work on here.
    NotHere(Command),
    /// A student has to be selected first.
    NoStudent,
    /// A cycle has to be opened first.
    NoCycle,
    /// A cycle is open: it has to be closed before another one is opened.
    CycleOpen(u16),
    /// Went to a step; so many things are missing in the one left behind.
    AtStep(Step, usize),
    /// There is no further step; the cycle is closed with its own command.
    LastStep,
    /// Names are shown for 30 seconds.
    NamesShown,
    /// Names are hidden.
    NamesHidden,
    /// The order of the list changed.
    Sorted(Order),
    /// The notebook can only be read.
    ReadOnly(ReadOnly),
    /// The text is as long as it can be.
    TextFull,
    /// A form was closed without a change.
    Unchanged,
    /// The practice alliance was made, with so many schools.
    PracticeMade(usize),
    /// Something outside failed.
    Failed(Failure),
}

impl Notice {
    /// Whether it says that something did not work.
    pub fn is_trouble(&self) -> bool {
        matches!(
            self,
            Self::Refused(_)
                | Self::NotHere(_)
                | Self::NoStudent
                | Self::NoCycle
                | Self::CycleOpen(_)
                | Self::ReadOnly(_)
                | Self::TextFull
                | Self::Failed(_)
        )
    }
}

/// Something outside that failed: what, where, and why as far as the system says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What was being done.
    pub doing: Doing,
    /// With which file or folder.
    pub path: PathBuf,
    /// Why.
    pub cause: Cause,
}

/// What was being done when something failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reading the folder of the shelf.
    ReadingShelf,
    /// Opening a notebook.
    Opening,
    /// Saving a notebook.
    Saving,
    /// Making a notebook.
    Creating,
    /// Keeping settings.
    Remembering,
}

/// Why something failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// It is not there.
    NotFound,
    /// It must not be read or written.
    NoPermission,
    /// The disk is full.
    DiskFull,
    /// It stands there already.
    Exists,
    /// Somebody changed the file since it was read: nothing was overwritten.
    ChangedOutside,
    /// The file does not hold a notebook: line, column and reason. Nothing was overwritten.
    Damaged {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader of JSON says; never the content.
        reason: String,
    },
    /// A newer version wrote the file and this one cannot read it.
    TooNew {
        /// Its version of the format.
        version: u32,
    },
    /// The file is too large to be a notebook.
    TooLarge,
    /// Something else; the system's own words.
    Other(String),
}
