//! Gentle notes on how things are worded: a theory that names no measure or no adult practice, a cause among what was
//! only to be observed.
//!
//! Looks at words alone and may be wrong: what it finds is a question for the team, never a refusal.

use crate::{notebook::cycle::Theory, rules::spelling};

/// Something to ask the team about its theory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Note {
    /// Neither the sign nor what is to happen names anything that is counted.
    NoMeasure,
    /// The IF names nothing that adults do.
    NoAdultPractice,
}

/// Beginnings of words, folded, that name something counted. A digit or a percent does so as well.
const MEASURES: &[&str] = &[
    "asistencia",
    "inasistencia",
    "ausencia",
    "nota",
    "promedio",
    "contacto",
    "entrega",
    "tarea",
    "trabajo",
    "retiro",
    "desvincul",
    "matricula",
    "tasa",
    "porcentaje",
    "numero",
    "cantidad",
    "mas ",
    "menos ",
    "mitad",
    "todos",
    "todas",
    "cada",
    "attendance",
    "absence",
    "grade",
    "average",
    "contact",
    "submission",
    "homework",
    "rate",
    "percent",
    "number",
    "more ",
    "fewer ",
    "less ",
    "half",
    "every",
];

/// Beginnings of words, folded, that name adults of the school.
const ADULTS: &[&str] = &[
    "profesor",
    "docente",
    "equipo",
    "inspector",
    "orienta",
    "dupla",
    "utp",
    "direccion",
    "director",
    "asistente",
    "educador",
    "psicolog",
    "convivencia",
    "adulto",
    "apoderad",
    "familia",
    "teacher",
    "team",
    "staff",
    "adult",
    "principal",
    "counsel",
    "we ",
    "school ",
];

/// Words of the observation phase that say why and not what. Source: Data-Driven Dialogue (Wellman and Lipton), the
/// "no because" sign.
const CAUSES: &[&str] =
    &["porque", "debido a", "por culpa", "parece", "a causa de", "ya que", "because", "due to", "it seems"];

/// What to ask about a theory; nothing while it is not written.
pub fn notes(theory: &Theory) -> Vec<Note> {
    let mut notes = Vec::new();
    let outcome = spelling::fold(&format!("{} {} ", theory.then.as_str(), theory.sign.as_str()));
    let is_counted = outcome.chars().any(|c| c.is_ascii_digit() || c == '%') || has_word(&outcome, MEASURES);
    if !theory.then.is_empty() && !is_counted {
        notes.push(Note::NoMeasure);
    }
    let practice = spelling::fold(&format!("{} ", theory.if_we.as_str()));
    let is_ours =
        practice.split_whitespace().any(|word| word.trim_matches(|c: char| !c.is_alphabetic()).ends_with("mos"));
    if !theory.if_we.is_empty() && !is_ours && !has_word(&practice, ADULTS) {
        notes.push(Note::NoAdultPractice);
    }
    notes
}

/// Whether any word begins in one of these ways.
fn has_word(folded: &str, beginnings: &[&str]) -> bool {
    let text = format!(" {folded}");
    beginnings.iter().any(|beginning| text.contains(&format!(" {beginning}")))
}

/// The first words of a line that say why.
pub fn cause(line: &str) -> Option<&'static str> {
    let folded = format!(" {} ", spelling::fold(line).replace(|c: char| !c.is_alphanumeric(), " "));
    CAUSES.iter().copied().find(|cause| folded.contains(&format!(" {cause} ")))
}

/// A text without the lines that say why, and those lines.
pub fn apart(text: &str) -> (String, String) {
    let (causes, facts): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| cause(line).is_some());
    (facts.join("\n"), causes.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebook::safe_text::SafeText;

    fn theory(if_we: &str, then: &str, sign: &str) -> Theory {
        let text = SafeText::note;
        Theory { if_we: text(if_we), then: text(then), sign: text(sign), ..Theory::default() }
    }

    #[test]
    fn a_theory_that_says_what_adults_do_and_what_is_counted_raises_no_note() {
        for (if_we, then, sign) in [
            ("llamamos el mismo día", "vuelven antes", "menos ausencias"),
            ("cada profesor jefe visita a su curso", "sabremos qué necesita cada uno", "8 de cada 10 familias"),
            ("la dupla acompaña", "sube la asistencia", ""),
            ("teachers call the same day", "they come back", "attendance rises"),
        ] {
            assert_eq!(notes(&theory(if_we, then, sign)), [], "{if_we}");
        }
        assert_eq!(notes(&Theory::default()), [], "nothing is asked of a page that is not written");
    }

    #[test]
    fn resources_are_no_practice_and_a_hope_is_no_measure() {
        assert_eq!(
            notes(&theory("hay más tablets", "les gustará venir", "estarán felices")),
            [Note::NoMeasure, Note::NoAdultPractice]
        );
    }

    #[test]
    fn a_cause_among_facts_is_found_whatever_its_accents_and_moves_as_a_line() {
        assert_eq!(cause("Faltan los lunes PORQUE trabajan"), Some("porque"));
        assert_eq!(cause("Bajó debido a la lluvia."), Some("debido a"));
        assert_eq!(cause("¿Por qué faltan los lunes?"), None, "a question is no cause");
        let (facts, causes) = apart("7B bajó 5 puntos\nFaltan por culpa del bus\n1M subió");
        assert_eq!((facts.as_str(), causes.as_str()), ("7B bajó 5 puntos\n1M subió", "Faltan por culpa del bus"));
    }
}
