//! What is said at the foot of the screen, as a value. It goes away with the next key.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    command::Command,
    effect::NotSent,
    guide::OwnFile,
    import::{
        Trouble, Unread,
        received::{NotReceived, Received},
    },
    look::Since,
    orders::Order,
};
use crate::{
    insight::prediction::Calibration,
    notebook::{cycle::Step, edit::Deed, prediction::Prediction, problem::Problem},
    rules::{attendance::scale::ScaleName, identity::Rbd},
    store::{
        ReadOnly,
        error::{self as store, OpenError, SaveError},
        sha::Sha,
    },
};

/// What a person is told in a line or two.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// A change was made.
    Done(Deed),
    /// A change was taken back.
    Undone(Deed),
    /// A change was made again.
    Redone(Deed),
    /// What the team expected beside what is seen, and how far off it was over its cycles.
    Predicted(Box<Prediction>, Option<Calibration>),
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
    /// The student left in another way, and is not handed over.
    HasLeft,
    /// A file that was to leave the school was not written.
    NotSent(NotSent),
    /// The file of a student who is handed over is still being written.
    StillSending,
    /// A student who was handed over is in a notebook of the shelf.
    Received(Received),
    /// A student was not taken in.
    NotReceived(NotReceived),
    /// A cycle has to be opened first.
    NoCycle,
    /// A cycle is open: it has to be closed before another one is opened.
    CycleOpen(u16),
    /// Went on from a step in which so many things are missing.
    StepLeft(Step, usize),
    /// There is no further step; the cycle is closed with its own command.
    LastStep,
    /// Names are shown for 30 seconds.
    NamesShown,
    /// Names are hidden.
    NamesHidden,
    /// The order of the list changed.
    Sorted(Order),
    /// Lists and charts stand on another scale of attendance.
    Scale(ScaleName),
    /// Changes were found in the journal and are there; changes from outside were taken over.
    Recovered {
        /// So many from the journal.
        recovered: usize,
        /// So many from outside.
        adopted: usize,
    },
    /// What was being typed when the program was cut off stands in its form again.
    DraftOffered,
    /// What was being typed has no place any more; it is kept beside the notebook.
    DraftHomeless,
    /// The note is restricted, and names are hidden.
    HiddenNote,
    /// The shelf holds invented schools: a real one has no place among them.
    PracticeShelf,
    /// The tutor's copy is invented: no file is imported into it.
    OnlyInvented,
    /// The tutor stands aside until it is called back.
    TutorHidden,
    /// Nothing can follow without what this lesson makes.
    LessonStays,
    /// The notebook can only be read; where somebody else writes it, since when.
    ReadOnly(ReadOnly, Option<Since>),
    /// There is nothing to save again.
    AllSaved,
    /// The disk has not answered yet.
    StillSaving,
    /// The person is going, and the disk has not answered yet.
    StillLeaving,
    /// Little room is left on the disk.
    LowRoom {
        /// So many bytes.
        left: u64,
        /// Whether the last change is safe all the same.
        is_safe: bool,
    },
    /// The text is as long as it can be.
    TextFull,
    /// A form was closed without a change.
    Unchanged,
    /// A file was imported into the notebooks of the shelf: how many, and how many of their files could not follow.
    TakenIn {
        /// Notebooks that were made or changed.
        notebooks: usize,
        /// Those whose file could not follow.
        behind: usize,
    },
    /// Writing the notebooks stopped midway: those that were written, and those that were not.
    TakenInPart(Vec<Rbd>, Vec<Rbd>),
    /// The file says nothing new.
    NothingNew,
    /// Nothing was imported: all rows stay outside.
    NoneTaken,
    /// The line is no column.
    NoColumn,
    /// No school lacks a notebook.
    NoneMissing,
    /// Attendance by week was never imported.
    NoWeeks,
    /// The team is asked what it expects before it sees the run chart.
    ChartUnseen,
    /// The run chart stands in step 1.
    ChartElsewhere,
    /// A file was not read.
    NotRead(PathBuf, Trouble),
    /// A folder cannot be seen.
    NoFolder(String, Unread),
    /// The practice alliance was made, with so many schools.
    PracticeMade(usize),
    /// A file of the alliance's own words has so many lines that are not understood; none where it was not read at all.
    OwnFile(OwnFile, Option<usize>),
    /// Something outside failed.
    Failed(Failure),
    /// Several of these, one under the other.
    Several(Vec<Self>),
}

impl Notice {
    /// The notices in it.
    pub fn each(&self) -> &[Self] {
        match self {
            Self::Several(all) => all,
            one => std::slice::from_ref(one),
        }
    }

    /// This one and another, none of which hides the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut all = match self {
            Self::Several(all) => all,
            one => vec![one],
        };
        if !all.contains(&other) {
            all.push(other);
        }
        Self::Several(all)
    }

    /// Whether it says that something did not work.
    pub fn is_trouble(&self) -> bool {
        matches!(
            self,
            Self::LowRoom { .. }
                | Self::Refused(_)
                | Self::NotHere(_)
                | Self::NoStudent
                | Self::NoCycle
                | Self::HasLeft
                | Self::NotSent(_)
                | Self::NotReceived(..)
                | Self::StillSending
                | Self::CycleOpen(_)
                | Self::ReadOnly(..)
                | Self::TextFull
                | Self::PracticeShelf
                | Self::OnlyInvented
                | Self::LessonStays
                | Self::HiddenNote
                | Self::NotRead(..)
                | Self::TakenInPart(..)
                | Self::NoColumn
                | Self::NoneMissing
                | Self::NoneTaken
                | Self::NoWeeks
                | Self::ChartUnseen
                | Self::ChartElsewhere
                | Self::NoFolder(..)
                | Self::OwnFile(..)
                | Self::Failed(_)
        )
    }
}

impl Failure {
    /// Whether the disk had no room for it.
    pub fn lacks_room(&self) -> bool {
        let (Self::Open(OpenError::Failed(failure)) | Self::Save(SaveError::Failed(failure)) | Self::Disk(failure)) =
            self
        else {
            return false;
        };
        matches!(failure.kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
    }

    /// The file and its hash, where it is damaged and can be rebuilt.
    pub fn damaged(&self) -> Option<(&Path, Sha)> {
        match self {
            Self::Open(OpenError::Damaged { path, sha, .. }) => Some((path, *sha)),
            _ => None,
        }
    }
}

/// Something outside that failed: what, where and why, as the store says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// A notebook could not be opened; its file stays as it is.
    Open(OpenError),
    /// A notebook could not be saved; nothing is lost while the program runs.
    Save(SaveError),
    /// A folder or the settings could not be read or written.
    Disk(store::Failure),
}
