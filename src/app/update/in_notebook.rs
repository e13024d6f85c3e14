//! Commands in an open notebook and on the card of a student.

use crate::app::{
    App, WayOut,
    card::{Card, CardLine},
    command::Command,
    desk::{Keeping, Way},
    effect::Effect,
    forms::{self, Task},
    notice::Notice,
    open_notebook::{OpenNotebook, Pane},
    orders::Order,
    overlay::{About, Overlay, Question},
};
use crate::{
    insight::{contact_analysis, contact_rate::CONTACT_RATE, gaps},
    notebook::{
        contact::Contact,
        cycle::Step,
        edit::{Change, Deed, Edit},
        id::Id,
        student::Student,
    },
};

impl App {
    pub(super) fn in_notebook(&mut self, command: Command) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if open.travel(command) {
            return Vec::new();
        }
        match command {
            Command::KeepSearch => open.keep_search(),
            Command::Open => return self.open_selected(),
            Command::Edit => return self.edit_selected(),
            Command::Remove => return self.remove_selected(),
            Command::Complete => return self.complete_selected(),
            Command::NextPane => open.turn_focus(1),
            Command::PreviousPane => open.turn_focus(open.panes().len() - 1),
            Command::Zoom => open.zoomed = !open.zoomed,
            Command::Filter => open.search(),
            Command::Sort => {
                self.notice = open.sort().map(Notice::Sorted);
            }
            Command::Back | Command::ShowAll => return self.back(),
            command => return self.in_cycle(command),
        }
        Vec::new()
    }

    fn in_cycle(&mut self, command: Command) -> Vec<Effect> {
        let in_hand = self.open.as_ref().and_then(|open| open.student_in_hand());
        let card_of = self.open.as_ref().and_then(|open| open.card.as_ref().map(|card| card.student));
        match command {
            Command::AddContact => {
                in_hand.map_or_else(Vec::new, |student| self.open_form(Task::Contact(student, None)))
            }
            Command::ReviewWork => in_hand.map_or_else(Vec::new, |student| self.open_form(Task::Work(student, None))),
            Command::AnalyseContacts => self.analyse_contacts(),
            Command::PlanAction => self.open_form(Task::Action(card_of, None)),
            Command::RecordLearning => self.open_form(Task::Learning(None)),
            Command::WriteObservation => self.open_form(Task::Observation),
            Command::WriteChallenge => self.open_form(Task::Challenge),
            Command::WriteTheory => self.open_form(Task::Theory),
            Command::WriteDrivers => self.open_form(Task::Drivers),
            Command::Predict => self.predict(),
            Command::Look => self.look_at(),
            Command::DecideAction => self.about_action(Task::Decide),
            Command::DescribeAction => self.about_action(Task::Describe),
            Command::CompareCycles => {
                self.tell(About::Compared);
                Vec::new()
            }
            Command::WriteReview => self.open_form(Task::Review),
            Command::NameCycle => self.open_form(Task::NameCycle),
            Command::OpenCycle => self.open_form(Task::OpenCycle),
            Command::CloseCycle => self.open_form(Task::CloseCycle),
            Command::SaveAgain => self.save_again(),
            Command::ToggleFocus => self.toggle_focus(),
            Command::NextStep => self.step(Step::next),
            Command::PreviousStep => self.step(Step::previous),
            Command::GoToStep(step) => self.go_to(step),
            Command::Undo => self.turn(Way::Back),
            Command::Redo => self.turn(Way::Again),
            command => self.in_list(command).or_else(|| self.everywhere(command)).unwrap_or_default(),
        }
    }

    /// Tries again what failed: saving; or writing a notebook that somebody else had. Where somebody else wrote its file,
    /// the person sees what is different.
    fn save_again(&mut self) -> Vec<Effect> {
        let Some(desk) = self.open.as_ref().map(|open| &open.desk) else { return Vec::new() };
        match desk.keeping {
            Keeping::Behind { outside: true } => vec![Effect::Compare],
            Keeping::Failed | Keeping::Behind { outside: false } => vec![Effect::SaveAgain(desk.number())],
            Keeping::ReadOnly(_) => self.go_over(Effect::OpenAgain),
            Keeping::Saved | Keeping::Pending => Vec::new(),
        }
    }

    fn step(&mut self, way: fn(Step) -> Option<Step>) -> Vec<Effect> {
        let Some(from) = self.open.as_ref().map(|open| open.step()) else { return Vec::new() };
        let Some(to) = way(from) else { return Vec::new() };
        let effects = self.go_to(to);
        // Who goes on step by step is asked first; who jumps to a step wants to look something up.
        if to > from && !effects.is_empty() {
            self.ask_before(to);
        }
        effects
    }

    /// Goes to a step and says what the one left behind still lacks; nothing is forbidden.
    fn go_to(&mut self, step: Step) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.card = None;
        open.zoomed = false;
        if open.step() == step {
            open.focus = open.main_pane();
            return Vec::new();
        }
        let left = open.step();
        let missing = open.cycle().map_or(0, |cycle| gaps::of_step(open.notebook(), cycle, left).len());
        let edit = open.notebook().go_to_step(step);
        let effects = self.commit_or_tell(edit);
        if let Some(open) = &mut self.open {
            open.focus = open.main_pane();
        }
        if !effects.is_empty() {
            // The stepper says where the team is; what it left unfinished behind is worth a line.
            self.notice = (step > left && missing > 0).then_some(Notice::StepLeft(left, missing));
        }
        effects
    }

    fn toggle_focus(&mut self) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(student) = open.student_in_hand() else { return Vec::new() };
        let edit = open.notebook().change_cycle(Deed::ChooseFocus, |cycle| {
            if cycle.focus.contains(&student) {
                cycle.focus.retain(|other| *other != student);
            } else {
                cycle.focus.push(student);
            }
        });
        self.commit_or_tell(edit)
    }

    fn open_selected(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let Some(card) = &open.card else {
            let Some(student) = open.students.selected() else { return Vec::new() };
            let row = open.review.rows.iter().find(|row| row.student == student);
            open.card = Some(Card::new(student, open.desk.notebook(), row));
            return Vec::new();
        };
        let student = card.student;
        match card.list.selected() {
            Some(CardLine::Reason(at)) => {
                let reason = open.row(student).and_then(|row| row.reasons.get(at)).copied();
                if let Some(reason) = reason {
                    self.tell(About::Reason(student, reason));
                }
                Vec::new()
            }
            Some(CardLine::Figure(figure)) => {
                self.tell(About::Figure(student, figure));
                Vec::new()
            }
            Some(CardLine::Contact(_) | CardLine::Action(_)) => self.edit_selected(),
            None => Vec::new(),
        }
    }

    fn edit_selected(&mut self) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let task = match (&open.card, open.focus) {
            (Some(card), _) => match card.list.selected() {
                Some(CardLine::Contact(id)) => Some(open.task_of(card.student, id)),
                Some(CardLine::Action(id)) => Some(Task::Action(None, Some(id))),
                _ => None,
            },
            (None, Pane::Actions) => open.actions.selected().map(|id| Task::Action(None, Some(id))),
            (None, Pane::Learnings) => open.learnings.selected().map(|id| Task::Learning(Some(id))),
            (None, Pane::Workspace) if open.step() == Step::Infographic => Some(Task::Observation),
            (None, Pane::Workspace) if open.cycle().is_some_and(|cycle| cycle.challenge.text.is_empty()) => {
                Some(Task::Challenge)
            }
            (None, Pane::Workspace) => Some(Task::Theory),
            (None, Pane::Students) => None,
        };
        task.map_or_else(Vec::new, |task| self.open_form(task))
    }

    fn analyse_contacts(&mut self) -> Vec<Effect> {
        if let Some(open) = &self.open {
            let days = CONTACT_RATE.threshold;
            let analysis = contact_analysis::contact_analysis(open.notebook(), days, self.now.today);
            self.tell(About::Contacts(Box::new(analysis)));
        }
        Vec::new()
    }

    /// Removing asks, names the thing, and can be undone besides.
    fn remove_selected(&mut self) -> Vec<Effect> {
        let edit = self.open.as_ref().and_then(|open| open.removal());
        if let Some(edit) = edit {
            self.overlays.push(Overlay::Confirm(Question::Remove(Box::new(edit))));
        }
        Vec::new()
    }

    fn complete_selected(&mut self) -> Vec<Effect> {
        let Some(id) = self.open.as_ref().and_then(|open| open.actions.selected()) else { return Vec::new() };
        let Some(open) = &self.open else { return Vec::new() };
        let edit = forms::action::toggle(open.notebook(), id, self.now.today);
        self.commit_or_tell(edit)
    }

    /// One level up: filter, card, zoom, notebook. Nothing that was typed is lost on the way.
    fn back(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if open.clear_filter() {
            return Vec::new();
        }
        if open.card.take().is_some() || std::mem::take(&mut open.zoomed) {
            return Vec::new();
        }
        self.leave(WayOut::ToShelf, Question::LeaveUnsaved)
    }
}

impl OpenNotebook {
    /// Moves in the list that has the focus; says whether the command was one of movement.
    fn travel(&mut self, command: Command) -> bool {
        match (&mut self.card, self.focus) {
            (Some(card), _) => card.list.travel(command),
            (None, Pane::Students) => self.students.travel(command),
            (None, Pane::Actions) => self.actions.travel(command),
            (None, Pane::Learnings) => self.learnings.travel(command),
            (None, Pane::Workspace) => self.scroll.travel(command),
        }
    }

    /// Whether a filter is being typed.
    pub fn is_typing(&self) -> bool {
        self.card.is_none()
            && match self.focus {
                Pane::Students => self.students.typing,
                Pane::Actions => self.actions.typing,
                Pane::Learnings => self.learnings.typing,
                Pane::Workspace => false,
            }
    }

    fn search(&mut self) {
        match self.focus {
            Pane::Students => self.students.search(),
            Pane::Actions => self.actions.search(),
            Pane::Learnings => self.learnings.search(),
            Pane::Workspace => {}
        }
    }

    fn keep_search(&mut self) {
        self.students.keep_search();
        self.actions.keep_search();
        self.learnings.keep_search();
    }

    /// Leaves the search and shows everything again; says whether there was anything to leave.
    fn clear_filter(&mut self) -> bool {
        let was_there = match (&self.card, self.focus) {
            (None, Pane::Students) => self.students.show_all(),
            (None, Pane::Actions) => self.actions.show_all(),
            (None, Pane::Learnings) => self.learnings.show_all(),
            _ => false,
        };
        if was_there {
            self.arrange();
        }
        was_there
    }

    /// Takes the next order of the focused list.
    fn sort(&mut self) -> Option<Order> {
        let (at, all) = match self.focus {
            Pane::Students => (0, Order::STUDENTS),
            Pane::Actions => (1, Order::ACTIONS),
            Pane::Learnings => (2, Order::LEARNINGS),
            Pane::Workspace => return None,
        };
        let order = self.orders.get_mut(at)?;
        *order = order.next(all);
        let order = *order;
        self.arrange();
        Some(order)
    }

    /// Whether a command about the selected thing has one to work on.
    pub(super) fn has_selection(&self, command: Command) -> bool {
        match (&self.card, self.focus, command) {
            (Some(card), _, Command::Open) => card.list.selected().is_some(),
            (Some(card), _, Command::Edit) => {
                matches!(card.list.selected(), Some(CardLine::Contact(_) | CardLine::Action(_)))
            }
            (Some(card), _, Command::Remove) => matches!(card.list.selected(), Some(CardLine::Contact(_))),
            (None, Pane::Students, Command::Open) => self.students.selected().is_some(),
            (None, _, Command::Open) => false,
            (None, Pane::Actions, _) => self.actions.selected().is_some(),
            (None, Pane::Learnings, Command::Edit | Command::Remove) => self.learnings.selected().is_some(),
            (None, Pane::Workspace, Command::Edit) => self.notebook().open_cycle().is_some(),
            _ => false,
        }
    }

    /// The form in which a record of a student is corrected.
    fn task_of(&self, student: Id<Student>, record: Id<Contact>) -> Task {
        let is_work = self.notebook().contacts.get(record).is_some_and(|contact| !contact.kind.is_contact());
        if is_work { Task::Work(student, Some(record)) } else { Task::Contact(student, Some(record)) }
    }

    /// The edit that removes the selected thing.
    fn removal(&self) -> Option<Edit> {
        let book = self.notebook();
        let contact = self.card.as_ref().map(|card| match card.list.selected() {
            Some(CardLine::Contact(id)) => book.contacts.get(id),
            _ => None,
        });
        match (contact, self.focus) {
            (Some(contact), _) => contact.map(|old| {
                let deed = if old.kind.is_contact() { Deed::RemoveContact } else { Deed::RemoveWorkReview };
                Edit::one(deed, Change::remove(old.clone()))
            }),
            (None, Pane::Actions) => {
                let old = book.actions.get(self.actions.selected()?)?;
                Some(Edit::one(Deed::RemoveAction, Change::remove(old.clone())))
            }
            (None, Pane::Learnings) => {
                let old = book.learnings.get(self.learnings.selected()?)?;
                Some(Edit::one(Deed::RemoveLearning, Change::remove(old.clone())))
            }
            _ => None,
        }
    }
}
