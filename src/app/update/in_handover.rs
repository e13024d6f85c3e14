//! A student who is handed over: the form, the file, and what the notebook remembers once the file is there.

use crate::app::{
    App,
    effect::{Effect, Handed},
    forms::{self, Task},
    notice::Notice,
    overlay::{About, Overlay},
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
        let path = match result {
            Ok(path) => path,
            Err(why) => {
                self.notice = Some(Notice::NotSent(why));
                return Vec::new();
            }
        };
        let is_form =
            |overlay: &Overlay| matches!(overlay, Overlay::Form(form) if matches!(form.task, Task::HandOver(_)));
        if self.overlays.last().is_some_and(is_form) {
            self.overlays.pop();
        }
        let effects = match edit {
            Some(edit) => self.commit_or_tell(Ok(edit)),
            None => forget_draft(),
        };
        self.tell(About::Sent { path, sealed });
        effects
    }
}
