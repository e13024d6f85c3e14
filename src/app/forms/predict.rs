//! What a team expects to see, asked before it is shown.

use super::{
    Flaw, Flaws, Sheet,
    answers::{Answers, flaws},
    line,
};
use crate::notebook::{
    Notebook,
    cycle::Cycle,
    edit::{Deed, Edit},
    extra::Extra,
    prediction::{Predicted, Prediction},
    problem::Field,
    safe_text::SafeText,
};
use crate::{insight::prediction, rules::decimal::Decimal};

/// One number.
pub fn sheet(cycle: &Cycle, of: Predicted) -> Sheet {
    let before = cycle.predictions.iter().rev().find(|prediction| prediction.of == of);
    let shown = before.map(|prediction| prediction.expected.to_string()).unwrap_or_default();
    Sheet::new(vec![line(Field::Expected, &SafeText::line(&shown)).required()])
}

/// The edit of the filled form: the prediction beside what is there to be seen. A second one of the same cycle takes the
/// place of the first.
pub fn read(notebook: &Notebook, answers: &Answers<'_>, of: Predicted) -> Result<Edit, Flaws> {
    let text = answers.text(Field::Expected).trim().trim_end_matches('%').trim().replace(',', ".");
    let fits = |value: &Decimal| (0..=most(of)).contains(&value.parts());
    let Some(expected) = Decimal::parse(&text).filter(fits) else {
        return Err(vec![(Some(Field::Expected), Flaw::NoNumber)]);
    };
    let seen = prediction::seen(notebook, of, answers.today);
    let prediction = Prediction { of, on: answers.today, expected, seen, extra: Extra::new() };
    let change = |cycle: &mut Cycle| {
        cycle.predictions.retain(|other| other.of != of);
        cycle.predictions.push(prediction);
    };
    notebook.change_cycle(Deed::Predict, change).map_err(|problem| flaws([problem]))
}

/// The most that can be expected, in the parts of a [`Decimal`].
const fn most(of: Predicted) -> i64 {
    match of {
        Predicted::Attendance => 100 * 10_000,
        Predicted::Flagged => 100_000 * 10_000,
    }
}
