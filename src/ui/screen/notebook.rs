//! An open notebook: who and where on top, the stepper, the questions of the step, the panes.

use ratatui::{layout::Rect, style::Style};

use super::{card, panes, students, workspace};
use crate::{
    app::{
        App,
        desk::Keeping,
        guide::Topic,
        lang::Lang,
        open_notebook::{OpenNotebook, Pane},
    },
    insight::{gaps, prediction::calibration},
    notebook::{
        cycle::{Cycle, Step},
        prediction::Predicted,
    },
    text::{cycle, keeping, places::word},
    ui::{
        Canvas,
        field::text,
        layout,
        pen::{below, indent, row},
    },
};

/// Draws an open notebook.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let mut rows = layout::head_rows(area.height + 1);
    title(canvas, row(area, 0), app, open);
    stepper(canvas, row(area, 1), app, open);
    // Where there is no row for it, what was predicted is worth more than what is asked in every cycle.
    let predicted = predicted(canvas.lang, area.width, open);
    match predicted.as_ref().filter(|_| rows == 3) {
        Some(said) => _ = canvas.pen.text(indent(row(area, 2), 1), said, canvas.theme.key()),
        None if rows > 2 => questions(canvas, row(area, 2), app, open),
        None => {}
    }
    if rows > 3 {
        missing(canvas, row(area, 3), open);
        if let Some(said) = predicted {
            canvas.pen.text(indent(row(area, 4), 1), &said, canvas.theme.key());
            rows += 1;
        }
    }
    let body = below(area, rows);
    if let Some(card) = &open.card {
        card::draw(canvas, body, app, (open, card));
        return;
    }
    for (pane, place) in layout::panes(body, open) {
        match pane {
            Pane::Workspace => workspace::draw(canvas, place, app, open),
            Pane::Students => students::draw(canvas, place, app, open),
            Pane::Actions => panes::actions(canvas, place, app, open),
            Pane::Learnings => panes::learnings(canvas, place, app, open),
        }
    }
}

/// Columns that are left to the school, however much there is to say about how the notebook is kept.
const SCHOOL: usize = 20;

/// How the notebook is kept, in as many words as fit beside the school.
fn kept(canvas: &Canvas<'_>, width: u16, app: &App, open: &OpenNotebook) -> (String, Style) {
    // Who is going waits for the disk, whatever was safe before.
    let keeping = if app.is_waiting_to_leave() { &Keeping::Pending } else { &open.desk.keeping };
    let style = match keeping {
        Keeping::Saved => canvas.theme.good(),
        Keeping::Pending => canvas.theme.quiet(),
        Keeping::Failed | Keeping::Behind { .. } | Keeping::ReadOnly(_) => canvas.theme.trouble(),
    };
    let since = match keeping {
        Keeping::ReadOnly(reason) => app.held_since(reason),
        _ => None,
    };
    let sign = if open.desk.is_writable() { "✎ " } else { "" };
    let [long, short] = keeping::header(canvas.lang, keeping, since).map(|words| format!("{sign}{words}"));
    let invented = if open.notebook().school.invented { text::width(word::INVENTED.of(canvas.lang)) + 2 } else { 0 };
    let fits = text::width(&long) + invented + SCHOOL + 3 <= usize::from(width);
    (if fits { long } else { short }, style)
}

fn title(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let (lang, school) = (canvas.lang, &open.notebook().school);
    let (kept, style) = kept(canvas, area.width, app, open);
    let mut rest = canvas.pen.right(indent(area, 1), &kept, style);
    rest.width = rest.width.saturating_sub(2);
    if school.invented {
        rest = canvas.pen.right(rest, word::INVENTED.of(lang), canvas.theme.invented());
        rest.width = rest.width.saturating_sub(2);
    }
    let cycle = open.cycle().map(|cycle| cycle_title(canvas, cycle)).unwrap_or_default();
    let number = format!(" {}", school.rbd);
    // Where not everything fits, the school's name gives way first, but never wholly.
    let room = usize::from(rest.width).saturating_sub(text::width(&cycle) + text::width(&number) + 2).max(24);
    let name = text::cut(school.name.as_str(), room);
    let rest = canvas.pen.pieces(rest, &[(&name, canvas.theme.title()), (&number, canvas.theme.title())]);
    canvas.pen.text(indent(rest, 2), &cycle, canvas.theme.plain());
}

fn cycle_title(canvas: &Canvas<'_>, cycle: &Cycle) -> String {
    use chrono::Datelike;
    let head = format!("{} {} · {}", word::CYCLE.of(canvas.lang), cycle.number, cycle.opened.year());
    let name = cycle.name.as_str();
    if name.is_empty() { head } else { format!("{head} · «{name}»") }
}

/// The five steps, always there: which are complete, and where the team is. Narrow windows keep the numbers.
fn stepper(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let Some(cycle) = open.cycle() else { return };
    let (lang, book) = (canvas.lang, open.notebook());
    let complete = |step: Step| gaps::of_step(book, cycle, step).is_empty();
    let label = |step: Step, long: bool| {
        let name = if long || step == cycle.step { format!(" {}", cycle::step(step).of(lang)) } else { String::new() };
        let done = if complete(step) { " ✓" } else { "" };
        let inner = format!("{}{name}{done}", step.number());
        if step == cycle.step { format!("[{inner}]") } else { format!(" {inner} ") }
    };
    let columns: usize = Step::ALL.into_iter().map(|step| text::width(&label(step, true))).sum();
    let fits = columns <= usize::from(area.width);
    let sign = if app.shows_names() {
        Some((word::NAMES_SHOWN.of(lang).to_owned(), canvas.theme.trouble()))
    } else {
        Some((format!("{}/5", gaps::complete_steps(book, cycle)), canvas.theme.quiet()))
    };
    // The names of the steps come before the count, and names on the wall before both.
    let room = usize::from(area.width).saturating_sub(if fits && !app.shows_names() { columns } else { 0 });
    let sign = sign.filter(|(sign, _)| text::width(sign) <= room);
    let rest = sign.map_or(area, |(sign, style)| canvas.pen.right(area, &sign, style));
    let fits = columns <= usize::from(rest.width);
    let mut rest = rest;
    for step in Step::ALL {
        let style = if step == cycle.step { canvas.theme.here() } else { canvas.theme.plain() };
        rest = canvas.pen.text(rest, &label(step, fits), style);
    }
}

/// The questions of the step, as many as fit.
fn questions(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let lang = canvas.lang;
    let asked: Vec<&str> = if open.cycle().is_some() {
        app.guide().about(Topic::Step(open.step())).iter().map(|question| question.of(lang)).collect()
    } else {
        cycle::BEFORE_A_CYCLE.iter().map(|question| question.of(lang)).collect()
    };
    let mut rest = indent(area, 1);
    for (at, question) in asked.into_iter().enumerate() {
        if at == 0 || text::width(question) + 2 <= usize::from(rest.width) {
            let place = if at == 0 { rest } else { indent(rest, 2) };
            rest = canvas.pen.text(place, question, canvas.theme.quiet());
        }
    }
}

/// What the team expected to find in the list beside what is there; how far off it is over its cycles where that fits.
fn predicted(lang: Lang, width: u16, open: &OpenNotebook) -> Option<String> {
    let cycle = open.cycle().filter(|cycle| cycle.step == Step::Data && open.card.is_none())?;
    let prediction = cycle.predictions.iter().rev().find(|prediction| prediction.of == Predicted::Flagged)?;
    let whole = cycle::prediction(lang, prediction, calibration(open.notebook(), prediction.of));
    let fits = text::width(&whole) < usize::from(width);
    Some(if fits { whole } else { cycle::prediction(lang, prediction, None) })
}

/// What the step still lacks. Nothing is forbidden by it.
fn missing(canvas: &mut Canvas<'_>, area: Rect, open: &OpenNotebook) {
    let area = indent(area, 1);
    let Some(cycle) = open.notebook().open_cycle() else {
        canvas.pen.text(area, word::OPEN_A_CYCLE.of(canvas.lang), canvas.theme.plain());
        return;
    };
    let gaps = gaps::of_step(open.notebook(), cycle, cycle.step);
    if gaps.is_empty() {
        let complete = if cycle.step.next().is_some() { word::COMPLETE } else { word::COMPLETE_LAST };
        canvas.pen.text(area, complete.of(canvas.lang), canvas.theme.good());
        return;
    }
    let named: Vec<String> = gaps.into_iter().map(|gap| cycle::gap(canvas.lang, gap)).collect();
    canvas.pen.text(area, &format!("{}: {}", word::MISSING.of(canvas.lang), named.join(", ")), canvas.theme.plain());
}
