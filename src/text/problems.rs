//! Problems of the notebook and of a form as sentences: what, where, and what to do now.

use super::{Both, both, charts, fields, handover};
use crate::{
    app::{form::DateProblem, forms::Flaw, lang::Lang},
    exchange::seal::SHORTEST,
    notebook::{
        contact::ContactKind,
        problem::{Kind, Problem},
    },
    rules::{calendar::Month, identity::RbdProblem},
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
        (Problem::WeeksOfAnother { month }, lang) => weeks_of_another(lang, month),
        (problem, lang) => fixed(problem).of(lang).to_owned(),
    }
}

fn weeks_of_another(lang: Lang, month: Month) -> String {
    let month = charts::month(lang, month);
    match lang {
        Lang::Es => {
            format!("Las semanas de {month} no suman los días de ese mes: importa de nuevo su planilla diaria.")
        }
        Lang::En => format!("The weeks of {month} do not sum to the days of that month: import its daily grid again."),
    }
}

const fn fixed(problem: Problem) -> Both {
    match problem {
        Problem::NoOpenCycle => both("No hay un ciclo abierto: «o» abre uno.", "No cycle is open: “o” opens one."),
        Problem::ChangedMeanwhile(_) => both(
            "Esto cambió mientras tanto y no se tocó nada: vuelve a abrirlo.",
            "This changed meanwhile and nothing was touched: open it again.",
        ),
        Problem::ResultOfAnother(ContactKind::ReviewOfWork) => both(
            "Ese resultado es de un contacto, y esto es una revisión de trabajos.",
            "This result is one of a contact, and this is a review of work.",
        ),
        Problem::ResultOfAnother(_) => both(
            "Ese resultado es de una revisión de trabajos, y esto es un contacto.",
            "This result is one of a review of work, and this is a contact.",
        ),
        Problem::Unknown(Kind::Student) => {
            both("Un estudiante marcado ya no está en el cuaderno.", "A marked student is no longer in the notebook.")
        }
        _ => both(
            "Esto apunta a algo que ya no está en el cuaderno.",
            "This points at something that is no longer in the notebook.",
        ),
    }
}

const fn kinds(kind: Kind) -> Both {
    match kind {
        Kind::School => both("escuelas", "schools"),
        Kind::Margin => both("notas al margen", "notes in the margin"),
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
        Flaw::NoCourse => both(
            "No es un curso: escribe, por ejemplo, 7B-A o 1M-B.",
            "Not a course: write 7B-A or 1M-B, for instance.",
        )
        .of(lang)
        .to_owned(),
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
        Flaw::NoNumber => both("Escribe un número, como 85.", "Write a number, such as 85.").of(lang).to_owned(),
        Flaw::OwnSchool => both(
            "Es el RBD de esta misma escuela: escribe el de la que recibe.",
            "This is the RBD of this very school: write that of the one that receives.",
        )
        .of(lang)
        .to_owned(),
        Flaw::SameStatus => {
            both("Ya tiene ese estado: elige otro.", "That is the status already: choose another.").of(lang).to_owned()
        }
        Flaw::TooShort => handover::too_short(lang, SHORTEST),
        Flaw::Unlike => both("Las dos frases no son iguales.", "The two are not the same.").of(lang).to_owned(),
        Flaw::RbdDigit(digit) => match lang {
            Lang::Es => format!("El dígito no coincide: con ese RBD sería {}. Revisa el número.", digit.expected),
            Lang::En => format!(
                "The check digit does not agree: for this RBD it would be {}. Look at the number again.",
                digit.expected
            ),
        },
    }
}
