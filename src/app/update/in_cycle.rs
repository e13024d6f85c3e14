//! What belongs to a whole cycle: what a team expects before it looks, causes among facts, decisions about actions, two
//! cycles side by side.

use crate::app::{
    App,
    effect::Effect,
    forms::{Task, cycle},
    notice::Notice,
    open_notebook::OpenNotebook,
    overlay::{Overlay, Question},
};
use crate::{
    insight::prediction,
    notebook::{
        action::Action,
        cycle::{Cycle, Step},
        id::Id,
        prediction::Predicted,
    },
};

impl App {
    /// Asks what the team expects to see in this step.
    pub(super) fn predict(&mut self) -> Vec<Effect> {
        let of = self.open.as_ref().and_then(|open| asked_in(open.step())).unwrap_or(Predicted::Attendance);
        self.open_form(Task::Predict(of))
    }

    /// Shows the infographic to a team that does not want to predict.
    pub(super) fn look_at(&mut self) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            open.look();
        }
        Vec::new()
    }

    /// Asks what the team expects to see in a step that it comes to, before it sees it: once a cycle, where there is
    /// something to be seen. Esc skips it.
    pub(super) fn ask_before(&mut self, step: Step) {
        let Some((of, open)) = asked_in(step).zip(self.open.as_ref()) else { return };
        let is_new =
            open.cycle().is_some_and(|cycle| cycle.is_open() && !cycle.predictions.iter().any(|one| one.of == of));
        if is_new && prediction::seen(open.notebook(), of, self.now.today).is_some() {
            self.open_form(Task::Predict(of));
        }
    }

    /// What comes after a form was kept: the first question of a new cycle; causes among what was only to be observed.
    pub(super) fn after(&mut self, task: Task) {
        match task {
            Task::OpenCycle | Task::CloseCycle => self.ask_before(Step::Infographic),
            Task::Predict(of) => {
                let Some(open) = &self.open else { return };
                let predictions = open.cycle().map(|cycle| cycle.predictions.as_slice()).unwrap_or_default();
                let written = predictions.iter().find(|prediction| prediction.of == of).cloned();
                let calibration = prediction::calibration(open.notebook(), of);
                self.notice = written.map(|written| Notice::Predicted(Box::new(written), calibration));
            }
            Task::Review => {
                let has_causes = self.open.as_ref().is_some_and(|open| cycle::causes_moved(open.notebook()).is_some());
                if has_causes {
                    self.overlays.push(Overlay::Confirm(Question::MoveCauses));
                }
            }
            _ => {}
        }
    }

    /// Moves the lines that say why to what may explain.
    pub(super) fn move_causes(&mut self) -> Vec<Effect> {
        let moved = self.open.as_ref().and_then(|open| cycle::causes_moved(open.notebook()));
        moved.map_or_else(Vec::new, |edit| self.commit_or_tell(edit))
    }

    /// A form about the selected action.
    pub(super) fn about_action(&mut self, task: fn(Id<Action>) -> Task) -> Vec<Effect> {
        let selected = self.open.as_ref().and_then(|open| open.actions.selected());
        selected.map_or_else(Vec::new, |id| self.open_form(task(id)))
    }
}

/// What a team is asked before it sees a step.
const fn asked_in(step: Step) -> Option<Predicted> {
    match step {
        Step::Infographic => Some(Predicted::Attendance),
        Step::Data => Some(Predicted::Flagged),
        Step::Challenge | Step::Implementation | Step::Learnings => None,
    }
}

impl OpenNotebook {
    /// The cycle on the screen and the one before it.
    pub fn cycles_to_compare(&self) -> Option<(&Cycle, &Cycle)> {
        let second = self.cycle()?;
        let before = self.notebook().cycles.iter().filter(|cycle| cycle.number < second.number);
        Some((before.max_by_key(|cycle| cycle.number)?, second))
    }
}
