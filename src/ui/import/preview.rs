//! What a file would do, before it does.

use ratatui::layout::Rect;

use super::top;
use crate::{
    app::{
        App,
        import::{
            Import,
            line::Line,
            meaning,
            preview::{Preview, Top},
        },
        list::Window,
    },
    text::{
        importing::{self, lines, rows},
        reading,
    },
    ui::{
        Canvas,
        field::text,
        pen::{below, indent, row, start},
        screen::students,
        theme::{MARKER, NO_MARKER},
    },
};

/// Columns of our name for a column.
const NAME: u16 = 32;
/// Students who are named before the rest is only counted.
const NAMED: usize = 6;

/// Draws the preview and what lies on top of it.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, (import, preview): (&Import, &Preview)) {
    canvas.pen.text(indent(row(area, 0), 1), &lines::head(canvas.lang, preview), canvas.theme.title());
    let format = reading::format(canvas.lang, &preview.reading.format);
    canvas.pen.text(indent(row(area, 1), 1), &format, canvas.theme.quiet());
    let list = below(area, 2);
    let height = usize::from(list.height);
    let top = preview.list.top(height);
    for (at, line) in preview.lines.iter().enumerate().skip(top).take(height) {
        let place = row(list, u16::try_from(at - top).unwrap_or(0));
        let selected = at == preview.list.at() && matches!(preview.top, Top::Nothing);
        one(canvas, place, app, (import, preview), (line, selected));
    }
    match &preview.top {
        Top::Nothing => canvas.seen.import = Window { top, height },
        Top::Meanings(meanings) => top::meanings(canvas, area, meanings),
        Top::Schools(schools) => top::schools(canvas, area, app, schools),
        Top::Question => top::question(canvas, area, app, preview),
    }
}

fn one(
    canvas: &mut Canvas<'_>,
    area: Rect,
    app: &App,
    (import, preview): (&Import, &Preview),
    (line, selected): (&Line, bool),
) {
    let lang = canvas.lang;
    if selected {
        canvas.cursor = start(area);
    }
    if let Line::Chapter(_) = line {
        let style = canvas.theme.frame(selected);
        canvas.pen.rule(area, '─', style);
        let title = lines::line(lang, preview, line);
        canvas.pen.pieces(indent(area, 1), &[(" ", style), (&title, canvas.theme.title()), (" ", style)]);
        return;
    }
    let rest = canvas.pen.text(area, if selected { MARKER } else { NO_MARKER }, canvas.theme.plain());
    let style = match line {
        Line::Reject(..) | Line::Out(..) | Line::Questions(_, 1..) | Line::Unsaid(_) => canvas.theme.trouble(),
        Line::NoChange | Line::School(_) => canvas.theme.good(),
        Line::Skip(..) | Line::Nothing | Line::Planning | Line::Unread(_) => canvas.theme.quiet(),
        _ => canvas.theme.plain(),
    };
    match line {
        Line::Column(_) | Line::Unread(_) => column(canvas, rest, (import, preview), (line, selected)),
        Line::Absent(at) => {
            let said = absent(canvas, app, preview, *at);
            canvas.pen.text(rest, &said, canvas.theme.plain());
        }
        Line::Sample(at) => sample(canvas, rest, app, (preview, *at)),
        line => {
            let said = lines::line(lang, preview, line);
            canvas.pen.text(rest, &said, style);
        }
    }
}

fn column(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (import, preview): (&Import, &Preview),
    (line, selected): (&Line, bool),
) {
    let header = lines::header(preview, line).unwrap_or_default();
    let name = Rect { width: area.width.min(NAME), ..area };
    let quiet = matches!(line, Line::Unread(_));
    let style = if quiet { canvas.theme.quiet() } else { canvas.theme.plain() };
    let style = if selected { canvas.theme.selected(true) } else { style };
    canvas.pen.text(
        Rect { width: name.width.saturating_sub(1), ..name },
        &lines::line(canvas.lang, preview, line),
        style,
    );
    let mut rest = canvas.pen.text(indent(area, name.width), &format!("«{}»", header.trim()), canvas.theme.plain());
    if meaning::is_wished(&import.wishes, header) {
        rest = indent(rest, 1);
        canvas.pen.text(rest, lines::BY_HAND.of(canvas.lang), canvas.theme.key());
    }
}

fn absent(canvas: &Canvas<'_>, app: &App, preview: &Preview, at: usize) -> String {
    let school = preview.planned.as_ref().and_then(|planned| planned.schools.get(at));
    let Some(school) = school else { return String::new() };
    let known = school.absent.iter().filter_map(|id| school.notebook.students.get(*id));
    let who: Vec<String> = known.take(NAMED).map(|who| students::name_or_code(who, app.shows_names())).collect();
    lines::absent(canvas.lang, school.absent.len(), &who)
}

/// A row as it is understood: number, course, who, and what it says.
fn sample(canvas: &mut Canvas<'_>, area: Rect, app: &App, (preview, at): (&Preview, usize)) {
    let Some(record) = preview.reading.records.get(at) else { return };
    let names = app.shows_names();
    let number = text::pad_left(&record.row.to_string(), 5);
    let course = record.course.as_ref().map(ToString::to_string).unwrap_or_default();
    let who = rows::who(record, names);
    let width = if names { 38 } else { 20 };
    let pieces = [
        (format!("{number}  "), canvas.theme.quiet()),
        (text::pad_right(&course, 6), canvas.theme.plain()),
        (text::pad_right(&text::cut(&who, width), width + 1), canvas.theme.plain()),
        (rows::figures_of(canvas.lang, record), canvas.theme.plain()),
    ];
    pieces.iter().fold(area, |rest, (piece, style)| canvas.pen.text(rest, piece, *style));
}

/// What is said while notebooks are written.
pub fn writing(canvas: &mut Canvas<'_>, area: Rect) {
    canvas.pen.text(indent(row(area, 1), 2), importing::WRITING.of(canvas.lang), canvas.theme.plain());
    canvas.cursor = start(area);
}
