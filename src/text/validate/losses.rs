//! Annual dropout and withdrawal within the year, in words: both years, the method, and what it cannot know.

use std::collections::BTreeMap;

use crate::{
    app::lang::Lang,
    insight::dropout::{Dropout, Ends, Loss, SUSPICIOUS},
    rules::{course::Grade, identity::Rbd, status::YearEnd},
    text::{Both, both, figures},
};

/// Columns by school.
pub const COLUMNS: [Both; 7] = [
    both("RBD", "RBD"),
    both("base", "base"),
    both("no matric.", "not enrolled"),
    both("tasa %", "rate %"),
    both("fuera del regular", "not in regular"),
    both("tasa %", "rate %"),
    both("matrícula", "enrolment"),
];
/// Columns of how the year ended.
pub const ENDS: [Both; 7] = [
    both("RBD", "RBD"),
    both("promovidos", "promoted"),
    both("reprobados", "failed"),
    both("retirados", "withdrawn"),
    both("trasladados", "moved"),
    both("sin dato", "not said"),
    both("retiro %", "withdrawal %"),
];

/// The first line: years, method, sums.
pub fn head(lang: Lang, found: &Dropout) -> String {
    let (year, next) = (found.year, found.next);
    let [global, regular, cohort] =
        [found.total.global, found.total.regular(), found.total.cohort].map(|n| figures::number(lang, n));
    match (lang, found.is_partial) {
        (Lang::Es, false) => format!(
            "Desvinculación {year} → {next} (método oficial): de {cohort} que debían seguir, {global} no están matriculados y {regular} no están en el sistema regular"
        ),
        (Lang::Es, true) => format!(
            "No se vuelven a ver aquí, {year} → {next} (método oficial): de {cohort} que debían seguir, {global} no están en esta matrícula y {regular} no están en su sistema regular"
        ),
        (Lang::En, false) => format!(
            "Dropout {year} → {next} (official method): of {cohort} who were to go on, {global} are not enrolled and {regular} are not in the regular system"
        ),
        (Lang::En, true) => format!(
            "Not seen again here, {year} → {next} (official method): of {cohort} who were to go on, {global} are not in this enrolment and {regular} are not in its regular system"
        ),
    }
}

/// What the figures cannot know, and when to doubt them.
pub fn notes(lang: Lang, found: &Dropout) -> Vec<String> {
    let [students, graduates, adults] =
        [found.students, found.graduates, found.total.adults].map(|n| figures::number(lang, n));
    let mut said = vec![match lang {
        Lang::Es => format!(
            "Educación regular: {students} estudiantes, {graduates} egresaron de 4° medio; {adults} pasaron a educación de adultos antes de los 20 años."
        ),
        Lang::En => format!(
            "Regular schooling: {students} students, {graduates} finished 4° medio; {adults} moved to adult education before the age of 20."
        ),
    }];
    if found.is_partial {
        said.push(
            both(
                "La matrícula no es la de todo el país: es una cota superior, porque quien no está aquí puede estar en otra escuela.",
                "The enrolment is not that of the whole country: it is an upper bound, because who is not here may be in another school.",
            )
            .of(lang)
            .to_owned(),
        );
    }
    said.push(
        both(
            "Las defunciones no se descuentan: sólo el Ministerio las conoce. La serie oficial lleva el primer año; la prensa, el segundo.",
            "Deaths are not discounted: only the Ministry knows them. The official series carries the first year, the press the second.",
        )
        .of(lang)
        .to_owned(),
    );
    let whole = found.total.theoretical(found.total.global);
    if found.total.global * 100 > usize::from(SUSPICIOUS.threshold) * whole {
        said.push(match lang {
            Lang::Es => format!(
                "Sobre {} %: es un error de cálculo mientras no se muestre otra cosa. Revisa si la matrícula está completa.",
                SUSPICIOUS.threshold
            ),
            Lang::En => format!(
                "Above {} %: an error of computing until shown otherwise. See whether the enrolment is complete.",
                SUSPICIOUS.threshold
            ),
        });
    }
    said
}

/// A school.
pub fn row(lang: Lang, rbd: Rbd, loss: &Loss) -> [String; 7] {
    let number = |n| figures::number(lang, n);
    let (global, regular) = (loss.global, loss.regular());
    [
        rbd.to_string(),
        number(loss.cohort),
        number(global),
        rate(lang, global, loss.theoretical(global)),
        number(regular),
        rate(lang, regular, loss.theoretical(regular)),
        number(loss.enrolment),
    ]
}

/// By the grade in which they would have been.
pub fn grades(lang: Lang, grades: &BTreeMap<Grade, usize>) -> String {
    let parts: Vec<String> = grades.iter().map(|(grade, n)| format!("{grade} {}", figures::number(lang, *n))).collect();
    format!(
        "{}: {}",
        both("Por grado en que estarían", "By the grade in which they would be").of(lang),
        parts.join(", ")
    )
}

/// More schools than a page lists.
pub fn many(lang: Lang, schools: usize) -> String {
    let schools = figures::number(lang, schools);
    match lang {
        Lang::Es => format!("{schools} escuelas: con --json, una por una."),
        Lang::En => format!("{schools} schools: one by one with --json."),
    }
}

/// Heading of the withdrawals of a year.
pub fn withdrawal(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Es => {
            format!("Retiro durante {year}: retirados de promovidos, reprobados y retirados; los traslados no cuentan")
        }
        Lang::En => {
            format!("Withdrawal within {year}: withdrawn, of promoted, failed and withdrawn; moves do not count")
        }
    }
}

/// How the year ended in a school.
pub fn ends(lang: Lang, rbd: Rbd, ends: &Ends) -> [String; 7] {
    let of = |end| figures::number(lang, ends.of(end));
    let (withdrawn, whole) = ends.withdrawal();
    [
        rbd.to_string(),
        of(Some(YearEnd::Promoted)),
        of(Some(YearEnd::Failed)),
        figures::number(lang, withdrawn),
        of(Some(YearEnd::Transferred)),
        of(None),
        rate(lang, withdrawn, whole),
    ]
}

/// A part in percent with two decimals; a dash without a whole.
fn rate(lang: Lang, part: usize, whole: usize) -> String {
    if whole == 0 {
        return "—".to_owned();
    }
    let hundredths = (part * 20_000 + whole) / (2 * whole);
    figures::decimal(lang, &format!("{}.{:02}", hundredths / 100, hundredths % 100))
}
