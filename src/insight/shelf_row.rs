//! A school in one line of the shelf.

use chrono::NaiveDate;

use super::lens::{Facts, Lens};
use crate::{
    notebook::{
        cycle::Step,
        outline::{ActionLine, Outline},
        safe_text::SafeText,
    },
    rules::identity::Rbd,
};

/// Days without a meeting after which the shelf calls for one.
pub const MEETING_DUE_AFTER: i64 = 30;

/// What the shelf says of a school.
#[derive(Debug, Clone, PartialEq)]
pub struct ShelfRow {
    /// The school's number.
    pub rbd: Rbd,
    /// Its name.
    pub name: SafeText,
    /// Whether everybody in it is invented.
    pub invented: bool,
    /// Students in the notebook.
    pub students: usize,
    /// Number and step of the current cycle, where there is one.
    pub cycle: Option<(u16, Step)>,
    /// Students with a reason to be looked at.
    pub flagged: usize,
    /// Open actions of the current cycle.
    pub open_actions: usize,
    /// Of those, overdue.
    pub overdue: usize,
    /// The last meeting.
    pub last_meeting: Option<NaiveDate>,
}

impl ShelfRow {
    /// Reads the line off a notebook's outline.
    pub fn of(outline: &Outline, today: NaiveDate) -> Self {
        let cycle = outline.current_cycle();
        let of_cycle = |action: &&ActionLine| cycle.is_some_and(|cycle| cycle.id == action.cycle);
        let actions: Vec<_> = outline.actions.iter().filter(of_cycle).filter(|action| action.state.is_open()).collect();
        Self {
            rbd: outline.school.rbd,
            name: outline.school.name.clone(),
            invented: outline.school.invented,
            students: outline.students.len(),
            cycle: cycle.map(|cycle| (cycle.number, cycle.step)),
            flagged: flagged(outline, today),
            open_actions: actions.len(),
            overdue: actions.iter().filter(|action| action.due.is_some_and(|due| due < today)).count(),
            last_meeting: outline.meetings.iter().map(|meeting| meeting.on).filter(|on| *on <= today).max(),
        }
    }

    /// Whether the team should meet again: it has met, and not for [`MEETING_DUE_AFTER`] days. A team that never met is
    /// not late.
    pub fn needs_meeting(&self, today: NaiveDate) -> bool {
        self.last_meeting.is_some_and(|on| (today - on).num_days() > MEETING_DUE_AFTER)
    }
}

fn flagged(outline: &Outline, today: NaiveDate) -> usize {
    let facts = outline.students.iter().map(|student| Facts::of_line(student, today));
    let lens = Lens::new(&outline.school, facts.clone(), today);
    let is_flagged = |facts: &Facts<'_>| !lens.flags(*facts, lens.attended(*facts)).is_empty();
    facts.filter(is_flagged).count()
}
