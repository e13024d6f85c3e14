//! Learnings in words: themes, and what a learning rests on.

use super::{Both, both, fields};
use crate::{
    app::{codebook::Codebook, lang::Lang},
    notebook::{
        Notebook,
        learning::{Learning, SeenIn, Theme},
        problem::Field,
    },
    rules::spelling,
};

/// A theme; one of the alliance's own as its codebook calls it.
pub fn theme(lang: Lang, codebook: &Codebook, theme: &Theme) -> String {
    match theme {
        Theme::Own(code) => codebook.name(lang, code).to_owned(),
        first => first_theme(first).of(lang).to_owned(),
    }
}

/// All themes of a learning, the one it belongs to first.
pub fn themes(lang: Lang, codebook: &Codebook, learning: &Learning) -> String {
    let mut named: Vec<String> = Vec::new();
    for theme in learning.themes().map(|theme| self::theme(lang, codebook, theme)) {
        if !named.contains(&theme) {
            named.push(theme);
        }
    }
    named.join(", ")
}

const fn first_theme(theme: &Theme) -> Both {
    match theme {
        Theme::ClearMethodology => both("metodología clara y estructurada", "clear and structured methodology"),
        Theme::AdjustingTheories => both("ajuste de teorías de mejora", "adjusting improvement theories"),
        Theme::CollaborativeData => {
            both("trabajo colaborativo y basado en datos", "collaborative and data-driven activity")
        }
        Theme::Other | Theme::Own(_) => both("otro tema", "another theme"),
    }
}

/// The codebook to begin with: the first themes, found by their names in both languages.
pub fn codebook() -> Codebook {
    let words = |theme: &Theme| first_theme(theme);
    let folded = |both: Both| spelling::fold(&[both.es, both.en].join(" "));
    Codebook::first(Theme::FIRST.iter().map(words).map(folded).collect())
}

/// A place in the notebook on which a learning rests.
pub fn seen_in(lang: Lang, notebook: &Notebook, place: SeenIn) -> String {
    let at = match place {
        SeenIn::Infographic => 0,
        SeenIn::Contacts => 1,
        SeenIn::Review => 2,
        SeenIn::Action(id) => {
            let Some(action) = notebook.actions.get(id) else {
                return both("una acción que ya no está", "an action that is gone").of(lang).to_owned();
            };
            let what: Vec<&str> = action.what.as_str().split_whitespace().collect();
            return match lang {
                Lang::Es => format!("la acción «{}»", what.join(" ")),
                Lang::En => format!("the action “{}”", what.join(" ")),
            };
        }
    };
    PLACES.get(at).map(|place| place.of(lang).to_owned()).unwrap_or_default()
}

/// Evidence of a learning, and where it is seen; empty where nothing was said.
pub fn evidence(lang: Lang, notebook: &Notebook, learning: &Learning) -> String {
    let told = |field: Field, words: &str| format!("{}: {words}", fields::label(field).of(lang));
    let words = Some(learning.evidence.as_str()).filter(|words| !words.is_empty());
    let words = words.map(|words| told(Field::Evidence, words));
    let place = learning.seen_in.map(|place| told(Field::SeenIn, &seen_in(lang, notebook, place)));
    words.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
}

/// Where in the notebook a learning can be seen, as the form offers it.
pub const PLACES: [Both; 3] = [
    both("la infografía", "the infographic"),
    both("el análisis de contactos", "the analysis of contacts"),
    both("la revisión de datos", "the data review"),
];
