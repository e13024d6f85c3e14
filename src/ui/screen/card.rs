//! The card of a student, in words one can say to a family.

use ratatui::layout::Rect;

use super::{panes, students};
use crate::{
    app::{
        App,
        card::{Card, CardLine},
        lang::Lang,
        list::Window,
        open_notebook::OpenNotebook,
    },
    insight::review::Row,
    notebook::{contact::Contact, student::Student},
    rules::attendance::scale::ScaleName,
    text::{Both, counts, fields, figures, places::word, reasons},
    ui::{
        Canvas,
        pen::{below, indent, row, start},
        theme::{MARKER, NO_MARKER},
    },
};

/// Columns of the labels on the left.
const LABEL: u16 = 14;

/// Draws the card.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, (open, card): (&OpenNotebook, &Card)) {
    let book = open.notebook();
    let Some(student) = book.students.get(card.student) else { return };
    let row = open.row(card.student);
    let body = head(canvas, area, app, (open, student));
    let body = attendance(canvas, body, (student, row), open.scale);
    let body = grades(canvas, body, student);
    let body = history(canvas, body, student);
    let body = decision(canvas, body, app, student);
    lines(canvas, body, app, (open, card, row));
}

fn head(canvas: &mut Canvas<'_>, area: Rect, app: &App, (open, student): (&OpenNotebook, &Student)) -> Rect {
    let shown = students::name_or_code(student, app.shows_names());
    let title = format!("{shown} · {}", student.course);
    let mut note = fields::status(student.status()).of(canvas.lang).to_owned();
    if open.cycle().is_some_and(|cycle| cycle.focus.contains(&student.id)) {
        note = format!("{note} · {}", word::IN_FOCUS.of(canvas.lang));
    }
    let body = panes::titled(canvas, area, (&title, &note), true);
    if !app.shows_names() && student.has_name() {
        let hint = format!(" [v] {} ", word::SEE_NAME.of(canvas.lang));
        let line = row(area, 0);
        canvas.pen.right(Rect { width: line.width.saturating_sub(1), ..line }, &hint, canvas.theme.key());
    }
    body
}

fn label(canvas: &mut Canvas<'_>, area: Rect, name: Both) -> Rect {
    canvas.pen.text(
        Rect { width: area.width.min(LABEL), ..indent(area, 1) },
        name.of(canvas.lang),
        canvas.theme.quiet(),
    );
    indent(area, LABEL + 1)
}

/// The months of the year, the sum, the band, and the way back to 85 %.
fn attendance(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (student, row_of): (&Student, Option<&Row>),
    scale: ScaleName,
) -> Rect {
    let lang = canvas.lang;
    let rest = label(canvas, row(area, 0), word::MONTHS);
    let Some((review, attended)) = row_of.and_then(|row| row.attended.map(|attended| (row, attended))) else {
        canvas.pen.text(rest, word::UNKNOWN.of(lang), canvas.theme.plain());
        return below(area, 1);
    };
    let year = attended.until.year();
    let months: Vec<String> = student
        .attendance
        .iter()
        .filter(|(month, _)| month.year() == year)
        .map(|(month, days)| {
            let whole = days.percent_hundredths().map_or_else(|| "—".to_owned(), |value| (value / 100).to_string());
            format!("{} {whole}", figures::month(lang, month))
        })
        .collect();
    canvas.pen.text(rest, &months.join("  "), canvas.theme.plain());
    let band = scale.band_of(Some(attended.share));
    let style = canvas.theme.any_band(band);
    let band = reasons::any_band(band).of(lang);
    let of = counts::of_year(lang, attended);
    let second = indent(row(area, 1), LABEL + 1);
    let plain = canvas.theme.plain();
    canvas.pen.pieces(
        second,
        &[(&of, plain), (" · ", plain), (band, style), (&format!(" ({})", scale.title()), canvas.theme.quiet())],
    );
    canvas.pen.text(
        indent(row(area, 2), LABEL + 1),
        &reasons::recovery(lang, review.to_recover, review.days_left),
        plain,
    );
    // A fall is worth a line; that nothing fell is not.
    let Some(recent) = review.recent.filter(|recent| recent.fall > 0) else { return below(area, 3) };
    canvas.pen.text(indent(row(area, 3), LABEL + 1), &counts::recent(lang, recent), plain);
    below(area, 4)
}

fn grades(canvas: &mut Canvas<'_>, area: Rect, student: &Student) -> Rect {
    let Some(year) = student.grades.iter().map(|grade| grade.year).max() else { return area };
    let rest = label(canvas, row(area, 0), word::GRADES);
    let decimal = |mark: String| figures::decimal(canvas.lang, &mark);
    let shown: Vec<String> = student
        .grades
        .iter()
        .filter(|grade| grade.year == year)
        .map(|grade| {
            let sign = if grade.mark.passes() { "" } else { " !" };
            format!("{} {}{sign}", grade.subject.as_str(), decimal(grade.mark.to_string()))
        })
        .collect();
    canvas.pen.text(rest, &format!("{year}: {}", shown.join(" · ")), canvas.theme.plain());
    below(area, 1)
}

fn history(canvas: &mut Canvas<'_>, area: Rect, student: &Student) -> Rect {
    if student.history.is_empty() {
        return area;
    }
    let rest = label(canvas, row(area, 0), word::TRAJECTORY);
    let shown: Vec<String> = student
        .history
        .iter()
        .map(|entry| {
            let name = fields::status(entry.status).of(canvas.lang);
            entry.since.map_or_else(|| name.to_owned(), |since| format!("{name} {}", figures::day(canvas.lang, since)))
        })
        .collect();
    canvas.pen.text(rest, &shown.join(" → "), canvas.theme.plain());
    below(area, 1)
}

/// What the team decided about the student's place in the list; why only together with the names.
fn decision(canvas: &mut Canvas<'_>, area: Rect, app: &App, student: &Student) -> Rect {
    let Some(attention) = &student.attention else { return area };
    let rest = label(canvas, row(area, 0), word::LIST);
    let hidden = word::RESTRICTED.of(canvas.lang);
    let why = if app.shows_names() { attention.reason.as_str() } else { hidden };
    canvas.pen.text(rest, &format!("{} · {why}", reasons::decision(canvas.lang, attention)), canvas.theme.plain());
    below(area, 1)
}

/// Reasons, contacts and actions: the lines that can be opened.
fn lines(canvas: &mut Canvas<'_>, area: Rect, app: &App, (open, card, review): (&OpenNotebook, &Card, Option<&Row>)) {
    let area = below(area, 1);
    let height = usize::from(area.height);
    let top = card.list.top(height);
    canvas.seen.card = Window { top, height };
    if card.list.entries().is_empty() {
        let none = word::NOTHING_ON_CARD;
        canvas.pen.text(indent(area, 1), none.of(canvas.lang), canvas.theme.quiet());
        canvas.cursor = start(area);
    }
    let mut before: Option<Both> = None;
    for (at, entry) in card.list.entries().iter().enumerate().skip(top).take(height) {
        let place = row(area, u16::try_from(at - top).unwrap_or(0));
        let selected = at == card.list.at();
        let name = chapter(entry.key);
        if before != Some(name) {
            label(canvas, place, name);
        }
        before = Some(name);
        let text = indent(place, LABEL + 1);
        let rest = canvas.pen.text(text, if selected { MARKER } else { NO_MARKER }, canvas.theme.plain());
        let style = canvas.theme.selected(selected);
        canvas.pen.text(rest, &sentence(canvas.lang, app, open, (entry.key, review)), style);
        if selected {
            canvas.cursor = start(text);
        }
    }
}

const fn chapter(line: CardLine) -> Both {
    match line {
        CardLine::Reason(_) => word::REASONS,
        CardLine::Contact(_) => word::FOLLOW_UP,
        CardLine::Action(_) => word::ACTIONS,
    }
}

fn sentence(lang: Lang, app: &App, open: &OpenNotebook, (line, review): (CardLine, Option<&Row>)) -> String {
    let book = open.notebook();
    match line {
        CardLine::Reason(at) => {
            review.and_then(|row| row.reasons.get(at)).map(|reason| reasons::line(lang, *reason)).unwrap_or_default()
        }
        CardLine::Contact(id) => book.contacts.get(id).map(|contact| follow_up(lang, app, contact)).unwrap_or_default(),
        CardLine::Action(id) => book
            .actions
            .get(id)
            .map(|action| {
                let due = action.due.map(|due| format!(" ({})", figures::day(lang, due))).unwrap_or_default();
                let late = if action.is_overdue(app.now.today) { " !" } else { "" };
                format!("{}{due}{late} · {}", action.what.as_str(), fields::action_state(&action.state).of(lang))
            })
            .unwrap_or_default(),
    }
}

/// A contact in one line; a restricted note shows only together with the names.
fn follow_up(lang: Lang, app: &App, contact: &Contact) -> String {
    let mut parts = vec![format!(
        "{} {}, {}",
        figures::day(lang, contact.on),
        fields::contact_kind(contact.kind).of(lang),
        fields::contact_result(contact.result).of(lang),
    )];
    if !contact.by.is_empty() {
        parts.push(contact.by.as_str().to_owned());
    }
    if let Some(next) = contact.next {
        let late = if next < app.now.today { " !" } else { "" };
        parts.push(format!("→ {}{late}", figures::day(lang, next)));
    }
    if contact.restricted && !app.shows_names() {
        parts.push(word::RESTRICTED.of(lang).to_owned());
    } else if !contact.note.is_empty() {
        parts.push(contact.note.as_str().to_owned());
    }
    parts.join(" · ")
}
