//! The infographic of step 1 in words: bands by course, actions, dropout and withdrawal.

use std::ops::RangeInclusive;

use super::{Both, both, count, figures, reasons};
use crate::{
    app::lang::Lang,
    insight::{
        contact_rate::percent_hundredths,
        losses::{self, Dropout, Withdrawal},
        progress::Progress,
    },
    rules::attendance::{AgencyBand, Band, scale::AnyBand},
};

/// Which lines of a page are on the screen.
pub fn seen(lang: Lang, from: usize, to: usize, lines: usize) -> String {
    match lang {
        Lang::Es => format!("↑↓ líneas {from}–{to} de {lines}"),
        Lang::En => format!("↑↓ lines {from}–{to} of {lines}"),
    }
}

/// The row of all courses together.
pub const SCHOOL: Both = both("Escuela", "School");
/// Title.
pub const ACTIONS: Both = both("Avance de las acciones", "Progress of the actions");
/// Title.
pub const DROPOUT: Both = both("Desvinculación y retiro", "Dropout and withdrawal");
/// No list said anything about engagement.
pub const NO_ENGAGEMENT: Both = both(
    "Sin información: ninguna planilla importada trae encuestas, entregas ni otra medida de compromiso.",
    "No information: no table that was imported has surveys, submissions or another measure of engagement.",
);
/// No action was planned.
pub const NO_ACTIONS: Both = both("Aún no hay acciones en este ciclo.", "There are no actions in this cycle yet.");

/// The fill of a band in a bar; each is another sign, also without colour and in ASCII.
pub const fn fill(band: AnyBand) -> char {
    match band {
        AnyBand::Agency(AgencyBand::Outstanding) => '▁',
        AnyBand::Ministry(Band::Expected) | AnyBand::Agency(AgencyBand::Normal) => '░',
        AnyBand::Ministry(Band::Repeated) | AnyBand::Agency(AgencyBand::Repeated) => '▒',
        AnyBand::Ministry(Band::Grave) | AnyBand::Agency(AgencyBand::Grave) => '▓',
        AnyBand::Ministry(Band::Critical) => '█',
        AnyBand::Ministry(Band::NoData) | AnyBand::Agency(AgencyBand::NoData) => '?',
    }
}

/// `░ esperada 50 (63 %)` of all students.
pub fn band(lang: Lang, (band, students): (AnyBand, usize), total: usize) -> String {
    let (name, n) = (reasons::any_band(band).of(lang), figures::number(lang, students));
    let percent = (100 * students + total / 2) / total.max(1);
    match lang {
        Lang::Es => format!("{} {name} {n} ({percent} %)", fill(band)),
        Lang::En => format!("{} {name} {n} ({percent}%)", fill(band)),
    }
}

/// `n 32`, and how many of them have no data.
pub fn sums(lang: Lang, students: usize, without: usize) -> String {
    let n = figures::number(lang, students);
    match (lang, without) {
        (_, 0) => format!("n {n}"),
        (Lang::Es, _) => format!("n {n}, {without} sin información"),
        (Lang::En, _) => format!("n {n}, {without} no information"),
    }
}

/// How far the actions are.
pub fn progress(lang: Lang, progress: Progress) -> String {
    let Progress { planned, doing, done, dropped, overdue } = progress;
    let total = progress.total();
    let planned = count(lang, planned, both("planificada", "planned"), both("planificadas", "planned"));
    let dropped = count(lang, dropped, both("descartada", "dropped"), both("descartadas", "dropped"));
    let mut said = match lang {
        Lang::Es => format!("{done} de {total} cumplidas · {doing} en curso · {planned} · {dropped}"),
        Lang::En => format!("{done} of {total} done · {doing} under way · {planned} · {dropped}"),
    };
    if overdue > 0 {
        said.push_str(" · ");
        said.push_str(&count(lang, overdue, both("atrasada", "overdue"), both("atrasadas", "overdue")));
    }
    said
}

/// Annual dropout with both years, source and reliability, or what is missing for it.
pub fn dropout(lang: Lang, dropout: Dropout) -> String {
    match (lang, dropout) {
        (Lang::Es, Dropout::Known { year, cohort, missing }) => format!(
            "{year} → {}: {missing} de {cohort} que debían seguir no están en la matrícula importada{}. Fuente: rendimiento y matrícula importados. Es una cota superior: quien falta puede estar en otra escuela.{}",
            year + 1,
            rate(lang, missing, cohort),
            reliability(lang, year..=year + 1)
        ),
        (Lang::En, Dropout::Known { year, cohort, missing }) => format!(
            "{year} → {}: {missing} of {cohort} who were to go on are not in the enrolment that was imported{}. Source: ends of year and enrolment as imported. It is an upper bound: who is missing may be in another school.{}",
            year + 1,
            rate(lang, missing, cohort),
            reliability(lang, year..=year + 1)
        ),
        (Lang::Es, Dropout::NoEnrolment { year }) => format!(
            "Desvinculación {year} → {}: sin información. Falta importar la matrícula de {}.",
            year + 1,
            year + 1
        ),
        (Lang::En, Dropout::NoEnrolment { year }) => format!(
            "Dropout {year} → {}: no information. The enrolment of {} is still to be imported.",
            year + 1,
            year + 1
        ),
        (Lang::Es, Dropout::NoEnd) => {
            "Desvinculación: sin información. Faltan el rendimiento de un año y la matrícula del siguiente.".to_owned()
        }
        (Lang::En, Dropout::NoEnd) => {
            "Dropout: no information. The ends of one year and the enrolment of the next are missing.".to_owned()
        }
    }
}

fn rate(lang: Lang, part: usize, whole: usize) -> String {
    let rate = percent_hundredths(part, whole);
    rate.map(|rate| format!(" ({})", figures::percent(lang, rate))).unwrap_or_default()
}

/// How far figures of these years can be trusted.
fn reliability(lang: Lang, years: RangeInclusive<i32>) -> &'static str {
    let said = if losses::is_reliable(years) {
        both(" Confiabilidad: sin reparos conocidos.", " Reliability: no known doubt.")
    } else {
        both(
            " Confiabilidad: baja; el Ministerio no da por confiable lo reportado en 2021, en pandemia.",
            " Reliability: low; the Ministry does not trust what was reported in 2021, in the pandemic.",
        )
    };
    said.of(lang)
}

/// Withdrawal within a year, as it was published, with its reliability.
pub fn withdrawal(lang: Lang, told: Withdrawal) -> String {
    let Withdrawal { year, withdrawn, of } = told;
    let rate = rate(lang, withdrawn as usize, of as usize);
    let doubt = reliability(lang, year..=year);
    match lang {
        Lang::Es => {
            format!("Retiro durante {year}: {withdrawn} de {of}{rate}. Fuente: Ministerio, por escuela.{doubt}")
        }
        Lang::En => {
            format!("Withdrawal during {year}: {withdrawn} of {of}{rate}. Source: the Ministry, by school.{doubt}")
        }
    }
}

/// Nothing was published.
pub const NO_WITHDRAWAL: Both = both(
    "Retiro: sin información. Falta importar el resumen de rendimiento por escuela.",
    "Withdrawal: no information. The summary of ends of year by school is still to be imported.",
);
