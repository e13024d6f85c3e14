//! The only code that writes notebooks: one readable JSON per school, replaced whole or not at all.
//!
//! Owns the layout of the file, reading with typed problems, the shelf of a folder, settings and places. Must never
//! contain a screen or a sentence for people, and must never write over a file that it has not read.
//!
//! ```text
//!  Shelf ── which file is whose ──► Keeper ── the only writer of one notebook
//!                                     │ open:  pen (lock) ─ past (journals read as one) ─ state (known? new? outside?
//!                                     │        damaged?) ─ reference, salvage (when the file cannot be believed) ─ tidy
//!                                     │ commit: log ─► journal ─► sync ─► kept
//!                                     └ checkpoint: intent in the journal ─► place (temporary file, exchange, look at
//!                                                   what came out, sync) ─► the old file becomes a backup
//! ```
//!
//! Everything but the notebook's file lies in `.tep/<notebook id>/` beside it (`nest`). The disk is seen only through
//! [`Fs`], so that every crash can be tried on a disk in memory.

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
pub use keeper::{Before, Keeper, Kept, Leave, Opening, Outside, Ready, RestoreError, Restored, Story, Viewed};
pub use layout::write_notebook;
pub use log::Author;
pub use past::Stacks;
pub use pen::Holder;
pub use shelf::{Entry, ReadOnly, Saved, Shelf};
