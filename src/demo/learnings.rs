//! The learnings of each cycle: each closed one touches the three themes, the open one has what its step allows.

use super::{
    cycles::Span,
    dice::{Dice, Purpose},
    moment::{Minting, days_between, workday},
    plan::DemoSchool,
    words::learnings::{COLLABORATION, LearningWords, METHODOLOGY, THEORIES},
};
use crate::notebook::{
    cycle::{Cycle, Step},
    extra::Extra,
    learning::{Learning, Theme},
    safe_text::SafeText,
};

/// The themes with their sentences.
const THEMES: [(Theme, &[LearningWords]); 3] = [
    (Theme::ClearMethodology, METHODOLOGY),
    (Theme::AdjustingTheories, THEORIES),
    (Theme::CollaborativeData, COLLABORATION),
];
/// How far apart two sentences of one theme are in one cycle: a school never says the same twice.
const APART: usize = 7;

/// All learnings of a school.
pub(super) fn of(school: &DemoSchool, cycles: &[Cycle], spans: &[Span]) -> Vec<Learning> {
    let mut dice = Dice::new(school.rbd, Purpose::Learnings);
    let mut ids = Minting::new(school.rbd, Purpose::Learnings);
    let mut all = Vec::new();
    for (at, (cycle, span)) in cycles.iter().zip(spans).enumerate() {
        let count = if cycle.is_open() { told_by(school.step) } else { 3 + (school.place() + at) % 4 };
        for place in 0..count {
            let Some((theme, list)) = THEMES.get(place % THEMES.len()) else { continue };
            let words = school.place() * 2 + at + at / 2 * (2 * APART - 2) + place / THEMES.len() * APART;
            let Some(words) = list.get(words % list.len().max(1)) else { continue };
            let days = days_between(span.from, span.until);
            let on = workday(span.from, days / 3 + dice.below((days / 2).max(1))).min(span.until);
            all.push(Learning {
                id: ids.next(on),
                cycle: cycle.id,
                on,
                statement: SafeText::note(words.statement),
                quote: SafeText::note(words.quote),
                voice: words.voice,
                theme: theme.clone(),
                other_themes: Vec::new(),
                evidence: SafeText::note(words.evidence),
                seen_in: None,
                effect: None,
                extra: Extra::new(),
            });
        }
    }
    all
}

/// How many learnings a team has recorded when it is at a step of its open cycle.
fn told_by(step: Step) -> usize {
    match step {
        Step::Infographic | Step::Challenge => 0,
        Step::Data => 1,
        Step::Implementation => 2,
        Step::Learnings => 3,
    }
}
