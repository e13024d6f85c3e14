//! What `tep doctor` found, and what to do about it. States, counts and paths; never a word of what a notebook says.

use std::{io::ErrorKind, path::PathBuf};

use chrono::NaiveDate;

use crate::{
    app::{
        guide::{BadLine, OwnFile},
        lang::Lang,
        notice::Failure,
    },
    store::{Failure as DiskFailure, OpenError, ReadOnly, fs::trial::Feature},
    text::{Both, both, count, figures, files, guide, keeping},
};

/// Colours of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Switched off by the person.
    Off,
    /// The terminal has none.
    None,
    /// As many as the program uses, or more.
    Enough,
}

/// One of the program's folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folder {
    /// What a person may edit by hand.
    Config,
    /// The notebooks.
    Shelf,
    /// What the program remembers.
    State,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// The version of the program.
    Program(&'static str),
    /// What the terminal calls itself.
    Term(Option<String>),
    /// Columns and rows of the window, where there is one.
    Window(Option<(u16, u16)>),
    /// Colours.
    Colours(Colours),
    /// Whether letters other than ASCII can be shown.
    Letters(bool),
    /// The locale.
    Locale(Option<String>),
    /// The language in which the program speaks.
    Language(Lang),
    /// A folder that is not there yet.
    FolderMissing(Folder, PathBuf),
    /// A folder, with its mode where the system has one.
    FolderThere(Folder, PathBuf, Option<u32>),
    /// A folder that cannot be looked at.
    FolderFailed(Folder, PathBuf, ErrorKind),
    /// Bytes of free room, and bytes that there should be.
    Room(u64, u64),
    /// What the file system can do, or cannot.
    Feature(Feature, bool),
    /// The folder of the notebooks takes no file.
    Unwritable(DiskFailure),
    /// A file of the alliance's own words: how much it adds; none where it is not there.
    Own(OwnFile, Option<usize>),
    /// A line of such a file that is not understood.
    BadLine(Line),
    /// Such a file that cannot be read.
    OwnUnread(DiskFailure),
    /// The file is a notebook of this version of the format.
    Readable(u32),
    /// It can be read and must not be written.
    ReadOnly(ReadOnly),
    /// It cannot be read.
    Unreadable(OpenError),
    /// It is not there, and its journal is.
    Missing,
    /// It is an older copy that somebody put back.
    OldCopy,
    /// Changes that somebody made outside.
    Outside(usize),
    /// How many journals there are.
    Journals(usize),
    /// Changes that are in the journal and not in the file; whether somebody is just writing.
    Unfinished(usize, bool),
    /// Journals whose last line is not whole.
    Torn(usize),
    /// Journals that are damaged in the middle; whether somebody was told.
    Broken(usize, bool),
    /// Journals that only a newer program understands.
    NewerJournals(usize),
    /// Whether somebody has the pen, and if so, whether on this machine.
    Pen(Option<bool>),
    /// How many backups there are, and the day of the newest, and today.
    Backups(usize, Option<(NaiveDate, NaiveDate)>),
    /// Backups that cannot be put back.
    UnfitBackups(usize),
    /// Temporary files of a killed program.
    Leftovers(usize),
    /// Forms that were half typed; whether somebody is just typing.
    Drafts(usize, bool),
    /// Damaged pieces that were put aside.
    Salvaged(usize),
    /// Files that others may read or write: how many, and the first with its mode.
    Exposed(usize, PathBuf, u32),
}

/// A line of a file of the alliance's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// One of the guiding questions.
    Question(BadLine),
    /// One of the codebook, by its number.
    Theme(usize),
}

/// A line that is not understood, and how it is written; never what stands in it.
pub fn bad_line(lang: Lang, line: Line) -> String {
    match line {
        Line::Question(bad) => guide::bad_line(lang, bad),
        Line::Theme(number) => guide::bad_theme(lang, number),
    }
}

/// What was found.
pub fn what(lang: Lang, fact: &Fact) -> String {
    match fact {
        Fact::Program(version) => format!("TEP Notebook {version}"),
        Fact::Term(Some(term)) => format!("TERM: {term}"),
        Fact::Term(None) => both("TERM no está definida", "TERM is not set").of(lang).to_owned(),
        Fact::Window(Some((columns, rows))) => match lang {
            Lang::Es => format!("ventana de {columns}×{rows}"),
            Lang::En => format!("window of {columns}×{rows}"),
        },
        Fact::Window(None) => {
            both("sin ventana: aquí no hay una terminal", "no window: this is no terminal").of(lang).to_owned()
        }
        Fact::Colours(colours) => self::colours(*colours).of(lang).to_owned(),
        Fact::Letters(true) => both("letras con acentos (UTF-8)", "letters with accents (UTF-8)").of(lang).to_owned(),
        Fact::Letters(false) => both("sólo letras ASCII", "ASCII letters only").of(lang).to_owned(),
        Fact::Locale(Some(locale)) => format!("locale: {locale}"),
        Fact::Locale(None) => {
            both("el sistema no dice su idioma", "the system does not say its language").of(lang).to_owned()
        }
        Fact::Language(Lang::Es) => both("idioma: español", "language: Spanish").of(lang).to_owned(),
        Fact::Language(Lang::En) => both("idioma: inglés", "language: English").of(lang).to_owned(),
        Fact::FolderMissing(..) | Fact::FolderThere(..) | Fact::FolderFailed(..) => folder(lang, fact),
        Fact::Room(bytes, _) => match lang {
            Lang::Es => format!("espacio libre: {}", figures::bytes(lang, *bytes)),
            Lang::En => format!("free room: {}", figures::bytes(lang, *bytes)),
        },
        Fact::Feature(feature, can) => {
            let name = self::feature(*feature).of(lang);
            format!("{name}: {}", if *can { both("sí", "yes") } else { both("no", "no") }.of(lang))
        }
        Fact::Unwritable(failure) | Fact::OwnUnread(failure) => {
            files::disk(lang, failure).trim_end_matches('.').to_owned()
        }
        Fact::Own(file, found) => guide::own(lang, *file, *found),
        Fact::BadLine(line) => bad_line(lang, *line).trim_end_matches('.').to_owned(),
        fact => of_file(lang, fact),
    }
}

const fn colours(colours: Colours) -> Both {
    match colours {
        Colours::Off => both("sin colores, como se pidió", "no colours, as was asked for"),
        Colours::None => both("la terminal no tiene colores", "the terminal has no colours"),
        Colours::Enough => both("con colores", "with colours"),
    }
}

fn folder(lang: Lang, fact: &Fact) -> String {
    let name = |folder: &Folder| {
        match folder {
            Folder::Config => both("configuración", "configuration"),
            Folder::Shelf => both("cuadernos", "notebooks"),
            Folder::State => both("estado", "state"),
        }
        .of(lang)
    };
    match fact {
        Fact::FolderMissing(of, path) => {
            let told = both("aún no existe", "is not there yet").of(lang);
            format!("{}: {} {told}", name(of), path.display())
        }
        Fact::FolderThere(of, path, Some(mode)) => format!("{}: {} ({mode:04o})", name(of), path.display()),
        Fact::FolderThere(of, path, None) => format!("{}: {}", name(of), path.display()),
        Fact::FolderFailed(of, path, kind) => {
            format!("{}: {} · {}", name(of), path.display(), files::kind(lang, *kind))
        }
        _ => String::new(),
    }
}

const fn feature(feature: Feature) -> Both {
    match feature {
        Feature::Exchange => both("cambia dos archivos de una vez", "exchanges two files in one step"),
        Feature::Links => both("da un segundo nombre a un archivo", "gives a file a second name"),
        Feature::Locks => both("tiene candados de archivo", "has file locks"),
        Feature::Reserve => both("aparta espacio para el diario", "keeps room for the journal"),
    }
}

/// What was found about a notebook.
fn of_file(lang: Lang, fact: &Fact) -> String {
    if let Some((n, [one, many])) = nouns(fact) {
        return count(lang, n, one, many);
    }
    match fact {
        Fact::Readable(version) => match lang {
            Lang::Es => format!("se puede leer (formato {version})"),
            Lang::En => format!("can be read (format {version})"),
        },
        Fact::ReadOnly(reason) => keeping::read_only(lang, reason, None).trim_end_matches('.').to_owned(),
        Fact::Unreadable(error) => files::short(lang, &Failure::Open(error.clone())).trim_end_matches('.').to_owned(),
        Fact::Backups(n, newest) => backups(lang, *n, *newest),
        Fact::Exposed(n, first, mode) => {
            let told = count(
                lang,
                *n,
                both("archivo que otros pueden ver", "file that others may see"),
                both("archivos que otros pueden ver", "files that others may see"),
            );
            format!("{told}: {} ({mode:04o})", first.display())
        }
        fact => state(fact).of(lang).to_owned(),
    }
}

const fn state(fact: &Fact) -> Both {
    match fact {
        Fact::Missing => both("el archivo no está, y su diario sí", "the file is not there, and its journal is"),
        Fact::OldCopy => {
            both("es una copia antigua que algo volvió a poner", "is an older copy that something put back")
        }
        Fact::Unfinished(..) => both("el archivo tiene todo lo guardado", "the file has all that was kept"),
        Fact::Pen(Some(true)) => both("alguien lo edita en este equipo", "somebody is editing it on this machine"),
        Fact::Pen(Some(false)) => both("alguien lo edita en otro equipo", "somebody is editing it on another machine"),
        _ => both("nadie lo está editando", "nobody is editing it"),
    }
}

/// What is counted, with its noun for one and for many.
const fn nouns(fact: &Fact) -> Option<(usize, [Both; 2])> {
    Some(match fact {
        Fact::Outside(n) => (
            *n,
            [
                both("cambio hecho fuera de TEP", "change made outside TEP"),
                both("cambios hechos fuera de TEP", "changes made outside TEP"),
            ],
        ),
        Fact::Journals(n) => (*n, [both("diario", "journal"), both("diarios", "journals")]),
        Fact::Unfinished(n @ 1.., _) => (
            *n,
            [
                both(
                    "cambio está en el diario y todavía no en el archivo",
                    "change is in the journal and not in the file yet",
                ),
                both(
                    "cambios están en el diario y todavía no en el archivo",
                    "changes are in the journal and not in the file yet",
                ),
            ],
        ),
        Fact::Torn(n) => (
            *n,
            [
                both("diario con el final cortado", "journal with a torn end"),
                both("diarios con el final cortado", "journals with a torn end"),
            ],
        ),
        Fact::Broken(n, _) => (
            *n,
            [
                both("diario con una parte dañada", "journal with a damaged part"),
                both("diarios con una parte dañada", "journals with a damaged part"),
            ],
        ),
        Fact::NewerJournals(n) => (
            *n,
            [
                both("diario de un TEP más nuevo", "journal of a newer TEP"),
                both("diarios de un TEP más nuevo", "journals of a newer TEP"),
            ],
        ),
        fact => return aside(fact),
    })
}

/// The same of what lies aside.
const fn aside(fact: &Fact) -> Option<(usize, [Both; 2])> {
    Some(match fact {
        Fact::UnfitBackups(n) => (
            *n,
            [
                both("respaldo no se puede reponer", "backup cannot be put back"),
                both("respaldos no se pueden reponer", "backups cannot be put back"),
            ],
        ),
        Fact::Leftovers(n) => (
            *n,
            [
                both("archivo temporal que quedó", "temporary file left over"),
                both("archivos temporales que quedaron", "temporary files left over"),
            ],
        ),
        Fact::Drafts(n, _) => (
            *n,
            [
                both("formulario a medio escribir", "form half typed"),
                both("formularios a medio escribir", "forms half typed"),
            ],
        ),
        Fact::Salvaged(n) => (
            *n,
            [
                both("pieza dañada en la carpeta «salvage»", "damaged piece in the folder “salvage”"),
                both("piezas dañadas en la carpeta «salvage»", "damaged pieces in the folder “salvage”"),
            ],
        ),
        _ => return None,
    })
}

fn backups(lang: Lang, n: usize, newest: Option<(NaiveDate, NaiveDate)>) -> String {
    let told = count(lang, n, both("respaldo", "backup"), both("respaldos", "backups"));
    let Some((day, today)) = newest else { return told };
    let ago = figures::ago(lang, day, today);
    match lang {
        Lang::Es => format!("{told}, el más nuevo de {}", figures::day(lang, day) + &format!(" ({ago})")),
        Lang::En => format!("{told}, the newest of {}", figures::day(lang, day) + &format!(" ({ago})")),
    }
}

/// What to do about it, where something is to be done.
pub fn advice(lang: Lang, fact: &Fact) -> Option<String> {
    let words = match fact {
        Fact::Unwritable(_) => both(
            "Revisa los permisos de la carpeta y el espacio, o usa otra con --dir.",
            "Look at the folder's permissions and the room, or use another one with --dir.",
        ),
        Fact::Feature(feature, false) => without(*feature),
        Fact::Exposed(..) => both(
            "Son datos de menores: ciérralos con chmod 600, y 700 las carpetas.",
            "These are data of minors: close them with chmod 600, and folders with 700.",
        ),
        Fact::BadLine(_) => both(
            "Corrígela con un editor de texto y abre TEP otra vez.",
            "Correct it with a text editor and open TEP again.",
        ),
        Fact::OwnUnread(_) => both(
            "Revisa los permisos del archivo; mientras tanto se usa lo del programa.",
            "Look at the permissions of the file; meanwhile what the program has is used.",
        ),
        Fact::FolderThere(..) => {
            both("Otros pueden entrar: ciérrala con chmod 700.", "Others may enter: close it with chmod 700.")
        }
        Fact::Unreadable(error) => unreadable(error),
        Fact::Term(_) | Fact::Window(_) | Fact::Letters(_) | Fact::FolderFailed(..) | Fact::Room(..) => {
            of_machine(fact)?
        }
        fact => of_notebook(fact)?,
    };
    Some(words.of(lang).to_owned())
}

const fn of_machine(fact: &Fact) -> Option<Both> {
    Some(match fact {
        Fact::Term(_) => both(
            "Usa una terminal común, por ejemplo con TERM=xterm-256color.",
            "Use a common terminal, for instance with TERM=xterm-256color.",
        ),
        Fact::Window(_) => {
            both("Agrándala: 60×16 bastan y 80×24 es cómodo.", "Make it larger: 60×16 is enough, 80×24 comfortable.")
        }
        Fact::Letters(_) => both(
            "Para ver acentos, usa un locale UTF-8, como es_CL.UTF-8.",
            "To see accents, use a UTF-8 locale such as es_CL.UTF-8.",
        ),
        Fact::FolderFailed(..) => both("Revisa la ruta y sus permisos.", "Look at the path and its permissions."),
        Fact::Room(..) => {
            both("Libera espacio: sin él no se puede guardar.", "Free some space: without it nothing can be saved.")
        }
        _ => return None,
    })
}

const fn without(feature: Feature) -> Both {
    match feature {
        Feature::Exchange | Feature::Links => both(
            "Si otro programa escribe el mismo archivo en el mismo instante, TEP podría no notarlo.",
            "If another program writes the same file at the same instant, TEP might not notice.",
        ),
        Feature::Locks => both(
            "TEP no puede saber si alguien más edita el cuaderno: pónganse de acuerdo en quién escribe.",
            "TEP cannot know whether somebody else edits a notebook: agree on who writes.",
        ),
        Feature::Reserve => {
            both("Con el disco lleno, el diario se llena antes.", "On a full disk the journal fills up earlier.")
        }
    }
}

const fn unreadable(error: &OpenError) -> Both {
    match error {
        OpenError::Newer { .. } => both("Actualiza TEP en este equipo.", "Update TEP on this machine."),
        OpenError::Failed(_) => both("Revisa la ruta y sus permisos.", "Look at the path and its permissions."),
        OpenError::Damaged { .. } | OpenError::NotNotebook { .. } | OpenError::NoVersion { .. } => both(
            "«tep backups» muestra a qué se puede volver y «tep restore» lo repone; el archivo dañado se conserva.",
            "“tep backups” shows what there is to go back to and “tep restore” puts it back; the damaged file is kept.",
        ),
        OpenError::TooBig { .. } | OpenError::TooOld { .. } | OpenError::BeyondRepair { .. } => {
            both("Revisa si es el archivo que buscas.", "See whether it is the file you mean.")
        }
    }
}

const fn of_notebook(fact: &Fact) -> Option<Both> {
    Some(match fact {
        Fact::Missing => both(
            "Si fue sin querer, «tep restore» lo crea de nuevo desde un respaldo.",
            "If that was not meant, “tep restore” makes it again from a backup.",
        ),
        Fact::OldCopy => both(
            "Ábrelo con TEP: trae de vuelta todo lo guardado después. Revisa si una nube o un pendrive repone copias.",
            "Open it with TEP: all that was kept later comes back. See whether a cloud folder or a stick puts copies back.",
        ),
        Fact::Outside(_) => both(
            "Ábrelo con TEP: muestra las diferencias para decidir.",
            "Open it with TEP: it shows the differences for you to decide.",
        ),
        Fact::Unfinished(..) => both("Ábrelo con TEP: pasan al archivo.", "Open it with TEP: they go into the file."),
        Fact::Torn(_) => both(
            "Al abrirlo se ordena; nada de lo guardado está ahí.",
            "Opening it tidies that up; nothing that was kept stands there.",
        ),
        Fact::Broken(_, false) => both(
            "Ábrelo con TEP: puede faltar algo de lo último. Compara con «tep log» y «tep backups».",
            "Open it with TEP: some of the last changes may be missing. Compare with “tep log” and “tep backups”.",
        ),
        Fact::Broken(_, true) => both("Ya se avisó al abrirlo.", "This was said when it was opened."),
        Fact::NewerJournals(_) => both("Actualiza TEP en este equipo.", "Update TEP on this machine."),
        Fact::Backups(..) => {
            both("El primero se guarda al abrirlo con TEP.", "The first is kept when it is opened with TEP.")
        }
        Fact::UnfitBackups(_) => both("«tep backups» dice cuáles.", "“tep backups” says which."),
        Fact::Leftovers(_) => both("Al abrirlo con TEP se ordenan.", "Opening it with TEP tidies them up."),
        Fact::Drafts(..) => both("Al abrirlo con TEP se ofrece seguir.", "Opening it with TEP offers to go on."),
        Fact::Salvaged(_) => both(
            "Bórralas cuando ya no hagan falta: pueden tener nombres.",
            "Delete them when they are not needed any more: they may hold names.",
        ),
        _ => return None,
    })
}

/// Heading.
pub const TERMINAL: Both = both("Terminal", "Terminal");
/// Heading.
pub const FOLDERS: Both = both("Carpetas", "Folders");
/// Heading.
pub const OWN: Both = both("Archivos propios de la alianza", "The alliance's own files");
/// Heading.
pub const DISK: Both = both("Disco", "Disk");

/// The last line: how many findings are to be looked at, and how many need a person.
pub fn sum(lang: Lang, warnings: usize, problems: usize) -> String {
    if warnings + problems == 0 {
        return both("Todo en orden.", "Everything is in order.").of(lang).to_owned();
    }
    let warnings = count(lang, warnings, both("aviso", "warning"), both("avisos", "warnings"));
    let problems = count(
        lang,
        problems,
        both("asunto necesita a una persona", "matter needs a person"),
        both("asuntos necesitan a una persona", "matters need a person"),
    );
    format!("{warnings} · {problems}")
}
