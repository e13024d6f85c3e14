//! Regular schooling as a ladder: 1° básico to 4° medio, one grade a year.

use super::Grade;

/// The last grade of básica.
const BASIC: u8 = 8;
/// The last grade of media.
const SECONDARY: u8 = 4;

impl Grade {
    /// The place among the grades of regular schooling for children and young people, 1 to 12; none outside of it.
    pub const fn step(self) -> Option<u8> {
        match self {
            Self::Basic(grade) => Some(grade),
            Self::Secondary(grade) => Some(BASIC + grade),
            _ => None,
        }
    }

    /// Whether the grade belongs to regular schooling (Mineduc: básica and media of children and young people).
    pub const fn is_regular(self) -> bool {
        self.step().is_some()
    }

    /// Whether it is the last grade of regular schooling.
    pub const fn is_last(self) -> bool {
        matches!(self, Self::Secondary(SECONDARY))
    }

    /// The grade after a year that went well; none after the last one and outside of regular schooling.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Basic(BASIC) => Some(Self::Secondary(1)),
            Self::Basic(grade) => Some(Self::Basic(grade + 1)),
            Self::Secondary(grade) if grade < SECONDARY => Some(Self::Secondary(grade + 1)),
            _ => None,
        }
    }

    /// Whether somebody in this grade still has grades of regular schooling ahead after some years without repeating.
    pub fn goes_on_after(self, years: u32) -> bool {
        self.step().is_some_and(|step| u32::from(step) + years <= u32::from(BASIC + SECONDARY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_climbs_twelve_grades_and_then_has_finished() {
        let mut grade = Grade::Basic(1);
        let mut climbed = 1;
        while let Some(next) = grade.next() {
            assert_eq!(next.step(), grade.step().map(|step| step + 1));
            (grade, climbed) = (next, climbed + 1);
        }
        assert_eq!((climbed, grade.is_last()), (12, true));
    }

    #[test]
    fn early_childhood_adults_and_special_education_are_not_on_the_ladder() {
        for (teaching, number) in [(10, 5), (165, 1), (363, 3), (212, 2)] {
            let grade = Grade::from_codes(teaching, number);
            assert!(!grade.is_regular() && grade.next().is_none() && !grade.goes_on_after(0), "{grade}");
        }
    }

    #[test]
    fn nobody_is_missed_in_a_year_in_which_they_had_finished() {
        let of = |grade: Grade, years| grade.goes_on_after(years);
        assert!(of(Grade::Secondary(3), 1) && !of(Grade::Secondary(4), 1));
        assert!(of(Grade::Secondary(2), 2) && !of(Grade::Secondary(3), 2));
    }
}
