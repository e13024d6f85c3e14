//! The pane of students: the list of the data review.

use ratatui::layout::Rect;

use super::panes;
use crate::{
    app::{
        App,
        open_notebook::{OpenNotebook, Pane},
    },
    insight::review::Row,
    notebook::{personal::Reveal, student::Student},
    text::{counts, figures, places, places::word, reasons},
    ui::{
        Canvas,
        pen::{below, indent, row},
    },
};

/// Columns of the list: course, code or name, attendance, days to recover, contact; the reasons take the rest.
#[derive(Debug, Clone, Copy)]
struct Columns {
    course: u16,
    name: u16,
    percent: u16,
    recover: u16,
    contact: u16,
}

impl Columns {
    fn of(width: u16, names: bool) -> Self {
        let name = if names { (width / 3).clamp(10, 30) } else { 10 };
        match width {
            ..40 => Self { course: 7, name, percent: 8, recover: 0, contact: 0 },
            40..60 => Self { course: 7, name, percent: 9, recover: 7, contact: 0 },
            _ => Self { course: 7, name: name + 1, percent: 9, recover: 7, contact: 13 },
        }
    }

    fn split(self, area: Rect) -> [Rect; 6] {
        let mut rest = area;
        [self.course, self.name, self.percent, self.recover, self.contact, u16::MAX].map(|width| {
            let cell = Rect { width: rest.width.min(width.saturating_sub(1)), ..rest };
            rest = indent(rest, width);
            cell
        })
    }
}

/// Draws the pane.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, open: &OpenNotebook) {
    let focused = open.focus == Pane::Students && open.card.is_none();
    let title = places::pane(Pane::Students).of(canvas.lang);
    let mut body = panes::titled(canvas, area, (title, &sums(canvas, open)), focused);
    let columns = Columns::of(body.width, app.shows_names());
    if body.height >= 5 && !open.students.entries().is_empty() {
        titles(canvas, row(body, 0), columns);
        body = below(body, 1);
    }
    let empty = word::NO_STUDENTS.of(canvas.lang);
    let window = panes::rows(canvas, body, (&open.students, focused, empty), |canvas, place, at, selected| {
        if let Some(student) = open.review.rows.get(at) {
            student_row(canvas, columns.split(place), (student, selected), (app, open));
        }
    });
    canvas.seen.panes[0] = window;
}

/// How many the team can follow, how many have a reason, how many there are.
fn sums(canvas: &Canvas<'_>, open: &OpenNotebook) -> String {
    let (lang, review) = (canvas.lang, &open.review);
    let number = |n| figures::number(lang, n);
    if open.students.is_filtered() {
        return format!("{} / {}", number(open.students.entries().len()), number(review.rows.len()));
    }
    let (flagged, capacity) = (counts::flagged(lang, review.flagged), counts::capacity(lang, review.capacity));
    format!("{} · {flagged} · {capacity} · {}", number(review.rows.len()), review.year)
}

fn titles(canvas: &mut Canvas<'_>, area: Rect, columns: Columns) {
    let words = [word::COURSE, word::STUDENT, word::ATTENDANCE, word::RECOVER, word::CONTACT, word::REASONS];
    for (cell, title) in columns.split(indent(area, 2)).into_iter().zip(words) {
        canvas.pen.text(cell, title.of(canvas.lang), canvas.theme.quiet());
    }
}

fn student_row(
    canvas: &mut Canvas<'_>,
    cells: [Rect; 6],
    (student, selected): (&Row, bool),
    (app, open): (&App, &OpenNotebook),
) {
    let (lang, today) = (canvas.lang, app.now.today);
    let plain = canvas.theme.plain();
    let [course, name, percent, recover, contact, reasons] = cells;
    canvas.pen.text(course, &student.course.to_string(), plain);
    let in_focus = open.cycle().is_some_and(|cycle| cycle.focus.contains(&student.student));
    let shown = open.notebook().students.get(student.student).map(|who| name_or_code(who, app.shows_names()));
    let shown = shown.unwrap_or_else(|| student.code.clone());
    let rest = canvas.pen.text(name, &shown, canvas.theme.selected(selected));
    if in_focus {
        canvas.pen.text(Rect { width: 1, ..rest }, "•", canvas.theme.key());
    }
    let value = student.attended.and_then(|attended| attended.share.percent_hundredths());
    let value = value.map_or_else(|| "—".to_owned(), |value| figures::percent(lang, value));
    canvas.pen.right(percent, &value, plain);
    if student.to_recover > 0 {
        canvas.pen.right(recover, &format!("{} d", student.to_recover), plain);
    }
    let last = student.last_contact.map_or_else(|| word::NEVER.of(lang).to_owned(), |on| figures::ago(lang, on, today));
    canvas.pen.text(contact, &last, plain);
    self::reasons(canvas, reasons, student);
}

fn reasons(canvas: &mut Canvas<'_>, area: Rect, student: &Row) {
    let mut rest = area;
    for (at, reason) in student.reasons.iter().enumerate() {
        if at > 0 {
            rest = canvas.pen.text(rest, " · ", canvas.theme.plain());
        }
        rest = canvas.pen.text(rest, &reasons::short(canvas.lang, *reason), canvas.theme.reason(*reason));
    }
}

/// What the wall may see of a student: the code, or the name for as long as names are shown.
pub fn name_or_code(student: &Student, names: bool) -> String {
    if names && student.has_name() { student.name(Reveal::OnScreen) } else { student.code() }
}
