//! Picking a file: a folder with its folders and tables, and a line in which a path is typed or what is searched for.
//!
//! Never looks at a disk: what is in a folder is asked for and comes as a [`Listing`].

use std::path::{PathBuf, is_separator};

use chrono::{DateTime, Utc};

use crate::{
    app::{
        command::Command,
        form::{TextField, TextOp},
        list::{Entry, ListState},
    },
    notebook::safe_text::SafeText,
    rules::spelling,
};

/// Characters of a path that can be typed: systems know paths of up to 4,096 bytes.
const LONGEST: usize = 4_096;

/// What is in a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// The folder as a person knows it: `~/Descargas`.
    pub shown: String,
    /// Tables, then folders, each the newest first.
    pub items: Vec<Item>,
    /// Whether there is more than is listed.
    pub is_cut: bool,
}

/// Something in a folder that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it is.
    pub path: PathBuf,
    /// Its name, as a screen may show it.
    pub name: SafeText,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// When it was changed, where the disk says so.
    pub changed: Option<DateTime<Utc>>,
    /// Bytes.
    pub size: u64,
}

impl Item {
    /// Whether it is the way to the folder around.
    pub fn is_up(&self) -> bool {
        self.is_folder && self.name.as_str() == UP
    }
}

/// The name of the way to the folder around.
pub const UP: &str = "..";

/// A wish to see a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Its number; the answer names it.
    pub number: u64,
    /// The folder that is on the screen; none at the beginning.
    pub from: Option<PathBuf>,
    /// What was typed, seen from there.
    pub typed: String,
}

/// The folder on the screen.
#[derive(Debug)]
pub struct Picker {
    /// What is in it.
    pub listing: Listing,
    /// What is shown of it; keys are places in the listing. Its filter is the line.
    pub list: ListState<usize>,
    /// Whether another folder was asked for and is not here yet.
    waits: Waits,
    /// Enter was pressed before it was.
    is_hasty: bool,
}

impl Default for Picker {
    fn default() -> Self {
        let mut list = ListState::default();
        list.filter = TextField::with_limit("", LONGEST);
        list.typing = true;
        Self { listing: Listing::default(), list, waits: Waits::ForOpened, is_hasty: false }
    }
}

/// What the picker waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waits {
    No,
    /// A folder that was opened, or the first one.
    ForOpened,
    /// A folder that is typed.
    ForTyped,
}

/// What comes of something written in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Only the list is another one.
    Here,
    /// A folder was typed: look into it.
    Folder(String),
    /// The folder that was typed before is not meant any more.
    Revoked,
}

/// What Enter comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// Look into a folder.
    Folder(PathBuf),
    /// Read a file.
    File(PathBuf),
    /// Nothing yet, or nothing there.
    Nothing,
}

impl Picker {
    /// Writes in the line.
    pub fn write(&mut self, op: TextOp<'_>) -> Written {
        match op {
            TextOp::Paste(text) => self.list.filter.apply(TextOp::Paste(bare(text))),
            op => self.list.filter.apply(op),
        };
        self.is_hasty = false;
        if let (head, Some(_)) = self.parts() {
            let head = head.to_owned();
            self.waits = Waits::ForTyped;
            return Written::Folder(head);
        }
        self.arrange();
        self.list.travel(Command::First);
        if self.waits != Waits::ForTyped {
            return Written::Here;
        }
        self.waits = Waits::No;
        Written::Revoked
    }

    /// Completes what is typed with what is selected: gives the folder to look into, where it is one.
    pub fn complete(&mut self) -> Option<PathBuf> {
        let item = self.selected()?;
        if item.is_folder {
            return Some(self.open(item.path.clone()));
        }
        let name = item.name.as_str().to_owned();
        self.list.filter.set(&name);
        self.arrange();
        None
    }

    /// Takes what was asked for. What was typed meanwhile stays; says whether Enter was pressed meanwhile.
    pub fn take(&mut self, listing: Listing) -> bool {
        let rest = match self.parts() {
            (_, Some(rest)) => rest.to_owned(),
            (whole, None) => whole.to_owned(),
        };
        self.listing = listing;
        self.waits = Waits::No;
        self.list = Self::default().list;
        self.list.filter.set(&rest);
        self.arrange();
        if self.selected().is_some_and(Item::is_up) {
            // What is in a folder is what one came for, rarely the way back.
            self.list.travel(Command::Down);
        }
        std::mem::take(&mut self.is_hasty)
    }

    /// What was asked for is not there: what is on the screen stays.
    pub fn keep(&mut self) {
        (self.waits, self.is_hasty) = (Waits::No, false);
    }

    /// Opens the selected folder, or takes the selected file; what is typed and not in the list is taken as a file too.
    pub fn enter(&mut self) -> Taken {
        if self.is_waiting() {
            self.is_hasty = true;
            return Taken::Nothing;
        }
        let typed = self.list.filter.text().trim();
        match self.selected() {
            Some(item) if item.is_folder => Taken::Folder(self.open(item.path.clone())),
            Some(item) => Taken::File(item.path.clone()),
            None if typed.is_empty() => Taken::Nothing,
            None => Taken::File(self.listing.folder.join(typed)),
        }
    }

    /// A folder is opened: what led to it has done its work.
    fn open(&mut self, folder: PathBuf) -> PathBuf {
        self.list.filter.set("");
        self.waits = Waits::ForOpened;
        folder
    }

    /// Whether another folder was asked for and is not here yet.
    pub fn is_waiting(&self) -> bool {
        self.waits != Waits::No
    }

    /// Empties the line; says whether there was anything in it.
    pub fn clear(&mut self) -> bool {
        let was_typed = !self.list.filter.text().is_empty();
        self.list.filter.set("");
        self.keep();
        self.arrange();
        was_typed
    }

    /// The selected item.
    pub fn selected(&self) -> Option<&Item> {
        self.listing.items.get(self.list.selected()?)
    }

    /// What was typed: the folder, if any, and what stands after it.
    fn parts(&self) -> (&str, Option<&str>) {
        let text = self.list.filter.text();
        match text.rfind(is_separator).and_then(|at| text.split_at_checked(at + 1)) {
            Some((head, rest)) => (head, Some(rest)),
            None => (text, None),
        }
    }

    /// Shows what has the typed letters in its name, without minding accents; hidden things where a dot is typed.
    fn arrange(&mut self) {
        let typed = self.list.filter.text().trim();
        let (query, wants_hidden) = (spelling::fold(typed), typed.starts_with('.'));
        let found = self.listing.items.iter().enumerate().filter(|(_, item)| {
            let is_meant = wants_hidden || item.is_up() || !item.name.as_str().starts_with('.');
            is_meant && spelling::contains_folded(&spelling::fold(item.name.as_str()), &query)
        });
        let entries = found.map(|(index, _)| Entry { key: index, index }).collect();
        self.list.settle(entries);
    }
}

/// A path as terminals paste it: in quotes, with blanks around.
fn bare(text: &str) -> &str {
    let text = text.trim();
    ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(text)
}
