//! What `tep students` prints for people, and the sentences that the list on the screen shares with it.

use chrono::NaiveDate;

use crate::{
    app::lang::Lang,
    insight::{
        recovery::Recovery,
        review::{Place, Review, Row},
    },
    rules::attendance::scale::ScaleName,
    text::{Both, both, counts, fields, figures, places::word, reasons},
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

/// The line where the list is cut: how many are in it, and where the others are who have a reason, so that the sum can be
/// checked. On so few columns that it does not fit, in fewer words.
pub fn cut(lang: Lang, review: &Review, columns: usize) -> String {
    let apart = review.apart;
    let named = |n: usize, what: Both| (n > 0).then(|| format!("{}: {}", what.of(lang), figures::number(lang, n)));
    let unflagged = (apart.unflagged > 0).then(|| {
        let n = figures::number(lang, apart.unflagged);
        format!(" ({n} {})", both("sin señal", "without a flag").of(lang))
    });
    let listed = format!("{}{}", figures::number(lang, review.listed), unflagged.unwrap_or_default());
    let remainder = figures::number(lang, review.remainder);
    let outside = both("sin alcanzar", "out of reach").of(lang);
    let rest: Vec<String> = [Some(format!("{outside}: {remainder}"))]
        .into_iter()
        .chain([
            named(apart.to_check, both("revisar vigencia", "check enrolment")),
            named(apart.aside, both("aparte", "aside")),
        ])
        .flatten()
        .collect();
    let said = |head: Both| format!("{}: {listed} · {}", head.of(lang), rest.join(" · "));
    let full = said(both("hasta aquí, la lista", "the list ends here"));
    if full.chars().count() <= columns { full } else { said(both("la lista", "the list")) }
}

/// Where the selected row stands, while the line that cuts the list is not on the screen.
pub fn position(lang: Lang, review: &Review, at: usize) -> String {
    let [row, listed, all] = [at + 1, review.listed, review.rows.len()].map(|n| figures::number(lang, n));
    match (lang, at < review.listed) {
        (Lang::Es, true) => format!("fila {row} de {listed} de la lista"),
        (Lang::En, true) => format!("row {row} of the {listed} of the list"),
        (Lang::Es, false) => format!("fila {row} de {all}: fuera de la lista ({listed})"),
        (Lang::En, false) => format!("row {row} of {all}: outside the list ({listed})"),
    }
}

/// `40 d`, and a sign where the year no longer has them; nothing where there is nothing to win back, a dash where nobody
/// can say.
pub fn recover(lang: Lang, row: &Row) -> String {
    match (row.recovery(), row.can_recover(), lang) {
        (Recovery::There, ..) => String::new(),
        (Recovery::NotKnown, ..) => "—".to_owned(),
        (Recovery::Days(days), true, _) => format!("{days} d"),
        (Recovery::Days(days), false, Lang::Es) => format!("{days} d, no alcanza"),
        (Recovery::Days(days), false, Lang::En) => format!("{days} d, too late"),
    }
}

/// The last contact: how long ago. An attempt that reached nobody is called one.
pub fn contact(lang: Lang, row: &Row, today: NaiveDate) -> String {
    let Some(on) = row.last_contact else { return word::NEVER.of(lang).to_owned() };
    if !row.is_attempt {
        return figures::ago(lang, on, today);
    }
    format!("{} {}", both("intento", "tried").of(lang), figures::since(lang, on, today))
}

/// Where somebody is who is not here any more; nothing where a reason says it.
pub fn gone(lang: Lang, row: &Row) -> Option<String> {
    (!row.is_here && !row.is_flagged()).then(|| fields::status(row.status).of(lang).to_owned())
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
