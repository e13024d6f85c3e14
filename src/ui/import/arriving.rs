//! A file from another school: its passphrase, and the student whom it hands over, in a sentence.

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        import::{Arriving, Sealed},
    },
    text::handover as text,
    ui::{
        Canvas,
        pen::{below, indent, row, start},
        screen::panes,
    },
};

/// Draws the question for the passphrase; what is typed shows as a sign for each letter.
pub fn sealed(canvas: &mut Canvas<'_>, area: Rect, sealed: &Sealed) {
    let area = indent(below(area, 1), 1);
    let rest = panes::paragraph(canvas, area, text::IS_SEALED.of(canvas.lang));
    let line = row(below(rest, 1), 0);
    let rest = canvas.pen.text(line, text::PASSPHRASE.of(canvas.lang), canvas.theme.key());
    let typed = sealed.passphrase.shown();
    let (visible, column) = typed.window(usize::from(rest.width));
    canvas.pen.text(rest, visible, canvas.theme.title());
    canvas.cursor = start(indent(rest, u16::try_from(column).unwrap_or(0)));
}

/// Draws who comes, from where, with what; by code.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, arriving: &Arriving) {
    let mut rest = indent(below(area, 1), 1);
    let there = match &app.open {
        Some(open) => text::Destination::Open(open.notebook().school.rbd),
        None => text::Destination::Shelf(app.receiver(&arriving.file)),
    };
    for sentence in text::arriving(canvas.lang, &arriving.file, there) {
        rest = below(panes::paragraph(canvas, rest, &sentence), 1);
    }
    canvas.cursor = start(rest);
}
