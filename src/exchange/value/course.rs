//! Courses in cells, in two columns, in titles and in the rows that stand above the list of each course.
//!
//! What is ambiguous, and what is decided:
//! - `7 A`, `7-A`: only básica has a 5th to an 8th grade, so the level needs no word. `2° A` may be básica or media: none.
//! - `7B`, `8B`: the level or the section. [`Letters`] asks the other cells of the column: beside `7A` it is the section,
//!   beside `1M` or `7B-A` the level. Alone, written together it is the level (a wrong section would be worse than
//!   none), written apart (`7º B`) the section.
//! - `1B` beside `1A` and `2A` says no level: none.
//! - `I° A`: Roman numbers often mean media, but not always: none.
//! - `3° HC B`, `4° TP A`: only media has branches.

use super::trim;
use crate::rules::course::{Course, Grade};

#[cfg(test)]
mod tests;
mod title;

pub use title::course_inside;

/// Reads a course, see [`Course::parse`]; a column of its own decides better with [`Letters`].
pub fn read(text: &str) -> Option<Course> {
    let text = trim(text).trim_end_matches('*');
    Course::parse(text).ok().filter(Course::is_stated)
}

/// Reads a course of which one column says the grade (`7° básico`, `7`) and another the section (`A`). A grade that has
/// the section already is taken where both agree.
pub fn with_letter(grade: &str, letter: &str) -> Option<Course> {
    let (grade, letter) = (trim(grade), trim(letter));
    if super::is_blank(letter) || grade.is_empty() {
        return read(grade);
    }
    match read(grade) {
        // `7º B` here and `A` there: this B is the level.
        Some(course) if course.section().is_some() && !matches!(bare(grade), Some((_, 'b'))) => {
            Some(course).filter(|course| Course::new(course.grade(), letter) == *course)
        }
        Some(course) if course.section().is_none() => Some(Course::new(course.grade(), letter)),
        Some(_) | None => read(&format!("{grade} {letter}")),
    }
}

/// Decides for one column what the letter behind a bare number is: `see` each cell first, then `read` each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters {
    sections: bool,
    levels: bool,
}

/// What the letter behind a bare number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Section,
    Level,
    /// As each text says by itself.
    Unsaid,
}

impl Letters {
    /// Takes note of a cell of the column.
    pub fn see(&mut self, text: &str) {
        match bare(trim(text)) {
            Some((1..=4, 'm')) => self.levels = true,
            Some((_, 'b')) => {}
            Some((1..=8, _)) => self.sections = true,
            Some(_) => {}
            None => self.levels |= level_and_section(trim(text)),
        }
    }

    /// Reads a cell of the column.
    pub fn read(self, text: &str) -> Option<Course> {
        match (bare(trim(text)), self.meaning()) {
            (Some((number @ 5..=8, 'b')), Meaning::Section) => Some(Course::new(Grade::Basic(number), "B")),
            (Some((1..=4, 'b')), Meaning::Section) => None,
            (Some((number @ 1..=8, 'b')), Meaning::Level) => Some(Course::new(Grade::Basic(number), "")),
            _ => read(text),
        }
    }

    fn meaning(self) -> Meaning {
        match (self.sections, self.levels) {
            (true, false) => Meaning::Section,
            (false, true) => Meaning::Level,
            (true, true) | (false, false) => Meaning::Unsaid,
        }
    }
}

/// The number and the letter of a text that has nothing else: `7B`, `7º B`, `7-b`.
fn bare(text: &str) -> Option<(u8, char)> {
    let number = text.chars().next()?.to_digit(10)?;
    let rest = text
        .get(1..)?
        .trim_start_matches(|c: char| !c.is_alphabetic() && !c.is_ascii_digit() || matches!(c, 'º' | 'ª'));
    let mut letters = rest.trim_end_matches(['"', '\'', '”', '.', ' ']).chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_alphabetic() => {
            Some((u8::try_from(number).ok()?, letter.to_lowercase().next()?))
        }
        _ => None,
    }
}

/// Whether a text is a number, the letter of a level and a section: `7B A`, `5º B A`, `1M-B`, `2MB`.
fn level_and_section(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic() && !matches!(c, 'º' | 'ª'));
    let level = letters.next().is_some_and(|letter| matches!(letter, 'b' | 'B' | 'm' | 'M'));
    let section = letters.next().is_some() && letters.next().is_none();
    text.starts_with(|c: char| c.is_ascii_digit()) && level && section && read(text).is_some()
}
