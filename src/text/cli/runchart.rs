//! What `tep runchart` prints for people.

use crate::{
    app::lang::Lang,
    exchange::series::{MOST_LINES, SeriesError},
    insight::chart::Chart,
    text::{Both, both, figures},
};

/// Heads of the columns of a school.
pub const COLUMNS: [Both; 5] = [
    both("mes", "month"),
    both("asistencia", "attendance"),
    both("días", "days"),
    both("estudiantes", "students"),
    both("registro", "register"),
];

/// A series that is no series.
pub fn refused(lang: Lang, path: &str, error: SeriesError) -> String {
    let most = figures::number(lang, MOST_LINES);
    match (lang, error) {
        (Lang::Es, SeriesError::NoNumber { line }) => {
            format!(
                "{path}, línea {line}: no es un número. Escribe un valor por línea, como 92,5; si falta, deja la línea en blanco."
            )
        }
        (Lang::En, SeriesError::NoNumber { line }) => {
            format!(
                "{path}, line {line}: not a number. Write one value a line, such as 92.5; leave the line blank where it is missing."
            )
        }
        (Lang::Es, SeriesError::TooLong) => {
            format!("{path}: tiene más de {most} líneas. Un gráfico de rachas es de una serie más corta.")
        }
        (Lang::En, SeriesError::TooLong) => {
            format!("{path}: it has more than {most} lines. A run chart is of a shorter series.")
        }
    }
}

/// The line over the points of a school.
pub fn head(lang: Lang, chart: &Chart) -> String {
    let years = chart.points.first().zip(chart.points.last());
    let span = years.map(|(first, last)| crate::text::charts::span(lang, first.month, last.month)).unwrap_or_default();
    match lang {
        Lang::Es => format!("Asistencia mensual {span}"),
        Lang::En => format!("Attendance by month {span}"),
    }
}

/// The median of a series.
pub fn median(lang: Lang, median: &str, baseline: Option<usize>) -> String {
    let median = figures::decimal(lang, median);
    match (lang, baseline) {
        (Lang::Es, Some(points)) => format!("Mediana {median}, de los primeros {points} valores"),
        (Lang::En, Some(points)) => format!("Median {median}, of the first {points} values"),
        (Lang::Es, None) => format!("Mediana {median}, de todos los valores"),
        (Lang::En, None) => format!("Median {median}, of all values"),
    }
}
