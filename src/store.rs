//! The only code that writes notebooks: one readable JSON per school, replaced whole or not at all.
//!
//! Owns the layout of the file, reading with typed problems, the shelf of a folder, settings and places. Must never
//! contain a screen or a sentence for people, and must never write over a file that it has not read.
//!
//! What it writes today is a *checkpoint*: [`replace`](mod@replace) puts a whole file in place. The journal that comes
//! before a checkpoint, recovery after a crash, the lock that decides who holds the pen, and backups stand beside it as
//! modules of their own (`journal`, `recover`, `lock`, `backup`) and keep their files in `.tep/<notebook id>/` next to
//! the notebooks. They see the disk only through [`Fs`], as everything here does, so that every crash can be tried.

pub mod backup;
pub mod checkup;
pub mod damage;
pub mod draft;
pub mod error;
pub mod find;
pub mod fs;
pub mod history;
pub mod journal;
pub mod keeper;
pub mod layout;
pub mod migrate;
pub mod names;
pub mod places;
pub mod read;
pub mod replace;
pub mod salvage;
pub mod schema;
pub mod settings;
pub mod sha;
pub mod shelf;

mod log;
mod lossless;
mod lost;
mod nest;
mod past;
mod pen;
mod place;
mod reference;
mod survey;
mod tidy;

pub use error::{Failure, FindError, OpenError, SaveError, Step};
pub use fs::Fs;
pub use keeper::{Before, Keeper, Leave, Opening, Outside, Ready, RestoreError, Restored, Story, Viewed};
pub use layout::write_notebook;
pub use log::Author;
pub use past::Stacks;
pub use pen::Holder;
pub use shelf::{Entry, ReadOnly, Saved, Shelf};
