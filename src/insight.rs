//! Answers computed from notebooks: who needs attention and why, what a step still lacks, what a cycle has to show and how
//! two of them differ, run charts, contacts, a school in one line; and from tables whether the flags find anybody.
//!
//! Owns the computation; every figure carries rule, value, threshold, date and source. Must never change a notebook,
//! touch a disk or hold a sentence for people.

pub mod account;
pub mod arrival;
pub mod attended;
pub mod chart;
pub mod contact_analysis;
pub mod contact_rate;
pub mod course_bands;
pub mod courses;
pub mod dropout;
pub mod engagement;
pub mod follow_up;
pub mod gaps;
pub mod indicators;
pub mod lens;
pub mod losses;
pub mod marks;
pub mod outcome;
mod path;
pub mod prediction;
pub mod progress;
pub mod reason;
pub mod recovery;
pub mod register;
pub mod review;
pub mod shelf_row;
pub mod tables;
pub mod validate;
pub mod wording;

#[cfg(test)]
mod tests;
