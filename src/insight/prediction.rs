//! What a team expected beside what was there to be seen, and how well it knows its school by now.

use chrono::NaiveDate;

use super::review;
use crate::{
    notebook::{
        Notebook,
        prediction::{Predicted, Prediction},
    },
    rules::{attendance::Days, calendar::Month, decimal::Decimal},
};

/// Parts of one in a [`Decimal`].
const UNIT: i64 = 10_000;

/// What there is to be seen on a day; none where nothing is known, and then nothing is asked.
pub fn seen(notebook: &Notebook, of: Predicted, today: NaiveDate) -> Option<Decimal> {
    match of {
        Predicted::Attendance => attendance(notebook, today),
        Predicted::Flagged => {
            let review = review::review(notebook, today);
            let flagged = i64::try_from(review.flagged).ok()?;
            (review.enrolled > 0).then(|| Decimal::from_parts(flagged * UNIT)).flatten()
        }
    }
}

/// The last month in which anybody's attendance is known: the one that a team is asked about.
pub fn last_month(notebook: &Notebook, today: NaiveDate) -> Option<Month> {
    let until = Month::of(today);
    months(notebook).filter(|(month, days)| *month <= until && days.held() > 0).map(|(month, _)| month).max()
}

fn months(notebook: &Notebook) -> impl Iterator<Item = (Month, Days)> {
    notebook.students.iter().flat_map(|student| student.attendance.iter())
}

/// Attendance of the last month with data, all students together, in percent.
fn attendance(notebook: &Notebook, today: NaiveDate) -> Option<Decimal> {
    let last = last_month(notebook, today)?;
    let (attended, held) =
        months(notebook).filter(|(month, _)| *month == last).fold((0_i64, 0_i64), |(attended, held), (_, days)| {
            (attended + i64::from(days.attended()), held + i64::from(days.held()))
        });
    // Hundredths of a percent, half up, as every screen shows it.
    Decimal::from_parts((attended * 20_000 + held) / (2 * held) * (UNIT / 100))
}

/// By how much a team was off, and over how many predictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calibration {
    /// Predictions of which something was seen.
    pub n: usize,
    /// The mean of the differences, whichever way they went.
    pub mean_error: Decimal,
}

/// How well a team knows its school: over all of its cycles. None before anything was predicted and seen.
pub fn calibration(notebook: &Notebook, of: Predicted) -> Option<Calibration> {
    let predictions = notebook.cycles.iter().flat_map(|cycle| &cycle.predictions).filter(|one| one.of == of);
    let errors: Vec<i64> = predictions.filter_map(error).collect();
    let sum: i64 = errors.iter().sum();
    let n = i64::try_from(errors.len()).ok().filter(|n| *n > 0)?;
    Some(Calibration { n: errors.len(), mean_error: Decimal::from_parts((2 * sum + n) / (2 * n))? })
}

/// By how much a prediction was off.
fn error(prediction: &Prediction) -> Option<i64> {
    prediction.seen.map(|seen| (seen.parts() - prediction.expected.parts()).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        notebook::{
            cycle::{Closing, Cycle, Fate},
            edit::{Change, Deed, Edit},
            extra::Extra,
            id::Ids,
            safe_text::SafeText,
            school::School,
        },
        rules::identity::Rbd,
    };

    #[test]
    fn a_team_learns_how_far_off_it_was_over_its_cycles() {
        let mut ids = Ids::Seeded(1);
        let moment = chrono::DateTime::from_timestamp(1_600_000_000, 0).unwrap();
        let on = NaiveDate::from_ymd_opt(2021, 6, 28).unwrap();
        let header = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
        let mut book = Notebook::new(ids.next(moment), header);
        assert_eq!(calibration(&book, Predicted::Attendance), None);
        let number = |text| Decimal::parse(text).unwrap();
        for (at, (expected, seen)) in [("90", Some("85.5")), ("80", Some("81")), ("50", None)].into_iter().enumerate() {
            let mut cycle = Cycle::new(ids.next(moment), u16::try_from(at + 10).unwrap(), on);
            let thresholds = crate::insight::reason::thresholds(&book.school);
            let (fate, reason, extra) = (Fate::Maintained, SafeText::line("sirvió"), Extra::new());
            cycle.closing = Some(Closing { on, fate, reason, thresholds, extra });
            let (expected, seen) = (number(expected), seen.map(number));
            let prediction = Prediction { of: Predicted::Attendance, on, expected, seen, extra: Extra::new() };
            cycle.predictions.push(prediction);
            book.apply(&Edit::one(Deed::OpenCycle, Change::add(cycle))).unwrap();
        }
        let found = calibration(&book, Predicted::Attendance).unwrap();
        assert_eq!((found.n, found.mean_error.to_string()), (2, "2.75".to_owned()));
    }
}
