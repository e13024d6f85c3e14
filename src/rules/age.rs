//! The age at which the grades are meant to be attended, and how far a student is from it.
//!
//! Of grades of young people only: adults and special education have no such age. Context, never a judgement.

use chrono::{Datelike, NaiveDate};

use super::{
    calendar::Month,
    course::Grade,
    rule::{Rule, Unit},
};

/// Years above the age of the grade from which a student counts as over-age.
pub const OVER_AGE: Rule =
    Rule { id: "over_age", threshold: 2, unit: Unit::Years, source: "Mineduc, rezago escolar: edad al 30 de junio" };

/// When a student was born, as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Born {
    /// The day.
    On(NaiveDate),
    /// The month.
    In(Month),
}

impl Born {
    /// Years completed on 30 June of a school year; a month says as much as a day. None for one not born yet.
    pub fn age_on_30_june(self, year: i32) -> Option<u16> {
        let (born, month) = match self {
            Self::On(day) => (day.year(), day.month()),
            Self::In(month) => (month.year(), month.month()),
        };
        let age = year.checked_sub(born)? - i32::from(month > 6);
        u16::try_from(age).ok()
    }
}

/// The age on 30 June at which a grade is meant to be attended: 6 in 1° básico, 14 in 1° medio.
pub const fn of_grade(grade: Grade) -> Option<u16> {
    match grade {
        Grade::Basic(number) => Some(number as u16 + 5),
        Grade::Secondary(number) => Some(number as u16 + 13),
        _ => None,
    }
}

/// Years above the age of the grade; 0 for one who is younger. None where it cannot be said.
pub fn years_over(born: Born, grade: Grade, year: i32) -> Option<u16> {
    Some(born.age_on_30_june(year)?.saturating_sub(of_grade(grade)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str) -> Born {
        Born::On(day.parse().unwrap())
    }

    #[test]
    fn age_is_that_of_30_june_by_day_and_by_month() {
        assert_eq!(on("2010-06-30").age_on_30_june(2022), Some(12));
        assert_eq!(on("2010-07-01").age_on_30_june(2022), Some(11));
        assert_eq!(Born::In(Month::parse("2010-06").unwrap()).age_on_30_june(2022), Some(12));
        assert_eq!(Born::In(Month::parse("2010-07").unwrap()).age_on_30_june(2022), Some(11));
        assert_eq!(on("2023-01-01").age_on_30_june(2022), None);
    }

    #[test]
    fn two_years_over_are_counted_from_the_age_of_the_grade() {
        let born = on("2006-03-10");
        assert_eq!(years_over(born, Grade::Secondary(1), 2022), Some(2));
        assert_eq!(years_over(born, Grade::Secondary(2), 2022), Some(1));
        assert_eq!(years_over(born, Grade::Secondary(4), 2022), Some(0), "younger is not over");
        assert_eq!(years_over(born, Grade::Basic(8), 2022), Some(3));
    }

    #[test]
    fn adults_and_special_courses_have_no_age() {
        for grade in
            [Grade::Adults { teaching: 363, grade: 1 }, Grade::Special { teaching: 212, grade: 3 }, Grade::Unstated]
        {
            assert_eq!(years_over(on("1980-01-01"), grade, 2022), None);
        }
    }
}
