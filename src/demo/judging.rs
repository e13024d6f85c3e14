//! What the teams expected, decided and saw change on their way: predictions, driver trees, what an action asks, what is
//! kept of it, effects of what was learned; and what was published of each school.
//!
//! Draws from a sequence of its own, so that everything else of the alliance stays as it is. A figure that a team is said
//! to have seen is the one that its notebook has.

use super::{
    dice::{Dice, Purpose},
    plan::DemoSchool,
    students::Enrolled,
    words::judging::{DECIDED, EFFECTS, INFERRED, OBJECTIVES, OBSERVED},
};
use crate::{
    notebook::{
        action::{Action, ActionFate, ActionKind, ActionScope, Decided, Effort, Pme, PmeDimension, StateName},
        cycle::{Cycle, Driver, Step},
        extra::Extra,
        learning::{Effect, Learning, SeenIn, Theme},
        prediction::{Judgement, Predicted, Prediction},
        safe_text::SafeText,
        years::SchoolYear,
    },
    rules::{attendance::Days, calendar::Month, decimal::Decimal},
};

/// Parts of one percent in a [`Decimal`].
const PERCENT: i64 = 10_000;

/// Writes what they said into cycles, actions and learnings.
pub(super) fn tell(
    school: &DemoSchool,
    students: &[Enrolled],
    cycles: &mut [Cycle],
    actions: &mut [Action],
    learnings: &mut [Learning],
) {
    let mut dice = Dice::new(school.rbd, Purpose::Judging);
    for action in actions.iter_mut() {
        let cycle = cycles.iter().find(|cycle| cycle.id == action.cycle);
        weigh(action, cycle, &mut dice);
    }
    for learning in learnings {
        rest(learning, actions, &mut dice);
    }
    for cycle in cycles {
        judge(cycle, students, actions, &mut dice);
    }
}

/// What the Ministry published of the school: the last two years that are over.
pub(super) fn published(school: &DemoSchool) -> Vec<SchoolYear> {
    let mut dice = Dice::new(school.rbd, Purpose::Published);
    let mut year = |year| {
        let enrolled = u32::from(school.students) - dice.below(8);
        let (failed, withdrawn, moved) =
            (enrolled * dice.between(5, 25) / 1_000, enrolled * dice.between(2, 18) / 1_000, dice.below(6));
        SchoolYear {
            year,
            enrolment: Some(enrolled),
            approved: Some(enrolled - failed - withdrawn - moved),
            failed: Some(failed),
            withdrawn: Some(withdrawn),
            transferred: Some(moved),
            ..SchoolYear::default()
        }
    };
    vec![year(2019), year(2020)]
}

/// On whom an action depends, what it asks, where it stands in the plan, and what is kept of it.
fn weigh(action: &mut Action, cycle: Option<&Cycle>, dice: &mut Dice) {
    action.scope = Some(scope(action.what.as_str()));
    action.effort = dice.chance(80).then(|| dice.choose(&Effort::ALL, Effort::Medium));
    action.pme = dice.chance(50).then(|| pme(action.kind));
    let Some(closing) = cycle.and_then(|cycle| cycle.closing.as_ref()) else { return };
    let fate = match action.state.name() {
        StateName::Dropped => ActionFate::Abandon,
        StateName::Done if dice.chance(60) => ActionFate::Adopt,
        StateName::Done | StateName::Planned | StateName::Doing => ActionFate::Adapt,
    };
    let words = DECIDED.iter().find(|(of, _)| *of == fate).map(|(_, words)| *words).unwrap_or_default();
    let reason = SafeText::note(dice.word(words));
    action.decided = Some(Decided { on: closing.on, fate, reason, extra: Extra::new() });
}

fn scope(what: &str) -> ActionScope {
    let speaks_of = |words: &[&str]| words.iter().any(|word| what.contains(word));
    if speaks_of(&["Transporte"]) {
        ActionScope::Slep
    } else if speaks_of(&["centro de salud", "escuela de origen"]) {
        ActionScope::Other
    } else {
        ActionScope::School
    }
}

fn pme(kind: ActionKind) -> Pme {
    let dimension = match kind {
        ActionKind::ContactBonding | ActionKind::SocioEmotional => PmeDimension::Coexistence,
        ActionKind::Accompaniment | ActionKind::Feedback | ActionKind::ReviewOfWork => PmeDimension::Pedagogy,
        ActionKind::Other => PmeDimension::Leadership,
    };
    let objective = OBJECTIVES.iter().find(|(of, _)| *of == dimension).map(|(_, words)| *words).unwrap_or_default();
    Pme { dimension, objective: SafeText::line(objective), extra: Extra::new() }
}

/// What a learning rests on, and what changed with it.
fn rest(learning: &mut Learning, actions: &[Action], dice: &mut Dice) {
    let of_cycle: Vec<&Action> = actions.iter().filter(|action| action.cycle == learning.cycle).collect();
    learning.seen_in = match dice.below(4) {
        0 => Some(SeenIn::Contacts),
        1 => Some(SeenIn::Review),
        2 => of_cycle.get(dice.place(of_cycle.len())).map(|action| SeenIn::Action(action.id)),
        _ => Some(SeenIn::Infographic),
    };
    if learning.theme == Theme::AdjustingTheories && dice.chance(40) {
        learning.other_themes.push(Theme::CollaborativeData);
    }
    let effect = dice.chance(40).then(|| EFFECTS.get(dice.place(EFFECTS.len()))).flatten();
    learning.effect = effect.map(|(on, what)| Effect { on: *on, what: SafeText::note(what), extra: Extra::new() });
}

/// What a team expected, drew and observed, as far as it has come, and how far it thinks that it is.
fn judge(cycle: &mut Cycle, students: &[Enrolled], actions: &[Action], dice: &mut Dice) {
    if cycle.step > Step::Infographic {
        cycle.predictions.extend(prediction(cycle, students, dice));
    }
    if cycle.step > Step::Challenge {
        cycle.drivers = drivers(cycle, actions);
    }
    if cycle.step > Step::Data {
        cycle.observed = SafeText::note(dice.word(OBSERVED));
        cycle.inferred = SafeText::note(dice.word(INFERRED));
    }
    let judged = [Judgement::Tested, Judgement::Modest, Judgement::Improvement];
    cycle.judgement = (!cycle.is_open()).then(|| dice.choose(&judged, Judgement::Modest));
}

/// Attendance of the last month before the cycle began that has a register, and what the team had expected of it.
fn prediction(cycle: &Cycle, students: &[Enrolled], dice: &mut Dice) -> Option<Prediction> {
    let until = Month::of(cycle.opened);
    let months = || students.iter().flat_map(|enrolled| enrolled.student.attendance.iter());
    let last = months().filter(|(month, days)| *month <= until && days.held() > 0).map(|(month, _)| month).max()?;
    let sum = |(attended, held): (i64, i64), days: Days| {
        (attended + i64::from(days.attended()), held + i64::from(days.held()))
    };
    let of_last = months().filter(|(month, _)| *month == last).map(|(_, days)| days);
    let (attended, held) = of_last.fold((0, 0), sum);
    let seen = (attended * 20_000 + held) / (2 * held) * (PERCENT / 100);
    let off = i64::from(dice.between(0, 8)) - 3;
    let expected = (seen / PERCENT + off).clamp(0, 100) * PERCENT;
    Some(Prediction {
        of: Predicted::Attendance,
        on: cycle.opened,
        expected: Decimal::from_parts(expected)?,
        seen: Decimal::from_parts(seen),
        extra: Extra::new(),
    })
}

/// Aim and driver are those of the theory; under them stands what the team does.
fn drivers(cycle: &Cycle, actions: &[Action]) -> Vec<Driver> {
    let line = |level, text: &SafeText| Driver { level, text: SafeText::line(text.as_str()), extra: Extra::new() };
    let done = actions.iter().filter(|action| action.cycle == cycle.id).take(3).map(|action| line(3, &action.what));
    [line(1, &cycle.theory.then), line(2, &cycle.theory.because)].into_iter().chain(done).collect()
}
