//! How much of the class days the registers hold: a rate of attendance is worth what stands behind it.
//!
//! Recorded absence falls too when fewer registers are taken. Never corrects a rate.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::indicators;
use crate::{
    notebook::Notebook,
    rules::{
        course::Course,
        period::{By, Period},
        rule::{OWN, Rule},
    },
};

/// Points of coverage between two periods from which a fall is told.
pub const FALLS_BY: Rule = Rule::percent("register_falls_by", 5, OWN);

/// Days with a register of the days with classes, all courses together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Days with a register, of each course the student with most days; never more than class days.
    pub with_register: u32,
    /// Class days of the calendar, up to the day on which it is asked.
    pub class_days: u32,
}

impl Coverage {
    /// In whole percents, cut; none where there were no classes.
    pub fn percent(self) -> Option<u32> {
        (100 * self.with_register).checked_div(self.class_days)
    }

    /// Whether it fell by so much that two rates may not be compared.
    pub fn falls_to(self, next: Self) -> bool {
        match (self.percent(), next.percent()) {
            (Some(before), Some(after)) => before >= after + u32::from(FALLS_BY.threshold),
            _ => false,
        }
    }
}

/// The coverage of each month, or of each week, of which anything is known.
pub fn coverage(notebook: &Notebook, by: By, today: NaiveDate) -> BTreeMap<Period, Coverage> {
    // A student of today stands for the course of that time: courses move on together.
    let mut held: BTreeMap<Period, HashMap<&Course, u32>> = BTreeMap::new();
    for student in &notebook.students {
        indicators::each(student, by, |period, days| {
            let most = held.entry(period).or_default().entry(&student.course).or_default();
            *most = (*most).max(days.held().into());
        });
    }
    let coverage = |(period, courses): (Period, HashMap<&Course, u32>)| {
        let calendar = notebook.school.calendar(period.school_year());
        let days = calendar.count(period.first_day(), period.last_day().min(today));
        let with_register = courses.values().map(|held| (*held).min(days)).sum();
        let courses = u32::try_from(courses.len()).unwrap_or(u32::MAX);
        (period, Coverage { with_register, class_days: days.saturating_mul(courses) })
    };
    held.into_iter().map(coverage).collect()
}
