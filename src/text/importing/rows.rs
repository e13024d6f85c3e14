//! A row of a file as it is understood, in one line. What identifies a person is handed in as it may be seen.

use crate::{
    app::lang::Lang,
    exchange::{
        Likeness,
        record::{Birth, More, Record},
    },
    notebook::personal::{Personal, Reveal},
    rules::identity::Run,
    text::{Both, both, figures, reading::codes::outcome},
};

/// What a row says beside who it is about.
pub fn figures_of(lang: Lang, record: &Record) -> String {
    let mut parts = Vec::new();
    if let (Some(month), Some(year)) = (record.month, record.year) {
        parts.push(format!("{month:02}-{year}"));
    }
    if let (Some(attended), Some(held)) = (record.attended, record.held) {
        parts.push(format!("{attended} {} {held} d", both("de", "of").of(lang)));
    } else {
        let percent = record.attendance.map(|value| figures::percent(lang, u32::from(value)));
        parts.extend(percent.map(|percent| format!("{} {percent}", both("asist.", "att.").of(lang))));
    }
    parts.extend(record.absences.map(|days| format!("{days} {}", both("inasistencias", "absences").of(lang))));
    parts.extend(record.average.map(|value| format!("{} {}", both("prom.", "avg.").of(lang), mark(lang, value))));
    parts.extend(record.outcome.map(|how| outcome(Some(how)).of(lang).to_owned()));
    if let Some(more) = &record.more {
        let counted = |n: usize, what: Both| (n > 0).then(|| format!("{n} {}", what.of(lang)));
        parts.extend(counted(more.months.len(), both("meses", "months")));
        parts.extend(counted(more.grades.len(), both("notas", "grades")));
        parts.extend(counted(more.phones.len(), both("tel.", "tel.")));
        parts.extend(
            more.withdrawn_on.map(|day| format!("{} {}", both("retiro", "left").of(lang), figures::day(lang, day))),
        );
        parts.extend(counted(
            more.figures.iter().filter(|(_, figure)| figure.is_some()).count(),
            both("cifras", "figures"),
        ));
    }
    parts.join(" · ")
}

fn mark(lang: Lang, hundredths: u16) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let text = if rest % 10 == 0 { format!("{whole}.{}", rest / 10) } else { format!("{whole}.{rest:02}") };
    figures::decimal(lang, &text)
}

/// A birth, as much of it as is known.
pub fn birth(lang: Lang, birth: Birth) -> String {
    match birth {
        Birth::Day(day) => figures::day(lang, day),
        Birth::Month(month) => format!("{:02}-{}", month.month(), month.year()),
    }
}

/// What the row and the known student have in common.
pub const fn likeness(likeness: Likeness) -> Both {
    match likeness {
        Likeness::IpeAndRun => both(
            "Mismo nombre, nacimiento y curso; una tiene RUN y la otra IPE. ¿Es la misma persona? Si lo es, queda el RUN.",
            "Same name, birth and course; one has a RUN and the other an IPE. Is it the same person? If so, the RUN stands.",
        ),
        Likeness::RunDigit => both(
            "Mismo número con otro dígito, o un dígito equivocado. ¿Es la misma persona?",
            "The same number with another digit, or a wrong digit. Is it the same person?",
        ),
        Likeness::NameOnly => both(
            "Mismo nombre, nacimiento y curso, y ningún número que lo confirme. ¿Es la misma persona?",
            "Same name, birth and course, and no number that confirms it. Is it the same person?",
        ),
    }
}

/// Title of a question about two students.
pub fn question_title(lang: Lang, open: usize) -> String {
    match (lang, open) {
        (Lang::Es, 1) => "¿La misma persona? · última pregunta".to_owned(),
        (Lang::En, 1) => "The same person? · last question".to_owned(),
        (Lang::Es, open) => format!("¿La misma persona? · quedan {open}"),
        (Lang::En, open) => format!("The same person? · {open} to go"),
    }
}

/// The row of the file.
pub fn of_file(lang: Lang, row: u32) -> String {
    match lang {
        Lang::Es => format!("Fila {row} del archivo"),
        Lang::En => format!("Row {row} of the file"),
    }
}

/// The student of the notebook.
pub const KNOWN: Both = both("En el cuaderno", "In the notebook");
/// The answers.
pub const ANSWERS: Both = both(
    "1 la misma persona   2 otra persona   3 no usar la fila   Esc volver",
    "1 the same person   2 another person   3 do not use the row   Esc back",
);
/// Born.
pub const BORN: Both = both("nac.", "born");

/// Digits of a RUN that may stand on the wall.
const SEEN: usize = 3;

/// Who a row is about, as the wall may see it: initials and the end of the RUN; or names and all of it, for as long as
/// names are shown.
pub fn who(record: &Record, names: bool) -> String {
    let run = record.run.map(|run| shown_run(&run, names)).unwrap_or_default();
    let mrun = record.mrun.filter(|_| record.run.is_none()).map(|mrun| format!("MRUN {mrun}")).unwrap_or_default();
    let name = record.more.as_ref().map(|more| if names { full_name(more) } else { initials(more) });
    let parts = if names { [run, mrun, name.unwrap_or_default()] } else { [name.unwrap_or_default(), run, mrun] };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A RUN, or its end.
pub fn shown_run(run: &Run, names: bool) -> String {
    let whole = run.to_text();
    if names {
        return whole;
    }
    let (number, digit) = whole.split_once('-').unwrap_or((&whole, ""));
    let from = number.len().saturating_sub(SEEN);
    format!("…{}-{digit}", number.get(from..).unwrap_or_default())
}

fn initials(more: &More) -> String {
    let parts = [&more.given_names, &more.paternal_surname, &more.surnames, &more.full_name];
    parts.into_iter().filter_map(Personal::initial).take(2).collect()
}

fn full_name(more: &More) -> String {
    let leave = Reveal::OnScreen;
    let surnames = [&more.paternal_surname, &more.maternal_surname, &more.surnames];
    let surnames: Vec<&str> =
        surnames.into_iter().map(|name| name.reveal(leave)).filter(|name| !name.is_empty()).collect();
    let given = more.given_names.reveal(leave);
    let (surnames, whole) = (surnames.join(" "), more.full_name.reveal(leave));
    match (surnames.as_str(), given) {
        ("", "") => whole.to_owned(),
        ("", given) => given.to_owned(),
        (surnames, "") => surnames.to_owned(),
        (surnames, given) => format!("{surnames}, {given}"),
    }
}
