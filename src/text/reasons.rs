//! Why a student is on the list: in a few words for a column, and in a line with its figure.

use super::{Both, both, count, fields, figures};
use crate::{
    app::lang::Lang,
    insight::{
        attended::{Attended, Span},
        reason::{Finding, Reason},
        recovery::Recovery,
        review::Row,
    },
    notebook::attention::{Attention, AttentionKind},
    rules::{
        attendance::{
            self, AgencyBand, Band, Share,
            scale::{AnyBand, ScaleName},
        },
        promotion::Unmet,
        status::Status,
    },
};

mod explain;

pub use explain::explain;

/// A band of the Ministry's scale: the name stays Spanish, English gets a gloss.
pub const fn band(band: Band) -> Both {
    match band {
        Band::Expected => both("esperada", "esperada (expected)"),
        Band::Repeated => both("reiterada", "reiterada (repeated)"),
        Band::Grave => both("grave", "grave (serious)"),
        Band::Critical => both("crítica", "crítica (critical)"),
        Band::NoData => both("sin información", "no information"),
    }
}

/// A band of either scale.
pub const fn any_band(of: AnyBand) -> Both {
    match of {
        AnyBand::Ministry(of) => band(of),
        AnyBand::Agency(AgencyBand::Outstanding) => both("destacada", "destacada (outstanding)"),
        AnyBand::Agency(AgencyBand::Normal) => both("normal", "normal"),
        AnyBand::Agency(AgencyBand::Repeated) => both("reiterada", "reiterada (repeated)"),
        AnyBand::Agency(AgencyBand::Grave) => both("grave", "grave (serious)"),
        AnyBand::Agency(AgencyBand::NoData) => both("sin información", "no information"),
    }
}

/// The name of a scale, as it stands on every list and chart.
pub const fn scale(scale: ScaleName) -> Both {
    match scale {
        ScaleName::Ministry => both("escala Mineduc", "Mineduc scale"),
        ScaleName::Agency => both("escala Agencia", "Agencia scale"),
    }
}

/// What a team decided about a student's place in the list, and the day to look again.
pub fn decision(lang: Lang, attention: &Attention) -> String {
    let again = figures::day(lang, attention.again);
    let what = match attention.kind {
        AttentionKind::Pinned => both("lugar fijo", "pinned"),
        AttentionKind::SetAside => both("aparte", "set aside"),
    };
    format!("{}, {} {again}", what.of(lang), both("volver a mirar el", "look again on").of(lang))
}

/// A reason in a few words.
pub fn short(lang: Lang, reason: Reason) -> String {
    let fixed = match reason.finding {
        Finding::CriticalAttendance(_) => both("crítica", "crítica"),
        Finding::GraveAttendance(_) => both("grave", "grave"),
        Finding::AtTheEdge(_) => {
            both("riesgosa: una falta más y es grave", "at the edge: one more absence and it is grave")
        }
        Finding::NoAttendance { .. } => both("sin información", "no information"),
        Finding::NotSeen { .. } => both("revisar vigencia", "check enrolment"),
        Finding::Falling { slope, .. } => return falling(lang, slope),
        Finding::FailedSubjects { count: n, .. } => {
            return count(lang, n, both("nota bajo 4,0", "mark under 4.0"), both("notas bajo 4,0", "marks under 4.0"));
        }
        Finding::RequiresAnalysis { .. } => both("Decreto 67: requiere análisis", "Decreto 67: requires analysis"),
        Finding::OverAge { .. } => both("sobreedad", "over-age"),
        Finding::Repeated { .. } => both("repitió", "repeated a year"),
        Finding::Moved { .. } => both("cambios de escuela", "changes of school"),
        Finding::Unconfirmed { .. } => fields::status(Status::TransferredUnconfirmed),
        Finding::NoFollowUp { .. } => both("sin seguimiento", "no follow-up"),
        Finding::FollowUpOverdue { .. } => both("seguimiento atrasado", "follow-up overdue"),
        Finding::LookAgain { .. } => both("volver a mirar", "look again"),
    };
    fixed.of(lang).to_owned()
}

fn falling(lang: Lang, slope: i32) -> String {
    let points = points(lang, slope);
    match lang {
        Lang::Es => format!("baja {points} puntos al mes"),
        Lang::En => format!("falls {points} points a month"),
    }
}

/// Hundredths of a point with one decimal, without their sign.
fn points(lang: Lang, hundredths: i32) -> String {
    let parts = hundredths.unsigned_abs();
    figures::decimal(lang, &format!("{}.{}", parts / 100, parts % 100 / 10))
}

/// A reason with its figure, in one line of the card.
pub fn line(lang: Lang, reason: Reason) -> String {
    let short = short(lang, reason);
    let day = |day| figures::day(lang, day);
    match (reason.finding, lang) {
        (Finding::CriticalAttendance(attended) | Finding::GraveAttendance(attended), _) => {
            let word = both("asistencia", "attendance").of(lang);
            let under = both("bajo", "under").of(lang);
            let (of, until) = (figure(lang, attended), until(lang, attended));
            format!("{word} {of} {under} {} % ({until})", reason.rule.threshold)
        }
        (Finding::AtTheEdge(attended), _) => format!("{}: {short}", figure(lang, attended)),
        (Finding::NoAttendance { year }, Lang::Es) => format!("sin asistencia registrada en {year}"),
        (Finding::NoAttendance { year }, Lang::En) => format!("no attendance recorded in {year}"),
        (Finding::NotSeen { days, from, .. }, Lang::Es) => {
            format!("{short}: {days} días de clases sin venir, desde {} {}", figures::month(lang, from), from.year())
        }
        (Finding::NotSeen { days, from, .. }, Lang::En) => {
            format!("{short}: {days} class days without coming, since {} {}", figures::month(lang, from), from.year())
        }
        (Finding::FailedSubjects { year, .. }, _) => format!("{short} ({year})"),
        (Finding::RequiresAnalysis { unmet, share, .. }, _) => format!("{short} ({})", condition(lang, unmet, share)),
        (Finding::OverAge { years, .. }, Lang::Es) => format!("{years} años sobre la edad de su curso"),
        (Finding::OverAge { years, .. }, Lang::En) => format!("{years} years above the age of the course"),
        (Finding::Repeated { count: n, year }, _) => {
            let years = count(lang, n, both("año repetido", "year repeated"), both("años repetidos", "years repeated"));
            format!("{years}; {}, {year}", both("el último", "the last").of(lang))
        }
        (Finding::Moved { in_year, in_three, .. }, Lang::Es) => {
            format!("cambios de escuela: {in_year} este año, {in_three} en tres años")
        }
        (Finding::Moved { in_year, in_three, .. }, Lang::En) => {
            format!("changes of school: {in_year} this year, {in_three} in three years")
        }
        (Finding::Unconfirmed { days, since, to }, _) => {
            let to = to.map(|to| format!(" → {to}")).unwrap_or_default();
            let sent = both("desde el", "since").of(lang);
            format!("{short}{to}: {}, {sent} {}", class_days(lang, days), day(since))
        }
        (Finding::NoFollowUp { since, last: Some(last) }, Lang::Es) => {
            format!("sin seguimiento desde el {}; lo último fue el {}", day(since), day(last))
        }
        (Finding::NoFollowUp { since, last: Some(last) }, Lang::En) => {
            format!("no follow-up since {}; the last was on {}", day(since), day(last))
        }
        (Finding::NoFollowUp { last: None, .. }, Lang::Es) => "nunca ha tenido seguimiento".to_owned(),
        (Finding::NoFollowUp { last: None, .. }, Lang::En) => "never had any follow-up".to_owned(),
        (Finding::FollowUpOverdue { due }, Lang::Es) => format!("el próximo paso era el {}", day(due)),
        (Finding::FollowUpOverdue { due }, Lang::En) => format!("the next step was due on {}", day(due)),
        (Finding::LookAgain { on }, Lang::Es) => format!("el equipo quedó en volver a mirar el {}", day(on)),
        (Finding::LookAgain { on }, Lang::En) => format!("the team was to look again on {}", day(on)),
        (Finding::Falling { .. }, _) => short,
    }
}

fn class_days(lang: Lang, days: u32) -> String {
    let days = usize::try_from(days).unwrap_or(usize::MAX);
    count(lang, days, both("día de clases", "class day"), both("días de clases", "class days"))
}

/// The condition of Decreto 67 that is not met, with its figure.
fn condition(lang: Lang, unmet: Unmet, share: Option<Share>) -> String {
    let asked = figures::decimal(lang, &format!("{}.{}", unmet.rule().threshold / 10, unmet.rule().threshold % 10));
    match (unmet, lang) {
        (Unmet::Failed { count }, Lang::Es) => format!("{count} asignaturas reprobadas"),
        (Unmet::Failed { count }, Lang::En) => format!("{count} subjects failed"),
        (Unmet::Average { failed, hundredths }, _) => {
            let failed = count(lang, failed.into(), both("reprobada", "failed"), both("reprobadas", "failed"));
            let word = both("promedio", "average").of(lang);
            format!("{failed}, {word} {} < {asked}", average(lang, hundredths))
        }
        (Unmet::Attendance, _) => {
            let percent = share.and_then(|share| figures::share(lang, share));
            let word = both("asistencia", "attendance").of(lang);
            format!("{word} {} < {} %", percent.unwrap_or_default(), unmet.rule().threshold)
        }
    }
}

fn average(lang: Lang, hundredths: u16) -> String {
    figures::decimal(lang, &format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

/// What to say to a family about getting back to 85 %, and whether the year still has the days.
pub fn recovery(lang: Lang, row: &Row) -> String {
    let (at, left) = (attendance::RECOVER.threshold, row.days_left);
    match (lang, row.recovery()) {
        (Lang::Es, Recovery::There) => format!("está en {at} % o más"),
        (Lang::En, Recovery::There) => format!("is at {at}% or more"),
        (Lang::Es, Recovery::NotKnown) => "sin días registrados por mes: no se puede calcular cuánto falta".to_owned(),
        (Lang::En, Recovery::NotKnown) => "no days recorded by month: how much it takes cannot be computed".to_owned(),
        (Lang::Es, Recovery::Days(1)) if left > 0 => {
            format!("1 día de clases sin faltar para volver a {at} % (quedan {left})")
        }
        (Lang::Es, Recovery::Days(days)) if days <= left => {
            format!("{days} días de clases seguidos para volver a {at} % (quedan {left})")
        }
        (Lang::En, Recovery::Days(days)) if days <= left => {
            format!("{days} class days in a row to be back at {at}% ({left} left)")
        }
        (Lang::Es, Recovery::Days(days)) => {
            format!("ya no alcanza a {at} % este año: faltan {days} días y quedan {left}")
        }
        (Lang::En, Recovery::Days(days)) => {
            format!("{at}% is out of reach this year: it takes {days} days and {left} are left")
        }
    }
}

/// Attendance as it is known: `45/63`, or the percent that a list reports.
fn figure(lang: Lang, attended: Attended) -> String {
    match attended.share {
        Share::Days(days) => format!("{}/{}", days.attended(), days.held()),
        Share::Percent(percent) => figures::percent(lang, percent.parts().into()),
    }
}

fn until(lang: Lang, attended: Attended) -> String {
    let month = format!("{} {}", figures::month(lang, attended.until), attended.until.year());
    match attended.span {
        Span::Months | Span::Year => month,
        Span::Month => format!("{} {month}", both("sólo", "only").of(lang)),
    }
}
