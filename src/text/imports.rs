//! What an import read, rejected, doubted and did. Rows are numbers; nobody's name is said.

use std::path::Path;

use super::{Both, both, count};
use crate::{
    app::lang::Lang,
    exchange::{Likeness, report::Report},
    rules::identity::Rbd,
};

/// Row numbers that are said before the rest is counted.
const ROWS: usize = 5;

const ROW: (Both, Both) = (both("fila", "row"), both("filas", "rows"));
const SCHOOL: (Both, Both) = (both("escuela", "school"), both("escuelas", "schools"));

/// Headers, codes and questions that are listed before the rest is counted.
pub const LISTED: usize = 12;

/// A file that does not say its year.
pub fn assumed_year(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Es => format!("No dice de qué año es: se tomó {year}. Para otro año, agrega --year AÑO."),
        Lang::En => format!("It does not say its year: {year} was taken. For another one add --year YEAR."),
    }
}

/// The file states it, and no notebook has a place for it.
pub const GENDER_NOT_KEPT: Both = both(
    "El sexo o género no queda en el cuaderno: aquí nada lo usa.",
    "Sex or gender is not kept in the notebook: nothing here uses it.",
);

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

/// A daily grid gives weeks too.
pub const WEEKS: Both = both(
    "Trae los días: la asistencia queda por mes y por semana («W» en el paso 1).",
    "It has the days: attendance is kept by month and by week (“W” in step 1).",
);

/// Heading of the questions.
pub const QUESTIONS: Both = both(
    "Estas filas no se usaron: pueden ser de un estudiante del cuaderno y ningún número lo dice.",
    "These rows were not used: they may be about a student of the notebook, and no number says so.",
);

/// One question: the row, and whom it may be about.
pub fn question(lang: Lang, (path, row): (&str, u32), known: &str, likeness: Likeness) -> String {
    let why = match likeness {
        Likeness::IpeAndRun => both(
            "mismo nombre, nacimiento y curso; uno tiene RUN y el otro IPE",
            "same name, birth and course; one has a RUN and the other an IPE",
        ),
        Likeness::RunDigit => both(
            "el RUN se parece y uno de los dos dígitos no corresponde",
            "the RUN is alike and one of the two check digits is wrong",
        ),
        Likeness::NameOnly => both("mismo nombre, ningún número en común", "same name, no number in common"),
    };
    match lang {
        Lang::Es => format!("{path}, fila {row}: ¿es {known}? ({})", why.of(lang)),
        Lang::En => format!("{path}, row {row}: is it {known}? ({})", why.of(lang)),
    }
}

/// Questions that are not listed.
pub fn more_questions(lang: Lang, rest: usize) -> String {
    match lang {
        Lang::Es => format!("… y {rest} más"),
        Lang::En => format!("… and {rest} more"),
    }
}

/// What to do about the questions.
pub const HOW_TO_ANSWER: Both = both(
    "Para responder una por una, importa dentro del programa (tecla i). Para responder todas igual: --same (es la misma persona) o --different (es otra).",
    "To answer one by one, import inside the program (key i). To answer all alike: --same (it is the same person) or --different (it is another).",
);

/// Heading of the students who are missing from a new list.
pub const ABSENT: Both = both(
    "Ya no aparecen en la lista de su curso (siguen en el cuaderno; averigua por qué):",
    "Missing from the new list of their course (they stay in the notebook; find out why):",
);

/// Who is missing in a school, by code.
pub fn absent(lang: Lang, rbd: Rbd, codes: &[String]) -> String {
    let first = codes.iter().take(LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let rest = if codes.len() > LISTED { "…" } else { "" };
    let students = count(lang, codes.len(), both("estudiante", "student"), both("estudiantes", "students"));
    format!("{rbd}: {students} ({first}{rest})")
}

/// A file with rows that do not say their school.
pub fn without_school(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Es => format!(
            "{path} no dice de qué escuela es: repite con --into y la escuela, por ejemplo «tep import {path} --into 12669»."
        ),
        Lang::En => format!(
            "{path} does not say which school it is of: repeat with --into and the school, for example “tep import {path} --into 12669”."
        ),
    }
}

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
