//! What the tutor says now: the lesson, or what stands between the person and it.
//!
//! Owns that nobody is told to press a key that does nothing where they are. Never a sentence: `text` has those.

use super::{Lesson, Tutor, Won};
use crate::{
    app::{
        App,
        command::Command,
        form::Field as Input,
        forms::OpenForm,
        key::Chord,
        keymap::{self, Context},
        open_notebook::{OpenNotebook, Pane},
        overlay::{Overlay, Question},
    },
    notebook::{cycle::Step, problem::Field},
};

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hint {
    /// The copy is closed: it lies on the shelf.
    Shelf,
    /// Somebody else writes the copy, or it cannot be written.
    ReadOnly,
    /// A figure or a reason is being explained.
    Explained,
    /// A question is asked.
    Question,
    /// What was typed in a form that is not the lesson's would be lost: it may be.
    Discard,
    /// Something lies on top that is not the lesson's: the way back from it.
    Aside,
    /// The next cycle asks what the first one did.
    NextCycle,
    /// A list is being searched.
    Searching,
    /// Something was taken back.
    TakenBack,
    /// The lesson plays in another step.
    Step(Step),
    /// The lesson plays in another pane.
    Pane(Pane),
    /// Do the lesson.
    Do(Lesson),
    /// Do it once more: something was left empty.
    Again(Lesson),
    /// Fill in a field of the lesson's form.
    Fill(Lesson, Field, Fill),
}

/// What a field of the lesson's form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Type the example, and go on to the next field.
    Type,
    /// Type the example, and keep the form.
    TypeLast,
    /// A digit chooses, and goes on.
    Choose,
    /// It is filled in already, or may stay as it is: go on.
    GoOn,
    /// All is there: keep the form.
    Keep,
}

impl Hint {
    /// The commands whose keys the sentence names, in their order.
    pub fn commands(self) -> &'static [Command] {
        match self {
            Self::Shelf => &[Command::Open],
            Self::ReadOnly => &[Command::Quit],
            Self::Explained | Self::Aside | Self::NextCycle | Self::Question => &[Command::Back],
            Self::Searching => &[Command::ShowAll],
            Self::TakenBack => &[Command::Redo],
            Self::Step(_) => &[Command::NextStep],
            Self::Pane(_) => &[Command::NextPane],
            Self::Do(lesson) | Self::Again(lesson) => lesson.commands(),
            Self::Fill(_, _, Fill::Type | Fill::GoOn) => &[Command::NextField],
            Self::Fill(_, _, Fill::TypeLast | Fill::Keep) => &[Command::Save],
            Self::Discard | Self::Fill(_, _, Fill::Choose) => &[],
        }
    }

    /// The keys that the sentence names, as they work in this place.
    pub fn keys(self, app: &App) -> Vec<Chord> {
        let place = app.place();
        let command = |command: &Command| match (self, app.open.as_ref().map(|open| open.step())) {
            // Who is not in the step before goes there straight.
            (Self::Step(to), Some(at)) if at.next() != Some(to) => Command::GoToStep(to),
            _ => *command,
        };
        self.commands().iter().filter_map(|one| keymap::key_for(&place, command(one))).collect()
    }
}

/// The keys with which one begins in a school of one's own.
pub fn keys_of_begin() -> Vec<Chord> {
    let shelf = [Context::Shelf, Context::List, Context::Global];
    [Command::NewSchool, Command::Import].into_iter().filter_map(|command| keymap::key_for(&shelf, command)).collect()
}

impl Tutor {
    /// What to say now.
    pub fn hint(&self, app: &App) -> Hint {
        let lesson = self.lesson(app);
        if !app.overlays.is_empty() {
            return on_top(&app.overlays, lesson);
        }
        let Some(open) = &app.open else { return Hint::Shelf };
        if !open.desk.is_writable() {
            return Hint::ReadOnly;
        }
        if open.is_typing() {
            return Hint::Searching;
        }
        if lesson == Lesson::End {
            // Who comes back to a copy that is done may want another.
            return if self.won() == Some(Won::Back) { Hint::Again(lesson) } else { Hint::Do(lesson) };
        }
        if open.desk.last_undone().is_some() {
            return Hint::TakenBack;
        }
        self.in_notebook(open, lesson)
    }

    fn in_notebook(&self, open: &OpenNotebook, lesson: Lesson) -> Hint {
        if let Some(step) = lesson.step().filter(|step| *step != open.step()) {
            return Hint::Step(step);
        }
        let is_card_open = open.card.is_some();
        match lesson.pane() {
            Some(Pane::Students) if is_card_open => {}
            Some(_) if is_card_open => return Hint::Aside,
            Some(pane) if pane != open.focus => return Hint::Pane(pane),
            _ => {}
        }
        if lesson == Lesson::Screen && is_card_open {
            return Hint::Aside;
        }
        if lesson == Lesson::Reason && !is_card_open {
            return Hint::Do(Lesson::Card);
        }
        match self.cycle(open.notebook()) {
            Some(cycle) if lesson.is_begun(cycle) => Hint::Again(lesson),
            _ => Hint::Do(lesson),
        }
    }
}

fn on_top(overlays: &[Overlay], lesson: Lesson) -> Hint {
    let is_other = |overlay: &Overlay| matches!(overlay, Overlay::Form(form) if !lesson.is_written_in(form.task));
    let Some(overlay) = overlays.last() else { return Hint::Aside };
    match overlay {
        Overlay::Confirm(Question::DiscardForm) if overlays.iter().any(is_other) => Hint::Discard,
        Overlay::Form(form) if lesson.is_written_in(form.task) => in_form(form, lesson),
        Overlay::Form(form) if lesson == Lesson::End && Lesson::Predict.is_written_in(form.task) => Hint::NextCycle,
        Overlay::Confirm(_) => Hint::Question,
        overlay if super::is_explanation(overlay) => Hint::Explained,
        Overlay::Form(_) | Overlay::Import(_) | Overlay::Help(_) | Overlay::Palette(_) | Overlay::Message(_) => {
            Hint::Aside
        }
    }
}

fn in_form(form: &OpenForm, lesson: Lesson) -> Hint {
    let Some(focused) = form.sheet.focused() else { return Hint::Aside };
    let field = focused.label;
    let told = lesson.fields();
    let last = told.last().and_then(|last| form.sheet.fields().iter().position(|field| field.label == *last));
    let is_past = last.is_none_or(|last| form.sheet.focus() > last);
    let is_end = told.last() == Some(&field);
    // What stands there already is not to be typed a second time.
    let is_there = !focused.field.is_empty() && !focused.is_changed();
    let fill = match &focused.field {
        _ if is_past => Fill::Keep,
        _ if !told.contains(&field) => Fill::GoOn,
        Input::Choice(_) => Fill::Choose,
        _ if is_there && is_end => Fill::Keep,
        _ if is_there => Fill::GoOn,
        _ if is_end => Fill::TypeLast,
        _ => Fill::Type,
    };
    Hint::Fill(lesson, field, fill)
}
