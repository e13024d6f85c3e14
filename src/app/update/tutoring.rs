//! What the tutor is told, and what it sees.

use crate::app::{App, command::Command, effect::Effect, notice::Notice};

impl App {
    /// Leaves a lesson out, or goes on without the tutor.
    pub(super) fn tell_tutor(&mut self, command: Command) -> Vec<Effect> {
        let Some(mut tutor) = self.tutor.take() else { return Vec::new() };
        match command {
            Command::HideTutor => {
                tutor.is_hidden = !tutor.is_hidden;
                self.notice = tutor.is_hidden.then_some(Notice::TutorHidden);
            }
            _ if tutor.is_hidden => self.notice = Some(Notice::TutorHidden),
            _ if !tutor.skip(tutor.lesson(self)) => self.notice = Some(Notice::LessonStays),
            _ => {}
        }
        self.tutor = Some(tutor);
        Vec::new()
    }

    /// Lets the tutor see what has become of the notebook.
    pub(in crate::app) fn show_tutor(&mut self) {
        if let Some(mut tutor) = self.tutor.take() {
            tutor.look(self);
            self.tutor = Some(tutor);
        }
    }
}
