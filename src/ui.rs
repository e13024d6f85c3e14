//! Drawing: `view(app) -> cells`. Mirrors `app` file for file.
//!
//! Owns layout, theme and symbols. Never changes the app, reads a disk or a clock; what it learned about the size of
//! lists goes back as [`Seen`].

pub mod bar;
pub mod chart;
pub mod field;
pub mod import;
pub mod layout;
pub mod lines;
pub mod overlay;
pub mod pen;
pub mod screen;
pub mod theme;
pub mod tutor;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    app::{App, SMALLEST, Seen, form::wrap, lang::Lang, overlay::Overlay},
    text::places::word,
};
use pen::Pen;
use theme::Theme;

/// A frame being drawn: cells, the place of the terminal's cursor, and what the app learns from it.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The cells.
    pub pen: Pen<'a>,
    /// Where the real cursor goes: the caret in a field, the start of the selected row elsewhere.
    pub cursor: Option<Position>,
    /// What was seen.
    pub seen: Seen,
    /// Roles to styles.
    pub theme: Theme,
    /// The language.
    pub lang: Lang,
}

/// Draws the program; gives the place of the cursor and what the app has to learn from the drawing.
pub fn view(buffer: &mut Buffer, app: &App, theme: Theme) -> (Option<Position>, Seen) {
    let area = buffer.area;
    let mut canvas = Canvas { pen: Pen::new(buffer), cursor: None, seen: Seen::default(), theme, lang: app.look.lang };
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        canvas.too_small(area);
    } else {
        canvas.program(area, app);
    }
    (canvas.cursor, canvas.seen)
}

impl Canvas<'_> {
    fn too_small(&mut self, area: Rect) {
        let sentence = format!("{} {}x{}", word::SMALL.of(self.lang), SMALLEST.0, SMALLEST.1);
        let lines = wrap::wrap(&sentence, usize::from(area.width.max(1)));
        for (line, at) in lines.into_iter().zip(0..area.height) {
            self.pen.text(pen::row(area, at), sentence.get(line).unwrap_or_default(), self.theme.plain());
        }
        self.cursor = (!area.is_empty()).then_some(Position::new(area.x, area.y));
    }

    fn program(&mut self, area: Rect, app: &App) {
        let area = tutor::draw(self, area, app);
        let foot = bar::Foot::of(app, area);
        let (body, rows) = layout::foot(area, foot.rows());
        // A form takes the place of what it is about; smaller overlays lie on top of it.
        match app.overlays.iter().rev().find(|overlay| matches!(overlay, Overlay::Form(_) | Overlay::Import(_))) {
            Some(Overlay::Form(form)) => overlay::form::draw(self, body, app, form),
            Some(Overlay::Import(import)) => import::draw(self, body, app, import),
            _ => match &app.open {
                Some(open) => screen::notebook::draw(self, body, app, open),
                None => screen::shelf::draw(self, body, app),
            },
        }
        match app.overlays.last() {
            Some(Overlay::Confirm(question)) => overlay::message::confirm(self, body, question),
            Some(Overlay::Help(help)) => overlay::help::draw(self, body, help),
            Some(Overlay::Palette(palette)) => overlay::palette::draw(self, body, app, palette),
            Some(Overlay::Message(message)) => overlay::message::draw(self, body, app, message),
            Some(Overlay::Form(_) | Overlay::Import(_)) | None => {}
        }
        foot.draw(self, rows, app);
    }
}
