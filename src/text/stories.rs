//! What happened to a notebook while nobody looked, and what can be done about it.
//!
//! Counts and kinds of items, never a name: these sentences stand on the wall.

use super::{Both, both, count, figures::number};
use crate::{
    app::lang::Lang,
    store::{Story, salvage::Report},
};

/// Changes that were found again when the notebook opened.
pub fn recovered(lang: Lang, recovered: usize, adopted: usize) -> String {
    let mut sentences = Vec::new();
    if recovered > 0 {
        sentences.push(match (lang, recovered) {
            (Lang::Es, 1) => "Se recuperó 1 cambio que no había llegado al archivo.".to_owned(),
            (Lang::Es, n) => format!("Se recuperaron {} cambios que no habían llegado al archivo.", number(lang, n)),
            (Lang::En, 1) => "1 change that had not reached the file was recovered.".to_owned(),
            (Lang::En, n) => format!("{} changes that had not reached the file were recovered.", number(lang, n)),
        });
    }
    if adopted > 0 {
        sentences.push(match (lang, adopted) {
            (Lang::Es, 1) => "Se incorporó 1 cambio hecho fuera de TEP; «u» lo deshace.".to_owned(),
            (Lang::Es, n) => {
                format!("Se incorporaron {} cambios hechos fuera de TEP; «u» los deshace.", number(lang, n))
            }
            (Lang::En, 1) => "1 change made outside TEP was taken over; “u” takes it back.".to_owned(),
            (Lang::En, n) => {
                format!("{} changes made outside TEP were taken over; “u” takes them back.", number(lang, n))
            }
        });
    }
    sentences.join(" ")
}

/// What a person has to know when a notebook opens, one sentence each.
pub fn story(lang: Lang, story: &Story) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(report) = &story.rebuilt {
        sentences.extend(rebuilt(lang, report));
    }
    let mut say = |is: bool, what: Both| {
        if is {
            sentences.push(what.of(lang).to_owned());
        }
    };
    say(story.was_old_copy, OLD_COPY);
    say(story.broken_journals > 0, BROKEN_JOURNAL);
    say(story.clock_went_back, CLOCK_WENT_BACK);
    if !story.clashes.is_empty() {
        sentences.push(clashes(lang, story.clashes.len()));
    }
    sentences
}

const OLD_COPY: Both = both(
    "Alguien dejó en la carpeta una copia antigua de este cuaderno (¿una nube, un pendrive?). No se perdió nada: en pantalla está todo lo que se guardó después.",
    "Somebody left an older copy of this notebook in the folder (a cloud folder, a stick?). Nothing was lost: everything that was saved later is on the screen.",
);

const BROKEN_JOURNAL: Both = both(
    "Una parte del diario del cuaderno está dañada y no se pudo leer: puede faltar algo de lo último que se anotó. Revísalo con el equipo. Lo dañado quedó aparte, en la carpeta «.tep» que está junto al cuaderno.",
    "A part of the notebook's journal is damaged and could not be read: some of the last notes may be missing. Go through them with the team. What is damaged was put aside, in the folder “.tep” beside the notebook.",
);

const CLOCK_WENT_BACK: Both = both(
    "El reloj de este equipo marca una fecha anterior al último cambio del cuaderno. Revisa la fecha del equipo antes de seguir: las fechas nuevas se anotan con ella.",
    "The clock of this machine shows a date before the last change of the notebook. Check the date before you go on: new dates are noted with it.",
);

fn clashes(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Es, 1) => {
            "Hay 1 cambio que no se pudo reponer, porque ese dato ya decía otra cosa: se dejó lo que dice ahora, y el cambio sigue en el diario."
                .to_owned()
        }
        (Lang::Es, n) => {
            format!(
                "Hay {} cambios que no se pudieron reponer, porque esos datos ya decían otra cosa: se dejó lo que dicen ahora, y los cambios siguen en el diario.",
                number(lang, n)
            )
        }
        (Lang::En, 1) => {
            "1 change could not be put back, because that item said something else by then: it was left as it is now, and the change is still in the journal."
                .to_owned()
        }
        (Lang::En, n) => {
            format!(
                "{} changes could not be put back, because those items said something else by then: they were left as they are now, and the changes are still in the journal.",
                number(lang, n)
            )
        }
    }
}

/// Lines that are named one by one.
const NAMED_LINES: usize = 20;

/// What was restored, what was not, and where the damaged file lies.
fn rebuilt(lang: Lang, report: &Report) -> Vec<String> {
    let lost = match (lang, report.lost_lines.len()) {
        (Lang::Es, 0) => "Todas las líneas del archivo dañado se pudieron leer.".to_owned(),
        (Lang::En, 0) => "Every line of the damaged file could be read.".to_owned(),
        (Lang::Es, 1) => format!("No se pudo leer 1 línea del archivo dañado: la {}.", lines(lang, report)),
        (Lang::En, 1) => format!("1 line of the damaged file could not be read: line {}.", lines(lang, report)),
        (Lang::Es, n) => {
            format!("No se pudieron leer {} líneas del archivo dañado: {}.", number(lang, n), lines(lang, report))
        }
        (Lang::En, n) => {
            format!("{} lines of the damaged file could not be read: {}.", number(lang, n), lines(lang, report))
        }
    };
    vec![restored(lang, report), lost, kept(lang, report)]
}

/// How many items were restored, and where they were found.
fn restored(lang: Lang, report: &Report) -> String {
    let items = |n| count(lang, n, both("dato", "item"), both("datos", "items"));
    let (known, found) = (items(report.known), items(report.from_file));
    match (lang, report.known, report.from_file) {
        (Lang::Es, 0, _) => format!("Recuperado del archivo dañado: {found}. No había diario ni respaldos."),
        (Lang::En, 0, _) => format!("Restored from the damaged file: {found}. There was no journal and no backup."),
        (Lang::Es, _, 0) => format!("Recuperado del diario y los respaldos: {known}."),
        (Lang::En, _, 0) => format!("Restored from the journal and the backups: {known}."),
        (Lang::Es, ..) => {
            format!("Recuperado del diario y los respaldos: {known}. Sólo del archivo dañado: {found}.")
        }
        (Lang::En, ..) => {
            format!("Restored from the journal and the backups: {known}. Only from the damaged file: {found}.")
        }
    }
}

/// Where the damaged file lies. Who could not write has moved nothing.
fn kept(lang: Lang, report: &Report) -> String {
    let original = report.original.display();
    match (lang, report.original.as_os_str().is_empty()) {
        (Lang::Es, false) => format!("El archivo dañado no se perdió. Está en: {original}"),
        (Lang::En, false) => format!("The damaged file is not lost. It lies in: {original}"),
        (Lang::Es, true) => {
            "Nada se ha escrito todavía: el cuaderno es de sólo lectura, y el archivo dañado sigue en su lugar."
                .to_owned()
        }
        (Lang::En, true) => {
            "Nothing has been written yet: the notebook can only be read, and the damaged file is still in its place."
                .to_owned()
        }
    }
}

/// The numbers of the lines that could not be read.
fn lines(lang: Lang, report: &Report) -> String {
    let named: Vec<String> = report.lost_lines.iter().take(NAMED_LINES).map(ToString::to_string).collect();
    let more = report.lost_lines.len().saturating_sub(NAMED_LINES);
    let more = match (lang, more) {
        (_, 0) => String::new(),
        (Lang::Es, more) => format!(" y {} más", number(lang, more)),
        (Lang::En, more) => format!(" and {} more", number(lang, more)),
    };
    format!("{}{more}", named.join(", "))
}
