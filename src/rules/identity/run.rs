//! RUN and IPE: the number of a person.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{compact, is_dash, number};
use crate::rules::check_digit::check_digit;

/// First number given to a foreign student without RUN (identificador provisorio escolar).
const FIRST_IPE: u32 = 100_000_000;
/// First number given to a foreign guardian (identificador provisorio del apoderado).
const FIRST_IPA: u32 = 200_000_000;
/// One more than the last number.
const END: u32 = 300_000_000;
/// Most digits of a RUN, without the check digit: with one more and no dash, the last is the check digit.
const RUN_DIGITS: usize = 8;

/// A RUN or IPE with its check digit as written, saved as `12345678-5`. `Debug` hides it; the text is had only by
/// [`Run::to_text`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Run {
    number: u32,
    digit: char,
}

/// Why a text is not a RUN. Shows the number nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunProblem {
    /// Not a number with perhaps a check digit.
    NotANumber,
    /// Zero, or longer than any RUN, IPE or IPA.
    OutOfRange,
    /// No check digit stands there.
    NoDigit {
        /// The digit that belongs there.
        expected: char,
        /// The number with that digit, for a caller who takes it and says so.
        completed: Run,
    },
    /// The check digit is not the one of the number: one of the two is mistyped.
    WrongDigit {
        /// The digit of the number.
        expected: char,
        /// Number and digit as written, to be kept and warned about.
        found: Run,
    },
}

impl Run {
    /// Reads a RUN or IPE: `12.345.678-5`, `12345678 - 5`, `123456785`, `012345678-5`, `6-k`.
    ///
    /// Without a dash, the last sign is the check digit where it is a K, where there are nine digits or more, or where
    /// dots show it (`7.654.3216`); otherwise nothing is guessed and there is none.
    pub fn parse(text: &str) -> Result<Self, RunProblem> {
        let run = Self::as_written(text)?;
        if run.is_valid() {
            Ok(run)
        } else {
            Err(RunProblem::WrongDigit { expected: run.expected_digit(), found: run })
        }
    }

    /// Reads a RUN or IPE and keeps a wrong check digit as it stands. Never answers [`RunProblem::WrongDigit`].
    pub fn as_written(text: &str) -> Result<Self, RunProblem> {
        let text = compact(text);
        let text = text.strip_prefix('\'').unwrap_or(&text);
        match text.rsplit_once(is_dash) {
            Some((digits, "")) => Self::without_digit(digits),
            Some((digits, digit)) => Self::from_parts(digits, digit),
            None => Self::without_dash(text),
        }
    }

    /// A number with the check digit that belongs to it; None outside 1 to 299,999,999.
    pub const fn from_number(number: u32) -> Option<Self> {
        if number >= 1 && number < END { Some(Self { number, digit: check_digit(number) }) } else { None }
    }

    /// A number with a check digit as written, right or wrong; None outside 1 to 299,999,999 and for what is neither a
    /// figure nor K.
    pub const fn with_digit(number: u32, digit: char) -> Option<Self> {
        let digit = digit.to_ascii_uppercase();
        match Self::from_number(number) {
            Some(run) if digit.is_ascii_digit() || digit == 'K' => Some(Self { digit, ..run }),
            _ => None,
        }
    }

    /// The number, without the check digit.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The check digit as written.
    pub const fn digit(&self) -> char {
        self.digit
    }

    /// The check digit that belongs to the number.
    pub const fn expected_digit(&self) -> char {
        check_digit(self.number)
    }

    /// Whether the digit as written is the one that belongs to the number.
    pub const fn is_valid(&self) -> bool {
        self.digit == self.expected_digit()
    }

    /// Whether this is the provisional number of a foreign student.
    pub const fn is_ipe(&self) -> bool {
        self.number >= FIRST_IPE && self.number < FIRST_IPA
    }

    /// The saved form, `12345678-5`. Shows the person: only for files and for those with leave to see it.
    pub fn to_text(&self) -> String {
        format!("{}-{}", self.number, self.digit)
    }

    fn from_parts(digits: &str, digit: &str) -> Result<Self, RunProblem> {
        let mut chars = digit.chars();
        let (Some(digit), None) = (chars.next(), chars.next()) else { return Err(RunProblem::NotANumber) };
        let digit = digit.to_ascii_uppercase();
        if !digit.is_ascii_digit() && digit != 'K' {
            return Err(RunProblem::NotANumber);
        }
        Ok(Self { digit, ..Self::completed(digits)? })
    }

    fn without_dash(text: &str) -> Result<Self, RunProblem> {
        let mut rest = text.chars();
        let last = rest.next_back().map(|c| c.to_ascii_uppercase()).ok_or(RunProblem::NotANumber)?;
        let before = rest.as_str();
        let split = |last: char| Self::from_parts(before, last.encode_utf8(&mut [0; 4]));
        let dotted = text.rsplit_once('.').is_some_and(|(_, group)| group.len() == 4);
        let digits = text.trim_start_matches('0').bytes().filter(u8::is_ascii_digit).count();
        if last == 'K' || dotted || digits > RUN_DIGITS + 1 {
            return split(last);
        }
        let whole = Self::without_digit(text);
        if digits <= RUN_DIGITS {
            return whole;
        }
        // Nine digits: eight and a check digit, unless that fails and they are an IPE.
        match (split(last), whole) {
            (Ok(run), _) if run.is_valid() => Ok(run),
            (_, Err(RunProblem::NoDigit { expected, completed })) if completed.is_ipe() => {
                Err(RunProblem::NoDigit { expected, completed })
            }
            (run, _) => run,
        }
    }

    fn without_digit(digits: &str) -> Result<Self, RunProblem> {
        let completed = Self::completed(digits)?;
        Err(RunProblem::NoDigit { expected: completed.digit, completed })
    }

    fn completed(digits: &str) -> Result<Self, RunProblem> {
        let number = number(digits, &['.', ',']).ok_or(RunProblem::NotANumber)?;
        Self::from_number(number).ok_or(RunProblem::OutOfRange)
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Run(•)")
    }
}

impl Serialize for Run {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl<'de> Deserialize<'de> for Run {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

/// Takes every type, so that serde's own words about a wrong one never repeat the number.
struct Written;

impl Written {
    fn refuse<E: de::Error>() -> E {
        E::custom("a RUN is written in quotes, such as \"12345678-5\"")
    }
}

impl de::Visitor<'_> for Written {
    type Value = Run;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a RUN such as \"12345678-5\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Run, E> {
        Run::as_written(text).map_err(|_problem| Self::refuse())
    }

    fn visit_u64<E: de::Error>(self, _number: u64) -> Result<Run, E> {
        Err(Self::refuse())
    }

    fn visit_i64<E: de::Error>(self, _number: i64) -> Result<Run, E> {
        Err(Self::refuse())
    }

    fn visit_f64<E: de::Error>(self, _number: f64) -> Result<Run, E> {
        Err(Self::refuse())
    }
}

impl JsonSchema for Run {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Run".into()
    }
    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[1-9][0-9]{0,8}-[0-9K]$" })
    }
}
