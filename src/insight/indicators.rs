//! The indicators of step 1: attendance by month and band, and contact with students and families.
//!
//! Owns the sums. A rate always carries its n; a month without data is unknown, never zero.

use chrono::NaiveDate;

use super::{
    contact_rate::{CONTACT_RATE, ContactRate, contact_rate},
    engagement::{self, EngagementFigure},
    review::{Review, Row},
};
use crate::{
    notebook::Notebook,
    rules::{
        attendance::{
            Days,
            scale::{AnyBand, ScaleName},
        },
        calendar::Month,
    },
};

/// The school's year at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicators {
    /// The school year.
    pub year: i32,
    /// Attendance of the whole school by month, oldest first, only months with data.
    pub months: Vec<MonthFigure>,
    /// Students by band of each scale, graver last, those without data at the end; each sum is the number of students
    /// enrolled.
    bands: [Vec<(AnyBand, usize)>; 2],
    /// Engagement, each figure with its coverage.
    pub engagement: Vec<EngagementFigure>,
    /// Students reached in the last days, of those enrolled.
    pub contact: ContactRate,
}

impl Indicators {
    /// Students by band of a scale.
    pub fn bands(&self, scale: ScaleName) -> &[(AnyBand, usize)] {
        let [ministry, agency] = &self.bands;
        match scale {
            ScaleName::Ministry => ministry,
            ScaleName::Agency => agency,
        }
    }
}

/// The attendance of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthFigure {
    /// The month.
    pub month: Month,
    /// Days attended of days held, all students together (never a mean of percents).
    pub attended: u64,
    /// Days held.
    pub held: u64,
    /// How many students have data.
    pub students: usize,
}

impl MonthFigure {
    /// Attendance in hundredths of a percent; none where no day was held.
    pub fn percent_hundredths(&self) -> Option<u64> {
        (self.held > 0).then(|| (self.attended * 10_000 + self.held / 2) / self.held)
    }
}

/// Computes the indicators of a notebook from its review.
pub fn indicators(notebook: &Notebook, review: &Review, today: NaiveDate) -> Indicators {
    Indicators {
        year: review.year,
        months: months(notebook, review.year),
        bands: ScaleName::ALL.map(|scale| bands(review, scale)),
        engagement: engagement::of_year(notebook, review.year),
        contact: contact_rate(notebook, CONTACT_RATE.threshold, today),
    }
}

fn months(notebook: &Notebook, year: i32) -> Vec<MonthFigure> {
    let mut figures: Vec<MonthFigure> = Vec::new();
    let all = notebook.students.iter().flat_map(|student| student.attendance.iter());
    for (month, days) in all.filter(|(month, _)| month.year() == year) {
        match figures.iter_mut().find(|figure| figure.month == month) {
            Some(figure) => add(figure, days),
            None => figures.push(MonthFigure {
                month,
                attended: days.attended().into(),
                held: days.held().into(),
                students: 1,
            }),
        }
    }
    figures.sort_by_key(|figure| figure.month);
    figures
}

fn add(figure: &mut MonthFigure, days: Days) {
    figure.attended += u64::from(days.attended());
    figure.held += u64::from(days.held());
    figure.students += 1;
}

fn bands(review: &Review, scale: ScaleName) -> Vec<(AnyBand, usize)> {
    let of = |row: &Row| scale.band_of(row.attended.map(|attended| attended.share));
    let here: Vec<AnyBand> = review.rows.iter().filter(|row| row.is_here).map(of).collect();
    scale.bands().map(|band| (band, here.iter().filter(|other| **other == band).count())).to_vec()
}
