//! The ways out of a notebook: each waits until the disk has answered, and none waits for ever.

use crate::app::{
    App, WayOut,
    command::Command,
    desk::Keeping,
    effect::{Closing, Effect},
    key::Chord,
    keymap::{self, Context},
    notice::Failure,
    overlay::{Overlay, Question},
};

impl App {
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        self.leave(WayOut::WhenSaved, Question::QuitUnsaved)
    }

    /// Leaves when everything is safe; asks where a change is not. What is in the journal and not in the file is safe: it
    /// is found when the notebook is opened again.
    pub(super) fn leave(&mut self, way: WayOut, question: Question) -> Vec<Effect> {
        let keeping = self.open.as_ref().map(|open| &open.desk.keeping);
        let closing = match keeping {
            Some(Keeping::Failed) => {
                self.overlays.push(Overlay::Confirm(question));
                return Vec::new();
            }
            Some(Keeping::Behind { .. }) => Closing::JournalOnly,
            Some(Keeping::Saved | Keeping::Pending) => Closing::WithFile,
            Some(Keeping::ReadOnly(_)) | None => {
                self.way_out = way;
                return self.go_out();
            }
        };
        self.set_out(way, closing)
    }

    /// Opens something in the place of the open notebook, if there is one, whose file stays as it is: what was done to it
    /// is in the journal.
    pub(super) fn go_over(&mut self, effect: Effect) -> Vec<Effect> {
        let writes = self.open.as_ref().is_some_and(|open| open.desk.is_writable());
        let way = WayOut::Over(Box::new(effect));
        if writes {
            return self.set_out(way, Closing::JournalOnly);
        }
        self.way_out = way;
        self.go_out()
    }

    pub(super) fn set_out(&mut self, way: WayOut, closing: Closing) -> Vec<Effect> {
        (self.way_out, self.left_at) = (way, self.now.at);
        vec![Effect::Close(closing)]
    }

    /// A key of a person who is waiting to leave: it begins nothing new. Who asks to leave the program goes as soon as the
    /// disk has answered; who asks again is asked whether to go at once.
    pub(super) fn press_on_the_way(&mut self, chord: Chord) -> Vec<Effect> {
        if keymap::resolve(&[Context::Global], chord) == Some(Command::Quit) {
            if self.way_out == WayOut::WhenSaved {
                self.overlays.push(Overlay::Confirm(Question::LeaveNow));
            }
            self.way_out = WayOut::WhenSaved;
        }
        Vec::new()
    }

    /// The pen is laid down: the person goes where they were going. Where it could not be, they stay and read why.
    pub(super) fn closed(&mut self, result: Result<(), Failure>) -> Vec<Effect> {
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Confirm(Question::LeaveNow)));
        let Err(failure) = result else { return self.go_out() };
        self.way_out = WayOut::Stay;
        let Some(open) = &mut self.open else { return Vec::new() };
        if open.desk.keeping != Keeping::Failed {
            let outside = matches!(&failure, Failure::Save(crate::store::SaveError::ChangedOutside { .. }));
            open.desk.not_filed(outside);
        }
        self.failed(failure)
    }

    /// Goes where the person was going, now that nothing can be lost.
    pub(super) fn go_out(&mut self) -> Vec<Effect> {
        match std::mem::replace(&mut self.way_out, WayOut::Stay) {
            WayOut::Stay => Vec::new(),
            WayOut::WhenSaved | WayOut::Out => {
                self.way_out = WayOut::Out;
                Vec::new()
            }
            WayOut::ToShelf => {
                self.open = None;
                vec![Effect::ReadShelf]
            }
            WayOut::Over(effect) => {
                self.open = None;
                vec![*effect]
            }
        }
    }
}
