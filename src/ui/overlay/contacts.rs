//! The contact analysis over the whole window, scrolled.

use ratatui::layout::Rect;

use crate::{
    app::form::wrap,
    insight::contact_analysis::ContactAnalysis,
    text::{contacts, counts},
    ui::{
        Canvas,
        pen::{indent, row, start},
        screen::panes,
    },
};

/// Draws the analysis from a line on.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, analysis: &ContactAnalysis, top: usize) {
    let lang = canvas.lang;
    canvas.pen.clear(area);
    let title = contacts::TITLE.of(lang);
    let body = indent(panes::titled(canvas, area, (title, &contacts::days(lang, &analysis.rate)), true), 1);
    let head = format!("{}: {}", counts::CONTACT_RATE.of(lang), contacts::rate(lang, &analysis.rate));
    let rule = contacts::rule(lang, &analysis.rate);
    let sentences = [head.as_str(), rule.as_str()];
    let wrapped = sentences.iter().flat_map(|sentence| {
        let ranges = wrap::wrap(sentence, usize::from(body.width.max(1)));
        ranges.into_iter().map(|range| sentence.get(range).unwrap_or("").trim_end().to_owned()).collect::<Vec<_>>()
    });
    let lines: Vec<String> = wrapped.chain(contacts::tables(lang, analysis)).collect();
    let height = usize::from(body.height);
    let top = top.min(lines.len().saturating_sub(height));
    canvas.seen.text = (lines.len(), height);
    for (at, line) in lines.iter().skip(top).take(height).enumerate() {
        canvas.pen.text(row(body, u16::try_from(at).unwrap_or(0)), line, canvas.theme.plain());
    }
    canvas.cursor = start(body);
}
