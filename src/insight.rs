//! Answers computed from notebooks: who needs attention and why, what a step still lacks, a school in one line.
//!
//! Owns the computation; every figure carries rule, value, threshold, date and source. Must never change a notebook,
//! touch a disk or hold a sentence for people.

pub mod account;
pub mod attended;
pub mod contact_analysis;
pub mod contact_rate;
pub mod courses;
pub mod dropout;
pub mod engagement;
pub mod follow_up;
pub mod gaps;
pub mod indicators;
pub mod lens;
pub mod outcome;
mod path;
pub mod reason;
pub mod review;
pub mod shelf_row;
pub mod tables;
pub mod validate;

#[cfg(test)]
mod tests;
