//! The figures of a student's card: in a line, and in full with all that they were made of.
//!
//! Attendance is told in days, as one tells it to a family. Names, telephones and mail come in only where the caller has
//! leave to show them.

use super::{Both, both, count, counts, fields, figures, reasons};
use crate::{
    app::lang::Lang,
    insight::{attended::Attended, reason::Finding, recovery::Recovery, review::Row},
    notebook::{personal::Reveal, student::Student, years::StudentYear},
    rules::{
        attendance::{
            AgencyBand, Band, Days, RECOVER, Scale,
            scale::{AnyBand, ScaleName},
        },
        calendar::{Month, school_months},
        grades::{self, PASSING},
        promotion,
    },
};

/// The months of a school year up to the last one counted, with their whole percent; a month without data has none. No
/// months at all where the days of none are known.
pub fn months(student: &Student, attended: Attended) -> Vec<(Month, Option<u32>)> {
    let of = |month| student.attendance.get(month).and_then(Days::percent_hundredths);
    let year = school_months(attended.until.year()).take_while(|month| *month <= attended.until);
    let months: Vec<(Month, Option<u32>)> = year.map(|month| (month, of(month).map(|value| value / 100))).collect();
    if months.iter().any(|(_, known)| known.is_some()) { months } else { Vec::new() }
}

/// Attendance of the year in full: every month, the sum, the band with its scale, and the way back to 85 %.
pub fn attendance(lang: Lang, student: &Student, row: Option<&Row>, scale: ScaleName) -> Vec<String> {
    let Some((row, attended)) = row.and_then(|row| Some((row, row.attended?))) else {
        return vec![NO_ATTENDANCE.of(lang).to_owned()];
    };
    let mut lines = vec![counts::of_year(lang, attended), String::new()];
    let months = months(student, attended);
    lines.extend(months.iter().map(|(month, _)| of_month(lang, student, *month)));
    if !months.is_empty() {
        lines.push(String::new());
    }
    let (band, label) =
        (scale.band_of(Some(attended.share)), |of: Both, value: &str| format!("{}: {value}", of.of(lang)));
    let limits = limits(lang, band);
    lines.push(label(both("Tramo", "Band"), &format!("{} ({limits})", reasons::any_band(band).of(lang))));
    match (row.days(), row.recovery()) {
        (Some(days), Recovery::Days(_)) => lines.extend(arithmetic(lang, (days.attended(), days.held()), row)),
        (_, Recovery::NotKnown) => lines.push(reasons::recovery(lang, row)),
        _ => {}
    }
    lines.push(label(both("Fecha", "Date"), &until(lang, attended)));
    lines.push(label(both("Fuente del tramo", "Source of the band"), source(scale)));
    lines
}

/// A month with its percent and its days.
fn of_month(lang: Lang, student: &Student, month: Month) -> String {
    let name = figures::month(lang, month);
    let days = student.attendance.get(month).filter(|days| days.held() > 0);
    let told = days.map(|days| {
        let percent = figures::share(lang, days.into()).unwrap_or_default();
        format!("{percent:>7}  {}", of_days(lang, days.attended(), days.held()))
    });
    format!("{name}  {}", told.unwrap_or_else(|| NO_DATA.of(lang).to_owned()))
}

/// How many days it takes to be back at 85 %: in words, and as it is computed.
fn arithmetic(lang: Lang, (attended, held): (u16, u16), row: &Row) -> [String; 2] {
    let (cut, days) = (RECOVER.threshold, row.to_recover);
    let sum = format!("({cut} × {held} − 100 × {attended}) ÷ {} = {days}", 100 - cut);
    let words = match lang {
        Lang::Es => format!("Cálculo: {sum}, hacia arriba"),
        Lang::En => format!("Computed: {sum}, upwards"),
    };
    [reasons::recovery(lang, row), words]
}

fn of_days(lang: Lang, attended: u16, held: u16) -> String {
    match lang {
        Lang::Es => format!("vino {attended} de {held} días"),
        Lang::En => format!("came on {attended} of {held} days"),
    }
}

fn until(lang: Lang, attended: Attended) -> String {
    let (month, year) = (figures::month(lang, attended.until), attended.until.year());
    match lang {
        Lang::Es => format!("acumulado hasta {month} {year}"),
        Lang::En => format!("up to {month} {year}"),
    }
}

/// From which percent a band holds, and up to which.
fn limits(lang: Lang, band: AnyBand) -> String {
    let (from, below) = match band {
        AnyBand::Ministry(band) => span(&Scale::MINISTRY, band, Band::NoData),
        AnyBand::Agency(band) => span(&Scale::AGENCY, band, AgencyBand::NoData),
    };
    match (from, below, lang) {
        (Some(from), Some(below), Lang::Es) => format!("desde {from} % y bajo {below} %"),
        (Some(from), Some(below), Lang::En) => format!("from {from}% and under {below}%"),
        (Some(from), None, Lang::Es) => format!("{from} % o más"),
        (Some(from), None, Lang::En) => format!("{from}% or more"),
        (None, Some(below), Lang::Es) => format!("bajo {below} %"),
        (None, Some(below), Lang::En) => format!("under {below}%"),
        (None, None, _) => NO_DATA.of(lang).to_owned(),
    }
}

fn span<B: Copy + PartialEq>(scale: &Scale<B>, band: B, none: B) -> (Option<u16>, Option<u16>) {
    let from = scale.cuts.iter().find(|cut| cut.band == band).map(|cut| cut.from.threshold);
    let below = scale.stays_below(band).filter(|_| band != none).map(|rule| rule.threshold);
    (from, below)
}

const fn source(scale: ScaleName) -> &'static str {
    match scale {
        ScaleName::Ministry => Scale::MINISTRY.source,
        ScaleName::Agency => Scale::AGENCY.source,
    }
}

/// The marks of the last year in a line: the average, and what is under 4.0.
pub fn grades_line(lang: Lang, student: &Student) -> Option<String> {
    let (year, marks) = last_marks(student)?;
    let average = average(lang, &marks)?;
    let failed: Vec<String> = marks
        .iter()
        .filter(|grade| !grade.mark.passes())
        .map(|grade| format!("{} {}", grade.subject.as_str(), figures::decimal(lang, &grade.mark.to_string())))
        .collect();
    let head = format!("{year}: {} {average}", both("promedio", "average").of(lang));
    let passing = figures::decimal(lang, "4.0");
    Some(match (failed.as_slice(), lang) {
        ([], Lang::Es) => format!("{head} · ninguna bajo {passing}"),
        ([], Lang::En) => format!("{head} · none under {passing}"),
        (failed, Lang::Es) => format!("{head} · bajo {passing}: {}", failed.join(", ")),
        (failed, Lang::En) => format!("{head} · under {passing}: {}", failed.join(", ")),
    })
}

fn last_marks(student: &Student) -> Option<(i32, Vec<&crate::notebook::student::Grade>)> {
    let year = student.grades.iter().map(|grade| grade.year).max()?;
    Some((year, student.grades.iter().filter(|grade| grade.year == year).collect()))
}

/// The average of the subjects, cut after its second decimal and never rounded up.
fn average(lang: Lang, marks: &[&crate::notebook::student::Grade]) -> Option<String> {
    let hundredths = grades::average_hundredths(marks.iter().map(|grade| grade.mark))?;
    Some(figures::decimal(lang, &format!("{}.{:02}", hundredths / 100, hundredths % 100)))
}

/// All marks of the last year, and what Decreto 67 makes of them in the school year of the review.
pub fn grades(lang: Lang, student: &Student, row: Option<&Row>, of_review: i32) -> Vec<String> {
    let Some((year, marks)) = last_marks(student) else { return vec![NO_DATA.of(lang).to_owned()] };
    let subjects = count(lang, marks.len(), both("asignatura", "subject"), both("asignaturas", "subjects"));
    let average = average(lang, &marks).unwrap_or_default();
    let mut lines =
        vec![format!("{year}: {} {average} ({subjects})", both("promedio", "average").of(lang)), String::new()];
    for grade in &marks {
        let mark = figures::decimal(lang, &grade.mark.to_string());
        let sign = if grade.mark.passes() { "" } else { " !" };
        lines.push(format!("{mark}{sign}  {}", grade.subject.as_str()));
    }
    lines.push(String::new());
    let analysis = row
        .and_then(|row| row.reasons.iter().find(|reason| matches!(reason.finding, Finding::RequiresAnalysis { .. })));
    lines.push(match (analysis, lang) {
        (Some(reason), _) => reasons::line(lang, *reason),
        (None, Lang::Es) if year == of_review => {
            "Decreto 67: con estas notas, nada que analizar hasta ahora".to_owned()
        }
        (None, Lang::En) if year == of_review => "Decreto 67: with these marks, nothing to analyse so far".to_owned(),
        (None, Lang::Es) => format!("Decreto 67: aún no hay notas de {of_review}; éstas son de otro año"),
        (None, Lang::En) => format!("Decreto 67: there are no marks of {of_review} yet; these are of another year"),
    });
    lines.push(DECREE.of(lang).to_owned());
    let source = both("Fuente", "Source").of(lang);
    lines.push(format!("{source}: {} · {}", PASSING.source, promotion::WITH_ONE.source));
    lines
}

/// School years and statuses in a line, the newest first.
pub fn path_line(lang: Lang, student: &Student) -> String {
    let years = student.years.iter().rev().filter(|year| says_more(year)).map(|year| of_year(lang, year));
    let shown: Vec<String> = statuses(lang, student).into_iter().rev().chain(years).collect();
    if shown.is_empty() { NO_PATH.of(lang).to_owned() } else { shown.join(" · ") }
}

/// School years and statuses in full, the newest first.
pub fn path(lang: Lang, student: &Student) -> Vec<String> {
    let status = fields::status(student.status()).of(lang);
    let mut lines = vec![format!("{} · {status}", student.course), String::new()];
    lines.extend(statuses(lang, student).into_iter().rev());
    lines.extend(student.years.iter().rev().map(|year| of_year(lang, year)));
    if student.history.is_empty() && student.years.is_empty() {
        lines.push(NO_PATH.of(lang).to_owned());
    }
    lines
}

/// Each status with the day, or else the year, from which it holds.
fn statuses(lang: Lang, student: &Student) -> Vec<String> {
    let one = |entry: &crate::notebook::student::StatusEntry| {
        let name = fields::status(entry.status).of(lang);
        let since =
            entry.since.map(|since| figures::day(lang, since)).or_else(|| entry.year.map(|year| year.to_string()));
        since.map_or_else(|| name.to_owned(), |since| format!("{name} {since}"))
    };
    student.history.iter().map(one).collect()
}

fn says_more(year: &StudentYear) -> bool {
    year.outcome.is_some() || year.average.is_some() || year.attendance.is_some() || year.rbd.is_some()
}

/// `2022 7B-A repitencia 79,0 % 3,9`.
fn of_year(lang: Lang, year: &StudentYear) -> String {
    let mut parts = vec![year.year.to_string()];
    parts.extend(year.rbd.map(|rbd| format!("RBD {rbd}")));
    parts.extend(year.course.is_stated().then(|| year.course.to_string()));
    parts.extend(year.outcome.map(|end| fields::year_end(end).of(lang).to_owned()));
    parts.extend(year.attendance.map(|percent| figures::percent(lang, percent.parts().into())));
    parts.extend(year.average.map(|average| figures::decimal(lang, &average.to_string())));
    parts.join(" ")
}

/// Guardians, telephones and mail: how many there are, and only where names may be shown, which. None where none is known.
pub fn family(lang: Lang, student: &Student, names: bool) -> Option<String> {
    let of_guardians = student.guardians.iter().map(|guardian| guardian.phones.len()).sum::<usize>();
    let phones = student.phones.len() + of_guardians;
    if student.guardians.is_empty() && phones == 0 && student.email.is_empty() {
        return None;
    }
    if names {
        return Some(revealed(student));
    }
    let guardians = student.guardians.len();
    let mut parts = Vec::new();
    if guardians > 0 {
        parts.push(count(lang, guardians, both("apoderado", "guardian"), both("apoderados", "guardians")));
    }
    if phones > 0 {
        parts.push(count(lang, phones, both("teléfono", "telephone"), both("teléfonos", "telephones")));
    }
    if parts.is_empty() {
        parts.push(both("correo", "e-mail").of(lang).to_owned());
    }
    Some(format!("{} {}", parts.join(", "), both("(con «v»)", "(with “v”)").of(lang)))
}

fn revealed(student: &Student) -> String {
    let leave = Reveal::OnScreen;
    let mut parts = Vec::new();
    for guardian in &student.guardians {
        let who = [guardian.name.reveal(leave), guardian.relationship.as_str()];
        let phones = guardian.phones.iter().map(|phone| phone.reveal(leave));
        let all = who.into_iter().chain(phones).chain([guardian.email.reveal(leave)]);
        parts.push(all.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "));
    }
    parts.extend(student.phones.iter().map(|phone| phone.reveal(leave).to_owned()));
    parts.push(student.email.reveal(leave).to_owned());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

const NO_DATA: Both = both("sin información", "no information");
const NO_ATTENDANCE: Both = both(
    "Sin asistencia registrada. Que falten datos no es cero: es un motivo para averiguar qué pasa.",
    "No attendance is recorded. Missing data are not zero: they are a reason to find out.",
);
const NO_PATH: Both =
    both("sin información de años anteriores ni traslados", "nothing is known of earlier years or transfers");
const DECREE: Both = both(
    "Se promueve con todo aprobado; con una reprobada y promedio 4,5; con dos y promedio 5,0; y con asistencia de 85 %. Si algo falta, el equipo analiza el caso: nada se decide por sí solo.",
    "Promoted with all subjects passed; with one failed and an average of 4.5; with two and 5.0; and with 85% of the days. Where something is missing the team analyses the case: nothing is decided by itself.",
);
