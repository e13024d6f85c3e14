//! Students by band of attendance, course by course: "no information" is a band of its own, and each sum is everybody.

use super::review::Row;
use crate::rules::{
    attendance::scale::{AnyBand, ScaleName},
    course::Course,
};

/// The bands of one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseBands {
    /// The course.
    pub course: Course,
    /// How many students are in each band, in the order of the scale; without data at the end.
    pub bands: [(AnyBand, usize); 5],
}

impl CourseBands {
    /// Students of the course.
    pub fn students(&self) -> usize {
        self.bands.iter().map(|(_, count)| count).sum()
    }
}

/// Every course with students who are here, in the order of grades.
pub fn of(rows: &[Row], scale: ScaleName) -> Vec<CourseBands> {
    let mut here: Vec<&Row> = rows.iter().filter(|row| row.is_here).collect();
    here.sort_unstable_by(|one, other| one.course.cmp(&other.course));
    let courses = here.chunk_by(|one, other| one.course == other.course).filter_map(|rows| {
        let of = |row: &Row| scale.band_of(row.attended.map(|attended| attended.share));
        let count = |band| rows.iter().filter(|row| of(row) == band).count();
        Some(CourseBands { course: rows.first()?.course.clone(), bands: scale.bands().map(|band| (band, count(band))) })
    });
    courses.collect()
}
