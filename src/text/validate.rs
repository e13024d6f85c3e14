//! Whether the list works, in words. Says counts and parts; never calls anybody anything.

pub mod losses;

use super::{Both, both, count, figures, reading};
use crate::{
    app::lang::Lang,
    exchange::codes::Kind,
    insight::{
        outcome::{Asked, Question},
        validate::{Counts, ENOUGH, Flag, Validation, capacity::Order},
    },
};

const STUDENT: (Both, Both) = (both("estudiante", "student"), both("estudiantes", "students"));

/// Columns of the counts.
pub const COUNTS: [Both; 5] = [
    both("", ""),
    both("señalados", "flagged"),
    both("ocurrió", "happened"),
    both("estaban bien", "were fine"),
    both("sin señal y ocurrió", "missed"),
];
/// Columns of the parts.
pub const SHARES: [Both; 5] = [
    both("", ""),
    both("precisión %", "precision %"),
    both("encuentra %", "recall %"),
    both("× azar", "lift"),
    both("AUC", "AUC"),
];
/// Columns of the list cut at the team's capacity.
pub const CUTS: [Both; 5] = [
    both("", ""),
    both("ocurrió", "happened"),
    both("precisión %", "precision %"),
    both("encuentra %", "recall %"),
    both("× azar", "lift"),
];
/// How the intervals were computed.
pub const INTERVALS: Both = both(
    "Entre paréntesis, intervalos de 95 %: Wilson para las partes, DeLong para el AUC (0,5 es el azar).",
    "In parentheses, 95 % intervals: Wilson for the parts, DeLong for the AUC (0.5 is chance).",
);

/// A flag.
pub const fn flag(flag: Flag) -> Both {
    match flag {
        Flag::Attendance => both("asistencia < 85 %", "attendance < 85 %"),
        Flag::Average => both("promedio < 4,5", "average < 4.5"),
        Flag::Both => both("ambas", "both"),
        Flag::Either => both("alguna", "either"),
        Flag::Absence => both("sólo inasistencia", "absence alone"),
    }
}

/// An order.
pub const fn order(order: Order) -> Both {
    match order {
        Order::Reasons => both("la lista", "the list"),
        Order::Absence => both("sólo inasistencia", "absence alone"),
        Order::Lot => both("al azar", "by lot"),
    }
}

/// What happened to how many.
const fn happened(question: Question) -> Both {
    match question {
        Question::LeftWithin => {
            both("quedaron fuera del sistema durante el año", "left school altogether within the year")
        }
        Question::Failed => both("repiten", "repeat"),
        Question::Dropout => both("no siguen matriculados al año siguiente", "are not enrolled in the next year"),
        Question::NotSeenAgain => {
            both("no se vuelven a ver en la matrícula posterior", "are not seen again in the later enrolment")
        }
    }
}

/// What "fine" means.
const fn well(question: Question) -> Both {
    match question {
        Question::LeftWithin => both("siguieron", "stayed"),
        Question::Failed => both("fueron promovidos", "were promoted"),
        Question::Dropout | Question::NotSeenAgain => both("siguen matriculados", "are still enrolled"),
    }
}

fn years(lang: Lang, years: &[i32]) -> String {
    let known = years.iter().filter(|year| **year > 0).map(ToString::to_string);
    let known: Vec<String> = known.collect();
    if known.is_empty() { both("año sin decir", "year not said").of(lang).to_owned() } else { known.join(", ") }
}

/// The first line: how many, and to how many it happened.
pub fn head(lang: Lang, asked: &Asked, validation: &Validation) -> String {
    let rows = count(lang, validation.rows, STUDENT.0, STUDENT.1);
    let positives = figures::number(lang, validation.positives);
    let rate = validation.base_rate().map_or(0, |rate| rate.value);
    let rate = percent(lang, rate);
    let what = happened(asked.question).of(lang);
    format!("{}: {rows}, {positives} {what} ({rate} %)", years(lang, &asked.years))
}

/// Who is no case, and what is not known of those who are.
pub fn notes(lang: Lang, asked: &Asked, validation: &Validation) -> Vec<String> {
    let (mut said, left) = (Vec::new(), asked.left_out);
    let number = |n| figures::number(lang, n);
    let parts = [
        (left.withdrawn, both("de quien se retiró (Y)", "of somebody who withdrew (Y)")),
        (left.transferred, both("de quien se trasladó (T)", "of somebody who moved (T)")),
        (left.unknown, both("sin situación final", "without an outcome")),
        (left.repeated, both("anteriores del mismo estudiante", "earlier ones of the same student")),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{} {}", number(*n), what.of(lang))).collect();
    if !parts.is_empty() {
        said.push(format!(
            "{}: {}.",
            both("Filas que no cuentan", "Rows that do not count").of(lang),
            parts.join(", ")
        ));
    }
    // Where nobody has an average, no rule about it is shown.
    let without_average = validation.without_average % validation.rows.max(1);
    if validation.without_attendance + without_average > 0 {
        let [attendance, average] = [validation.without_attendance, without_average].map(number);
        said.push(match lang {
            Lang::Es => format!(
                "Sin dato (0 es desconocido, no señala a nadie): asistencia de {attendance}, promedio de {average}."
            ),
            Lang::En => {
                format!("Not known (0 is unknown and flags nobody): attendance of {attendance}, average of {average}.")
            }
        });
    }
    if asked.question == Question::NotSeenAgain {
        said.push(
            both(
                "Es una cota superior: quien no está en ese archivo puede estar en otra escuela. No es desvinculación.",
                "It is an upper bound: who is not in that file may be in another school. It is not dropout.",
            )
            .of(lang)
            .to_owned(),
        );
    }
    said
}

/// Too few to conclude from.
pub fn not_enough(lang: Lang, validation: &Validation) -> String {
    let (found, needed) = (figures::number(lang, validation.positives), ENOUGH.threshold);
    let rows = validation.rows_enough().map(|rows| figures::number(lang, rows));
    match (lang, rows) {
        (Lang::Es, Some(rows)) => format!(
            "Insuficiente: {found} casos, y bastarían {needed} (unos {rows} estudiantes a este ritmo). Junta más escuelas o años; de tan pocos no se dice precisión ni AUC."
        ),
        (Lang::Es, None) => {
            format!("Insuficiente: ningún caso, y bastarían {needed}. Junta más escuelas o años.")
        }
        (Lang::En, Some(rows)) => format!(
            "Not enough: {found} cases, and {needed} would do (about {rows} students at this rate). Put more schools or years together; of so few neither precision nor AUC is said."
        ),
        (Lang::En, None) => format!("Not enough: no case, and {needed} would do. Put more schools or years together."),
    }
}

/// How many students the team can follow.
pub fn capacity(lang: Lang, students: usize, percent: usize) -> String {
    let students = figures::number(lang, students);
    match lang {
        Lang::Es => format!("Si se puede seguir a {percent} de cada 100 ({students}), entre ellos estarían:"),
        Lang::En => format!("If {percent} of every 100 can be followed ({students}), among them there would be:"),
    }
}

/// How many of the flagged were fine.
pub fn fine(lang: Lang, question: Question, of: Flag, counts: Counts) -> String {
    let [flagged, fine] = [counts.flagged(), counts.fine].map(|n| figures::number(lang, n));
    let (name, well) = (flag(of).of(lang), well(question).of(lang));
    match lang {
        Lang::Es => format!("De {flagged} señalados por «{name}», {fine} {well}."),
        Lang::En => format!("Of {flagged} flagged by “{name}”, {fine} {well}."),
    }
}

/// A part in percent with one decimal, without the sign.
fn percent(lang: Lang, ten_thousandths: u64) -> String {
    figures::tenths(lang, ten_thousandths, 10_000).unwrap_or_default()
}

/// A part with its interval: `8,5 (7,1–10,0)`.
pub fn share(lang: Lang, value: u64, low: u64, high: u64) -> String {
    format!("{} ({}–{})", percent(lang, value), percent(lang, low), percent(lang, high))
}

/// An area with its interval: `0,7573 (0,72–0,79)`.
pub fn area(lang: Lang, value: u64, interval: Option<(u64, u64)>) -> String {
    let exact = |n: u64| figures::decimal(lang, &format!("{}.{:04}", n / 10_000, n % 10_000));
    let short = |n: u64| figures::decimal(lang, &format!("{}.{:02}", n / 10_000, n % 10_000 / 100));
    match interval {
        Some((low, high)) => format!("{} ({}–{})", exact(value), short(low), short(high)),
        None => exact(value),
    }
}

/// How many times, with two decimals.
pub fn times(lang: Lang, ten_thousandths: u64) -> String {
    figures::decimal(lang, &format!("{}.{:02}", ten_thousandths / 10_000, ten_thousandths % 10_000 / 100))
}

/// A count that may hold a part of a tie, with one decimal where it does.
pub fn about(lang: Lang, ten_thousandths: u64) -> String {
    let whole = figures::whole(lang, ten_thousandths / 10_000);
    match ten_thousandths % 10_000 / 1_000 {
        0 => whole,
        tenth => format!("{whole}{}", figures::decimal(lang, &format!(".{tenth}"))),
    }
}

/// No file says how anything ended.
pub fn no_outcome(lang: Lang) -> String {
    both(
        "Nada que comparar: ningún archivo dice cómo terminó el año. Agrega un rendimiento, o un cuaderno con años cerrados; para la desvinculación, el rendimiento y la matrícula del año siguiente.",
        "Nothing to compare: no file says how the year ended. Add a rendimiento, or a notebook with closed years; for dropout, the rendimiento and the enrolment of the next year.",
    )
    .of(lang)
    .to_owned()
}

/// A table that says nothing of the kind.
pub fn no_use(lang: Lang, name: &str, kind: Kind) -> String {
    let kind = reading::kind(kind).of(lang);
    match lang {
        Lang::Es => format!("{name} no se usó: {kind} no dice cómo terminó el año ni quién sigue matriculado."),
        Lang::En => format!("{name} was not used: {kind} does not say how the year ended, nor who is still enrolled."),
    }
}

/// Rows that could not be used.
pub fn rejected(lang: Lang, name: &str, rows: usize) -> String {
    let rows = count(lang, rows, reading::ROW.0, reading::ROW.1);
    match lang {
        Lang::Es => format!("{name}: {rows} sin usar. «tep inspect» dice cuáles y por qué."),
        Lang::En => format!("{name}: {rows} not used. “tep inspect” says which and why."),
    }
}

/// Nobody of one table is in the other.
pub fn unlinked(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Es => format!(
            "Ningún estudiante de {year} está en la matrícula de {}: los archivos no son de las mismas escuelas, o uno trae RUN y el otro MRUN. No se calcula desvinculación.",
            year + 1
        ),
        Lang::En => format!(
            "No student of {year} is in the enrolment of {}: the files are not of the same schools, or one has RUN and the other MRUN. No dropout is computed.",
            year + 1
        ),
    }
}
