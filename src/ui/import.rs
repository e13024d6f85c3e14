//! Importing a file: over the whole window, as a form.

mod arriving;
mod picker;
mod preview;
mod top;

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        import::{Import, Progress, Stage},
    },
    text::importing,
    ui::{
        Canvas,
        pen::{below, indent, row, start},
        screen::panes,
    },
};

/// Columns of the bar of progress.
const BAR: u16 = 40;

/// Draws the import.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, import: &Import) {
    let title = importing::TITLE.of(canvas.lang);
    match &import.stage {
        Stage::Picking => {
            let body = panes::titled(canvas, area, (title, ""), true);
            picker::draw(canvas, body, app, &import.picker);
        }
        Stage::Reading(progress) => {
            let body = panes::titled(canvas, area, (title, &importing::file_name(&progress.path)), true);
            reading(canvas, body, progress);
        }
        Stage::Previewing(preview) => {
            let body = panes::titled(canvas, area, (title, &importing::file_name(&preview.path)), true);
            preview::draw(canvas, body, app, (import, preview));
        }
        Stage::Sealed(sealed) => {
            let body = panes::titled(canvas, area, (title, &importing::file_name(&sealed.path)), true);
            arriving::sealed(canvas, body, sealed);
        }
        Stage::Arriving(arriving) => {
            let body = panes::titled(canvas, area, (title, &importing::file_name(&arriving.path)), true);
            arriving::draw(canvas, body, app, arriving);
        }
        Stage::Writing => {
            let body = panes::titled(canvas, area, (title, ""), true);
            preview::writing(canvas, body);
        }
    }
}

/// Few cells change between two drawings: one of the bar, and the percent.
fn reading(canvas: &mut Canvas<'_>, area: Rect, progress: &Progress) {
    let lang = canvas.lang;
    let area = indent(below(area, 1), 2);
    let name = importing::file_name(&progress.path);
    canvas.pen.text(row(area, 0), &format!("{} «{name}»", importing::READING.of(lang)), canvas.theme.plain());
    let bar = row(area, 2);
    let width = bar.width.min(BAR);
    let part = u64::from(width).saturating_mul(progress.done.min(progress.total)).checked_div(progress.total);
    let done = u16::try_from(part.unwrap_or(0)).unwrap_or(width);
    canvas.pen.rule(Rect { width, ..bar }, '·', canvas.theme.quiet());
    canvas.pen.rule(Rect { width: done, ..bar }, '#', canvas.theme.good());
    let percent = importing::so_far(lang, progress.done, progress.total);
    canvas.pen.text(indent(bar, width + 2), &percent, canvas.theme.plain());
    canvas.pen.text(row(area, 4), importing::CANCEL.of(lang), canvas.theme.plain());
    let rest = panes::paragraph(canvas, below(area, 6), importing::READING_APART.of(lang));
    canvas.cursor = start(bar).or(start(rest));
}
