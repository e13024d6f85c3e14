//! The card of a student, in words one can say to a family.

mod head;

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
    let selected = match card.list.selected() {
        Some(CardLine::Figure(figure)) => Some(figure),
        _ => None,
    };
    let body = head::draw(canvas, body, (app, open), (student, row), selected);
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

/// Reasons, contacts and actions: the lines that can be opened.
fn lines(canvas: &mut Canvas<'_>, area: Rect, app: &App, (open, card, review): (&OpenNotebook, &Card, Option<&Row>)) {
    let area = below(area, 1);
    // The figures above stand still: the window is the room they have and this.
    let (height, figures) = (usize::from(area.height), card.figures());
    let top = card.list.top(height + figures).min(card.list.at().saturating_sub(figures));
    canvas.seen.card = Window { top, height: height + figures };
    if card.list.entries().len() == figures {
        let none = word::NOTHING_ON_CARD;
        canvas.pen.text(indent(area, 1), none.of(canvas.lang), canvas.theme.quiet());
    }
    let mut before: Option<Both> = None;
    for (at, entry) in card.list.entries().iter().enumerate().skip(figures + top).take(height) {
        let place = row(area, u16::try_from(at - figures - top).unwrap_or(0));
        let selected = at == card.list.at();
        let Some(name) = chapter(entry.key) else { continue };
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

/// The chapter of a line; figures have their own labels.
const fn chapter(line: CardLine) -> Option<Both> {
    match line {
        CardLine::Figure(_) => None,
        CardLine::Reason(_) => Some(word::REASONS),
        CardLine::Contact(_) => Some(word::FOLLOW_UP),
        CardLine::Action(_) => Some(word::ACTIONS),
    }
}

fn sentence(lang: Lang, app: &App, open: &OpenNotebook, (line, review): (CardLine, Option<&Row>)) -> String {
    let book = open.notebook();
    match line {
        CardLine::Figure(_) => String::new(),
        CardLine::Reason(at) => {
            review.and_then(|row| row.reasons.get(at)).map(|reason| reasons::line(lang, *reason)).unwrap_or_default()
        }
        CardLine::Contact(id) => book.contacts.get(id).map(|contact| follow_up(lang, app, contact)).unwrap_or_default(),
        CardLine::Action(id) => {
            book.actions.get(id).map(|action| counts::action(lang, action, app.now.today)).unwrap_or_default()
        }
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
