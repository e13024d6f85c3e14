//! The head of a card: attendance, marks, path, family, and what the team decided. Figures that a person can open have
//! the marker of a list.

use ratatui::layout::Rect;

use super::label;
use crate::{
    app::{App, card::Figure, open_notebook::OpenNotebook},
    insight::{attended::Attended, review::Row},
    notebook::student::Student,
    rules::{attendance::scale::ScaleName, calendar::Month},
    text::{card, counts, figures, places::word, reasons},
    ui::{
        Canvas,
        pen::{below, indent, row, start},
        theme::{MARKER, NO_MARKER},
    },
};

/// Columns of a month with its percent.
const MONTH: u16 = 7;

/// Draws the head of a card; gives the area under it. `selected` has the cursor.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (app, open): (&App, &OpenNotebook),
    (student, review): (&Student, Option<&Row>),
    selected: Option<Figure>,
) -> Rect {
    let body = attendance(canvas, area, (student, review), open, selected);
    let body = match card::grades_line(canvas.lang, student) {
        Some(line) => figure(canvas, body, (Figure::Grades, &line), selected),
        None => body,
    };
    let body = figure(canvas, body, (Figure::Path, &card::path_line(canvas.lang, student)), selected);
    let body = match card::family(canvas.lang, student, app.shows_names()) {
        Some(line) => {
            let rest = label(canvas, row(body, 0), word::FAMILY);
            canvas.pen.text(indent(rest, 2), &line, canvas.theme.plain());
            below(body, 1)
        }
        None => body,
    };
    decision(canvas, body, app, student)
}

/// One line that can be opened.
fn figure(canvas: &mut Canvas<'_>, area: Rect, (which, line): (Figure, &str), selected: Option<Figure>) -> Rect {
    let rest = marked(canvas, row(area, 0), which, selected);
    let style = canvas.theme.selected(selected == Some(which));
    canvas.pen.text(rest, line, style);
    below(area, 1)
}

/// The label and the marker; gives the columns for the figure.
fn marked(canvas: &mut Canvas<'_>, line: Rect, which: Figure, selected: Option<Figure>) -> Rect {
    let name = match which {
        Figure::Attendance => word::MONTHS,
        Figure::Grades => word::GRADES,
        Figure::Path => word::TRAJECTORY,
    };
    let text = label(canvas, line, name);
    let is_selected = selected == Some(which);
    if is_selected {
        canvas.cursor = start(text);
    }
    canvas.pen.text(text, if is_selected { MARKER } else { NO_MARKER }, canvas.theme.plain())
}

/// The months of the year, the sum with its bars, the band, and the way back to 85 %.
fn attendance(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (student, review): (&Student, Option<&Row>),
    open: &OpenNotebook,
    selected: Option<Figure>,
) -> Rect {
    let lang = canvas.lang;
    let Some((review, attended)) = review.and_then(|review| Some((review, review.attended?))) else {
        return figure(canvas, area, (Figure::Attendance, word::UNKNOWN.of(lang)), selected);
    };
    let months = card::months(student, attended);
    let place = marked(canvas, row(area, 0), Figure::Attendance, selected);
    let text = Rect { height: area.height, ..place };
    let rows = self::months(canvas, text, &months);
    sum(canvas, row(text, rows), (attended, &months), open.scale);
    let plain = canvas.theme.plain();
    canvas.pen.text(row(text, rows + 1), &reasons::recovery(lang, review), plain);
    // A fall is worth a line; that nothing fell is not.
    let Some(recent) = review.recent.filter(|recent| recent.fall > 0) else { return below(area, rows + 2) };
    canvas.pen.text(row(text, rows + 2), &counts::recent(lang, recent), plain);
    below(area, rows + 3)
}

/// Months with their percent, in as many rows as they need; one without data has a dash. Gives the rows.
fn months(canvas: &mut Canvas<'_>, area: Rect, months: &[(Month, Option<u32>)]) -> u16 {
    let fit = usize::from((area.width + 1) / MONTH).max(1);
    let mut rows = 0;
    for chunk in months.chunks(fit) {
        let name = |month| figures::month(canvas.lang, month);
        let percent = |percent: Option<u32>| percent.map_or_else(|| "—".to_owned(), |percent| percent.to_string());
        let line: Vec<String> =
            chunk.iter().map(|(month, known)| format!("{} {:<2}", name(*month), percent(*known))).collect();
        canvas.pen.text(row(area, rows), line.join(" ").trim_end(), canvas.theme.plain());
        rows += 1;
    }
    rows
}

/// A bar for each month, the sum of the year, and its band with the name of the scale.
fn sum(canvas: &mut Canvas<'_>, line: Rect, (attended, months): (Attended, &[(Month, Option<u32>)]), scale: ScaleName) {
    let mut bars: String = months.iter().map(|(_, percent)| bar(*percent)).collect();
    if !bars.is_empty() {
        bars.push_str("  ");
    }
    let band = scale.band_of(Some(attended.share));
    let (plain, quiet) = (canvas.theme.plain(), canvas.theme.quiet());
    let of = format!("{} · ", counts::of_year(canvas.lang, attended));
    let (style, band) = (canvas.theme.any_band(band), reasons::any_band(band).of(canvas.lang));
    let scale = format!(" ({})", scale.title());
    canvas.pen.pieces(line, &[(&bars, plain), (&of, plain), (band, style), (&scale, quiet)]);
}

/// A percent as a bar of eight heights; nothing known is a dot, which is no height.
fn bar(percent: Option<u32>) -> char {
    const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let height = percent.map(|percent| usize::try_from(percent * 8 / 101).unwrap_or(7));
    height.map_or('·', |height| HEIGHTS.get(height).copied().unwrap_or('█'))
}

/// What the team decided about the student's place in the list; why only together with the names.
fn decision(canvas: &mut Canvas<'_>, area: Rect, app: &App, student: &Student) -> Rect {
    let Some(attention) = &student.attention else { return area };
    let rest = label(canvas, row(area, 0), word::LIST);
    let hidden = word::RESTRICTED.of(canvas.lang);
    let why = if app.shows_names() { attention.reason.as_str() } else { hidden };
    let line = format!("{} · {why}", reasons::decision(canvas.lang, attention));
    canvas.pen.text(indent(rest, 2), &line, canvas.theme.plain());
    below(area, 1)
}
