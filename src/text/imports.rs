//! What an import read, rejected, doubted and did. Rows are numbers; nobody's name is said.

pub mod codes;
pub mod refusals;

use std::path::Path;

use super::{Both, both, count};
use crate::{
    app::lang::Lang,
    exchange::{Encoding, Kind, report::Report},
    rules::identity::Rbd,
};

/// Row numbers that are said before the rest is counted.
const ROWS: usize = 5;

const ROW: (Both, Both) = (both("fila", "row"), both("filas", "rows"));
const SCHOOL: (Both, Both) = (both("escuela", "school"), both("escuelas", "schools"));

/// The name of a kind of table.
pub const fn kind(kind: Kind) -> Both {
    match kind {
        Kind::MonthlyAttendance => both("asistencia mensual del Ministerio", "the Ministry's monthly attendance"),
        Kind::Roster => both("nómina de SIGE", "SIGE roster"),
    }
}

/// One file: what it is and how many rows it has.
pub fn file(lang: Lang, path: &str, table: Kind, rows: usize, written: (Encoding, char)) -> String {
    let (encoding, separator) = written;
    let separator = match separator {
        '\t' => both("tabulador", "tab").of(lang).to_owned(),
        other => format!("«{other}»"),
    };
    let rows = count(lang, rows, ROW.0, ROW.1);
    format!("{path}: {}, {rows} ({}, {separator})", kind(table).of(lang), encoding.code())
}

/// Rows with one thing in common: how many, what it is, and the first of them.
pub fn rows(lang: Lang, what: Both, rows: &[usize]) -> String {
    let first: Vec<String> = rows.iter().take(ROWS).map(ToString::to_string).collect();
    let rest = if rows.len() > ROWS { "…" } else { "" };
    let name = if rows.len() == 1 { ROW.0 } else { ROW.1 }.of(lang);
    let counted = count(lang, rows.len(), ROW.0, ROW.1);
    format!("{counted}: {} ({name} {}{rest})", what.of(lang), first.join(", "))
}

/// Heading of the rows that were not used.
pub const REJECTED: Both = both("No se usaron", "Not used");
/// Heading of the doubts.
pub const WARNINGS: Both = both("Avisos", "Warnings");

/// One notebook or student, several of them.
type Counted = (usize, Both, Both);

/// What became of notebooks and students.
pub fn sum(lang: Lang, report: &Report) -> String {
    const SAME: Both = both("sin cambios", "with no changes");
    let (notebooks, students) = (report.notebooks, report.students);
    let notebooks = parts(
        lang,
        &[
            (notebooks.created, both("creado", "created"), both("creados", "created")),
            (notebooks.changed, both("cambiado", "changed"), both("cambiados", "changed")),
            (notebooks.unchanged, SAME, SAME),
        ],
    );
    let students = parts(
        lang,
        &[
            (students.added, both("agregado", "added"), both("agregados", "added")),
            (students.changed, both("actualizado", "updated"), both("actualizados", "updated")),
            (students.unchanged, SAME, SAME),
        ],
    );
    match lang {
        Lang::Es => format!("Cuadernos: {notebooks}\nEstudiantes: {students}"),
        Lang::En => format!("Notebooks: {notebooks}\nStudents: {students}"),
    }
}

fn parts(lang: Lang, parts: &[Counted]) -> String {
    let said: Vec<String> =
        parts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(lang, *n, *one, *many)).collect();
    if said.is_empty() { both("ninguno", "none").of(lang).to_owned() } else { said.join(", ") }
}

/// Nothing was written, since it was only asked what would happen.
pub const DRY_RUN: Both = both(
    "Esto es sólo lo que pasaría: no se escribió nada. Para hacerlo, quita --dry-run.",
    "This is only what would happen: nothing was written. To do it, leave out --dry-run.",
);

/// Everything was known already.
pub const NO_CHANGES: Both = both("Todo sigue igual: sin cambios.", "All is as it was: no changes.");

/// Schools without a notebook.
pub fn no_notebook(lang: Lang, schools: &[Rbd], rows: usize) -> String {
    let first: Vec<String> = schools.iter().take(ROWS).map(ToString::to_string).collect();
    let rest = if schools.len() > ROWS { "…" } else { "" };
    let listed = format!("{}{rest}", first.join(", "));
    let schools = count(lang, schools.len(), SCHOOL.0, SCHOOL.1);
    let rows = count(lang, rows, ROW.0, ROW.1);
    match lang {
        Lang::Es => format!(
            "Sin cuaderno en esta carpeta: {schools} ({listed}), con {rows} que no se usaron. Con --create se crean."
        ),
        Lang::En => format!(
            "Without a notebook in this folder: {schools} ({listed}), with {rows} that were not used. With --create they are made."
        ),
    }
}

/// A school whose notebook is there but could not be changed.
pub fn closed(lang: Lang, rbd: Rbd, rows: usize) -> String {
    let rows = count(lang, rows, ROW.0, ROW.1);
    match lang {
        Lang::Es => format!("{rows} de {rbd} no se usaron: su cuaderno no se puede cambiar ahora."),
        Lang::En => format!("{rows} of {rbd} were not used: its notebook cannot be changed now."),
    }
}

/// Schools with students known by RUN and others known by MRUN alone.
pub fn known_two_ways(lang: Lang, schools: &[Rbd]) -> String {
    let named: Vec<String> = schools.iter().map(ToString::to_string).collect();
    let named = named.join(", ");
    match lang {
        Lang::Es => format!(
            "Atención, {named}: hay estudiantes con RUN y otros sólo con MRUN (la máscara del Ministerio). Nada permite unirlos, así que una misma persona puede estar dos veces; usa una sola fuente por cuaderno."
        ),
        Lang::En => format!(
            "Careful, {named}: some students are known by RUN and others only by MRUN (the Ministry's mask). Nothing links the two, so the same person may stand there twice; use one source per notebook."
        ),
    }
}

/// Two files for one school.
pub fn two_files(lang: Lang, rbd: Rbd, folder: &Path) -> String {
    let folder = folder.display();
    match lang {
        Lang::Es => format!("Hay más de un cuaderno de {rbd} en {folder}: deja uno y vuelve a importar."),
        Lang::En => format!("There is more than one notebook of {rbd} in {folder}: leave one and import again."),
    }
}

/// What was imported is kept, and the file of the school could not follow.
pub fn behind(lang: Lang, rbd: Rbd) -> String {
    match lang {
        Lang::Es => format!(
            "{rbd}: lo importado está guardado en el diario, pero el archivo no pudo seguir: lo hará cuando se abra el cuaderno."
        ),
        Lang::En => format!(
            "{rbd}: what was imported is safe in the journal, but the file could not follow: it will when the notebook is opened."
        ),
    }
}

/// Writing stopped midway: which schools were written and which were not.
pub fn stopped(lang: Lang, written: &[Rbd], left: &[Rbd]) -> String {
    let list = |schools: &[Rbd]| {
        let said: Vec<String> = schools.iter().map(ToString::to_string).collect();
        if said.is_empty() { both("ninguno", "none").of(lang).to_owned() } else { said.join(", ") }
    };
    let (written, left) = (list(written), list(left));
    match lang {
        Lang::Es => format!(
            "La importación quedó a medias. Cuadernos escritos: {written}. Sin escribir: {left}. Importar otra vez el mismo archivo completa lo que falta."
        ),
        Lang::En => format!(
            "The import stopped midway. Notebooks written: {written}. Not written: {left}. Importing the same file again completes the rest."
        ),
    }
}
