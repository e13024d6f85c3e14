//! Why a file was not read, as a sentence with what to do now.

use std::path::Path;

use super::file_name;
use crate::{
    app::{
        import::{Death, Trouble, Unread},
        lang::Lang,
    },
    text::{Both, both, handover, reading::refusals},
};

/// A file was not read: which, why, and what to do.
pub fn not_read(lang: Lang, path: &Path, trouble: &Trouble) -> String {
    let why = match trouble {
        Trouble::Refused(error) => refusals::refused(lang, error),
        Trouble::NotOpened(why) => handover::not_opened(lang, *why),
        Trouble::Unread(why) => refusals::unread(*why).of(lang).to_owned(),
        Trouble::Died(how) => died(*how).of(lang).to_owned(),
    };
    let name = file_name(path);
    match lang {
        Lang::Es => format!("No se leyó «{name}»: {why}"),
        Lang::En => format!("“{name}” was not read: {why}"),
    }
}

/// A folder cannot be seen.
pub fn no_folder(lang: Lang, folder: &str, why: Unread) -> String {
    let why = match why {
        Unread::Gone => both("no está ahí", "it is not there"),
        Unread::NotAllowed => both("falta permiso para verla", "there is no permission to see it"),
        Unread::Folder | Unread::Special => both("no es una carpeta", "it is no folder"),
        Unread::Disk => both("el disco no la muestra", "the disk does not show it"),
    };
    let why = why.of(lang);
    match (lang, folder) {
        (Lang::Es, "") => format!("No se puede ver la carpeta: {why}."),
        (Lang::En, "") => format!("The folder cannot be seen: {why}."),
        (Lang::Es, folder) => format!("No se puede ver {folder}: {why}."),
        (Lang::En, folder) => format!("{folder} cannot be seen: {why}."),
    }
}

const fn died(how: Death) -> Both {
    match how {
        Death::TooHeavy => both(
            "es demasiado pesado para leerlo de una vez. Divídelo, o guarda como CSV sólo la hoja que sirve. Nada más se perdió.",
            "it is too heavy to be read at once. Split it, or save only the sheet that matters as CSV. Nothing else was lost.",
        ),
        Death::TooSlow => both(
            "tardó más de dos minutos. Cópialo a este equipo y vuelve a intentarlo. Nada más se perdió.",
            "it took more than two minutes. Copy it to this machine and try again. Nothing else was lost.",
        ),
        Death::Broken => both(
            "la lectura falló por dentro. Ábrelo en una planilla y guárdalo como CSV UTF-8. Nada más se perdió.",
            "reading it failed inside. Open it in a spreadsheet and save it as CSV UTF-8. Nothing else was lost.",
        ),
        Death::NotStarted => both(
            "no se pudo iniciar el proceso que lee archivos. Cierra otros programas y vuelve a intentarlo.",
            "the process that reads files could not be started. Close other programs and try again.",
        ),
    }
}
