//! The three cycles of each school: two closed in 2020, one open in 2021.
//!
//! Owns that words agree with what became of a theory: a maintained one has the same words in the next cycle, an
//! adjusted one changed words, a replaced one new words.

use chrono::NaiveDate;

use super::{
    dice::{Dice, Purpose},
    moment::{Minting, day, later, workday},
    plan::DemoSchool,
    students::Enrolled,
    words::theories::{CYCLE_NAMES, OBSERVATIONS, REVIEWS, SCHOOLS, SchoolWords},
};
use crate::notebook::{
    cycle::{Challenge, Closing, Criterion, Cycle, Fate, Step, Theory, Thresholds},
    extra::Extra,
    id::Id,
    safe_text::SafeText,
    student::Student,
};

/// When a cycle was opened and until when it ran; the open one is looked at until the end of June 2021.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// The day it was opened.
    pub(super) from: NaiveDate,
    /// The day it was closed, or the last day with data.
    pub(super) until: NaiveDate,
}

/// The spans of a school's three cycles; schools do not all meet in the same week.
pub(super) fn spans(school: &DemoSchool) -> [Span; 3] {
    let shift = u32::from(school.advisor) * 3 + u32::try_from(school.place() % 3).unwrap_or(0);
    let from = workday(day(2020, 4, 20), shift);
    let turn = workday(day(2020, 8, 3), shift);
    let end = workday(day(2020, 11, 30), shift / 2);
    let again = workday(day(2021, 3, 8), shift);
    [Span { from, until: turn }, Span { from: turn, until: end }, Span { from: again, until: day(2021, 6, 30) }]
}

/// The three cycles of a school, in order.
pub(super) fn of(school: &DemoSchool, students: &[Enrolled]) -> Vec<Cycle> {
    let mut dice = Dice::new(school.rbd, Purpose::Cycles);
    let mut ids = Minting::new(school.rbd, Purpose::Cycles);
    let Some(words) = SCHOOLS.get(school.place()) else { return Vec::new() };
    let mut focus = Vec::new();
    let mut cycles = Vec::with_capacity(3);
    for (at, span) in spans(school).into_iter().enumerate() {
        let number = u16::try_from(at + 1).unwrap_or(1);
        focus = next_focus(&focus, students, span, &mut dice);
        let mut cycle = Cycle::new(ids.next(span.from), number, span.from);
        cycle.step = if at < 2 { Step::Learnings } else { school.step };
        cycle.closing = school.fates.get(at).map(|fate| closing(*fate, words, at, span.until));
        cycle.focus.clone_from(&focus);
        write(&mut cycle, words, at, span);
        tell(&mut cycle, at, school, &mut dice);
        cycles.push(cycle);
    }
    cycles
}

/// Challenge and theory of action of a cycle.
fn write(cycle: &mut Cycle, words: &SchoolWords, at: usize, span: Span) {
    let reached = |step: Step| cycle.step > step || !cycle.is_open();
    let judged = if reached(Step::Challenge) { Criterion::Yes } else { Criterion::Open };
    cycle.challenge = Challenge {
        text: SafeText::note(words.challenges.get(at).copied().unwrap_or_default()),
        urgent: if reached(Step::Infographic) { Criterion::Yes } else { Criterion::Open },
        relevant: judged,
        in_scope: judged,
        urgent_because: evidence(reached(Step::Infographic), "La asistencia bajó dos meses seguidos."),
        relevant_because: evidence(reached(Step::Challenge), "Quien pierde el vínculo deja de venir."),
        in_scope_because: evidence(reached(Step::Challenge), "Lo hacemos con el equipo que tenemos."),
        ..Challenge::default()
    };
    let Some(theory) = words.theories.get(at.min(words.theories.len().saturating_sub(1))) else { return };
    cycle.theory = Theory {
        if_we: SafeText::note(theory.if_we),
        then: SafeText::note(theory.then),
        because: SafeText::note(theory.because),
        sign: SafeText::note(theory.sign),
        seen_by: Some(workday(span.from, 56)),
        extra: Extra::new(),
    };
}

fn evidence(is_reached: bool, words: &str) -> SafeText {
    if is_reached { SafeText::line(words) } else { SafeText::default() }
}

/// What the team wrote on its way through the steps that it has been at.
fn tell(cycle: &mut Cycle, at: usize, school: &DemoSchool, dice: &mut Dice) {
    let nth = |lists: &[&[&'static str]], by: usize| {
        lists.get(at).and_then(|list| list.get((school.place() + by) % list.len().max(1))).copied().unwrap_or_default()
    };
    cycle.name = SafeText::line(nth(&CYCLE_NAMES, dice.place(5)));
    if cycle.step > Step::Infographic {
        cycle.observation = SafeText::note(nth(&OBSERVATIONS, at));
    }
    if cycle.step > Step::Data {
        cycle.review = SafeText::note(nth(&REVIEWS, at));
    }
}

fn closing(fate: Fate, words: &SchoolWords, at: usize, on: NaiveDate) -> Closing {
    Closing {
        on,
        fate,
        reason: SafeText::note(words.reasons.get(at).copied().unwrap_or_default()),
        thresholds: Thresholds {
            limits: None,
            capacity: None,
            scale: SafeText::line("Mineduc"),
            grave_below: 85,
            critical_below: 50,
            extra: Extra::new(),
        },
        extra: Extra::new(),
    }
}

/// The focus students of a cycle: most of those before, and others with low attendance who were already there.
fn next_focus(before: &[Id<Student>], students: &[Enrolled], span: Span, dice: &mut Dice) -> Vec<Id<Student>> {
    let size = 6 + students.len() / 90;
    let mut there: Vec<&Enrolled> =
        students.iter().filter(|enrolled| enrolled.since < later(span.from, 7) && enrolled.stays).collect();
    there.sort_by_key(|enrolled| enrolled.rate);
    let mut focus: Vec<Id<Student>> = before.iter().copied().filter(|_| dice.chance(70)).collect();
    for enrolled in there {
        if focus.len() >= size {
            break;
        }
        // A team knows more than the list does: not always the lowest one is chosen.
        if !before.contains(&enrolled.id()) && dice.chance(60) {
            focus.push(enrolled.id());
        }
    }
    focus
}
