//! Numbers of records: written exactly, with the decimals that they have.

use serde_json::{Number, Value};

/// A number as it is written.
pub(super) fn number(text: &str) -> Value {
    text.parse::<Number>().map_or(Value::Null, Value::Number)
}

/// A number with so many decimals, of which `unit` make one.
pub(super) fn decimal(parts: u64, unit: u64, places: usize) -> Value {
    number(&format!("{}.{:0places$}", parts / unit, parts % unit))
}

/// A number in hundredths: `90.00`.
pub(super) fn hundredths(parts: impl Into<u64>) -> Value {
    decimal(parts.into(), 100, 2)
}

/// The same of a number that may be less than zero.
pub(super) fn signed(parts: impl Into<i64>) -> Value {
    let parts: i64 = parts.into();
    let (sign, parts) = (if parts < 0 { "-" } else { "" }, parts.unsigned_abs());
    number(&format!("{sign}{}.{:02}", parts / 100, parts % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_keeps_its_decimals_and_its_sign() {
        let written = |value: Value| value.to_string();
        assert_eq!(written(hundredths(9_000_u32)), "90.00");
        assert_eq!(written(decimal(35, 10, 1)), "3.5");
        assert_eq!([written(signed(-5)), written(signed(150_i64))], ["-0.05", "1.50"]);
        // What is no number is not made one.
        assert_eq!(number("8,5"), Value::Null);
    }
}
