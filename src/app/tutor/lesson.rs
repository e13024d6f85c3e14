//! The lessons of the tutor in their order, and when each is done.
//!
//! Owns what is asked for, in which step and which pane, and by which commands. What is done the notebook says, never the
//! keys that were pressed: undo, a detour and another day change nothing about it.

use crate::{
    app::{command::Command, forms::Task, open_notebook::Pane},
    notebook::{
        Notebook,
        cycle::{Criterion, Cycle, Step},
        prediction::Predicted,
        problem::Field,
    },
};

/// One thing to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lesson {
    /// See the parts of the screen.
    Screen,
    /// Open a cycle.
    OpenCycle,
    /// Say which attendance is expected, before it is shown.
    Predict,
    /// Look at the infographic, and write what it shows.
    Observe,
    /// Choose a challenge.
    Challenge,
    /// Write the theory of action.
    Theory,
    /// Say how many students with a flag are expected.
    Guess,
    /// Open a student's card.
    Card,
    /// Have a reason explained.
    Reason,
    /// Put a student into the focus of the cycle.
    Focus,
    /// Log a contact.
    Contact,
    /// Take something back, and make it again.
    Undo,
    /// Write what is observed and what is inferred.
    Review,
    /// Plan an action.
    Plan,
    /// Mark it as done.
    Complete,
    /// Decide what is kept of it.
    Decide,
    /// Record a learning.
    Learn,
    /// Close the cycle.
    Close,
    /// What comes next, in one's own school.
    End,
}

impl Lesson {
    /// All, in order.
    pub const ALL: [Self; 19] = [
        Self::Screen,
        Self::OpenCycle,
        Self::Predict,
        Self::Observe,
        Self::Challenge,
        Self::Theory,
        Self::Guess,
        Self::Card,
        Self::Reason,
        Self::Focus,
        Self::Contact,
        Self::Undo,
        Self::Review,
        Self::Plan,
        Self::Complete,
        Self::Decide,
        Self::Learn,
        Self::Close,
        Self::End,
    ];

    /// How many have something to be done.
    pub const COUNT: usize = Self::ALL.len() - 1;

    /// Its place, from one.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The lesson before it.
    pub fn before(self) -> Option<Self> {
        Self::ALL.get((self as usize).checked_sub(1)?).copied()
    }

    /// Whether it is looking only: nothing of it stays in the notebook.
    pub const fn is_looking(self) -> bool {
        matches!(self, Self::Screen | Self::Card | Self::Reason | Self::Undo)
    }

    /// The step in which it plays; none where that is all the same.
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::Screen | Self::OpenCycle | Self::Undo | Self::End => None,
            Self::Predict | Self::Observe => Some(Step::Infographic),
            Self::Challenge | Self::Theory => Some(Step::Challenge),
            Self::Guess | Self::Card | Self::Reason | Self::Focus | Self::Contact | Self::Review => Some(Step::Data),
            Self::Plan | Self::Complete | Self::Decide => Some(Step::Implementation),
            Self::Learn | Self::Close => Some(Step::Learnings),
        }
    }

    /// The pane whose keys it needs.
    pub const fn pane(self) -> Option<Pane> {
        match self {
            Self::Observe => Some(Pane::Workspace),
            Self::Card | Self::Reason | Self::Focus => Some(Pane::Students),
            Self::Complete | Self::Decide => Some(Pane::Actions),
            _ => None,
        }
    }

    /// The commands that do it, in the order in which the sentence names their keys.
    pub const fn commands(self) -> &'static [Command] {
        match self {
            Self::Screen => &[Command::NextPane],
            Self::OpenCycle => &[Command::OpenCycle],
            Self::Predict | Self::Guess => &[Command::Predict],
            Self::Observe => &[Command::Down, Command::WriteObservation],
            Self::Challenge => &[Command::WriteChallenge],
            Self::Theory => &[Command::WriteTheory],
            Self::Card => &[Command::Down, Command::Open],
            Self::Reason => &[Command::Open],
            Self::Focus => &[Command::ToggleFocus],
            Self::Contact => &[Command::AddContact],
            Self::Undo => &[Command::Undo],
            Self::Review => &[Command::WriteReview],
            Self::Plan => &[Command::PlanAction],
            Self::Complete => &[Command::Complete],
            Self::Decide => &[Command::DecideAction],
            Self::Learn => &[Command::RecordLearning],
            Self::Close => &[Command::CloseCycle],
            Self::End => &[Command::Quit],
        }
    }

    /// Whether a form is the one in which it is done.
    pub const fn is_written_in(self, task: Task) -> bool {
        matches!(
            (self, task),
            (Self::OpenCycle, Task::OpenCycle)
                | (Self::Predict, Task::Predict(Predicted::Attendance))
                | (Self::Observe, Task::Observation)
                | (Self::Challenge, Task::Challenge)
                | (Self::Theory, Task::Theory)
                | (Self::Guess, Task::Predict(Predicted::Flagged))
                | (Self::Contact, Task::Contact(_, None))
                | (Self::Review, Task::Review)
                | (Self::Plan, Task::Action(_, None))
                | (Self::Decide, Task::Decide(_))
                | (Self::Learn, Task::Learning(None))
                | (Self::Close, Task::CloseCycle)
        )
    }

    /// The fields of its form that the tutor tells about; with the last one the form can be kept.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::OpenCycle => &[Field::CycleName],
            Self::Predict | Self::Guess => &[Field::Expected],
            Self::Observe => &[Field::Observation],
            Self::Challenge => &[
                Field::Challenge,
                Field::Urgent,
                Field::UrgentBecause,
                Field::Relevant,
                Field::RelevantBecause,
                Field::InScope,
                Field::InScopeBecause,
            ],
            Self::Theory => &[Field::If, Field::Then, Field::Because, Field::Sign, Field::SeenBy],
            Self::Contact => &[Field::ContactKind, Field::Result, Field::With, Field::Next],
            Self::Review => &[Field::Observed, Field::Inferred, Field::Review],
            Self::Plan => &[Field::What, Field::Who, Field::Due],
            Self::Decide => &[Field::ActionFate, Field::Reason],
            Self::Learn => &[Field::Statement, Field::Quote, Field::Evidence],
            Self::Close => &[Field::Fate, Field::Reason],
            Self::Screen | Self::Card | Self::Reason | Self::Focus | Self::Undo | Self::Complete | Self::End => &[],
        }
    }

    /// Whether the notebook says that it is done, in the cycle of the tutor. Looking leaves no trace: the tutor has seen it
    /// or not.
    pub fn is_in(self, notebook: &Notebook, cycle: &Cycle) -> bool {
        let predicted = |of| cycle.predictions.iter().any(|prediction| prediction.of == of);
        let mut actions = notebook.actions_of(cycle.id);
        match self {
            Self::OpenCycle => true,
            Self::Predict => predicted(Predicted::Attendance),
            Self::Observe => !cycle.observation.is_empty(),
            Self::Challenge => has_challenge(cycle),
            Self::Theory => has_theory(cycle),
            Self::Guess => predicted(Predicted::Flagged),
            Self::Focus => !cycle.focus.is_empty(),
            // Ids sort by age: it was logged after the cycle was opened, whatever day it is about.
            Self::Contact => notebook.contacts.iter().any(|contact| contact.id.uuid() > cycle.id.uuid()),
            Self::Review => !cycle.observed.is_empty() && !cycle.inferred.is_empty(),
            Self::Plan => actions.next().is_some(),
            Self::Complete => actions.any(|action| !action.is_open()),
            Self::Decide => actions.any(|action| action.decided.is_some()),
            Self::Learn => notebook.learnings_of(cycle.id).next().is_some(),
            Self::Close => !cycle.is_open(),
            Self::Screen | Self::Card | Self::Reason | Self::Undo | Self::End => false,
        }
    }

    /// Whether it was begun and something is still missing.
    pub fn is_begun(self, cycle: &Cycle) -> bool {
        match self {
            Self::Challenge => !cycle.challenge.text.is_empty(),
            Self::Theory => !cycle.theory.if_we.is_empty() || !cycle.theory.then.is_empty(),
            Self::Review => !cycle.observed.is_empty() || !cycle.inferred.is_empty(),
            _ => false,
        }
    }
}

fn has_challenge(cycle: &Cycle) -> bool {
    let challenge = &cycle.challenge;
    let judged = [challenge.urgent, challenge.relevant, challenge.in_scope];
    !challenge.text.is_empty() && judged.into_iter().all(|criterion| criterion != Criterion::Open)
}

fn has_theory(cycle: &Cycle) -> bool {
    let theory = &cycle.theory;
    let texts = [&theory.if_we, &theory.then, &theory.because, &theory.sign];
    texts.into_iter().all(|text| !text.is_empty()) && theory.seen_by.is_some()
}
