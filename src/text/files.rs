//! What can go wrong with a file, as sentences: what, where, why, and what to do now.

use std::{io::ErrorKind, path::Path};

use super::{Both, both, keeping};
use crate::{
    app::{lang::Lang, notice::Failure},
    store::{
        OpenError, ReadOnly, SaveError, Step,
        damage::Reason,
        error::{self as store},
    },
};

/// A failure in one sentence.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Open(error) => open_error(lang, error),
        Failure::Save(error) => save_error(lang, error),
        Failure::Disk(failure) => disk(lang, failure),
    }
}

/// A failure in a few words, beside the name of the file.
pub fn short(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Open(OpenError::Damaged { line, reason, .. }) => {
            let why = damage(lang, reason);
            match lang {
                Lang::Es => format!("dañado en la línea {line}: {why}"),
                Lang::En => format!("damaged at line {line}: {why}"),
            }
        }
        failure => self::failure(lang, failure),
    }
}

/// What to do about a failure, and what is safe meanwhile.
pub fn advice(lang: Lang, failure: &Failure) -> &'static str {
    match failure {
        Failure::Open(error) => open_advice(error),
        Failure::Save(error) => save_advice(error),
        Failure::Disk(failure) => disk_advice(failure),
    }
    .of(lang)
}

/// What can be done in the program about a file that is damaged.
pub const RESCUE: Both = both(
    "El archivo quedó como estaba. «r» reconstruye el cuaderno con lo que se puede leer: el diario, los respaldos y las líneas sanas del archivo; el archivo dañado se guarda aparte. Para volver a un respaldo: «tep restore».",
    "The file was left as it was. “r” rebuilds the notebook from what can be read: the journal, the backups and the good lines of the file; the damaged file is kept aside. To go back to a backup: “tep restore”.",
);

fn at(lang: Lang, before: Both, path: &Path, after: Both) -> String {
    format!("{} {}: {}", before.of(lang), path.display(), after.of(lang))
}

const COULD_NOT_OPEN: Both = both("No se pudo abrir", "Could not open");
const NOT_SAVED: Both = both("No se guardó", "Not saved:");

/// Why a notebook could not be opened.
pub fn open_error(lang: Lang, error: &OpenError) -> String {
    match error {
        OpenError::Failed(failure) => disk(lang, failure),
        OpenError::TooBig { path } => at(
            lang,
            COULD_NOT_OPEN,
            path,
            both("es demasiado grande para ser un cuaderno.", "it is too large to be a notebook."),
        ),
        OpenError::NotNotebook { path } => {
            at(lang, COULD_NOT_OPEN, path, both("no es un cuaderno de TEP.", "it is not a TEP notebook."))
        }
        OpenError::NoVersion { path } => at(
            lang,
            COULD_NOT_OPEN,
            path,
            both(
                "no dice con qué versión del formato se escribió.",
                "it does not say with which version of the format it was written.",
            ),
        ),
        OpenError::TooOld { path, version } => match lang {
            Lang::Es => format!("No se pudo abrir {}: es de un formato demasiado antiguo ({version}).", path.display()),
            Lang::En => format!("Could not open {}: its format is too old ({version}).", path.display()),
        },
        OpenError::Newer { path, version } => match lang {
            Lang::Es => format!(
                "No se pudo abrir {}: lo escribió una versión más nueva de TEP (formato {version}).",
                path.display()
            ),
            Lang::En => {
                format!("Could not open {}: a newer version of TEP wrote it (format {version}).", path.display())
            }
        },
        OpenError::Damaged { path, line, column, reason, .. } => damaged(lang, path, (*line, *column), reason),
        OpenError::BeyondRepair { path } => match lang {
            Lang::Es => format!("{} no se pudo reconstruir.", path.display()),
            Lang::En => format!("{} could not be rebuilt.", path.display()),
        },
    }
}

fn damaged(lang: Lang, path: &Path, (line, column): (usize, usize), reason: &Reason) -> String {
    let why = damage(lang, reason);
    let path = path.display();
    match (lang, line) {
        (Lang::Es, 0) => format!("{path} está dañado: {why}."),
        (Lang::En, 0) => format!("{path} is damaged: {why}."),
        (Lang::Es, _) => format!("{path} está dañado en la línea {line}, columna {column}: {why}."),
        (Lang::En, _) => format!("{path} is damaged at line {line}, column {column}: {why}."),
    }
}

/// What is wrong at a place of a file; never what stands there.
pub fn damage(lang: Lang, reason: &Reason) -> String {
    let words = match reason {
        Reason::Missing(field) => {
            return match lang {
                Lang::Es => format!("falta el campo «{field}»"),
                Lang::En => format!("the field “{field}” is missing"),
            };
        }
        Reason::NotUtf8 => both("hay letras que no están en UTF-8", "there are letters that are not UTF-8"),
        Reason::Syntax => both("no es JSON", "it is not JSON"),
        Reason::CutShort => both("el archivo termina antes de tiempo", "the file ends too early"),
        Reason::TooDeep => {
            both("hay demasiados paréntesis uno dentro de otro", "there are too many brackets within brackets")
        }
        Reason::KeyTwice => both("un mismo campo aparece dos veces", "the same field stands twice"),
        Reason::IdTwice => both("dos líneas tienen el mismo id", "two lines have the same id"),
        Reason::MonthTwice => both("un mismo mes aparece dos veces", "the same month stands twice"),
        Reason::Value => both("un campo tiene un valor que no puede tener", "a field has a value that it cannot have"),
    };
    words.of(lang).to_owned()
}

/// Why a notebook could not be saved.
pub fn save_error(lang: Lang, error: &SaveError) -> String {
    match error {
        SaveError::Failed(failure) => disk(lang, failure),
        SaveError::ReadOnly { reason, .. } => keeping::read_only(lang, reason, None),
        SaveError::ChangedOutside { path } => at(
            lang,
            NOT_SAVED,
            path,
            both("alguien cambió el archivo fuera de TEP.", "somebody changed the file outside TEP."),
        ),
        SaveError::OutOfStep { path } => at(
            lang,
            NOT_SAVED,
            path,
            both(
                "lo que se ve en pantalla no es lo que quedó guardado. Cierra el cuaderno y ábrelo otra vez.",
                "what the screen shows is not what was kept. Close the notebook and open it again.",
            ),
        ),
        SaveError::Exists { path } => at(
            lang,
            both("Ya hay un cuaderno de esa escuela en", "There is a notebook of that school in"),
            path,
            both("no se creó otro.", "no other was made."),
        ),
        SaveError::TooBig { path } => {
            at(lang, NOT_SAVED, path, both("el cuaderno es demasiado grande.", "the notebook is too large."))
        }
        SaveError::Unreadable { path } => at(
            lang,
            NOT_SAVED,
            path,
            both("el archivo no se puede leer como cuaderno.", "the file cannot be read as a notebook."),
        ),
        SaveError::Unwritable { path } => at(
            lang,
            NOT_SAVED,
            path,
            both(
                "el cuaderno tiene algo que no se puede escribir como JSON.",
                "the notebook holds something that cannot be written as JSON.",
            ),
        ),
    }
}

/// An operation that the disk refused.
pub fn disk(lang: Lang, failure: &store::Failure) -> String {
    let doing = match failure.step {
        Step::List => both("No se pudo leer la carpeta", "Could not read the folder"),
        Step::Read => both("No se pudo leer", "Could not read"),
        Step::MakeFolder => both("No se pudo crear la carpeta", "Could not make the folder"),
        Step::WriteNew | Step::SyncNew | Step::Replace | Step::WriteJournal | Step::SyncJournal => NOT_SAVED,
        Step::SyncFolder => both(
            "Se guardó, pero el disco no confirma que resista un corte de luz:",
            "Saved, but the disk does not confirm that it survives a power cut:",
        ),
    };
    format!("{} {}: {}.", doing.of(lang), failure.path.display(), kind(lang, failure.kind))
}

pub(super) fn kind(lang: Lang, kind: ErrorKind) -> String {
    let words = match kind {
        ErrorKind::NotFound => both("no está ahí", "it is not there"),
        ErrorKind::PermissionDenied => both("falta permiso", "there is no permission"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => both("el disco está lleno", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => both("el disco es de sólo lectura", "the disk is read only"),
        ErrorKind::AlreadyExists => both("ya existe", "it exists already"),
        ErrorKind::NotADirectory => both("no es una carpeta", "it is not a folder"),
        ErrorKind::IsADirectory => both("es una carpeta", "it is a folder"),
        other => return other.to_string(),
    };
    words.of(lang).to_owned()
}

const LOOK_AT_PATH: Both = both("Revisa la ruta y vuelve a intentarlo.", "Look at the path and try again.");

const fn open_advice(error: &OpenError) -> Both {
    match error {
        OpenError::Damaged { .. } => both(
            "El archivo quedó como estaba. Ábrelo desde el estante: «r» reconstruye el cuaderno con lo que se puede leer. También se puede reponer un respaldo: «tep backups» los lista y «tep restore» repone uno.",
            "The file was left as it was. Open it from the shelf: “r” rebuilds the notebook from what can be read. You can also put a backup back: “tep backups” lists them and “tep restore” does it.",
        ),
        OpenError::BeyondRepair { .. } => both(
            "El archivo quedó como estaba. Ni el diario ni los respaldos lo conocen, y no dice de qué escuela es: repón una copia anterior, si la tienes.",
            "The file was left as it was. No journal and no backup knows it, and it does not say of which school it is: put an earlier copy back, if you have one.",
        ),
        OpenError::Newer { .. } => {
            both("Actualiza TEP en este equipo para abrirlo.", "Update TEP on this machine to open it.")
        }
        OpenError::Failed(failure) => disk_advice(failure),
        _ => both(
            "El archivo quedó como estaba. Revisa si es el que buscabas.",
            "The file was left as it was. See whether it is the one you meant.",
        ),
    }
}

const fn save_advice(error: &SaveError) -> Both {
    match error {
        SaveError::ChangedOutside { .. } => both(
            "No se escribió encima, y lo tuyo está guardado en el diario. Con «w» se muestran las diferencias, para decidir.",
            "Nothing was overwritten, and your changes are safe in the journal. “w” shows the differences, for you to decide.",
        ),
        SaveError::Exists { .. } => {
            both("Ábrelo desde el estante, o revisa el RBD.", "Open it from the shelf, or look at the RBD again.")
        }
        SaveError::ReadOnly { reason: ReadOnly::Held(_), .. } => {
            both("Cuando lo cierre, inténtalo otra vez.", "Try again when they have closed it.")
        }
        SaveError::Failed(failure) => disk_advice(failure),
        _ => both("Mientras el programa esté abierto no se pierde nada.", "Nothing is lost while the program is open."),
    }
}

const fn disk_advice(failure: &store::Failure) -> Both {
    match (failure.step, failure.kind) {
        (
            Step::WriteNew | Step::SyncNew | Step::Replace | Step::WriteJournal | Step::SyncJournal | Step::MakeFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded,
        ) => both(
            "Libera espacio y guarda otra vez con «w». Mientras el programa esté abierto no se pierde nada.",
            "Free some space and save again with “w”. Nothing is lost while the program is open.",
        ),
        (
            Step::WriteNew | Step::SyncNew | Step::Replace | Step::SyncFolder | Step::WriteJournal | Step::SyncJournal,
            _,
        ) => both(
            "Revisa la carpeta y guarda otra vez con «w». Mientras el programa esté abierto no se pierde nada.",
            "Look at the folder and save again with “w”. Nothing is lost while the program is open.",
        ),
        (_, ErrorKind::PermissionDenied) => both(
            "Pide permiso sobre esa carpeta, o usa otra con --dir.",
            "Ask for permission on that folder, or use another one with --dir.",
        ),
        _ => LOOK_AT_PATH,
    }
}
