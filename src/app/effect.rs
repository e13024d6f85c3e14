//! What the app wants from the world outside, and what the world answers.
//!
//! The app decides and never performs; the loop performs and never decides.

use std::path::PathBuf;

use super::{key::Chord, lang::Lang, notice::Failure, shelf::Line};
use crate::notebook::{Notebook, safe_text::SafeText};
use crate::rules::identity::Rbd;
use crate::store::ReadOnly;

/// A wish.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the folder of notebooks.
    ReadShelf,
    /// Open a notebook.
    Open(PathBuf),
    /// Keep the open notebook.
    Save,
    /// Keep the open notebook in a file beside its own, which somebody else has changed.
    SaveBeside,
    /// Make a notebook for a school, and open it.
    Create(NewSchool),
    /// Make the invented practice alliance, and show it.
    MakePractice,
    /// Keep the language for the next time.
    RememberLang(Lang),
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
    /// The notebook was saved.
    Saved(Result<(), Failure>),
    /// The practice alliance stands on the shelf: so many schools.
    PracticeMade(Result<usize, Failure>),
    /// Something else could not be done.
    Failed(Failure),
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
    pub notebook: Notebook,
    /// Why it can only be read, if so.
    pub read_only: Option<ReadOnly>,
    /// Texts of the file that are shown without the characters that a terminal must not get.
    pub repaired_texts: usize,
}
