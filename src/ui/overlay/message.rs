//! Questions and things to read.

use ratatui::layout::Rect;

use super::{contacts, open_box, outside};
use crate::{
    app::{
        App,
        card::Figure,
        form::wrap,
        overlay::{About, Message, Question},
    },
    insight,
    text::{account, card, files, handover, notices, places::word, reasons, stories},
    ui::{
        Canvas,
        pen::{row, start},
        screen::students,
    },
};

/// Columns of a message.
const WIDTH: u16 = 66;

/// Draws a question; the bar says which key is which answer.
pub fn confirm(canvas: &mut Canvas<'_>, area: Rect, question: &Question) {
    let sentence = notices::question(canvas.lang, question);
    let title = word::QUESTION.of(canvas.lang);
    let answers = word::ANSWERS.of(canvas.lang);
    lines(canvas, area, (title, &[sentence, String::new(), answers.to_owned()]), 0);
}

/// Draws something to read.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, message: &Message) {
    let lang = canvas.lang;
    let (title, sentences) = match &message.about {
        About::Outside(outside) => {
            let (path, changes, last_known) = (&outside.path, &outside.changes, &outside.last_known);
            outside::draw(canvas, area, app, outside::Changed { path, changes, last_known, top: message.top });
            return;
        }
        About::Contacts(analysis) => {
            contacts::draw(canvas, area, analysis, message.top);
            return;
        }
        About::Reason(student, reason) => {
            let who = app.open.as_ref().and_then(|open| open.notebook().students.get(*student));
            let who = who.map(|who| students::name_or_code(who, app.shows_names())).unwrap_or_default();
            (who, reasons::explain(lang, *reason, app.now.today))
        }
        About::Figure(student, figure) => {
            let Some(open) = &app.open else { return };
            let Some(who) = open.notebook().students.get(*student) else { return };
            let told = match figure {
                Figure::Attendance => card::attendance(lang, who, open.row(*student), open.scale),
                Figure::Grades => card::grades(lang, who, open.row(*student), open.review.year),
                Figure::Path => {
                    let handed = handover::of_student(lang, who, app.shows_names());
                    card::path(lang, who).into_iter().chain(handed).collect()
                }
            };
            (students::name_or_code(who, app.shows_names()), told)
        }
        About::Compared => {
            let Some((first, second)) = app.open.as_ref().and_then(|open| open.cycles_to_compare()) else { return };
            let Some(open) = &app.open else { return };
            let of = |cycle| insight::account::account(open.notebook(), cycle, app.now.today);
            let (first, second) = (of(first), of(second));
            let differences = insight::account::Difference::between(&first, &second);
            let told = account::comparison(lang, open.notebook(), (&first, &second), &differences, app.themes());
            let told = told.into_iter().map(|(indent, line)| format!("{:indent$}{line}", "")).collect();
            (word::COMPARED.of(lang).to_owned(), told)
        }
        About::Failure(failure) => {
            let (title, advice) = match failure.damaged() {
                Some(_) => (word::DAMAGED, files::RESCUE.of(lang)),
                None => (word::FAILED, files::advice(lang, failure)),
            };
            (title.of(lang).to_owned(), apart(vec![files::failure(lang, failure), advice.to_owned()]))
        }
        About::Story(story) => {
            let title = if story.rebuilt.is_some() { word::REBUILT } else { word::STORY };
            (title.of(lang).to_owned(), apart(stories::story(lang, story)))
        }
        About::Sending => (word::SENDING.of(lang).to_owned(), vec![handover::SENDING.of(lang).to_owned()]),
        About::Sent { path, sealed } => (word::SENT.of(lang).to_owned(), apart(handover::lies_at(lang, path, *sealed))),
        About::Repaired(texts) => (word::REPAIRED.of(lang).to_owned(), vec![notices::repaired(lang, *texts)]),
    };
    lines(canvas, area, (&title, &sentences), message.top);
}

/// Sentences with a blank line between them.
fn apart(sentences: Vec<String>) -> Vec<String> {
    let mut lines: Vec<String> = sentences.into_iter().flat_map(|sentence| [sentence, String::new()]).collect();
    lines.pop();
    lines
}

fn lines(canvas: &mut Canvas<'_>, area: Rect, (title, sentences): (&str, &[String]), top: usize) {
    let columns = WIDTH.min(area.width.saturating_sub(4)).max(1);
    let wrapped: Vec<String> = sentences
        .iter()
        .flat_map(|sentence| {
            let ranges = wrap::wrap(sentence, usize::from(columns));
            ranges.into_iter().map(|range| sentence.get(range).unwrap_or("").trim_end().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    let rows = u16::try_from(wrapped.len()).unwrap_or(u16::MAX);
    let inside = open_box(canvas, area, title, (columns, rows));
    let height = usize::from(inside.height);
    let top = top.min(wrapped.len().saturating_sub(height));
    canvas.seen.text = (wrapped.len(), height);
    for (at, line) in wrapped.iter().skip(top).take(height).enumerate() {
        canvas.pen.text(row(inside, u16::try_from(at).unwrap_or(0)), line, canvas.theme.plain());
    }
    canvas.cursor = start(inside);
}
