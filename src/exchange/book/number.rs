//! Numbers and dates of workbooks as text: the shortest decimal digits, percents where the cell shows a percent, dates as
//! `2012-09-14`. Knows what a number format makes of a number, never what the number means.

use chrono::{Days, NaiveDate};

/// What a cell shows of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// The number.
    #[default]
    Number,
    /// A hundred times the number, and `%`.
    Percent,
    /// A day, a time of day, or both.
    Date,
    /// Hours that may be more than a day.
    Duration,
}

impl Shown {
    /// What a format code shows (`0.0%`, `dd-mm-yyyy`, `[h]:mm`): its first section counts, without quoted letters.
    pub fn of_code(code: &str) -> Self {
        let mut shown = Self::Number;
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
                '\\' | '_' | '*' => drop(letters.next()),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    let same = inside.chars().all(|letter| "hHmMsS".contains(letter));
                    if same && !inside.is_empty() {
                        return Self::Duration;
                    }
                }
                '%' => return Self::Percent,
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => shown = Self::Date,
                // `General`, in which letters of dates stand too.
                'G' | 'g' => return shown,
                _ => {}
            }
        }
        shown
    }

    /// What a format shows that has a number of its own in Excel.
    pub const fn of_builtin(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Date,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }
}

/// The day from which Excel counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Epoch {
    /// Day 1 is 1900-01-01, and 1900 has a 29 February that never was.
    #[default]
    Of1900,
    /// Day 0 is 1904-01-01: Excel for the Macintosh, until 2011.
    Of1904,
}

/// A number as the text that its cell shows, all of its digits included.
pub fn text(value: f64, shown: Shown, epoch: Epoch) -> String {
    match shown {
        _ if !value.is_finite() => String::new(),
        Shown::Number => decimal(value, 0),
        Shown::Percent => decimal(value, 2) + "%",
        Shown::Date => date(value, epoch).unwrap_or_else(|| decimal(value, 0)),
        Shown::Duration => duration(value).unwrap_or_else(|| decimal(value, 0)),
    }
}

/// The shortest digits, with the point moved `moved` places to the right. Fifteen digits are what Excel keeps; the others
/// are what binary fractions leave behind (`0.8170000000000001`).
fn decimal(value: f64, moved: i32) -> String {
    let written = format!("{:.14e}", value.abs());
    let Some((mantissa, exponent)) = written.split_once('e') else { return String::new() };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let before = exponent.parse::<i32>().unwrap_or(0) + 1 + moved;
    match usize::try_from(before) {
        Ok(before) if before >= digits.len() => format!("{sign}{digits}{}", "0".repeat(before - digits.len())),
        Ok(before) if before > 0 => {
            let (whole, rest) = digits.split_at(before);
            format!("{sign}{whole}.{rest}")
        }
        _ => format!("{sign}0.{}{digits}", "0".repeat(usize::try_from(-before).unwrap_or(0))),
    }
}

const DAY: f64 = 86_400.0;

/// Whole seconds of a number of days, if that is a time that a school could mean: before the year 10,000.
fn seconds(value: f64) -> Option<u64> {
    const LAST: f64 = 2_958_466.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2,958,466 days of seconds")]
    (0.0..LAST).contains(&value).then_some((value * DAY).round() as u64)
}

fn date(value: f64, epoch: Epoch) -> Option<String> {
    let seconds = seconds(value)?;
    let (days, time) = (seconds / 86_400, clock(seconds % 86_400));
    if days == 0 && epoch == Epoch::Of1900 {
        // A zero shown as a date is how Excel shows nothing: 00-01-1900.
        return Some(if seconds == 0 { String::new() } else { time });
    }
    let start = match epoch {
        Epoch::Of1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        Epoch::Of1900 if days < 60 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        Epoch::Of1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    let day = start.checked_add_days(Days::new(days))?;
    Some(if seconds.is_multiple_of(86_400) { day.to_string() } else { format!("{day} {time}") })
}

fn duration(value: f64) -> Option<String> {
    Some(clock(seconds(value)?))
}

/// Hours and minutes, and seconds where there are some.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

/// A date or time as XML writes it (`2012-09-14T00:00:00`, `PT08H30M00S`), in our form.
pub fn iso(value: &str) -> String {
    if let Some(time) = value.strip_prefix("PT") {
        let part = |ending: char| {
            let (before, _) = time.split_once(ending)?;
            let digits = before.rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.').next()?;
            digits.split('.').next()?.parse::<u64>().ok()
        };
        let part = |ending| part(ending).unwrap_or(0).min(u64::from(u32::MAX));
        return clock(part('H') * 3600 + part('M') * 60 + part('S'));
    }
    let Some((day, time)) = value.split_once('T') else { return value.to_owned() };
    let time = time.split(['.', 'Z', '+']).next().unwrap_or(time);
    let time = time.strip_suffix(":00").filter(|short| short.contains(':')).unwrap_or(time);
    if time == "00:00" { day.to_owned() } else { format!("{day} {time}") }
}

/// What a workbook's yes and no are as text: as Excel shows them in Chile.
pub const fn truth(yes: bool) -> &'static str {
    if yes { "VERDADERO" } else { "FALSO" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> String {
        text(value, Shown::Number, Epoch::Of1900)
    }

    fn percent(value: f64) -> String {
        text(value, Shown::Percent, Epoch::Of1900)
    }

    fn date(value: f64) -> String {
        text(value, Shown::Date, Epoch::Of1900)
    }

    #[test]
    fn a_run_stays_whole_and_an_attendance_keeps_its_digits_only() {
        assert_eq!(number(12_345_678.0), "12345678");
        assert_eq!(number(99.7), "99.7");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(-0.05), "-0.05");
        assert_eq!(number(0.0), "0");
        assert_eq!(number(56_912_345_678.0), "56912345678");
        assert_eq!(number(1e20), "100000000000000000000");
        assert_eq!(number(f64::NAN), "");
        assert_eq!(percent(0.817_000_000_000_000_1), "81.7%");
        assert_eq!([percent(1.0), percent(0.853), percent(0.05), percent(0.0)], ["100%", "85.3%", "5%", "0%"]);
        assert_eq!([percent(0.0005), percent(12.0)], ["0.05%", "1200%"]);
    }

    #[test]
    fn a_birthday_is_the_same_day_in_both_systems_of_excel() {
        assert_eq!(date(41_166.0), "2012-09-14");
        assert_eq!(text(39_704.0, Shown::Date, Epoch::Of1904), "2012-09-14");
        assert_eq!(date(41_166.354_166_666_7), "2012-09-14 08:30");
        assert_eq!([date(1.0), date(59.0), date(61.0)], ["1900-01-01", "1900-02-28", "1900-03-01"]);
        assert_eq!([date(0.0), date(0.354_166_666_7)], ["", "08:30"]);
        assert_eq!([date(-3.0), date(9e9)], ["-3", "9000000000"]);
        assert_eq!(text(1.25, Shown::Duration, Epoch::Of1900), "30:00");
        assert_eq!(
            ["2012-09-14T00:00:00", "2012-09-14", "2012-09-14T08:30:00", "PT08H30M00S"].map(iso),
            ["2012-09-14", "2012-09-14", "2012-09-14 08:30", "08:30"]
        );
    }

    #[test]
    fn what_a_format_shows_is_known_by_its_letters() {
        for code in ["dd-mm-yyyy", "[$-C0A]d\" de \"mmmm", "yyyy\\-mm\\-dd;@", "h:mm", "mmm-yy"] {
            assert_eq!(Shown::of_code(code), Shown::Date, "{code}");
        }
        for code in ["0%", "0.0 %", "#,##0.00%;[Red]-0%"] {
            assert_eq!(Shown::of_code(code), Shown::Percent, "{code}");
        }
        for code in ["General", "0", "#,##0", "0\" días\"", "[Red]0;dd", "0\\%", "@", ""] {
            assert_eq!(Shown::of_code(code), Shown::Number, "{code}");
        }
        assert_eq!(Shown::of_code("[h]:mm:ss"), Shown::Duration);
    }
}
