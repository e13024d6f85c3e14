//! What lies on top of a preview: the list of meanings, the list of schools, a question about two students.

use ratatui::layout::Rect;

use crate::{
    app::{
        App,
        import::{
            meaning::{self, Meanings},
            preview::Preview,
        },
        list::ListState,
    },
    notebook::student::Student,
    text::{
        importing::{self, columns, rows},
        places::word,
    },
    ui::{
        Canvas,
        overlay::open_box,
        pen::{below, indent, row, start},
        screen::{panes, students},
    },
};

/// Columns of the lists.
const WIDTH: u16 = 60;

/// What a column can mean.
pub fn meanings(canvas: &mut Canvas<'_>, area: Rect, meanings: &Meanings) {
    let lang = canvas.lang;
    let title = format!("{} «{}»", importing::MEANS.of(lang), meanings.header.trim());
    let rows = u16::try_from(meanings.list.entries().len() + 1).unwrap_or(u16::MAX);
    let inside = open_box(canvas, area, &title, (WIDTH, rows));
    let window = panes::rows(
        canvas,
        inside,
        (&meanings.list, true, ["", word::NOTHING_FOUND.of(canvas.lang)]),
        |canvas, place, at, selected| {
            let name = meaning::choice(at).map(|choice| columns::choice(lang, choice)).unwrap_or_default();
            canvas.pen.text(place, &name, canvas.theme.selected(selected));
        },
    );
    canvas.seen.import = window;
}

/// The notebooks of the shelf.
pub fn schools(canvas: &mut Canvas<'_>, area: Rect, app: &App, list: &ListState<usize>) {
    let rows = u16::try_from(list.entries().len() + 1).unwrap_or(u16::MAX);
    let title = importing::WHICH_SCHOOL.of(canvas.lang);
    let inside = open_box(canvas, area, title, (WIDTH, rows));
    let window = panes::rows(
        canvas,
        inside,
        (list, true, ["", word::NOTHING_FOUND.of(canvas.lang)]),
        |canvas, place, at, selected| {
            let school = app.shelf.lines.get(at).and_then(|line| line.row.as_ref().ok());
            let Some(school) = school else { return };
            let rest = canvas.pen.text(place, school.name.as_str(), canvas.theme.selected(selected));
            canvas.pen.text(indent(rest, 1), &school.rbd.to_string(), canvas.theme.quiet());
        },
    );
    canvas.seen.import = window;
}

/// Whether a row is about a student who is known: the two stand one above the other.
pub fn question(canvas: &mut Canvas<'_>, area: Rect, app: &App, preview: &Preview) {
    let Some(question) = preview.question() else { return };
    let (lang, names) = (canvas.lang, app.shows_names());
    let title = rows::question_title(lang, preview.open_questions());
    let inside = open_box(canvas, area, &title, (66, 9));
    let (plain, quiet) = (canvas.theme.plain(), canvas.theme.quiet());
    let rest = panes::paragraph(canvas, inside, rows::likeness(question.likeness).of(lang));
    let body = below(inside, rest.y.saturating_sub(inside.y) + 1);
    canvas.pen.text(row(body, 0), &rows::of_file(lang, question.row), quiet);
    if let Some(record) = preview.reading.records.get(question.asked.record) {
        let course = record.course.as_ref().map(ToString::to_string).unwrap_or_default();
        let born = record.birth.map(|birth| format!("{} {}", rows::BORN.of(lang), rows::birth(lang, birth)));
        let parts = [course, rows::who(record, names), born.unwrap_or_default(), rows::figures_of(lang, record)];
        canvas.pen.text(indent(row(body, 1), 2), &joined(&parts), plain);
    }
    canvas.pen.text(row(body, 2), rows::KNOWN.of(lang), quiet);
    canvas.pen.text(indent(row(body, 3), 2), &known(canvas, &question.known, names), plain);
    canvas.pen.text(row(body, 5), rows::ANSWERS.of(lang), canvas.theme.key());
    canvas.cursor = start(row(body, 5)).or(start(inside));
}

fn known(canvas: &Canvas<'_>, student: &Student, names: bool) -> String {
    let run =
        student.run.as_ref().map(|run| rows::shown_run(run.reveal(crate::notebook::personal::Reveal::OnScreen), names));
    let born = student
        .born
        .map(|day| format!("{} {}", rows::BORN.of(canvas.lang), crate::text::figures::day(canvas.lang, day)));
    let who = students::name_or_code(student, names);
    joined(&[student.course.to_string(), who, run.unwrap_or_default(), born.unwrap_or_default()])
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}
