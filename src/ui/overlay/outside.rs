//! What somebody changed in a file outside the program: one line a change, and what can be done.

use std::path::Path;

use ratatui::layout::Rect;

use super::open_box;
use crate::{
    app::{App, form::wrap},
    notebook::{Notebook, edit::Change, id::Id, personal::Reveal, student::Student},
    text::{outside, outside::Naming, places::word},
    ui::{
        Canvas,
        field::text,
        pen::{below, row, start},
        screen::{panes, students},
    },
};

/// Columns of the dialog, where the window has them.
const WIDTH: u16 = 92;
/// Changes that are seen at once before anything else has room.
const LEAST: u16 = 4;
/// Columns of the kind of an item and of what became of it.
const COLUMNS: [usize; 2] = [12, 11];

/// A file as it was changed.
#[derive(Debug, Clone, Copy)]
pub struct Changed<'a> {
    /// The file.
    pub path: &'a Path,
    /// What is different.
    pub changes: &'a [Change],
    /// The last version that was kept.
    pub last_known: &'a Notebook,
    /// The first line on the screen.
    pub top: usize,
}

/// Draws the dialog.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, app: &App, outside: Changed<'_>) {
    let lang = canvas.lang;
    let columns = WIDTH.min(area.width.saturating_sub(4)).max(1);
    let choice = outside::CHOICE.of(lang);
    let choice_rows = count(wrap::wrap(choice, usize::from(columns)).len());
    let rows = count(outside.changes.len()).saturating_add(choice_rows).saturating_add(3);
    let inside = open_box(canvas, area, &outside::title(lang, outside.changes.len()), (columns, rows));
    // In a small window the changes come first: the bar says the keys.
    let least = count(outside.changes.len()).min(LEAST);
    let (head, foot) = match inside.height {
        height if height >= least + choice_rows + 3 => (2, choice_rows + 1),
        height if height > least => (1, 0),
        _ => (0, 0),
    };
    self::head(canvas, Rect { height: inside.height.min(head), ..inside }, app, outside);
    let list = Rect { height: inside.height - head - foot, ..below(inside, head) };
    changes(canvas, list, app, outside);
    let rest = below(list, list.height);
    panes::paragraph(canvas, Rect { y: rest.y + 1, height: foot.saturating_sub(1), ..list }, choice);
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// The file; and that names can be read on the wall.
fn head(canvas: &mut Canvas<'_>, area: Rect, app: &App, outside: Changed<'_>) {
    let mut line = row(area, 0);
    if app.shows_names() {
        line = canvas.pen.right(line, word::NAMES_SHOWN.of(canvas.lang), canvas.theme.trouble());
        line.width = line.width.saturating_sub(1);
    }
    let name = outside.path.file_name().unwrap_or_default().to_string_lossy();
    canvas.pen.text(line, &name, canvas.theme.quiet());
}

fn changes(canvas: &mut Canvas<'_>, area: Rect, app: &App, outside: Changed<'_>) {
    let height = usize::from(area.height);
    let top = outside.top.min(outside.changes.len().saturating_sub(height));
    canvas.seen.text = (outside.changes.len(), height);
    let shows = app.shows_names();
    let naming = Naming {
        student: &|student| students::name_or_code(student, shows),
        find: &|id| outside.student(id),
        leave: shows.then_some(Reveal::OnScreen),
    };
    for (at, change) in outside.changes.iter().skip(top).take(height).enumerate() {
        self::change(canvas, row(area, count(at)), (change, &naming));
    }
    canvas.cursor = start(area);
}

fn change(canvas: &mut Canvas<'_>, area: Rect, (change, naming): (&Change, &Naming<'_>)) {
    let lang = canvas.lang;
    let (sign, fate) = outside::fate(change);
    let (kind, fate) = (outside::kind(change.kind()).of(lang), fate.of(lang));
    let [kind, fate] = if area.width < 60 {
        [format!("{kind} "), format!("{fate} ")]
    } else {
        let [wide, less] = COLUMNS;
        [text::pad_right(kind, wide), text::pad_right(fate, less)]
    };
    let (key, plain, quiet) = (canvas.theme.key(), canvas.theme.plain(), canvas.theme.quiet());
    let rest = canvas.pen.pieces(area, &[(sign, key), (" ", plain), (&kind, plain), (&fate, quiet)]);
    canvas.pen.text(rest, &outside::which(lang, change, naming), plain);
}

impl<'a> Changed<'a> {
    /// A student who was known, or is among the changes.
    fn student(self, id: Id<Student>) -> Option<&'a Student> {
        let added = || {
            self.changes.iter().find_map(|change| match change {
                Change::Student(swap) => swap.after.as_deref().filter(|student| student.id == id),
                _ => None,
            })
        };
        self.last_known.students.get(id).or_else(added)
    }
}
