//! A reason in full: rule, value, threshold, date, source; then what it means.

use chrono::NaiveDate;

use super::{average, class_days, condition, figure, line, points, until};
use crate::{
    app::lang::Lang,
    insight::{
        attended::Span,
        reason::{Finding, Reason},
    },
    rules::{
        promotion::Unmet,
        rule::{OWN, Rule},
    },
    text::{Both, both, count, figures},
};

/// A reason in full.
pub fn explain(lang: Lang, reason: Reason, today: NaiveDate) -> Vec<String> {
    let label = |both: Both, value: String| format!("{}: {value}", both.of(lang));
    vec![
        line(lang, reason),
        String::new(),
        label(both("Regla", "Rule"), name(reason.finding).of(lang).to_owned()),
        label(both("Valor", "Value"), value(lang, reason)),
        label(both("Umbral", "Threshold"), threshold(lang, reason)),
        label(both("Fecha", "Date"), date(lang, reason, today)),
        label(both("Fuente", "Source"), source(lang, reason.rule)),
        String::new(),
        meaning(reason.finding).of(lang).to_owned(),
    ]
}

const fn name(finding: Finding) -> Both {
    match finding {
        Finding::CriticalAttendance(_) => {
            both("asistencia crítica (escala del Ministerio)", "critical attendance (the Ministry's scale)")
        }
        Finding::GraveAttendance(_) => {
            both("asistencia grave (escala del Ministerio)", "grave attendance (the Ministry's scale)")
        }
        Finding::AtTheEdge(_) => both("asistencia riesgosa", "attendance at the edge"),
        Finding::NoAttendance { .. } => both("sin información de asistencia", "no information on attendance"),
        Finding::NotSeen { .. } => both("revisar vigencia de la matrícula", "check whether the enrolment holds"),
        Finding::Falling { .. } => both("asistencia que baja mes a mes", "attendance that falls from month to month"),
        Finding::FailedSubjects { .. } => both("asignaturas bajo 4,0", "subjects under 4.0"),
        Finding::RequiresAnalysis { .. } => both("promoción, Decreto 67", "promotion, Decreto 67"),
        Finding::OverAge { .. } => both("sobreedad", "over-age"),
        Finding::Repeated { .. } => both("años repetidos", "repeated years"),
        Finding::Moved { .. } => both("cambios de escuela", "changes of school"),
        Finding::Unconfirmed { .. } => both(
            "traslado que la escuela que recibe no ha confirmado",
            "transfer that the receiving school has not confirmed",
        ),
        Finding::NoFollowUp { .. } => both("sin seguimiento", "no follow-up"),
        Finding::FollowUpOverdue { .. } => both("seguimiento atrasado", "follow-up overdue"),
        Finding::LookAgain { .. } => both("volver a mirar", "look again"),
    }
}

fn value(lang: Lang, reason: Reason) -> String {
    match reason.finding {
        Finding::CriticalAttendance(attended) | Finding::GraveAttendance(attended) | Finding::AtTheEdge(attended) => {
            let percent = figures::share(lang, attended.share);
            match attended.share.days() {
                Some(_) => format!("{} ({})", figure(lang, attended), percent.unwrap_or_default()),
                None => percent.unwrap_or_default(),
            }
        }
        Finding::NoAttendance { .. } => both("ningún mes registrado", "no month recorded").of(lang).to_owned(),
        Finding::NotSeen { days, .. } => {
            let of = (
                both("día de clases sin venir", "class day without coming"),
                both("días de clases sin venir", "class days without coming"),
            );
            count(lang, days.into(), of.0, of.1)
        }
        Finding::Falling { slope, .. } => {
            format!("−{} {}", points(lang, slope), both("puntos al mes", "points a month").of(lang))
        }
        Finding::FailedSubjects { count: n, .. } => {
            count(lang, n, both("asignatura", "subject"), both("asignaturas", "subjects"))
        }
        Finding::RequiresAnalysis { unmet: Unmet::Average { hundredths, .. }, .. } => average(lang, hundredths),
        Finding::RequiresAnalysis { unmet, share, .. } => condition(lang, unmet, share),
        Finding::OverAge { years, .. } => count(lang, years.into(), both("año", "year"), both("años", "years")),
        Finding::Repeated { count: n, .. } => count(lang, n, both("año", "year"), both("años", "years")),
        Finding::Moved { in_year, in_three, .. } => format!("{in_year} / {in_three}"),
        Finding::Unconfirmed { days, .. } => class_days(lang, days),
        Finding::NoFollowUp { .. } => {
            both("ningún registro desde entonces", "no record since then").of(lang).to_owned()
        }
        Finding::FollowUpOverdue { due: day } | Finding::LookAgain { on: day } => figures::day(lang, day),
    }
}

fn threshold(lang: Lang, reason: Reason) -> String {
    let at = reason.rule.threshold;
    let tenths = figures::decimal(lang, &format!("{}.{}", at / 10, at % 10));
    match (reason.finding, lang) {
        (Finding::CriticalAttendance(_) | Finding::GraveAttendance(_), Lang::Es) => {
            format!("menos de {at} % de los días")
        }
        (Finding::CriticalAttendance(_) | Finding::GraveAttendance(_), Lang::En) => format!("under {at}% of the days"),
        (Finding::AtTheEdge(_), Lang::Es) => format!("con una falta más queda bajo {at} %"),
        (Finding::AtTheEdge(_), Lang::En) => format!("one more absence takes it under {at}%"),
        (Finding::NotSeen { .. }, Lang::Es) => format!("{at} días de clases seguidos, o un mes en 0 %"),
        (Finding::NotSeen { .. }, Lang::En) => format!("{at} class days in a row, or a month at 0%"),
        (Finding::Falling { .. }, Lang::Es) => format!("−{tenths} puntos al mes o más, con tres meses"),
        (Finding::Falling { .. }, Lang::En) => format!("−{tenths} points a month or more, over three months"),
        (Finding::FailedSubjects { .. } | Finding::Repeated { .. } | Finding::Moved { .. }, Lang::Es) => {
            format!("{at} o más")
        }
        (Finding::FailedSubjects { .. } | Finding::Repeated { .. } | Finding::Moved { .. }, Lang::En) => {
            format!("{at} or more")
        }
        (Finding::RequiresAnalysis { unmet: Unmet::Attendance, .. }, Lang::Es) => format!("{at} % de los días"),
        (Finding::RequiresAnalysis { unmet: Unmet::Attendance, .. }, Lang::En) => format!("{at}% of the days"),
        (Finding::RequiresAnalysis { unmet: Unmet::Failed { .. }, .. }, Lang::Es) => format!("{at} reprobadas"),
        (Finding::RequiresAnalysis { unmet: Unmet::Failed { .. }, .. }, Lang::En) => format!("{at} failed"),
        (Finding::RequiresAnalysis { unmet: Unmet::Average { .. }, .. }, Lang::Es) => format!("promedio {tenths}"),
        (Finding::RequiresAnalysis { unmet: Unmet::Average { .. }, .. }, Lang::En) => format!("an average of {tenths}"),
        (Finding::OverAge { .. }, Lang::Es) => format!("{at} años o más sobre la edad del curso al 30 de junio"),
        (Finding::OverAge { .. }, Lang::En) => format!("{at} years or more above the age of the course on 30 June"),
        (Finding::NoAttendance { .. }, _) => both("al menos un mes", "at least one month").of(lang).to_owned(),
        (Finding::Unconfirmed { .. }, Lang::Es) => format!("{at} días de clases o más"),
        (Finding::Unconfirmed { .. }, Lang::En) => format!("{at} class days or more"),
        (Finding::NoFollowUp { .. }, _) => {
            both("al menos un registro desde que está en la lista", "at least one record since being on the list")
                .of(lang)
                .to_owned()
        }
        (Finding::FollowUpOverdue { .. } | Finding::LookAgain { .. }, _) => {
            both("el día comprometido", "the day that was set").of(lang).to_owned()
        }
    }
}

fn date(lang: Lang, reason: Reason, today: NaiveDate) -> String {
    match reason.finding {
        Finding::CriticalAttendance(attended) | Finding::GraveAttendance(attended) | Finding::AtTheEdge(attended) => {
            let until = until(lang, attended);
            match (attended.span, lang) {
                (Span::Month, _) => until,
                (_, Lang::Es) => format!("acumulado hasta {until}"),
                (_, Lang::En) => format!("up to {until}"),
            }
        }
        Finding::NoAttendance { year }
        | Finding::FailedSubjects { year, .. }
        | Finding::RequiresAnalysis { year, .. }
        | Finding::Repeated { year, .. }
        | Finding::Moved { year, .. } => year.to_string(),
        Finding::FollowUpOverdue { .. } | Finding::LookAgain { .. } => figures::day(lang, today),
        Finding::Unconfirmed { since, .. } => {
            let (from, to) = (figures::day(lang, since), figures::day(lang, today));
            format!("{} {from} {} {to}", both("del", "from").of(lang), both("al", "to").of(lang))
        }
        Finding::NotSeen { .. } | Finding::Falling { .. } | Finding::OverAge { .. } | Finding::NoFollowUp { .. } => {
            figures::day(lang, reason.date(today))
        }
    }
}

fn source(lang: Lang, rule: Rule) -> String {
    if rule.source == OWN {
        both("regla de este cuaderno", "a rule of this notebook").of(lang).to_owned()
    } else {
        rule.source.to_owned()
    }
}

const fn meaning(finding: Finding) -> Both {
    match finding {
        Finding::RequiresAnalysis { .. } => both(
            "Decreto 67: requiere análisis del equipo; no decide nada por sí solo.",
            "Decreto 67: the team has to analyse the case; it decides nothing by itself.",
        ),
        Finding::NoAttendance { .. } => both(
            "Que falten datos no es cero: es un motivo para averiguar qué pasa.",
            "Missing data are not zero: they are a reason to find out.",
        ),
        Finding::NotSeen { .. } => both(
            "Quizás ya no está en la escuela: averigüen antes de seguir. Queda fuera de la lista.",
            "Perhaps no longer in the school: find out before going on. Stays outside the list.",
        ),
        Finding::Unconfirmed { .. } => both(
            "Nadie ha dicho que llegó: pregunten a la escuela que recibe. Al confirmar el traslado con «H», sale de la lista.",
            "Nobody has said that the student arrived: ask the receiving school. Once confirmed with “H”, the student leaves the list.",
        ),
        Finding::OverAge { .. } | Finding::Repeated { .. } | Finding::Moved { .. } => both(
            "Es contexto para comprender; no cuenta en el orden de la lista ni es culpa de nadie.",
            "It is context to understand; it does not count in the order of the list and is nobody's fault.",
        ),
        _ => both(
            "Es un motivo para mirar y conversar; no dice nada de la persona.",
            "It is a reason to look and to talk; it says nothing about the person.",
        ),
    }
}
