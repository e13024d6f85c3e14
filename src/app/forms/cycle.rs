//! The forms of a cycle: its name, the writing of steps 1 to 3, its end.

use super::{
    Flaws, Sheet,
    answers::{Answers, flaws},
    area, choice, day_to_come, line, students,
};
use crate::{
    app::form::{ChoiceField, Field as Input, FormField},
    insight::reason,
    notebook::{
        Notebook,
        cycle::{Criterion, Cycle, Fate},
        edit::{Deed, Edit},
        problem::{Field, Problem},
        safe_text::SafeText,
        steps::{Making, Verdict},
    },
};

/// The name of a cycle; empty for one that is about to be opened.
pub fn name_sheet(cycle: Option<&Cycle>) -> Sheet {
    let empty = SafeText::default();
    Sheet::new(vec![line(Field::CycleName, cycle.map_or(&empty, |cycle| &cycle.name))])
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
        choice(Field::Relevant, &Criterion::ALL, &challenge.relevant),
        choice(Field::InScope, &Criterion::ALL, &challenge.in_scope),
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
    Sheet::new(vec![students(Field::Focus, notebook, &cycle.focus), area(Field::Review, &cycle.review)])
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
    notebook
        .change_cycle(Deed::NameCycle, |cycle| cycle.name = answers.line(Field::CycleName, &cycle.name))
        .map_err(one)
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
