//! What the commands print for people.

use std::path::Path;

use crate::{
    app::lang::Lang,
    notebook::school::School,
    text::{Both, both, count, figures, places::word},
};

/// Column.
pub const STUDENTS: Both = both("Estudiantes", "Students");
/// Title of a part.
pub const FLAGGED: Both = both("Estudiantes con señal", "Students with a flag");
/// Title of a part.
pub const ACTIONS: Both = both("Acciones del ciclo", "Actions of the cycle");
/// Title of a part.
pub const LEARNINGS: Both = both("Aprendizajes del ciclo", "Learnings of the cycle");
/// Nothing stands there yet.
pub const NONE: Both = both("ninguno todavía", "none yet");
/// Column.
pub const RUN: Both = both("RUN", "RUN");

const SCHOOL: (Both, Both) = (both("escuela", "school"), both("escuelas", "schools"));
const STUDENT: (Both, Both) = (both("estudiante", "student"), both("estudiantes", "students"));

fn schools(lang: Lang, n: usize) -> String {
    count(lang, n, SCHOOL.0, SCHOOL.1)
}

/// A count of students.
pub fn students(lang: Lang, n: usize) -> String {
    count(lang, n, STUDENT.0, STUDENT.1)
}

/// The line under the list: schools, how many of them are invented, students.
pub fn shelf_sum(lang: Lang, (all, invented): (usize, usize), students: usize) -> String {
    let sum = format!("\n{} · {}", schools(lang, all), self::students(lang, students));
    let note = match (lang, invented) {
        (_, 0) => String::new(),
        (_, invented) if invented == all => format!(" · {}", word::INVENTED.of(lang)),
        (Lang::Es, invented) => format!(" · con datos inventados: {invented}"),
        (Lang::En, invented) => format!(" · with invented data: {invented}"),
    };
    format!("{sum}{note}\n")
}

/// There is nothing to list.
pub fn empty_shelf(lang: Lang, folder: &Path) -> String {
    let folder = folder.display();
    match lang {
        Lang::Es => format!(
            "No hay cuadernos en {folder}. «tep import ARCHIVO --create» los crea desde un archivo, «tep new» crea uno, «tep demo» sirve para practicar.\n"
        ),
        Lang::En => format!(
            "There is no notebook in {folder}. “tep import FILE --create” makes them from a file, “tep new” makes one, “tep demo” is for practising.\n"
        ),
    }
}

/// A notebook was made.
pub fn made(lang: Lang, school: &School, path: &Path) -> String {
    let (name, rbd, path) = (school.name.as_str(), school.rbd, path.display());
    match lang {
        Lang::Es => format!("Listo el cuaderno de {name} ({rbd}) en {path}. Para abrirlo: tep open {rbd}\n"),
        Lang::En => format!("The notebook of {name} ({rbd}) is ready in {path}. To open it: tep open {rbd}\n"),
    }
}

/// The practice alliance: how many schools were made, how many were kept, where it is and how to open it.
pub fn practice(lang: Lang, folder: &Path, (made, kept): (usize, usize)) -> String {
    let state = match (lang, made, kept) {
        (Lang::Es, made, 0) => {
            format!("La alianza de práctica está lista: {} con datos inventados.", schools(lang, made))
        }
        (Lang::En, made, 0) => format!("The practice alliance is ready: {} with invented data.", schools(lang, made)),
        (Lang::Es, 0, kept) => {
            format!(
                "La alianza de práctica ya estaba y quedó como la dejaste: {} con datos inventados.",
                schools(lang, kept)
            )
        }
        (Lang::En, 0, kept) => {
            format!(
                "The practice alliance was there and is as you left it: {} with invented data.",
                schools(lang, kept)
            )
        }
        (Lang::Es, made, kept) => format!(
            "La alianza de práctica está lista, con datos inventados: {} de nuevo y {} como las dejaste.",
            schools(lang, made),
            figures::number(lang, kept)
        ),
        (Lang::En, made, kept) => format!(
            "The practice alliance is ready, with invented data: {} made again and {} as you left them.",
            schools(lang, made),
            figures::number(lang, kept)
        ),
    };
    let folder = folder.display();
    match lang {
        Lang::Es => format!("{state}\nEstá en {folder}. Para abrirla: tep --dir \"{folder}\"\n"),
        Lang::En => format!("{state}\nIt is in {folder}. To open it: tep --dir \"{folder}\"\n"),
    }
}

/// How many students have a flag, and how many the team can follow.
pub fn flagged(lang: Lang, (flagged, all): (usize, usize), capacity: usize) -> String {
    let [flagged, all, capacity] = [flagged, all, capacity].map(|n| figures::number(lang, n));
    match lang {
        Lang::Es => format!("{flagged} de {all}; el equipo puede seguir a {capacity}"),
        Lang::En => format!("{flagged} of {all}; the team can follow {capacity}"),
    }
}

/// How many more there are.
pub fn more(lang: Lang, n: usize) -> String {
    let n = figures::number(lang, n);
    match lang {
        Lang::Es => format!("… y {n} más"),
        Lang::En => format!("… and {n} more"),
    }
}

/// A cycle in a few words: number, name, step.
pub fn cycle(lang: Lang, number: u16, name: &str, step: (u8, &str)) -> String {
    let (at, step) = step;
    match (lang, name.is_empty()) {
        (Lang::Es, true) => format!("Ciclo {number} · paso {at} de 5: {step}"),
        (Lang::Es, false) => format!("Ciclo {number} «{name}» · paso {at} de 5: {step}"),
        (Lang::En, true) => format!("Cycle {number} · step {at} of 5: {step}"),
        (Lang::En, false) => format!("Cycle {number} “{name}” · step {at} of 5: {step}"),
    }
}

/// The bands of a school year, each with how many students.
pub fn bands(lang: Lang, year: i32, bands: &[(Both, usize)]) -> String {
    let bands: Vec<String> =
        bands.iter().map(|(band, n)| format!("{} {}", band.of(lang), figures::number(lang, *n))).collect();
    match lang {
        Lang::Es => format!("Asistencia {year}: {}", bands.join(" · ")),
        Lang::En => format!("Attendance {year}: {}", bands.join(" · ")),
    }
}
