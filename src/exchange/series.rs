//! One value a line: the plainest table there is, for run charts of anything.
//!
//! Exact: every decimal counts, none is rounded. Never guesses what a line might have meant.

/// A series as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Series {
    /// One point a line, in its smallest part; none where the line is blank.
    pub points: Vec<Option<i128>>,
    /// How many decimals the smallest part has.
    pub decimals: u32,
}

/// Why a series could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesError {
    /// A line is no number, the first one being 1.
    NoNumber {
        /// The line.
        line: usize,
    },
    /// There are more lines than a chart can have.
    TooLong,
}

/// Lines that are read at most.
pub const MOST_LINES: usize = 10_000;
/// Digits that a value has at most, decimals of the others counted in.
const MOST_DIGITS: u32 = 30;

/// A number as it stands on a line: its digits as one number, and how many of them are decimals.
type Written = (i128, u32);

/// Reads a series.
pub fn read(text: &str) -> Result<Series, SeriesError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut written: Vec<Option<Written>> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if at == MOST_LINES {
            return Err(SeriesError::TooLong);
        }
        let line_is_blank = line.trim().is_empty();
        let number = number(line.trim());
        if number.is_none() && !line_is_blank {
            return Err(SeriesError::NoNumber { line: at + 1 });
        }
        written.push(number);
    }
    let decimals = written.iter().flatten().map(|(_, decimals)| *decimals).max().unwrap_or(0);
    let even = |(number, own): Written| {
        let parts = number.checked_mul(10_i128.checked_pow(decimals - own)?)?;
        (parts.unsigned_abs() < 10_u128.pow(MOST_DIGITS)).then_some(parts)
    };
    let mut points = Vec::with_capacity(written.len());
    for (at, number) in written.into_iter().enumerate() {
        let parts = number.map(|number| even(number).ok_or(SeriesError::NoNumber { line: at + 1 }));
        points.push(parts.transpose()?);
    }
    Ok(Series { points, decimals })
}

/// A number with a comma or a point, a minus in front, a percent sign behind; no thousands: `1.234` is a little over one.
fn number(text: &str) -> Option<Written> {
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let unsigned = text.strip_prefix(['-', '−']);
    let digits = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text);
    let (whole, decimals) = digits.split_once([',', '.']).map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || decimals.is_some_and(|decimals| !is_number(decimals)) {
        return None;
    }
    let decimals = decimals.unwrap_or_default().trim_end_matches('0');
    let places = u32::try_from(decimals.len()).ok().filter(|places| *places <= MOST_DIGITS)?;
    let size: i128 = format!("{whole}{decimals}").parse().ok()?;
    Some((if unsigned.is_some() { -size } else { size }, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Vec<Option<i128>> {
        read(text).unwrap().points
    }

    #[test]
    fn a_value_is_read_with_comma_or_point_to_its_last_decimal() {
        let series = read("92,5\n92.50\n-3\n+4 \n 88,125 %\n").unwrap();
        assert_eq!(series.decimals, 3);
        assert_eq!(series.points, [92_500, 92_500, -3_000, 4_000, 88_125].map(Some));
        assert_eq!(points("0.1\n0.30000000000000004"), [Some(10_000_000_000_000_000), Some(30_000_000_000_000_004)]);
    }

    #[test]
    fn a_blank_line_is_a_missing_value_and_never_zero() {
        assert_eq!(points("1\n\n  \n0\n"), [Some(1), None, None, Some(0)]);
        assert_eq!(points("\u{feff}1\r\n\r\n2\r\n"), [Some(1), None, Some(2)]);
        assert_eq!(points(""), []);
    }

    #[test]
    fn the_line_that_is_no_number_is_named() {
        for wrong in ["x", "1e3", "NaN", "1,2,3", "1.234,5", ".5", "5.", "--1", "٣", "1 2", "%"] {
            assert_eq!(read(&format!("1\n\n{wrong}\n2")), Err(SeriesError::NoNumber { line: 3 }), "{wrong}");
        }
    }

    #[test]
    fn a_number_beyond_all_measure_is_refused_and_does_no_harm() {
        let long = "9".repeat(200);
        assert_eq!(read(&long), Err(SeriesError::NoNumber { line: 1 }));
        assert_eq!(
            read(&format!("1{}\n0.{}1", "0".repeat(20), "0".repeat(20))),
            Err(SeriesError::NoNumber { line: 1 })
        );
        assert_eq!(read(&"1\n".repeat(MOST_LINES + 1)), Err(SeriesError::TooLong));
        assert_eq!(points(&"1\n".repeat(MOST_LINES)).len(), MOST_LINES);
    }
}
