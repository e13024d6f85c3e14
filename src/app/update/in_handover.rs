//! A student who is handed over: the form, the file, and what the notebook remembers once the file is there.

use crate::app::{
    App,
    effect::{Effect, Handed},
    forms::{self, Task},
    notice::Notice,
    overlay::{About, Message, Overlay},
};
use crate::notebook::{
    edit::Edit,
    problem::{Kind, Problem},
};

use super::in_form::forget_draft;

impl App {
    /// Opens the form; who left in another way is not handed over.
    pub(super) fn begin_hand_over(&mut self) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(student) = open.student_in_hand() else { return Vec::new() };
        if !open.notebook().students.get(student).is_some_and(forms::handover::can) {
            self.notice = Some(Notice::HasLeft);
            return Vec::new();
        }
        self.open_form(Task::HandOver(student))
    }

    /// The file is written, or could not be: then nothing counts as sent, and what was typed stays.
    pub(super) fn handed_over(&mut self, handed: Handed) -> Vec<Effect> {
        let Handed { edit, sealed, result } = handed;
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Message(Message { about: About::Sending, .. })));
        let path = match result {
            Ok(path) => path,
            Err(why) => {
                self.notice = Some(Notice::NotSent(why));
                return Vec::new();
            }
        };
        let effects = match edit.map(|edit| self.remember_sent(edit)) {
            None => forget_draft(),
            Some(Ok(effects)) => effects,
            Some(Err(problems)) => {
                // A file of which the notebook knows nothing must not leave the school.
                self.notice = Some(Notice::Refused(problems));
                return vec![Effect::TakeBack(path)];
            }
        };
        let is_form =
            |overlay: &Overlay| matches!(overlay, Overlay::Form(form) if matches!(form.task, Task::HandOver(_)));
        if let Some(at) = self.overlays.iter().rposition(is_form) {
            self.overlays.remove(at);
        }
        self.tell(About::Sent { path, sealed });
        effects
    }

    /// What the notebook remembers; while the file was written, its pen may have been laid down.
    fn remember_sent(&mut self, edit: Edit) -> Result<Vec<Effect>, Vec<Problem>> {
        if self.open.as_ref().is_some_and(|open| open.desk.is_writable()) {
            return self.commit(edit);
        }
        Err(vec![Problem::ChangedMeanwhile(Kind::Student)])
    }
}
