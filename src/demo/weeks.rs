//! Attendance by week of one school of the practice alliance, so that its run chart by week can be seen.
//!
//! Owns on which days of 2021 its classes were. Its days by month are those that were drawn before: they are only spread
//! over their weeks, with a sequence of its own.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{
    dice::{Dice, Purpose},
    moment::day,
    plan::DemoSchool,
};
use crate::{
    notebook::{student::Student, weeks::Parts},
    rules::{
        attendance::Days,
        calendar::Month,
        classes::{SchoolCalendar, holidays::is_holiday},
    },
};

/// The school that imports a daily grid each month.
const SCHOOL: u32 = 99_011;
/// The year in which it does.
const YEAR: i32 = 2021;

/// Its calendar of that year; the other schools have none of their own.
pub(super) fn calendar(school: &DemoSchool) -> Option<SchoolCalendar> {
    (school.rbd == SCHOOL).then(|| SchoolCalendar {
        year: YEAR,
        from: day(YEAR, 3, 1),
        to: day(YEAR, 12, 10),
        to_of_last: None,
        winter: Some((day(YEAR, 7, 12), day(YEAR, 7, 23))),
        free: Vec::new(),
    })
}

/// Spreads the days of its students over the weeks of each month.
pub(super) fn spread<'s>(school: &DemoSchool, students: impl Iterator<Item = &'s mut Student>) {
    if school.rbd != SCHOOL {
        return;
    }
    let mut dice = Dice::new(school.rbd, Purpose::Weeks);
    for student in students {
        let months: Vec<(Month, Days)> = student.attendance.iter().filter(|(month, _)| month.year() == YEAR).collect();
        for (month, days) in months {
            let (held, attended) = sets(month, days, &mut dice);
            if let Some(parts) = Parts::of_days(month, held, attended) {
                student.set_weeks(month, parts);
            }
        }
    }
}

/// The days held, evenly among the class days of the month, and those of them on which the student came, by chance.
fn sets(month: Month, days: Days, dice: &mut Dice) -> (u32, u32) {
    let has_classes = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(*day);
    let last = month.last_day();
    let class_days: Vec<u32> =
        month.first_day().iter_days().take_while(|day| *day <= last).filter(has_classes).map(|day| day.day()).collect();
    let (mut left, mut absent) = (u32::from(days.held()), u32::from(days.absent()));
    let (mut held, mut attended) = (0, 0);
    let mut share = 0;
    for number in &class_days {
        share += usize::from(days.held());
        if share < class_days.len() || left == 0 {
            continue;
        }
        share -= class_days.len();
        held |= 1 << number;
        let came = dice.below(left) >= absent;
        left -= 1;
        if came {
            attended |= 1 << number;
        } else {
            absent -= 1;
        }
    }
    (held, attended)
}
