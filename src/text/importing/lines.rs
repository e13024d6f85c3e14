//! The lines of a preview.

use super::columns;
use crate::{
    app::{
        import::{
            line::{Chapter, Line, Rows},
            planned::{Out, School},
            preview::Preview,
        },
        lang::Lang,
    },
    exchange::codes::ResolvedBy,
    rules::identity::Rbd,
    text::{
        Both, both, count, figures, imports,
        reading::{self, ROW, codes},
    },
};

/// Schools and students that are named before the rest is only counted.
const NAMED: usize = 6;

/// The title of a part.
pub const fn chapter(chapter: Chapter) -> Both {
    match chapter {
        Chapter::Changes => both("Qué cambia", "What changes"),
        Chapter::Samples => both("Así se entienden las filas", "How rows are understood"),
        Chapter::Repaired => both("Qué se corrigió o quedó en duda", "What was repaired or doubted"),
        Chapter::LeftOut => both("Qué quedó fuera", "What was left out"),
        Chapter::Columns => both("Columnas", "Columns"),
    }
}

/// What a file is, and how many rows it has.
pub fn head(lang: Lang, preview: &Preview) -> String {
    let read = &preview.reading;
    let rows = count(lang, read.rows, ROW.0, ROW.1);
    upper_first(&format!("{} · {rows}", reading::kind(read.kind).of(lang)))
}

/// A line, but for those that show students: they are drawn with what may be seen of a name.
pub fn line(lang: Lang, preview: &Preview, line: &Line) -> String {
    let read = &preview.reading;
    match line {
        Line::Chapter(chapter) => self::chapter(*chapter).of(lang).to_owned(),
        Line::Planning => both("Comparando con el cuaderno…", "Comparing with the notebook…").of(lang).to_owned(),
        Line::NoChange => {
            both("Sin cambios: el cuaderno ya sabe todo esto.", "No changes: the notebook knows all this.")
                .of(lang)
                .to_owned()
        }
        Line::NoneTaken(true) => both(
            "Nada se importará: son filas de escuelas sin cuaderno. «c» los crea.",
            "Nothing will be imported: these are rows of schools without a notebook. “c” makes them.",
        )
        .of(lang)
        .to_owned(),
        Line::NoneTaken(false) => both(
            "Nada se importará: todas las filas quedan fuera. Más abajo dice por qué.",
            "Nothing will be imported: all rows stay outside. Further down it says why.",
        )
        .of(lang)
        .to_owned(),
        Line::School(at) => preview
            .planned
            .as_ref()
            .and_then(|planned| planned.schools.get(*at))
            .map(|one| school(lang, one))
            .unwrap_or_default(),
        Line::Weeks => imports::WEEKS.of(lang).to_owned(),
        Line::Unsaid(rows) => unsaid(lang, *rows),
        Line::Questions(all, open) => questions(lang, *all, *open),
        Line::Doubt(doubt, rows) => group(lang, codes::doubt(*doubt), rows),
        Line::Double(how, rows) => twice(lang, *how, rows),
        Line::Skip(skip, rows) => group(lang, codes::skip(*skip), rows),
        Line::Reject(reason, rows) => group(lang, codes::reason(*reason), rows),
        Line::Note(note) => upper_first(codes::note(*note).of(lang)),
        Line::Sheet(at) => {
            let name = read.format.sheets_ignored.get(*at).map_or("", String::as_str);
            format!("{} «{name}»", both("Hoja que no se leyó:", "Sheet that was not read:").of(lang))
        }
        Line::Out(why, schools, rows) => out(lang, *why, schools, *rows),
        Line::Nothing => both("Nada.", "Nothing.").of(lang).to_owned(),
        Line::Column(at) => read.columns.get(*at).map(|column| columns::name(lang, &column.name)).unwrap_or_default(),
        Line::Unread(_) => both("(no se lee)", "(not read)").of(lang).to_owned(),
        Line::Absent(_) | Line::Sample(_) => String::new(),
    }
}

/// Students with more than one row, and which one stays.
fn twice(lang: Lang, how: ResolvedBy, rows: &Rows) -> String {
    let students = count(lang, rows.count, both("estudiante", "student"), both("estudiantes", "students"));
    let first: Vec<String> = rows.first.iter().map(ToString::to_string).collect();
    let more = if rows.count > first.len() { "…" } else { "" };
    let (how, first) = (reading::resolved(how).of(lang), first.join(", "));
    match lang {
        Lang::Es => format!("{students} con más de una fila; {how} ({first}{more})"),
        Lang::En => format!("{students} with more than one row; {how} ({first}{more})"),
    }
}

/// The header of a column as the file writes it.
pub fn header<'p>(preview: &'p Preview, line: &Line) -> Option<&'p str> {
    match line {
        Line::Column(at) => preview.reading.columns.get(*at).map(|column| column.header.as_str()),
        Line::Unread(at) => preview.reading.unread.get(*at).map(String::as_str),
        _ => None,
    }
}

/// A person decided what the column means.
pub const BY_HAND: Both = both("a mano", "by hand");

fn school(lang: Lang, school: &School) -> String {
    let header = &school.notebook.school;
    let students = &school.students;
    let parts = [
        (students.added, both("nuevo", "new"), both("nuevos", "new")),
        (students.changed, both("cambia", "changes"), both("cambian", "change")),
        (students.unchanged, both("sin cambios", "as before"), both("sin cambios", "as before")),
    ];
    let said: Vec<String> =
        parts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(lang, n, one, many)).collect();
    let new = if school.created { both(" (cuaderno nuevo)", " (new notebook)").of(lang) } else { "" };
    let students = if said.is_empty() {
        both("datos de la escuela", "data of the school").of(lang).to_owned()
    } else {
        said.join(", ")
    };
    format!("{} {}{new}: {students}", header.name.as_str(), header.rbd)
}

fn unsaid(lang: Lang, rows: usize) -> String {
    let counted = count(lang, rows, ROW.0, ROW.1);
    match (lang, rows) {
        (Lang::Es, 1) => format!("{counted} no dice de qué escuela es: Enter pregunta a qué cuaderno va."),
        (Lang::Es, _) => format!("{counted} no dicen de qué escuela son: Enter pregunta a qué cuaderno van."),
        (Lang::En, 1) => format!("{counted} does not say its school: Enter asks for the notebook."),
        (Lang::En, _) => format!("{counted} do not say their school: Enter asks for the notebook."),
    }
}

fn questions(lang: Lang, all: usize, open: usize) -> String {
    let asked = count(lang, all, both("pregunta", "question"), both("preguntas", "questions"));
    match (lang, open) {
        (Lang::Es, 0) => format!("{asked}, ya con respuesta."),
        (Lang::En, 0) => format!("{asked}, answered."),
        (Lang::Es, open) => format!("{asked} por responder ({open}): filas que pueden ser estudiantes ya conocidos."),
        (Lang::En, open) => format!("{asked} to answer ({open}): rows that may be known students."),
    }
}

/// Students whom a list does not name any more; `who` are the first of them as they may be shown.
pub fn absent(lang: Lang, all: usize, who: &[String]) -> String {
    let more = if all > who.len() { "…" } else { "" };
    let who = who.join(", ");
    match (lang, all) {
        (Lang::Es, 1) => format!("1 ya no aparece (se conserva): {who}"),
        (Lang::En, 1) => format!("1 is not listed any more (kept): {who}"),
        (Lang::Es, all) => format!("{} ya no aparecen (se conservan): {who}{more}", figures::number(lang, all)),
        (Lang::En, all) => format!("{} are not listed any more (kept): {who}{more}", figures::number(lang, all)),
    }
}

/// Rows with something in common: how many, what, and the first of them.
fn group(lang: Lang, what: Both, rows: &Rows) -> String {
    let counted = count(lang, rows.count, ROW.0, ROW.1);
    if rows.first.is_empty() {
        return upper_first(what.of(lang));
    }
    let first: Vec<String> = rows.first.iter().map(ToString::to_string).collect();
    let more = if rows.count > rows.first.len() { "…" } else { "" };
    format!("{counted}: {} ({}{more})", what.of(lang), first.join(", "))
}

fn out(lang: Lang, why: Out, schools: &[Rbd], rows: usize) -> String {
    let rows = count(lang, rows, ROW.0, ROW.1);
    let number = count(lang, schools.len(), both("escuela", "school"), both("escuelas", "schools"));
    let first: Vec<String> = schools.iter().take(NAMED).map(ToString::to_string).collect();
    let more = if schools.len() > NAMED { "…" } else { "" };
    let listed = format!("{}{more}", first.join(", "));
    let why = match why {
        Out::OtherSchool => both("de otras escuelas", "of other schools"),
        Out::NoNotebook => both("sin cuaderno («c» los crea)", "without notebook (“c” makes them)"),
        Out::TwoNotebooks => both("con más de un cuaderno", "with more than one notebook"),
        Out::Closed => both("cuyo cuaderno no se puede cambiar", "whose notebook cannot be changed"),
    };
    let of = both("de", "of").of(lang);
    format!("{rows} {of} {number} {}: {listed}", why.of(lang))
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
