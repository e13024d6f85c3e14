//! Commands in a form.

use crate::app::{
    App,
    command::Command,
    effect::Effect,
    form::{self, TextOp},
    forms::{Flaw, Flaws, OpenForm, Outcome, Task, draft::Draft},
    notice::Notice,
    overlay::{About, Help, Overlay, Question},
};
use crate::notebook::steps::Making;

impl App {
    pub(super) fn in_form(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return Vec::new() };
        match command {
            Command::NextField => form.sheet.next(),
            Command::PreviousField => form.sheet.previous(),
            Command::Toggle => return self.write_in_form(TextOp::Insert(' ')),
            Command::Save => return self.submit(),
            Command::Back if form.sheet.is_changed() => self.overlays.push(Overlay::Confirm(Question::DiscardForm)),
            Command::Back => {
                self.overlays.pop();
                return forget_draft();
            }
            Command::Help => {
                let place = self.place();
                self.overlays.push(Overlay::Help(Help { place, top: 0 }));
            }
            _ => {}
        }
        Vec::new()
    }

    /// Text into the form on top; what is typed is kept at once, so that a cut line costs none of it.
    pub(super) fn write_in_form(&mut self, op: TextOp<'_>) -> Vec<Effect> {
        let (width, today) = (self.size.0, self.now.today);
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return Vec::new() };
        let setting = crate::app::form::Setting { today, width };
        match form.sheet.apply(op, setting) {
            form::Outcome::Changed | form::Outcome::Full if self.open.is_none() => {}
            form::Outcome::Changed => return vec![Effect::Draft(Some(Box::new(Draft::of(form))))],
            form::Outcome::Full => {
                let draft = Draft::of(form);
                self.notice = Some(Notice::TextFull);
                return vec![Effect::Draft(Some(Box::new(draft)))];
            }
            form::Outcome::Moved | form::Outcome::Ignored => {}
        }
        Vec::new()
    }

    /// Keeps what the form says; where it is not right yet, the form stays and says what and where.
    fn submit(&mut self) -> Vec<Effect> {
        let Some(Overlay::Form(form)) = self.overlays.pop() else { return Vec::new() };
        let untouched = !form.sheet.is_changed() && form.task.is_change_of_something();
        if untouched {
            self.notice = Some(Notice::Unchanged);
            return forget_draft();
        }
        let notebook = self.open.as_ref().map(|open| open.desk.notebook());
        let mut making = Making { today: self.now.today, now: self.now.at, ids: &mut self.ids };
        let result = match form.outcome(notebook, &mut making) {
            Ok(Outcome::Edit(edit)) if edit.is_idle() => {
                self.notice = Some(Notice::Unchanged);
                return forget_draft();
            }
            // The draft ends with the change, when that is safe.
            Ok(Outcome::Edit(edit)) => {
                let kept = self.commit(*edit).map_err(crate::app::forms::answers::flaws);
                if kept.is_ok() {
                    self.after(form.task);
                }
                kept
            }
            Ok(Outcome::School(school)) => {
                // The form stays until the notebook is there: what was typed survives a refusal.
                self.overlays.push(Overlay::Form(form));
                return vec![Effect::Create(school)];
            }
            Ok(Outcome::HandOver(handing)) => {
                // So does this one until the file is there; nothing is typed into it meanwhile.
                self.overlays.push(Overlay::Form(form));
                self.tell(About::Sending);
                return vec![Effect::HandOver(handing, self.look.lang)];
            }
            Err(flaws) => Err(flaws),
        };
        result.unwrap_or_else(|flaws| self.back_to_form(form, flaws))
    }

    fn back_to_form(&mut self, mut form: Box<OpenForm>, flaws: Flaws) -> Vec<Effect> {
        let homeless = form.show(flaws);
        let problems: Vec<_> = homeless
            .into_iter()
            .filter_map(|flaw| if let Flaw::Rule(problem) = flaw { Some(problem) } else { None })
            .collect();
        if !problems.is_empty() {
            self.notice = Some(Notice::Refused(problems));
        }
        self.overlays.push(Overlay::Form(form));
        Vec::new()
    }
}

/// What was typed needs no keeping any more: it is kept, or was given up.
pub(super) fn forget_draft() -> Vec<Effect> {
    vec![Effect::Draft(None)]
}

impl Task {
    /// Whether the form shows something that is there already: kept untouched, it changes nothing.
    fn is_change_of_something(self) -> bool {
        match self {
            Self::NewSchool
            | Self::OpenCycle
            | Self::CloseCycle
            | Self::Place(..)
            | Self::HandOver(_)
            | Self::Status(_)
            | Self::Baseline
            | Self::Drivers
            | Self::Decide(_)
            | Self::Predict(_) => false,
            Self::Contact(_, old) | Self::Work(_, old) => old.is_some(),
            Self::Action(_, old) => old.is_some(),
            Self::Learning(old) => old.is_some(),
            Self::NameCycle
            | Self::Observation
            | Self::Challenge
            | Self::Theory
            | Self::Describe(_)
            | Self::Review
            | Self::Settings
            | Self::Calendar => true,
        }
    }
}
