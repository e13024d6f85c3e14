//! Another baseline of the run chart: which months, and why.

use chrono::NaiveDate;

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    day, line,
};
use crate::{
    insight::{chart, review},
    notebook::{
        Notebook,
        baseline::Baseline,
        edit::{Change, Deed, Edit},
        extra::Extra,
        problem::{Field, Problem},
        safe_text::SafeText,
    },
    rules::{calendar::Month, period::By},
};

/// The form: from the month that the chart suggests, else from the first month of the year, to the last one known.
pub fn sheet(notebook: &Notebook, today: NaiveDate) -> Sheet {
    let year = review::year(notebook, today);
    let chart = chart::of(notebook, By::Month, year, today);
    let mut known = chart.points.iter().filter(|point| point.value().is_some()).map(|point| point.period.month());
    let last = known.clone().next_back();
    let from =
        chart.suggestion().map(|(since, _)| since.month()).or_else(|| known.find(|month| month.school_year() == year));
    Sheet::new(vec![
        day(Field::BaselineFrom, from.map(Month::first_day)).required(),
        day(Field::BaselineTo, last.map(Month::last_day)).required(),
        line(Field::Reason, &SafeText::default()).required(),
    ])
}

/// The edit of a filled form; the baselines before stay.
pub fn read(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let month = |field| {
        let day = answers.day(field)?.ok_or_else(|| flaws([Problem::Missing(field)]))?;
        Ok::<Month, Flaws>(Month::of(day))
    };
    let baseline = Baseline {
        from: month(Field::BaselineFrom)?,
        to: month(Field::BaselineTo)?,
        on: answers.today,
        reason: answers.line(Field::Reason, &SafeText::default()),
        extra: Extra::new(),
    };
    let mut after = notebook.school.clone();
    after.run_charts.baselines.push(baseline);
    Ok(Edit::one(Deed::SetBaseline, Change::replace(notebook.school.clone(), after)))
}
