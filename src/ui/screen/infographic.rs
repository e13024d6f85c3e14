//! Step 1: the indicators at a glance, each with its n and what stands behind it. A page that scrolls.

mod bands;
mod run_chart;

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        command::Command,
        guide::Topic,
        keymap::{self, Context},
        lang::Lang,
        open_notebook::OpenNotebook,
    },
    insight::{indicators::Indicators, prediction::calibration},
    notebook::{
        cycle::{Cycle, Step},
        prediction::{Predicted, Prediction},
        problem::Field,
    },
    rules::{calendar::Month, period::By},
    text::{charts, commands, contacts, counts, cycle, fields, figures, infographic as text},
    ui::{Canvas, field::text::pad_right, lines::Page, pen::indent},
};

/// Events that are told under the chart at most; the letters stand for all.
const DEEDS: usize = 12;

/// Draws the page from where it is scrolled to.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, page: &Page, open: &OpenNotebook) {
    let area = indent(area, 2);
    let height = usize::from(area.height);
    page.draw(canvas, area, open.scroll.top(page.len(), height));
    canvas.seen.workspace = (page.len(), height);
}

/// Which lines of the page are on the screen; nothing where all of them are.
pub fn seen(lang: Lang, page: &Page, area: Rect, open: &OpenNotebook) -> String {
    let height = usize::from(area.height);
    let top = open.scroll.top(page.len(), height);
    if page.len() <= height { String::new() } else { text::seen(lang, top + 1, top + height, page.len()) }
}

/// Writes the indicators, and what the team sees in them.
pub fn write(canvas: &Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) -> Page {
    let area = indent(area, 2);
    let (lang, theme, figures) = (canvas.lang, canvas.theme, &open.indicators);
    let mut page = Page::new(area.width.saturating_sub(1), theme);
    if let Some(prediction) = open.cycle().and_then(|cycle| predicted(cycle)) {
        let calibration = calibration(open.notebook(), prediction.of);
        page.text(&cycle::prediction(lang, prediction, calibration), theme.key());
    }
    run_chart::write(&mut page, canvas, area.height, (figures, open.by));
    if let Some(cycle) = open.cycle().filter(|cycle| !cycle.observation.is_empty()) {
        let label = fields::label(Field::Observation).of(lang);
        page.text(&format!("{label}: {}", cycle.observation.as_str()), theme.title());
    }
    run_chart::explain(&mut page, canvas, (figures, open.by));
    questions(&mut page, canvas, app, Topic::Attendance);
    bands::write(&mut page, canvas, figures, open.scale);
    questions(&mut page, canvas, app, Topic::Bands);
    page.title(counts::CONTACT_RATE.of(lang), "");
    page.text(&contacts::rate(lang, &figures.contact), theme.plain());
    questions(&mut page, canvas, app, Topic::Contacts);
    page.text(&contacts::rule(lang, &figures.contact), theme.quiet());
    engagement(&mut page, canvas, figures);
    progress(&mut page, canvas, figures);
    page.title(text::DROPOUT.of(lang), "");
    page.text(&text::dropout(lang, figures.dropout), theme.plain());
    for told in &figures.withdrawal {
        page.text(&text::withdrawal(lang, *told), theme.plain());
    }
    if figures.withdrawal.is_empty() {
        page.text(text::NO_WITHDRAWAL.of(lang), theme.plain());
    }
    deeds(&mut page, canvas, figures, open.by);
    page
}

/// What stands there before the team has looked: what it is asked, why, and the two ways on. No figure. From another pane
/// the way leads back to this one first.
pub fn before(canvas: &Canvas<'_>, area: Rect, month: Month, focused: bool) -> Page {
    let (lang, theme) = (canvas.lang, canvas.theme);
    let mut page = Page::new(indent(area, 2).width.saturating_sub(1), theme);
    page.text(&cycle::asked_before(lang, month), theme.title());
    page.text(cycle::WHY_PREDICT.of(lang), theme.plain());
    page.line(Vec::new());
    let back = (Context::Notebook, Command::GoToStep(Step::Infographic));
    let [predict, look] = [Command::Predict, Command::Look].map(|command| (Context::Unseen, command));
    for (keys, command) in [(vec![predict], predict.1), (if focused { vec![look] } else { vec![back, look] }, look.1)] {
        let keys = keys.into_iter().filter_map(|(context, command)| keymap::key_for(&[context], command));
        let keys = keys.map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
        page.line(vec![
            (pad_right(&keys, if focused { 7 } else { 9 }), theme.key()),
            (commands::help(lang, command).to_owned(), theme.plain()),
        ]);
    }
    page
}

/// The guiding questions of a chart, under it.
fn questions(page: &mut Page, canvas: &Canvas<'_>, app: &App, topic: Topic) {
    for question in app.guide().about(topic) {
        page.text(question.of(canvas.lang), canvas.theme.quiet());
    }
}

/// What the team expected of attendance in this cycle.
fn predicted(cycle: &Cycle) -> Option<&Prediction> {
    cycle.predictions.iter().find(|prediction| prediction.of == Predicted::Attendance)
}

fn engagement(page: &mut Page, canvas: &Canvas<'_>, figures: &Indicators) {
    page.title(counts::ENGAGEMENT.of(canvas.lang), "");
    for figure in &figures.engagement {
        page.text(&counts::engagement(canvas.lang, figure), canvas.theme.plain());
    }
    if figures.engagement.is_empty() {
        page.text(text::NO_ENGAGEMENT.of(canvas.lang), canvas.theme.plain());
    }
}

fn progress(page: &mut Page, canvas: &Canvas<'_>, figures: &Indicators) {
    page.title(text::ACTIONS.of(canvas.lang), "");
    let said = match figures.progress.total() {
        0 => text::NO_ACTIONS.of(canvas.lang).to_owned(),
        _ => text::progress(canvas.lang, figures.progress),
    };
    page.text(&said, canvas.theme.plain());
}

/// The last things that happened within the chart, each with its letter and its words.
fn deeds(page: &mut Page, canvas: &Canvas<'_>, figures: &Indicators, by: By) {
    let Some(first) = figures.chart(by).points.first() else { return };
    let since = figures.marks.iter().filter(|mark| mark.on >= first.period.first_day());
    let marks: Vec<_> = since.rev().take(DEEDS).collect();
    if marks.is_empty() {
        return;
    }
    page.title(charts::DEEDS.of(canvas.lang), "");
    for mark in marks.into_iter().rev() {
        let (day, letter) = (figures::day(canvas.lang, mark.on), charts::letter(mark.kind, canvas.lang));
        let what = if mark.what.is_empty() { String::new() } else { format!(": {}", mark.what.as_str()) };
        let said = format!("{day} {letter} {}{what}", charts::meaning(mark.kind).of(canvas.lang));
        page.line(vec![(said, canvas.theme.plain())]);
    }
}
