//! The cycle in words: steps, what is missing, the fate of a theory.

use super::{Both, both, charts, count, fields, figures};
use crate::{
    app::lang::Lang,
    insight::{gaps::Gap, prediction::Calibration, wording::Note},
    notebook::{
        cycle::{Fate, Step, Theory},
        prediction::{Predicted, Prediction},
        problem::Field,
        safe_text::SafeText,
    },
    rules::{calendar::Month, decimal::Decimal},
};

/// The name of a step, as the stepper shows it.
pub const fn step(step: Step) -> Both {
    match step {
        Step::Infographic => both("Infografía", "Infographic"),
        Step::Challenge => both("Desafío", "Challenge"),
        Step::Data => both("Datos", "Data"),
        Step::Implementation => both("Implementación", "Implementation"),
        Step::Learnings => both("Aprendizajes", "Learnings"),
    }
}

/// Questions while no cycle is open.
pub const BEFORE_A_CYCLE: [Both; 2] = [
    both("¿A quiénes queremos mantener en su trayectoria?", "Whom do we want to keep on their path?"),
    both("¿Por dónde partimos?", "Where do we begin?"),
];

/// What a team is asked before it sees the infographic.
pub fn asked_before(lang: Lang, month: Month) -> String {
    let month = charts::month(lang, month);
    match lang {
        Lang::Es => format!("Antes de mirar: ¿qué asistencia espera ver el equipo en {month}?"),
        Lang::En => format!("Before you look: what attendance does the team expect to see in {month}?"),
    }
}

/// Why it is asked first.
pub const WHY_PREDICT: Both = both(
    "Quien predice antes de mirar descubre cuánto conoce su escuela, y qué datos lo sorprenden.",
    "A team that predicts first finds out how well it knows its school, and what surprises it.",
);

/// What the team expected beside what was seen, and how far off it is over its cycles.
pub fn prediction(lang: Lang, prediction: &Prediction, calibration: Option<Calibration>) -> String {
    let number = |value: Decimal| {
        let number = figures::decimal(lang, &value.to_string());
        match (prediction.of, lang) {
            (Predicted::Attendance, Lang::Es) => format!("{number} %"),
            (Predicted::Attendance, Lang::En) => format!("{number}%"),
            (Predicted::Flagged, _) => number,
        }
    };
    let [flagged, see] = match prediction.of {
        Predicted::Attendance => [both("", ""), both("se ve", "seen")],
        Predicted::Flagged => [both(" con señal", " with a flag"), both("se ven", "seen")],
    };
    let expected = format!("{} {}{}", EXPECTED.of(lang), number(prediction.expected), flagged.of(lang));
    let told = match prediction.seen {
        Some(seen) => format!("{expected} · {} {}", see.of(lang), number(seen)),
        None => format!("{expected} · {}", both("aún sin datos", "no data yet").of(lang)),
    };
    let Some(calibration) = calibration.filter(|calibration| calibration.n > 1) else { return told };
    let (n, off) = (calibration.n, number(calibration.mean_error));
    match lang {
        Lang::Es => format!("{told} · diferencia media {off} ({n} predicciones)"),
        Lang::En => format!("{told} · mean difference {off} ({n} predictions)"),
    }
}

const EXPECTED: Both = both("Esperaban", "Expected");

/// A question about how a theory is worded.
pub const fn note(note: Note) -> Both {
    match note {
        Note::NoMeasure => both(
            "¿Con qué número se verá? Ni el «entonces» ni la señal nombran algo que se cuente.",
            "By which number will it be seen? Neither the “then” nor the sign names anything that is counted.",
        ),
        Note::NoAdultPractice => both(
            "¿Qué harán distinto los adultos? El «si» no nombra una práctica de alguien.",
            "What will adults do differently? The “if” names nobody's practice.",
        ),
    }
}

/// Somebody's own words, in the quotes of Spanish, once.
pub fn quoted(words: &str) -> String {
    format!("«{}»", words.trim_matches(['«', '»', '“', '”', '"']))
}

/// Something that a step lacks, in a few words.
pub fn gap(lang: Lang, gap: Gap) -> String {
    match gap {
        Gap::Empty(field) => fields::label(field).of(lang).to_lowercase(),
        Gap::WithoutEvidence(n) => count(
            lang,
            n,
            both("criterio sin evidencia", "criterion without evidence"),
            both("criterios sin evidencia", "criteria without evidence"),
        ),
        Gap::NoWithoutReason(field) => {
            format!(
                "{}: {}",
                fields::label(field).of(lang),
                both("el «no» necesita un motivo", "a “no” needs a reason").of(lang)
            )
        }
        Gap::NotMet(field) => match field {
            Field::Urgent => both("no es urgente: ¿por qué ahora?", "not urgent: why now?"),
            Field::Relevant => {
                both("no es relevante: ¿qué desafío lo sería?", "not relevant: which challenge would be?")
            }
            _ => both("no depende de nosotros: ¿cómo se acota?", "not up to us: how can it be narrowed down?"),
        }
        .of(lang)
        .to_owned(),
        Gap::NoFocus => both("estudiantes en el foco (f)", "students in the focus (f)").of(lang).to_owned(),
        Gap::NoAction => both("al menos una acción (a)", "at least one action (a)").of(lang).to_owned(),
        Gap::ActionsWithoutOwner(n) => count(
            lang,
            n,
            both("acción sin responsable", "action without an owner"),
            both("acciones sin responsable", "actions without an owner"),
        ),
        Gap::ActionsWithoutDate(n) => count(
            lang,
            n,
            both("acción sin fecha", "action without a date"),
            both("acciones sin fecha", "actions without a date"),
        ),
        Gap::NoLearning => both("al menos un aprendizaje (l)", "at least one learning (l)").of(lang).to_owned(),
        Gap::LearningsWithoutEvidence(n) => count(
            lang,
            n,
            both("aprendizaje sin evidencia", "learning without evidence"),
            both("aprendizajes sin evidencia", "learnings without evidence"),
        ),
    }
}

/// What became of a theory of action.
pub const fn fate(fate: Fate) -> Both {
    match fate {
        Fate::Maintained => both("mantenida", "maintained"),
        Fate::Adjusted => both("ajustada", "adjusted"),
        Fate::Replaced => both("reemplazada", "replaced"),
    }
}

/// A theory of action in one sentence; where there is none, that is said.
pub fn theory(lang: Lang, theory: &Theory) -> String {
    if theory.if_we.is_empty() && theory.then.is_empty() && theory.because.is_empty() {
        return both(
            "ATENCIÓN: este ciclo no tiene una teoría de acción escrita («t» la escribe).",
            "CAREFUL: this cycle has no theory of action written down (“t” writes it).",
        )
        .of(lang)
        .to_owned();
    }
    let part = |field: Field, text: &SafeText| format!("{} {}", fields::label(field).of(lang), text.as_str());
    [part(Field::If, &theory.if_we), part(Field::Then, &theory.then), part(Field::Because, &theory.because)].join(" · ")
}
