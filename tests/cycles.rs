//! Cycles that learn, typed as a team types them, in the real loop with a disk in memory.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

#[path = "cycles/before.rs"]
mod before;
#[path = "cycles/learnings.rs"]
mod learnings;
mod support;

use support::{Person, today};
use tep_notebook::{
    app::lang::Lang,
    notebook::{
        Notebook,
        action::{ActionFate, ActionScope, StateName},
        cycle::{Fate, Judgement, Step},
        learning::{EffectOn, SeenIn},
        prediction::Predicted,
    },
};

/// Keys of one cycle from its first step to its last; it ends with a theory that is kept, changed or replaced.
fn cycle(name: &str, fate: &str) -> Vec<String> {
    [
        "1IBajan los lunes<F2>",
        ">dLunes vacíos<Tab><Right><Tab><Ctrl-U>8 de 20<Tab><Right><Tab>pierden el hilo<Tab><Right><Tab>es nuestro horario<F2>",
        "tllamamos el mismo día<Tab>baja la inasistencia<Tab>se sienten esperados<Tab>menos ausencias<Tab>+30<F2>",
        "M<F2>",
        "3r7B falta los lunes<Tab>trabajan<Tab>mirar 7B<F2>",
        ">aLlamar el mismo día<Tab>Inspectoría<Tab><Tab>+7<F2>",
        "4g",
        "m<Right><Tab><Right><Tab>7B-A<Tab><Right><Tab>Que nadie falte<F2>",
        " ",
        "D<Right><F2>",
        ">lLlamar en la tarde sirve<Tab>Ahora contestan<Tab><Tab><Tab>Registro<Tab><Right><Tab><Right><Tab>se llama siempre<F2>",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([format!("n<Ctrl-U>{name}<Tab><Right><Right><F2>"), format!("C{fate}<Tab>Sirvió<Tab><Ctrl-U>{name} más<F2>")])
    .collect()
}

/// Types the keys of a cycle, and leaves what the program asks on the way.
fn play(person: &mut Person, keys: &[String]) {
    for keys in keys {
        person.keys(keys);
        while !person.app.overlays.is_empty() {
            person.keys("<Esc>");
        }
    }
}

/// The notebook letter by letter, or why it cannot be written.
fn json(notebook: &Notebook) -> Result<String, String> {
    serde_json::to_string(notebook).map_err(|error| error.to_string())
}

#[test]
fn a_team_runs_two_cycles_takes_all_of_it_back_and_makes_it_again() {
    let mut person = Person::at_school(Lang::Es);
    let begun = json(&person.saved());
    let number = person.saved().open_cycle().unwrap().number;
    play(&mut person, &cycle("Que nadie falte", "<Right>"));
    play(&mut person, &cycle("Esperar a cada uno", "<Right><Right>"));
    let saved = person.saved();
    let ended = json(&saved);
    let open = saved.open_cycle().unwrap();
    assert_eq!((open.number, open.step), (number + 2, Step::Infographic));
    let fates: Vec<Fate> =
        saved.cycles.iter().rev().filter_map(|cycle| cycle.closing.as_ref()).map(|end| end.fate).collect();
    assert_eq!(&fates[..2], [Fate::Adjusted, Fate::Maintained]);
    let first = saved.cycles.iter().find(|cycle| cycle.number == number).unwrap();
    assert_eq!(first.judgement, Some(Judgement::TeamFormed));
    assert_eq!((first.observed.as_str(), first.inferred.as_str()), ("7B falta los lunes", "trabajan"));
    assert_eq!(first.drivers.len(), 2, "the outline begins with what the theory says");
    assert_eq!(first.challenge.urgent_because.as_str(), "8 de 20");
    for _ in 0..200 {
        person.keys("u");
    }
    person.keys("u").sees("No hay nada que deshacer");
    assert_eq!(json(&person.saved()), begun, "everything is taken back");
    for _ in 0..200 {
        person.keys("U");
    }
    person.keys("U").sees("No hay nada que rehacer");
    assert_eq!(json(&person.saved()), ended, "and made again, to the last letter");
}

#[test]
fn what_is_written_about_an_action_and_a_learning_is_kept() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("4aLlamar el mismo día<Tab>Inspectoría<Tab><Tab>+7<F2>/mismo día<Enter>");
    person.keys("m<Right><Tab><Right><Right><Tab>7b, 8B-A<Tab><Right><Tab>Que nadie falte<F2>");
    person
        .keys("D<F2>")
        .sees("Falta completar")
        .keys("<Right><Right><Tab>en la tarde<F2>")
        .sees("Decisión sobre la acción");
    person.keys(" ");
    let saved = person.saved();
    let action = saved.actions.iter().find(|action| action.what.as_str() == "Llamar el mismo día").unwrap();
    assert_eq!((action.scope, action.courses.len()), (Some(ActionScope::School), 2));
    assert_eq!(action.pme.as_ref().unwrap().objective.as_str(), "Que nadie falte");
    let decided = action.decided.as_ref().unwrap();
    assert_eq!((decided.fate, decided.reason.as_str(), decided.on), (ActionFate::Adapt, "en la tarde", today()));
    let turns: Vec<StateName> = action.history.iter().map(|turn| turn.to).collect();
    assert_eq!(turns, [StateName::Planned, StateName::Done]);
    person.keys("5lSirve<Tab><Tab><Tab><Tab>Registro<Tab><Right><Right><Tab><Right><Tab>se llama siempre<F2>");
    let saved = person.saved();
    let learning = saved.learnings.iter().find(|learning| learning.statement.as_str() == "Sirve").unwrap();
    assert_eq!(learning.seen_in, Some(SeenIn::Contacts));
    let effect = learning.effect.as_ref().unwrap();
    assert_eq!((effect.on, effect.what.as_str()), (EffectOn::Practice, "se llama siempre"));
}

#[test]
fn a_team_predicts_before_it_looks_and_sees_both_side_by_side() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("2>").sees("Antes de mirar").sees("¿Cuántos estudiantes con señal").sees_not("Motivos");
    person.keys("veinte<F2>").sees("Escribe un número");
    person.keys("<Ctrl-U>20<Enter>").sees("Esperaban 20 con señal · se ven ");
    let saved = person.saved();
    let mut predictions = saved.open_cycle().unwrap().predictions.iter();
    let prediction = predictions.find(|prediction| prediction.of == Predicted::Flagged).unwrap();
    assert_eq!(prediction.expected.to_string(), "20");
    let flagged = person.app.open.as_ref().unwrap().review.flagged;
    assert_eq!(prediction.seen.unwrap().to_string(), flagged.to_string());
    person.keys("<<>").sees_not("Antes de mirar");
    // Who skips it sees the list at once, and nothing is written.
    person.keys("1b").sees("¿Qué asistencia").keys("<Esc>").sees_not("Esperaban 90,5");
    person.keys("b<Ctrl-U>90,5<Enter>").sees("Esperaban 90,5 % · se ve ");
}

#[test]
fn a_cause_among_what_was_observed_is_noticed_and_moves_when_the_team_says_so() {
    let mut person = Person::at_school(Lang::Es);
    person.keys("3r7B faltó 12 días<Enter>Faltan porque no hay bus<F2>").sees("líneas que dicen por qué");
    person.keys("<Enter>");
    let as_typed = person.saved();
    assert!(as_typed.open_cycle().unwrap().observed.as_str().contains("porque"), "no is the safe answer");
    person.keys("r.<F2>").sees("líneas que dicen por qué").keys("s");
    let saved = person.saved();
    let cycle = saved.open_cycle().unwrap();
    assert!(!cycle.observed.as_str().contains("porque") && cycle.inferred.as_str().contains("no hay bus"), "{cycle:?}");
    person.keys("u");
    assert!(person.saved().open_cycle().unwrap().observed.as_str().contains("porque"));
}

#[test]
fn a_theory_without_measure_or_adults_is_asked_about_and_never_refused() {
    let mut person = Person::at_school(Lang::Es);
    person
        .keys("2t<Ctrl-A><Ctrl-K><Ctrl-U>hay tablets<Tab><Ctrl-A><Ctrl-K>les gusta venir<Tab><Tab><Ctrl-U>alegría<F2>");
    let theory = person.saved().open_cycle().unwrap().theory.clone();
    assert!(theory.sign.as_str() == "alegría", "{theory:?}");
    person.sees("¿Con qué número se verá?").keys("<PgDn>").sees("¿Qué harán distinto los adultos?");
    person.keys("=").sees("Dos ciclos lado a lado").keys("<Esc>");
}
