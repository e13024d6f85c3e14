//! How a notebook is kept: the words of the header, why it can only be read, how much room the disk has.

use super::{Both, both, figures, places::word};
use crate::{
    app::{desk::Keeping, lang::Lang, look::Since},
    rules::identity::Rbd,
    store::{Holder, ReadOnly},
};

/// How the notebook stands, for the header: in full, and for where there is little room.
pub fn header(lang: Lang, keeping: &Keeping, since: Option<Since>) -> [String; 2] {
    let [full, short] = match keeping {
        Keeping::Saved => [word::SAVED; 2],
        Keeping::Pending => [word::SAVING; 2],
        Keeping::Failed => [word::UNSAVED; 2],
        Keeping::Behind { .. } => [word::BEHIND, word::BEHIND_SHORT],
        Keeping::ReadOnly(_) => [word::READ_ONLY; 2],
    }
    .map(|words| words.of(lang).to_owned());
    let by = match keeping {
        Keeping::ReadOnly(ReadOnly::Held(holder)) => {
            let since = since.map(|since| self::since(lang, since)).unwrap_or_default();
            format!("{} {since}", holder.user.as_str())
        }
        _ => String::new(),
    };
    match by.trim() {
        "" => [full, short],
        by => [format!("{full}: {by}"), short],
    }
}

/// `desde las 10:32`.
fn since(lang: Lang, since: Since) -> String {
    let time = since.time.format("%H:%M");
    match (lang, since.day) {
        (Lang::Es, None) => format!("desde las {time}"),
        (Lang::Es, Some(day)) => format!("desde el {} a las {time}", figures::day(lang, day)),
        (Lang::En, None) => format!("since {time}"),
        (Lang::En, Some(day)) => format!("since {} {time}", figures::day(lang, day)),
    }
}

/// Why a notebook is only read, and since when.
pub fn read_only(lang: Lang, reason: &ReadOnly, since: Option<Since>) -> String {
    let fixed = match reason {
        ReadOnly::Held(holder) => return held(lang, holder, since),
        ReadOnly::Newer { version } => return newer(lang, *version),
        ReadOnly::NewerJournal => both(
            "Sólo lectura: una versión más nueva de TEP escribió en el diario de este cuaderno. Actualiza TEP para escribir en él.",
            "Read only: a newer version of TEP wrote in this notebook's journal. Update TEP to write in it.",
        ),
        ReadOnly::Folder => both(
            "Sólo lectura: la carpeta no permite escribir. Se puede mirar, y nada de lo que hay cambia.",
            "Read only: the folder lets nobody write. You can look, and nothing that is there changes.",
        ),
        ReadOnly::WouldLose => both(
            "Sólo lectura: el archivo contiene algo que esta versión de TEP no sabría conservar.",
            "Read only: the file holds something that this version of TEP could not keep.",
        ),
    };
    fixed.of(lang).to_owned()
}

/// What can be done about it in the program, if anything.
pub const fn way_in(reason: &ReadOnly) -> Option<Both> {
    match reason {
        ReadOnly::Held(_) => {
            Some(both("Cuando lo cierre, «w» te deja escribir.", "When they close it, “w” lets you write."))
        }
        ReadOnly::Folder => Some(both("«w» lo intenta otra vez.", "“w” tries again.")),
        ReadOnly::Newer { .. } | ReadOnly::NewerJournal | ReadOnly::WouldLose => None,
    }
}

fn newer(lang: Lang, version: u32) -> String {
    match lang {
        Lang::Es => format!(
            "Sólo lectura: este cuaderno es de una versión más nueva de TEP (formato {version}). Actualiza TEP para escribir en él."
        ),
        Lang::En => format!(
            "Read only: a newer version of TEP wrote this notebook (format {version}). Update TEP to write in it."
        ),
    }
}

fn held(lang: Lang, holder: &Holder, since: Option<Since>) -> String {
    let since = since.map(|since| format!(" {}", self::since(lang, since))).unwrap_or_default();
    let who = held_by(holder);
    match lang {
        Lang::Es => {
            format!("Sólo lectura: {} lo está editando{since}.", who.as_deref().unwrap_or("otra persona"))
        }
        Lang::En if since.is_empty() => {
            format!("Read only: {} is editing it.", who.as_deref().unwrap_or("somebody else"))
        }
        Lang::En => format!("Read only: {} has been editing it{since}.", who.as_deref().unwrap_or("somebody else")),
    }
}

/// The person and the machine, as far as they are known.
fn held_by(holder: &Holder) -> Option<String> {
    match (holder.user.as_str(), holder.host.as_str()) {
        ("", _) => None,
        (user, "") => Some(user.to_owned()),
        (user, host) => Some(format!("{user} ({host})")),
    }
}

/// Few bytes are left on the disk: how it stands, and what still works.
pub fn low_room(lang: Lang, left: u64, is_safe: bool) -> String {
    let left = figures::megabytes(lang, left);
    match (lang, is_safe) {
        (Lang::Es, true) => format!(
            "Queda poco espacio en el disco: {left}. Puedes seguir anotando mientras arriba diga «guardado». Libera espacio pronto."
        ),
        (Lang::Es, false) => format!(
            "Queda poco espacio en el disco: {left}. Puedes seguir mirando, y lo que se ve no se pierde mientras TEP esté abierto. Libera espacio y presiona «w»."
        ),
        (Lang::En, true) => format!(
            "There is little room left on the disk: {left}. You can go on writing as long as the top line says “saved”. Free some space soon."
        ),
        (Lang::En, false) => format!(
            "There is little room left on the disk: {left}. You can go on looking, and nothing on the screen is lost while TEP is open. Free some space and press “w”."
        ),
    }
}

/// A change is kept, and the file of the school could not follow.
pub fn behind(lang: Lang, rbd: Rbd) -> String {
    match lang {
        Lang::Es => format!(
            "{rbd}: el cambio está guardado en el diario, pero el archivo no pudo seguir: lo hará cuando se abra el cuaderno."
        ),
        Lang::En => format!(
            "{rbd}: the change is safe in the journal, but the file could not follow: it will when the notebook is opened."
        ),
    }
}
