//! Steps 4 and 5: what is done, what was learned, what is kept.

use chrono::NaiveDate;

use super::{super::paper::Paper, Worksheet};
use crate::{
    notebook::{
        action::{Action, ActionFate, ActionScope, ActionState, Effort, PmeDimension, StateName},
        cycle::Fate,
        learning::{Effect, EffectOn, Learning, Voice},
        problem::Field,
    },
    text::{cycle as words, fields, figures, learnings, worksheet as text},
};

/// Actions and learnings on a blank sheet.
const BLANK: usize = 3;

/// The place of a value in the table by which a form offers it.
fn place<T: PartialEq>(all: &[T], chosen: Option<&T>) -> Option<usize> {
    all.iter().position(|one| Some(one) == chosen)
}

/// What there is, or as many blanks as a sheet has room for.
fn or_blanks<'a, T>(all: Option<&[&'a T]>) -> Vec<Option<&'a T>> {
    match all {
        Some(all) if !all.is_empty() => all.iter().copied().map(Some).collect(),
        _ => vec![None; BLANK],
    }
}

impl Worksheet<'_> {
    pub(super) fn implementation(&self, paper: &mut Paper) {
        for (at, action) in self.actions().into_iter().enumerate() {
            paper.title(&text::numbered(self.lang, text::ACTION, at + 1));
            self.action(paper, action);
            self.terms(paper, action);
        }
    }

    fn actions(&self) -> Vec<Option<&Action>> {
        or_blanks(self.account.map(|account| account.actions.as_slice()))
    }

    fn action(&self, paper: &mut Paper, action: Option<&Action>) {
        let day = |of: Option<NaiveDate>| of.map(|on| figures::day(self.lang, on)).unwrap_or_default();
        paper.long(0, self.label(Field::What), action.map_or("", |action| action.what.as_str()));
        paper.short(0, self.label(Field::Who), action.map_or("", |action| action.who.as_str()));
        paper.short(0, self.label(Field::Start), &day(action.and_then(|action| action.start)));
        paper.short(0, self.label(Field::Due), &day(action.and_then(|action| action.due)));
        paper.short(0, self.label(Field::Students), &action.map(|action| self.for_whom(action)).unwrap_or_default());
        paper.short(0, self.label(Field::Sign), action.map_or("", |action| action.sign.as_str()));
        self.ticks(paper, Field::State, place(&StateName::ALL, action.map(|action| action.state.name()).as_ref()));
        if let Some(Action { state: ActionState::Dropped { reason, .. }, .. }) = action {
            paper.short(2, self.label(Field::Reason), reason.as_str());
        }
    }

    /// On whom it depends, what it asks, where it stands in the plan, what was adjusted.
    fn terms(&self, paper: &mut Paper, action: Option<&Action>) {
        self.ticks(paper, Field::Scope, place(&ActionScope::ALL, action.and_then(|action| action.scope.as_ref())));
        self.ticks(paper, Field::Effort, place(&Effort::ALL, action.and_then(|action| action.effort.as_ref())));
        let pme = action.and_then(|action| action.pme.as_ref());
        self.ticks(paper, Field::PmeDimension, place(&PmeDimension::ALL, pme.map(|pme| &pme.dimension)));
        paper.short(0, self.label(Field::PmeObjective), pme.map_or("", |pme| pme.objective.as_str()));
        for adjusted in action.into_iter().flat_map(|action| &action.adjustments) {
            let day = figures::day(self.lang, adjusted.on);
            let told = format!("{day}: {} ({})", words::quoted(adjusted.was.as_str()), adjusted.reason.as_str());
            paper.short(0, text::ADJUSTED.of(self.lang), &told);
        }
        paper.long(0, text::TO_ADJUST.of(self.lang), "");
    }

    fn for_whom(&self, action: &Action) -> String {
        let courses = action.courses.iter().map(ToString::to_string);
        let all: Vec<String> = courses.chain(action.students.iter().map(|id| self.code(*id))).collect();
        if all.is_empty() { text::EVERYBODY.of(self.lang).to_owned() } else { all.join(", ") }
    }

    pub(super) fn learnings(&self, paper: &mut Paper) {
        let learnings = or_blanks(self.account.map(|account| account.learnings.as_slice()));
        for (at, learning) in learnings.into_iter().enumerate() {
            paper.title(&text::numbered(self.lang, text::LEARNING, at + 1));
            self.learning(paper, learning);
        }
        paper.title(text::KEPT.of(self.lang));
        for action in self.actions() {
            let decided = action.and_then(|action| action.decided.as_ref());
            paper.short(0, text::ACTION.of(self.lang), action.map_or("", |action| action.what.as_str()));
            let chosen = place(&ActionFate::ALL, decided.map(|decided| decided.fate).as_ref());
            paper.ticks(2, self.label(Field::ActionFate), &fields::options(self.lang, Field::ActionFate), chosen);
            paper.short(2, self.label(Field::Reason), decided.map_or("", |decided| decided.reason.as_str()));
        }
        let closing = self.cycle().and_then(|cycle| cycle.closing.as_ref());
        paper.title(text::THEORY.of(self.lang));
        self.ticks(paper, Field::Fate, place(&Fate::ALL, closing.map(|closing| &closing.fate)));
        paper.long(0, self.label(Field::Reason), closing.map_or("", |closing| closing.reason.as_str()));
    }

    fn learning(&self, paper: &mut Paper, learning: Option<&Learning>) {
        paper.long(0, self.label(Field::Statement), learning.map_or("", |one| one.statement.as_str()));
        paper.short(0, self.label(Field::Quote), learning.map_or("", |one| one.quote.as_str()));
        self.ticks(paper, Field::Voice, place(&Voice::ALL, learning.map(|one| &one.voice)));
        if let Some(one) = learning {
            paper.short(0, self.label(Field::Theme), &learnings::themes(self.lang, self.themes, one));
        } else {
            let all = self.themes.offered(None);
            let all: Vec<String> = all.iter().map(|one| learnings::theme(self.lang, self.themes, one)).collect();
            paper.ticks(0, self.label(Field::Theme), &all, None);
        }
        paper.short(0, self.label(Field::Evidence), learning.map_or("", |one| one.evidence.as_str()));
        if let Some(place) = learning.and_then(|one| one.seen_in) {
            paper.short(0, self.label(Field::SeenIn), &learnings::seen_in(self.lang, self.notebook, place));
        }
        let effect: Option<&Effect> = learning.and_then(|one| one.effect.as_ref());
        self.ticks(paper, Field::EffectOn, place(&EffectOn::ALL, effect.map(|effect| &effect.on)));
        paper.short(0, self.label(Field::Effect), effect.map_or("", |effect| effect.what.as_str()));
    }

    fn ticks(&self, paper: &mut Paper, field: Field, chosen: Option<usize>) {
        paper.ticks(0, self.label(field), &fields::options(self.lang, field), chosen);
    }
}
