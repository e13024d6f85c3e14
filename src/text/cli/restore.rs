//! Putting a backup back.

use chrono::NaiveDateTime;

use super::backups;
use crate::{
    app::lang::Lang,
    store::{Before, Restored, backup::Unfit},
    text::{figures, files},
};

/// What restoring did, or would do.
pub fn restored(lang: Lang, restored: &Restored, at: NaiveDateTime, dry_run: bool) -> String {
    let (name, at) = (restored.backup.name(), backups::at(lang, at));
    if restored.before == Before::Whole && restored.added + restored.changed + restored.removed == 0 {
        return match lang {
            Lang::Es => format!("El cuaderno dice lo mismo que el respaldo {name} ({at}): no se cambió nada."),
            Lang::En => format!("The notebook says the same as the backup {name} ({at}): nothing was changed."),
        };
    }
    let n = |n| figures::number(lang, n);
    let (added, changed, removed) = (n(restored.added), n(restored.changed), n(restored.removed));
    let (items, students) = (n(restored.items), n(restored.students));
    let told = match (lang, dry_run) {
        (Lang::Es, false) => format!("Se restauró el respaldo {name} ({at})"),
        (Lang::Es, true) => format!("Se restauraría el respaldo {name} ({at})"),
        (Lang::En, false) => format!("The backup {name} ({at}) was restored"),
        (Lang::En, true) => format!("The backup {name} ({at}) would be restored"),
    };
    let counts = match lang {
        Lang::Es => format!(
            "datos agregados {added}, cambiados {changed}, eliminados {removed}; en total {items}, con {students} estudiantes"
        ),
        Lang::En => {
            format!(
                "items added {added}, changed {changed}, removed {removed}; in all {items}, with {students} students"
            )
        }
    };
    let rest = if dry_run { nothing_written(lang).to_owned() } else { afterwards(lang, restored) };
    format!("{told}: {counts}. {rest}")
}

fn nothing_written(lang: Lang) -> &'static str {
    match lang {
        Lang::Es => "No se escribió nada.",
        Lang::En => "Nothing was written.",
    }
}

/// Where everything is now, and how it is taken back.
fn afterwards(lang: Lang, restored: &Restored) -> String {
    let mut sentences = Vec::new();
    match (lang, restored.before) {
        (_, Before::Whole) => {}
        (Lang::Es, Before::Damaged) => sentences.push("El archivo dañado quedó en la carpeta «salvage».".to_owned()),
        (Lang::En, Before::Damaged) => sentences.push("The damaged file lies in the folder “salvage”.".to_owned()),
        (Lang::Es, Before::Missing) => sentences.push("El archivo faltaba y se creó de nuevo.".to_owned()),
        (Lang::En, Before::Missing) => sentences.push("The file was missing and was made again.".to_owned()),
    }
    match (lang, &restored.kept) {
        (_, None) => {}
        (Lang::Es, Some(kept)) if restored.added + restored.changed + restored.removed == 0 => {
            sentences.push(format!("Lo que había quedó en el respaldo {kept}."));
        }
        (Lang::En, Some(kept)) if restored.added + restored.changed + restored.removed == 0 => {
            sentences.push(format!("What was there lies in the backup {kept}."));
        }
        (Lang::Es, Some(kept)) => {
            sentences.push(format!("Lo que había quedó en el respaldo {kept}; «u» en el programa lo trae de vuelta."));
        }
        (Lang::En, Some(kept)) => {
            sentences.push(format!("What was there lies in the backup {kept}; “u” in the program brings it back."));
        }
    }
    match (lang, restored.is_in_file) {
        (_, true) => {}
        (Lang::Es, false) => sentences.push(
            "Está guardado en el diario, pero el archivo no pudo seguir: lo hará cuando se abra el cuaderno."
                .to_owned(),
        ),
        (Lang::En, false) => sentences.push(
            "It is safe in the journal, but the file could not follow: it will when the notebook is opened.".to_owned(),
        ),
    }
    sentences.join(" ")
}

/// No backup has that name or number.
pub fn no_backup(lang: Lang, school: &str, which: &str) -> String {
    match lang {
        Lang::Es => format!(
            "«{school}» no tiene un respaldo «{which}»: «tep backups» los lista. Sirven su nombre, el comienzo de él, o su número, donde 1 es el más nuevo."
        ),
        Lang::En => format!(
            "“{school}” has no backup “{which}”: “tep backups” lists them. Use its name, the beginning of it, or its number, where 1 is the newest."
        ),
    }
}

/// Several names begin so.
pub fn ambiguous(lang: Lang, which: &str, names: &[String]) -> String {
    let names = names.join(", ");
    match lang {
        Lang::Es => format!("«{which}» puede ser más de un respaldo: {names}. Escribe más del nombre."),
        Lang::En => format!("“{which}” may be more than one backup: {names}. Write more of the name."),
    }
}

/// A backup that cannot take the place of the notebook.
pub fn unfit(lang: Lang, name: &str, why: &Unfit) -> String {
    let why = match (lang, why) {
        (lang, Unfit::Unreadable(error)) => files::open_error(lang, error),
        (Lang::Es, Unfit::OtherNotebook) => "Es de otro cuaderno.".to_owned(),
        (Lang::En, Unfit::OtherNotebook) => "It is of another notebook.".to_owned(),
        (Lang::Es, Unfit::WouldLose) => "Tiene datos que este TEP no conoce y se perderían.".to_owned(),
        (Lang::En, Unfit::WouldLose) => "It holds data that this TEP does not know and would leave out.".to_owned(),
    };
    match lang {
        Lang::Es => format!("No se restauró el respaldo {name}. {why} No se cambió nada; prueba con otro."),
        Lang::En => format!("The backup {name} was not restored. {why} Nothing was changed; try another one."),
    }
}
