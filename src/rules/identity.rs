//! Numbers that identify: RUN and IPE of a person, RBD of a school.
//!
//! Owns their reading, their check digit and their saved form. Never shows a RUN by itself: `Debug` hides it, there is
//! no `Display`, and no error of reading one repeats it.

pub mod rbd;
pub mod run;

pub use rbd::{DigitDisagrees, Rbd, RbdProblem};
pub use run::{Run, RunProblem};

/// Hyphens and dashes that people and programs write between number and digit.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// A text without spaces and without the `.0` that a spreadsheet adds to numbers.
fn compact(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// The number that digits spell; None for anything else, or more than fits.
fn number(digits: &str) -> Option<u32> {
    if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
