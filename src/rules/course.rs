//! Courses: one short form for every way in which schools and the Ministry write them.
//!
//! Owns the form (`7B-A`, `1M-B`, `PK-A`), its order and its reading. Never guesses a level that a text does not say.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::written;

mod grade;
mod ladder;
mod read;
mod section;

pub use grade::Grade;
pub use section::Section;

/// A course: grade and section, saved as `7B-A`; without a section as `7B`.
///
/// Youth courses have no branch (HC, TP, arts) in them, because most lists do not write it: the third year of both is
/// `3M`. Adults, special education and early childhood keep the Ministry's codes (`A363.1-A`, `E212.3-A`, `P10.3-A`),
/// as do codes nobody knows (`X999.7-A`), so that none is ever taken for a youth course. `?` stands where no course is
/// known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Course {
    grade: Grade,
    section: Option<Section>,
}

/// Why a text is not a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CourseProblem {
    /// Nothing is written.
    Empty,
    /// `2° A`: it may be the second of básica or of media.
    LevelNotSaid {
        /// The number that is written, 1 to 4.
        number: u8,
    },
    /// `9° básico`, `5° medio`: there is no such grade.
    NoSuchGrade,
    /// Not a course, as far as this reader goes.
    NotRecognised,
}

impl Course {
    /// A course of a grade; a section that is blank is none. A grade that does not exist (`Basic(9)`) keeps its code.
    pub fn new(grade: Grade, section: &str) -> Self {
        Self { grade: grade.normal(), section: Section::new(section) }
    }

    /// No course known: shown as `?`, last in every list.
    pub const fn unstated() -> Self {
        Self { grade: Grade::Unstated, section: None }
    }

    /// Reads a course as people write it: `7º B`, `7° básico A`, `Séptimo Básico "A"`, `1° Medio A`, `I° Medio A`, `1MA`,
    /// `3° medio HC C`, `Pre-kinder A`, `NT1`, `8 BASICO B`, and every saved form.
    pub fn parse(text: &str) -> Result<Self, CourseProblem> {
        Self::saved_form(text).map_or_else(|| read::read(text), Ok)
    }

    /// A course from the Ministry's codes and the letter of the section; never fails. Source: `COD_ENSE` and `COD_GRADO` of
    /// the Centro de Estudios Mineduc.
    pub fn from_codes(teaching: u16, grade: u16, letter: &str) -> Self {
        Self::new(Grade::from_codes(teaching, grade), letter)
    }

    /// The grade.
    pub const fn grade(&self) -> Grade {
        self.grade
    }

    /// The section, such as `A`.
    pub fn section(&self) -> Option<&str> {
        self.section.as_ref().map(Section::as_str)
    }

    /// Whether the course is known.
    pub const fn is_stated(&self) -> bool {
        !matches!(self.grade, Grade::Unstated)
    }

    /// The form that is saved and nothing else, letter by letter.
    fn saved_form(text: &str) -> Option<Self> {
        let Some((grade, section)) = text.split_once('-') else {
            return Some(Self { grade: Grade::from_short(text)?, section: None });
        };
        let course = Self { grade: Grade::from_short(grade)?, section: Section::new(section) };
        (course.section() == Some(section)).then_some(course)
    }
}

impl fmt::Display for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.section {
            Some(section) => write!(f, "{}-{}", self.grade, section.as_str()),
            None => write!(f, "{}", self.grade),
        }
    }
}

impl fmt::Debug for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Course({self})")
    }
}

impl FromStr for Course {
    type Err = CourseProblem;
    fn from_str(text: &str) -> Result<Self, CourseProblem> {
        Self::parse(text)
    }
}

impl Serialize for Course {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Course {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer, "a course such as \"7B-A\"", |text| Self::parse(text).ok())
    }
}

impl JsonSchema for Course {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Course".into()
    }
    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "examples": ["7B-A", "1M-B", "PK-A", "A363.1-A", "?"] })
    }
}

#[cfg(test)]
mod tests;
