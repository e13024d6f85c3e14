//! Names of school subjects, and of figures that other systems keep.
//! Knows words only; whether a column holds grades, its cells tell.

use super::field::words;

/// Words that only a subject has. Source: Mineduc, bases curriculares; as teachers shorten them.
const SUBJECTS: &[&str] = &[
    "lenguaje",
    "lengua",
    "literatura",
    "matematica",
    "matematicas",
    "mat",
    "historia",
    "ciencias",
    "biologia",
    "fisica",
    "quimica",
    "ingles",
    "idioma",
    "religion",
    "tecnologia",
    "arte",
    "artes",
    "musica",
    "ed",
    "educacion",
    "filosofia",
    "orientacion",
    "taller",
    "geografia",
    "ciudadana",
    "mapudungun",
    "electivo",
    "plastica",
    "computacion",
    "comunicacion",
    "len",
    "hist",
    "cs",
    "ing",
    "rel",
    "tec",
    "mus",
    "orient",
    "bio",
    "fis",
    "qui",
    "filo",
    "lectura",
    "indigena",
];

/// Figures of other systems, folded: submissions, visits, ratings.
const FIGURES: &[&str] = &[
    "raisedhands",
    "visitedresources",
    "announcementsview",
    "discussion",
    "score",
    "date submitted",
    "is banked",
    "studied credits",
    "num of prev attempts",
    "failures",
    "g1",
    "g2",
    "g3",
    "studytime",
    "entregas",
    "tareas entregadas",
    "tareas asignadas",
    "entregas realizadas",
    "participacion",
    "accesos",
    "ingresos plataforma",
    "compromiso afectivo",
    "compromiso cognitivo",
    "compromiso conductual",
    "afectivo",
    "cognitivo",
    "conductual",
    "valoracion",
    "tareas",
    "trabajos entregados",
    "trabajos",
    "submissions",
    "rating",
    "matricula total",
    "tasa aprobacion",
    "tasa reprobacion",
    "tasa retiro",
    "establecimientos reportados",
    "desvinculados",
    "matricula teorica",
    "tasa",
];

/// Headers that only tables of communes, regions or the country have, folded.
const TERRITORIES: &[&str] = &["codigo comuna", "desvinculados", "matricula teorica", "establecimientos reportados"];

/// Whether a header names a subject.
pub(super) fn is_subject(header: &str) -> bool {
    let words = words(header);
    !words.is_empty() && words.len() <= 6 && words.iter().any(|word| SUBJECTS.contains(&word.as_str()))
}

/// Whether a header names a figure that is worth keeping although it is none of a school's own tables.
pub(super) fn is_figure(header: &str) -> bool {
    let folded = words(header).join(" ");
    FIGURES.contains(&folded.as_str()) || folded.starts_with("curricular units") || is_of_school(header)
}

/// Whether a header is one that only tables of territories have.
pub(super) fn is_of_territory(header: &str) -> bool {
    TERRITORIES.contains(&words(header).join(" ").as_str())
}

/// Whether a header is one of the Ministry's figures by school.
pub(super) fn is_of_school(header: &str) -> bool {
    const STARTS: &[&str] = &["APR_", "REP_", "RET_", "TRA_", "PROM_ASIS", "MAT_", "CUR_SIM", "CUR_COMB"];
    let header = header.trim().to_ascii_uppercase();
    STARTS.iter().any(|start| header.starts_with(start))
}
