//! An open notebook: the stepper, three panes, a card; which of them has the focus.
//!
//! Owns what is shown of the notebook and in which order. Never changes it: that goes through the [`Desk`].

mod unseen;

use chrono::NaiveDate;

use unseen::Unseen;

use super::{
    card::Card,
    desk::Desk,
    list::{Entry, ListState},
    orders::{self, Order},
    scroll::Scroll,
};
use crate::{
    insight::{
        indicators::{self, Indicators},
        review::{self, Review, Row},
    },
    notebook::{
        Notebook,
        action::Action,
        cycle::{Cycle, Step},
        id::Id,
        learning::Learning,
        personal::Reveal,
        student::Student,
    },
    rules::{attendance::scale::ScaleName, period::By, spelling},
};

/// A part of the notebook's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The workspace of step 1 (infographic) or 2 (challenge and theory).
    Workspace,
    /// The list of students.
    Students,
    /// The actions of the cycle.
    Actions,
    /// The learnings of the cycle.
    Learnings,
}

/// An open notebook on the screen.
#[derive(Debug)]
pub struct OpenNotebook {
    /// The notebook and its history.
    pub desk: Desk,
    /// The data review of today.
    pub review: Review,
    /// The indicators of step 1.
    pub indicators: Indicators,
    /// The part that the keys go to.
    pub focus: Pane,
    /// Whether the focused part has all the room.
    pub zoomed: bool,
    /// Students; indices are places in the review.
    pub students: ListState<Id<Student>>,
    /// Actions of the cycle.
    pub actions: ListState<Id<Action>>,
    /// Learnings of the cycle.
    pub learnings: ListState<Id<Learning>>,
    /// The order of each list: students, actions, learnings.
    pub orders: [Order; 3],
    /// The scale of attendance that lists and charts stand on.
    pub scale: ScaleName,
    /// Whether the run chart of step 1 goes by month or by week.
    pub by: By,
    /// How far the workspace is scrolled.
    pub scroll: Scroll,
    /// The open card.
    pub card: Option<Card>,
    /// What the team has not seen yet.
    unseen: Unseen,
    /// The main pane of the last look at the notebook.
    shown: Pane,
}

impl OpenNotebook {
    /// Puts a notebook on the screen.
    pub fn new(desk: Desk, today: NaiveDate) -> Self {
        let review = review::review(desk.notebook(), today);
        let indicators = indicators::indicators(desk.notebook(), &review, today);
        let mut open = Self {
            desk,
            review,
            indicators,
            focus: Pane::Students,
            zoomed: false,
            students: ListState::default(),
            actions: ListState::default(),
            learnings: ListState::default(),
            orders: [Order::Need, Order::Due, Order::Newest],
            scale: ScaleName::default(),
            by: By::default(),
            scroll: Scroll::default(),
            card: None,
            unseen: Unseen::default(),
            shown: Pane::Students,
        };
        open.arrange();
        open.expect(today);
        open.shown = open.main_pane();
        open.focus = open.shown;
        open
    }

    /// The notebook.
    pub fn notebook(&self) -> &Notebook {
        self.desk.notebook()
    }

    /// The cycle on the screen: the open one, or the last.
    pub fn cycle(&self) -> Option<&Cycle> {
        self.notebook().current_cycle()
    }

    /// Whether there is a step to go to from this one; the record of a closed cycle stays at its last.
    pub fn can_step(&self, way: fn(Step) -> Option<Step>) -> bool {
        self.cycle().is_some_and(|cycle| cycle.is_open() && way(cycle.step).is_some())
    }

    /// Whether there is a run chart by week.
    pub fn has_weeks(&self) -> bool {
        !self.indicators.weekly.points.is_empty()
    }

    /// Whether the run chart is what the workspace shows.
    pub fn shows_chart(&self) -> bool {
        self.step() == Step::Infographic && self.card.is_none() && self.asks_about().is_none()
    }

    /// The step on the screen; the data review while there is no cycle.
    pub fn step(&self) -> Step {
        self.cycle().map_or(Step::Data, |cycle| cycle.step)
    }

    /// The pane that the step gives its room to.
    pub fn main_pane(&self) -> Pane {
        match self.step() {
            Step::Infographic | Step::Challenge => Pane::Workspace,
            Step::Data => Pane::Students,
            Step::Implementation => Pane::Actions,
            Step::Learnings => Pane::Learnings,
        }
    }

    /// The panes on the screen, the main one first.
    pub fn panes(&self) -> Vec<Pane> {
        let main = self.main_pane();
        let others = [Pane::Students, Pane::Actions, Pane::Learnings].into_iter().filter(|pane| *pane != main);
        std::iter::once(main).chain(others).collect()
    }

    /// Moves the focus by so many panes.
    pub fn turn_focus(&mut self, by: usize) {
        let panes = self.panes();
        let at = panes.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        self.focus = panes.get((at + by) % panes.len()).copied().unwrap_or(self.focus);
    }

    /// Computes everything anew after a change of the notebook or of the day. A change that gives another pane the room
    /// gives it the focus too.
    pub fn refresh(&mut self, today: NaiveDate) {
        let main = self.main_pane();
        if std::mem::replace(&mut self.shown, main) != main {
            self.focus = main;
            self.scroll = Scroll::default();
        }
        self.review = review::review(self.desk.notebook(), today);
        self.indicators = indicators::indicators(self.desk.notebook(), &self.review, today);
        if !self.has_weeks() {
            self.by = By::Month;
        }
        self.arrange();
        self.expect(today);
        if let Some(card) = &mut self.card {
            let row = self.review.rows.iter().find(|row| row.student == card.student);
            card.refresh(self.desk.notebook(), row);
        }
        if !self.panes().contains(&self.focus) {
            self.focus = self.main_pane();
        }
    }

    /// Applies filters and orders.
    pub fn arrange(&mut self) {
        self.arrange_students();
        self.arrange_actions();
        self.arrange_learnings();
    }

    /// The row of a student in the review.
    pub fn row(&self, student: Id<Student>) -> Option<&Row> {
        self.review.rows.iter().find(|row| row.student == student)
    }

    /// The student that a command about a student means: the one of the card, or the selected one.
    pub fn student_in_hand(&self) -> Option<Id<Student>> {
        self.card.as_ref().map(|card| card.student).or_else(|| self.students.selected())
    }

    fn arrange_students(&mut self) {
        let query = spelling::fold(self.students.filter.text());
        let notebook = self.desk.notebook();
        let mut shown: Vec<(usize, &Row)> =
            self.review.rows.iter().enumerate().filter(|(_, row)| row.matches(notebook, &query)).collect();
        match self.orders[0] {
            Order::Course => shown.sort_by(|(_, a), (_, b)| a.course.cmp(&b.course)),
            Order::Attendance => shown.sort_by_key(|(_, row)| attendance_order(row)),
            Order::Contact => shown.sort_by_key(|(_, row)| row.last_contact),
            Order::Name => shown.sort_by_cached_key(|(_, row)| name_order(notebook, row)),
            _ => {}
        }
        let entries = shown.into_iter().map(|(index, row)| Entry { key: row.student, index }).collect();
        self.students.settle(entries);
    }

    fn arrange_actions(&mut self) {
        let notebook = self.desk.notebook();
        let query = spelling::fold(self.actions.filter.text());
        let cycle = notebook.current_cycle().map(|cycle| cycle.id);
        let mut shown: Vec<&Action> = cycle.into_iter().flat_map(|cycle| notebook.actions_of(cycle)).collect();
        shown.retain(|action| {
            let text = spelling::fold(&format!("{} {}", action.what.as_str(), action.who.as_str()));
            spelling::contains_folded(&text, &query)
        });
        match self.orders[1] {
            Order::Who => shown.sort_by_cached_key(|action| spelling::order_key(action.who.as_str())),
            _ => shown.sort_by_key(|action| orders::by_due(action)),
        }
        let entries = shown.into_iter().enumerate().map(|(index, action)| Entry { key: action.id, index }).collect();
        self.actions.settle(entries);
    }

    fn arrange_learnings(&mut self) {
        let notebook = self.desk.notebook();
        let query = spelling::fold(self.learnings.filter.text());
        let cycle = notebook.current_cycle().map(|cycle| cycle.id);
        let mut shown: Vec<&Learning> = cycle.into_iter().flat_map(|cycle| notebook.learnings_of(cycle)).collect();
        shown.retain(|learning| {
            let text = spelling::fold(&format!("{} {}", learning.statement.as_str(), learning.quote.as_str()));
            spelling::contains_folded(&text, &query)
        });
        shown.sort_by_key(|learning| std::cmp::Reverse((learning.on, learning.id)));
        if self.orders[2] == Order::Theme {
            shown.sort_by(|a, b| a.theme.cmp(&b.theme));
        }
        let entries =
            shown.into_iter().enumerate().map(|(index, learning)| Entry { key: learning.id, index }).collect();
        self.learnings.settle(entries);
    }
}

/// Lowest attendance first; unknown is not zero and stands last.
fn attendance_order(row: &Row) -> (bool, Option<u32>) {
    let percent = row.attended.and_then(|attended| attended.share.percent_hundredths());
    (percent.is_none(), percent)
}

/// By paternal surname, maternal surname, names, in Spanish order.
fn name_order(notebook: &Notebook, row: &Row) -> Option<[spelling::OrderKey; 3]> {
    let student = notebook.students.get(row.student)?;
    let key = |name: &crate::notebook::personal::Personal| spelling::order_key(name.reveal(Reveal::ToMatch));
    let first_known = if student.given_names.is_empty() { key(&student.full_name) } else { key(&student.given_names) };
    Some([key(&student.paternal_surname), key(&student.maternal_surname), first_known])
}
