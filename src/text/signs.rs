//! What the signs on the screens of a notebook mean: the legend at the end of the help.
//!
//! Owns the meaning of signs. Never draws one: what a sign looks like here is how the screens draw it.

use super::{Both, both, charts};
use crate::{app::lang::Lang, insight::marks::MarkKind};

/// A sign as it is drawn, and what it means.
type Sign = (Both, Both);

const LIST: &[Sign] = &[
    (both("•", "•"), both("Está en el foco del ciclo", "Is in the focus of the cycle")),
    (
        both("→85 %", "→85%"),
        both("Días de clases seguidos, sin faltar, para volver a 85 %", "Class days in a row to be back at 85%"),
    ),
    (
        both("208 d!", "208 d!"),
        both("Son más que los días que le quedan al año", "More of them than the year has left"),
    ),
    (both("—", "—"), both("No se sabe: que falten datos no es cero", "Not known: missing data are not zero")),
    (
        both("intento 3 d", "tried 3 d"),
        both("Hace 3 días se intentó, y aún no hay contacto", "Tried 3 days ago, and nobody was reached yet"),
    ),
    (
        both("┄┄┄", "┄┄┄"),
        both(
            "Hasta aquí alcanza el equipo; debajo, lo que no alcanza",
            "The team can follow so many; the rest is below",
        ),
    ),
];

const CARD: &[Sign] = &[
    (both("▂▅█", "▂▅█"), both("Asistencia de cada mes del año", "Attendance in each month of the year")),
    (both("·", "·"), both("Entre esas barras: un mes sin datos", "Among those bars: a month without data")),
    (both("→ 04-05-2026 !", "→ 2026-05-04 !"), both("El próximo paso está atrasado", "The next step is overdue")),
];

const ACTIONS: &[Sign] = &[
    (both("!", "!"), both("Acción atrasada", "The action is overdue")),
    (both("✓", "✓"), both("Acción cumplida", "The action is done")),
    (both("–", "–"), both("Acción descartada", "The action was dropped")),
];

const CHART: &[Sign] = &[
    (both("▲  ▼  =", "▲  ▼  ="), both("Sobre la mediana, bajo ella, en ella", "Above the median, below it, on it")),
    (both("━  ·", "━  ·"), both("Mediana en la línea base, y después", "The median in the baseline, and afterwards")),
    (
        both("reg.%", "reg.%"),
        both("Días con registro, de los días de clases", "Days with a register, of the class days"),
    ),
];

/// The chapters of the legend: a title, and signs with their meaning.
pub fn chapters(lang: Lang) -> [(&'static str, Vec<(String, &'static str)>); 4] {
    let said = |signs: &[Sign]| signs.iter().map(|(sign, what)| (sign.of(lang).to_owned(), what.of(lang))).collect();
    let letter = |kind| (charts::letter(kind, lang).to_string(), charts::meaning(kind).of(lang));
    let mut chart: Vec<(String, &'static str)> = said(CHART);
    chart.extend(MarkKind::ALL.map(letter));
    [
        (both("Signos de la lista de estudiantes", "Signs of the list of students").of(lang), said(LIST)),
        (both("Signos de la ficha", "Signs of the card").of(lang), said(CARD)),
        (both("Signos de las acciones", "Signs of the actions").of(lang), said(ACTIONS)),
        (both("Signos y letras del gráfico", "Signs and letters of the chart").of(lang), chart),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_fits_its_column_and_its_meaning_the_narrowest_help() {
        for lang in Lang::ALL {
            for (sign, what) in chapters(lang).into_iter().flat_map(|(_, signs)| signs) {
                assert!((1..=17).contains(&sign.chars().count()), "{sign}");
                assert!((1..=56).contains(&what.chars().count()), "{what}");
            }
        }
    }
}
