//! The keys of a place, from the key table; of a notebook also what its signs mean.

use ratatui::layout::Rect;

use super::open_box;
use crate::{
    app::{
        keymap::{self, Context},
        lang::Lang,
        overlay::Help,
    },
    text::{commands, places, places::word, signs},
    ui::{Canvas, field::text, pen::row, pen::start},
};

/// Draws the help.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, help: &Help) {
    let lines = lines(canvas.lang, &help.place);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inside = open_box(canvas, area, word::HELP.of(canvas.lang), (72, rows));
    let height = usize::from(inside.height);
    let top = help.top.min(lines.len().saturating_sub(height));
    canvas.seen.text = (lines.len(), height);
    for (at, line) in lines.iter().skip(top).take(height).enumerate() {
        let place = row(inside, u16::try_from(at).unwrap_or(0));
        match line {
            Line::Chapter(name) => canvas.pen.text(place, name, canvas.theme.title()),
            Line::Key(keys, what) => canvas
                .pen
                .pieces(place, &[(&text::pad_right(keys, 18), canvas.theme.key()), (what, canvas.theme.plain())]),
            Line::Blank => place,
        };
    }
    canvas.cursor = start(inside);
}

enum Line {
    Chapter(&'static str),
    Key(String, &'static str),
    Blank,
}

/// The chapters of a place, innermost first; several keys of one command stand in one row. Signs come last.
fn lines(lang: Lang, place: &[Context]) -> Vec<Line> {
    let mut lines = Vec::new();
    for context in place {
        let bindings: Vec<_> = keymap::reachable(place).filter(|binding| binding.context == *context).collect();
        if bindings.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Chapter(places::context(*context).of(lang)));
        for binding in bindings {
            let keys: Vec<String> = binding
                .keys
                .iter()
                .filter(|chord| keymap::resolve(place, **chord) == Some(binding.command))
                .map(ToString::to_string)
                .collect();
            lines.push(Line::Key(keys.join("  "), commands::help(lang, binding.command)));
        }
    }
    if place.contains(&Context::Notebook) {
        for (name, signs) in signs::chapters(lang) {
            lines.extend([Line::Blank, Line::Chapter(name)]);
            lines.extend(signs.into_iter().map(|(sign, meaning)| Line::Key(sign, meaning)));
        }
    }
    lines
}
