//! The indicators of step 1: attendance by month and band, and contact with students and families.
//!
//! Owns the sums. A rate always carries its n; a month without data is unknown, never zero.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    chart::{self, Chart},
    contact_rate::{CONTACT_RATE, ContactRate, contact_rate},
    course_bands::{self, CourseBands},
    engagement::{self, EngagementFigure},
    losses::{self, Dropout, Withdrawal},
    marks::{self, Mark},
    progress::{self, Progress},
    review::{Review, Row},
    validate::interval::ten_thousandths,
};
use crate::{
    notebook::{Notebook, student::Student},
    rules::{
        attendance::{
            Days,
            scale::{AnyBand, ScaleName},
        },
        period::{By, Period},
    },
};

/// The school's year at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    /// The school year.
    pub year: i32,
    /// The run chart of attendance by month.
    pub chart: Chart,
    /// The one by week; without a point where no daily register was imported.
    pub weekly: Chart,
    /// What the team did, to be read beside it.
    pub marks: Vec<Mark>,
    /// Students by band of each scale, graver last, those without data at the end; each sum is the number of students
    /// enrolled.
    bands: [Vec<(AnyBand, usize)>; 2],
    /// The same by course, of each scale.
    courses: [Vec<CourseBands>; 2],
    /// How far the actions of the cycle are.
    pub progress: Progress,
    /// Withdrawal of the last published years.
    pub withdrawal: Vec<Withdrawal>,
    /// Who is enrolled again.
    pub dropout: Dropout,
    /// Engagement, each figure with its coverage.
    pub engagement: Vec<EngagementFigure>,
    /// Students reached in the last days, of those enrolled.
    pub contact: ContactRate,
}

impl Indicators {
    /// The run chart of attendance by month or by week.
    pub const fn chart(&self, by: By) -> &Chart {
        match by {
            By::Month => &self.chart,
            By::Week => &self.weekly,
        }
    }

    /// Students by band of a scale.
    pub fn bands(&self, scale: ScaleName) -> &[(AnyBand, usize)] {
        let [ministry, agency] = &self.bands;
        match scale {
            ScaleName::Ministry => ministry,
            ScaleName::Agency => agency,
        }
    }

    /// Students by band of a scale, course by course.
    pub fn courses(&self, scale: ScaleName) -> &[CourseBands] {
        let [ministry, agency] = &self.courses;
        match scale {
            ScaleName::Ministry => ministry,
            ScaleName::Agency => agency,
        }
    }
}

/// The attendance of a school in some time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Days attended of days held, all students together (never a mean of percents).
    pub attended: u64,
    /// Days held.
    pub held: u64,
    /// How many students have data.
    pub students: usize,
}

impl Sum {
    /// Attendance in hundredths of a percent; none where no day was held.
    pub fn percent_hundredths(&self) -> Option<u64> {
        ten_thousandths(self.attended.into(), self.held.into())
    }

    fn add(&mut self, days: Days) {
        self.attended += u64::from(days.attended());
        self.held += u64::from(days.held());
        self.students += 1;
    }
}

/// Computes the indicators of a notebook from its review.
pub fn indicators(notebook: &Notebook, review: &Review, today: NaiveDate) -> Indicators {
    Indicators {
        year: review.year,
        chart: chart::of(notebook, By::Month, review.year, today),
        weekly: chart::of(notebook, By::Week, review.year, today),
        marks: marks::of(notebook, today),
        bands: ScaleName::ALL.map(|scale| bands(review, scale)),
        courses: ScaleName::ALL.map(|scale| course_bands::of(&review.rows, scale)),
        progress: progress::of(notebook, today),
        withdrawal: losses::withdrawal(notebook),
        dropout: losses::dropout(notebook),
        engagement: engagement::of_year(notebook, review.year, today),
        contact: contact_rate(notebook, CONTACT_RATE.threshold, today),
    }
}

/// The attendance of every month, or of every week, of which anything is known.
pub(super) fn sums(notebook: &Notebook, by: By) -> BTreeMap<Period, Sum> {
    let mut sums: BTreeMap<Period, Sum> = BTreeMap::new();
    for student in &notebook.students {
        each(student, by, |period, days| sums.entry(period).or_default().add(days));
    }
    sums
}

/// The days of a student in each period of which anything is known, oldest first.
pub(super) fn each(student: &Student, by: By, mut take: impl FnMut(Period, Days)) {
    match by {
        By::Month => student.attendance.iter().for_each(|(month, days)| take(Period::Month(month), days)),
        By::Week => student.by_week().into_iter().for_each(|(week, days)| take(Period::Week(week), days)),
    }
}

fn bands(review: &Review, scale: ScaleName) -> Vec<(AnyBand, usize)> {
    let of = |row: &Row| scale.band_of(row.attended.map(|attended| attended.share));
    let here: Vec<AnyBand> = review.rows.iter().filter(|row| row.is_here).map(of).collect();
    scale.bands().map(|band| (band, here.iter().filter(|other| **other == band).count())).to_vec()
}
