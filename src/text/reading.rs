//! What a file says, in words: kind, form, columns, what was skipped, doubted, rejected. Rows are numbers; nobody is named.

pub mod codes;
pub mod refusals;

use super::{Both, both, count, figures};
use crate::{
    app::lang::Lang,
    exchange::{
        codes::{Container, Kind, ResolvedBy},
        inspect::Totals,
        reading::{Format, Reading},
    },
};

/// Row numbers that are said before the rest is only counted.
const ROWS: usize = 5;

/// Rows of a table.
pub const ROW: (Both, Both) = (both("fila", "row"), both("filas", "rows"));
const STUDENT: (Both, Both) = (both("registro", "record"), both("registros", "records"));

/// Headers that are listed before the rest is counted.
const LISTED: usize = 12;

/// Beginning of the list of columns that were understood.
pub const COLUMNS: Both = both("Columnas que se entendieron", "Columns that were understood");
/// Beginning of the list of columns that nothing was made of.
pub const UNREAD: Both = both("Columnas que no se usaron", "Columns that were not used");
/// Heading of our names for the columns.
pub const NAMES: Both = both("Nombre de cada columna en el JSON:", "Name of each column in the JSON:");
/// Heading of the rows that are no data.
pub const SKIPPED: Both = both("No son datos", "No data");
/// Heading of what was put right.
pub const REPAIRED: Both = both("Se reparó", "Repaired");
/// Heading of the rows that were not used.
pub const REJECTED: Both = both("No se usaron", "Not used");
/// Heading of the doubts.
pub const WARNINGS: Both = both("Avisos", "Warnings");
/// Heading of the students with more than one row.
pub const TWICE: Both = both("Estudiantes con más de una fila", "Students with more than one row");

/// What a table is about.
pub const fn kind(kind: Kind) -> Both {
    match kind {
        Kind::Roster => both("nómina de estudiantes", "list of students"),
        Kind::Attendance => both("asistencia por estudiante", "attendance per student"),
        Kind::MonthlyAttendance => both("asistencia mensual", "monthly attendance"),
        Kind::AnnualAttendance => both("asistencia anual del Ministerio", "the Ministry's annual attendance"),
        Kind::DailyAttendance => both("asistencia diaria", "daily attendance"),
        Kind::Rendimiento => both("rendimiento del Ministerio", "the Ministry's results of the year"),
        Kind::Enrolment => both("matrícula del Ministerio", "the Ministry's enrolment"),
        Kind::Grades => both("notas por asignatura", "grades by subject"),
        Kind::Contacts => both("apoderados y contactos", "guardians and contacts"),
        Kind::Outcome => both("situación final", "outcome of the year"),
        Kind::Engagement => both("participación y entregas", "engagement and submissions"),
        Kind::SchoolTotals => both("cifras por establecimiento", "figures by school"),
    }
}

const fn container(container: Container) -> Both {
    match container {
        Container::Csv => both("texto con separadores", "separated text"),
        Container::Xlsx => both("planilla de Excel", "Excel workbook"),
        Container::Xls => both("planilla de Excel antigua", "old Excel workbook"),
        Container::Ods => both("planilla de LibreOffice", "LibreOffice workbook"),
        Container::Html => both("página web con una tabla", "web page with a table"),
    }
}

/// The first line: the file, what it is, how many records.
pub fn head(lang: Lang, file: &str, reading: &Reading) -> String {
    let records = count(lang, reading.records.len(), STUDENT.0, STUDENT.1);
    let rows = count(lang, reading.rows, ROW.0, ROW.1);
    let kind = kind(reading.kind).of(lang);
    match lang {
        Lang::Es => format!("{file}: {kind}, {records} de {rows}"),
        Lang::En => format!("{file}: {kind}, {records} from {rows}"),
    }
}

/// How the file is written.
pub fn format(lang: Lang, format: &Format) -> String {
    let mut said = vec![container(format.container).of(lang).to_owned()];
    said.extend(format.encoding.map(|encoding| encoding.code().to_owned()));
    said.extend(format.separator.map(|separator| match separator {
        '\t' => both("tabulador", "tab").of(lang).to_owned(),
        other => format!("«{other}»"),
    }));
    said.extend(format.decimal.map(|mark| match (lang, mark) {
        (Lang::Es, ',') => "coma decimal".to_owned(),
        (Lang::Es, _) => "punto decimal".to_owned(),
        (Lang::En, ',') => "decimal comma".to_owned(),
        (Lang::En, _) => "decimal point".to_owned(),
    }));
    said.push(match lang {
        Lang::Es => format!("encabezado en la fila {}", format.header_row),
        Lang::En => format!("header in row {}", format.header_row),
    });
    let list = |names: &[String]| names.iter().map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ");
    if !format.sheets_used.is_empty() {
        let names = list(&format.sheets_used);
        said.push(match lang {
            Lang::Es => format!("hojas leídas: {names}"),
            Lang::En => format!("sheets read: {names}"),
        });
    }
    if !format.sheets_ignored.is_empty() {
        let names = list(&format.sheets_ignored);
        said.push(match lang {
            Lang::Es => format!("hojas sin leer: {names}"),
            Lang::En => format!("sheets not read: {names}"),
        });
    }
    said.join(", ")
}

/// Columns by their headers.
pub fn columns(lang: Lang, what: Both, headers: &[&str]) -> String {
    let first = headers.iter().take(LISTED).map(|header| on_one_line(header)).collect::<Vec<_>>().join(", ");
    let rest = if headers.len() > LISTED { "…" } else { "" };
    format!("{} ({}): {first}{rest}", what.of(lang), headers.len())
}

/// A header without line breaks and double spaces.
pub fn on_one_line(header: &str) -> String {
    header.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows with one thing in common: how many, what it is, and the first of them. No row is the file as a whole.
pub fn rows(lang: Lang, what: Both, rows: &[u32]) -> String {
    if rows.is_empty() {
        return what.of(lang).to_owned();
    }
    let first: Vec<String> = rows.iter().take(ROWS).map(ToString::to_string).collect();
    let rest = if rows.len() > ROWS { "…" } else { "" };
    let name = if rows.len() == 1 { ROW.0 } else { ROW.1 }.of(lang);
    let counted = count(lang, rows.len(), ROW.0, ROW.1);
    format!("{counted}: {} ({name} {}{rest})", what.of(lang), first.join(", "))
}

/// Why one of two rows stays.
pub const fn resolved(by: ResolvedBy) -> Both {
    match by {
        ResolvedBy::Identical => both("iguales: quedó la primera", "the same: the first was kept"),
        ResolvedBy::Enrolled => both("quedó la que sigue en el curso", "the one still enrolled was kept"),
        ResolvedBy::Last => both("dicen cosas distintas: quedó la última", "they differ: the last was kept"),
        ResolvedBy::MoreDays => both("quedó la que tiene más días", "the one with more days was kept"),
    }
}

/// Sums and bands over the records, a line each.
pub fn totals(lang: Lang, totals: &Totals) -> Vec<String> {
    let mut said = Vec::new();
    if let Some((attended, held)) = totals.days.filter(|(_, held)| *held > 0) {
        let (attended, held) = (figures::whole(lang, attended), figures::whole(lang, held));
        said.push(match lang {
            Lang::Es => format!("Días asistidos: {attended} de {held} trabajados"),
            Lang::En => format!("Days attended: {attended} of {held} held"),
        });
    }
    if let Some((sum, with, [below_85, below_90])) = totals.attendance.filter(|(_, with, _)| *with > 0) {
        let mean = figures::mean(lang, sum, with);
        let [with, below_85, below_90] = [with, below_85, below_90].map(|n| figures::number(lang, n));
        said.push(match lang {
            Lang::Es => {
                format!("Asistencia: {with} con dato, promedio {mean} %; {below_85} bajo 85 % y {below_90} bajo 90 %")
            }
            Lang::En => {
                format!("Attendance: {with} known, mean {mean} %; {below_85} below 85 % and {below_90} below 90 %")
            }
        });
    }
    if let Some((sum, with, below)) = totals.average.filter(|(_, with, _)| *with > 0) {
        let mean = figures::mean(lang, sum, with);
        let [with, below] = [with, below].map(|n| figures::number(lang, n));
        said.push(match lang {
            Lang::Es => format!("Promedios: {with} con dato, media {mean}; {below} bajo 4,0"),
            Lang::En => format!("Averages: {with} known, mean {mean}; {below} below 4.0"),
        });
    }
    if let Some(outcomes) = &totals.outcomes {
        let parts = outcomes
            .iter()
            .map(|(outcome, n)| format!("{} {}", figures::number(lang, *n), codes::outcome(*outcome).of(lang)));
        let parts: Vec<String> = parts.collect();
        said.push(format!("{}: {}", both("Situación final", "Outcome").of(lang), parts.join(", ")));
    }
    said
}
