//! What `tep students` prints for people, and the sentences that the list on the screen shares with it.

use chrono::NaiveDate;

use crate::{
    app::lang::Lang,
    insight::review::{Place, Review, Row},
    rules::attendance::scale::ScaleName,
    text::{Both, both, counts, figures, reasons},
};

/// Title of a part.
pub const ASIDE: Both = both("Aparte por decisión del equipo", "Set aside by the team");
/// Title of a part.
pub const CHECK: Both =
    both("Revisar vigencia de la matrícula (fuera de la lista)", "Check the enrolment (outside the list)");
/// Title of a part.
pub const QUIET: Both = both("Sin señal", "Without a flag");
/// Title of a part.
pub const GONE: Both = both("Ya no están en la escuela", "No longer in the school");

/// The line under the school: year, scale, day, sums.
pub fn head(lang: Lang, review: &Review, scale: ScaleName, today: NaiveDate) -> String {
    let (year, scale, day) = (review.year, reasons::scale(scale).of(lang), figures::day(lang, today));
    let flagged = counts::flagged(lang, review.flagged);
    let enrolled = counts::students(lang, review.enrolled);
    match lang {
        Lang::Es => format!("Asistencia {year} · {scale} · al {day} · {enrolled} · {flagged}"),
        Lang::En => format!("Attendance {year} · {scale} · as of {day} · {enrolled} · {flagged}"),
    }
}

/// Title of the list itself.
pub fn listed(lang: Lang, review: &Review) -> String {
    let capacity = counts::capacity(lang, review.capacity);
    match lang {
        Lang::Es => format!("Lista priorizada ({capacity})"),
        Lang::En => format!("Priority list ({capacity})"),
    }
}

/// Title of those who do not fit in it.
pub fn below(lang: Lang, review: &Review) -> String {
    let remainder = figures::number(lang, review.remainder);
    match lang {
        Lang::Es => format!("Con señal y fuera de lo que el equipo alcanza a seguir ({remainder})"),
        Lang::En => format!("Flagged, and more than the team can follow ({remainder})"),
    }
}

/// The line where the list is cut, and how many are under it.
pub fn cut(lang: Lang, review: &Review) -> String {
    let (listed, remainder) = (figures::number(lang, review.listed), figures::number(lang, review.remainder));
    match lang {
        Lang::Es => format!("hasta aquí, la lista: {listed} · con señal y sin alcanzar: {remainder}"),
        Lang::En => format!("the list ends here: {listed} · flagged and out of reach: {remainder}"),
    }
}

/// `40 d`, and a sign where the year no longer has them; nothing where there is nothing to win back.
pub fn recover(lang: Lang, row: &Row) -> String {
    match (row.to_recover, row.can_recover(), lang) {
        (0, ..) => String::new(),
        (days, true, _) => format!("{days} d"),
        (days, false, Lang::Es) => format!("{days} d, no alcanza"),
        (days, false, Lang::En) => format!("{days} d, too late"),
    }
}

/// What the team decided about a student's place; nothing for those whom the rules place.
pub fn decided(lang: Lang, row: &Row, today: NaiveDate) -> Option<String> {
    let again = figures::short_day(lang, row.again?, today);
    Some(match (lang, row.place) {
        (_, Place::Pinned) => both("lugar fijo", "pinned").of(lang).to_owned(),
        (Lang::Es, _) => format!("aparte hasta el {again}"),
        (Lang::En, _) => format!("aside until {again}"),
    })
}

/// Most courses that are named; of the others only the number is said.
const NAMED: usize = 4;

/// The one message about courses in which few are in the expected band; nothing where there is no such course.
pub fn courses(lang: Lang, review: &Review, percent: u16) -> Option<String> {
    let (below, all) = &review.courses;
    if below.is_empty() {
        return None;
    }
    let named: Vec<String> = below
        .iter()
        .take(NAMED)
        .map(|figure| format!("{} {}/{}", figure.course, figure.expected, figure.known))
        .collect();
    let more = if below.len() > NAMED { ", …" } else { "" };
    let (courses, count) = (named.join(", "), below.len());
    Some(match lang {
        Lang::Es => format!(
            "{count} de {all} cursos con menos de {percent} % en «esperada»: miren el curso, no sólo la lista ({courses}{more})"
        ),
        Lang::En => format!(
            "{count} of {all} courses with under {percent}% in “esperada”: look at the course, not only the list ({courses}{more})"
        ),
    })
}
