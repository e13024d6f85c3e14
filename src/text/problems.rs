//! Problems and failures as sentences: what, where, and what to do now.

use super::{Both, both, fields};
use crate::{
    app::{
        form::DateProblem,
        forms::Flaw,
        lang::Lang,
        notice::{Cause, Doing, Failure},
    },
    notebook::problem::{Kind, Problem},
    rules::identity::RbdProblem,
};

/// A problem of the notebook.
pub fn problem(lang: Lang, problem: Problem) -> String {
    let name = |field| fields::label(field).of(lang);
    match (problem, lang) {
        (Problem::Missing(field), Lang::Es) => format!("Falta completar «{}».", name(field)),
        (Problem::Missing(field), Lang::En) => format!("“{}” has to be filled in.", name(field)),
        (Problem::InFuture(field), Lang::Es) => {
            format!("«{}» está en el futuro: escribe un día que ya pasó, u hoy.", name(field))
        }
        (Problem::InFuture(field), Lang::En) => {
            format!("“{}” is in the future: write a day that has passed, or today.", name(field))
        }
        (Problem::Before { field, than }, Lang::Es) => {
            format!("«{}» no puede ser antes que «{}».", name(field), name(than))
        }
        (Problem::Before { field, than }, Lang::En) => {
            format!("“{}” cannot come before “{}”.", name(field), name(than))
        }
        (Problem::StillUsed { by, count, .. }, Lang::Es) => {
            format!("No se puede eliminar: {count} {} lo usan todavía.", kinds(by).of(lang))
        }
        (Problem::StillUsed { by, count, .. }, Lang::En) => {
            format!("It cannot be removed: {count} {} still use it.", kinds(by).of(lang))
        }
        (Problem::CycleAlreadyOpen { number }, Lang::Es) => {
            format!("El ciclo {number} está abierto: ciérralo con «C» antes de abrir otro.")
        }
        (Problem::CycleAlreadyOpen { number }, Lang::En) => {
            format!("Cycle {number} is open: close it with “C” before you open another.")
        }
        (Problem::CycleClosed { number }, Lang::Es) => {
            format!("El ciclo {number} está cerrado y su registro queda como está.")
        }
        (Problem::CycleClosed { number }, Lang::En) => {
            format!("Cycle {number} is closed and its record stays as it is.")
        }
        (Problem::CycleNumberTaken { number }, Lang::Es) => format!("Ya hay un ciclo {number} en este cuaderno."),
        (Problem::CycleNumberTaken { number }, Lang::En) => {
            format!("There is a cycle {number} in this notebook already.")
        }
        (problem, lang) => fixed(problem).of(lang).to_owned(),
    }
}

const fn fixed(problem: Problem) -> Both {
    match problem {
        Problem::NoOpenCycle => both("No hay un ciclo abierto: «o» abre uno.", "No cycle is open: “o” opens one."),
        Problem::ChangedMeanwhile(_) => both(
            "Esto cambió mientras tanto y no se tocó nada: vuelve a abrirlo.",
            "This changed meanwhile and nothing was touched: open it again.",
        ),
        Problem::Unknown(Kind::Student) => {
            both("Un estudiante marcado ya no está en el cuaderno.", "A marked student is no longer in the notebook.")
        }
        Problem::ImpossibleDays => both(
            "Los días asistidos no pueden ser más que los trabajados.",
            "There cannot be more days attended than held.",
        ),
        Problem::NoSuchStep => both("No hay más pasos en esa dirección.", "There is no step in that direction."),
        _ => both(
            "Esto apunta a algo que ya no está en el cuaderno.",
            "This points at something that is no longer in the notebook.",
        ),
    }
}

const fn kinds(kind: Kind) -> Both {
    match kind {
        Kind::School => both("escuelas", "schools"),
        Kind::Member => both("integrantes", "members"),
        Kind::Student => both("estudiantes", "students"),
        Kind::Contact => both("contactos", "contacts"),
        Kind::Cycle => both("ciclos", "cycles"),
        Kind::Action => both("acciones", "actions"),
        Kind::Learning => both("aprendizajes", "learnings"),
        Kind::Meeting => both("reuniones", "meetings"),
    }
}

/// What stands beside a field.
pub fn flaw(lang: Lang, flaw: Flaw) -> String {
    match flaw {
        Flaw::Rule(problem) => self::problem(lang, problem),
        Flaw::Date(DateProblem::NotADate) => both(
            "No se entiende como fecha: escribe 12-05-2026, hoy o +7.",
            "Not understood as a date: write 2026-05-12, today or +7.",
        )
        .of(lang)
        .to_owned(),
        Flaw::Date(DateProblem::OutOfRange) => {
            both("El año debe estar entre 1900 y 2199.", "The year must be between 1900 and 2199.").of(lang).to_owned()
        }
        Flaw::Date(DateProblem::NoSuchDay) => {
            both("Ese día no existe en el calendario.", "There is no such day in the calendar.").of(lang).to_owned()
        }
        Flaw::Rbd(RbdProblem::NotANumber) => {
            both("El RBD es un número, como 99001-9.", "The RBD is a number, such as 99001-9.").of(lang).to_owned()
        }
        Flaw::Rbd(RbdProblem::OutOfRange) => {
            both("El RBD tiene entre una y cinco cifras.", "The RBD has one to five digits.").of(lang).to_owned()
        }
        Flaw::RbdDigit(digit) => match lang {
            Lang::Es => format!("El dígito no coincide: con ese RBD sería {}. Revisa el número.", digit.expected),
            Lang::En => format!(
                "The check digit does not agree: for this RBD it would be {}. Look at the number again.",
                digit.expected
            ),
        },
    }
}

/// A failure in one line: what could not be done, where, why.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    let path = failure.path.display();
    let doing = doing(failure.doing).of(lang);
    let cause = cause(lang, &failure.cause);
    format!("{doing} {path}: {cause}")
}

const fn doing(doing: Doing) -> Both {
    match doing {
        Doing::ReadingShelf => both("No se pudo leer la carpeta", "Could not read the folder"),
        Doing::Opening => both("No se pudo abrir", "Could not open"),
        Doing::Saving => both("NO SE GUARDÓ", "NOT SAVED:"),
        Doing::Creating => both("No se pudo crear", "Could not make"),
        Doing::Remembering => both("No se pudo recordar la preferencia en", "Could not keep the setting in"),
    }
}

fn cause(lang: Lang, cause: &Cause) -> String {
    match (cause, lang) {
        (Cause::Damaged { line, column, reason }, Lang::Es) => {
            format!("la línea {line}, columna {column}, no se puede leer ({reason}).")
        }
        (Cause::Damaged { line, column, reason }, Lang::En) => {
            format!("line {line}, column {column} cannot be read ({reason}).")
        }
        (Cause::TooNew { version }, Lang::Es) => {
            format!("lo escribió una versión más nueva de TEP (formato {version}).")
        }
        (Cause::TooNew { version }, Lang::En) => format!("a newer version of TEP wrote it (format {version})."),
        (Cause::Other(words), _) => format!("{words}."),
        (cause, lang) => fixed_cause(cause).of(lang).to_owned(),
    }
}

const fn fixed_cause(cause: &Cause) -> Both {
    match cause {
        Cause::NotFound => both("no está ahí.", "it is not there."),
        Cause::NoPermission => {
            both("falta permiso para leer o escribir ahí.", "there is no permission to read or write there.")
        }
        Cause::DiskFull => both("el disco está lleno.", "the disk is full."),
        Cause::Exists => {
            both("ya existe un cuaderno para esa escuela.", "there is a notebook for that school already.")
        }
        Cause::ChangedOutside => {
            both("alguien cambió el archivo fuera de TEP.", "somebody changed the file outside TEP.")
        }
        _ => both("es demasiado grande para ser un cuaderno.", "it is too large to be a notebook."),
    }
}

/// What a person can do about a failure, and what is safe meanwhile.
pub const fn advice(failure: &Failure) -> Both {
    match (failure.doing, &failure.cause) {
        (_, Cause::ChangedOutside) => both(
            "No se escribió encima. Lo que tienes en pantalla sigue aquí: copia el archivo a otro lugar, vuelve a abrir el cuaderno y compara.",
            "Nothing was overwritten. What is on your screen is still here: copy the file elsewhere, open the notebook again and compare.",
        ),
        (_, Cause::Damaged { .. }) => both(
            "El archivo quedó como estaba; TEP no lo toca. Corrige esa línea con un editor de texto, o repón una copia anterior.",
            "The file was left as it was; TEP does not touch it. Mend that line with a text editor, or put an earlier copy back.",
        ),
        (_, Cause::DiskFull) => both(
            "Libera espacio y haz cualquier cambio: TEP vuelve a intentarlo. Mientras el programa esté abierto no se pierde nada.",
            "Free some space and make any change: TEP tries again. Nothing is lost while the program is open.",
        ),
        (Doing::Saving, _) => both(
            "Mientras el programa esté abierto no se pierde nada. Revisa la carpeta y haz cualquier cambio: TEP vuelve a intentarlo.",
            "Nothing is lost while the program is open. Look at the folder and make any change: TEP tries again.",
        ),
        (_, Cause::TooNew { .. }) => {
            both("Actualiza TEP en este equipo para abrirlo.", "Update TEP on this machine to open it.")
        }
        (_, Cause::Exists) => {
            both("Ábrelo desde el estante, o revisa el RBD.", "Open it from the shelf, or look at the RBD again.")
        }
        (_, Cause::NoPermission) => both(
            "Pide permiso sobre esa carpeta, o usa otra con --dir.",
            "Ask for permission on that folder, or use another one with --dir.",
        ),
        _ => both("Revisa la ruta y vuelve a intentarlo.", "Look at the path and try again."),
    }
}
