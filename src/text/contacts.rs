//! The contact analysis in words: the same lines for the screen and for a terminal.

use super::{Both, both, fields, figures};
use crate::{
    app::lang::Lang,
    insight::{
        contact_analysis::{ContactAnalysis, CourseTally, Tally},
        contact_rate::{ContactRate, percent_hundredths},
    },
};

/// Title of the analysis.
pub const TITLE: Both = both("Análisis de contactos", "Contact analysis");
const BY_COURSE: Both = both("Por curso", "By course");
const BY_KIND: Both = both("Por medio", "By way");
const BY_RESULT: Both = both("Por resultado", "By result");
const WORK: Both = both("Revisión de trabajos (no cuenta como contacto)", "Review of work (no contact)");
const ENROLLED: Both = both("matrícula", "enrolled");
const STUDENTS_REACHED: Both = both("contactados", "reached");
const CONTACTS: Both = both("intentos", "attempts");
const REACHED: Both = both("logrados", "successful");
const STUDENTS: Both = both("estudiantes", "students");
const REVIEWS: Both = both("revisiones", "reviews");
const ALL: Both = both("en total", "together");
const NOBODY: Both = both("nadie", "nobody");

/// The days that were looked at: `15-06-2021 – 28-06-2021`.
pub fn days(lang: Lang, rate: &ContactRate) -> String {
    format!("{} – {}", figures::day(lang, rate.window.from), figures::day(lang, rate.window.to))
}

/// `23 de 107 (21,4 %) con contacto logrado en los últimos 14 días`.
pub fn rate(lang: Lang, rate: &ContactRate) -> String {
    let (reached, enrolled) = (figures::number(lang, rate.reached), figures::number(lang, rate.enrolled));
    let share = share(lang, rate.percent_hundredths());
    let days = rate.rule.threshold;
    match lang {
        Lang::Es => format!("{reached} de {enrolled}{share} con contacto logrado en los últimos {days} días"),
        Lang::En => format!("{reached} of {enrolled}{share} reached in the last {days} days"),
    }
}

fn share(lang: Lang, hundredths: Option<u32>) -> String {
    hundredths.map(|value| format!(" ({})", figures::percent(lang, value))).unwrap_or_default()
}

/// What the rate counts, by which rule and from which source.
pub fn rule(lang: Lang, rate: &ContactRate) -> String {
    let (days, source) = (rate.rule.threshold, rate.rule.source);
    match lang {
        Lang::Es => format!(
            "Estudiantes con matrícula y al menos un contacto logrado en {days} días, el último incluido; cada uno cuenta una vez. Fuente: {source}."
        ),
        Lang::En => format!(
            "Students enrolled and reached at least once in {days} days, the last one counted in; each counts once. Source: {source}."
        ),
    }
}

/// The tables, line by line.
pub fn tables(lang: Lang, analysis: &ContactAnalysis) -> Vec<String> {
    let mut lines = courses(lang, analysis);
    let contact = |title: Both, names: Vec<(Both, Tally)>| {
        let head = [CONTACTS, REACHED, STUDENTS].map(|word| word.of(lang).to_owned());
        let row = |(name, tally): (Both, Tally)| {
            (name.of(lang).to_owned(), [tally.records, tally.reached, tally.students].map(|n| figures::number(lang, n)))
        };
        table(title.of(lang), &head, &names.into_iter().map(row).collect::<Vec<_>>())
    };
    let kinds = analysis.kinds.iter().map(|(kind, tally)| (fields::contact_kind(*kind), *tally));
    lines.extend(contact(BY_KIND, kinds.collect()));
    let counted = |title: Both, what: Both, all: &[(crate::notebook::contact::ContactResult, Tally)]| {
        let head = [what, STUDENTS].map(|word| word.of(lang).to_owned());
        let row = |(result, tally): &(_, Tally)| {
            let name = fields::contact_result(*result).of(lang).to_owned();
            (name, [tally.records, tally.students].map(|n| figures::number(lang, n)))
        };
        table(title.of(lang), &head, &all.iter().map(row).collect::<Vec<_>>())
    };
    lines.extend(counted(BY_RESULT, CONTACTS, &analysis.results));
    lines.extend(counted(WORK, REVIEWS, &analysis.work));
    if analysis.of_gone > 0 {
        lines.extend([String::new(), gone(lang, analysis.of_gone)]);
    }
    lines
}

fn courses(lang: Lang, analysis: &ContactAnalysis) -> Vec<String> {
    let head = [ENROLLED, STUDENTS_REACHED, CONTACTS, REACHED].map(|word| word.of(lang).to_owned());
    let cells = |enrolled: usize, tally: Tally| {
        let reached = if tally.students_reached == 0 {
            NOBODY.of(lang).to_owned()
        } else {
            let share = share(lang, percent_hundredths(tally.students_reached, enrolled));
            format!("{}{share}", figures::number(lang, tally.students_reached))
        };
        let [enrolled, records, successful] =
            [enrolled, tally.records, tally.reached].map(|n| figures::number(lang, n));
        [enrolled, reached, records, successful]
    };
    let row = |course: &CourseTally| (course.course.to_string(), cells(course.enrolled, course.tally));
    let mut rows: Vec<(String, [String; 4])> = analysis.courses.iter().map(row).collect();
    rows.push((ALL.of(lang).to_owned(), cells(analysis.rate.enrolled, analysis.all)));
    table(BY_COURSE.of(lang), &head, &rows)
}

fn gone(lang: Lang, n: usize) -> String {
    let n = figures::number(lang, n);
    match lang {
        Lang::Es => format!("Sin contar: {n} registros de estudiantes que ya no tienen matrícula."),
        Lang::En => format!("Not counted: {n} records about students who are not enrolled any more."),
    }
}

/// A blank line, the title with the names of the columns, and a line for each row: words to the left, numbers to the right.
fn table<const N: usize>(title: &str, head: &[String; N], rows: &[(String, [String; N])]) -> Vec<String> {
    let width = |text: &str| text.chars().count();
    let first = rows.iter().map(|(name, _)| width(name) + 2).chain([width(title)]).max().unwrap_or(0);
    let column = |at: usize| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(at)).chain(head.get(at));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let columns: [usize; N] = std::array::from_fn(column);
    let line = |name: &str, cells: &[String; N]| {
        let cells = cells.iter().zip(columns).map(|(cell, width)| format!("  {cell:>width$}"));
        std::iter::once(format!("{name:<first$}")).chain(cells).collect::<String>()
    };
    let named = rows.iter().map(|(name, cells)| line(&format!("  {name}"), cells));
    [String::new(), line(title, head)].into_iter().chain(named).collect()
}
