//! What somebody changed in a file outside the program, one line a change, as an advisor reads it.
//!
//! A student is named by whoever calls, who knows whether names are shown. Notes of contacts, and fields that this
//! version does not know, are never quoted.

use super::{Both, both, fields, figures};
use crate::{
    app::lang::Lang,
    notebook::{
        edit::{Change, Swap},
        id::Id,
        personal::Reveal,
        problem::{Field, Kind},
        safe_text::SafeText,
        student::Student,
    },
};

/// How people are named.
pub struct Naming<'a> {
    /// A student: code, or name while names are shown.
    pub student: &'a dyn Fn(&Student) -> String,
    /// The student with an id, who may be known or among the changes.
    pub find: &'a dyn Fn(Id<Student>) -> Option<&'a Student>,
    /// The leave to show names, while they are shown.
    pub leave: Option<Reveal>,
}

impl Naming<'_> {
    fn found(&self, id: Id<Student>) -> String {
        (self.find)(id).map(self.student).unwrap_or_default()
    }
}

/// How many changes were made outside: the title.
pub fn title(lang: Lang, changes: usize) -> String {
    match (lang, changes) {
        // A file of which no older version is known: there is nothing to hold it against.
        (Lang::Es, 0) => "El archivo cambió fuera de TEP; no hay con qué compararlo".to_owned(),
        (Lang::En, 0) => "The file was changed outside TEP; nothing to compare it with".to_owned(),
        (Lang::Es, 1) => "1 cambio hecho fuera de TEP".to_owned(),
        (Lang::Es, n) => format!("{} cambios hechos fuera de TEP", figures::number(lang, n)),
        (Lang::En, 1) => "1 change made outside TEP".to_owned(),
        (Lang::En, n) => format!("{} changes made outside TEP", figures::number(lang, n)),
    }
}

/// What can be done.
pub const CHOICE: Both = both(
    "«a» los incorpora al cuaderno (se puede deshacer con «u»). «b» abre aparte, como otro cuaderno, la última versión que guardó TEP. Esc deja todo como está.",
    "“a” takes them over into the notebook (“u” takes that back). “b” opens the last version that TEP kept, as a notebook of its own beside it. Esc leaves everything as it is.",
);

/// The name of a kind of item.
pub const fn kind(kind: Kind) -> Both {
    match kind {
        Kind::School => both("Escuela", "School"),
        Kind::Margin => both("Cuaderno", "Notebook"),
        Kind::Member => both("Integrante", "Member"),
        Kind::Student => both("Estudiante", "Student"),
        Kind::Contact => both("Contacto", "Contact"),
        Kind::Cycle => both("Ciclo", "Cycle"),
        Kind::Action => both("Acción", "Action"),
        Kind::Learning => both("Aprendizaje", "Learning"),
        Kind::Meeting => both("Reunión", "Meeting"),
    }
}

/// What became of an item: a sign of one column, and words.
pub fn fate(change: &Change) -> (&'static str, Both) {
    match (change.adds(), change.removes()) {
        (true, _) => ("+", both("se agregó", "added")),
        (false, false) => ("~", both("cambió", "changed")),
        (false, true) => ("-", both("se eliminó", "removed")),
    }
}

/// Which item it is, and what of it is different.
pub fn which(lang: Lang, change: &Change, naming: &Naming<'_>) -> String {
    let item = item(lang, change, naming);
    let what = if change.adds() || change.removes() { String::new() } else { differences(lang, change) };
    match (item.is_empty(), what.is_empty()) {
        (_, true) => item,
        (true, false) => what,
        (false, false) => format!("{item}: {what}"),
    }
}

fn item(lang: Lang, change: &Change, naming: &Naming<'_>) -> String {
    match change {
        Change::School(_) | Change::Margin(_) => None,
        Change::Member(swap) => one(swap).map(|member| {
            let role = fields::role(member.role).of(lang);
            match naming.leave {
                Some(leave) if !member.name.is_empty() => format!("{} ({role})", member.name.reveal(leave)),
                _ => role.to_owned(),
            }
        }),
        // By the code that the team knows, which changes with a name; while names are shown, by the new one.
        Change::Student(swap) => (if naming.leave.is_some() { one(swap) } else { was(swap) })
            .map(|student| format!("{} {}", student.course, (naming.student)(student))),
        Change::Contact(swap) => one(swap).map(|contact| {
            let (day, kind) = (figures::day(lang, contact.on), fields::contact_kind(contact.kind).of(lang));
            format!("{day} {kind}, {}", naming.found(contact.student))
        }),
        Change::Cycle(swap) => one(swap).map(|cycle| format!("{} {}", NUMBER.of(lang), cycle.number)),
        Change::Action(swap) => one(swap).map(|action| quoted(lang, &action.what)),
        Change::Learning(swap) => one(swap).map(|learning| quoted(lang, &learning.statement)),
        Change::Meeting(swap) => one(swap).map(|meeting| figures::day(lang, meeting.on)),
    }
    .unwrap_or_default()
}

const NUMBER: Both = both("n.º", "no.");

/// The item as it is now, or as it was.
fn one<T>(swap: &Swap<T>) -> Option<&T> {
    swap.after.as_deref().or(swap.before.as_deref())
}

/// The item as it was, or as it is now.
fn was<T>(swap: &Swap<T>) -> Option<&T> {
    swap.before.as_deref().or(swap.after.as_deref())
}

/// Words of a free text that are shown of it.
const WORDS: usize = 5;

/// The first words of a text, as the panes show them.
fn quoted(lang: Lang, text: &SafeText) -> String {
    let words: Vec<&str> = text.as_str().split_whitespace().take(WORDS + 1).collect();
    let shown = words.get(..WORDS).map_or_else(|| words.join(" "), |first| format!("{}…", first.join(" ")));
    let shown = if words.len() == WORDS { words.join(" ") } else { shown };
    match lang {
        Lang::Es => format!("«{shown}»"),
        Lang::En => format!("“{shown}”"),
    }
}

/// The fields that are different, in words. Fields that this version does not know are counted together.
fn differences(lang: Lang, change: &Change) -> String {
    let mut named: Vec<String> = Vec::new();
    for field in change.differences() {
        let words = self::field(lang, change.kind(), &field);
        if !named.contains(&words) {
            named.push(words);
        }
    }
    named.join(", ")
}

/// The name of a field of the file, as it stands within a line.
pub fn field(lang: Lang, kind: Kind, field: &str) -> String {
    let words = field_name(kind, field).of(lang).to_lowercase();
    // Abbreviations stay as they are written.
    if matches!(field, "rbd" | "run" | "mrun") { words.to_uppercase() } else { words.replace("pme", "PME") }
}

/// The name of a field of the file.
fn field_name(kind: Kind, field: &str) -> Both {
    let label = match (kind, field) {
        (Kind::School, "rbd") => Field::Rbd,
        (Kind::School, "name") => Field::SchoolName,
        (Kind::School, "commune") => Field::Commune,
        (Kind::Cycle, "name") => Field::CycleName,
        (Kind::Cycle, "observation") => Field::Observation,
        (Kind::Cycle, "challenge") => Field::Challenge,
        (Kind::Cycle, "focus") => Field::Focus,
        (Kind::Cycle, "review") => Field::Review,
        (Kind::Cycle, "drivers") => Field::Drivers,
        (Kind::Cycle, "observed") => Field::Observed,
        (Kind::Cycle, "inferred") => Field::Inferred,
        (Kind::Cycle, "judgement") => Field::Judgement,
        (Kind::Contact, "student") => Field::Student,
        (_, "on") => Field::On,
        (Kind::Contact, "result") => Field::Result,
        (Kind::Contact, "by") => Field::By,
        (Kind::Contact, "note") => Field::Note,
        (Kind::Contact, "restricted") => Field::Restricted,
        (Kind::Action, "what") => Field::What,
        (Kind::Action, "who") => Field::Who,
        (Kind::Action, "kind") => Field::ActionKind,
        (Kind::Action, "students") => Field::Students,
        (Kind::Action, "sign") => Field::Sign,
        (Kind::Action, "state") => Field::State,
        (Kind::Action, "courses") => Field::Courses,
        (Kind::Action, "effort") => Field::Effort,
        (Kind::Learning, "statement") => Field::Statement,
        (Kind::Learning, "quote") => Field::Quote,
        (Kind::Learning, "theme" | "other_themes") => Field::Theme,
        (Kind::Learning, "seen_in") => Field::SeenIn,
        (Kind::Learning, "evidence") => Field::Evidence,
        (kind, field) => return unlabelled(kind, field),
    };
    fields::label(label)
}

/// The names of fields that no form has.
fn unlabelled(kind: Kind, field: &str) -> Both {
    match (kind, field) {
        (Kind::School, "team_label") => both("nombre del equipo", "name of the team"),
        (Kind::School, "invented") => both("si los datos son inventados", "whether the data are invented"),
        (Kind::School, "years") => both("cifras por año", "figures by year"),
        (Kind::School, "capacity") => both("a cuántos podemos seguir", "how many we can follow"),
        (Kind::School, "limits") => both("umbrales", "thresholds"),
        (Kind::School, "calendars") => both("calendario escolar", "school calendar"),
        (Kind::School, "run_charts") => both("líneas base del gráfico", "baselines of the chart"),
        (Kind::Margin, "notice") => both("aviso", "notice"),
        (Kind::Member, "role") => both("rol", "role"),
        (Kind::Student, "course") => both("curso", "course"),
        (Kind::Student, "run") => both("RUN", "RUN"),
        (Kind::Student, "mrun") => both("MRUN", "MRUN"),
        (Kind::Member, "name")
        | (Kind::Student, "given_names" | "paternal_surname" | "maternal_surname" | "full_name") => {
            both("nombre", "name")
        }
        (Kind::Student, "aliases") => both("otros números", "other numbers"),
        (Kind::Student, "born" | "birth_month") => both("fecha de nacimiento", "date of birth"),
        (Kind::Student, "phones") => both("teléfonos", "telephones"),
        (Kind::Student, "email") => both("correo", "e-mail"),
        (Kind::Student, "guardians") => both("apoderados", "guardians"),
        (Kind::Student, "remarks") => both("observaciones", "remarks"),
        (Kind::Student, "attendance") => both("asistencia", "attendance"),
        (Kind::Student, "weeks") => both("asistencia por semana", "attendance by week"),
        (Kind::Student, "reported") => both("asistencia informada", "reported attendance"),
        (Kind::Student, "grades") => both("notas", "grades"),
        (Kind::Student, "concepts") => both("conceptos", "concepts"),
        (Kind::Student, "engagement") => both("compromiso escolar", "school engagement"),
        (Kind::Student, "years") => both("años escolares", "school years"),
        (Kind::Student, "transfers") => both("traspasos", "hand-overs"),
        (Kind::Student, "attention") => both("lugar en la lista", "place in the list"),
        (Kind::Student, "history") => both("trayectoria", "path"),
        (Kind::Contact, "kind") => both("tipo de contacto", "kind of contact"),
        (Kind::Contact, "with") => both("con quién", "with whom"),
        (Kind::Contact, "next") => both("próximo paso", "next step"),
        (Kind::Action, "start") => both("inicio", "first day"),
        (Kind::Action, "scope") => both("de quién depende", "whose it is"),
        (Kind::Action, "pme") => both("vínculo con el PME", "link to the PME"),
        (Kind::Action, "history") => both("historia", "history"),
        (Kind::Action, "decided") => both("decisión", "decision"),
        (Kind::Action, "due") => both("plazo", "due date"),
        (Kind::Learning, "effect") => both("efecto en la escuela", "effect in the school"),
        (Kind::Cycle, "predictions") => both("predicciones", "predictions"),
        (Kind::Learning, "voice") => both("quién lo dijo", "who said it"),
        (Kind::Cycle, "number") => both("número", "number"),
        (Kind::Cycle, "opened") => both("fecha de inicio", "first day"),
        (Kind::Cycle, "step") => both("paso", "step"),
        (Kind::Cycle, "theory") => both("teoría de acción", "theory of action"),
        (Kind::Cycle, "closing") => both("cierre", "closing"),
        (Kind::Action, "adjustments") => both("ajustes", "adjustments"),
        (Kind::Action, "carried_from") => both("acción de origen", "action it comes from"),
        (_, "cycle") => both("ciclo", "cycle"),
        (Kind::Meeting, "facilitator") => both("quién facilita", "who facilitates"),
        (Kind::Meeting, "present") => both("asistentes", "who was there"),
        (Kind::Meeting, "agreements") => both("acuerdos", "agreements"),
        _ => both("otros datos", "other data"),
    }
}

#[cfg(test)]
mod tests {
    use schemars::{JsonSchema, schema_for};

    use super::*;
    use crate::notebook::{
        action::Action, contact::Contact, cycle::Cycle, learning::Learning, meeting::Meeting, member::Member,
        school::School,
    };

    /// The fields of an item in the file.
    fn fields<T: JsonSchema>() -> Vec<String> {
        let schema = schema_for!(T);
        let fields = schema.get("properties").and_then(serde_json::Value::as_object).unwrap();
        fields.keys().filter(|name| *name != "id").cloned().collect()
    }

    #[test]
    fn whoever_reads_what_changed_reads_words_and_no_names_of_a_file() {
        let kinds = [
            (Kind::School, fields::<School>()),
            (Kind::Member, fields::<Member>()),
            (Kind::Student, fields::<Student>()),
            (Kind::Contact, fields::<Contact>()),
            (Kind::Cycle, fields::<Cycle>()),
            (Kind::Action, fields::<Action>()),
            (Kind::Learning, fields::<Learning>()),
            (Kind::Meeting, fields::<Meeting>()),
        ];
        for (kind, fields) in kinds {
            assert!(!fields.is_empty(), "{kind:?}");
            for name in fields {
                assert_ne!(field(Lang::Es, kind, &name), "otros datos", "{kind:?} {name}");
                assert!(!field(Lang::En, kind, &name).contains('_'), "{kind:?} {name}");
            }
        }
        assert_eq!(field(Lang::Es, Kind::Learning, "extra"), "otros datos");
        assert_eq!(field(Lang::Es, Kind::Action, "pme"), "vínculo con el PME");
    }
}
