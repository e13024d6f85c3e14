//! Documents for people: what is taken out of a notebook to be printed, handed round and written on.
//!
//! Owns how a page of paper is laid out. Never computes what `insight` knows, never writes a file, never a name.

pub mod drivers;
mod paper;
pub mod worksheet;
