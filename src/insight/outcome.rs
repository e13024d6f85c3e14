//! From tables, or from what notebooks remember, to cases with a known outcome: who repeated, who is not enrolled any more.
//!
//! Owns who counts. A row without a known outcome is no case; it is counted apart, never guessed.

use std::collections::{BTreeMap, HashMap};

use super::{
    dropout::{self, Dropout},
    tables::{Ended, Known, Tables},
    validate::Case,
};
use crate::{
    notebook::{Notebook, student::Student, years::StudentYear},
    rules::status::YearEnd,
};

/// What is known to have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Out of school altogether within the year, as a notebook says.
    LeftWithin,
    /// Repeats: promoted or failed at the end of the year.
    Failed,
    /// Not enrolled anywhere in the next year (official method).
    Dropout,
    /// Not in an enrolment of some years later, where no table says how the year had ended.
    NotSeenAgain,
}

impl Question {
    /// The stable name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftWithin => "in_year_dropout",
            Self::Failed => "failed",
            Self::Dropout => "dropout",
            Self::NotSeenAgain => "not_seen_again",
        }
    }
}

/// Cases with one question, pooled over years and schools.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What is asked.
    pub question: Question,
    /// The school years that the cases come from.
    pub years: Vec<i32>,
    /// The cases.
    pub cases: Vec<Case>,
    /// Rows that are no case.
    pub left_out: LeftOut,
}

/// Rows that are no case, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Left during the year: whether they would have been promoted is not known.
    pub withdrawn: usize,
    /// Went to another school or course, where another row speaks of them.
    pub transferred: usize,
    /// No outcome is said.
    pub unknown: usize,
    /// Another row of the same student in the same year was taken.
    pub repeated: usize,
}

/// What tables and notebooks can answer.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// What was asked, the weightiest question last.
    pub asked: Vec<Asked>,
    /// Annual dropout, by pair of years.
    pub dropouts: Vec<Dropout>,
    /// Years of which no student is in the enrolment that follows: nothing links the tables.
    pub unlinked: Vec<i32>,
}

/// All that tables and notebooks can answer.
pub fn answers(tables: &Tables, notebooks: &[Notebook]) -> Answers {
    let mut answers = Answers::default();
    answers.asked.extend(left_within(notebooks));
    answers.asked.extend(failed(tables, notebooks));
    let mut asked = Asked::new(Question::Dropout);
    for (year, ended) in &tables.ended {
        let Some(enrolled) = tables.enrolled.get(&(year + 1)) else { continue };
        let Some(found) = dropout::dropout(*year, ended, year + 1, enrolled) else { continue };
        if found.total.global == found.total.cohort {
            answers.unlinked.push(*year);
            continue;
        }
        let sums = tables.sums(*year);
        asked.years.push(*year);
        for (row, is_lost) in &found.cohort {
            let attendance = match &sums {
                Some(sums) => sums.get(&row.who).and_then(|sum| sum.share),
                None => row.attendance,
            };
            asked.cases.push(Case { attendance, average: row.average, positive: *is_lost });
        }
        answers.dropouts.push(found);
    }
    answers.asked.extend(asked.unless_empty());
    answers.asked.extend(not_seen(tables));
    answers
}

impl Asked {
    const fn new(question: Question) -> Self {
        let left_out = LeftOut { withdrawn: 0, transferred: 0, unknown: 0, repeated: 0 };
        Self { question, years: Vec::new(), cases: Vec::new(), left_out }
    }

    fn unless_empty(self) -> Option<Self> {
        (!self.cases.is_empty()).then_some(self)
    }

    fn leave_out(&mut self, end: Option<YearEnd>) {
        match end {
            Some(YearEnd::Transferred) => self.left_out.transferred += 1,
            Some(YearEnd::Withdrawn | YearEnd::DroppedOut) => self.left_out.withdrawn += 1,
            Some(YearEnd::Promoted | YearEnd::Failed) | None => self.left_out.unknown += 1,
        }
    }
}

/// Who repeats, of those who were promoted or failed.
fn failed(tables: &Tables, notebooks: &[Notebook]) -> Option<Asked> {
    let mut asked = Asked::new(Question::Failed);
    for (year, ended) in &tables.ended {
        let sums = tables.sums(*year);
        let mut last: BTreeMap<usize, &Ended> = BTreeMap::new();
        let mut places: HashMap<Known, usize> = HashMap::with_capacity(ended.len());
        for (at, row) in ended.iter().enumerate() {
            if !matches!(row.end, Some(YearEnd::Promoted | YearEnd::Failed)) {
                asked.leave_out(row.end);
                continue;
            }
            if let Some(before) = places.insert(row.who, at) {
                last.remove(&before);
                asked.left_out.repeated += 1;
            }
            last.insert(at, row);
        }
        for row in last.values() {
            let attendance = match &sums {
                Some(sums) => sums.get(&row.who).and_then(|sum| sum.share),
                None => row.attendance,
            };
            let positive = row.end == Some(YearEnd::Failed);
            asked.cases.push(Case { attendance, average: row.average, positive });
        }
        asked.years.push(*year);
    }
    for student in notebooks.iter().flat_map(|notebook| &notebook.students) {
        remembered(student, &mut asked);
    }
    asked.years.sort_unstable();
    asked.years.dedup();
    asked.unless_empty()
}

/// The years of which a notebook knows how they ended.
fn remembered(student: &Student, asked: &mut Asked) {
    for year in &student.years {
        match year.outcome {
            Some(YearEnd::Promoted | YearEnd::Failed) => {
                let positive = year.outcome == Some(YearEnd::Failed);
                let attendance = of_year(student, year);
                asked.cases.push(Case { attendance, average: year.average, positive });
                asked.years.push(year.year);
            }
            // A year that has not ended yet is nothing that was left out.
            None => {}
            end => asked.leave_out(end),
        }
    }
}

/// Who is out of school altogether, in the years that a notebook knows the end of. A withdrawal whose way is not known,
/// and a transfer, are none.
fn left_within(notebooks: &[Notebook]) -> Option<Asked> {
    let mut asked = Asked::new(Question::LeftWithin);
    for notebook in notebooks {
        let mut closed: BTreeMap<i32, bool> = BTreeMap::new();
        for year in notebook.students.iter().flat_map(|student| &student.years) {
            *closed.entry(year.year).or_default() |= year.outcome.is_some();
        }
        let closed: Vec<i32> = closed.into_iter().filter(|(_, is_closed)| *is_closed).map(|(year, _)| year).collect();
        for student in &notebook.students {
            for year in closed.iter().filter_map(|year| student.years.iter().find(|of| of.year == *year)) {
                let positive = year.outcome == Some(YearEnd::DroppedOut) || dropped_out_in(student, year.year);
                let attendance = of_year(student, year);
                asked.cases.push(Case { attendance, average: year.average, positive });
            }
        }
        asked.years.extend(closed);
    }
    asked.years.sort_unstable();
    asked.years.dedup();
    asked.unless_empty()
}

fn dropped_out_in(student: &Student, year: i32) -> bool {
    student.history.iter().any(|entry| entry.status.is_dropout() && entry.began() == Some(year))
}

/// The attendance of a year as the notebook has it: in days where it can, by month or in all.
fn of_year(student: &Student, year: &StudentYear) -> Option<super::tables::Share> {
    let months = student.attendance.iter().filter(|(month, _)| month.year() == year.year);
    let months: crate::rules::attendance::Days = months.map(|(_, days)| days).sum();
    let days = year.days.unwrap_or(months);
    Option::from(days).or_else(|| year.attendance.and_then(super::tables::Share::of_percent))
}

/// Whom a later enrolment no longer names, where only attendance is known of the year: an upper bound, and never called
/// dropout.
fn not_seen(tables: &Tables) -> Option<Asked> {
    let mut asked = Asked::new(Question::NotSeenAgain);
    for year in tables.attended.keys().filter(|year| !tables.ended.contains_key(*year)) {
        let Some((later, enrolled)) = tables.enrolled.range(year + 1..).next() else { continue };
        let years = later.abs_diff(*year);
        let there: std::collections::HashSet<Known> = enrolled.iter().map(|row| row.who).collect();
        let sums = tables.sums(*year).unwrap_or_default();
        let mut sums: Vec<_> = sums.into_iter().filter(|(_, sum)| sum.grade.goes_on_after(years)).collect();
        sums.sort_unstable_by_key(|(who, _)| *who);
        asked.cases.extend(sums.into_iter().map(|(who, sum)| Case {
            attendance: sum.share,
            average: None,
            positive: !there.contains(&who),
        }));
        asked.years.push(*year);
    }
    asked.unless_empty()
}

#[cfg(test)]
mod tests;
