//! A cycle as JSON; the names are a contract. What is not known is null, never zero.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::super::json::{decimal, hundredths};
use crate::{
    app::{codebook::Codebook, lang::Lang},
    insight::account::{Account, Figure, Sums},
    notebook::{
        Notebook,
        action::{Action, ActionFate, ActionScope, StateName},
        cycle::{Challenge, Criterion, Cycle},
        learning::Learning,
        safe_text::SafeText,
    },
    text::learnings,
};

/// How learnings are told beside their codes.
#[derive(Clone, Copy)]
pub(in super::super) struct Words<'a> {
    /// The language.
    pub lang: Lang,
    /// The themes of the alliance.
    pub themes: &'a Codebook,
    /// The notebook of the cycle.
    pub notebook: &'a Notebook,
}

/// The account of a cycle.
pub(in super::super) fn of(account: &Account<'_>, words: Words<'_>) -> Value {
    let cycle = account.cycle;
    json!({
        "number": cycle.number,
        "name": cycle.name,
        "opened": cycle.opened,
        "closed": cycle.closing.as_ref().map(|closing| closing.on),
        "until": account.until,
        "step": cycle.step,
        "completeness": account.completeness,
        "judgement": cycle.judgement.map(|judgement| decimal(judgement.tenths().into(), 10, 1)),
        "observation": cycle.observation,
        "predictions": cycle.predictions,
        "challenge": challenge(&cycle.challenge),
        "theory": theory(cycle),
        "drivers": cycle.drivers,
        "review": { "students": cycle.focus.len(), "observed": cycle.observed, "inferred": cycle.inferred, "notes": cycle.review },
        "actions": actions(account),
        "learnings": account.learnings.iter().map(|learning| self::learning(learning, words)).collect::<Value>(),
        "contacts": account.contacts,
        "indicators": account.figures.iter().map(figure).collect::<Value>(),
    })
}

fn challenge(challenge: &Challenge) -> Value {
    let one = |name: &str, answer: Criterion, evidence: &SafeText| json!({ "criterion": name, "answer": answer, "evidence": evidence });
    json!({
        "text": challenge.text,
        "criteria": [
            one("urgent", challenge.urgent, &challenge.urgent_because),
            one("relevant", challenge.relevant, &challenge.relevant_because),
            one("in_scope", challenge.in_scope, &challenge.in_scope_because),
        ],
    })
}

/// The theory with its fate; that of a cycle that is not closed is open.
fn theory(cycle: &Cycle) -> Value {
    let theory = &cycle.theory;
    let fate = cycle.closing.as_ref().map_or_else(|| json!("open"), |closing| json!(closing.fate));
    json!({
        "if": theory.if_we,
        "then": theory.then,
        "because": theory.because,
        "sign": theory.sign,
        "seen_by": theory.seen_by,
        "fate": fate,
        "reason": cycle.closing.as_ref().map(|closing| &closing.reason),
    })
}

fn actions(account: &Account<'_>) -> Value {
    let Sums { by_state, adjusted, overdue, by_fate, by_scope, in_plan } = &account.sums;
    let mut by_status = counts(&StateName::ALL, |state| by_state.get(state));
    by_status.insert("adjusted".to_owned(), (*adjusted).into());
    let mut fates = counts(&ActionFate::ALL, |fate| by_fate.get(fate));
    let decided: usize = by_fate.values().sum();
    fates.insert("open".to_owned(), (account.actions.len() - decided).into());
    let mut scopes = counts(&ActionScope::ALL, |scope| by_scope.get(scope));
    let said: usize = by_scope.values().sum();
    scopes.insert("not_said".to_owned(), (account.actions.len() - said).into());
    json!({
        "total": account.actions.len(),
        "overdue": overdue,
        "in_plan": in_plan,
        "by_status": by_status,
        "by_fate": fates,
        "by_scope": scopes,
        "items": account.actions.iter().map(|action| self::action(action)).collect::<Value>(),
    })
}

/// Every name with its count, also where that is zero.
fn counts<'a, T: Serialize>(all: &[T], of: impl Fn(&T) -> Option<&'a usize>) -> Map<String, Value> {
    let name = |one: &T| json!(one).as_str().unwrap_or_default().to_owned();
    all.iter().map(|one| (name(one), json!(of(one).copied().unwrap_or(0)))).collect()
}

fn action(action: &Action) -> Value {
    json!({
        "id": action.id,
        "what": action.what,
        "who": action.who,
        "due": action.due,
        "kind": action.kind,
        "status": action.state.name(),
        "sign": action.sign,
        "students": action.students.len(),
        "courses": action.courses,
        "scope": action.scope,
        "effort": action.effort,
        "pme": action.pme,
        "adjustments": action.adjustments,
        "history": action.history,
        "fate": action.decided.as_ref().map(|decided| decided.fate),
    })
}

fn learning(learning: &Learning, words: Words<'_>) -> Value {
    let Words { lang, themes, notebook } = words;
    json!({
        "on": learning.on,
        "statement": learning.statement,
        "quote": learning.quote,
        "voice": learning.voice,
        "themes": learning.themes().collect::<Vec<_>>(),
        "theme_names": learning.themes().map(|theme| learnings::theme(lang, themes, theme)).collect::<Vec<_>>(),
        "evidence": learning.evidence,
        "seen_in": learning.seen_in,
        "seen_in_name": learning.seen_in.map(|place| learnings::seen_in(lang, notebook, place)),
        "effect": learning.effect,
    })
}

fn figure(figure: &Figure) -> Value {
    json!({
        "name": figure.name.id(),
        "n": figure.n,
        "value": figure.value.map(hundredths),
        "low": figure.interval.map(|(low, _)| hundredths(low)),
        "high": figure.interval.map(|(_, high)| hundredths(high)),
        "source": figure.name.source(),
    })
}
