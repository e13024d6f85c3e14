//! Single cells as values: whole numbers, decimals, dates, genders, phones, mail.
//! `None` means "not one"; whether that is a doubt or a rejection is for the reader of the kind.

use chrono::{Datelike, NaiveDate};

/// The gender that a list states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// `2` in the Ministry's tables, `F` in SIGE's.
    Female,
    /// `1`, `M`.
    Male,
}

/// What a cell says about something that may be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told<T> {
    /// A value.
    Value(T),
    /// Nothing, in one of the ways in which tables say nothing.
    Nothing,
    /// Something that is no such value.
    Nonsense,
}

impl<T> Told<T> {
    fn or_nonsense(value: Option<T>) -> Self {
        value.map_or(Self::Nonsense, Self::Value)
    }
}

/// A whole number, also as Excel's float (`12345678.0`).
pub(super) fn whole(cell: &str) -> Option<u64> {
    let (number, rest) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    let zeros = !rest.is_empty() && rest.bytes().all(|byte| byte == b'0');
    (zeros && digits(number)).then(|| number.parse().ok()).flatten()
}

/// A decimal with comma or dot as a whole number of its `places`-th part (`91,3` with 2 places: 9130), rounded.
pub(super) fn decimal(cell: &str, places: usize) -> Option<u64> {
    let cell = cell.trim_end_matches('%').trim_end();
    let (number, fraction) = cell.split_once([',', '.']).unwrap_or((cell, "0"));
    if !digits(number) || !digits(fraction) || number.len() > 9 {
        return None;
    }
    let padded = fraction.bytes().chain(std::iter::repeat(b'0')).take(places);
    let value = number.bytes().chain(padded).fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
    let up = fraction.as_bytes().get(places).is_some_and(|byte| *byte >= b'5');
    Some(value + u64::from(up))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date as day-month-year, year-month-day or AAAAMMDD, with or without time of day.
/// Years up to 1900 are how SIGE and Excel write "no date".
pub(super) fn date(cell: &str) -> Told<NaiveDate> {
    let (day, time) = cell.split_once([' ', 'T']).unwrap_or((cell, ""));
    if !time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z ".contains(&byte)) {
        return Told::Nonsense;
    }
    match calendar_day(day) {
        Some(date) if date.year() <= 1900 => Told::Nothing,
        Some(date) if date.year() > 2100 => Told::Nonsense,
        found => Told::or_nonsense(found),
    }
}

fn calendar_day(written: &str) -> Option<NaiveDate> {
    if written.len() == 8 && digits(written) {
        return NaiveDate::parse_from_str(written, "%Y%m%d").ok();
    }
    let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
    let &[first, month, last] = parts.as_slice() else { return None };
    if !parts.iter().all(|part| digits(part)) || month.len() > 2 {
        return None;
    }
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first, last),
        (1 | 2, 4) => (last, first),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A gender in the Ministry's codes or in letters; `0` is "no data".
pub(super) fn gender(cell: &str) -> Told<Gender> {
    match cell {
        "1" | "M" | "m" => Told::Value(Gender::Male),
        "2" | "F" | "f" => Told::Value(Gender::Female),
        "0" => Told::Nothing,
        _ => Told::Nonsense,
    }
}

/// A mail address, in small letters.
pub(super) fn email(cell: &str) -> Told<String> {
    let written = cell.to_lowercase();
    let valid = |(name, place): (&str, &str)| {
        let inner = place.split('.').all(|part| !part.is_empty());
        !name.is_empty() && place.contains('.') && inner && !place.contains('@')
    };
    let clean =
        !written.contains(|letter: char| letter.is_whitespace() || letter.is_control() || ",;<>".contains(letter));
    let whole = clean && written.split_once('@').is_some_and(valid);
    Told::or_nonsense(whole.then_some(written))
}

/// A Chilean phone as `+56` and nine digits. Digits that Excel has rounded away are never guessed.
pub(super) fn phone(cell: &str) -> Told<String> {
    let number = cell.strip_suffix(".0").unwrap_or(cell);
    let said: String = number.chars().filter(char::is_ascii_digit).collect();
    let said = said.trim_start_matches('0');
    if said.is_empty() {
        return Told::Nothing;
    }
    let rounded = number.contains(['e', 'E']) && number.contains('+') && !number.starts_with('+');
    let national = said.strip_prefix("56").filter(|rest| rest.len() == 9);
    let national = national.or_else(|| (said.len() == 9).then_some(said));
    // No area begins with 56: it is the country, and two digits are gone.
    let national = national.filter(|nine| !nine.starts_with("56"));
    Told::or_nonsense(national.filter(|_| !rounded).map(|nine| format!("+56{nine}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_ministry_and_excel_write_them() {
        let cases = [("12", Some(12)), ("12.0", Some(12)), ("0,00", Some(0)), ("12,5", None), ("-3", None), ("", None)];
        for (cell, expected) in cases {
            assert_eq!(whole(cell), expected, "{cell:?}");
        }
        assert_eq!(whole("99999999999999999999"), None);
        assert_eq!(decimal("0,9231", 4), Some(9231));
        assert_eq!(decimal("1", 4), Some(10_000));
        assert_eq!(decimal("91.25%", 2), Some(9125));
        assert_eq!(decimal("0,92307", 4), Some(9231));
        for nonsense in ["", ",5", "5,", "1.234,5", "-1", "MB", "12345678901"] {
            assert_eq!(decimal(nonsense, 2), None, "{nonsense:?}");
        }
    }

    #[test]
    fn a_date_is_never_guessed_and_1900_means_none() {
        let day = |cell| match date(cell) {
            Told::Value(date) => date.to_string(),
            Told::Nothing => "nothing".into(),
            Told::Nonsense => "nonsense".into(),
        };
        for cell in ["14-09-2012", "14/9/2012", "2012-09-14", "20120914", "14.09.2012 0:00:00", "2012-09-14T00:00:00"] {
            assert_eq!(day(cell), "2012-09-14", "{cell}");
        }
        for cell in ["01-01-1900", "1900-01-01", "01/01/1900 0:00:00", "30-12-1899"] {
            assert_eq!(day(cell), "nothing", "{cell}");
        }
        for cell in
            ["31-02-2012", "14-09-12", "41166", "14-09-2012 aprox", "14-09", "09-14-2012", "14-09-9012", "+1-1-2012"]
        {
            assert_eq!(day(cell), "nonsense", "{cell}");
        }
    }

    #[test]
    fn phones_with_lost_digits_are_left_out() {
        for cell in ["+569 0000 7811", "56900007811.0", "900007811.0", "0900007811", "(9) 0000-7811", "+56900007811"] {
            assert_eq!(phone(cell), Told::Value("+56900007811".into()), "{cell}");
        }
        assert_eq!(phone("5,69E+10"), Told::Nonsense);
        assert_eq!(phone("56 9000078"), Told::Nonsense);
        assert_eq!(phone("no tiene"), Told::Nothing);
        assert_eq!(phone("0"), Told::Nothing);
    }

    #[test]
    fn a_mail_address_needs_a_name_and_a_place() {
        assert_eq!(email("Apoderado@EXAMPLE.com"), Told::Value("apoderado@example.com".into()));
        for cell in ["notiene@", "@example.com", "a@b", "a@@b.c", "a@b.c d@e.f", "no tiene", "a@b..c", "a@b.c,d@e.f"] {
            assert_eq!(email(cell), Told::Nonsense, "{cell}");
        }
    }
}
