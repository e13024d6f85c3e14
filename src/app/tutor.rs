//! The first-run tutor: it leads through one whole cycle by letting it be done, on an invented copy.
//!
//! Owns which lesson is due and what was only looked at. What is done it reads in the notebook, so wrong keys, undo,
//! detours and another day never lose it. Never changes the notebook, and never a sentence.

pub mod hint;
pub mod lesson;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    App,
    overlay::{About, Overlay},
};
use crate::notebook::{
    Notebook,
    cycle::{Cycle, Step},
};

pub use hint::{Fill, Hint};
pub use lesson::Lesson;

/// What has just become of a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Won {
    /// It was done.
    Done(Lesson),
    /// The person comes back to a copy that was begun before.
    Back,
}

/// The tutor of one session.
#[derive(Debug)]
pub struct Tutor {
    /// The day that it is in the copy.
    pub day: NaiveDate,
    /// Whether the person goes on without it.
    pub is_hidden: bool,
    /// What was looked at.
    seen: BTreeSet<Lesson>,
    /// What the person did not want to do.
    skipped: BTreeSet<Lesson>,
    /// A figure or a reason is being explained.
    explained: bool,
    /// Something was taken back, and not made again yet.
    taken_back: bool,
    /// The lesson of the last look.
    at: Option<Lesson>,
    /// What to be glad about beside it.
    won: Option<Won>,
}

impl Tutor {
    /// A tutor for a copy in which it is this day.
    pub const fn new(day: NaiveDate) -> Self {
        Self {
            day,
            is_hidden: false,
            seen: BTreeSet::new(),
            skipped: BTreeSet::new(),
            explained: false,
            taken_back: false,
            at: None,
            won: None,
        }
    }

    /// The cycle of the tutor: the first that was opened on its day.
    pub fn cycle<'a>(&self, notebook: &'a Notebook) -> Option<&'a Cycle> {
        let opened = notebook.cycles.iter().filter(|cycle| cycle.opened >= self.day);
        opened.min_by_key(|cycle| cycle.number)
    }

    /// The lesson that is due: the first that is not done.
    pub fn lesson(&self, app: &App) -> Lesson {
        let Some(open) = &app.open else { return self.at.unwrap_or(Lesson::Screen) };
        let book = open.notebook();
        let Some(cycle) = self.cycle(book) else {
            let is_seen = [&self.seen, &self.skipped].into_iter().any(|set| set.contains(&Lesson::Screen));
            return if is_seen { Lesson::OpenCycle } else { Lesson::Screen };
        };
        if !cycle.is_open() {
            return Lesson::End;
        }
        let in_it = |lesson: Lesson| lesson.is_in(book, cycle);
        // Who has done what comes later has seen what comes before.
        let last = Lesson::ALL.into_iter().rev().find(|lesson| in_it(*lesson)).unwrap_or(Lesson::OpenCycle);
        let is_past = |lesson: &Lesson| {
            in_it(*lesson)
                || self.skipped.contains(lesson)
                || lesson.is_looking() && (self.seen.contains(lesson) || *lesson < last)
                || self.has_no_action(*lesson, book, cycle)
        };
        Lesson::ALL.into_iter().find(|lesson| !is_past(lesson)).unwrap_or(Lesson::End)
    }

    /// Where no action was wanted, there is none to mark as done and to decide about.
    fn has_no_action(&self, lesson: Lesson, book: &Notebook, cycle: &Cycle) -> bool {
        matches!(lesson, Lesson::Complete | Lesson::Decide)
            && self.skipped.contains(&Lesson::Plan)
            && !Lesson::Plan.is_in(book, cycle)
    }

    /// What to be glad about, beside the lesson that is due.
    pub const fn won(&self) -> Option<Won> {
        self.won
    }

    /// Leaves a lesson out; says whether it can be: without a cycle there is nothing to go on with.
    pub fn skip(&mut self, lesson: Lesson) -> bool {
        let can = !matches!(lesson, Lesson::OpenCycle | Lesson::End);
        if can {
            self.skipped.insert(lesson);
        }
        can
    }

    /// Looks at what is on the screen after something has happened.
    pub fn look(&mut self, app: &App) {
        let Some(open) = &app.open else { return };
        if open.focus != open.main_pane() || open.card.is_some() {
            self.seen.insert(Lesson::Screen);
        }
        if open.card.is_some() {
            self.seen.insert(Lesson::Card);
        }
        let is_explained = app.overlays.iter().any(is_explanation);
        if self.explained && !is_explained {
            self.seen.insert(Lesson::Reason);
        }
        self.explained = is_explained;
        if self.lesson(app) == Lesson::Predict && open.step() == Step::Infographic && open.asks_about().is_none() {
            // The team wanted to see it at once, or there is nothing to be seen.
            self.skipped.insert(Lesson::Predict);
        }
        let is_undone = open.desk.last_undone().is_some();
        if self.taken_back && !is_undone {
            self.seen.insert(Lesson::Undo);
        }
        self.taken_back = is_undone;
        self.be_glad(app);
    }

    /// A lesson that has just been done is worth a word; one that was left out or taken back is not.
    fn be_glad(&mut self, app: &App) {
        let now = self.lesson(app);
        let Some(before) = self.at.replace(now) else {
            self.won = (now != Lesson::Screen).then_some(Won::Back);
            return;
        };
        if now == before {
            return;
        }
        let book = app.open.as_ref().map(|open| open.notebook());
        let is_in =
            |lesson: Lesson| book.is_some_and(|book| self.cycle(book).is_some_and(|cycle| lesson.is_in(book, cycle)));
        let done = now.before().filter(|done| now > before && (self.seen.contains(done) || is_in(*done)));
        self.won = done.map(Won::Done);
    }
}

/// Whether it explains a figure or a reason.
fn is_explanation(overlay: &Overlay) -> bool {
    matches!(overlay, Overlay::Message(message) if matches!(message.about, About::Reason(..) | About::Figure(..)))
}

#[cfg(test)]
mod tests;
