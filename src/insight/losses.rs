//! Dropout and withdrawal as far as one notebook knows them, with both years.
//!
//! A notebook does not hold the enrolment of the country: who is not found again in it may be in another school. So the
//! figure is an upper bound, and where a year is missing there is none.

use std::ops::RangeInclusive;

use crate::{
    notebook::{Notebook, student::Student, years::StudentYear},
    rules::status::{Status, YearEnd},
};

/// Withdrawal within a year, as the Ministry publishes it of the school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    /// The school year.
    pub year: i32,
    /// Withdrawn.
    pub withdrawn: u32,
    /// Of those promoted, failed or withdrawn.
    pub of: u32,
}

/// Whether the students of a year are enrolled in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropout {
    /// Both years are in the notebook.
    Known {
        /// The year in which they were students.
        year: i32,
        /// Students who were to go on.
        cohort: usize,
        /// Not in any enrolment of the next year that was taken in.
        missing: usize,
    },
    /// How a year ended is known, and the enrolment of the next is not.
    NoEnrolment {
        /// The year that ended.
        year: i32,
    },
    /// No year is known to have ended.
    NoEnd,
}

/// The school year that was reported in the pandemic; the Ministry itself does not hold what was reported then to be
/// reliable. Source: Mineduc, as La Tercera gives its series of dropout (2024).
const DOUBTFUL: i32 = 2021;

/// Whether a figure of these years is reliable.
pub fn is_reliable(mut years: RangeInclusive<i32>) -> bool {
    !years.any(|year| year == DOUBTFUL)
}

/// The last two years of withdrawal that were published, the older first.
pub fn withdrawal(notebook: &Notebook) -> Vec<Withdrawal> {
    let known = notebook.school.years.iter().filter_map(|year| {
        let withdrawn = year.withdrawn?;
        let of = withdrawn + year.approved? + year.failed?;
        (of > 0).then_some(Withdrawal { year: year.year, withdrawn, of })
    });
    let known: Vec<Withdrawal> = known.collect();
    known.get(known.len().saturating_sub(2)..).unwrap_or_default().to_vec()
}

/// The last two years of which the notebook knows how one ended and who was enrolled in the next.
pub fn dropout(notebook: &Notebook) -> Dropout {
    let ended = |student: &Student| -> Vec<i32> {
        student.years.iter().filter(|year| year.rbd.is_none() && year.outcome.is_some()).map(|year| year.year).collect()
    };
    let mut years: Vec<i32> = notebook.students.iter().flat_map(ended).collect();
    years.sort_unstable();
    years.dedup();
    let Some(last) = years.last().copied() else { return Dropout::NoEnd };
    // One student whom another school enrolled does not make the year known.
    let is_here = |student: &Student, year: i32| enrolments(student, year).any(|known| known.rbd.is_none());
    let is_known = |year: &i32| notebook.students.iter().any(|student| is_here(student, *year + 1));
    let Some(year) = years.into_iter().rev().find(is_known) else { return Dropout::NoEnrolment { year: last } };
    let cohort: Vec<&Student> = notebook.students.iter().filter(|student| goes_on(student, year)).collect();
    let missing = cohort.iter().filter(|student| enrolments(student, year + 1).next().is_none()).count();
    Dropout::Known { year, cohort: cohort.len(), missing }
}

/// Where a student is enrolled in a year, in this school or in another.
fn enrolments(student: &Student, year: i32) -> impl Iterator<Item = &StudentYear> {
    student.years.iter().filter(move |known| known.year == year && known.enrolled)
}

/// Whether a student of this school was to go on: no transfer, no end of schooling, and alive. Source: Centro de Estudios
/// Mineduc, who died is nobody who dropped out.
fn goes_on(student: &Student, year: i32) -> bool {
    if student.status() == Status::Deceased {
        return false;
    }
    let known = student.years.iter().find(|known| known.year == year && known.rbd.is_none());
    known.filter(|known| known.course.grade().is_regular()).is_some_and(|known| match known.outcome {
        None | Some(YearEnd::Transferred) => false,
        Some(YearEnd::Promoted) => !known.course.grade().is_last(),
        Some(YearEnd::Failed | YearEnd::Withdrawn | YearEnd::DroppedOut) => true,
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::{
        notebook::{
            edit::{Change, Deed, Edit},
            extra::Extra,
            id::Ids,
            safe_text::SafeText,
            school::School,
            student::StatusEntry,
            years::SchoolYear,
        },
        rules::{course::Course, identity::Rbd},
    };

    fn year(year: i32, course: &str, outcome: Option<YearEnd>, enrolled: bool) -> StudentYear {
        StudentYear { course: Course::parse(course).unwrap(), outcome, enrolled, ..StudentYear::new(year, None) }
    }

    fn school(students: Vec<Vec<StudentYear>>) -> Notebook {
        let mut ids = Ids::Seeded(1);
        let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
        let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
        let mut book = Notebook::new(ids.next(moment), header);
        for years in students {
            let student = Student::new(ids.next(moment), Course::parse("7B-A").unwrap());
            let edit = Edit::one(Deed::Import, Change::add(Student { years, ..student }));
            book.apply(&edit).unwrap();
        }
        book
    }

    #[test]
    fn who_finished_school_or_moved_is_nobody_who_dropped_out() {
        use YearEnd::{Failed, Promoted, Transferred, Withdrawn};
        let book = school(vec![
            vec![year(2021, "7B-A", Some(Promoted), false), year(2022, "8B-A", None, true)],
            vec![year(2021, "7B-A", Some(Failed), false)],
            vec![year(2021, "7B-A", Some(Withdrawn), false)],
            vec![year(2021, "7B-A", Some(Transferred), false)],
            vec![year(2021, "4M-A", Some(Promoted), false)],
            vec![year(2022, "7B-A", None, true)],
        ]);
        assert_eq!(dropout(&book), Dropout::Known { year: 2021, cohort: 3, missing: 2 });
    }

    #[test]
    fn who_died_is_in_no_cohort_and_another_schools_enrolment_makes_no_year_known() {
        let ended = |outcome| year(2021, "7B-A", Some(outcome), false);
        let elsewhere = StudentYear { rbd: Rbd::new(99_002), ..year(2022, "8B-A", None, true) };
        let mut book = school(vec![
            vec![ended(YearEnd::Promoted), elsewhere],
            vec![ended(YearEnd::Promoted)],
            vec![ended(YearEnd::Withdrawn)],
        ]);
        assert_eq!(dropout(&book), Dropout::NoEnrolment { year: 2021 });
        let student = Student::new(Ids::Seeded(9).next(DateTime::UNIX_EPOCH), Course::parse("7B-A").unwrap());
        let years = vec![ended(YearEnd::Promoted), year(2022, "8B-A", None, true)];
        book.apply(&Edit::one(Deed::Import, Change::add(Student { years, ..student }))).unwrap();
        assert_eq!(dropout(&book), Dropout::Known { year: 2021, cohort: 4, missing: 2 });
        let before = book.students.iter().find(|student| student.years[0].outcome == Some(YearEnd::Withdrawn)).unwrap();
        let mut after = before.clone();
        let (status, since) = (Status::Deceased, "2021-09-01".parse().ok());
        after.history.push(StatusEntry { status, since, year: None, extra: Extra::new() });
        book.apply(&Edit::one(Deed::Import, Change::replace(before.clone(), after))).unwrap();
        assert_eq!(dropout(&book), Dropout::Known { year: 2021, cohort: 3, missing: 1 });
    }

    #[test]
    fn without_the_next_year_there_is_no_rate_and_what_is_missing_is_said() {
        let ended = school(vec![vec![year(2021, "7B-A", Some(YearEnd::Promoted), false)]]);
        assert_eq!(dropout(&ended), Dropout::NoEnrolment { year: 2021 });
        let enrolled = school(vec![vec![year(2022, "7B-A", None, true)]]);
        assert_eq!(dropout(&enrolled), Dropout::NoEnd);
    }

    #[test]
    fn a_figure_that_touches_the_year_of_the_pandemic_is_not_reliable() {
        assert!(is_reliable(2019..=2020) && is_reliable(2022..=2023) && is_reliable(2020..=2020));
        assert!(!is_reliable(2020..=2021) && !is_reliable(2021..=2022) && !is_reliable(2021..=2021));
    }

    #[test]
    fn withdrawal_is_of_those_promoted_failed_or_withdrawn_and_never_of_unknown_ones() {
        let mut book = school(Vec::new());
        let of = |year, withdrawn, failed| SchoolYear {
            year,
            approved: Some(90),
            failed,
            withdrawn,
            ..SchoolYear::default()
        };
        book.school.years = vec![
            of(2019, Some(1), Some(9)),
            of(2020, Some(2), Some(8)),
            of(2021, None, Some(9)),
            of(2022, Some(5), Some(5)),
        ];
        let told: Vec<(i32, u32, u32)> =
            withdrawal(&book).into_iter().map(|year| (year.year, year.withdrawn, year.of)).collect();
        assert_eq!(told, [(2020, 2, 100), (2022, 5, 100)]);
    }
}
