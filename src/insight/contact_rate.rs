//! The contact rate: students reached in the last days, of those enrolled.
//!
//! Owns what counts as reached. A student counts once, however often; a rate carries numerator, denominator and days.

use chrono::{Days, NaiveDate};

use super::validate::interval::ten_thousandths;
use crate::{
    notebook::{Notebook, contact::Contact, id::Id, student::Student},
    rules::rule::{OWN, Rule, Unit},
};

/// The days that the rate looks back, the last one counted in.
pub const CONTACT_RATE: Rule = Rule { id: "contact_rate", threshold: 14, unit: Unit::CalendarDays, source: OWN };

/// Days on a calendar, both counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Window {
    /// The last so many days up to one, that one counted in.
    pub fn last(days: u16, to: NaiveDate) -> Self {
        let from = to.checked_sub_days(Days::new(u64::from(days.saturating_sub(1)))).unwrap_or(to);
        Self { from, to }
    }

    /// Whether a day is one of them.
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// How many were reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactRate {
    /// The rule, with the days that were used.
    pub rule: Rule,
    /// The days that were looked at.
    pub window: Window,
    /// Students who were reached at least once, of those enrolled on the last day.
    pub reached: usize,
    /// Students enrolled on the last day.
    pub enrolled: usize,
}

impl ContactRate {
    /// In hundredths of a percent; none where nobody is enrolled.
    pub fn percent_hundredths(&self) -> Option<u32> {
        percent_hundredths(self.reached, self.enrolled)
    }
}

/// A share in hundredths of a percent, half up as everywhere; none of nothing.
pub fn percent_hundredths(part: usize, whole: usize) -> Option<u32> {
    ten_thousandths(part as u128, whole as u128).and_then(|share| u32::try_from(share).ok())
}

/// The rate over the last so many days, as of one: what came later is not looked at.
pub fn contact_rate(notebook: &Notebook, days: u16, today: NaiveDate) -> ContactRate {
    let window = Window::last(days, today);
    let enrolled: Vec<Id<Student>> = enrolled(notebook, today).map(|student| student.id).collect();
    let mut reached: Vec<Id<Student>> = notebook
        .contacts
        .iter()
        .filter(|contact| contact.is_reached() && window.contains(contact.on))
        .map(|contact: &Contact| contact.student)
        .filter(|student| enrolled.binary_search(student).is_ok())
        .collect();
    reached.sort_unstable();
    reached.dedup();
    ContactRate { rule: CONTACT_RATE.at(days), window, reached: reached.len(), enrolled: enrolled.len() }
}

/// Students enrolled on a day, by id.
pub fn enrolled(notebook: &Notebook, day: NaiveDate) -> impl Iterator<Item = &Student> {
    notebook.students.iter().filter(move |student| student.is_here_on(day))
}
