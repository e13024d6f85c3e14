//! What the team did and when, to be read beside the run chart: letters on its axis.
//!
//! Never says that one brought about the other.

use chrono::NaiveDate;

use crate::notebook::{
    Notebook,
    action::{Action, ActionState, StateName},
    safe_text::SafeText,
};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// A cycle was opened.
    Cycle,
    /// An action began; where nobody wrote when, nothing is shown.
    Start,
    /// An action was adjusted.
    Adjustment,
    /// An action was done.
    Done,
    /// An action was given up.
    Dropped,
    /// The team met.
    Meeting,
}

impl MarkKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 6] = [Self::Cycle, Self::Start, Self::Adjustment, Self::Done, Self::Dropped, Self::Meeting];
}

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub kind: MarkKind,
    /// The words of the action, or the name of the cycle.
    pub what: SafeText,
}

/// Everything that had happened by a day, the oldest first: what is planned has not.
pub fn of(notebook: &Notebook, today: NaiveDate) -> Vec<Mark> {
    let cycles =
        notebook.cycles.iter().map(|cycle| Mark { on: cycle.opened, kind: MarkKind::Cycle, what: cycle.name.clone() });
    let meetings = notebook.meetings.iter().map(|meeting| Mark {
        on: meeting.on,
        kind: MarkKind::Meeting,
        what: SafeText::default(),
    });
    let mut marks: Vec<Mark> = cycles.chain(notebook.actions.iter().flat_map(of_action)).chain(meetings).collect();
    marks.retain(|mark| mark.on <= today);
    marks.sort_by(|one, other| order(one).cmp(&order(other)));
    // An action that the next cycle goes on with brings its days along.
    marks.dedup();
    marks
}

fn order(mark: &Mark) -> (NaiveDate, MarkKind, &str) {
    (mark.on, mark.kind, mark.what.as_str())
}

fn of_action(action: &Action) -> Vec<Mark> {
    let mark = |on, kind| Mark { on, kind, what: action.what.clone() };
    let ended = match action.state {
        ActionState::Done { on } => Some(mark(on, MarkKind::Done)),
        ActionState::Dropped { on, .. } => Some(mark(on, MarkKind::Dropped)),
        ActionState::Planned | ActionState::Doing => None,
    };
    // The day that somebody wrote, else the first turn: an action that was taken up again does not begin twice.
    let turned = action.history.iter().find(|turn| turn.to == StateName::Doing).map(|turn| turn.on);
    let began = action.start.or(turned).map(|on| mark(on, MarkKind::Start));
    let adjusted = action.adjustments.iter().map(|adjustment| mark(adjustment.on, MarkKind::Adjustment));
    began.into_iter().chain(adjusted).chain(ended).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        notebook::{cycle::Cycle, id::Ids, school::School},
        rules::identity::Rbd,
    };

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_action_begins_once_on_the_day_that_was_written_and_what_is_planned_is_not_done() {
        let mut ids = Ids::Seeded(1);
        let moment = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
        let cycle = Cycle::new(ids.next(moment), 1, on("2021-03-01"));
        let mut turned = Action::new(ids.next(moment), cycle.id, on("2021-03-02"));
        for (state, day) in [
            (ActionState::Doing, "2021-04-05"),
            (ActionState::Planned, "2021-04-20"),
            (ActionState::Doing, "2021-05-03"),
            (ActionState::Done { on: on("2021-06-01") }, "2021-06-01"),
        ] {
            turned.come_to(state, on(day), SafeText::default());
        }
        let written = Action { start: Some(on("2021-03-29")), ..turned.clone() };
        let days = |action: &Action| of_action(action).iter().map(|mark| (mark.kind, mark.on)).collect::<Vec<_>>();
        let done = (MarkKind::Done, on("2021-06-01"));
        assert_eq!(days(&turned), [(MarkKind::Start, on("2021-04-05")), done]);
        assert_eq!(days(&written), [(MarkKind::Start, on("2021-03-29")), done]);
        let mut book = Notebook::new(ids.next(moment), School::new(Rbd::new(99_001).unwrap(), SafeText::default()));
        book.cycles = [cycle].into_iter().collect();
        let carried = Action { id: ids.next(moment), carried_from: Some(written.id), ..written.clone() };
        book.actions = [written, carried].into_iter().collect();
        let kinds = |today| of(&book, on(today)).into_iter().map(|mark| mark.kind).collect::<Vec<_>>();
        assert_eq!(kinds("2021-03-28"), [MarkKind::Cycle]);
        assert_eq!(kinds("2021-06-01"), [MarkKind::Cycle, MarkKind::Start, MarkKind::Done]);
    }
}
