//! The forms of a cycle: its name, the writing of steps 1 to 3, its end.

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area, choice, day_to_come, line, optional, students,
};
use crate::{
    app::form::{ChoiceField, Field as Input, FormField},
    insight::{reason, wording},
    notebook::{
        Notebook,
        cycle::{Criterion, Cycle, Fate, Judgement},
        edit::{Deed, Edit},
        problem::{Field, Problem},
        safe_text::SafeText,
        steps::{Making, Verdict},
    },
};

/// The name of a cycle that is about to be opened.
pub fn opening_sheet() -> Sheet {
    Sheet::new(vec![line(Field::CycleName, &SafeText::default())])
}

/// The name of a cycle, and how far the team thinks it has come.
pub fn name_sheet(cycle: &Cycle) -> Sheet {
    Sheet::new(vec![line(Field::CycleName, &cycle.name), optional(Field::Judgement, &Judgement::ALL, cycle.judgement)])
}

/// Step 1: what the indicators show.
pub fn observation_sheet(cycle: &Cycle) -> Sheet {
    Sheet::new(vec![area(Field::Observation, &cycle.observation)])
}

/// Step 2: the challenge and its three criteria.
pub fn challenge_sheet(cycle: &Cycle) -> Sheet {
    let challenge = &cycle.challenge;
    Sheet::new(vec![
        area(Field::Challenge, &challenge.text),
        choice(Field::Urgent, &Criterion::ALL, &challenge.urgent),
        line(Field::UrgentBecause, &challenge.urgent_because),
        choice(Field::Relevant, &Criterion::ALL, &challenge.relevant),
        line(Field::RelevantBecause, &challenge.relevant_because),
        choice(Field::InScope, &Criterion::ALL, &challenge.in_scope),
        line(Field::InScopeBecause, &challenge.in_scope_because),
    ])
}

/// Step 2: the theory of action.
pub fn theory_sheet(cycle: &Cycle) -> Sheet {
    let theory = &cycle.theory;
    Sheet::new(vec![
        area(Field::If, &theory.if_we),
        area(Field::Then, &theory.then),
        area(Field::Because, &theory.because),
        line(Field::Sign, &theory.sign),
        day_to_come(Field::SeenBy, theory.seen_by),
    ])
}

/// Step 3: focus students and notes.
pub fn review_sheet(notebook: &Notebook, cycle: &Cycle) -> Sheet {
    // Whoever opens it wants to write: the list in which a space chooses somebody comes last.
    Sheet::new(vec![
        area(Field::Observed, &cycle.observed),
        area(Field::Inferred, &cycle.inferred),
        area(Field::Review, &cycle.review),
        students(Field::Focus, notebook, &cycle.focus),
    ])
}

/// The end of a cycle: the fate of the theory has to be chosen, it is not suggested.
pub fn closing_sheet(cycle: &Cycle) -> Sheet {
    let empty = SafeText::default();
    Sheet::new(vec![
        FormField::new(Field::Fate, Input::Choice(ChoiceField::optional(Fate::ALL.len(), None))).required(),
        area(Field::Reason, &empty).required(),
        line(Field::CycleName, &cycle.name),
    ])
}

/// Opens a cycle.
pub fn read_opening(notebook: &Notebook, answers: &Answers<'_>, making: &mut Making<'_>) -> Result<Edit, Flaws> {
    notebook.open_next_cycle(answers.line(Field::CycleName, &SafeText::default()), making).map_err(one)
}

/// Names the open cycle.
pub fn read_name(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let change = |cycle: &mut Cycle| {
        cycle.name = answers.line(Field::CycleName, &cycle.name);
        cycle.judgement = answers.choice(Field::Judgement, &Judgement::ALL);
    };
    notebook.change_cycle(Deed::NameCycle, change).map_err(one)
}

/// Writes step 1.
pub fn read_observation(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let change = |cycle: &mut Cycle| cycle.observation = answers.note(Field::Observation, &cycle.observation);
    notebook.change_cycle(Deed::WriteObservation, change).map_err(one)
}

/// Writes the challenge.
pub fn read_challenge(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let change = |cycle: &mut Cycle| {
        cycle.challenge.text = answers.note(Field::Challenge, &cycle.challenge.text);
        cycle.challenge.urgent = answers.choice_or_first(Field::Urgent, &Criterion::ALL);
        cycle.challenge.relevant = answers.choice_or_first(Field::Relevant, &Criterion::ALL);
        cycle.challenge.in_scope = answers.choice_or_first(Field::InScope, &Criterion::ALL);
        let challenge = &mut cycle.challenge;
        challenge.urgent_because = answers.line(Field::UrgentBecause, &challenge.urgent_because);
        challenge.relevant_because = answers.line(Field::RelevantBecause, &challenge.relevant_because);
        challenge.in_scope_because = answers.line(Field::InScopeBecause, &challenge.in_scope_because);
    };
    notebook.change_cycle(Deed::WriteChallenge, change).map_err(one)
}

/// Writes the theory of action.
pub fn read_theory(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let seen_by = answers.day(Field::SeenBy)?;
    let change = |cycle: &mut Cycle| {
        cycle.theory.if_we = answers.note(Field::If, &cycle.theory.if_we);
        cycle.theory.then = answers.note(Field::Then, &cycle.theory.then);
        cycle.theory.because = answers.note(Field::Because, &cycle.theory.because);
        cycle.theory.sign = answers.line(Field::Sign, &cycle.theory.sign);
        cycle.theory.seen_by = seen_by;
    };
    notebook.change_cycle(Deed::WriteTheory, change).map_err(one)
}

/// Writes step 3.
pub fn read_review(notebook: &Notebook, answers: &Answers<'_>) -> Result<Edit, Flaws> {
    let change = |cycle: &mut Cycle| {
        cycle.focus = answers.students(Field::Focus);
        cycle.observed = answers.note(Field::Observed, &cycle.observed);
        cycle.inferred = answers.note(Field::Inferred, &cycle.inferred);
        cycle.review = answers.note(Field::Review, &cycle.review);
    };
    notebook.change_cycle(Deed::WriteReview, change).map_err(one)
}

/// Closes the cycle and opens the next.
pub fn read_closing(notebook: &Notebook, answers: &Answers<'_>, making: &mut Making<'_>) -> Result<Edit, Flaws> {
    let name = notebook.open_cycle().map(|cycle| cycle.name.clone()).unwrap_or_default();
    let verdict = Verdict {
        fate: answers.choice(Field::Fate, &Fate::ALL),
        reason: answers.note(Field::Reason, &SafeText::default()),
        next_name: answers.line(Field::CycleName, &name),
        thresholds: reason::thresholds(&notebook.school),
    };
    notebook.close_cycle(&verdict, making).map_err(flaws)
}

fn one(problem: Problem) -> Flaws {
    flaws([problem])
}

/// The lines of the observation that say why, moved to what may explain them; none where there are none.
pub fn causes_moved(notebook: &Notebook) -> Option<Result<Edit, Problem>> {
    let cycle = notebook.open_cycle()?;
    let (facts, causes) = wording::apart(cycle.observed.as_str());
    if causes.is_empty() {
        return None;
    }
    let inferred = [cycle.inferred.as_str(), &causes].into_iter().filter(|part| !part.is_empty());
    let inferred = SafeText::note(&inferred.collect::<Vec<_>>().join("\n"));
    Some(notebook.change_cycle(Deed::WriteReview, |cycle| {
        cycle.observed = SafeText::note(&facts);
        cycle.inferred = inferred;
    }))
}
