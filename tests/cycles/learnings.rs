//! Learnings with several themes, own ones among them, that rest on what stands in the notebook.

use super::support::{Person, small_school};
use tep_notebook::{
    app::{codebook::Codebook, lang::Lang, overlay::Vocabulary},
    insight::gaps::{self, Gap},
    notebook::{
        Notebook,
        cycle::Step,
        learning::{Learning, SeenIn, Theme},
        safe_text::SafeText,
    },
    text::commands,
    ui::theme::Theme as Colours,
};

/// A person whose alliance has two themes of its own.
fn with_themes(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = Person::with(lang, size, Colours::Colour, &[small_school()]);
    let own = Codebook::read("familias: Vínculo con las familias | Bonds with families\ntransporte: Transporte\n").0;
    let words = commands::vocabulary();
    person.app.speak(Vocabulary { themes: words.themes.clone().with(own), ..words });
    person.keys("<Enter>");
    person
}

fn learning(saved: &Notebook) -> &Learning {
    saved.learnings.iter().find(|one| one.statement.as_str().starts_with("Llamar en la tarde")).unwrap()
}

#[test]
fn a_learning_touches_an_own_theme_and_a_first_one_and_rests_on_an_action() {
    let mut person = with_themes(Lang::Es, (80, 24));
    person.keys("4aLlamar en la tarde<Tab>Inspectoría<Tab><Tab>+7<F2>");
    person.keys("5lLlamar en la tarde sirve<Tab>«Ahora contestan»<Tab><Tab>vinculo");
    person.sees("Vínculo con las familias").sees_not("Transporte");
    // Found by name without accents; the filter goes away and the first themes are there again.
    person.keys("<Space><Ctrl-U>colabora<Space>").sees("[2]");
    person.keys("<Tab>Registro<Tab>");
    for _ in 0..12 {
        if !person.text().contains("la acción «Llamar en la tarde»") {
            person.keys("<Right>");
        }
    }
    person.sees("la acción «Llamar en la tarde»").keys("<F2>");
    let saved = person.saved();
    let one = learning(&saved);
    assert_eq!(one.theme, Theme::Own(SafeText::line("familias")), "the first that was marked");
    assert_eq!(one.other_themes, [Theme::CollaborativeData]);
    let Some(SeenIn::Action(action)) = one.seen_in else { panic!("{:?}", one.seen_in) };
    assert_eq!(saved.actions.get(action).unwrap().what.as_str(), "Llamar en la tarde");
    // In the file as it is written down.
    let json = serde_json::to_value(one).unwrap();
    assert_eq!((&json["theme"], &json["other_themes"][0]), (&"familias".into(), &"collaborative_data".into()));
    assert_eq!(json["seen_in"]["action"], serde_json::to_value(action).unwrap());
    // And on the screen, by name.
    person.keys("z").sees("Temas: Vínculo con las familias, trabajo colaborativo y basado en datos");
    person.sees("Evidencia: Registro · Se ve en: la acción «Llamar en la tarde»");
    // Also in a narrow window all of it is read.
    person.resize(60, 16).sees("Temas: Vínculo con las familias, trabajo colaborativo y").sees("basado en datos");
    person.sees("Se ve en: la acción «Llamar").resize(80, 24);
    person
        .keys("z=<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>")
        .sees("Llamar en la tarde sirve")
        .sees("Vínculo con las")
        .keys("<Esc>");
    person.keys("u");
    assert!(person.saved().learnings.iter().all(|one| one.evidence.as_str() != "Registro"), "one key takes it back");
    person.keys("U");
    assert_eq!(learning(&person.saved()), one);
}

#[test]
fn a_learning_that_is_opened_again_keeps_what_nobody_touches() {
    let mut person = with_themes(Lang::En, (60, 16));
    person.keys("5lLlamar en la tarde sirve<Tab><Tab><Tab>bonds<Space><Ctrl-U>trans<Space><F2>");
    let first = learning(&person.saved()).clone();
    assert_eq!((first.other_themes.len(), first.seen_in), (1, None));
    // Another word, and the themes stay; then one theme less.
    person.keys("<Enter>.<F2>");
    let second = learning(&person.saved()).clone();
    assert_eq!((&second.theme, &second.other_themes), (&first.theme, &first.other_themes));
    person.keys("<Enter><Tab><Tab><Tab>bonds<Space><F2>");
    let third = learning(&person.saved()).clone();
    assert_eq!((third.theme, third.other_themes.len()), (Theme::Own(SafeText::line("transporte")), 0));
    let lacks = |person: &Person| {
        let saved = person.saved();
        gaps::of_step(&saved, saved.open_cycle().unwrap(), Step::Learnings)
    };
    assert_eq!(lacks(&person), [Gap::LearningsWithoutEvidence(1)]);
    person.keys("<Enter><Tab><Tab><Tab><Tab><Tab><Right><F2>");
    assert_eq!((learning(&person.saved()).seen_in, lacks(&person)), (Some(SeenIn::Infographic), vec![]));
    person.keys("<Enter><Tab><Tab><Tab>trans<Space><F2>");
    assert_eq!(learning(&person.saved()).theme, Theme::Other, "without any theme it is another one");
}
