//! The workspace of steps 1 and 2: the infographic, or challenge and theory of action. A page that scrolls.

use ratatui::layout::Rect;

use super::{infographic, panes, theory};
use crate::{
    app::{
        App,
        open_notebook::{OpenNotebook, Pane},
    },
    notebook::cycle::Step,
    text::cycle,
    ui::{
        Canvas,
        pen::{below, start},
    },
};

/// Draws the workspace.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let step = open.step();
    let focused = open.focus == Pane::Workspace && open.card.is_none();
    let inside = below(area, 1);
    let page = match step {
        Step::Infographic => match open.asks_about() {
            Some(month) => infographic::before(canvas, inside, month, focused),
            None => infographic::write(canvas, inside, app, open),
        },
        Step::Challenge | Step::Data | Step::Implementation | Step::Learnings => {
            theory::write(canvas, inside, app, open)
        }
    };
    let seen = infographic::seen(canvas.lang, &page, inside, open);
    let body = panes::titled(canvas, area, (cycle::step(step).of(canvas.lang), &seen), focused);
    if focused {
        canvas.cursor = start(body);
    }
    infographic::draw(canvas, body, &page, open);
}
