//! Step 1: the indicators at a glance, each with its n.

use ratatui::layout::Rect;

use super::panes;
use crate::{
    app::open_notebook::OpenNotebook,
    insight::indicators::{Indicators, MonthFigure},
    notebook::problem::Field,
    rules::attendance::{Band, scale::ScaleName},
    text::{contacts, counts, fields, figures, reasons},
    ui::{
        Canvas,
        pen::{below, indent, row},
    },
};

/// Eight heights of a block, lowest first; a month is one block from 50 % to 100 %.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Draws the indicators and what the team sees in them.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, open: &OpenNotebook) {
    let area = indent(area, 2);
    let figures = &open.indicators;
    let rest = months(canvas, area, figures);
    let rest = bands(canvas, rest, figures, open.scale);
    let rest = contact(canvas, rest, figures);
    let rest = engagement(canvas, rest, figures);
    if let Some(cycle) = open.cycle().filter(|cycle| !cycle.observation.is_empty()) {
        let label = fields::label(Field::Observation).of(canvas.lang);
        panes::paragraph(canvas, rest, &format!("{label}: {}", cycle.observation.as_str()));
    }
}

/// Attendance by month: days attended of days held, never a mean of percents.
fn months(canvas: &mut Canvas<'_>, area: Rect, figures: &Indicators) -> Rect {
    let title = counts::BY_MONTH.of(canvas.lang);
    let rest = canvas.pen.text(row(area, 0), &format!("{title} {}", figures.year), canvas.theme.title());
    let n = figures.months.iter().map(|month| month.students).max().unwrap_or(0);
    canvas.pen.text(indent(rest, 1), &format!("n = {}", figures::number(canvas.lang, n)), canvas.theme.quiet());
    if figures.months.is_empty() {
        canvas.pen.text(row(area, 1), reasons::band(Band::NoData).of(canvas.lang), canvas.theme.quiet());
        return below(area, 3);
    }
    let (mut names, mut values) = (row(area, 1), row(area, 2));
    for month in &figures.months {
        let label = format!("{} {}", figures::month(canvas.lang, month.month), block(month));
        canvas.pen.text(Rect { width: names.width.min(7), ..names }, &label, canvas.theme.plain());
        let value = month.percent_hundredths().and_then(|value| u32::try_from(value).ok());
        let value =
            value.map_or_else(|| "—".to_owned(), |value| figures::percent(canvas.lang, value).replace([' ', '%'], ""));
        canvas.pen.text(Rect { width: values.width.min(7), ..values }, &value, canvas.theme.plain());
        (names, values) = (indent(names, 7), indent(values, 7));
    }
    below(area, 3)
}

fn block(month: &MonthFigure) -> &'static str {
    let above_half = month.percent_hundredths().unwrap_or(0).saturating_sub(5_000);
    let height = usize::try_from(above_half * 8 / 5_001).unwrap_or(0);
    BLOCKS.get(height).copied().unwrap_or("█")
}

/// Students by band; "no information" is a band of its own, and the sum is everybody.
fn bands(canvas: &mut Canvas<'_>, area: Rect, figures: &Indicators, scale: ScaleName) -> Rect {
    let total: usize = figures.bands(scale).iter().map(|(_, count)| count).sum();
    canvas.pen.text(row(area, 0), &counts::by_band(canvas.lang, scale), canvas.theme.title());
    let mut at = 1;
    for (band, count) in figures.bands(scale) {
        let line = row(area, at);
        let name = reasons::any_band(*band).of(canvas.lang);
        canvas.pen.text(Rect { width: line.width.min(22), ..line }, name, canvas.theme.plain());
        let numbers =
            format!("{:>6} {:>3} %", figures::number(canvas.lang, *count), (count * 100 + total / 2) / total.max(1));
        let rest = canvas.pen.text(indent(line, 22), &numbers, canvas.theme.plain());
        let bar = indent(rest, 2);
        let columns = usize::from(bar.width.saturating_sub(2)) * count / total.max(1);
        let columns = u16::try_from(columns.max(usize::from(*count > 0))).unwrap_or(0);
        canvas.pen.rule(Rect { width: columns.min(bar.width), ..bar }, '█', canvas.theme.any_band(*band));
        at += 1;
    }
    below(area, at)
}

fn contact(canvas: &mut Canvas<'_>, area: Rect, figures: &Indicators) -> Rect {
    let title = counts::CONTACT_RATE.of(canvas.lang);
    let rest = canvas.pen.text(row(area, 0), title, canvas.theme.title());
    let sentence = contacts::rate(canvas.lang, &figures.contact);
    canvas.pen.text(indent(rest, 1), &sentence, canvas.theme.plain());
    below(area, 1)
}

/// Engagement, a line for each figure that lists report; without any, nothing.
fn engagement(canvas: &mut Canvas<'_>, area: Rect, figures: &Indicators) -> Rect {
    let mut area = area;
    for figure in &figures.engagement {
        let rest = canvas.pen.text(row(area, 0), counts::ENGAGEMENT.of(canvas.lang), canvas.theme.title());
        canvas.pen.text(indent(rest, 1), &counts::engagement(canvas.lang, figure), canvas.theme.plain());
        area = below(area, 1);
    }
    area
}
