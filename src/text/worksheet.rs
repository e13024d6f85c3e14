//! Worksheets of the steps in words.

use super::{Both, both, cycle, figures};
use crate::{
    app::lang::Lang,
    notebook::{cycle::Step, prediction::Predicted},
};

/// Where the day of the meeting is written.
pub const MEETING: Both = both("Fecha y quiénes participan", "Date, and who takes part");
/// Title of the questions.
pub const QUESTIONS: Both = both("Para conversar", "To talk about");
/// Title of the indicators.
pub const INDICATORS: Both = both("Qué indicadores vimos", "Which indicators we saw");
/// Title of what was expected.
pub const PREDICTIONS: Both = both("Predecir, antes de mirar", "Predict, before looking");
/// What was seen beside it.
pub const SEEN: Both = both("Se vio", "Seen");
/// Title of the theory.
pub const THEORY: Both = both("Teoría de acción", "Theory of action");
/// Why a criterion is met, or not.
pub const BECAUSE: Both = both("Qué lo muestra", "What shows it");
/// Title of the list.
pub const FOCUS: Both =
    both("Estudiantes en el foco: código, curso, motivos", "Students in the focus: code, course, reasons");
/// How a name never comes on paper.
pub const CODES: Both = both("Sin nombres: cada estudiante por su código.", "No names: each student by the code.");
/// Nothing to say about a student in the focus.
pub const NO_REASON: Both = both("sin motivos hoy", "no reasons today");
/// An action.
pub const ACTION: Both = both("Acción", "Action");
/// A learning.
pub const LEARNING: Both = both("Aprendizaje", "Learning");
/// For everybody.
pub const EVERYBODY: Both = both("toda la escuela", "the whole school");
/// What was adjusted.
pub const ADJUSTED: Both = both("Se ajustó", "Adjusted");
/// What has to be adjusted.
pub const TO_ADJUST: Both = both("Qué hay que ajustar, y por qué", "What has to be adjusted, and why");
/// Title of what is kept.
pub const KEPT: Both = both("Qué se mantiene de cada acción", "What is kept of each action");

/// `Hoja de trabajo · paso 2: Desafío`.
pub fn title(lang: Lang, step: Step) -> String {
    let (number, name) = (step.number(), cycle::step(step).of(lang));
    match lang {
        Lang::Es => format!("Hoja de trabajo · paso {number}: {name}"),
        Lang::En => format!("Worksheet · step {number}: {name}"),
    }
}

/// `Acción 2`.
pub fn numbered(lang: Lang, what: Both, number: usize) -> String {
    format!("{} {}", what.of(lang), figures::number(lang, number))
}

/// What a team is asked to predict.
pub const fn predicted(of: Predicted) -> Both {
    match of {
        Predicted::Attendance => both("Asistencia del último mes, en %", "Attendance of the last month, in %"),
        Predicted::Flagged => both("Estudiantes con señal", "Students with a flag"),
    }
}
