//! The run chart of step 1: what can be said, the chart, and on what it rests.

use crate::{
    insight::indicators::Indicators,
    rules::period::By,
    text::charts,
    ui::{Canvas, chart, lines::Page},
};

/// Rows from which the chart is drawn twice as high.
const TALL: u16 = 24;

/// What can be said, and the chart by month or by week.
pub(super) fn write(page: &mut Page, canvas: &Canvas<'_>, height: u16, (figures, by): (&Indicators, By)) {
    let (lang, theme, run) = (canvas.lang, canvas.theme, figures.chart(by));
    page.title(charts::title(by).of(lang), &charts::chart_note(lang, run));
    let Some(phase) = run.last().filter(|_| !run.points.is_empty()) else {
        page.text(charts::NO_POINTS.of(lang), theme.quiet());
        return;
    };
    let is_signal = run.conclusion().is_some_and(|conclusion| conclusion.is_signal());
    let style = if is_signal { theme.trouble() } else { theme.plain() };
    page.text(&charts::conclusion(lang, &phase.chart, run.rules), style);
    page.lines(chart::lines(lang, theme, (page.width(), height >= TALL), run, &figures.marks));
    let hidden = chart::hidden(page.width(), run);
    if hidden > 0 {
        page.text(&charts::hidden(lang, by, hidden), theme.quiet());
    }
    if let Some((before, last)) = run.caution() {
        page.text(&charts::caution(lang, &before, &last), theme.trouble());
    }
}

/// Legend, baseline, figures and rules: everything by which the sentence can be checked.
pub(super) fn explain(page: &mut Page, canvas: &Canvas<'_>, (figures, by): (&Indicators, By)) {
    let (lang, theme, run) = (canvas.lang, canvas.theme, figures.chart(by));
    let Some(phase) = run.last().filter(|_| !run.points.is_empty()) else { return };
    let short = chart::short_signs(page.width(), run);
    page.text(&charts::legend(lang, &figures.marks, &short), theme.quiet());
    for said in charts::baseline(lang, phase).into_iter().chain(charts::suggestion(lang, run)) {
        page.text(&said, theme.plain());
    }
    page.text(&charts::counted(lang, &phase.chart), theme.plain());
    if let Some(said) = charts::trend(lang, &phase.chart) {
        page.text(&said, theme.plain());
    }
    for said in [charts::explained(run.rules), charts::coverage_explained(run.is_assumed)] {
        page.text(said.of(lang), theme.quiet());
    }
}
