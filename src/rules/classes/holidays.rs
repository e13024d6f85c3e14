//! Days on which the law lets everybody rest. A school may hold others without classes; those stand in its calendar.
//!
//! Source: Ley 2.977 with its changes (19.668, 20.148, 20.299, 20.215, 20.983, 21.357).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Holidays on a fixed day: month and day.
const FIXED: [(u32, u32); 10] =
    [(1, 1), (5, 1), (5, 21), (7, 16), (8, 15), (9, 18), (9, 19), (11, 1), (12, 8), (12, 25)];

/// Whether the law makes a day a holiday.
pub fn is_holiday(day: NaiveDate) -> bool {
    let date = (day.month(), day.day());
    FIXED.contains(&date)
        || [moved(day.year(), 6, 29), moved(day.year(), 10, 12), of_the_churches(day.year())].contains(&Some(day))
        || is_beside_september(day)
        || is_solstice(day)
        || good_friday(day.year()) == Some(day)
}

/// A holiday that leaves the middle of a week: from Tuesday to Thursday for the Monday before, from Friday for the Monday
/// after.
fn moved(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    match day.weekday() {
        Weekday::Tue | Weekday::Wed | Weekday::Thu => {
            day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
        }
        Weekday::Fri => day.checked_add_days(Days::new(3)),
        _ => Some(day),
    }
}

/// 31 October: from Tuesday for the Friday before, from Wednesday for the Friday after.
fn of_the_churches(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 10, 31)?;
    match day.weekday() {
        Weekday::Tue => day.checked_sub_days(Days::new(4)),
        Weekday::Wed => day.checked_add_days(Days::new(2)),
        _ => Some(day),
    }
}

/// 17 September on a Monday or Friday, 20 September on a Friday: they close the gap beside 18 and 19.
fn is_beside_september(day: NaiveDate) -> bool {
    match (day.month(), day.day()) {
        (9, 17) => matches!(day.weekday(), Weekday::Mon | Weekday::Fri),
        (9, 20) => day.weekday() == Weekday::Fri,
        _ => false,
    }
}

/// The day of the indigenous peoples, from 2021: that of the winter solstice in Chile.
fn is_solstice(day: NaiveDate) -> bool {
    let is_early = day.year() >= 2024 && day.year() % 4 <= 1;
    day.year() >= 2021 && (day.month(), day.day()) == (6, if is_early { 20 } else { 21 })
}

/// Two days before Easter, by the Gregorian reckoning (Meeus, Jones, Butcher).
fn good_friday(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    let (month, day) = (u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)?.checked_sub_days(Days::new(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_of_known_years_are_holidays() {
        for day in [
            "2022-04-15",
            "2023-04-07",
            "2024-03-29",
            "2025-04-18",
            "2025-05-01",
            "2022-06-27",
            "2023-06-26",
            "2022-10-10",
            "2023-10-09",
            "2023-10-27",
            "2024-10-31",
            "2025-10-31",
            "2024-09-20",
            "2025-12-08",
            "2022-06-21",
            "2024-06-20",
            "2025-06-20",
        ] {
            assert!(is_holiday(day.parse().unwrap()), "{day}");
        }
        for day in ["2022-06-29", "2023-10-31", "2022-10-12", "2025-09-17", "2022-09-20", "2025-04-17", "2025-03-05"] {
            assert!(!is_holiday(day.parse().unwrap()), "{day}");
        }
    }
}
