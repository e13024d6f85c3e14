//! Files that could not be read at all: what, which, and what to do now.

use std::io::ErrorKind;

use crate::{
    app::lang::Lang,
    exchange::{LoadError, Looks, ReadError, column::Column, kind::Kind},
    text::{Both, both},
};

/// Why a file could not be read.
pub fn load(lang: Lang, path: &str, error: &LoadError) -> String {
    let why = match error {
        LoadError::Io(error) => of_system(error.kind()).of(lang).to_owned(),
        LoadError::Refused(error) => refused(lang, error),
    };
    match lang {
        Lang::Es => format!("No se leyó {path}: {why}"),
        Lang::En => format!("{path} was not read: {why}"),
    }
}

const fn of_system(kind: ErrorKind) -> Both {
    match kind {
        ErrorKind::NotFound => both("no está ahí. Revisa la ruta.", "it is not there. Look at the path."),
        ErrorKind::PermissionDenied => {
            both("falta permiso. Pídelo o copia el archivo.", "there is no permission. Ask for it or copy the file.")
        }
        ErrorKind::IsADirectory => {
            both("es una carpeta. Escribe los archivos que hay en ella.", "it is a folder. Write the files in it.")
        }
        _ => both(
            "el disco no lo entrega. Cópialo a otro lugar y vuelve a intentarlo.",
            "the disk does not hand it over. Copy it elsewhere and try again.",
        ),
    }
}

fn refused(lang: Lang, error: &ReadError) -> String {
    let fixed = match error {
        ReadError::TooLarge { bytes, limit } => return too_large(lang, *bytes, *limit),
        ReadError::UnknownKind { nearest: Some((kind, missing)) } => return nearly(lang, *kind, missing),
        ReadError::EmptyFile => both("está vacío. Descárgalo otra vez.", "it is empty. Download it again."),
        ReadError::NotATable(looks) => of_looks(*looks),
        ReadError::NoRows => both(
            "tiene encabezado y ninguna fila. Revisa si es el archivo que buscabas.",
            "it has a header and no row. See whether it is the file you meant.",
        ),
        ReadError::NoStudentColumn => both(
            "ninguna columna dice de qué estudiante es cada fila (MRUN o RUN). Revisa si es el archivo que buscabas.",
            "no column says which student a row is about (MRUN or RUN). See whether it is the file you meant.",
        ),
        ReadError::UnknownKind { nearest: None } => both(
            "es una tabla de estudiantes que no se conoce. Sirven la asistencia mensual del Ministerio y la nómina de SIGE.",
            "it is a table of students that is not known. The Ministry's monthly attendance and the SIGE roster will do.",
        ),
    };
    fixed.of(lang).to_owned()
}

const fn of_looks(looks: Looks) -> Both {
    match looks {
        Looks::Workbook => both(
            "es una planilla de Excel o LibreOffice. Ábrela y guárdala como CSV UTF-8.",
            "it is an Excel or LibreOffice workbook. Open it and save it as CSV UTF-8.",
        ),
        Looks::Archive => both(
            "es un archivo comprimido. Descomprímelo e importa el CSV que trae.",
            "it is a packed file. Unpack it and import the CSV in it.",
        ),
        Looks::WebPage => both(
            "es una página web, aunque se llame .xls. Ábrela con una planilla y guárdala como CSV UTF-8.",
            "it is a web page, perhaps named .xls. Open it in a spreadsheet and save it as CSV UTF-8.",
        ),
        Looks::Binary => both(
            "no es texto. Expórtalo como CSV desde el programa que lo hizo.",
            "it is not text. Export it as CSV from the program that made it.",
        ),
        Looks::Prose => both(
            "es un texto sin columnas. Expórtalo como CSV con su encabezado.",
            "it is a text without columns. Export it as CSV with its header.",
        ),
    }
}

fn too_large(lang: Lang, bytes: u64, limit: u64) -> String {
    let [bytes, limit] = [bytes, limit].map(|bytes| bytes.div_ceil(1024 * 1024));
    match lang {
        Lang::Es => format!("tiene {bytes} MiB y se leen hasta {limit}. Divídelo, por ejemplo por comuna."),
        Lang::En => format!("it has {bytes} MiB, and up to {limit} are read. Split it, for example by commune."),
    }
}

fn nearly(lang: Lang, table: Kind, missing: &[Column]) -> String {
    let missing = missing.iter().map(|column| column.header()).collect::<Vec<_>>().join(", ");
    let table = match table {
        Kind::MonthlyAttendance => both("asistencia mensual del Ministerio", "the Ministry's monthly attendance"),
        Kind::Roster => both("nómina de SIGE", "SIGE roster"),
    }
    .of(lang);
    match lang {
        Lang::Es => format!("parece {table}, pero le faltan columnas: {missing}. Expórtalo completo."),
        Lang::En => format!("it looks like {table}, but columns are missing: {missing}. Export it whole."),
    }
}
