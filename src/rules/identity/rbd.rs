//! The Ministry's number of a school.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{compact, is_dash, number};
use crate::rules::check_digit::check_digit;

/// The number of a school (rol base de datos), without its check digit: 1 to 99999. Saved as a number; shown as
/// `458-8`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rbd(u32);

/// The digit that was given is not the one that modulo 11 gives. Five of 2,789 schools in the Ministry's directory are
/// like that: worth a warning, never a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DigitDisagrees {
    /// The digit of modulo 11.
    pub expected: char,
    /// The digit as given.
    pub found: char,
}

/// Why a text or a number is not an RBD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RbdProblem {
    /// Not digits, with perhaps a dash and a check digit.
    NotANumber,
    /// Zero, or more than five digits.
    OutOfRange,
}

impl Rbd {
    /// An RBD from its number, 1 to 99999.
    pub const fn new(number: u32) -> Option<Self> {
        if number >= 1 && number <= 99_999 { Some(Self(number)) } else { None }
    }

    /// Reads `12669-1` or `12669`; says where a given digit disagrees, and takes the number all the same.
    pub fn parse(text: &str) -> Result<(Self, Option<DigitDisagrees>), RbdProblem> {
        let text = compact(text);
        let (digits, given) = match text.split_once(is_dash) {
            Some((digits, digit)) => (digits, Some(digit)),
            None => (text.as_ref(), None),
        };
        let number = number(digits, &['.']).ok_or(RbdProblem::NotANumber)?;
        let rbd = Self::new(number).ok_or(RbdProblem::OutOfRange)?;
        let disagrees = match given {
            Some(digit) => rbd.compare(digit)?,
            None => None,
        };
        Ok((rbd, disagrees))
    }

    fn compare(self, given: &str) -> Result<Option<DigitDisagrees>, RbdProblem> {
        let mut chars = given.chars();
        let (Some(found), None) = (chars.next(), chars.next()) else { return Err(RbdProblem::NotANumber) };
        let found = found.to_ascii_uppercase();
        if !found.is_ascii_digit() && found != 'K' {
            return Err(RbdProblem::NotANumber);
        }
        let expected = self.digit();
        Ok((found != expected).then_some(DigitDisagrees { expected, found }))
    }

    /// The number, without the check digit.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The check digit.
    pub const fn digit(self) -> char {
        check_digit(self.0)
    }
}

impl fmt::Display for Rbd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.digit())
    }
}

impl fmt::Debug for Rbd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rbd({self})")
    }
}

impl Serialize for Rbd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Rbd {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| de::Error::custom(format!("{number} is not an RBD from 1 to 99999")))
    }
}

impl JsonSchema for Rbd {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Rbd".into()
    }
    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": 99_999 })
    }
}
