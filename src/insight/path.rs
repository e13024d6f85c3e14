//! Where a student comes from: school years that were repeated, changes of school. Context beside other flags, never a
//! flag by itself.

use super::{
    lens::Facts,
    reason::{Finding, MOVED, MOVED_OFTEN, REPEATED, Reason},
};
use crate::{
    notebook::years::StudentYear,
    rules::{course::Grade, identity::Rbd, status::YearEnd},
};

/// The context of a student in a school year.
pub fn reasons(facts: Facts<'_>, year: i32) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let repeated = repeated(facts, year);
    if let Some(last) = repeated.last() {
        let finding = Finding::Repeated { count: repeated.len(), year: *last };
        reasons.push(Reason { rule: REPEATED, finding });
    }
    let (in_year, in_three) = (changes(facts.sources.years, year, 1), changes(facts.sources.years, year, 3));
    let rule = if in_year >= usize::from(MOVED.threshold) { MOVED } else { MOVED_OFTEN };
    if in_year >= usize::from(MOVED.threshold) || in_three >= usize::from(MOVED_OFTEN.threshold) {
        reasons.push(Reason { rule, finding: Finding::Moved { in_year, in_three, year } });
    }
    reasons
}

/// The school years before this one that were repeated: a table says so, or the same grade stands in the next one.
fn repeated(facts: Facts<'_>, year: i32) -> Vec<i32> {
    let grades = |at: i32| {
        let listed = facts.sources.years.iter().filter(move |of| of.year == at).map(|of| of.course.grade());
        listed.chain((at == year).then_some(facts.grade))
    };
    let is_grade = |grade: &Grade| matches!(grade, Grade::Basic(_) | Grade::Secondary(_));
    let again = |at: i32| grades(at).filter(is_grade).any(|grade| grades(at + 1).any(|next| next == grade));
    let mut years: Vec<i32> = facts.sources.years.iter().map(|of| of.year).filter(|at| *at < year).collect();
    years.sort_unstable();
    years.dedup();
    let failed = |at: i32| facts.sources.years.iter().any(|of| of.year == at && of.outcome == Some(YearEnd::Failed));
    years.retain(|at| failed(*at) || again(*at));
    years
}

/// Changes of school within so many years up to one: the schools there were, but one. This year's is the notebook's own.
fn changes(years: &[StudentYear], year: i32, span: i32) -> usize {
    let within = years.iter().filter(|of| (year - span + 1..=year).contains(&of.year)).map(|of| of.rbd);
    let mut schools: Vec<Option<Rbd>> = within.chain([None]).collect();
    schools.sort_unstable();
    schools.dedup();
    schools.len() - 1
}
