//! Rules of Chilean schools as pure functions and value types, integers first.
//!
//! Owns thresholds as values that name their source. Never reads a clock or a disk, never decides with floats, and holds
//! no sentence for people.

pub mod age;
pub mod attendance;
pub mod calendar;
pub mod check_digit;
pub mod classes;
pub mod course;
pub mod day;
pub mod decimal;
pub mod grades;
pub mod identity;
pub mod period;
pub mod promotion;
pub mod rule;
pub mod run_chart;
pub mod spelling;
pub mod status;
pub mod week;
mod written;

#[cfg(test)]
mod corpus;
