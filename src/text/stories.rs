//! What happened to a notebook while nobody looked, and what can be done about it.
//!
//! Counts and kinds of items, never a name: these sentences stand on the wall.

use super::{Both, both, figures::number};
use crate::{
    app::lang::Lang,
    notebook::{edit::Change, problem::Kind},
    store::{Outside, Story},
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

/// How many changes were made outside.
pub fn changes_outside(lang: Lang, changes: usize) -> String {
    match (lang, changes) {
        (Lang::Es, 1) => "1 cambio hecho fuera de TEP".to_owned(),
        (Lang::Es, n) => format!("{} cambios hechos fuera de TEP", number(lang, n)),
        (Lang::En, 1) => "1 change made outside TEP".to_owned(),
        (Lang::En, n) => format!("{} changes made outside TEP", number(lang, n)),
    }
}

/// The differences of a file that was changed outside, and what can be done.
pub fn outside(lang: Lang, outside: &Outside) -> Vec<String> {
    let mut lines = vec![match outside.changes.len() {
        0 => NOTHING_TO_COMPARE.of(lang).to_owned(),
        n => format!("{}:", changes_outside(lang, n)),
    }];
    lines.extend(outside.changes.iter().map(|change| format!("- {}", line(lang, change))));
    lines.push(String::new());
    lines.push(OUTSIDE_CHOICE.of(lang).to_owned());
    lines
}

const NOTHING_TO_COMPARE: Both = both(
    "El archivo cambió fuera de TEP y no queda una versión anterior con que compararlo: revísalo antes de seguir.",
    "The file was changed outside TEP, and no older version is left to compare it with: look through it before you go on.",
);

const OUTSIDE_CHOICE: Both = both(
    "«a» los incorpora (se puede deshacer). «b» abre al lado la última versión que guardó TEP. Esc no toca nada.",
    "“a” takes them over (it can be undone). “b” opens the last version that TEP kept, beside the file. Esc touches nothing.",
);

/// One change without what it says: which kind of item, and what became of it.
fn line(lang: Lang, change: &Change) -> String {
    let what = match (change.adds(), change.removes()) {
        (true, _) => both("agregado", "added"),
        (false, false) => both("cambiado", "changed"),
        (false, true) => both("eliminado", "removed"),
    };
    format!("{}: {}", kind(change.kind()).of(lang), what.of(lang))
}

/// The name of a kind of item.
pub const fn kind(kind: Kind) -> Both {
    match kind {
        Kind::School => both("Datos de la escuela", "School"),
        Kind::Margin => both("Datos del cuaderno", "Notebook"),
        Kind::Member => both("Integrante", "Member"),
        Kind::Student => both("Estudiante", "Student"),
        Kind::Contact => both("Contacto", "Contact"),
        Kind::Cycle => both("Ciclo", "Cycle"),
        Kind::Action => both("Acción", "Action"),
        Kind::Learning => both("Aprendizaje", "Learning"),
        Kind::Meeting => both("Reunión", "Meeting"),
    }
}

/// What a person has to know when a notebook opens, one sentence each.
pub fn story(lang: Lang, story: &Story) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut say = |is: bool, what: Both| {
        if is {
            sentences.push(what.of(lang).to_owned());
        }
    };
    say(
        story.was_old_copy,
        both(
            "En la carpeta había una copia antigua del archivo (¿una nube, un pendrive?). Todo lo guardado después está en pantalla.",
            "The folder held an older copy of the file (a cloud folder, a stick?). Everything that was kept later is on the screen.",
        ),
    );
    say(
        story.broken_journals > 0,
        both(
            "Una parte del diario está dañada y no se puede leer: puede faltar algo de lo último. Lo dañado quedó en la carpeta «salvage».",
            "A part of the journal is damaged and cannot be read: some of the last changes may be missing. What is damaged lies in the folder “salvage”.",
        ),
    );
    say(
        story.clock_went_back,
        both(
            "El reloj de este equipo está atrasado respecto del último cambio. Revisa la fecha: las fechas nuevas se anotan con ella.",
            "The clock of this machine is behind the last change. Check the date: new dates are noted with it.",
        ),
    );
    if let Some(report) = &story.rebuilt {
        sentences.extend(rebuilt(lang, report));
    }
    if !story.clashes.is_empty() {
        sentences.push(clashes(lang, story.clashes.len()));
    }
    sentences
}

fn clashes(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Es, 1) => {
            "1 cambio guardado no se pudo reponer, porque ese dato ya tenía otro contenido. Está en «tep log»."
                .to_owned()
        }
        (Lang::Es, n) => {
            format!(
                "{} cambios guardados no se pudieron reponer, porque esos datos ya tenían otro contenido. Están en «tep log».",
                number(lang, n)
            )
        }
        (Lang::En, 1) => {
            "1 kept change could not be put back, because that item had another content by then. It is in “tep log”."
                .to_owned()
        }
        (Lang::En, n) => {
            format!(
                "{} kept changes could not be put back, because those items had another content by then. They are in “tep log”.",
                number(lang, n)
            )
        }
    }
}

fn rebuilt(lang: Lang, report: &crate::store::salvage::Report) -> Vec<String> {
    let (known, found) = (number(lang, report.known), number(lang, report.from_file));
    let mut sentences = vec![match lang {
        Lang::Es => format!(
            "El cuaderno se reconstruyó: {known} datos del diario y los respaldos, {found} sólo del archivo dañado, que quedó en la carpeta «salvage»."
        ),
        Lang::En => format!(
            "The notebook was rebuilt: {known} items from journal and backups, {found} only from the damaged file, which lies in the folder “salvage”."
        ),
    }];
    if !report.lost_lines.is_empty() {
        let lines: Vec<String> = report.lost_lines.iter().take(20).map(ToString::to_string).collect();
        let lines = lines.join(", ");
        sentences.push(match lang {
            Lang::Es => format!("Líneas del archivo dañado que no se pudieron leer: {lines}."),
            Lang::En => format!("Lines of the damaged file that could not be read: {lines}."),
        });
    }
    sentences
}
