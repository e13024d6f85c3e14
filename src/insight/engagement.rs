//! School engagement as lists report it: each figure with how many students it covers.
//!
//! Never a flag by itself: scales differ from list to list. Never shown of so few that it tells who they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    notebook::{Notebook, student::Student},
    rules::{
        decimal::Decimal,
        rule::{OWN, Rule, Unit},
        spelling,
    },
};

/// Students that a figure must cover to be shown.
pub const SHOWN_FROM: Rule = Rule { id: "engagement_shown_from", threshold: 10, unit: Unit::Count, source: OWN };

/// The part of engagement that a list measures, by what it calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// How a student feels at school.
    Affective,
    /// How a student learns.
    Cognitive,
    /// What a student does.
    Behavioural,
    /// Work that was handed in.
    Submissions,
    /// Something else.
    Other,
}

/// Words, folded, by which each part is known.
const WORDS: [(Part, &[&str]); 4] = [
    (Part::Affective, &["afectiv", "emocion", "affective", "emotional"]),
    (Part::Cognitive, &["cognitiv", "cognitive"]),
    (Part::Behavioural, &["conductual", "comportamental", "behavio"]),
    (Part::Submissions, &["entrega", "tarea", "guia", "submission", "homework"]),
];

impl Part {
    /// The part that a name speaks of.
    pub fn of(name: &str) -> Self {
        let name = spelling::fold(name);
        let known = WORDS.iter().find(|(_, words)| words.iter().any(|word| name.contains(word)));
        known.map_or(Self::Other, |(part, _)| *part)
    }
}

/// One figure of engagement in a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngagementFigure {
    /// The part.
    pub part: Part,
    /// What the list calls it.
    pub name: String,
    /// How many students enrolled have one.
    pub covered: usize,
    /// How many are enrolled.
    pub enrolled: usize,
    /// The middle of the last figures; none where it covers too few.
    pub median: Option<Decimal>,
}

/// The figures of a school year, by part and name, of those enrolled on a day; of each student the last one.
pub fn of_year(notebook: &Notebook, year: i32, today: NaiveDate) -> Vec<EngagementFigure> {
    let here: Vec<&Student> = notebook.students.iter().filter(|student| student.is_here_on(today)).collect();
    let mut by_name: BTreeMap<(Part, &str), Vec<Decimal>> = BTreeMap::new();
    for student in &here {
        let mut last: BTreeMap<&str, Decimal> = BTreeMap::new();
        for figure in student.engagement.iter().filter(|figure| figure.year == year) {
            last.insert(figure.name.as_str(), figure.value);
        }
        for (name, value) in last {
            by_name.entry((Part::of(name), name)).or_default().push(value);
        }
    }
    let figure = |((part, name), mut values): ((Part, &str), Vec<Decimal>)| {
        values.sort_unstable();
        let is_shown = values.len() >= usize::from(SHOWN_FROM.threshold);
        let median = middle(&values).filter(|_| is_shown);
        EngagementFigure { part, name: name.to_owned(), covered: values.len(), enrolled: here.len(), median }
    };
    by_name.into_iter().map(figure).collect()
}

/// The median of sorted figures: of an even number, half way between the two in the middle, to the part that a
/// [`Decimal`] has.
fn middle(sorted: &[Decimal]) -> Option<Decimal> {
    let below = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    let above = sorted.get(sorted.len() / 2)?;
    Decimal::from_parts(below.parts() + (above.parts() - below.parts()) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        let of = |figures: &[&str]| {
            let figures: Vec<Decimal> = figures.iter().map(|figure| Decimal::parse(figure).unwrap()).collect();
            middle(&figures).map(|median| median.to_string())
        };
        assert_eq!(of(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]).as_deref(), Some("5.5"));
        assert_eq!(of(&["1", "2", "7"]).as_deref(), Some("2"));
        assert_eq!(of(&[]), None);
    }
}
