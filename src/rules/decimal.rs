//! Figures with decimals, as whole numbers of their smallest part: percents, averages, and any other.
//!
//! Saved as text with a point (`"85.3"`), so that no program rounds them on the way. Never a float.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::written;

/// Reads a number with at most `places` decimals that count, as so many parts of one; a minus in front where it is
/// allowed to be.
fn parse(text: &str, places: u32) -> Option<i64> {
    let (digits, sign) = text.strip_prefix('-').map_or((text, 1), |digits| (digits, -1));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > places as usize {
        return None;
    }
    let parts = (0..places as usize).try_fold(whole.parse::<i64>().ok()?, |parts, at| {
        let digit = decimals.as_bytes().get(at).map_or(0, |byte| i64::from(byte - b'0'));
        parts.checked_mul(10)?.checked_add(digit)
    });
    Some(sign * parts?)
}

/// Writes what [`parse`] reads, without zeros at the end.
fn write(parts: i64, places: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (sign, parts, unit) = (if parts < 0 { "-" } else { "" }, parts.unsigned_abs(), 10_u64.pow(places));
    let (whole, rest) = (parts / unit, parts % unit);
    if rest == 0 {
        return write!(f, "{sign}{whole}");
    }
    let decimals = format!("{rest:0width$}", width = places as usize);
    write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
}

macro_rules! figure {
    ($(#[$outer:meta])* $name:ident($number:ty), $places:literal, $what:literal, $pattern:literal, $is_one:expr) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($number);

        impl $name {
            /// From its smallest parts; none where there can be no such figure.
            pub fn from_parts(parts: $number) -> Option<Self> {
                let is_one: fn($number) -> bool = $is_one;
                is_one(parts).then_some(Self(parts))
            }

            /// Its smallest parts.
            pub const fn parts(self) -> $number {
                self.0
            }

            /// Reads the saved form.
            pub fn parse(text: &str) -> Option<Self> {
                parse(text, $places).and_then(|parts| <$number>::try_from(parts).ok()).and_then(Self::from_parts)
            }
        }

        /// The form of the file, with a point; screens write it as their language does.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(i64::from(self.0), $places, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                written::read(deserializer, $what, Self::parse)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

figure! {
    /// A percent from 0 to 100 in hundredths: 8530 is 85.3 %.
    Percent(u16), 2, "a percent such as \"85.3\"", "^[0-9]{1,3}(\\.[0-9]{1,2})?$", |parts| parts <= 10_000
}
figure! {
    /// An average of grades from 1.0 to 7.0 in hundredths: 545 is 5.45.
    Average(u16), 2, "an average from \"1\" to \"7\"", "^[1-7](\\.[0-9]{1,2})?$", |parts| (100..=700).contains(&parts)
}
figure! {
    /// Any figure in ten-thousandths.
    Decimal(i64), 4, "a number such as \"12.5\"", "^-?[0-9]+(\\.[0-9]{1,4})?$", |parts| parts > i64::MIN
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_figure_survives_the_file_to_its_last_decimal(percent in 0..=10_000_u16, average in 100..=700_u16, other: i64) {
            let percent = Percent::from_parts(percent).unwrap();
            prop_assert_eq!(Percent::parse(&percent.to_string()), Some(percent));
            let average = Average::from_parts(average).unwrap();
            prop_assert_eq!(Average::parse(&average.to_string()), Some(average));
            let other = Decimal::from_parts(other);
            let json = serde_json::to_string(&other).unwrap();
            prop_assert_eq!(serde_json::from_str::<Option<Decimal>>(&json).unwrap(), other);
        }
    }

    #[test]
    fn a_figure_is_written_without_zeros_that_say_nothing() {
        let percent = |parts| Percent::from_parts(parts).unwrap().to_string();
        assert_eq!(
            [percent(8_530), percent(8_636), percent(10_000), percent(5), percent(0)],
            ["85.3", "86.36", "100", "0.05", "0"]
        );
        assert_eq!(Average::from_parts(540).unwrap().to_string(), "5.4");
        assert_eq!(Decimal::from_parts(-25_000).unwrap().to_string(), "-2.5");
    }

    #[test]
    fn what_cannot_be_such_a_figure_is_refused_and_never_rounded() {
        for text in ["", "-1", "100.01", "85,3", "85.305", "85.", ".5", "8x", "1e2", "٣"] {
            assert_eq!(Percent::parse(text), None, "{text}");
        }
        assert_eq!([Average::parse("0.9"), Average::parse("7.01"), Average::from_parts(0)], [None; 3]);
        assert_eq!(Decimal::parse("99999999999999999999"), None);
    }
}
