//! The infographic before the team has looked: what it is asked about first, and whether it has seen it in this sitting.
//!
//! Owns when the figures of step 1 are held back. Never forbids looking: one key shows them.

use chrono::NaiveDate;

use super::OpenNotebook;
use crate::{
    insight::prediction,
    notebook::{
        cycle::{Cycle, Step},
        id::Id,
        prediction::Predicted,
    },
    rules::calendar::Month,
};

/// What there is to be seen, and who has asked to see it.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// The last month with attendance.
    month: Option<Month>,
    /// The cycle whose infographic somebody wanted to see without predicting.
    shown: Option<Id<Cycle>>,
}

impl OpenNotebook {
    /// The month whose attendance the team is asked about before it sees the infographic; none where nothing is held back:
    /// in every other step, where there is no data, without a pen, and after a prediction, an observation or a look.
    pub fn asks_about(&self) -> Option<Month> {
        let cycle = self.notebook().open_cycle()?;
        let is_predicted = cycle.predictions.iter().any(|prediction| prediction.of == Predicted::Attendance);
        let is_asked = cycle.step == Step::Infographic
            && !is_predicted
            && cycle.observation.is_empty()
            && self.unseen.shown != Some(cycle.id)
            && self.desk.is_writable();
        self.unseen.month.filter(|_| is_asked)
    }

    /// Shows the infographic of this cycle from now on, as long as the notebook is open.
    pub fn look(&mut self) {
        self.unseen.shown = self.cycle().map(|cycle| cycle.id);
    }

    /// Learns what there is to be seen on a day.
    pub(super) fn expect(&mut self, today: NaiveDate) {
        self.unseen.month = prediction::last_month(self.desk.notebook(), today);
    }
}
