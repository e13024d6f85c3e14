//! Courses in which so few are in the expected band that the course is to be looked at, not only the list.

use super::review::Row;
use crate::rules::{
    attendance::Band,
    course::Course,
    rule::{Rule, Unit},
};

/// Percent of a course that should be in the expected band.
pub const EXPECTED: Rule = Rule {
    id: "course_expected",
    threshold: 80,
    unit: Unit::Percent,
    source: "Attendance Works, lectura a nivel de curso",
};

/// How many of a course are in the expected band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseFigure {
    /// The course.
    pub course: Course,
    /// In the expected band.
    pub expected: usize,
    /// With attendance that is known; who has none is in neither figure.
    pub known: usize,
}

/// The courses below the percent, worst first, and how many courses have data.
pub fn to_look_at(rows: &[Row], percent: u16) -> (Vec<CourseFigure>, usize) {
    let mut rows: Vec<&Row> = rows.iter().filter(|row| row.is_here && row.band != Band::NoData).collect();
    rows.sort_unstable_by(|a, b| a.course.cmp(&b.course));
    let figures = rows.chunk_by(|a, b| a.course == b.course).filter_map(|course| {
        let expected = course.iter().filter(|row| row.band == Band::Expected).count();
        Some(CourseFigure { course: course.first()?.course.clone(), expected, known: course.len() })
    });
    let all: Vec<CourseFigure> = figures.collect();
    let count = all.len();
    let is_below = |figure: &CourseFigure| 100 * figure.expected < usize::from(percent) * figure.known;
    let mut below: Vec<CourseFigure> = all.into_iter().filter(is_below).collect();
    below.sort_by(|a, b| {
        let worse = (a.expected * b.known).cmp(&(b.expected * a.known));
        worse.then_with(|| a.course.cmp(&b.course))
    });
    (below, count)
}
