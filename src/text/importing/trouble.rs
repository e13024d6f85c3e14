//! Why a file was not read, as a sentence with what to do now.

use std::path::Path;

use super::file_name;
use crate::{
    app::{
        import::{Death, Trouble, Unread},
        lang::Lang,
    },
    exchange::codes::{Looks, Measure, ReadError, TooLarge},
    text::{Both, both, figures},
};

/// A file was not read: which, why, and what to do.
pub fn not_read(lang: Lang, path: &Path, trouble: &Trouble) -> String {
    let why = match trouble {
        Trouble::Refused(error) => refused(lang, error),
        Trouble::Unread(why) => unread(*why).of(lang).to_owned(),
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

const fn unread(why: Unread) -> Both {
    match why {
        Unread::Gone => both("ya no está ahí. Revisa la ruta.", "it is not there any more. Look at the path."),
        Unread::NotAllowed => both(
            "falta permiso. Pídelo, o copia el archivo a otra carpeta.",
            "there is no permission. Ask for it, or copy the file to another folder.",
        ),
        Unread::Folder => both("es una carpeta.", "it is a folder."),
        Unread::Special => both("no es un archivo común.", "it is no ordinary file."),
        Unread::Disk => both(
            "el disco no lo entrega. Cópialo a otro lugar y vuelve a intentarlo.",
            "the disk does not hand it over. Copy it elsewhere and try again.",
        ),
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

/// Why a file is no table that can be read.
pub fn refused(lang: Lang, error: &ReadError) -> String {
    let fixed = match error {
        ReadError::TooLarge(too_large) => return self::too_large(lang, *too_large),
        ReadError::EmptyFile => both("está vacío. Descárgalo otra vez.", "it is empty. Download it again."),
        ReadError::NotATable(looks) => of_looks(*looks),
        ReadError::NoRows => both(
            "tiene encabezado y ninguna fila. Revisa si es el archivo que buscabas.",
            "it has a header and no row. See whether it is the file you meant.",
        ),
        ReadError::NoStudentColumn => both(
            "ninguna columna dice de qué estudiante o escuela es cada fila (RUN, IPE, MRUN, nombre, RBD). Revisa si es el archivo que buscabas.",
            "no column says which student or school a row is about (RUN, IPE, MRUN, name, RBD). See whether it is the file you meant.",
        ),
    };
    fixed.of(lang).to_owned()
}

const fn of_looks(looks: Looks) -> Both {
    match looks {
        Looks::ClosedWorkbook => both(
            "es una planilla dañada o con contraseña. Ábrela y guárdala como CSV UTF-8.",
            "it is a workbook that is damaged or has a password. Open it and save it as CSV UTF-8.",
        ),
        Looks::Archive => both(
            "es un archivo comprimido. Descomprímelo e importa la planilla que trae.",
            "it is a packed file. Unpack it and import the table in it.",
        ),
        Looks::WebPage => both(
            "es una página web sin ninguna tabla. Descárgalo otra vez desde SIGE.",
            "it is a web page without a table. Download it again from SIGE.",
        ),
        Looks::Binary => both(
            "no es una planilla ni un texto. Expórtalo como CSV desde el programa que lo hizo.",
            "it is neither a workbook nor a text. Export it as CSV from the program that made it.",
        ),
        Looks::Prose => both(
            "es un texto sin columnas. Expórtalo como CSV con su encabezado.",
            "it is a text without columns. Export it as CSV with its header.",
        ),
    }
}

fn too_large(lang: Lang, TooLarge { what, limit }: TooLarge) -> String {
    let bytes = || figures::bytes(lang, limit);
    let number = || figures::number(lang, usize::try_from(limit).unwrap_or(usize::MAX));
    let (what, limit) = match what {
        Measure::Bytes => (both("pesa más de", "it has more than"), bytes()),
        Measure::Parts => (both("trae dentro más partes que", "it has more parts inside than"), number()),
        Measure::Unpacked => (both("descomprimido pesa más de", "unpacked it has more than"), bytes()),
        Measure::Rows => (both("sus filas llegan más allá de la", "its rows go beyond number"), number()),
        Measure::Columns => (both("sus columnas llegan más allá de la", "its columns go beyond number"), number()),
        Measure::Cells => (both("sus celdas son más de", "it has more cells than"), number()),
        Measure::Cell => (both("una celda pesa más de", "one cell has more than"), bytes()),
    };
    let advice = both(
        "Divídelo, o copia las filas que sirven a una planilla nueva.",
        "Split it, or copy the rows that matter into a new workbook.",
    );
    format!("{} {limit}. {}", what.of(lang), advice.of(lang))
}
