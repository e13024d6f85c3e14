//! The pane of students: the list of the data review.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::panes::{self, Cut};
use crate::{
    app::{
        App,
        open_notebook::{OpenNotebook, Pane},
        orders::Order,
    },
    insight::{reason::Finding, recovery::Recovery, review::Row},
    notebook::{personal::Reveal, student::Student},
    rules::attendance::scale::ScaleName,
    text::{cli::students as list, counts, figures, places, places::word, reasons},
    ui::{
        Canvas,
        field::text,
        pen::{below, indent, row},
    },
};

/// Columns of a title line that its two texts do not have.
const FRAME: usize = 7;

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
            _ => Self { course: 7, name: name + 1, percent: 9, recover: 7, contact: 15 },
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
    let sums = sums(canvas, open, usize::from(area.width).saturating_sub(text::width(title) + FRAME));
    let mut body = panes::titled(canvas, area, (title, &sums), focused);
    let columns = Columns::of(body.width, app.shows_names());
    if body.height >= 5 && !open.students.entries().is_empty() {
        titles(canvas, row(body, 0), columns);
        body = below(body, 1);
    }
    body = courses(canvas, body, open);
    let words = [word::NO_STUDENTS, places::nothing_found(Pane::Students)].map(|words| words.of(canvas.lang));
    let cut = shows_cut(body, open).then_some(open.review.listed);
    let shown = (&open.students, focused, words);
    let (window, line) = panes::rows_with_cut(canvas, body, shown, cut, |canvas, place, at, selected| {
        if let Some(student) = open.review.rows.get(at) {
            student_row(canvas, columns.split(place), (student, selected), (app, open));
        }
    });
    match line {
        Some(Cut::Here(line)) => {
            let columns = usize::from(line.width).saturating_sub(4);
            canvas.pen.rule(line, '┄', canvas.theme.quiet());
            let words = format!(" {} ", list::cut(canvas.lang, &open.review, columns));
            canvas.pen.text(indent(line, 2), &words, canvas.theme.plain());
        }
        Some(Cut::Away(line)) => {
            let words = list::position(canvas.lang, &open.review, open.students.at());
            canvas.pen.text(indent(line, 2), &words, canvas.theme.quiet());
        }
        None => {}
    }
    canvas.seen.panes[0] = window;
}

/// Whether the list is shown as it was made, from the first to the last, with room for the line where it is cut.
fn shows_cut(area: Rect, open: &OpenNotebook) -> bool {
    let is_whole = open.orders[0] == Order::Need && !open.students.is_filtered() && !open.students.typing;
    is_whole && area.height >= 4 && !open.students.entries().is_empty()
}

/// The one message about courses, at the foot, where the list keeps its room; gives the area above it.
fn courses(canvas: &mut Canvas<'_>, area: Rect, open: &OpenNotebook) -> Rect {
    let expected = open.notebook().school.limits.course_expected;
    let Some(message) = list::courses(canvas.lang, &open.review, expected).filter(|_| area.height >= 8) else {
        return area;
    };
    let above = Rect { height: area.height - 1, ..area };
    canvas.pen.text(indent(row(area, above.height), 2), &message, canvas.theme.key());
    above
}

/// How many are enrolled, how many have a reason, how many the team can follow; the last one, which is in the list too,
/// only where there is room for it. Of a search, how many it found of all.
fn sums(canvas: &Canvas<'_>, open: &OpenNotebook, columns: usize) -> String {
    let (lang, review) = (canvas.lang, &open.review);
    let number = |n| figures::number(lang, n);
    if open.students.is_filtered() {
        let (found, all) = (number(open.students.entries().len()), number(review.rows.len()));
        return format!("{found} {} {all}", word::OF.of(lang));
    }
    let sums = format!("{} · {}", counts::enrolled(lang, review.enrolled), counts::flagged(lang, review.flagged));
    let about = format!("{} · {}", review.year, open.scale.title());
    let full = format!("{sums} · {} · {about}", counts::capacity(lang, review.capacity));
    if text::width(&full) <= columns { full } else { format!("{sums} · {about}") }
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
    let value = student.attended.and_then(|attended| figures::share(lang, attended.share));
    canvas.pen.right(percent, value.as_deref().unwrap_or("—"), plain);
    let back = match student.recovery() {
        Recovery::There => String::new(),
        Recovery::Days(days) => format!("{days} d{}", if student.can_recover() { "" } else { "!" }),
        Recovery::NotKnown => "—".to_owned(),
    };
    canvas.pen.right(recover, &back, plain);
    canvas.pen.text(contact, &list::contact(lang, student, today), plain);
    self::reasons(canvas, reasons, (student, open.scale), today);
}

/// What the team decided, or where somebody is who has left; then the reasons, a band by its name on the scale of the
/// list.
fn reasons(canvas: &mut Canvas<'_>, area: Rect, (student, scale): (&Row, ScaleName), today: NaiveDate) {
    let mut rest = area;
    let mut apart = "";
    if let Some(decided) = list::decided(canvas.lang, student, today) {
        rest = canvas.pen.text(rest, &decided, canvas.theme.key());
        apart = " · ";
    } else if let Some(gone) = list::gone(canvas.lang, student) {
        rest = canvas.pen.text(rest, &gone, canvas.theme.quiet());
        apart = " · ";
    }
    for reason in &student.reasons {
        rest = canvas.pen.text(rest, apart, canvas.theme.plain());
        let said = match (reason.finding, scale) {
            (Finding::CriticalAttendance(of) | Finding::GraveAttendance(of), ScaleName::Agency) => {
                reasons::any_band(scale.band_of(Some(of.share))).of(canvas.lang).to_owned()
            }
            _ => reasons::short(canvas.lang, *reason),
        };
        rest = canvas.pen.text(rest, &said, canvas.theme.reason(*reason));
        apart = " · ";
    }
}

/// What the wall may see of a student: the code, or the name for as long as names are shown.
pub fn name_or_code(student: &Student, names: bool) -> String {
    if names && student.has_name() { student.name(Reveal::OnScreen) } else { student.code() }
}
