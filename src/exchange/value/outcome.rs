//! How the year ended, in codes and words, with the day that may stand in the same cell.

use chrono::NaiveDate;

use super::{
    Told,
    date::{self, month_name},
    is_blank,
    plain::Plain,
    trim,
};
use crate::exchange::codes::Outcome;

/// The longest remark that is still read as an outcome.
const LONGEST: usize = 96;

/// Reads a final situation: `P`, `R`, `Y`, `T`, `Promovida`, `REPROBADO`, `repitente`, `RETIRADA 12-05-2024`, `Traslado a otro
/// colegio`, and the day inside, where one stands there. A student who is still enrolled has no outcome yet; two outcomes
/// that exclude each other are nonsense.
pub fn read(text: &str) -> (Told<Outcome>, Option<NaiveDate>) {
    let text = trim(text);
    // The Ministry's codes, hundreds of thousands of them.
    if let &[code] = text.as_bytes()
        && let Some(outcome) = by_code(code)
    {
        return (Told::Value(outcome), None);
    }
    if is_blank(text) {
        return (Told::Nothing, None);
    }
    let Some(plain) = Plain::<LONGEST>::of(text) else { return (Told::Nonsense, None) };
    let has_figures = text.contains(|c: char| c.is_ascii_digit());
    (by_words(&plain), if has_figures { date::inside(text) } else { None })
}

const fn by_code(code: u8) -> Option<Outcome> {
    match code.to_ascii_uppercase() {
        b'P' => Some(Outcome::Promoted),
        b'R' => Some(Outcome::Failed),
        b'Y' => Some(Outcome::Withdrawn),
        b'T' => Some(Outcome::Transferred),
        _ => None,
    }
}

/// What the words of a cell say, each by itself.
#[derive(Default)]
struct Said {
    promoted: bool,
    failed: bool,
    withdrawn: bool,
    transferred: bool,
    dropped_out: bool,
    enrolled: bool,
}

fn by_words(plain: &Plain<LONGEST>) -> Told<Outcome> {
    let mut said = Said::default();
    let mut not = false;
    let mut alone = None;
    let mut count = 0;
    for word in plain.words().filter(|word| !is_of_date(word)) {
        count += 1;
        alone = Some(word);
        hear(word, not, &mut said);
        not = matches!(word, "no" | "not");
    }
    if phrase(plain.as_str()) {
        said.transferred = true;
    }
    match alone.filter(|_| count == 1).and_then(short_form) {
        Some(outcome) => Told::Value(outcome),
        None => said.outcome(),
    }
}

impl Said {
    /// The one outcome of all that was said: why a student left says more than that one did.
    fn outcome(&self) -> Told<Outcome> {
        let left = if self.transferred {
            Some(Outcome::Transferred)
        } else if self.dropped_out {
            Some(Outcome::DroppedOut)
        } else if self.withdrawn {
            Some(Outcome::Withdrawn)
        } else {
            None
        };
        match (left, self.promoted, self.failed) {
            (Some(left), false, false) => Told::Value(left),
            (None, true, false) => Told::Value(Outcome::Promoted),
            (None, false, true) => Told::Value(Outcome::Failed),
            (None, false, false) if self.enrolled => Told::Nothing,
            _ => Told::Nonsense,
        }
    }
}

/// Takes note of a word; `not` is whether a no stands before it.
fn hear(word: &str, not: bool, said: &mut Said) {
    let starts = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if starts(&["promov", "promoc", "aprob", "aprueba", "egres", "titulad", "licenciad", "graduad", "graduate"])
        || matches!(word, "pass" | "passed" | "distinction" | "promoted" | "pasa")
    {
        *if not { &mut said.failed } else { &mut said.promoted } = true;
    } else if starts(&["reprob", "reprueba", "repit", "repet", "fail"]) {
        *if not { &mut said.promoted } else { &mut said.failed } = true;
    } else if starts(&["retir", "withdr"]) || word == "baja" {
        said.withdrawn |= !not;
    } else if starts(&["traslad", "transfer"]) {
        said.transferred |= !not;
    } else if starts(&["desert", "deserc", "abandon", "dropout", "dropped", "desvincul"]) {
        said.dropped_out |= !not;
    } else if starts(&["matriculad", "vigente", "cursando", "enrol", "activ"])
        || matches!(word, "regular" | "pendiente")
    {
        said.enrolled = true;
    }
}

/// A code or a short form that is the only word of its cell.
fn short_form(word: &str) -> Option<Outcome> {
    match word {
        "p" | "prom" | "apr" | "apro" => Some(Outcome::Promoted),
        "r" | "rep" | "repr" => Some(Outcome::Failed),
        "y" | "ret" => Some(Outcome::Withdrawn),
        "t" | "tra" | "tras" | "trasl" => Some(Outcome::Transferred),
        "des" | "deser" => Some(Outcome::DroppedOut),
        _ => None,
    }
}

/// Ways of saying that a student went to another school without the word for it.
fn phrase(plain: &str) -> bool {
    let places = ["colegio", "escuela", "liceo", "establecimiento", "curso"];
    plain.split_once("cambio de ").is_some_and(|(_, what)| places.iter().any(|place| what.starts_with(place)))
        || plain.contains("drop out")
}

/// Words of a date: figures and months (`APR` is *aprobado*, and April in English only).
fn is_of_date(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || (month_name(word).is_some() && word != "apr")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> &'static str {
        match read(text).0 {
            Told::Value(outcome) => outcome.code(),
            Told::Nothing => "nothing",
            Told::Nonsense => "nonsense",
        }
    }

    #[test]
    fn an_outcome_is_the_same_in_codes_and_words_of_both_genders() {
        let all = [
            (
                "promoted",
                &[
                    "P",
                    "p",
                    "Promovido",
                    "PROMOVIDA",
                    "Promovido/a",
                    "Prom.",
                    "Aprobado",
                    "Aprobada",
                    "Aprobado/a",
                    "APR",
                    "Egresado",
                    "Egresada",
                    "Licenciado",
                    "Pass",
                    "Distinction",
                    "Graduate",
                    "No repite",
                    "Pasa de curso",
                    "aprobó con 4,0",
                ][..],
            ),
            (
                "failed",
                &[
                    "R",
                    "Reprobado",
                    "REPROBADA",
                    "Rep.",
                    "repitente",
                    "Repite",
                    "Repitencia",
                    "Repite curso",
                    "No promovida",
                    "No aprobado",
                    "Fail",
                    "Reprobado por inasistencia",
                ],
            ),
            (
                "withdrawn",
                &[
                    "Y",
                    "Retirado",
                    "RETIRADA",
                    "Ret.",
                    "Retirado/a",
                    "RETIRADA 12-05-2024",
                    "Retiro voluntario",
                    "Withdrawn",
                    "Dado de baja",
                    "retirado el 5 de mayo",
                ],
            ),
            (
                "transferred",
                &[
                    "T",
                    "Trasladado",
                    "Trasladada",
                    "Tras.",
                    "TRA",
                    "Traslado a otro colegio",
                    "Retirado por traslado",
                    "Cambio de colegio",
                    "Retirada (cambio de establecimiento)",
                ],
            ),
            (
                "dropped_out",
                &[
                    "Desertor",
                    "Desertora",
                    "Desertor/a",
                    "Desertó",
                    "DESERCIÓN",
                    "Abandono",
                    "Abandonó",
                    "Dropout",
                    "Retirado por deserción",
                    "Desvinculada",
                ],
            ),
            (
                "nothing",
                &["", " ", "-", "s/i", "Matriculado", "Alumna regular", "Vigente", "Enrolled", "Cursando", "Pendiente"],
            ),
        ];
        for (wanted, texts) in all {
            for text in texts {
                assert_eq!(code(text), wanted, "{text:?}");
            }
        }
    }

    #[test]
    fn what_says_two_things_or_none_is_never_chosen() {
        for text in [
            "Promovido / Reprobado",
            "X",
            "A",
            "5,6",
            "Promovida, retirada el 12-05-2024",
            "¿?a",
            "Fallecido",
            "No",
            "12-05-2024",
        ] {
            assert_eq!(code(text), "nonsense", "{text}");
        }
        assert_eq!(code(&"retirado ".repeat(40)), "nonsense");
    }

    #[test]
    fn the_day_of_a_withdrawal_is_not_lost() {
        let day = NaiveDate::from_ymd_opt(2024, 5, 12);
        for text in ["RETIRADA 12-05-2024", "Retirado el 12 de mayo de 2024", "Y 12/05/24", "12.05.2024 Ret."] {
            assert_eq!(read(text), (Told::Value(Outcome::Withdrawn), day), "{text}");
        }
        assert_eq!(read("Retirado"), (Told::Value(Outcome::Withdrawn), None));
    }

    proptest! {
        #[test]
        fn no_text_brings_the_reader_down(text in "\\PC{0,32}|(no )?(retirad|promovid|reprobad)[oa]? [0-9./-]{0,10}") {
            read(&text);
        }
    }
}
