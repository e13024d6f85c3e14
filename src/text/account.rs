//! The account of a cycle in words, and of two side by side.

use super::{Both, both, count, cycle as words, fields, figures, learnings};
use crate::{
    app::{codebook::Codebook, lang::Lang},
    insight::account::{self, Account, Difference, Figure, Name, Piece, Tag},
    notebook::{
        Notebook,
        action::{ActionFate, ActionScope, StateName},
        cycle::{Closing, Cycle},
        learning::Learning,
    },
};

/// Title of a part.
pub const INDICATORS: Both = both("Indicadores", "Indicators");
/// Title of a part.
pub const CHALLENGE: Both = both("Desafío", "Challenge");
/// A criterion.
pub const URGENT: Both = both("¿Urgente?", "Urgent?");
/// A criterion.
pub const RELEVANT: Both = both("¿Relevante?", "Relevant?");
/// A criterion.
pub const IN_SCOPE: Both = both("¿Depende de nosotros?", "Up to us?");
/// How changed words are written.
pub const LEGEND: Both = both("[-se quitó-] {+se agregó+}", "[-taken out-] {+added+}");
/// Said where no word was changed.
pub const SAME_WORDS: Both = both("Las mismas palabras en los dos ciclos.", "The same words in both cycles.");
/// Said under differences.
pub const NO_CAUSE: Both = both(
    "Una diferencia no dice por qué: se conversa con lo que hizo y vio el equipo.",
    "A difference does not say why: talk it over with what the team did and saw.",
);
/// How far the intervals can be trusted.
pub const APPROXIMATE: Both = both(
    "Los márgenes son aproximados: toman cada ciclo como un grupo aparte, y muchos estudiantes son los mismos.",
    "The intervals are approximate: they take each cycle as a group of its own, and many students are the same.",
);

/// Two cycles side by side: lines with the blanks before them, an empty one before each part.
pub fn comparison(
    lang: Lang,
    notebook: &Notebook,
    (first, second): (&Account<'_>, &Account<'_>),
    differences: &[Difference],
    codebook: &Codebook,
) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = [first, second].map(|account| (0, head(lang, notebook, account))).into();
    let title = |lines: &mut Vec<(usize, String)>, title: String| lines.extend([(0, String::new()), (0, title)]);
    title(&mut lines, theory(lang, first.cycle.closing.as_ref()));
    let theories = account::parts(&first.cycle.theory).into_iter().zip(account::parts(&second.cycle.theory));
    let mut is_changed = false;
    for (label, (old, new)) in parts(lang).into_iter().zip(theories) {
        let pieces = account::diff(old.as_str(), new.as_str());
        is_changed |= pieces.iter().any(|piece| piece.tag != Tag::Same);
        lines.push((2, format!("{label} {}", changed_words(lang, &pieces))));
    }
    lines.push((2, if is_changed { LEGEND } else { SAME_WORDS }.of(lang).to_owned()));
    title(&mut lines, INDICATORS.of(lang).to_owned());
    lines.extend(differences.iter().map(|one| (2, difference(lang, one))));
    lines.extend([NO_CAUSE, APPROXIMATE].map(|said| (2, said.of(lang).to_owned())));
    for account in [first, second] {
        title(&mut lines, cycle_name(lang, account.cycle));
        let sums = [actions(lang, account), contacts(lang, account.contacts), learnings(lang, account, codebook)];
        lines.extend(sums.map(|sum| (2, sum)));
        for learning in &account.learnings {
            lines.push((4, learning.statement.as_str().to_owned()));
            lines.push((6, rests_on(lang, notebook, learning, codebook)));
        }
    }
    lines
}

/// There is no such cycle.
pub fn no_cycle(lang: Lang, number: Option<u16>) -> String {
    match (lang, number) {
        (Lang::Es, Some(number)) => {
            format!("No hay un ciclo {number} en este cuaderno. «tep cycle ESCUELA» muestra el último.")
        }
        (Lang::En, Some(number)) => {
            format!("There is no cycle {number} in this notebook. “tep cycle SCHOOL” shows the last one.")
        }
        (Lang::Es, None) => "Este cuaderno aún no tiene ciclos. En el programa, «o» abre el primero.".to_owned(),
        (Lang::En, None) => "This notebook has no cycles yet. In the program “o” opens the first.".to_owned(),
    }
}

/// `Ciclo 2 «Que nadie falte»`.
pub fn cycle_name(lang: Lang, cycle: &Cycle) -> String {
    let word = both("Ciclo", "Cycle").of(lang);
    if cycle.name.is_empty() {
        format!("{word} {}", cycle.number)
    } else {
        format!("{word} {} «{}»", cycle.number, cycle.name.as_str())
    }
}

/// School, cycle, days, completeness and the team's own judgement.
pub fn head(lang: Lang, notebook: &Notebook, account: &Account<'_>) -> String {
    let (cycle, day) = (account.cycle, |on| figures::day(lang, on));
    let span = match (cycle.closing.is_some(), lang) {
        (true, Lang::Es) => format!("del {} al {}", day(cycle.opened), day(account.until)),
        (true, Lang::En) => format!("from {} to {}", day(cycle.opened), day(account.until)),
        (false, Lang::Es) => format!("abierto el {}", day(cycle.opened)),
        (false, Lang::En) => format!("opened on {}", day(cycle.opened)),
    };
    let complete = match lang {
        Lang::Es => format!("{} % completo", account.completeness),
        Lang::En => format!("{}% complete", account.completeness),
    };
    let own = cycle.judgement.map(|judgement| {
        let value = figures::decimal(lang, &format!("{}.{}", judgement.tenths() / 10, judgement.tenths() % 10));
        format!("{} {value}", both("juicio del equipo", "the team's judgement").of(lang))
    });
    let school = notebook.school.name.as_str().to_owned();
    let parts = [Some(school), Some(cycle_name(lang, cycle)), Some(span), Some(complete), own];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A text, or a dash where there is none.
pub fn or_nothing(lang: Lang, text: &str) -> &str {
    if text.is_empty() { both("(sin escribir)", "(not written)").of(lang) } else { text }
}

/// The labels of the parts of a theory.
pub fn parts(lang: Lang) -> [&'static str; 4] {
    [both("SI", "IF"), both("ENTONCES", "THEN"), both("PORQUE", "BECAUSE"), both("Señal:", "Sign:")]
        .map(|label| label.of(lang))
}

/// Title of the theory, with its fate.
pub fn theory(lang: Lang, closing: Option<&Closing>) -> String {
    let title = both("Teoría de acción", "Theory of action").of(lang);
    match closing {
        Some(closing) => format!("{title} · {}: {}", words::fate(closing.fate).of(lang), closing.reason.as_str()),
        None => format!("{title} · {}", both("en curso", "open").of(lang)),
    }
}

/// Words that were taken out and added, marked so that no colour is needed.
pub fn changed_words(lang: Lang, pieces: &[Piece]) -> String {
    let told: String = pieces
        .iter()
        .map(|piece| match piece.tag {
            Tag::Same => piece.text.clone(),
            Tag::Removed => format!("[-{}-]", piece.text),
            Tag::Added => format!("{{+{}+}}", piece.text),
        })
        .collect();
    or_nothing(lang, &told).to_owned()
}

/// What becomes of an action.
pub const fn action_fate(fate: ActionFate) -> Both {
    match fate {
        ActionFate::Adopt => both("adoptar", "adopt"),
        ActionFate::Adapt => both("adaptar", "adapt"),
        ActionFate::Abandon => both("abandonar", "abandon"),
    }
}

/// On whom an action depends.
pub const fn scope(scope: ActionScope) -> Both {
    match scope {
        ActionScope::School => both("de la escuela", "of the school"),
        ActionScope::Slep => both("del SLEP", "of the SLEP"),
        ActionScope::Other => both("de otro organismo", "of another body"),
    }
}

/// `Acciones: 6 · 4 cumplidas · 2 en marcha · 1 ajustada · adoptar 2`.
pub fn actions(lang: Lang, account: &Account<'_>) -> String {
    let (sums, n) = (&account.sums, |n: usize| figures::number(lang, n));
    let mut parts = vec![format!("{}: {}", both("Acciones", "Actions").of(lang), n(account.actions.len()))];
    for state in StateName::ALL {
        let word = match state {
            StateName::Planned => (both("planificada", "planned"), both("planificadas", "planned")),
            StateName::Doing => (both("en curso", "under way"), both("en curso", "under way")),
            StateName::Done => (both("cumplida", "done"), both("cumplidas", "done")),
            StateName::Dropped => (both("descartada", "dropped"), both("descartadas", "dropped")),
        };
        parts.extend(sums.by_state.get(&state).map(|n| count(lang, *n, word.0, word.1)));
    }
    if sums.adjusted > 0 {
        parts.push(count(lang, sums.adjusted, both("ajustada", "adjusted"), both("ajustadas", "adjusted")));
    }
    if sums.overdue > 0 {
        parts.push(count(lang, sums.overdue, both("atrasada", "overdue"), both("atrasadas", "overdue")));
    }
    for fate in ActionFate::ALL {
        parts.extend(sums.by_fate.get(&fate).map(|count| format!("{} {}", action_fate(fate).of(lang), n(*count))));
    }
    for of in ActionScope::ALL {
        parts.extend(sums.by_scope.get(&of).map(|count| format!("{} {}", n(*count), scope(of).of(lang))));
    }
    parts.join(" · ")
}

/// `Aprendizajes: 3 · metodología 2`.
pub fn learnings(lang: Lang, account: &Account<'_>, codebook: &Codebook) -> String {
    let total = figures::number(lang, account.learnings.len());
    let mut parts = vec![format!("{}: {total}", both("Aprendizajes", "Learnings").of(lang))];
    parts.extend(
        account
            .themes
            .iter()
            .map(|(theme, n)| format!("{} {}", learnings::theme(lang, codebook, theme), figures::number(lang, *n))),
    );
    parts.join(" · ")
}

/// Who said a learning, its themes, and what it rests on.
pub fn rests_on(lang: Lang, notebook: &Notebook, learning: &Learning, codebook: &Codebook) -> String {
    let voice = fields::voice(learning.voice).of(lang).to_owned();
    let parts = [voice, learnings::themes(lang, codebook, learning), learnings::evidence(lang, notebook, learning)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Contacts and attempts within a cycle.
pub fn contacts(lang: Lang, n: usize) -> String {
    count(
        lang,
        n,
        both("contacto o intento", "contact or attempt"),
        both("contactos o intentos", "contacts or attempts"),
    )
}

const fn name(name: Name) -> Both {
    match name {
        Name::Attendance => both("Asistencia en los meses del ciclo", "Attendance in the months of the cycle"),
        Name::BelowRecover => both("Estudiantes bajo 85 %", "Students under 85%"),
        Name::ContactRate => both("Con contacto logrado en 14 días", "Reached within 14 days"),
        Name::ActionsDone => both("Acciones cumplidas", "Actions done"),
        Name::InYearDropout => both("Sin matrícula en ninguna escuela", "Not enrolled anywhere"),
    }
}

fn percent(lang: Lang, hundredths: u64) -> String {
    figures::percent(lang, u32::try_from(hundredths).unwrap_or(u32::MAX))
}

/// An indicator with its n and its interval.
pub fn figure(lang: Lang, figure: &Figure) -> String {
    format!("{}: {}", name(figure.name).of(lang), value(lang, figure))
}

fn value(lang: Lang, figure: &Figure) -> String {
    let n = figures::number(lang, figure.n);
    let Some(value) = figure.value else { return both("sin información", "no information").of(lang).to_owned() };
    let percent = |value| self::percent(lang, value);
    match figure.interval {
        Some((low, high)) => {
            let exact = figures::part(lang, figure.part, figure.n as u64).unwrap_or_default();
            format!("{exact} (n = {n}; {}–{})", percent(low), percent(high))
        }
        None => format!("{} (n = {n})", percent(value)),
    }
}

/// An indicator in both cycles, the difference in points, and its interval.
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let head = format!(
        "{}: {} → {}",
        name(difference.name).of(lang),
        value(lang, &difference.first),
        value(lang, &difference.second)
    );
    let Some(points) = difference.points else { return head };
    let unit = both("puntos", "points").of(lang);
    let told = format!("{head}; {} {unit}", signed(lang, points));
    let Some((low, high)) = difference.interval else { return told };
    let (low, high) = (signed(lang, low), signed(lang, high));
    let chance = if difference.may_be_chance() { both(": puede ser azar", ": may be chance").of(lang) } else { "" };
    match lang {
        Lang::Es => format!("{told} (entre {low} y {high}{chance})"),
        Lang::En => format!("{told} (between {low} and {high}{chance})"),
    }
}

/// Hundredths of a point with their sign and one decimal.
fn signed(lang: Lang, hundredths: i64) -> String {
    let sign = if hundredths < 0 { "−" } else { "+" };
    let tenths = (hundredths.unsigned_abs() + 5) / 10;
    figures::decimal(lang, &format!("{sign}{}.{}", tenths / 10, tenths % 10))
}
