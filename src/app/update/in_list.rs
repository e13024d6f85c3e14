//! What a team decides about the list and its students: pins, students set aside, where they are; the scale, months or weeks, the settings.

use crate::app::{App, command::Command, effect::Effect, forms::Task, notice::Notice};
use crate::notebook::attention::AttentionKind;

impl App {
    /// Does a command about the list; nothing for others.
    pub(super) fn in_list(&mut self, command: Command) -> Option<Vec<Effect>> {
        match command {
            Command::Pin => Some(self.decide(AttentionKind::Pinned)),
            Command::SetAside => Some(self.decide(AttentionKind::SetAside)),
            Command::HandOver => Some(self.begin_hand_over()),
            Command::ChangeStatus => {
                let student = self.open.as_ref().and_then(|open| open.student_in_hand());
                Some(student.map_or_else(Vec::new, |student| self.open_form(Task::Status(student))))
            }
            Command::Settings => Some(self.open_form(Task::Settings)),
            Command::Calendar => Some(self.open_form(Task::Calendar)),
            Command::SetBaseline => Some(self.open_form(Task::Baseline)),
            Command::Scale => {
                if let Some(open) = &mut self.open {
                    open.scale = open.scale.other();
                    self.notice = Some(Notice::Scale(open.scale));
                }
                Some(Vec::new())
            }
            Command::Weeks => {
                if let Some(open) = &mut self.open {
                    open.by = open.by.other();
                }
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Asks why and until when; a student of whom the same was decided is given back to the order of the rules.
    fn decide(&mut self, kind: AttentionKind) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(student) = open.student_in_hand() else { return Vec::new() };
        let decided = open.notebook().students.get(student).and_then(|student| student.attention.as_ref());
        if decided.is_some_and(|decided| decided.kind == kind) {
            let edit = open.notebook().release(student);
            return self.commit_or_tell(edit);
        }
        self.open_form(Task::Place(student, kind))
    }
}
