//! Where a student stood on a day, as far as the notebook knows: in the school, gone, or not known yet.
//!
//! Owns how the status history is read together with the years of which something is known. What is taken in later never
//! changes what held before: a roster of next year says nothing about this one. Never decides what a status means.

use chrono::NaiveDate;

use super::{months::Months, reported::Reported, student::StatusEntry, years::StudentYear};
use crate::rules::{
    calendar::{Month, school_year},
    status::Status,
};

/// What is known of a student's stay in the school.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The status history, oldest first.
    pub history: &'a [StatusEntry],
    /// Attendance by month.
    pub attendance: &'a Months,
    /// Attendance that lists report.
    pub reported: &'a [Reported],
    /// School years.
    pub years: &'a [StudentYear],
}

impl<'a> Standing<'a> {
    /// The status on a day; none where the notebook knows the student only from later.
    pub fn on(self, day: NaiveDate) -> Option<Status> {
        match self.entry(day) {
            Some(entry) => Some(entry.status),
            None => self.was_there(day).then_some(Status::Enrolled),
        }
    }

    /// The entry of the history that says the status on a day: the last one that is not known to have begun later.
    pub fn entry(self, day: NaiveDate) -> Option<&'a StatusEntry> {
        self.history.iter().rev().find(|entry| match (entry.since, entry.year) {
            (Some(since), _) => since <= day,
            (None, Some(year)) => year <= school_year(day),
            (None, None) => true,
        })
    }

    /// Whether a student of whom no entry tells was there: by the first year of which anything is known, and where the
    /// first entry is an enrolment later in that year, by attendance before it. Of whom nothing has a date, that is so.
    fn was_there(self, day: NaiveDate) -> bool {
        let Some(first) = self.first_year() else { return true };
        let came_later = self.history.first().is_some_and(|entry| entry.status == Status::Enrolled);
        let has_come = || self.attendance.iter().next().is_some_and(|(month, _)| month <= Month::of(day));
        first < school_year(day) || first == school_year(day) && (!came_later || has_come())
    }

    fn first_year(self) -> Option<i32> {
        let months = self.attendance.iter().map(|(month, _)| month.school_year());
        let reported = self.reported.iter().map(|reported| reported.year);
        let years = self.years.iter().filter(|year| year.rbd.is_none()).map(|year| year.year);
        let history = self.history.iter().filter_map(StatusEntry::began);
        months.chain(reported).chain(years).chain(history).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        notebook::{extra::Extra, id::Ids, student::Student},
        rules::{attendance::Days, course::Course},
    };

    fn on(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    fn student(history: &[(Status, Option<&str>, Option<i32>)]) -> Student {
        let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
        let mut student = Student::new(Ids::Seeded(1).next(moment), Course::parse("7B-A").unwrap());
        for (status, since, year) in history {
            let since = since.map(on);
            student.history.push(StatusEntry { status: *status, since, year: *year, extra: Extra::new() });
        }
        student
    }

    #[test]
    fn a_withdrawal_of_next_year_leaves_this_year_as_it_was() {
        let mut gone = student(&[(Status::Withdrawn, None, Some(2022))]);
        gone.attendance.set("2021-04".parse().unwrap(), Days::new(18, 20).unwrap());
        assert_eq!(gone.status_on(on("2021-11-30")), Some(Status::Enrolled));
        assert_eq!(gone.status_on(on("2022-05-01")), Some(Status::Withdrawn));
    }

    #[test]
    fn who_came_later_is_not_counted_before() {
        let came = student(&[(Status::Enrolled, Some("2021-06-01"), None)]);
        assert_eq!(came.status_on(on("2021-05-31")), None);
        assert_eq!(came.status_on(on("2021-06-01")), Some(Status::Enrolled));
        let mut known_by_years = student(&[]);
        known_by_years.years.push(StudentYear::new(2023, None));
        assert_eq!(known_by_years.status_on(on("2021-05-31")), None);
        assert_eq!(known_by_years.status_on(on("2023-03-31")), Some(Status::Enrolled));
    }

    #[test]
    fn a_register_says_that_a_student_was_there_before_the_day_of_enrolment_that_a_list_gives() {
        let mut came = student(&[(Status::Enrolled, Some("2021-06-01"), None)]);
        came.attendance.set("2021-04".parse().unwrap(), Days::new(18, 20).unwrap());
        assert_eq!(came.status_on(on("2021-05-01")), Some(Status::Enrolled));
        assert_eq!(came.status_on(on("2021-03-31")), None);
    }

    #[test]
    fn of_whom_nothing_has_a_date_that_is_enrolled() {
        assert_eq!(student(&[]).status_on(on("2020-01-15")), Some(Status::Enrolled));
        let undated = student(&[(Status::Withdrawn, None, None)]);
        assert_eq!(undated.status_on(on("2020-04-15")), Some(Status::Withdrawn));
    }
}
