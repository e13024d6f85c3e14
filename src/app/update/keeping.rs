//! What the disk answers: a notebook opens, a change is safe, the pen is laid down. And the ways out, which wait for it.

use crate::app::{
    App, WayOut,
    desk::{Desk, Keeping},
    effect::{Closing, Effect, Opened},
    forms::draft::Draft,
    notice::{Failure, Notice},
    open_notebook::OpenNotebook,
    overlay::{About, Overlay, Question},
};
use crate::store::{Outside, SaveError, Story, draft};

impl App {
    pub(super) fn opened(&mut self, result: Result<Box<Opened>, Failure>) -> Vec<Effect> {
        match result {
            Ok(opened) => {
                let Opened { notebook, read_only, mut story } = *opened;
                // The form of a new school, or the question about a file, has done its work.
                self.overlays.clear();
                let history = std::mem::take(&mut story.stacks);
                let draft = story.draft.take();
                let desk = Desk::new(notebook, history, read_only.clone());
                self.open = Some(Box::new(OpenNotebook::new(desk, self.now.today)));
                self.tell_story(story);
                if let Some(read_only) = read_only {
                    self.notice = Some(Notice::ReadOnly(read_only));
                }
                draft.map_or_else(Vec::new, |draft| self.offer(draft))
            }
            Err(failure) => {
                // Behind the message the person finds the shelf as it is, not an empty one.
                let mut effects = self.failed(failure);
                if self.open.is_none() {
                    effects.push(Effect::ReadShelf);
                }
                effects
            }
        }
    }

    /// What happened since the notebook was last closed: a line where it is good news, a page where it has to be read.
    fn tell_story(&mut self, story: Story) {
        if story.recovered > 0 || story.adopted > 0 {
            self.notice = Some(Notice::Recovered { recovered: story.recovered, adopted: story.adopted });
        }
        if story.repaired_texts > 0 {
            self.tell(About::Repaired(story.repaired_texts));
        }
        if story.needs_reading() {
            self.tell(About::Story(Box::new(story)));
        }
    }

    /// Opens the form that was cut off, with what was typed in it.
    fn offer(&mut self, draft: draft::Draft) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let form = serde_json::from_value::<Draft>(draft.form)
            .ok()
            .and_then(|draft| draft.open(open.notebook(), self.now.today).ok());
        let Some(form) = form else {
            self.notice = Some(Notice::DraftHomeless);
            return Vec::new();
        };
        self.notice = Some(Notice::DraftOffered);
        let again = Effect::Draft(Some(Box::new(Draft::of(&form))));
        // Under a page that has to be read first.
        self.overlays.insert(0, Overlay::Form(Box::new(form)));
        vec![again]
    }

    pub(super) fn changed_outside(&mut self, outside: Outside) -> Vec<Effect> {
        self.tell(About::Outside(Box::new(outside)));
        if self.open.is_none() { vec![Effect::ReadShelf] } else { Vec::new() }
    }

    /// A change is safe, or not. Only the answer to the last one says that all are.
    pub(super) fn kept(&mut self, number: u64, result: Result<(), Failure>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        match result {
            Ok(()) => {
                if open.desk.number() == number {
                    open.desk.keeping = Keeping::Saved;
                }
                Vec::new()
            }
            Err(failure) => {
                open.desk.keeping = Keeping::Failed;
                self.way_out = WayOut::Stay;
                self.failed(failure)
            }
        }
    }

    /// The file follows, or could not.
    pub(super) fn filed(&mut self, result: Result<(), Failure>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let outside = matches!(&result, Err(Failure::Save(SaveError::ChangedOutside { .. })));
        match (result, &open.desk.keeping) {
            (Ok(()), Keeping::Failed | Keeping::Behind { .. }) => {
                open.desk.keeping = Keeping::Saved;
                Vec::new()
            }
            // That a change is not safe was said already, and is the worse of the two.
            (Ok(()), _) | (Err(_), Keeping::Failed) => Vec::new(),
            (Err(failure), _) => {
                open.desk.keeping = Keeping::Behind { outside };
                self.failed(failure)
            }
        }
    }

    /// The pen is laid down: the person goes where they were going. Where it could not be, they stay and read why.
    pub(super) fn closed(&mut self, result: Result<(), Failure>) -> Vec<Effect> {
        match result {
            Ok(()) => self.go_out(),
            Err(failure) => {
                self.way_out = WayOut::Stay;
                self.filed(Err(failure))
            }
        }
    }

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
        self.way_out = way;
        vec![Effect::Close(closing)]
    }

    /// Goes where the person was going, now that nothing can be lost.
    pub(super) fn go_out(&mut self) -> Vec<Effect> {
        match self.way_out {
            WayOut::Stay | WayOut::Out => Vec::new(),
            WayOut::WhenSaved => {
                self.way_out = WayOut::Out;
                Vec::new()
            }
            WayOut::ToShelf => {
                self.way_out = WayOut::Stay;
                self.open = None;
                vec![Effect::ReadShelf]
            }
        }
    }
}
