//! What a command could not do: what, where, and what to do now.

use std::path::Path;

use crate::{
    app::{lang::Lang, notice},
    store::{OpenError, ReadOnly, SaveError, error::Failure, settings::Note},
    text::{Both, both, files},
};

/// A notebook that could not be opened.
pub fn open(lang: Lang, error: &OpenError) -> String {
    let advice = files::advice(lang, &notice::Failure::Open(error.clone()));
    format!("{} {advice}", files::open_error(lang, error))
}

/// A folder or file that the disk refused.
pub fn disk(lang: Lang, failure: &Failure) -> String {
    let advice = both(
        "Revisa la ruta y los permisos, o usa otra carpeta con --dir.",
        "Look at the path and the permissions, or use another folder with --dir.",
    );
    format!("{} {}", files::disk(lang, failure), advice.of(lang))
}

/// A notebook that could not be saved.
pub fn save(lang: Lang, error: &SaveError) -> String {
    if let SaveError::Failed(failure) = error {
        return disk(lang, failure);
    }
    format!("{} {}", files::save_error(lang, error), save_advice(error).of(lang))
}

const fn save_advice(error: &SaveError) -> Both {
    match error {
        SaveError::Exists { .. } => {
            both("Ábrelo con «tep open», o revisa el RBD.", "Open it with “tep open”, or look at the RBD again.")
        }
        SaveError::ChangedOutside { .. } => both(
            "No se escribió nada en él. Ábrelo con «tep open», que muestra las diferencias para decidir, y repite el comando.",
            "Nothing was written in it. Open it with “tep open”, which shows the differences for you to decide, and run the command again.",
        ),
        SaveError::ReadOnly { reason: ReadOnly::Held(_), .. } => {
            both("Cuando lo cierre, inténtalo otra vez.", "Try again when they have closed it.")
        }
        _ => both("El archivo quedó como estaba.", "The file was left as it was."),
    }
}

/// The terminal refused, or was lost.
pub fn terminal(lang: Lang) -> String {
    both(
        "La terminal no responde: ciérrala, abre otra y vuelve a empezar.",
        "The terminal does not answer: close it, open another and begin again.",
    )
    .of(lang)
    .to_owned()
}

/// No school answers to the name.
pub fn not_found(lang: Lang, school: &str, folder: &Path) -> String {
    let folder = folder.display();
    match lang {
        Lang::Es => format!(
            "No hay un cuaderno de «{school}» en {folder}: «tep list» muestra los que hay; --dir busca en otra carpeta."
        ),
        Lang::En => format!(
            "There is no notebook of “{school}” in {folder}: “tep list” shows those there are; --dir looks in another folder."
        ),
    }
}

/// Several schools answer to the name.
pub fn ambiguous(lang: Lang, school: &str, candidates: &[String]) -> String {
    let candidates = candidates.join("; ");
    match lang {
        Lang::Es => format!("«{school}» puede ser más de una escuela: {candidates}. Usa el RBD o más letras."),
        Lang::En => format!("“{school}” may be more than one school: {candidates}. Use the RBD or more letters."),
    }
}

/// Nothing says where notebooks live on this machine.
pub fn no_home(lang: Lang) -> String {
    both(
        "No se sabe dónde está tu carpeta personal en este equipo: define la variable HOME o TEP_HOME.",
        "It is not known where your home folder is on this machine: set the variable HOME or TEP_HOME.",
    )
    .of(lang)
    .to_owned()
}

/// The practice alliance was asked for among real schools.
pub fn real_schools_here(lang: Lang, folder: &Path) -> String {
    let folder = folder.display();
    match lang {
        Lang::Es => format!(
            "En {folder} hay cuadernos de verdad, y la alianza de práctica no se mezcla con ellos: usa otra carpeta con --dir. No se creó nada."
        ),
        Lang::En => format!(
            "There are real notebooks in {folder}, and the practice alliance is not mixed with them: use another folder with --dir. Nothing was made."
        ),
    }
}

/// A real school was asked for in the practice alliance.
pub fn practice_here(lang: Lang, folder: &Path) -> String {
    let folder = folder.display();
    match lang {
        Lang::Es => format!(
            "En {folder} está la alianza de práctica, y las escuelas de verdad no se mezclan con ella: usa otra carpeta con --dir. No se creó nada."
        ),
        Lang::En => format!(
            "The practice alliance is in {folder}, and real schools are not mixed with it: use another folder with --dir. Nothing was made."
        ),
    }
}

/// What a command prints could not be written.
pub fn output(lang: Lang) -> String {
    both(
        "No se pudo escribir la respuesta: revisa si el disco está lleno o adónde va la salida.",
        "The answer could not be written: see whether the disk is full, or where the output goes.",
    )
    .of(lang)
    .to_owned()
}

/// Settings that are done without.
pub fn settings(lang: Lang, note: &Note) -> String {
    match (lang, note) {
        (Lang::Es, Note::Failed(failure)) => format!("Se sigue sin la configuración. {}", files::disk(lang, failure)),
        (Lang::En, Note::Failed(failure)) => format!("Going on without the settings. {}", files::disk(lang, failure)),
        (Lang::Es, Note::Damaged { path, line }) => format!(
            "Se sigue sin la configuración: {} está dañado (línea {line}). Corrígelo o bórralo.",
            path.display()
        ),
        (Lang::En, Note::Damaged { path, line }) => {
            format!("Going on without the settings: {} is damaged (line {line}). Mend it or delete it.", path.display())
        }
    }
}
