//! Marks on the Chilean scale, in tenths.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    rule::{Rule, Unit},
    written,
};

/// The lowest mark that passes, 4.0.
pub const PASSING: Rule =
    Rule { id: "mark_passing", threshold: 40, unit: Unit::Tenths, source: "Mineduc, Decreto 67/2018" };

/// A mark from 1.0 to 7.0, saved as `"5.8"`; tenths inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(u8);

/// Why a text or a number is not a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkProblem {
    /// Not a number with at most one decimal that counts.
    NotANumber,
    /// Below 1.0 or above 7.0; a `58` is most likely 5.8 without its comma, which only a person can say.
    OutOfRange,
}

impl Mark {
    /// The lowest mark, 1.0.
    pub const LOWEST: Self = Self(10);
    /// The highest mark, 7.0.
    pub const HIGHEST: Self = Self(70);

    /// A mark from its tenths, 10 to 70.
    pub const fn from_tenths(tenths: u8) -> Option<Self> {
        if Self::LOWEST.0 <= tenths && tenths <= Self::HIGHEST.0 { Some(Self(tenths)) } else { None }
    }

    /// Reads `5.8`, `5,8`, `5` or `5,80`. Refuses a second decimal that is not zero: it is an average, not a mark.
    pub fn parse(text: &str) -> Result<Self, MarkProblem> {
        // The saved form, of which a notebook holds thousands.
        if let &[whole @ b'0'..=b'9', b'.', tenth @ b'0'..=b'9'] = text.as_bytes() {
            return Self::from_tenths((whole - b'0') * 10 + (tenth - b'0')).ok_or(MarkProblem::OutOfRange);
        }
        let text = text.trim();
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let decimals = match decimals.trim_end_matches('0') {
            "" if !decimals.is_empty() => "0",
            rest => rest,
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() > 1 {
            return Err(MarkProblem::NotANumber);
        }
        let (Ok(whole), Ok(tenth)) = (whole.parse::<u8>(), decimals.parse::<u8>()) else {
            return Err(MarkProblem::OutOfRange);
        };
        let tenths = whole.checked_mul(10).and_then(|tens| tens.checked_add(tenth));
        tenths.and_then(Self::from_tenths).ok_or(MarkProblem::OutOfRange)
    }

    /// The mark in tenths, 10 to 70.
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// Whether the mark passes.
    pub const fn passes(self) -> bool {
        self.0 as u16 >= PASSING.threshold
    }
}

/// The form of the file, with a point; screens write it as their language does.
impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

impl FromStr for Mark {
    type Err = MarkProblem;
    fn from_str(text: &str) -> Result<Self, MarkProblem> {
        Self::parse(text)
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer, "a mark from \"1.0\" to \"7.0\"", |text| Self::parse(text).ok())
    }
}

impl JsonSchema for Mark {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Mark".into()
    }
    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^([1-6]\\.[0-9]|7\\.0)$" })
    }
}

/// The average of some marks in hundredths, cut and never rounded up; none of none. For showing: rules compare sums.
pub fn average_hundredths(marks: impl Iterator<Item = Mark>) -> Option<u16> {
    let (sum, count) = marks.fold((0_u32, 0_u32), |(sum, count), mark| (sum + u32::from(mark.tenths()), count + 1));
    u16::try_from((sum * 10).checked_div(count)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_with_comma_and_with_point() {
        for text in ["5,8", "5.8", " 5.80 "] {
            assert_eq!(Mark::parse(text), Ok(Mark(58)), "{text}");
        }
        assert_eq!(Mark::parse("7"), Ok(Mark::HIGHEST));
        assert_eq!(Mark::parse("5,0"), Ok(Mark(50)));
    }

    #[test]
    fn what_is_not_a_mark_is_refused_and_never_guessed() {
        for text in ["", ",", "5,", "S/N", "P", "5,85", "-5,0", "5.8.1", "5 8"] {
            assert_eq!(Mark::parse(text), Err(MarkProblem::NotANumber), "{text}");
        }
        for text in ["0", "0,9", "7,1", "58", "580", "26", "9999999999"] {
            assert_eq!(Mark::parse(text), Err(MarkProblem::OutOfRange), "{text}");
        }
    }

    #[test]
    fn the_saved_form_says_what_the_form_with_a_comma_says() {
        for tenths in 0..100 {
            let form = |sign| format!("{}{sign}{}", tenths / 10, tenths % 10);
            assert_eq!(Mark::parse(&form('.')), Mark::parse(&form(',')), "{tenths}");
        }
    }

    #[test]
    fn four_passes_and_three_nine_does_not() {
        assert!(Mark(40).passes());
        assert!(!Mark(39).passes());
    }

    #[test]
    fn every_mark_survives_the_file() {
        for tenths in 10..=70 {
            let mark = Mark::from_tenths(tenths).unwrap();
            let json = serde_json::to_string(&mark).unwrap();
            assert_eq!(serde_json::from_str::<Mark>(&json).unwrap(), mark);
            assert_eq!(mark.to_string().parse(), Ok(mark));
        }
        assert_eq!(serde_json::to_string(&Mark(58)).unwrap(), "\"5.8\"");
        assert_eq!(Mark::from_tenths(9), None);
        assert_eq!(Mark::from_tenths(71), None);
        assert!(serde_json::from_str::<Mark>("\"7.1\"").is_err());
    }
}
