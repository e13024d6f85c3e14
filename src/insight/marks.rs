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

/// Everything that has a day, the oldest first.
pub fn of(notebook: &Notebook) -> Vec<Mark> {
    let cycles =
        notebook.cycles.iter().map(|cycle| Mark { on: cycle.opened, kind: MarkKind::Cycle, what: cycle.name.clone() });
    let meetings = notebook.meetings.iter().map(|meeting| Mark {
        on: meeting.on,
        kind: MarkKind::Meeting,
        what: SafeText::default(),
    });
    let mut marks: Vec<Mark> = cycles.chain(notebook.actions.iter().flat_map(of_action)).chain(meetings).collect();
    marks.sort_by_key(|mark| (mark.on, mark.kind));
    marks
}

fn of_action(action: &Action) -> Vec<Mark> {
    let mark = |on, kind| Mark { on, kind, what: action.what.clone() };
    let ended = match action.state {
        ActionState::Done { on } => Some(mark(on, MarkKind::Done)),
        ActionState::Dropped { on, .. } => Some(mark(on, MarkKind::Dropped)),
        ActionState::Planned | ActionState::Doing => None,
    };
    // An action that was taken up again does not begin twice.
    let began = action.history.iter().find(|turn| turn.to == StateName::Doing);
    let began = began.map(|turn| mark(turn.on, MarkKind::Start));
    let adjusted = action.adjustments.iter().map(|adjustment| mark(adjustment.on, MarkKind::Adjustment));
    began.into_iter().chain(adjusted).chain(ended).collect()
}
