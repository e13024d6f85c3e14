//! What can be done where, and what can be done everywhere.
//!
//! [`App::can`] is the one answer: it refuses a command, hides it from the bar and dims it in the palette.

use crate::app::{
    App,
    command::Command,
    desk::{Keeping, Way},
    effect::Effect,
    forms::{OpenForm, Task},
    notice::Notice,
    open_notebook::Pane,
    overlay::{About, Help, Message, Overlay, Palette},
};
use crate::{
    notebook::{cycle::Step, edit::Edit, problem::Problem},
    store::ReadOnly,
};

impl App {
    /// Whether a command has something to work on here and now.
    pub fn can(&self, command: Command) -> bool {
        match command {
            Command::SkipLesson | Command::HideTutor => return self.tutor.is_some(),
            // What is real has no place in the copy of the tutor.
            Command::Import if self.tutor.is_some() => return false,
            _ => {}
        }
        match self.overlays.last() {
            Some(Overlay::Import(import)) => return import.can(command),
            // What is being written is not left half done.
            Some(Overlay::Message(Message { about: About::Sending, .. })) => return command != Command::Back,
            Some(_) => return true,
            None => {}
        }
        match &self.open {
            None => self.can_on_shelf(command),
            Some(_) => self.can_in_notebook(command),
        }
    }

    /// Why a command cannot be done here.
    pub(super) fn why_not(&self, command: Command) -> Notice {
        if command == Command::Import && self.tutor.is_some() {
            return Notice::OnlyInvented;
        }
        if let Some(Overlay::Import(_)) = self.overlays.last() {
            return match command {
                Command::ChangeColumn => Notice::NoColumn,
                Command::CreateMissing => Notice::NoneMissing,
                command => Notice::NotHere(command),
            };
        }
        if let Some(Overlay::Message(Message { about: About::Sending, .. })) = self.overlays.last() {
            return Notice::StillSending;
        }
        let Some(open) = &self.open else {
            let among_invented = command == Command::NewSchool && self.shelf.has_invented();
            return if among_invented { Notice::PracticeShelf } else { Notice::NotHere(command) };
        };
        match (&open.desk.keeping, command) {
            (Keeping::ReadOnly(reason), command) if changes(command) || command == Command::SaveAgain => {
                Notice::ReadOnly(reason.clone(), self.held_since(reason))
            }
            (Keeping::Saved, Command::SaveAgain) => Notice::AllSaved,
            (Keeping::Pending, Command::SaveAgain) => Notice::StillSaving,
            (_, Command::Undo) if open.desk.last_done().is_none() => Notice::NothingToUndo,
            (_, Command::Redo) if open.desk.last_undone().is_none() => Notice::NothingToRedo,
            (
                _,
                Command::AddContact
                | Command::ReviewWork
                | Command::Pin
                | Command::SetAside
                | Command::HandOver
                | Command::ChangeStatus,
            ) => Notice::NoStudent,
            (_, Command::Weeks) if !open.has_weeks() => Notice::NoWeeks,
            (_, Command::Weeks) if open.asks_about().is_some() => Notice::ChartUnseen,
            (_, Command::Weeks) => Notice::ChartElsewhere,
            (_, Command::OpenCycle) => Notice::CycleOpen(open.cycle().map_or(0, |cycle| cycle.number)),
            (_, Command::NextStep) if open.notebook().open_cycle().is_some() => Notice::LastStep,
            (_, command) if needs_cycle(command) && open.notebook().open_cycle().is_none() => Notice::NoCycle,
            _ => Notice::NotHere(command),
        }
    }

    fn can_on_shelf(&self, command: Command) -> bool {
        match command {
            Command::Open => self.shelf.selected().is_some(),
            Command::KeepSearch | Command::ShowAll => self.shelf.list.typing,
            Command::Practice => self.shelf.lines.is_empty(),
            Command::Back => self.shelf.list.typing || self.shelf.list.is_filtered(),
            Command::NewSchool => !self.shelf.has_invented(),
            Command::Import => !self.shelf.list.typing,
            Command::Filter | Command::Sort | Command::Language | Command::Palette | Command::Help | Command::Quit => {
                true
            }
            command => is_travel(command),
        }
    }

    fn can_in_notebook(&self, command: Command) -> bool {
        let Some(open) = &self.open else { return false };
        if changes(command) && !open.desk.is_writable() {
            return false;
        }
        if needs_cycle(command) && open.notebook().open_cycle().is_none() {
            return false;
        }
        let on_list = open.card.is_some() || open.focus != Pane::Workspace;
        match command {
            Command::AddContact
            | Command::ReviewWork
            | Command::ToggleFocus
            | Command::Pin
            | Command::SetAside
            | Command::HandOver
            | Command::ChangeStatus => open.student_in_hand().is_some(),
            Command::Open
            | Command::Edit
            | Command::Remove
            | Command::Complete
            | Command::DecideAction
            | Command::DescribeAction => open.has_selection(command),
            Command::Look => open.asks_about().is_some(),
            Command::Weeks => open.has_weeks() && open.shows_chart(),
            Command::CompareCycles => open.cycles_to_compare().is_some(),
            Command::OpenCycle => open.notebook().open_cycle().is_none(),
            Command::NextStep => open.can_step(Step::next),
            Command::PreviousStep => open.can_step(Step::previous),
            Command::SaveAgain => matches!(
                open.desk.keeping,
                Keeping::Failed | Keeping::Behind { .. } | Keeping::ReadOnly(ReadOnly::Held(_) | ReadOnly::Folder)
            ),
            Command::Undo => open.desk.last_done().is_some(),
            Command::Redo => open.desk.last_undone().is_some(),
            Command::Filter | Command::Sort => on_list && open.card.is_none(),
            command if is_travel(command) => on_list || open.scroll.is_longer(),
            Command::NextPane | Command::PreviousPane | Command::Zoom => open.card.is_none(),
            command => !is_elsewhere(command),
        }
    }

    /// Names that are shown are written down, with who and when. Who only reads has no journal; the shelf has no names.
    pub(super) fn revealed(&self) -> Option<Effect> {
        let is_kept = self.open.as_ref().is_some_and(|open| open.desk.is_writable());
        (is_kept && self.shows_names()).then_some(Effect::Reveal)
    }

    /// Commands that are the same everywhere outside text; `None` where the place has to know.
    pub(super) fn everywhere(&mut self, command: Command) -> Option<Vec<Effect>> {
        match command {
            Command::Language => {
                self.look.lang = self.look.lang.other();
                return Some(vec![Effect::RememberLang(self.look.lang)]);
            }
            Command::Reveal => {
                let shown = self.look.toggle(self.now.at);
                self.notice = Some(if shown { Notice::NamesShown } else { Notice::NamesHidden });
                return Some(self.revealed().into_iter().collect());
            }
            Command::Help => {
                let place = self.place();
                self.overlays.push(Overlay::Help(Help { place, top: 0 }));
            }
            Command::Palette => {
                let palette = Palette::new(self.ground(), &self.vocabulary.commands);
                self.overlays.push(Overlay::Palette(palette));
            }
            Command::Import => return Some(self.begin_import()),
            Command::Quit => return Some(self.quit()),
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Opens the form of a task, or says what is against it.
    pub(super) fn open_form(&mut self, task: Task) -> Vec<Effect> {
        let notebook = self.open.as_ref().map(|open| open.desk.notebook());
        let is_hidden = |id| notebook.and_then(|book| book.contacts.get(id)).is_some_and(|contact| contact.restricted);
        if matches!(task, Task::Contact(_, Some(id)) | Task::Work(_, Some(id)) if is_hidden(id)) && !self.shows_names()
        {
            self.notice = Some(Notice::HiddenNote);
            return Vec::new();
        }
        match OpenForm::open(task, notebook, self.now.today, &self.vocabulary.themes) {
            Ok(form) => self.overlays.push(Overlay::Form(Box::new(form))),
            Err(Problem::NoOpenCycle) => self.notice = Some(Notice::NoCycle),
            Err(problem) => self.notice = Some(Notice::Refused(vec![problem])),
        }
        Vec::new()
    }

    /// Makes a change: in the notebook, on the screen, and on disk.
    pub(in crate::app) fn commit(&mut self, edit: Edit) -> Result<Vec<Effect>, Vec<Problem>> {
        let Some(open) = &mut self.open else { return Ok(Vec::new()) };
        if !open.desk.is_writable() {
            return Ok(Vec::new());
        }
        let keep = open.desk.commit(edit)?;
        open.refresh(self.now.today);
        self.notice = Some(Notice::Done(keep.edit.deed));
        Ok(vec![Effect::Keep(Box::new(keep))])
    }

    /// Makes a change whose problems have no form to stand in.
    pub(super) fn commit_or_tell(&mut self, edit: Result<Edit, Problem>) -> Vec<Effect> {
        let result = edit.map_err(|problem| vec![problem]).and_then(|edit| self.commit(edit));
        result.unwrap_or_else(|problems| {
            self.notice = Some(Notice::Refused(problems));
            Vec::new()
        })
    }

    /// Undo or redo.
    pub(super) fn turn(&mut self, way: Way) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        match open.desk.turn(way) {
            Some(Ok(keep)) => {
                let deed = keep.edit.deed;
                open.refresh(self.now.today);
                self.notice = Some(match way {
                    Way::Back => Notice::Undone(deed),
                    Way::Again => Notice::Redone(deed),
                });
                vec![Effect::Keep(Box::new(keep))]
            }
            Some(Err(problems)) => {
                self.notice = Some(Notice::Refused(problems));
                Vec::new()
            }
            None => Vec::new(),
        }
    }
}

fn is_travel(command: Command) -> bool {
    matches!(
        command,
        Command::Up | Command::Down | Command::PageUp | Command::PageDown | Command::First | Command::Last
    )
}

/// Commands that belong to the shelf, to forms and to dialogs, never to a notebook.
fn is_elsewhere(command: Command) -> bool {
    matches!(
        command,
        Command::NewSchool
            | Command::Practice
            | Command::CompletePath
            | Command::Accept
            | Command::ChangeColumn
            | Command::CreateMissing
            | Command::NextChapter
            | Command::Same
            | Command::Different
            | Command::LeaveOut
            | Command::Save
            | Command::Toggle
            | Command::Yes
            | Command::TakeOver
            | Command::OpenBeside
            | Command::Rebuild
            | Command::NextField
            | Command::PreviousField
            | Command::Text(_)
    )
}

/// Commands that end in a change of the notebook.
fn changes(command: Command) -> bool {
    needs_cycle(command)
        || matches!(
            command,
            Command::AddContact
                | Command::ReviewWork
                | Command::Pin
                | Command::SetAside
                | Command::HandOver
                | Command::ChangeStatus
                | Command::Settings
                | Command::Calendar
                | Command::SetBaseline
                | Command::DecideAction
                | Command::DescribeAction
                | Command::Edit
                | Command::Remove
                | Command::Complete
                | Command::OpenCycle
                | Command::Import
                | Command::Undo
                | Command::Redo
        )
}

/// Commands that work in an open cycle.
fn needs_cycle(command: Command) -> bool {
    matches!(
        command,
        Command::PlanAction
            | Command::RecordLearning
            | Command::ToggleFocus
            | Command::WriteObservation
            | Command::WriteChallenge
            | Command::WriteTheory
            | Command::WriteDrivers
            | Command::Predict
            | Command::WriteReview
            | Command::NameCycle
            | Command::NextStep
            | Command::PreviousStep
            | Command::GoToStep(_)
            | Command::CloseCycle
    )
}
