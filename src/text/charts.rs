//! Run charts in words: what is compared with what, what can be said, and what not yet.

use super::{Both, both, count, figures};
use crate::{
    app::lang::Lang,
    insight::{
        chart::{Chart, Origin, Phase, Point},
        marks::{Mark, MarkKind},
        register::Coverage,
    },
    rules::{
        calendar::Month,
        period::{By, Period},
        run_chart::{Conclusion, RuleSet, RunChart, SHIFT, Signal, TREND},
    },
};

/// There is no chart by week, and which file gives one.
pub const NO_WEEKS: Both = both(
    "Por semana no hay: la da una planilla diaria de asistencia, con una columna por día, que se importa con «i».",
    "None by week: a daily grid of attendance gives it, with a column for each day, imported with “i”.",
);
/// Nothing to draw.
pub const NO_POINTS: Both = both("Aún no hay asistencia mensual.", "There is no attendance by month yet.");

/// The name of a rule set.
pub const fn rules(rules: RuleSet) -> Both {
    match rules {
        RuleSet::Anhoej => both("Anhøj", "Anhøj"),
        RuleSet::Classic => both("clásicas", "classic"),
    }
}

/// What a rule set looks at.
pub const fn explained(rules: RuleSet) -> Both {
    match rules {
        RuleSet::Anhoej => both(
            "Reglas de Anhøj: es señal una racha más larga, o menos cruces de la mediana, que lo que da el azar para ese número de puntos.",
            "Anhøj's rules: a longer run, or fewer crossings of the median, than chance makes with so many points is a signal.",
        ),
        RuleSet::Classic => both(
            "Reglas clásicas: son señal 6 puntos seguidos a un lado de la mediana, o un número de rachas que el azar casi nunca da.",
            "Classic rules: 6 points in a row on one side of the median, or a number of runs that chance hardly ever makes, are a signal.",
        ),
    }
}

/// `sin conclusión: 6 puntos, faltan 4`, or what the points say by the rules.
pub fn conclusion(lang: Lang, chart: &RunChart, rules: RuleSet) -> String {
    match chart.judge(rules) {
        Conclusion::TooFew { missing } => too_few(lang, chart.n, missing),
        Conclusion::None => both(
            "Sin señal: no cambia más de lo que cambia por azar.",
            "No signal: it changes no more than chance makes it.",
        )
        .of(lang)
        .to_owned(),
        Conclusion::Signal(signals) => {
            let told: Vec<String> = signals.into_iter().map(|found| signal(lang, found)).collect();
            let side = side(lang, chart).unwrap_or_default();
            match lang {
                Lang::Es => format!("Señal: {}{side}.", told.join("; ")),
                Lang::En => format!("Signal: {}{side}.", told.join("; ")),
            }
        }
    }
}

fn too_few(lang: Lang, n: usize, missing: usize) -> String {
    let points = count(lang, n, both("punto", "point"), both("puntos", "points"));
    match (lang, missing) {
        (Lang::Es, 1) => format!("Sin conclusión: {points}, falta 1."),
        (Lang::Es, _) => format!("Sin conclusión: {points}, faltan {missing}."),
        (Lang::En, _) => format!("No conclusion: {points}, {missing} more needed."),
    }
}

fn signal(lang: Lang, signal: Signal) -> String {
    match (lang, signal) {
        (Lang::Es, Signal::LongRun { longest, allowed }) => {
            format!("racha de {longest} puntos, el azar da hasta {allowed}")
        }
        (Lang::En, Signal::LongRun { longest, allowed }) => {
            format!("a run of {longest} points, chance makes up to {allowed}")
        }
        (Lang::Es, Signal::FewCrossings { crossings, fewest }) => {
            let crossings = count(lang, crossings, both("cruce", ""), both("cruces", ""));
            format!("{crossings} de la mediana, el azar da {fewest} o más")
        }
        (Lang::En, Signal::FewCrossings { crossings, fewest }) => {
            let crossings = count(lang, crossings, both("", "crossing"), both("", "crossings"));
            format!("{crossings} of the median, chance makes {fewest} or more")
        }
        (Lang::Es, Signal::Shift { longest }) => {
            format!("{longest} puntos seguidos a un lado (bastan {})", SHIFT.threshold)
        }
        (Lang::En, Signal::Shift { longest }) => {
            format!("{longest} points in a row on one side ({} are enough)", SHIFT.threshold)
        }
        (Lang::Es, Signal::FewRuns { runs, fewest }) => {
            let runs = count(lang, runs, both("racha", ""), both("rachas", ""));
            format!("{runs}, el azar da {fewest} o más")
        }
        (Lang::En, Signal::FewRuns { runs, fewest }) => {
            let runs = count(lang, runs, both("", "run"), both("", "runs"));
            format!("{runs}, chance makes {fewest} or more")
        }
        (Lang::Es, Signal::ManyRuns { runs, most }) => format!("{runs} rachas, el azar da hasta {most}"),
        (Lang::En, Signal::ManyRuns { runs, most }) => format!("{runs} runs, chance makes up to {most}"),
    }
}

/// On which side the longest run lies, where it is one that counts.
fn side(lang: Lang, chart: &RunChart) -> Option<&'static str> {
    let run = chart.longest().filter(|run| run.length >= SHIFT.threshold.into())?;
    let side = if run.is_above {
        both(" · la racha más larga está sobre la mediana", " · the longest run is above the median")
    } else {
        both(" · la racha más larga está bajo la mediana", " · the longest run is below the median")
    };
    Some(side.of(lang))
}

/// The trend, which is only told.
pub fn trend(lang: Lang, chart: &RunChart) -> Option<String> {
    let (length, needed) = (chart.longest_trend, TREND.threshold);
    chart.has_trend().then(|| match lang {
        Lang::Es => format!(
            "Sólo un aviso: {length} puntos seguidos en una dirección ({needed} o más); el azar lo hace a menudo."
        ),
        Lang::En => {
            format!("Only a hint: {length} points in a row in one direction ({needed} or more); chance often does so.")
        }
    })
}

/// The figures on which the conclusion rests.
pub fn counted(lang: Lang, chart: &RunChart) -> String {
    let [n, useful, crossings, longest] =
        [chart.n, chart.useful(), chart.crossings(), chart.longest_run()].map(|n| figures::number(lang, n));
    match lang {
        Lang::Es => format!("{n} puntos, {useful} útiles · racha más larga {longest} · cruces {crossings}"),
        Lang::En => format!("{n} points, {useful} useful · longest run {longest} · crossings {crossings}"),
    }
}

/// The baseline of a stretch: which months, how many points, its median, and why it is this one.
pub fn baseline(lang: Lang, phase: &Phase) -> Option<String> {
    let (from, to) = phase.span?;
    let median = median(lang, phase)?;
    let points = count(lang, phase.points, both("punto", "point"), both("puntos", "points"));
    let span = span(lang, from, to);
    let why = match &phase.origin {
        Origin::YearBefore => both("año anterior", "the year before").of(lang).to_owned(),
        Origin::FirstPoints => both("primeros puntos", "first points").of(lang).to_owned(),
        Origin::NotFrozen => {
            both("aún no congelada: cambia con cada punto", "not frozen yet: it moves with each point")
                .of(lang)
                .to_owned()
        }
        Origin::Team(set) => match lang {
            Lang::Es => format!("la fijó el equipo el {}: {}", figures::day(lang, set.on), set.reason.as_str()),
            Lang::En => format!("set by the team on {}: {}", figures::day(lang, set.on), set.reason.as_str()),
        },
    };
    Some(match lang {
        Lang::Es => format!("Línea base {span} ({points}), mediana {median}: {why}"),
        Lang::En => format!("Baseline {span} ({points}), median {median}: {why}"),
    })
}

/// `88,55 %`, exact.
pub fn median(lang: Lang, phase: &Phase) -> Option<String> {
    let text = figures::decimal(lang, &phase.chart.median?.text(2));
    Some(match lang {
        Lang::Es => format!("{text} %"),
        Lang::En => format!("{text}%"),
    })
}

/// `mar–dic 2020`, or `del 02-03-2020 al 26-04-2020`.
pub fn span(lang: Lang, from: Period, to: Period) -> String {
    if let (Period::Month(from), Period::Month(to)) = (from, to) {
        return months(lang, from, to);
    }
    let [first, last] = [from.first_day(), to.last_day()].map(|day| figures::day(lang, day));
    match lang {
        Lang::Es => format!("del {first} al {last}"),
        Lang::En => format!("{first} to {last}"),
    }
}

fn months(lang: Lang, from: Month, to: Month) -> String {
    let [first, last] = [from, to].map(|month| figures::month(lang, month));
    match (from == to, from.year() == to.year()) {
        (true, _) => format!("{first} {}", from.year()),
        (_, true) => format!("{first}–{last} {}", to.year()),
        _ => format!("{first} {}–{last} {}", from.year(), to.year()),
    }
}

/// A month with its year.
pub fn month(lang: Lang, month: Month) -> String {
    months(lang, month, month)
}

/// A month or a week within a sentence: `mar 2020`, `la semana del 02-03-2020`.
fn named(lang: Lang, period: Period) -> String {
    match (lang, period) {
        (_, Period::Month(of)) => month(lang, of),
        (Lang::Es, Period::Week(week)) => format!("la semana del {}", figures::day(lang, week.first_day())),
        (Lang::En, Period::Week(week)) => format!("the week of {}", figures::day(lang, week.first_day())),
    }
}

/// A new baseline is worth a thought.
pub fn suggestion(lang: Lang, chart: &Chart) -> Option<String> {
    let (from, points) = chart.suggestion()?;
    let from = named(lang, from);
    Some(match lang {
        Lang::Es => format!(
            "{points} puntos seguidos a un lado desde {from}: si el cambio es de verdad, el equipo puede fijar otra línea base."
        ),
        Lang::En => format!(
            "{points} points in a row on one side since {from}: if the change is real, the team can set another baseline."
        ),
    })
}

/// `registro 96 %`, of the days with classes.
pub fn coverage(lang: Lang, coverage: Coverage) -> Option<String> {
    let percent = coverage.percent()?;
    Some(match lang {
        Lang::Es => format!("{percent} %"),
        Lang::En => format!("{percent}%"),
    })
}

/// Absence and coverage fall together.
pub fn caution(lang: Lang, before: &Point, last: &Point) -> String {
    let of = |point: &Point| point.coverage.and_then(|known| coverage(lang, known)).unwrap_or_default();
    let (was, is) = (of(before), of(last));
    let when = named(lang, last.period);
    match lang {
        Lang::Es => format!(
            "Ojo: en {when} baja la inasistencia y baja también el registro (de {was} a {is} de los días de clases). Revisen el registro antes de celebrar."
        ),
        Lang::En => format!(
            "Careful: in {when} absence falls, and so does the register (from {was} to {is} of the class days). Check the register before celebrating."
        ),
    }
}

/// How coverage is counted.
pub const fn coverage_explained(is_assumed: bool) -> Both {
    if is_assumed {
        both(
            "Registro: días con registro de los días de clases de un calendario supuesto («K» lo cambia).",
            "Register: days with a register of the class days of an assumed calendar (“K” changes it).",
        )
    } else {
        both(
            "Registro: días con registro de los días de clases del calendario.",
            "Register: days with a register of the class days of the calendar.",
        )
    }
}

/// Title of the chart.
pub const fn title(by: By) -> Both {
    match by {
        By::Month => both("Asistencia mensual", "Attendance by month"),
        By::Week => both("Asistencia semanal", "Attendance by week"),
    }
}
/// Label of the row of coverage.
pub const REGISTER: Both = both("reg.%", "reg.%");
/// Title of what the team did.
pub const DEEDS: Both = both("Qué se hizo y cuándo", "What was done, and when");

/// Beside the title: how many students, and that the scale is always the same.
pub fn chart_note(lang: Lang, chart: &Chart) -> String {
    let n = chart.points.iter().rev().find_map(|point| point.figure).map_or(0, |figure| figure.students);
    let (n, bottom) = (figures::number(lang, n), chart.bottom() / 100);
    match lang {
        Lang::Es => format!("n = {n} · escala fija de {bottom} a 100 %"),
        Lang::En => format!("n = {n} · fixed scale from {bottom} to 100%"),
    }
}

/// Months or weeks that do not fit on the screen.
pub fn hidden(lang: Lang, by: By, points: usize) -> String {
    let points = match by {
        By::Month => {
            count(lang, points, both("mes anterior", "earlier month"), both("meses anteriores", "earlier months"))
        }
        By::Week => {
            count(lang, points, both("semana anterior", "earlier week"), both("semanas anteriores", "earlier weeks"))
        }
    };
    match lang {
        Lang::Es => format!("Sin dibujar, por falta de ancho: {points}. Mediana y reglas sí las cuentan."),
        Lang::En => format!("Not drawn, for want of width: {points}. Median and rules do count them."),
    }
}

/// The letter of something that happened.
pub const fn letter(kind: MarkKind, lang: Lang) -> char {
    match (lang, kind) {
        (_, MarkKind::Cycle) => 'C',
        (Lang::Es, MarkKind::Start) => 'I',
        (Lang::En, MarkKind::Start) => 'S',
        (Lang::Es, MarkKind::Adjustment) => 'J',
        (Lang::En, MarkKind::Adjustment) => 'A',
        (Lang::Es, MarkKind::Done) => 'F',
        (Lang::En, MarkKind::Done) => 'D',
        (_, MarkKind::Dropped) => 'X',
        (Lang::Es, MarkKind::Meeting) => 'R',
        (Lang::En, MarkKind::Meeting) => 'M',
    }
}

/// What a letter means.
pub const fn meaning(kind: MarkKind) -> Both {
    match kind {
        MarkKind::Cycle => both("ciclo nuevo", "new cycle"),
        MarkKind::Start => both("inicio de acción", "action starts"),
        MarkKind::Adjustment => both("ajuste", "adjustment"),
        MarkKind::Done => both("fin: acción cumplida", "action done"),
        MarkKind::Dropped => both("acción descartada", "action dropped"),
        MarkKind::Meeting => both("reunión", "meeting"),
    }
}

/// More happened than there is room for letters.
pub const SEVERAL: char = '+';
/// The register is whole, where there is no room for three digits.
pub const WHOLE: char = '*';

/// The signs of the chart, the letters that stand on it, and the signs that stand for more than there is room for.
pub fn legend(lang: Lang, marks: &[Mark], short: &[char]) -> String {
    let signs = both(
        "▲ sobre la mediana, ▼ bajo ella, = en ella · ━ línea base, · su mediana después",
        "▲ above the median, ▼ below it, = on it · ━ baseline, · its median afterwards",
    );
    let there = MarkKind::ALL.into_iter().filter(|kind| marks.iter().any(|mark| mark.kind == *kind));
    let letters = there.map(|kind| format!("{} {}", letter(kind, lang), meaning(kind).of(lang)));
    let short = short.iter().map(|sign| {
        let meaning = match *sign {
            SEVERAL => both("más de lo que cabe", "more than there is room for"),
            _ => both("registro de todos los días", "a register of all days"),
        };
        format!("{sign} {}", meaning.of(lang))
    });
    [signs.of(lang).to_owned()].into_iter().chain(letters).chain(short).collect::<Vec<_>>().join(" · ")
}
