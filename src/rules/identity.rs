//! Numbers that identify: RUN and IPE of a person, RBD of a school.
//!
//! Owns their reading, their check digit and their saved form. Never shows a RUN by itself: `Debug` hides it, there is
//! no `Display`, and no error of reading one repeats it.

use std::borrow::Cow;

pub mod rbd;
pub mod run;

pub use rbd::{DigitDisagrees, Rbd, RbdProblem};
pub use run::{Run, RunProblem};

/// Hyphens and dashes that people and programs write between number and digit.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// A text without spaces and without the `.0` that a spreadsheet adds to numbers.
fn compact(text: &str) -> Cow<'_, str> {
    let is_space = |c: char| c.is_whitespace() || c == '\u{feff}';
    if text.contains(is_space) {
        let text = text.replace(is_space, "");
        Cow::Owned(text.strip_suffix(".0").map(str::to_owned).unwrap_or(text))
    } else {
        Cow::Borrowed(text.strip_suffix(".0").unwrap_or(text))
    }
}

/// The number that digits spell, without the signs between their groups; the largest there is for all that are longer.
/// None for anything else.
fn number(text: &str, between: &[char]) -> Option<u32> {
    let mut digits = text.chars().filter(|c| !between.contains(c)).peekable();
    digits.peek()?;
    digits.try_fold(0_u32, |number, c| Some(number.saturating_mul(10).saturating_add(c.to_digit(10)?)))
}

#[cfg(test)]
mod tests;
