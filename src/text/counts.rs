//! Sums in words: how many schools, students, flags, actions.

use chrono::NaiveDate;

use super::{Both, both, count, fields, figures, reasons};
use crate::{
    app::lang::Lang,
    insight::{
        attended::{Attended, Recent},
        engagement::{EngagementFigure, Part, SHOWN_FROM},
    },
    notebook::action::Action,
    rules::attendance::scale::ScaleName,
};

/// `12 escuelas`.
pub fn schools(lang: Lang, n: usize) -> String {
    count(lang, n, both("escuela", "school"), both("escuelas", "schools"))
}

/// `5.068 estudiantes`.
pub fn students(lang: Lang, n: usize) -> String {
    count(lang, n, both("estudiante", "student"), both("estudiantes", "students"))
}

/// `950 con matrícula`.
pub fn enrolled(lang: Lang, n: usize) -> String {
    count(lang, n, both("con matrícula", "enrolled"), both("con matrícula", "enrolled"))
}

/// `61 con señal`.
pub fn flagged(lang: Lang, n: usize) -> String {
    count(lang, n, both("con señal", "with a flag"), both("con señal", "with a flag"))
}

/// `podemos seguir a 45`.
pub fn capacity(lang: Lang, n: usize) -> String {
    let n = figures::number(lang, n);
    match lang {
        Lang::Es => format!("podemos seguir a {n}"),
        Lang::En => format!("we can follow {n}"),
    }
}

/// `2 atrasadas`.
pub fn overdue(lang: Lang, n: usize) -> String {
    count(lang, n, both("atrasada", "overdue"), both("atrasadas", "overdue"))
}

/// From when on and until when an action is expected to last: `03-05 → 30-06`; none where neither is known.
pub fn span(lang: Lang, action: &Action, today: NaiveDate) -> Option<String> {
    let day = |day| figures::short_day(lang, day, today);
    match (action.start.map(day), action.due.map(day)) {
        (Some(start), due) => Some(format!("{start} → {}", due.unwrap_or_default()).trim_end().to_owned()),
        (None, due) => due,
    }
}

/// An action in one line: what, from when until when, who answers for it, how far it is.
pub fn action(lang: Lang, action: &Action, today: NaiveDate) -> String {
    let span = span(lang, action, today).map(|span| format!(" ({span})")).unwrap_or_default();
    let late = if action.is_overdue(today) { " !" } else { "" };
    let who = Some(action.who.as_str()).filter(|who| !who.is_empty()).map(|who| format!(" · {who}"));
    format!("{}{span}{late}{} · {}", action.what.as_str(), who.unwrap_or_default(), state(lang, action))
}

/// How far an action is, and on which day it ended, where it has: `cumplida 28-06-2021`.
pub fn state(lang: Lang, action: &Action) -> String {
    let state = fields::action_state(&action.state).of(lang);
    action.ended().map_or_else(|| state.to_owned(), |on| format!("{state} {}", figures::day(lang, on)))
}

/// `desde 05-07`: an action that has not begun.
pub fn begins(lang: Lang, start: NaiveDate, today: NaiveDate) -> String {
    let start = figures::short_day(lang, start, today);
    match lang {
        Lang::Es => format!("desde {start}"),
        Lang::En => format!("from {start}"),
    }
}

/// `2021: 71,4 %, 45 de 63 días`.
pub fn of_year(lang: Lang, attended: Attended) -> String {
    let year = attended.until.year();
    let percent = figures::share(lang, attended.share).unwrap_or_default();
    let Some(days) = attended.share.days() else { return format!("{year}: {percent}") };
    match lang {
        Lang::Es => format!("{year}: {percent}, {} de {} días", days.attended(), days.held()),
        Lang::En => format!("{year}: {percent}, {} of {} days", days.attended(), days.held()),
    }
}

/// Title of the figures of step 1.
pub const BY_MONTH: Both = both("Asistencia mensual", "Attendance by month");
/// Title of the figures of step 1; the scale is named.
pub fn by_band(lang: Lang, scale: ScaleName) -> String {
    let scale = reasons::scale(scale).of(lang);
    match lang {
        Lang::Es => format!("Estudiantes por tramo de asistencia ({scale})"),
        Lang::En => format!("Students by band of attendance ({scale})"),
    }
}

/// A figure of engagement: what the list calls it, whom it covers, and its middle where they are enough.
pub fn engagement(lang: Lang, figure: &EngagementFigure) -> String {
    let part = match figure.part {
        Part::Affective => both("afectivo", "affective"),
        Part::Cognitive => both("cognitivo", "cognitive"),
        Part::Behavioural => both("conductual", "behavioural"),
        Part::Submissions => both("entregas", "submissions"),
        Part::Other => both("otro", "other"),
    };
    let (part, name) = (part.of(lang), &figure.name);
    let [covered, enrolled] = [figure.covered, figure.enrolled].map(|n| figures::number(lang, n));
    let percent = 100 * figure.covered / figure.enrolled.max(1);
    let median = figure.median.map(|value| figures::decimal(lang, &value.to_string()));
    let few = SHOWN_FROM.threshold;
    match (lang, median) {
        (Lang::Es, Some(median)) => {
            format!("{part}, «{name}»: mediana {median} · cubre a {covered} de {enrolled} ({percent} %)")
        }
        (Lang::Es, None) => format!("{part}, «{name}»: sólo {covered} de {enrolled}; se muestra desde {few}"),
        (Lang::En, Some(median)) => {
            format!("{part}, “{name}”: median {median} · covers {covered} of {enrolled} ({percent}%)")
        }
        (Lang::En, None) => format!("{part}, “{name}”: only {covered} of {enrolled}; shown from {few} on"),
    }
}

/// Attendance of the last class days.
pub fn recent(lang: Lang, recent: Recent) -> String {
    let [from, until] = [recent.from, recent.until].map(|month| figures::month(lang, month));
    let span = if from == until { from.to_owned() } else { format!("{from}–{until}") };
    let percent = figures::share(lang, recent.days.into()).unwrap_or_default();
    let (attended, held) = (recent.days.attended(), recent.days.held());
    match lang {
        Lang::Es => format!("últimas clases ({span}): {percent}, {attended} de {held} días"),
        Lang::En => format!("latest classes ({span}): {percent}, {attended} of {held} days"),
    }
}

/// Title of the figures of step 1.
pub const ENGAGEMENT: Both = both("Compromiso escolar", "School engagement");
/// Title of the figures of step 1.
pub const CONTACT_RATE: Both = both("Tasa de contacto", "Contact rate");
