//! The last row: what can be done here, from the key table, as many as fit; or the notice of the last command.

use ratatui::layout::Rect;

use super::{Canvas, field::text, pen::indent};
use crate::{
    app::{App, command::Command, key::Chord},
    text::{commands, notices},
};

/// Draws the bar.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App) {
    let area = indent(area, 1);
    if let Some(notice) = &app.notice {
        let style = if notice.is_trouble() { canvas.theme.trouble() } else { canvas.theme.good() };
        let sign = if notice.is_trouble() { "! " } else { "" };
        let sentence = notices::notice(canvas.lang, notice);
        canvas.pen.pieces(area, &[(sign, style), (&sentence, style)]);
        return;
    }
    let mut rest = area;
    for (key, name) in fitting(canvas, app, area.width) {
        rest = canvas
            .pen
            .pieces(rest, &[(&key, canvas.theme.key()), (" ", canvas.theme.plain()), (name, canvas.theme.plain())]);
        rest = indent(rest, 2);
    }
}

/// Keys with names, in order; help and quit are never the ones that are left out.
fn fitting(canvas: &Canvas<'_>, app: &App, width: u16) -> Vec<(String, &'static str)> {
    let named =
        |(key, command): (Chord, Command)| (command, key.to_string(), commands::command(command).bar.of(canvas.lang));
    let all: Vec<(Command, String, &'static str)> = app.bar().into_iter().map(named).collect();
    let columns = |key: &str, name: &str| text::width(key) + text::width(name) + 3;
    let is_kept = |command: &Command| matches!(command, Command::Help | Command::Quit);
    let mut room = usize::from(width) + 2;
    for (_, key, name) in all.iter().filter(|(command, ..)| is_kept(command)) {
        room = room.saturating_sub(columns(key, name));
    }
    let mut shown: Vec<(Command, String, &'static str)> = Vec::new();
    for (command, key, name) in all {
        let needed = columns(&key, name);
        if is_kept(&command) {
            shown.push((command, key, name));
        } else if needed <= room {
            room -= needed;
            shown.push((command, key, name));
        }
    }
    shown.sort_by_key(|(command, ..)| is_kept(command));
    shown.into_iter().map(|(_, key, name)| (key, name)).collect()
}
