//! The last rows: what can be done here, from the key table, as many keys as fit; or what is to be said, over as many rows
//! as it needs. Over a dialog the keys stay: they are how it is answered.

use ratatui::layout::Rect;

use super::{
    Canvas,
    field::text,
    pen::{below, indent, row},
};
use crate::{
    app::{App, command::Command, form::wrap, key::Chord, notice::Notice, overlay::Overlay},
    text::{commands, notices},
};

/// The part of the window that may be taken by what is to be said.
const SHARE: u16 = 4;

/// What stands in the last rows.
#[derive(Debug)]
pub struct Foot {
    /// Lines to say, and whether each is about trouble.
    said: Vec<(String, bool)>,
    keys: bool,
}

impl Foot {
    /// What there is to say in a window, and whether the keys stand under it.
    pub fn of(app: &App, window: Rect) -> Self {
        let waits = (app.is_waiting_to_leave() && app.overlays.is_empty()).then_some(&Notice::StillLeaving);
        let notices = app.notice.iter().flat_map(Notice::each).chain(waits);
        let columns = usize::from(window.width.saturating_sub(2).max(1));
        let lines = notices.flat_map(|notice| lines(app, notice, columns)).collect();
        let said = at_most(lines, usize::from((window.height / SHARE).max(1)));
        let keys = said.is_empty() || matches!(app.overlays.last(), Some(Overlay::Message(_)));
        Self { said, keys }
    }

    /// How many rows it takes.
    pub fn rows(&self) -> u16 {
        u16::try_from(self.said.len()).unwrap_or(u16::MAX).saturating_add(u16::from(self.keys))
    }

    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, app: &App) {
        let area = indent(area, 1);
        for (at, (line, is_trouble)) in self.said.iter().enumerate() {
            let style = if *is_trouble { canvas.theme.trouble() } else { canvas.theme.good() };
            canvas.pen.text(row(area, u16::try_from(at).unwrap_or(u16::MAX)), line, style);
        }
        if self.keys {
            keys(canvas, below(area, area.height.saturating_sub(1)), app);
        }
    }
}

/// A notice in lines of so many columns.
fn lines(app: &App, notice: &Notice, columns: usize) -> Vec<(String, bool)> {
    let sign = if notice.is_trouble() { "! " } else { "" };
    let sentence = format!("{sign}{}", notices::notice(app.look.lang, notice)).replace(['\n', '\t'], " ");
    let ranges = wrap::wrap(&sentence, columns);
    let line = |range| sentence.get(range).unwrap_or("").trim_end().to_owned();
    ranges.into_iter().map(|range| (line(range), notice.is_trouble())).collect()
}

/// Lines in so many rows: where they do not fit, the last row says that there is more.
fn at_most(mut lines: Vec<(String, bool)>, rows: usize) -> Vec<(String, bool)> {
    if lines.len() > rows {
        let more = lines.split_off(rows.saturating_sub(1));
        let is_trouble = more.iter().any(|(_, is_trouble)| *is_trouble);
        let words: Vec<String> = more.into_iter().map(|(line, _)| line).collect();
        lines.push((words.join(" "), is_trouble));
    }
    lines
}

fn keys(canvas: &mut Canvas<'_>, area: Rect, app: &App) {
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
