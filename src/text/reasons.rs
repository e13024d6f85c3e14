//! Why a student is on the list: in a few words for a column, and in full with rule, value, threshold, date and source.

use chrono::NaiveDate;

use super::{Both, both, count, figures};
use crate::{
    app::lang::Lang,
    insight::reason::{Attended, Reason},
    rules::{
        attendance::{self, Band},
        rule::Rule,
    },
};

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

/// A reason in a few words.
pub fn short(lang: Lang, reason: Reason) -> String {
    match (reason, lang) {
        (Reason::CriticalAttendance(_), _) => "crítica".to_owned(),
        (Reason::GraveAttendance(_), _) => "grave".to_owned(),
        (Reason::AtTheEdge(_), Lang::Es) => "riesgosa: una falta más y es grave".to_owned(),
        (Reason::AtTheEdge(_), Lang::En) => "at the edge: one more absence and it is grave".to_owned(),
        (Reason::NoAttendance { .. }, Lang::Es) => "sin información".to_owned(),
        (Reason::NoAttendance { .. }, Lang::En) => "no information".to_owned(),
        (Reason::FailedSubjects { count, .. }, Lang::Es) => format!("{count} notas bajo 4,0"),
        (Reason::FailedSubjects { count, .. }, Lang::En) => format!("{count} marks under 4.0"),
        (Reason::NoFollowUp { .. }, Lang::Es) => "sin seguimiento".to_owned(),
        (Reason::NoFollowUp { .. }, Lang::En) => "no follow-up".to_owned(),
        (Reason::FollowUpOverdue { .. }, Lang::Es) => "seguimiento atrasado".to_owned(),
        (Reason::FollowUpOverdue { .. }, Lang::En) => "follow-up overdue".to_owned(),
    }
}

/// A reason with its figure, in one line of the card.
pub fn line(lang: Lang, reason: Reason) -> String {
    let rule = reason.rule();
    match (reason, lang) {
        (Reason::CriticalAttendance(attended) | Reason::GraveAttendance(attended), _) => {
            let word = both("asistencia", "attendance").of(lang);
            format!(
                "{word} {}: {} {} % ({})",
                of_days(attended),
                both("bajo", "under").of(lang),
                rule.threshold,
                until(lang, attended)
            )
        }
        (Reason::AtTheEdge(attended), _) => format!("{}: {}", of_days(attended), short(lang, reason)),
        (Reason::NoAttendance { year }, Lang::Es) => format!("sin asistencia registrada en {year}"),
        (Reason::NoAttendance { year }, Lang::En) => format!("no attendance recorded in {year}"),
        (Reason::FailedSubjects { year, .. }, _) => format!("{} ({year})", short(lang, reason)),
        (Reason::NoFollowUp { last: Some(last) }, Lang::Es) => {
            format!("sin seguimiento este año; el último fue el {}", figures::day(lang, last))
        }
        (Reason::NoFollowUp { last: Some(last) }, Lang::En) => {
            format!("no follow-up this year; the last was on {}", figures::day(lang, last))
        }
        (Reason::NoFollowUp { last: None }, Lang::Es) => "nunca ha tenido seguimiento".to_owned(),
        (Reason::NoFollowUp { last: None }, Lang::En) => "never had any follow-up".to_owned(),
        (Reason::FollowUpOverdue { due }, Lang::Es) => format!("el próximo paso era el {}", figures::day(lang, due)),
        (Reason::FollowUpOverdue { due }, Lang::En) => format!("the next step was due on {}", figures::day(lang, due)),
    }
}

/// A reason in full: rule, value, threshold, date, source; then what it means.
pub fn explain(lang: Lang, reason: Reason, today: NaiveDate) -> Vec<String> {
    let rule = reason.rule();
    let label = |both: Both, value: String| format!("{}: {value}", both.of(lang));
    vec![
        line(lang, reason),
        String::new(),
        label(both("Regla", "Rule"), rule_name(lang, reason)),
        label(both("Valor", "Value"), value(lang, reason)),
        label(both("Umbral", "Threshold"), threshold(lang, reason, rule)),
        label(both("Fecha", "Date"), date(lang, reason, today)),
        label(both("Fuente", "Source"), source(lang, rule)),
        String::new(),
        meaning(reason).of(lang).to_owned(),
    ]
}

fn rule_name(lang: Lang, reason: Reason) -> String {
    let name = match reason {
        Reason::CriticalAttendance(_) => {
            both("asistencia crítica (escala del Ministerio)", "critical attendance (the Ministry's scale)")
        }
        Reason::GraveAttendance(_) => {
            both("asistencia grave (escala del Ministerio)", "grave attendance (the Ministry's scale)")
        }
        Reason::AtTheEdge(_) => both("asistencia riesgosa", "attendance at the edge"),
        Reason::NoAttendance { .. } => both("sin información de asistencia", "no information on attendance"),
        Reason::FailedSubjects { .. } => both("asignaturas bajo 4,0", "subjects under 4.0"),
        Reason::NoFollowUp { .. } => both("sin seguimiento", "no follow-up"),
        Reason::FollowUpOverdue { .. } => both("seguimiento atrasado", "follow-up overdue"),
    };
    name.of(lang).to_owned()
}

fn value(lang: Lang, reason: Reason) -> String {
    match reason {
        Reason::CriticalAttendance(attended) | Reason::GraveAttendance(attended) | Reason::AtTheEdge(attended) => {
            let percent = attended.days.percent_hundredths().map(|percent| figures::percent(lang, percent));
            format!("{} ({})", of_days(attended), percent.unwrap_or_default())
        }
        Reason::NoAttendance { .. } => both("ningún mes registrado", "no month recorded").of(lang).to_owned(),
        Reason::FailedSubjects { count: n, .. } => {
            count(lang, n, both("asignatura", "subject"), both("asignaturas", "subjects"))
        }
        Reason::NoFollowUp { .. } => both("ningún contacto este año", "no contact this year").of(lang).to_owned(),
        Reason::FollowUpOverdue { due } => figures::day(lang, due),
    }
}

fn threshold(lang: Lang, reason: Reason, rule: Rule) -> String {
    let at = rule.threshold;
    match (reason, lang) {
        (Reason::CriticalAttendance(_) | Reason::GraveAttendance(_), Lang::Es) => {
            format!("menos de {at} % de los días")
        }
        (Reason::CriticalAttendance(_) | Reason::GraveAttendance(_), Lang::En) => format!("under {at}% of the days"),
        (Reason::AtTheEdge(_), Lang::Es) => format!("con una falta más queda bajo {at} %"),
        (Reason::AtTheEdge(_), Lang::En) => format!("one more absence takes it under {at}%"),
        (Reason::FailedSubjects { .. }, Lang::Es) => format!("{at} o más"),
        (Reason::FailedSubjects { .. }, Lang::En) => format!("{at} or more"),
        (Reason::NoAttendance { .. }, _) => both("al menos un mes", "at least one month").of(lang).to_owned(),
        (Reason::NoFollowUp { .. }, _) => {
            both("al menos un contacto en el año", "at least one contact in the year").of(lang).to_owned()
        }
        (Reason::FollowUpOverdue { .. }, _) => both("el día comprometido", "the day that was set").of(lang).to_owned(),
    }
}

fn date(lang: Lang, reason: Reason, today: NaiveDate) -> String {
    match reason {
        Reason::CriticalAttendance(attended) | Reason::GraveAttendance(attended) | Reason::AtTheEdge(attended) => {
            let month = figures::month(lang, attended.until);
            match lang {
                Lang::Es => format!("acumulado hasta {month} {}", attended.until.year()),
                Lang::En => format!("up to {month} {}", attended.until.year()),
            }
        }
        Reason::NoAttendance { year } | Reason::FailedSubjects { year, .. } => year.to_string(),
        Reason::NoFollowUp { .. } | Reason::FollowUpOverdue { .. } => figures::day(lang, today),
    }
}

fn source(lang: Lang, rule: Rule) -> String {
    if rule.source == "TEP" {
        both("regla de este cuaderno", "a rule of this notebook").of(lang).to_owned()
    } else {
        rule.source.to_owned()
    }
}

const fn meaning(reason: Reason) -> Both {
    match reason {
        Reason::FailedSubjects { .. } => both(
            "Decreto 67: requiere análisis del equipo; no decide nada por sí solo.",
            "Decreto 67: the team has to analyse the case; it decides nothing by itself.",
        ),
        Reason::NoAttendance { .. } => both(
            "Que falten datos no es cero: es un motivo para averiguar qué pasa.",
            "Missing data are not zero: they are a reason to find out.",
        ),
        _ => both(
            "Es un motivo para mirar y conversar; no dice nada de la persona.",
            "It is a reason to look and to talk; it says nothing about the person.",
        ),
    }
}

/// What to say to a family about getting back to 85 %.
pub fn recovery(lang: Lang, days: u32) -> String {
    match (lang, days) {
        (Lang::Es, 0) => format!("está en {} % o más", attendance::RECOVER.threshold),
        (Lang::En, 0) => format!("is at {}% or more", attendance::RECOVER.threshold),
        (Lang::Es, 1) => format!("1 día de clases sin faltar para volver a {} %", attendance::RECOVER.threshold),
        (Lang::Es, _) => {
            format!("{days} días de clases seguidos, sin faltar, para volver a {} %", attendance::RECOVER.threshold)
        }
        (Lang::En, _) => format!("{days} class days in a row to be back at {}%", attendance::RECOVER.threshold),
    }
}

fn of_days(attended: Attended) -> String {
    format!("{}/{}", attended.days.attended(), attended.days.held())
}

fn until(lang: Lang, attended: Attended) -> String {
    format!("{} {}", figures::month(lang, attended.until), attended.until.year())
}
