//! The journal: what was done to a notebook, line by line, before it is in the notebook's file.
//!
//! One file for each process that writes, only ever appended to by that process. Each line is a record with the hash of
//! itself and of the line before it, so that a torn end, a flipped bit or a line from elsewhere is seen. Never decides
//! what a record means for a notebook: that is `past`.

pub mod record;

mod name;
mod read;
mod write;

pub use name::Name;
pub use read::{Damage, Pages, pages};
pub use record::{Act, Head, Mark, Record, Step, What};
pub use write::Journal;

#[cfg(test)]
mod tests;
