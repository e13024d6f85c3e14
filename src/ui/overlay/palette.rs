//! The palette: every command by name, with its key beside it.

use ratatui::layout::Rect;

use super::open_box;
use crate::{
    app::{App, keymap, overlay::Palette},
    text::{commands, places::word},
    ui::{
        Canvas,
        pen::{below, row},
        screen::panes,
    },
};

/// Draws the palette.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, palette: &Palette) {
    let rows = u16::try_from(app.vocabulary().len() + 1).unwrap_or(u16::MAX);
    let inside = open_box(canvas, area, word::COMMANDS.of(canvas.lang), (68, rows));
    let body = below(inside, 0);
    let window = panes::rows(
        canvas,
        body,
        (&palette.list, true, ["", word::NOTHING_FOUND.of(canvas.lang)]),
        |canvas, place, at, selected| {
            let Some(found) = app.vocabulary().get(at) else { return };
            let key = keymap::key_for(&palette.place, found.command).map(|key| key.to_string()).unwrap_or_default();
            let rest = canvas.pen.right(place, &key, canvas.theme.key());
            let style = canvas.theme.selected(selected);
            canvas.pen.text(row(rest, 0), commands::help(canvas.lang, found.command), style);
        },
    );
    canvas.seen.palette = window;
}
