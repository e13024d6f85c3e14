//! The shelf: one school a row.

use ratatui::layout::Rect;

use crate::{
    app::{App, shelf::Line},
    insight::shelf_row::ShelfRow,
    text::{counts, cycle, figures, files, places::word},
    ui::{
        Canvas,
        field::text,
        pen::{below, indent, row, start},
        screen::panes,
        theme::{MARKER, NO_MARKER},
    },
};

/// Columns of the table after the name: cycle, step, flags, actions, meeting.
const COLUMNS: [u16; 5] = [6, 12, 8, 9, 12];

/// Draws the shelf.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App) {
    head(canvas, row(area, 0), app);
    let body = below(area, 2);
    let shelf = &app.shelf;
    if shelf.lines.is_empty() {
        let folder = shelf.dir.display().to_string();
        canvas.pen.text(indent(row(body, 0), 2), &folder, canvas.theme.quiet());
        panes::paragraph(canvas, indent(below(body, 2), 2), word::EMPTY_SHELF.of(canvas.lang));
        canvas.cursor = start(indent(body, 1));
        return;
    }
    panes::filter_line(canvas, row(area, 1), &shelf.list);
    columns(canvas, row(body, 0));
    let list = below(body, 1);
    let height = usize::from(list.height);
    let top = shelf.list.top(height);
    canvas.seen.shelf = crate::app::list::Window { top, height };
    if shelf.list.entries().is_empty() {
        canvas.pen.text(indent(list, 2), word::NO_SUCH_SCHOOL.of(canvas.lang), canvas.theme.quiet());
    }
    for (at, entry) in shelf.list.entries().iter().enumerate().skip(top).take(height) {
        let place = row(list, u16::try_from(at - top).unwrap_or(0));
        let Some(line) = shelf.lines.get(entry.index) else { continue };
        let selected = at == shelf.list.at();
        if selected && !shelf.list.typing {
            canvas.cursor = start(place);
        }
        school(canvas, place, (line, selected), app);
    }
}

fn head(canvas: &mut Canvas<'_>, area: Rect, app: &App) {
    let (schools, students) = app.shelf.totals();
    let lang = canvas.lang;
    let counts = format!(
        "{} · {} · {}",
        word::SHELF.of(lang),
        counts::schools(lang, schools),
        counts::students(lang, students),
    );
    let mut rest = canvas.pen.right(indent(area, 1), lang.code(), canvas.theme.quiet());
    rest.width = rest.width.saturating_sub(2);
    if app.shelf.has_invented() {
        rest = canvas.pen.right(rest, word::INVENTED.of(lang), canvas.theme.invented());
        rest.width = rest.width.saturating_sub(1);
    }
    canvas.pen.text(rest, &counts, canvas.theme.title());
}

fn columns(canvas: &mut Canvas<'_>, area: Rect) {
    let titles = [word::CYCLE, word::STEP, word::FLAGS, word::ACTIONS, word::MEETING];
    let quiet = canvas.theme.quiet();
    let (name, cells) = cells(area);
    canvas.pen.text(indent(name, 2), word::SCHOOL.of(canvas.lang), quiet);
    for (cell, title) in cells.into_iter().zip(titles) {
        canvas.pen.text(cell, title.of(canvas.lang), quiet);
    }
}

/// The name's place and the other columns; on a narrow window the last ones fall off the edge.
fn cells(area: Rect) -> (Rect, [Rect; 5]) {
    let all: u16 = COLUMNS.iter().sum();
    let name = area.width.saturating_sub(all).max(area.width.min(24)).min(44);
    let mut x = name;
    let cells = COLUMNS.map(|width| {
        let cell = indent(area, x);
        x += width;
        Rect { width: cell.width.min(width.saturating_sub(1)), ..cell }
    });
    (Rect { width: name, ..area }, cells)
}

fn school(canvas: &mut Canvas<'_>, area: Rect, (line, selected): (&Line, bool), app: &App) {
    let marker = if selected { MARKER } else { NO_MARKER };
    let rest = canvas.pen.text(area, marker, canvas.theme.plain());
    match &line.row {
        Ok(school) => {
            let (name, cells) = cells(area);
            school_name(canvas, Rect { width: name.width.saturating_sub(3), ..indent(name, 2) }, school, selected);
            figures(canvas, cells, school, app);
        }
        Err(failure) => {
            let name = line.path.file_name().unwrap_or_default().to_string_lossy();
            let name = name.trim_end_matches(".tep.json");
            let sentence = format!("{name}: {}", files::short(canvas.lang, failure));
            let style = canvas.theme.trouble();
            canvas.pen.pieces(rest, &[("! ", style), (&sentence, style)]);
        }
    }
}

fn school_name(canvas: &mut Canvas<'_>, area: Rect, school: &ShelfRow, selected: bool) {
    let rbd = school.rbd.to_string();
    let room = usize::from(area.width).saturating_sub(text::width(&rbd) + 1);
    let name = text::cut(school.name.as_str(), room);
    let style = canvas.theme.selected(selected);
    let rest = canvas.pen.text(area, &name, style);
    canvas.pen.text(indent(rest, 1), &rbd, canvas.theme.quiet());
}

fn figures(canvas: &mut Canvas<'_>, cells: [Rect; 5], school: &ShelfRow, app: &App) {
    let (lang, today) = (canvas.lang, app.now.today);
    let plain = canvas.theme.plain();
    let [number, step, flags, actions, meeting] = cells;
    match school.cycle {
        Some((n, at)) => {
            canvas.pen.text(number, &n.to_string(), plain);
            canvas.pen.text(step, &format!("{} {}", at.number(), cycle::step(at).of(lang)), plain);
        }
        None => {
            canvas.pen.text(step, word::NO_CYCLE.of(lang), canvas.theme.quiet());
        }
    }
    canvas.pen.text(flags, &figures::number(lang, school.flagged), plain);
    let rest = canvas.pen.text(actions, &school.open_actions.to_string(), plain);
    if school.overdue > 0 {
        canvas.pen.text(rest, &format!(" ({}!)", school.overdue), canvas.theme.trouble());
    }
    let due = school.needs_meeting(today);
    // Where the sign that a meeting is due would fall off the edge, a word less says the same.
    let is_long = |told: &String| due && text::width(told) + 2 > usize::from(meeting.width);
    let told = |on| {
        let told = figures::ago(lang, on, today);
        if is_long(&told) { figures::since(lang, on, today) } else { told }
    };
    let last = school.last_meeting.map_or_else(|| word::NEVER.of(lang).to_owned(), told);
    let style = if due { canvas.theme.trouble() } else { plain };
    canvas.pen.text(meeting, &format!("{last}{}", if due { " !" } else { "" }), style);
}
