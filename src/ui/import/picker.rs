//! The folder in which a file is picked.

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        import::picker::{Item, Picker},
        list::Window,
    },
    text::importing,
    ui::{
        Canvas,
        pen::{below, indent, row, start},
        screen::panes,
        theme::{MARKER, NO_MARKER},
    },
};

/// Columns of the size or kind, and of the day.
const COLUMNS: [u16; 2] = [17, 11];

/// Draws the folder: where one is, what is typed, what is there.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, picker: &Picker) {
    let lang = canvas.lang;
    let area = indent(area, 1);
    let label = |word: crate::text::Both| format!("{}: ", word.of(lang));
    let rest = canvas.pen.text(row(area, 0), &label(importing::FOLDER), canvas.theme.quiet());
    canvas.pen.text(rest, &picker.listing.shown, canvas.theme.plain());
    let rest = canvas.pen.text(row(area, 1), &label(importing::FILE), canvas.theme.key());
    let line = &picker.list.filter;
    if line.text().is_empty() {
        canvas.pen.text(rest, importing::HINT.of(lang), canvas.theme.quiet());
    }
    let (visible, column) = line.window(usize::from(rest.width));
    canvas.pen.text(rest, visible, canvas.theme.title());
    canvas.cursor = start(indent(rest, u16::try_from(column).unwrap_or(0)));
    items(canvas, below(area, 2), app, picker);
}

fn items(canvas: &mut Canvas<'_>, area: Rect, app: &App, picker: &Picker) {
    let lang = canvas.lang;
    let said = match picker.list.entries() {
        _ if picker.is_waiting() => Some(importing::LOOKING),
        [] if picker.list.is_filtered() => Some(importing::NO_SUCH),
        _ if picker.listing.items.iter().all(Item::is_up) => Some(importing::EMPTY_FOLDER),
        _ if picker.listing.is_cut => Some(importing::CUT),
        _ => None,
    };
    let foot = u16::from(said.is_some());
    let list = Rect { height: area.height.saturating_sub(foot), ..area };
    let height = usize::from(list.height);
    let top = picker.list.top(height);
    canvas.seen.import = Window { top, height };
    let mut used = 0;
    for (at, entry) in picker.list.entries().iter().enumerate().skip(top).take(height) {
        let Some(item) = picker.listing.items.get(entry.index) else { continue };
        used = u16::try_from(at - top).unwrap_or(0) + 1;
        one(canvas, row(list, used - 1), app, (item, at == picker.list.at()));
    }
    if let Some(said) = said {
        panes::paragraph(canvas, indent(below(area, used), 2), said.of(lang));
    }
}

fn one(canvas: &mut Canvas<'_>, area: Rect, app: &App, (item, selected): (&Item, bool)) {
    let (what, when) = importing::about(canvas.lang, item, &app.look, app.now.today);
    let rest = canvas.pen.text(area, if selected { MARKER } else { NO_MARKER }, canvas.theme.plain());
    let columns: u16 = COLUMNS.iter().sum();
    let name = Rect { width: rest.width.saturating_sub(columns), ..rest };
    canvas.pen.text(name, item.name.as_str(), canvas.theme.selected(selected));
    let size = Rect { width: rest.width.min(columns).min(COLUMNS[0]), x: name.x + name.width, ..rest };
    canvas.pen.right(Rect { width: size.width.saturating_sub(1), ..size }, &what, canvas.theme.quiet());
    let day = Rect { x: size.x + size.width, width: rest.width.saturating_sub(name.width + size.width), ..rest };
    canvas.pen.right(day, &when, canvas.theme.quiet());
}
