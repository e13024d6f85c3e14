//! Numbers and days as people of each language write them.
//!
//! A percent has one decimal, rounded half up as a spreadsheet does it (6 of 9 is 66.7), but never up to a whole percent:
//! bands and thresholds lie on whole percents, and 84.96 that stands as 85.0 beside *grave* would say two things. It stays
//! 84.9. Every percent with a decimal goes through [`tenths`].

use chrono::{Datelike, NaiveDate};

use crate::{
    app::lang::Lang,
    rules::{attendance::Share, calendar::Month},
};

/// A whole number with its thousands apart.
pub fn whole(lang: Lang, n: u64) -> String {
    number(lang, usize::try_from(n).unwrap_or(usize::MAX))
}

/// The mean of `with` values whose sum is given in hundredths, with two decimals.
pub fn mean(lang: Lang, sum: u64, with: usize) -> String {
    let mean = (sum * 2 + with as u64) / (2 * (with as u64).max(1));
    decimal(lang, &format!("{}.{:02}", mean / 100, mean % 100))
}

/// A whole number with its thousands apart: `5.068` or `5,068`.
pub fn number(lang: Lang, n: usize) -> String {
    let digits = n.to_string();
    let mut apart = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            apart.push(match lang {
                Lang::Es => '.',
                Lang::En => ',',
            });
        }
        apart.push(digit);
    }
    apart
}

/// A percent of which the hundredths are known: 8333 is `83,3 %`, 8999 is `89,9 %`.
pub fn percent(lang: Lang, hundredths: u32) -> String {
    signed(lang, &tenths(lang, hundredths.into(), 10_000).unwrap_or_default())
}

/// A part of a whole in percent: 6 of 9 is `66,7 %`; none of nothing.
pub fn part(lang: Lang, part: u64, whole: u64) -> Option<String> {
    tenths(lang, part, whole).map(|number| signed(lang, &number))
}

/// Attendance in percent; none where no day was held.
pub fn share(lang: Lang, share: Share) -> Option<String> {
    let (part, whole) = share.ratio()?;
    self::part(lang, part.into(), whole.into())
}

/// The number of a percent, without its sign: see the module on how it is rounded. None of nothing.
pub fn tenths(lang: Lang, part: u64, whole: u64) -> Option<String> {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let cut = (1_000 * part).checked_div(whole)?;
    let rounded = (2_000 * part + whole) / (2 * whole);
    let tenths = if rounded.is_multiple_of(10) { cut } else { rounded };
    Some(decimal(lang, &format!("{}.{}", tenths / 10, tenths % 10)))
}

fn signed(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Es => format!("{number} %"),
        Lang::En => format!("{number}%"),
    }
}

/// A size in bytes, in the unit that leaves few digits: `340 B`, `1,2 MB`.
pub fn bytes(lang: Lang, n: u64) -> String {
    let tenths = |unit: u64| decimal(lang, &format!("{}.{}", n / unit, n % unit * 10 / unit));
    match n {
        0..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} kB", tenths(1_000)),
        1_000_000..1_000_000_000 => format!("{} MB", tenths(1_000_000)),
        _ => format!("{} GB", tenths(1_000_000_000)),
    }
}

/// A number with a decimal point, as the language writes it: `5.8` is `5,8` in Spanish.
pub fn decimal(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Es => number.replace('.', ","),
        Lang::En => number.to_owned(),
    }
}

/// A number of bytes: `4,2 MB`.
pub fn megabytes(lang: Lang, bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{} MB", decimal(lang, &format!("{}.{}", tenths / 10, tenths % 10)))
}

/// A day in full: `23-11-2026` or `2026-11-23`.
pub fn day(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Es => day.format("%d-%m-%Y").to_string(),
        Lang::En => day.format("%Y-%m-%d").to_string(),
    }
}

/// A day in a narrow column: day and month, with the year where it is another one.
pub fn short_day(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    match (lang, day.year() == today.year()) {
        (Lang::Es, true) => day.format("%d-%m").to_string(),
        (Lang::Es, false) => day.format("%d-%m-%y").to_string(),
        (Lang::En, true) => day.format("%m-%d").to_string(),
        (Lang::En, false) => day.format("%Y-%m-%d").to_string(),
    }
}

/// How long ago a day was: `hoy`, `hace 3 d`, `hace 5 años`.
pub fn ago(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    let days = (today - day).num_days();
    match (lang, days) {
        (Lang::Es, ..0) => format!("en {} d", -days),
        (Lang::En, ..0) => format!("in {} d", -days),
        (Lang::Es, 0) => "hoy".to_owned(),
        (Lang::En, 0) => "today".to_owned(),
        (Lang::Es, 1..=999) => format!("hace {days} d"),
        (Lang::En, 1..=999) => format!("{days} d ago"),
        (Lang::Es, _) => format!("hace {} años", days / 365),
        (Lang::En, _) => format!("{} y ago", days / 365),
    }
}

/// How long ago a day was, beside a word that says that it is past: `hoy`, `3 d`, `5 años`.
pub fn since(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    match (lang, (today - day).num_days()) {
        (_, 1..=999) => format!("{} d", (today - day).num_days()),
        (Lang::Es, days @ 1_000..) => format!("{} años", days / 365),
        (Lang::En, days @ 1_000..) => format!("{} y", days / 365),
        _ => ago(lang, day, today),
    }
}

/// The name of a month, in three letters.
pub fn month(lang: Lang, month: Month) -> &'static str {
    const ES: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let names = match lang {
        Lang::Es => ES,
        Lang::En => EN,
    };
    names.get(month.month() as usize - 1).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_and_days_read_as_in_each_language() {
        assert_eq!((number(Lang::Es, 5068), number(Lang::En, 1_234_567)), ("5.068".into(), "1,234,567".into()));
        assert_eq!((number(Lang::Es, 12), number(Lang::Es, 0)), ("12".into(), "0".into()));
        assert_eq!(
            (day(Lang::Es, on("2026-11-23")), day(Lang::En, on("2026-11-23"))),
            ("23-11-2026".into(), "2026-11-23".into())
        );
        assert_eq!(ago(Lang::Es, on("2026-11-20"), on("2026-11-23")), "hace 3 d");
        assert_eq!(ago(Lang::Es, on("2021-05-02"), on("2026-11-23")), "hace 5 años");
        assert_eq!(ago(Lang::Es, on("2026-11-30"), on("2026-11-23")), "en 7 d");
    }

    #[test]
    fn a_size_is_read_at_a_glance() {
        let of = |n| bytes(Lang::Es, n);
        assert_eq!([of(0), of(999), of(1_250_000)], ["0 B", "999 B", "1,2 MB"]);
        assert_eq!([bytes(Lang::En, 46_090), bytes(Lang::En, 51_000_000_000)], ["46.0 kB", "51.0 GB"]);
    }

    #[test]
    fn a_percent_is_the_one_that_a_spreadsheet_shows() {
        let of = |part, whole| super::part(Lang::Es, part, whole);
        assert_eq!(
            [of(6, 9), of(1, 3), of(5, 16), of(0, 7), of(7, 7)].map(Option::unwrap),
            ["66,7 %", "33,3 %", "31,3 %", "0,0 %", "100,0 %"]
        );
        // 66.649 is 66.6: a number that was rounded to 66.65 before would have been 66.7.
        assert_eq!((of(66_649, 100_000).unwrap().as_str(), of(1, 0)), ("66,6 %", None));
        assert_eq!((percent(Lang::Es, 5_692), percent(Lang::En, 8_333)), ("56,9 %".into(), "83.3%".into()));
        assert_eq!((percent(Lang::En, 6_665), percent(Lang::Es, 10_000)), ("66.7%".into(), "100,0 %".into()));
    }

    #[test]
    fn a_percent_is_never_rounded_up_to_a_whole_one_and_so_into_no_better_band() {
        let shown = [8_496, 8_499, 8_999, 4_997, 9_496, 9_696, 9_995].map(|value| percent(Lang::Es, value));
        assert_eq!(shown, ["84,9 %", "84,9 %", "89,9 %", "49,9 %", "94,9 %", "96,9 %", "99,9 %"]);
        assert_eq!([8_494, 8_500, 8_504].map(|value| percent(Lang::En, value)), ["84.9%", "85.0%", "85.0%"]);
        // Of one in ten thousand too few it is said like of one in twenty.
        assert_eq!(part(Lang::Es, 84_999, 100_000).as_deref(), Some("84,9 %"));
    }
}
