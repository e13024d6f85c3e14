//! Reading days as files hold them, `2021-03-01`.
//!
//! For the fields of which a notebook holds hundreds; gives what chrono gives, without its tables of formats.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use super::{calendar::number, written};

/// Reads a day.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    written::read(deserializer, "a day such as \"2021-03-01\"", parse)
}

/// Reads a day or `null`.
pub fn read_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    struct Day(NaiveDate);
    impl<'de> Deserialize<'de> for Day {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            read(deserializer).map(Self)
        }
    }
    Ok(Option::deserialize(deserializer)?.map(|Day(day)| day))
}

fn parse(text: &str) -> Option<NaiveDate> {
    if let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes()
        && let (Some(year), Some(month), Some(day)) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]))
    {
        return NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_day_is_the_one_that_chrono_reads(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]|[-+ 0-9]{4}-[ 0-9]{2}-[ 0-9]{2}|\\PC{0,12}") {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }
    }

    #[test]
    fn a_birthday_survives_the_file_and_a_day_that_never_was_is_refused() {
        let read = |json| read_or_null(&mut serde_json::Deserializer::from_str(json)).ok();
        assert_eq!(read("\"2008-02-29\""), Some(NaiveDate::from_ymd_opt(2008, 2, 29)));
        assert_eq!(read("null"), Some(None));
        assert_eq!(read("\"2009-02-29\""), None);
        assert_eq!(read("20080229"), None);
    }
}
