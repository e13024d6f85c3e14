//! What the disk answers: a notebook opens, a change is safe, the file follows or was changed by somebody else.

use crate::app::{
    App,
    desk::{Desk, Keeping},
    effect::{Effect, Opened},
    forms::draft::Draft,
    notice::{Failure, Notice},
    open_notebook::OpenNotebook,
    overlay::{About, Overlay},
};
use crate::store::{Outside, SaveError, Story, draft};

impl App {
    pub(super) fn opened(&mut self, result: Result<Box<Opened>, Failure>) -> Vec<Effect> {
        match result {
            Ok(opened) => {
                let Opened { notebook, read_only, mut story } = *opened;
                // Names were shown for what was on the screen then.
                self.look.hide();
                // The form of a new school, or the question about a file, has done its work.
                self.overlays.clear();
                let history = std::mem::take(&mut story.stacks);
                let draft = story.draft.take();
                let desk = Desk::new(notebook, history, read_only.clone());
                self.open = Some(Box::new(OpenNotebook::new(desk, self.now.today)));
                match read_only {
                    // What is not in the file yet is in the hands of somebody else.
                    Some(reason) => self.say(Notice::ReadOnly(reason.clone(), self.held_since(&reason))),
                    None => self.tell_recovered(&story),
                }
                self.tell_story(story);
                let revealed = self.revealed();
                let offered = draft.map_or_else(Vec::new, |draft| self.offer(draft));
                revealed.into_iter().chain(offered).collect()
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

    fn tell_recovered(&mut self, story: &Story) {
        if story.recovered > 0 || story.adopted > 0 {
            self.say(Notice::Recovered { recovered: story.recovered, adopted: story.adopted });
        }
    }

    /// What happened since the notebook was last closed, where it has to be read.
    fn tell_story(&mut self, story: Story) {
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
            .and_then(|draft| draft.open(open.notebook(), self.now.today, &self.vocabulary.themes).ok());
        let Some(form) = form else {
            self.say(Notice::DraftHomeless);
            return Vec::new();
        };
        self.say(Notice::DraftOffered);
        let again = Effect::Draft(Some(Box::new(Draft::of(&form))));
        // Under a page that has to be read first.
        self.overlays.insert(0, Overlay::Form(Box::new(form)));
        vec![again]
    }

    /// Somebody changed the file: the person decides. The notebook that is open stays open until then.
    pub(super) fn changed_outside(&mut self, outside: Outside) -> Vec<Effect> {
        self.tell(About::Outside(Box::new(outside)));
        if self.open.is_none() { vec![Effect::ReadShelf] } else { Vec::new() }
    }

    /// Few bytes are left on the disk: said once, beside what else there is to say.
    pub(super) fn low_room(&mut self, left: u64) -> Vec<Effect> {
        if let Some(open) = &self.open {
            let is_safe = open.desk.keeping != Keeping::Failed;
            self.say(Notice::LowRoom { left, is_safe });
        }
        Vec::new()
    }

    /// A change is safe, or not. Only the answer to the last one says that all are.
    pub(super) fn kept(&mut self, number: u64, result: Result<(), Failure>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        match &result {
            Err(Failure::Save(
                SaveError::OutOfStep { .. } | SaveError::Unwritable { .. } | SaveError::TooBig { .. },
            )) => open.desk.refused(),
            result => open.desk.kept(number, result.is_ok()),
        }
        match result {
            // Who is leaving hears it from the answer to that, which may be better: the change is tried once more.
            Err(failure) if !self.is_leaving() => self.failed_beside(failure),
            _ => Vec::new(),
        }
    }

    /// The file follows, or could not.
    pub(super) fn filed(&mut self, result: Result<(), Failure>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        match result {
            Ok(()) => {
                open.desk.filed();
                Vec::new()
            }
            Err(failure) => {
                let outside = matches!(&failure, Failure::Save(SaveError::ChangedOutside { .. }));
                if open.desk.not_filed(outside) { self.failed_beside(failure) } else { Vec::new() }
            }
        }
    }
}
