//! Annual dropout by the Ministry's method: who finished year t−1 in regular schooling, had not finished it for good, and
//! is not enrolled in t.
//!
//! Source: Centro de Estudios Mineduc, «Metodología» of the official rates. Both years are kept. Deaths cannot be
//! discounted here, and a table that does not hold the whole country gives an upper bound: who is not in it may be in
//! another school.

use std::collections::{BTreeMap, HashMap};

use super::tables::{Ended, Enrolled, Known};
use crate::rules::{
    course::Grade,
    identity::Rbd,
    rule::{Rule, Unit},
    status::YearEnd,
};

/// Under this age somebody who moved to adult education has left the regular system.
pub const ADULT_AGE: Rule = Rule {
    id: "adult_education_age",
    threshold: 20,
    unit: Unit::Years,
    source: "Centro de Estudios Mineduc, tasa de incidencia de la desvinculación",
};
/// Schools in which students are enrolled in the whole country: with fewer, a table is a part of it.
pub const SCHOOLS_OF_THE_COUNTRY: usize = 9_000;
/// A rate above this percent is an error of computing until shown otherwise; the country's was 1.6 in 2023.
pub const SUSPICIOUS: Rule = Rule::percent("dropout_suspicious", 5, "Centro de Estudios Mineduc, 2010-2023");

/// Students of one year looked up in the enrolment of the next.
#[derive(Debug, Clone, Default)]
pub struct Dropout {
    /// The year in which they were students.
    pub year: i32,
    /// The year in which they are looked up.
    pub next: i32,
    /// Whether the enrolment is a part of the country's: then "not seen again here", an upper bound.
    pub is_partial: bool,
    /// Students of regular schooling, each once.
    pub students: usize,
    /// Those among them who finished 4° medio.
    pub graduates: usize,
    /// All schools together.
    pub total: Loss,
    /// By school; rows without a school are in the total only.
    pub schools: BTreeMap<Rbd, Loss>,
    /// Not enrolled anywhere, by the grade in which they would have been.
    pub grades: BTreeMap<Grade, usize>,
    /// The students who were to go on, with their last row; true for whom is not enrolled anywhere.
    pub cohort: Vec<(Ended, bool)>,
}

/// How many of a school's students are not found again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loss {
    /// Students who were to go on.
    pub cohort: usize,
    /// Not enrolled anywhere.
    pub global: usize,
    /// In adult education before its age.
    pub adults: usize,
    /// Enrolled in regular schooling in the next year.
    pub enrolment: usize,
    /// Those of `global` by how their year had ended.
    pub by_end: BTreeMap<Option<YearEnd>, usize>,
}

impl Loss {
    /// Not in the regular system: not enrolled anywhere, or in adult education before its age.
    pub const fn regular(&self) -> usize {
        self.global + self.adults
    }

    /// Theoretical enrolment (the official denominator) beside those who are missing.
    pub const fn theoretical(&self, missing: usize) -> usize {
        self.enrolment + missing
    }
}

/// Looks up the students of a year in the enrolment of the next; none where no row says a course of regular schooling.
pub fn dropout(year: i32, ended: &[Ended], next: i32, enrolled: &[Enrolled]) -> Option<Dropout> {
    let last = last_rows(ended);
    if last.is_empty() {
        return None;
    }
    let mut found = Dropout { year, next, students: last.len(), ..Dropout::default() };
    let mut found_again: HashMap<Known, Vec<&Enrolled>> = HashMap::with_capacity(enrolled.len());
    for row in enrolled {
        found_again.entry(row.who).or_default().push(row);
        if row.grade.is_regular() {
            found.total.enrolment += 1;
            if let Some(school) = row.school {
                found.schools.entry(school).or_default().enrolment += 1;
            }
        }
    }
    let schools: std::collections::BTreeSet<Rbd> = enrolled.iter().filter_map(|row| row.school).collect();
    found.is_partial = schools.len() < SCHOOLS_OF_THE_COUNTRY;
    for row in last {
        if row.grade.is_last() && row.end == Some(YearEnd::Promoted) {
            found.graduates += 1;
        } else {
            found.count(row, found_again.get(&row.who).map(Vec::as_slice));
        }
    }
    found.schools.retain(|_, loss| loss.cohort > 0);
    Some(found)
}

/// The students of regular schooling, each with the last row that is no transfer, in the order of the table.
fn last_rows(ended: &[Ended]) -> Vec<&Ended> {
    let mut last: HashMap<Known, usize> = HashMap::with_capacity(ended.len());
    let is_somebody = |row: &Ended| !matches!(row.who, Known::Nobody(_));
    let stays = |row: &Ended| row.grade.is_regular() && row.end != Some(YearEnd::Transferred) && is_somebody(row);
    for (at, row) in ended.iter().enumerate().filter(|(_, row)| stays(row)) {
        last.insert(row.who, at);
    }
    ended.iter().enumerate().filter(|(at, row)| last.get(&row.who) == Some(at)).map(|(_, row)| row).collect()
}

impl Dropout {
    fn count(&mut self, row: &Ended, again: Option<&[&Enrolled]>) {
        let is_lost = again.is_none();
        let is_with_adults = again.is_some_and(|again| left_for_adults(again, self.next));
        let count = |loss: &mut Loss| {
            loss.cohort += 1;
            loss.adults += usize::from(is_with_adults);
            if is_lost {
                loss.global += 1;
                *loss.by_end.entry(row.end).or_default() += 1;
            }
        };
        count(&mut self.total);
        if let Some(school) = row.school {
            count(self.schools.entry(school).or_default());
        }
        if is_lost {
            // Who was promoted would be one grade further.
            let grade = row.grade.next().filter(|_| row.end == Some(YearEnd::Promoted)).unwrap_or(row.grade);
            *self.grades.entry(grade).or_default() += 1;
        }
        self.cohort.push((*row, is_lost));
    }
}

/// Whether a student is in adult education only, and too young for it. An age that is not known is no reason.
fn left_for_adults(again: &[&Enrolled], year: i32) -> bool {
    let is_young = |row: &&&Enrolled| {
        let age = row.born.map(|born| year - born.year() - i32::from(born.month() > 6));
        matches!(row.grade, Grade::Adults { .. }) && age.is_some_and(|age| age < i32::from(ADULT_AGE.threshold))
    };
    again.iter().all(|row| !row.grade.is_regular()) && again.iter().any(|row| is_young(&row))
}

/// How a year ended in a school, row by row: withdrawal is another figure than dropout, and a transfer is neither.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ends(pub BTreeMap<Option<YearEnd>, usize>);

impl Ends {
    /// How many rows ended so.
    pub fn of(&self, end: Option<YearEnd>) -> usize {
        self.0.get(&end).copied().unwrap_or(0)
    }

    /// Withdrawn, of those promoted, failed or withdrawn: the Ministry's rate, transfers left out.
    pub fn withdrawal(&self) -> (usize, usize) {
        let withdrawn = self.of(Some(YearEnd::Withdrawn)) + self.of(Some(YearEnd::DroppedOut));
        (withdrawn, withdrawn + self.of(Some(YearEnd::Promoted)) + self.of(Some(YearEnd::Failed)))
    }
}

/// How the year ended by school, and by grade.
pub fn ends(ended: &[Ended]) -> (BTreeMap<Rbd, Ends>, BTreeMap<Grade, Ends>) {
    let (mut schools, mut grades) = (BTreeMap::<Rbd, Ends>::new(), BTreeMap::<Grade, Ends>::new());
    for row in ended {
        if let Some(school) = row.school {
            *schools.entry(school).or_default().0.entry(row.end).or_default() += 1;
        }
        *grades.entry(row.grade).or_default().0.entry(row.end).or_default() += 1;
    }
    (schools, grades)
}

#[cfg(test)]
mod tests;
