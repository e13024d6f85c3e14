//! Sums in words: how many schools, students, flags, actions.

use super::{Both, both, count, figures};
use crate::{
    app::lang::Lang,
    insight::{attended::Attended, indicators::CONTACT_WINDOW},
};

/// `12 escuelas`.
pub fn schools(lang: Lang, n: usize) -> String {
    count(lang, n, both("escuela", "school"), both("escuelas", "schools"))
}

/// `5.068 estudiantes`.
pub fn students(lang: Lang, n: usize) -> String {
    count(lang, n, both("estudiante", "student"), both("estudiantes", "students"))
}

/// `61 con señal`.
pub fn flagged(lang: Lang, n: usize) -> String {
    count(lang, n, both("con señal", "with a flag"), both("con señal", "with a flag"))
}

/// `podemos seguir a 45`.
pub fn capacity(lang: Lang, n: usize) -> String {
    let n = figures::number(lang, n);
    match lang {
        Lang::Es => format!("podemos seguir a {n}"),
        Lang::En => format!("we can follow {n}"),
    }
}

/// `2 atrasadas`.
pub fn overdue(lang: Lang, n: usize) -> String {
    count(lang, n, both("atrasada", "overdue"), both("atrasadas", "overdue"))
}

/// How many students were reached of those enrolled, and in which time.
pub fn reached(lang: Lang, reached: usize, enrolled: usize) -> String {
    let (reached, enrolled) = (figures::number(lang, reached), figures::number(lang, enrolled));
    match lang {
        Lang::Es => format!("{reached} de {enrolled} con contacto logrado en los últimos {CONTACT_WINDOW} días"),
        Lang::En => format!("{reached} of {enrolled} reached in the last {CONTACT_WINDOW} days"),
    }
}

/// `2021: 71,4 %, 45 de 63 días`.
pub fn of_year(lang: Lang, attended: Attended) -> String {
    let year = attended.until.year();
    let percent = attended.share.percent_hundredths().map(|value| figures::percent(lang, value)).unwrap_or_default();
    let Some(days) = attended.share.days() else { return format!("{year}: {percent}") };
    match lang {
        Lang::Es => format!("{year}: {percent}, {} de {} días", days.attended(), days.held()),
        Lang::En => format!("{year}: {percent}, {} of {} days", days.attended(), days.held()),
    }
}

/// Title of the figures of step 1.
pub const BY_MONTH: Both = both("Asistencia mensual", "Attendance by month");
/// Title of the figures of step 1; the scale is named.
pub const BY_BAND: Both =
    both("Estudiantes por tramo de asistencia (escala Mineduc)", "Students by band of attendance (Mineduc scale)");
/// Title of the figures of step 1.
pub const CONTACT_RATE: Both = both("Tasa de contacto", "Contact rate");
