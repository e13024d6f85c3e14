//! Everything a key can ask for.
//!
//! Owns the names of commands; the order here is the order of the help and of the palette. Never says what a command is
//! called for people (`text` does) or which key it has (`keymap` does).

use crate::notebook::cycle::Step;

use super::form::TextOp;

/// What a person asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Open what is selected.
    Open,
    /// Change what is selected.
    Edit,
    /// Remove what is selected.
    Remove,
    /// Mark the selected action as done, or take it up again.
    Complete,
    /// Log a contact with the selected student.
    AddContact,
    /// Log a review of the selected student's work.
    ReviewWork,
    /// Look at the contacts of the last days: by course, way and result.
    AnalyseContacts,
    /// Plan an action.
    PlanAction,
    /// Record a learning.
    RecordLearning,
    /// Put the selected student into the focus of the cycle, or take it out.
    ToggleFocus,
    /// Pin the selected student to the list, or give it back to the order.
    Pin,
    /// Set the selected student aside for a while, or take it back.
    SetAside,
    /// Hand the student over to the school that receives them, or write down that it has confirmed.
    HandOver,
    /// Write down where the student is.
    ChangeStatus,
    /// The other scale of attendance.
    Scale,
    /// The run chart by week, or by month again.
    Weeks,
    /// How many the team can follow, and the thresholds.
    Settings,
    /// The school calendar.
    Calendar,
    /// Set another baseline of the run chart.
    SetBaseline,
    /// Write what the indicators show (step 1).
    WriteObservation,
    /// Write the challenge (step 2).
    WriteChallenge,
    /// Write the theory of action (step 2).
    WriteTheory,
    /// Write the driver tree (step 2).
    WriteDrivers,
    /// Write down what the team expects, before it looks.
    Predict,
    /// Show the infographic without predicting.
    Look,
    /// Decide what is kept of the selected action.
    DecideAction,
    /// Write more about the selected action.
    DescribeAction,
    /// Put this cycle beside the one before it.
    CompareCycles,
    /// Write notes of the data review (step 3).
    WriteReview,
    /// Give the cycle a name.
    NameCycle,
    /// Try again to save what could not be saved.
    SaveAgain,
    /// Go to the next step.
    NextStep,
    /// Go back one step.
    PreviousStep,
    /// Go to a step.
    GoToStep(Step),
    /// Open the first or the next cycle.
    OpenCycle,
    /// Close the cycle and open the next.
    CloseCycle,
    /// Make a notebook for another school.
    NewSchool,
    /// Make the invented practice alliance.
    Practice,
    /// Import a file.
    Import,
    /// Complete what is typed of a path.
    CompletePath,
    /// Accept what a file would change.
    Accept,
    /// Say what a column means.
    ChangeColumn,
    /// Make notebooks for schools that have none, or rather not.
    CreateMissing,
    /// Go to the next part.
    NextChapter,
    /// Two are one student.
    Same,
    /// Two are two students.
    Different,
    /// Leave a row out.
    LeaveOut,
    /// Move the focus to the next pane.
    NextPane,
    /// Move the focus to the pane before.
    PreviousPane,
    /// Give the focused pane all the room.
    Zoom,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Search in the list while typing.
    Filter,
    /// Go from the search line into the list of what was found.
    KeepSearch,
    /// Leave the search and show everything again.
    ShowAll,
    /// Order the list otherwise.
    Sort,
    /// Take back the last change.
    Undo,
    /// Make it again.
    Redo,
    /// Show names for a short time, or hide them at once.
    Reveal,
    /// The other language.
    Language,
    /// Every command by name.
    Palette,
    /// The keys of this place.
    Help,
    /// One level up.
    Back,
    /// Leave the program.
    Quit,
    /// Keep what the form says.
    Save,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// Choose or unchoose.
    Toggle,
    /// The answer to a question: yes.
    Yes,
    /// Take over what somebody changed in the file.
    TakeOver,
    /// Open the last version that was kept, beside the file.
    OpenBeside,
    /// Build a damaged notebook anew from what can be read.
    Rebuild,
    /// Leave out a lesson of the tutor.
    SkipLesson,
    /// Go on without the tutor, or call it back.
    HideTutor,
    /// Something in a text.
    Text(TextKey),
}

/// What a key does in a text; a character is not in the table, it is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextKey {
    /// One letter back.
    Left,
    /// One letter on.
    Right,
    /// One word back.
    WordLeft,
    /// One word on.
    WordRight,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Takes away the letter before.
    Backspace,
    /// Takes away the letter after.
    Delete,
    /// Takes away the word before.
    KillWord,
    /// Takes away all before.
    KillToStart,
    /// Takes away all after.
    KillToEnd,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// A new line.
    NewLine,
}

impl TextKey {
    /// The operation on a text field.
    pub fn op(self) -> TextOp<'static> {
        match self {
            Self::Left => TextOp::Left,
            Self::Right => TextOp::Right,
            Self::WordLeft => TextOp::WordLeft,
            Self::WordRight => TextOp::WordRight,
            Self::Home => TextOp::Home,
            Self::End => TextOp::End,
            Self::Backspace => TextOp::Backspace,
            Self::Delete => TextOp::Delete,
            Self::KillWord => TextOp::KillWord,
            Self::KillToStart => TextOp::KillToStart,
            Self::KillToEnd => TextOp::KillToEnd,
            Self::Up => TextOp::Up,
            Self::Down => TextOp::Down,
            Self::NewLine => TextOp::NewLine,
        }
    }
}
