//! The validation as a page to read. Nobody is named: it knows counts only.

use std::fmt::Write;

use super::Judged;
use crate::{
    app::lang::Lang,
    cli::table::{self, Side},
    insight::{
        dropout::{self, Dropout},
        tables::Tables,
        validate::{Counts, Validation, area::Area, capacity::Cut, interval::Rate},
    },
    text::{figures, validate as text, validate::losses},
};

/// Schools that are listed on a page; of more, only the sum.
const SCHOOLS: usize = 40;

/// Question by question, then dropout and withdrawal by school.
pub(super) fn write(lang: Lang, judged: &[Judged], dropouts: &[Dropout], tables: &Tables) -> String {
    let mut out = String::new();
    for one in judged {
        question(&mut out, lang, one);
    }
    for found in dropouts {
        lost(&mut out, lang, found);
    }
    for (year, ended) in &tables.ended {
        withdrawn(&mut out, lang, *year, &dropout::ends(ended).0);
    }
    out
}

fn question(out: &mut String, lang: Lang, Judged { asked, validation }: &Judged) {
    line(out, 0, &text::head(lang, asked, validation));
    for note in text::notes(lang, asked, validation) {
        line(out, 2, &note);
    }
    counts(out, lang, validation);
    if validation.is_enough() {
        shares(out, lang, validation);
        line(out, 2, text::INTERVALS.of(lang));
    } else {
        line(out, 2, &text::not_enough(lang, validation));
    }
    capacity(out, lang, validation);
    for verdict in &validation.verdicts {
        if let Some(counts) = verdict.counts.filter(|counts| counts.flagged() > 0) {
            line(out, 2, &text::fine(lang, asked.question, verdict.flag, counts));
        }
    }
    out.push('\n');
}

fn counts(out: &mut String, lang: Lang, validation: &Validation) {
    let mut rows = vec![text::COUNTS.map(|word| word.of(lang).to_owned())];
    for verdict in &validation.verdicts {
        let Some(counts) = verdict.counts else { continue };
        let number = |n| figures::number(lang, n);
        rows.push([
            text::flag(verdict.flag).of(lang).to_owned(),
            number(counts.flagged()),
            number(counts.hits),
            number(counts.fine),
            number(counts.missed),
        ]);
    }
    table::write(out, "  ", [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right], &rows);
}

fn shares(out: &mut String, lang: Lang, validation: &Validation) {
    let mut rows = vec![text::SHARES.map(|word| word.of(lang).to_owned())];
    for verdict in &validation.verdicts {
        let share =
            |share: Option<Rate>| share.map_or_else(dash, |rate| text::share(lang, rate.value, rate.low, rate.high));
        rows.push([
            text::flag(verdict.flag).of(lang).to_owned(),
            share(verdict.counts.and_then(Counts::precision)),
            share(verdict.counts.and_then(Counts::recall)),
            verdict.counts.and_then(Counts::lift).map_or_else(dash, |lift| text::times(lang, lift)),
            verdict.area.map_or_else(dash, |area| area_of(lang, area)),
        ]);
    }
    table::write(out, "  ", [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right], &rows);
}

fn area_of(lang: Lang, area: Area) -> String {
    text::area(lang, area.value, area.interval)
}

fn capacity(out: &mut String, lang: Lang, validation: &Validation) {
    let at = &validation.capacity;
    line(out, 2, &text::capacity(lang, at.students, at.percent));
    let mut rows = vec![text::CUTS.map(|word| word.of(lang).to_owned())];
    let is_enough = validation.is_enough();
    let share = |share: Option<(u64, u64, u64)>| match share.filter(|_| is_enough) {
        Some((value, low, high)) => text::share(lang, value, low, high),
        None => dash(),
    };
    for Cut { order, hits, precision, recall, lift } in at.cuts.iter().copied() {
        rows.push([
            text::order(order).of(lang).to_owned(),
            text::about(lang, hits),
            share(precision),
            share(recall),
            lift.filter(|_| is_enough).map_or_else(dash, |lift| text::times(lang, lift)),
        ]);
    }
    table::write(out, "  ", [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right], &rows);
}

fn lost(out: &mut String, lang: Lang, found: &Dropout) {
    line(out, 0, &losses::head(lang, found));
    for note in losses::notes(lang, found) {
        line(out, 2, &note);
    }
    if found.schools.len() <= SCHOOLS {
        let mut rows = vec![losses::COLUMNS.map(|word| word.of(lang).to_owned())];
        rows.extend(found.schools.iter().map(|(rbd, loss)| losses::row(lang, *rbd, loss)));
        let side = [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right, Side::Right, Side::Right];
        table::write(out, "  ", side, &rows);
    } else {
        line(out, 2, &losses::many(lang, found.schools.len()));
    }
    if !found.grades.is_empty() {
        line(out, 2, &losses::grades(lang, &found.grades));
    }
    out.push('\n');
}

fn withdrawn(
    out: &mut String,
    lang: Lang,
    year: i32,
    schools: &std::collections::BTreeMap<crate::rules::identity::Rbd, dropout::Ends>,
) {
    if schools.is_empty() {
        return;
    }
    line(out, 0, &losses::withdrawal(lang, year));
    if schools.len() > SCHOOLS {
        line(out, 2, &losses::many(lang, schools.len()));
    } else {
        let mut rows = vec![losses::ENDS.map(|word| word.of(lang).to_owned())];
        rows.extend(schools.iter().map(|(rbd, ends)| losses::ends(lang, *rbd, ends)));
        let side = [Side::Left, Side::Right, Side::Right, Side::Right, Side::Right, Side::Right, Side::Right];
        table::write(out, "  ", side, &rows);
    }
}

fn dash() -> String {
    "—".to_owned()
}

fn line(out: &mut String, indent: usize, text: &str) {
    if indent == 0 {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{text}");
    } else {
        table::wrapped(out, indent, text);
    }
}
