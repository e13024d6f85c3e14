//! Files that could not be read at all: what, which, and what to do now.

use crate::{
    app::{import::Unread, lang::Lang},
    exchange::{
        LoadError,
        codes::{Looks, Measure, ReadError, TooLarge},
    },
    text::{Both, both, figures},
};

/// Why a file could not be read.
pub fn load(lang: Lang, path: &str, error: &LoadError) -> String {
    let why = match error {
        LoadError::Io(error) => unread(Unread::from(error)).of(lang).to_owned(),
        LoadError::Refused(error) => refused(lang, error),
    };
    match lang {
        Lang::Es => format!("No se leyó {path}: {why}"),
        Lang::En => format!("{path} was not read: {why}"),
    }
}

/// Why the bytes of a file could not be had, and what to do.
pub const fn unread(why: Unread) -> Both {
    match why {
        Unread::Gone => both("no está ahí. Revisa la ruta.", "it is not there. Look at the path."),
        Unread::NotAllowed => both(
            "falta permiso. Pídelo, o copia el archivo a otra carpeta.",
            "there is no permission. Ask for it, or copy the file to another folder.",
        ),
        Unread::Folder => {
            both("es una carpeta. Indica los archivos que hay en ella.", "it is a folder. Name the files in it.")
        }
        Unread::Special => both("no es un archivo común.", "it is no ordinary file."),
        Unread::Disk => both(
            "el disco no lo entrega. Cópialo a otro lugar y vuelve a intentarlo.",
            "the disk does not hand it over. Copy it elsewhere and try again.",
        ),
    }
}

/// Why the content of a file could not be read, and what to do.
pub fn refused(lang: Lang, error: &ReadError) -> String {
    let fixed = match error {
        ReadError::TooLarge(large) => return too_large(lang, *large),
        ReadError::EmptyFile => both("está vacío. Descárgalo otra vez.", "it is empty. Download it again."),
        ReadError::NotATable(looks) => of_looks(*looks),
        ReadError::NoRows => both(
            "tiene encabezado y ninguna fila. Revisa si es el archivo que buscabas.",
            "it has a header and no row. See whether it is the file you meant.",
        ),
        ReadError::NoStudentColumn => both(
            "ninguna columna dice de qué estudiante es cada fila (RUN, MRUN o nombre). Revisa si es el archivo que buscabas.",
            "no column says which student a row is about (RUN, MRUN or name). See whether it is the file you meant.",
        ),
    };
    fixed.of(lang).to_owned()
}

const fn of_looks(looks: Looks) -> Both {
    match looks {
        Looks::ClosedWorkbook => both(
            "es una planilla que no se puede abrir: está dañada o tiene clave. Ábrela en Excel, quita la clave y guárdala de nuevo.",
            "it is a workbook that cannot be opened: damaged, or closed by a password. Open it in Excel, take the password away and save it again.",
        ),
        Looks::Archive => both(
            "es un archivo comprimido. Descomprímelo e importa lo que trae.",
            "it is a packed file. Unpack it and import what is in it.",
        ),
        Looks::WebPage => both(
            "es una página web sin ninguna tabla. Descarga otra vez la planilla.",
            "it is a web page without a table. Download the spreadsheet again.",
        ),
        Looks::Binary => both(
            "no es una tabla (parece una imagen, un PDF u otra cosa). Expórtala como Excel o CSV desde el programa que la hizo.",
            "it is no table (it looks like an image, a PDF or something else). Export it as Excel or CSV from the program that made it.",
        ),
        Looks::Prose => both(
            "es un texto sin columnas. Expórtalo como Excel o CSV con su encabezado.",
            "it is a text without columns. Export it as Excel or CSV with its header.",
        ),
    }
}

fn too_large(lang: Lang, large: TooLarge) -> String {
    let mebibytes = |bytes: u64| format!("{} MiB", figures::whole(lang, bytes.div_ceil(1024 * 1024)));
    let (what, limit) = match large.what {
        Measure::Bytes => (both("el archivo es muy grande", "the file is too large"), mebibytes(large.limit)),
        Measure::Unpacked => (
            both("la planilla, descomprimida, es muy grande", "the workbook, unpacked, is too large"),
            mebibytes(large.limit),
        ),
        Measure::Cell => {
            let limit = format!("{} KiB", figures::whole(lang, large.limit / 1024));
            (both("una celda es demasiado larga", "a cell is too long"), limit)
        }
        Measure::Parts => (
            both("la planilla tiene demasiadas partes", "the workbook has too many parts"),
            figures::whole(lang, large.limit),
        ),
        Measure::Rows => (both("tiene demasiadas filas", "it has too many rows"), figures::whole(lang, large.limit)),
        Measure::Columns => {
            (both("tiene demasiadas columnas", "it has too many columns"), figures::whole(lang, large.limit))
        }
        Measure::Cells => (both("tiene demasiadas celdas", "it has too many cells"), figures::whole(lang, large.limit)),
    };
    let what = what.of(lang);
    match lang {
        Lang::Es => {
            format!("{what} (se lee hasta {limit}). Divídelo, por ejemplo por curso o comuna, o guárdalo como CSV.")
        }
        Lang::En => {
            format!("{what} (up to {limit} is read). Split it, for example by course or commune, or save it as CSV.")
        }
    }
}
