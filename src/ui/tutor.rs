//! The tutor's rows on top of the window, and what is left under them: nothing that it says lies over something.

use ratatui::{layout::Rect, style::Style};

use super::{
    Canvas, SMALLEST,
    field::text,
    pen::{below, indent, row},
};
use crate::{
    app::{
        App,
        command::Command,
        form::wrap,
        keymap,
        tutor::{Hint, Lesson, Tutor, hint},
    },
    text::tutor as words,
};

/// Rows where there is room: two lines, and the rule under them.
const FULL: u16 = 3;
/// The height from which all of them are shown.
const ROOMY: u16 = 16;

/// Draws the tutor where one runs; gives the rest of the window.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App) -> Rect {
    let Some(tutor) = app.tutor.as_deref().filter(|tutor| !tutor.is_hidden) else { return area };
    let rows = match area.height {
        ROOMY.. => FULL,
        height => height.saturating_sub(SMALLEST.1).min(2),
    };
    if rows == 0 {
        return area;
    }
    let strip = Rect { height: rows, ..area };
    let said = said(canvas, app, tutor, usize::from(area.width.saturating_sub(2)), rows);
    for (at, line) in said.iter().enumerate() {
        let place = indent(row(strip, u16::try_from(at).unwrap_or(u16::MAX)), 1);
        spoken(canvas, place, line);
    }
    if rows == FULL {
        rule(canvas, row(strip, FULL - 1), app, tutor.lesson(app));
    }
    below(area, rows)
}

/// The lines to say: why and which key; where they do not fit, the key alone.
fn said(canvas: &Canvas<'_>, app: &App, tutor: &Tutor, columns: usize, rows: u16) -> Vec<String> {
    let (lang, hint) = (canvas.lang, tutor.hint(app));
    let act = words::act(lang, hint, &hint.keys(app), &hint::keys_of_begin());
    let why = glad(canvas, tutor, hint, words::why(lang, hint, tutor.day), columns);
    if rows == FULL && text::width(&act) <= columns && text::width(&why) <= columns {
        return vec![why, act];
    }
    let lines = usize::from(rows.min(2));
    let ranges = wrap::wrap(&act, columns.max(1));
    let mut said: Vec<String> =
        ranges.into_iter().map(|range| act.get(range).unwrap_or("").trim_end().to_owned()).collect();
    if said.len() > lines {
        let rest = said.split_off(lines - 1);
        said.push(rest.join(" "));
    }
    said
}

/// A word about what was done goes before why, where both fit.
fn glad(canvas: &Canvas<'_>, tutor: &Tutor, hint: Hint, why: String, columns: usize) -> String {
    let is_next = matches!(
        hint,
        Hint::Do(_) | Hint::Again(_) | Hint::Step(_) | Hint::Pane(_) | Hint::Fill(Lesson::Predict | Lesson::Guess, ..)
    );
    let Some(won) = tutor.won().filter(|_| is_next) else { return why };
    let both = format!("{} {why}", words::won(won).of(canvas.lang));
    if text::width(&both) <= columns { both } else { why }
}

/// A line in which what is to be pressed or typed stands out; it stands between quotes besides.
fn spoken(canvas: &mut Canvas<'_>, area: Rect, line: &str) {
    let (plain, key) = (canvas.theme.plain(), canvas.theme.key());
    let mut pieces: Vec<(&str, Style)> = Vec::new();
    for piece in line.split_inclusive(['«', '“']) {
        match piece.split_once(['»', '”']) {
            Some((quoted, rest)) => {
                let end = piece.len() - rest.len();
                pieces.push((quoted, key));
                pieces.push((piece.get(quoted.len()..end).unwrap_or(""), plain));
                pieces.push((rest, plain));
            }
            None => pieces.push((piece, plain)),
        }
    }
    canvas.pen.pieces(area, &pieces);
}

/// The line between the tutor and the notebook: which lesson, and how to go on without it.
fn rule(canvas: &mut Canvas<'_>, area: Rect, app: &App, lesson: Lesson) {
    let (lang, frame) = (canvas.lang, canvas.theme.frame(true));
    canvas.pen.rule(area, '━', frame);
    let keys = keymap_of(canvas, app);
    let rest = canvas.pen.right(
        Rect { width: area.width.saturating_sub(1), ..area },
        &format!(" {keys} "),
        canvas.theme.plain(),
    );
    let number = lesson.number().min(Lesson::COUNT);
    let title = format!(" {} {number}/{} · {} ", words::TUTOR.of(lang), Lesson::COUNT, words::title(lesson).of(lang));
    canvas.pen.text(indent(rest, 1), &title, canvas.theme.title());
}

fn keymap_of(canvas: &Canvas<'_>, app: &App) -> String {
    let place = app.place();
    let named = [(Command::SkipLesson, words::SKIP), (Command::HideTutor, words::HIDE)];
    let named = named
        .into_iter()
        .filter_map(|(command, name)| Some(format!("{} {}", keymap::key_for(&place, command)?, name.of(canvas.lang))));
    named.collect::<Vec<_>>().join("  ")
}
