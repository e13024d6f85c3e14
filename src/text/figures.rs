//! Numbers and days as people of each language write them.

use chrono::{Datelike, NaiveDate};

use crate::{app::lang::Lang, rules::calendar::Month};

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

/// A percent with one decimal from hundredths, cut and never rounded up into a better band: 8999 is `89,9 %`.
pub fn percent(lang: Lang, hundredths: u32) -> String {
    let (whole, tenth) = (hundredths / 100, hundredths % 100 / 10);
    match lang {
        Lang::Es => format!("{whole},{tenth} %"),
        Lang::En => format!("{whole}.{tenth}%"),
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
    fn a_percent_is_never_rounded_into_a_better_band() {
        assert_eq!(percent(Lang::Es, 8999), "89,9 %");
        assert_eq!(percent(Lang::En, 8333), "83.3%");
        assert_eq!(percent(Lang::Es, 10_000), "100,0 %");
    }
}
