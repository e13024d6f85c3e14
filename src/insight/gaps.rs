//! What a step of a cycle still lacks. It is said, and nothing is forbidden: the team decides.

use crate::notebook::{
    Notebook,
    cycle::{Criterion, Cycle, Step},
    learning::Learning,
    problem::Field,
    safe_text::SafeText,
};

/// Something that a step still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gap {
    /// A field is empty.
    Empty(Field),
    /// Criteria that were answered without what shows it.
    WithoutEvidence(usize),
    /// A criterion that is not met, without a reason.
    NoWithoutReason(Field),
    /// A criterion that is not met: answered, and yet the challenge is not one that a cycle can take on.
    NotMet(Field),
    /// No student is in the focus of the cycle.
    NoFocus,
    /// No action is planned.
    NoAction,
    /// Actions without somebody who answers for them.
    ActionsWithoutOwner(usize),
    /// Actions without a date.
    ActionsWithoutDate(usize),
    /// No learning is recorded.
    NoLearning,
    /// Learnings without evidence.
    LearningsWithoutEvidence(usize),
}

impl Gap {
    /// How many of the things [asked](asked_of) are missing with it.
    pub const fn weight(self) -> usize {
        match self {
            // Without an answer there is no evidence for it either.
            Self::NoAction | Self::NoLearning | Self::Empty(Field::Urgent | Field::Relevant | Field::InScope) => 2,
            Self::WithoutEvidence(n) => n,
            Self::NotMet(_) => 0,
            Self::Empty(_)
            | Self::NoWithoutReason(_)
            | Self::NoFocus
            | Self::ActionsWithoutOwner(_)
            | Self::ActionsWithoutDate(_)
            | Self::LearningsWithoutEvidence(_) => 1,
        }
    }
}

/// What a step of a cycle still lacks, most important first; nothing means that the step is complete.
pub fn of_step(notebook: &Notebook, cycle: &Cycle, step: Step) -> Vec<Gap> {
    match step {
        Step::Infographic => empty(&[(Field::Observation, cycle.observation.is_empty())]),
        Step::Challenge => of_challenge(cycle),
        Step::Data => {
            let mut gaps = Vec::new();
            if cycle.focus.is_empty() {
                gaps.push(Gap::NoFocus);
            }
            gaps.extend(empty(&[(Field::Review, cycle.review.is_empty())]));
            gaps
        }
        Step::Implementation => of_actions(notebook, cycle),
        Step::Learnings => of_learnings(notebook, cycle),
    }
}

/// How many things a step asks for, at most: each of them is there, or a [`Gap`] says what is not.
pub const fn asked_of(step: Step) -> usize {
    match step {
        Step::Infographic => 1,
        // Nine fields, and what shows each of the three criteria.
        Step::Challenge => 12,
        Step::Data | Step::Implementation | Step::Learnings => 2,
    }
}

/// How many of the five steps are complete.
pub fn complete_steps(notebook: &Notebook, cycle: &Cycle) -> usize {
    Step::ALL.into_iter().filter(|step| of_step(notebook, cycle, *step).is_empty()).count()
}

fn empty(fields: &[(Field, bool)]) -> Vec<Gap> {
    fields.iter().filter(|(_, is_empty)| *is_empty).map(|(field, _)| Gap::Empty(*field)).collect()
}

fn of_challenge(cycle: &Cycle) -> Vec<Gap> {
    let challenge = &cycle.challenge;
    let theory = &cycle.theory;
    let criteria = [
        (Field::Urgent, challenge.urgent, &challenge.urgent_because),
        (Field::Relevant, challenge.relevant, &challenge.relevant_because),
        (Field::InScope, challenge.in_scope, &challenge.in_scope_because),
    ];
    let without =
        |answer| move |(_, given, because): &&(Field, Criterion, &SafeText)| *given == answer && because.is_empty();
    let refused = criteria.iter().filter(without(Criterion::No)).map(|(field, ..)| Gap::NoWithoutReason(*field));
    let not_met = criteria.iter().filter(|(_, answer, because)| *answer == Criterion::No && !because.is_empty());
    let not_met = not_met.map(|(field, ..)| Gap::NotMet(*field));
    let bare = criteria.iter().filter(without(Criterion::Yes)).count();
    let mut gaps = empty(&[
        (Field::Challenge, challenge.text.is_empty()),
        (Field::Urgent, challenge.urgent == Criterion::Open),
        (Field::Relevant, challenge.relevant == Criterion::Open),
        (Field::InScope, challenge.in_scope == Criterion::Open),
        (Field::If, theory.if_we.is_empty()),
        (Field::Then, theory.then.is_empty()),
        (Field::Because, theory.because.is_empty()),
        (Field::Sign, theory.sign.is_empty()),
        (Field::SeenBy, theory.seen_by.is_none()),
    ]);
    gaps.extend(refused);
    gaps.extend((bare > 0).then_some(Gap::WithoutEvidence(bare)));
    gaps.extend(not_met);
    gaps
}

fn of_actions(notebook: &Notebook, cycle: &Cycle) -> Vec<Gap> {
    let actions: Vec<_> = notebook.actions_of(cycle.id).collect();
    if actions.is_empty() {
        return vec![Gap::NoAction];
    }
    let open = || actions.iter().filter(|action| action.is_open());
    let without_owner = open().filter(|action| action.who.is_empty()).count();
    let without_date = open().filter(|action| action.due.is_none()).count();
    let mut gaps = Vec::new();
    if without_owner > 0 {
        gaps.push(Gap::ActionsWithoutOwner(without_owner));
    }
    if without_date > 0 {
        gaps.push(Gap::ActionsWithoutDate(without_date));
    }
    gaps
}

fn of_learnings(notebook: &Notebook, cycle: &Cycle) -> Vec<Gap> {
    let learnings: Vec<_> = notebook.learnings_of(cycle.id).collect();
    if learnings.is_empty() {
        return vec![Gap::NoLearning];
    }
    let is_bare = |learning: &&&Learning| learning.evidence.is_empty() && learning.seen_in.is_none();
    let without_evidence = learnings.iter().filter(is_bare).count();
    if without_evidence > 0 { vec![Gap::LearningsWithoutEvidence(without_evidence)] } else { Vec::new() }
}
