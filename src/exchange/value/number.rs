//! Numbers as people and spreadsheets write them: comma or dot, thousands, a percent sign, scientific notation.
//! Exact to the ten-thousandth, half up; more decimals are what a computation left behind.

use super::{Told, is_blank, is_dash, is_space, trim};

/// A decimal number as it stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// Its ten-thousandths: `85,3` is 853,000.
    pub tenthousandths: i64,
    /// Whether a percent sign follows.
    pub percent_sign: bool,
    /// What stands before its decimals, where it has any.
    pub mark: Option<char>,
}

/// A whole number: `12`, `+12`, `12.0`, `12,00`, `1.234`, `1.234.567`.
///
/// A dot with three digits behind parts thousands, as Chile writes them. `12,000` may be twelve or twelve thousand, and
/// `1,2E+6` has lost its digits: both are nonsense.
pub fn whole(text: &str) -> Told<i64> {
    let text = trim(text);
    // Nearly every cell of the Ministry's tables.
    if (1..=18).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Told::Value(text.bytes().fold(0, |value, byte| value * 10 + i64::from(byte - b'0')));
    }
    if is_blank(text) { Told::Nothing } else { Told::or_nonsense(Written::of(text).and_then(Written::whole)) }
}

/// A decimal number: `85,3`, `85.3`, `85,3 %`, `.5`, `1.234,5`, `1,234.5`, `5,69E+10`. One mark alone is always the
/// decimal one, so `1.234` is a little more than one.
pub fn decimal(text: &str) -> Told<Decimal> {
    let text = trim(text);
    if is_blank(text) { Told::Nothing } else { Told::or_nonsense(Written::of(text).and_then(Written::decimal)) }
}

/// The parts of a number as written. `digits` may have thousands parted by `group`; nothing is checked yet.
struct Written<'a> {
    negative: bool,
    digits: &'a str,
    group: Option<char>,
    mark: Option<char>,
    fraction: &'a str,
    exponent: Option<i32>,
    percent_sign: bool,
}

impl<'a> Written<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (text, percent_sign) = match text.strip_suffix(['%', '％']) {
            Some(number) => (number.trim_end_matches(is_space), true),
            None => (text, false),
        };
        let unsigned = text.strip_prefix(is_dash);
        let negative = unsigned.is_some();
        let text = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim_start_matches(is_space);
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent.parse::<i8>().ok()?.into())),
            None => (text, None),
        };
        let (digits, group, mark, fraction) = parts(mantissa)?;
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || (digits.is_empty() && fraction.is_empty()) {
            return None;
        }
        Some(Self { negative, digits, group, mark, fraction, exponent, percent_sign })
    }

    fn decimal(self) -> Option<Decimal> {
        let size = match self.exponent {
            None => self.plain_size()?,
            Some(exponent) => self.scientific_size(exponent)?,
        };
        let tenthousandths = if self.negative { -size } else { size };
        Some(Decimal { tenthousandths, percent_sign: self.percent_sign, mark: self.mark })
    }

    fn plain_size(&self) -> Option<i64> {
        let whole = grouped(self.digits, self.group)?.checked_mul(10_000)?;
        let fraction = self.fraction.bytes().chain(std::iter::repeat(b'0')).take(4);
        let fraction = fraction.fold(0, |value, byte| value * 10 + i64::from(byte - b'0'));
        let up = self.fraction.as_bytes().get(4).is_some_and(|byte| *byte >= b'5');
        whole.checked_add(fraction)?.checked_add(i64::from(up))
    }

    fn scientific_size(&self, exponent: i32) -> Option<i64> {
        let written = self.fraction.get(..self.fraction.len().min(15))?;
        let mut size = i128::from(grouped(self.digits, self.group)?);
        for byte in written.bytes() {
            size = size * 10 + i128::from(byte - b'0');
        }
        let shift = exponent + 4 - i32::try_from(written.len()).ok()?;
        let power = 10_i128.checked_pow(shift.unsigned_abs());
        let size = match (shift >= 0, power) {
            (true, power) => size.checked_mul(power?)?,
            (false, Some(power)) => (size + power / 2) / power,
            (false, None) => 0,
        };
        i64::try_from(size).ok()
    }

    fn whole(self) -> Option<i64> {
        if self.percent_sign {
            return None;
        }
        let number = grouped(self.digits, self.group)?;
        let size = match (self.exponent, self.mark, self.fraction) {
            (Some(exponent), _, fraction) => exact_power(number, fraction, exponent)?,
            (None, Some(mark), fraction) if is_thousands(self.digits, fraction) => match (mark, fraction) {
                (',', "000") => return None,
                _ => number.checked_mul(1_000)?.checked_add(fraction.parse().ok()?)?,
            },
            (None, _, fraction) => number.checked_add(nothing_behind(fraction)?)?,
        };
        Some(if self.negative { -size } else { size })
    }
}

/// Takes a number apart at its marks: whole digits, what parts their thousands, the decimal mark, the decimals.
fn parts(mantissa: &str) -> Option<(&str, Option<char>, Option<char>, &str)> {
    let marks = || mantissa.chars().filter(|c| matches!(c, '.' | ','));
    let Some(last) = marks().next_back() else {
        return Some((mantissa, mantissa.chars().find(|c| is_space(*c) || *c == '\''), None, ""));
    };
    let of_last = marks().filter(|c| *c == last).count();
    let of_other = marks().count() - of_last;
    let other = if last == ',' { '.' } else { ',' };
    match (of_last, of_other) {
        (1, others) => {
            let (digits, fraction) = mantissa.split_once(last)?;
            let spaced = digits.chars().find(|c| is_space(*c) || *c == '\'');
            Some((digits, if others > 0 { Some(other) } else { spaced }, Some(last), fraction))
        }
        (_, 0) => Some((mantissa, Some(last), None, "")),
        _ => None,
    }
}

/// The number of some digits; with a sign between groups, all groups but the first have three digits.
fn grouped(digits: &str, group: Option<char>) -> Option<i64> {
    let Some(group) = group else { return number(digits, 0) };
    let mut groups = digits.split(group);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    groups.try_fold(number(first, 0)?, |value, next| if next.len() == 3 { number(next, value) } else { None })
}

/// The digits of a text behind those of a number.
fn number(digits: &str, before: i64) -> Option<i64> {
    digits.bytes().try_fold(before, |value, byte| {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
        value.checked_mul(10)?.checked_add(digit)
    })
}

/// Whether `1.234` is how thousands are written.
fn is_thousands(digits: &str, fraction: &str) -> bool {
    fraction.len() == 3 && (1..=3).contains(&digits.len()) && !digits.starts_with('0')
}

/// 0 where decimals are zeros, 1 where they are the nines of a computation (`19.999999999999996`).
fn nothing_behind(fraction: &str) -> Option<i64> {
    /// Decimals from which on a rest is one of binary arithmetic.
    const NOISE: usize = 9;
    let (head, long) = (fraction.get(..NOISE).unwrap_or(fraction), fraction.len() > NOISE);
    let all = |digit: u8| head.bytes().all(|byte| byte == digit);
    match (all(b'0'), long && all(b'9')) {
        (true, _) => Some(0),
        (_, true) => Some(1),
        _ => None,
    }
}

/// A number in scientific notation that writes out all of its digits.
fn exact_power(number: i64, fraction: &str, exponent: i32) -> Option<i64> {
    let (digits, rest) = fraction.split_at_checked(usize::try_from(exponent).ok()?)?;
    let number = self::number(digits, number)?;
    rest.bytes().all(|byte| byte == b'0').then_some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn size(text: &str) -> Option<i64> {
        decimal(text).value().map(|decimal| decimal.tenthousandths)
    }

    #[test]
    fn a_count_is_the_same_however_a_spreadsheet_wrote_it() {
        for twelve in [
            "12",
            " 12 ",
            "12.0",
            "12,00",
            "+12",
            "'12",
            "=\"12\"",
            "012",
            "12.",
            "1,2000E1",
            "\u{a0}12",
            "11.9999999999999982",
        ] {
            assert_eq!(whole(twelve), Told::Value(12), "{twelve:?}");
        }
        for thousands in ["1234", "1.234", "1,234", "1 234", "1\u{a0}234", "1.234,0", "1,234.00", "1'234", "1.234E3"] {
            assert_eq!(whole(thousands), Told::Value(1_234), "{thousands:?}");
        }
        assert_eq!(whole("1.234.567"), Told::Value(1_234_567));
        assert_eq!(whole("12.000"), Told::Value(12_000));
        assert_eq!(whole("-3"), Told::Value(-3));
        assert_eq!(whole("−3"), Told::Value(-3));
    }

    #[test]
    fn a_count_that_is_none_or_might_be_two_is_never_guessed() {
        for nonsense in [
            "12,5",
            "12%",
            "12,000",
            "1.23",
            "1.2345",
            "0.123",
            "1.23.456",
            "12a",
            "1,2E+6",
            "1E3",
            "MB",
            "1-2",
            "99999999999999999999",
            "½",
        ] {
            assert_eq!(whole(nonsense), Told::Nonsense, "{nonsense}");
        }
        assert_eq!(whole(" - "), Told::Nothing);
        assert_eq!(whole(""), Told::Nothing);
    }

    #[test]
    fn a_decimal_is_the_same_with_comma_and_with_dot() {
        for (text, wanted) in [
            ("85,3", 853_000),
            ("85.3", 853_000),
            ("85", 850_000),
            ("85,", 850_000),
            (".5", 5_000),
            (",5", 5_000),
            ("0,9231", 9_231),
            ("0,92307", 9_231),
            ("0.8170000000000001", 8_170),
            ("95.59999999999999", 956_000),
            ("1.234,5", 12_345_000),
            ("1,234.5", 12_345_000),
            ("1 234,5", 12_345_000),
            ("1.234.567", 12_345_670_000),
            ("1.234", 12_340),
            ("-3", -30_000),
            ("5,6900E+10", 569_000_000_000_000),
            ("1.5e-2", 150),
            ("1e-9", 0),
            ("4.9E-5", 0),
            ("5E-5", 1),
        ] {
            assert_eq!(size(text), Some(wanted), "{text}");
        }
        let sign = |text| decimal(text).value().map(|decimal| (decimal.percent_sign, decimal.mark));
        assert_eq!(sign("85,3 %"), Some((true, Some(','))));
        assert_eq!(sign("85.3%"), Some((true, Some('.'))));
        assert_eq!(sign("85\u{a0}%"), Some((true, None)));
        assert_eq!(sign("1.234.567"), Some((false, None)));
        for nonsense in
            ["MB", "%", "1,2,3", "1.2.3", "1.23.456,7", "1,2.3,4", "85,3a", "12-03", "1e", "e5", "1e999", "+", "9e18"]
        {
            assert_eq!(decimal(nonsense), Told::Nonsense, "{nonsense}");
        }
    }

    proptest! {
        #[test]
        fn no_text_brings_the_reader_down(text in "\\PC{0,16}|[-+]?[0-9., ]{0,24}([eE][-+]?[0-9]{0,4})?%?") {
            whole(&text);
            decimal(&text);
        }

        #[test]
        fn what_was_written_is_read(size_in in -99_999_999_999_i64..99_999_999_999, mark in prop_oneof![Just('.'), Just(',')]) {
            let sign = if size_in < 0 { "-" } else { "" };
            let text = format!("{sign}{}{mark}{:04}", size_in.abs() / 10_000, size_in.abs() % 10_000);
            prop_assert_eq!(decimal(&text), Told::Value(Decimal { tenthousandths: size_in, percent_sign: false, mark: Some(mark) }));
            prop_assert_eq!(whole(&size_in.to_string()), Told::Value(size_in));
        }

        #[test]
        fn a_number_in_thousands_is_that_number(value in 0_i64..=i64::MAX / 10_000) {
            let digits = value.to_string();
            let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
            prop_assert_eq!(whole(&groups.join(".")), Told::Value(value));
            prop_assert_eq!(size(&format!("{},5", groups.join("."))), Some(value * 10_000 + 5_000));
        }
    }
}
