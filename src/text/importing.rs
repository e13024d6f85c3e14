//! Importing a file in the program: what each of its screens says.

pub mod columns;
pub mod lines;
pub mod rows;
pub mod trouble;

use std::path::Path;

use super::{Both, both, count, figures};
use crate::{
    app::{import::picker::Item, lang::Lang, look::Look},
    notebook::safe_text::SafeText,
};

pub use trouble::{no_folder, not_read};

/// Title of all its screens.
pub const TITLE: Both = both("Importar un archivo", "Import a file");
/// The folder on the screen.
pub const FOLDER: Both = both("Carpeta", "Folder");
/// The line in which a path is typed.
pub const FILE: Both = both("Archivo", "File");
/// What can be typed there.
pub const HINT: Both =
    both("Escribe parte del nombre o una ruta; Enter abre.", "Type a part of the name, or a path; Enter opens.");
/// Nothing in the folder that could be imported.
pub const EMPTY_FOLDER: Both =
    both("En esta carpeta no hay planillas, CSV ni carpetas.", "There is no workbook, CSV or folder in this folder.");
/// What is typed is in no name.
pub const NO_SUCH: Both = both(
    "Nada se llama así aquí. Enter lo abre de todos modos.",
    "Nothing here is called that. Enter opens it all the same.",
);
/// Another folder was asked for.
pub const LOOKING: Both = both("Mirando la carpeta…", "Looking into the folder…");
/// There is more than is listed.
pub const CUT: Both = both("Hay más: escribe la ruta completa.", "There is more: type the whole path.");
/// A folder in the list.
pub const IS_FOLDER: Both = both("carpeta", "folder");
/// The folder around.
pub const IS_UP: Both = both("carpeta superior", "folder above");
/// What is happening to the file.
pub const READING: Both = both("Leyendo", "Reading");
/// Why one waits.
pub const READING_APART: Both = both(
    "Se lee en un proceso aparte: el programa y el cuaderno no corren riesgo.",
    "It is read in a process apart: program and notebook are at no risk.",
);
/// How not to wait.
pub const CANCEL: Both = both("Esc cancela.", "Esc cancels.");

/// The notebooks are written.
pub const WRITING: Both = both("Escribiendo los cuadernos…", "Writing the notebooks…");
/// Title of the list of meanings; the header follows.
pub const MEANS: Both = both("¿Qué dice la columna?", "What does the column say?");
/// Title of the list of schools.
pub const WHICH_SCHOOL: Both = both("¿De qué escuela son las filas?", "Of which school are the rows?");
/// How a list is searched.
pub const SEARCH_HINT: Both = both("escribe para buscar", "type to search");

/// What became of the notebooks of the shelf.
pub fn taken_in(lang: Lang, notebooks: usize, behind: usize) -> String {
    if notebooks == 0 {
        return both("No se importó nada.", "Nothing was imported.").of(lang).to_owned();
    }
    let counted = count(lang, notebooks, both("cuaderno", "notebook"), both("cuadernos", "notebooks"));
    let done = match lang {
        Lang::Es => format!("Archivo importado en {counted}; en cada uno «u» lo deshace."),
        Lang::En => format!("File imported into {counted}; “u” takes it back in each."),
    };
    if behind == 0 {
        return done;
    }
    let later = both(
        "Está guardado en el diario; algún archivo seguirá cuando se abra su cuaderno.",
        "It is kept in the journal; some file will follow when its notebook is opened.",
    );
    format!("{done} {}", later.of(lang))
}

/// The name of a file, as a screen may show it.
pub fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    SafeText::line(&name.to_string_lossy()).as_str().to_owned()
}

/// What is said of something in a folder, beside its name: bytes, or what it is; and when it was changed.
pub fn about(lang: Lang, item: &Item, look: &Look, today: chrono::NaiveDate) -> (String, String) {
    let what = match (item.is_up(), item.is_folder) {
        (true, _) => IS_UP.of(lang).to_owned(),
        (_, true) => IS_FOLDER.of(lang).to_owned(),
        _ => figures::bytes(lang, item.size),
    };
    let when = item.changed.map(|changed| look.since(changed, today));
    let when = when.map(|since| match since.day {
        Some(day) => figures::day(lang, day),
        None => since.time.format("%H:%M").to_string(),
    });
    (what, when.unwrap_or_default())
}

/// How far a reading is, in percent; nothing while that is not known.
pub fn so_far(lang: Lang, done: u64, total: u64) -> String {
    if total == 0 {
        return String::new();
    }
    let percent = done.min(total).saturating_mul(100) / total;
    match lang {
        Lang::Es => format!("{percent} %"),
        Lang::En => format!("{percent}%"),
    }
}
