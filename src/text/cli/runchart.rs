//! What `tep runchart` prints for people.

use crate::{
    app::lang::Lang,
    exchange::series::{MOST_LINES, SeriesError},
    insight::chart::Chart,
    rules::period::{By, Period},
    text::{Both, both, charts, figures},
};

/// Heads of the columns of a school.
pub const fn columns(by: By) -> [Both; 5] {
    [
        match by {
            By::Month => both("mes", "month"),
            By::Week => both("semana del", "week of"),
        },
        both("asistencia", "attendance"),
        both("días", "days"),
        both("estudiantes", "students"),
        both("registro", "register"),
    ]
}

/// Each point's place in the first column.
pub fn period(lang: Lang, period: Period) -> String {
    match period {
        Period::Month(month) => charts::month(lang, month),
        Period::Week(week) => figures::day(lang, week.first_day()),
    }
}

/// The notebook has weeks too.
pub const HAS_WEEKS: Both = both("También por semana: agrega --weekly.", "By week too: add --weekly.");
/// A file has no weeks.
pub const FILE_WEEKLY: Both = both(
    "--weekly es para una escuela: un archivo trae un valor por línea, y sus puntos son lo que sean. Quita --weekly.",
    "--weekly is for a school: a file has one value a line, and its points are what they are. Leave out --weekly.",
);

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
    let ends = chart.points.first().zip(chart.points.last());
    let span = ends.map(|(first, last)| charts::span(lang, first.period, last.period)).unwrap_or_default();
    format!("{} {span}", charts::title(chart.by).of(lang))
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
