//! Lays a form out: labels, values, problems, as many fields as fit around the focused one.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    FieldStyles, FormWords, Look,
    kinds::{choice_field, columns, date_field, inset, multi_field, text_area, text_field, write},
    text::cut,
};
use crate::app::form::{Field, Form, FormField, Shape, wrap};

const PROBLEM_ROWS: usize = 3;

/// Draws a form and gives the place of the terminal's cursor. `area.width` must be the width that the form's operations
/// are given, so that "up" means what is seen. A field cut by the lower edge is drawn smaller.
pub fn form<L: Copy, P, K: Copy + Eq>(
    area: Rect,
    buf: &mut Buffer,
    form: &Form<L, P, K>,
    words: &FormWords<'_, L, P, K>,
    styles: &FieldStyles,
) -> Option<Position> {
    let area = area.intersection(buf.area);
    let shape = Shape::of(area.width);
    let blocks: Vec<Block> = form.fields().iter().map(|field| Block::of(field, words, shape)).collect();
    let heights: Vec<usize> = blocks.iter().map(|block| block.height(shape)).collect();
    let first = first_shown(&heights, form.focus(), usize::from(area.height));
    let mut rest = area;
    let mut cursor = None;
    for (place, (field, block)) in form.fields().iter().zip(&blocks).enumerate().skip(first) {
        if rest.is_empty() {
            break;
        }
        let look = Look { styles: *styles, focused: place == form.focus() };
        cursor = cursor.or(block.draw(rest, buf, (field, words), look));
        rest = below(rest, block.height(shape));
    }
    cursor
}

/// Gives the first field to show so that the focused one fits, if possible together with the next one.
fn first_shown(heights: &[usize], focus: usize, view: usize) -> usize {
    let fitting = |end: usize| {
        let mut used = 0;
        let fits = heights.iter().take(end + 1).rev().take_while(|height| {
            used += **height;
            used <= view
        });
        (end + 1).min(heights.len()) - fits.count()
    };
    let with_next = fitting(focus + 1);
    if with_next <= focus { with_next } else { fitting(focus).min(focus) }
}

fn below(area: Rect, rows: usize) -> Rect {
    let rows = columns(rows).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

fn top(area: Rect, rows: usize) -> Rect {
    Rect { height: area.height.min(columns(rows)), ..area }
}

/// The rows of one field.
struct Block {
    shape: Shape,
    value: usize,
    problem: Vec<String>,
}

impl Block {
    fn of<L: Copy, P, K: Copy + Eq>(field: &FormField<L, P, K>, words: &FormWords<'_, L, P, K>, shape: Shape) -> Self {
        let space = shape.space(&field.field);
        let sentence = field.problem.as_ref().map(|problem| (words.problem)(field.label, problem));
        let problem = sentence.map_or_else(Vec::new, |sentence| signed(&sentence, space.columns));
        Self { shape, value: space.rows, problem }
    }

    fn height(&self, shape: Shape) -> usize {
        usize::from(shape.above) + self.value + self.problem.len()
    }

    /// Draws what fits into `area`; the row with the cursor comes first, then the problem, then the label.
    fn draw<L: Copy, P, K: Copy + Eq>(
        &self,
        area: Rect,
        buf: &mut Buffer,
        (field, words): (&FormField<L, P, K>, &FormWords<'_, L, P, K>),
        look: Look,
    ) -> Option<Position> {
        let squeezed = look.focused && usize::from(area.height) < 2 + self.problem.len().min(1);
        let above = usize::from(self.shape.above && !squeezed);
        if above == 1 || !self.shape.above {
            let name = Rect { width: self.shape.label.min(area.width), ..area };
            label(name, buf, field, &(words.label)(field.label), look);
        }
        let left = if self.shape.above { 0 } else { usize::from(self.shape.label) };
        let room = inset(below(area, above), left);
        let problems = self.problem.len().min(usize::from(room.height).saturating_sub(1));
        let value = top(room, self.value.min(usize::from(room.height) - problems));
        let cursor = draw_value(value, buf, (field, words), look);
        let lines = below(room, usize::from(value.height));
        for (line, text) in lines.rows().zip(self.problem.iter().take(problems)) {
            write(line, buf, text, look.styles.problem);
        }
        cursor
    }
}

/// Wraps the sentence of a problem and puts the sign before it.
fn signed(sentence: &str, width: usize) -> Vec<String> {
    let width = width.saturating_sub(2);
    let rows = wrap::wrap(sentence, width);
    let line = |(place, range): (usize, std::ops::Range<usize>)| {
        let sign = if place == 0 { "! " } else { "  " };
        let last = place + 1 == PROBLEM_ROWS;
        let range = if last { range.start..sentence.len() } else { range };
        let text = sentence.get(range).unwrap_or_default().trim_end();
        format!("{sign}{}", if last { cut(text, width) } else { text.into() })
    };
    rows.into_iter().take(PROBLEM_ROWS).enumerate().map(line).collect()
}

fn label<L, P, K: Copy + Eq>(area: Rect, buf: &mut Buffer, field: &FormField<L, P, K>, name: &str, look: Look) {
    let sign = match (look.focused, field.problem.is_some()) {
        (true, _) => '>',
        (false, true) => '!',
        (false, false) => ' ',
    };
    let needed = if field.required { " *" } else { "" };
    let room = usize::from(area.width).saturating_sub(3 + needed.len());
    write(area, buf, &format!("{sign} {}{needed}", cut(name, room)), look.styles.label);
}

fn draw_value<L: Copy, P, K: Copy + Eq>(
    area: Rect,
    buf: &mut Buffer,
    (field, words): (&FormField<L, P, K>, &FormWords<'_, L, P, K>),
    look: Look,
) -> Option<Position> {
    let (cursor, bare) = match &field.field {
        Field::Text(text) => (text_field(area, buf, text, look), text.text().is_empty()),
        Field::Area(text) => (text_area(area, buf, text, look), text.text().is_empty()),
        Field::Date(date) => (date_field(area, buf, date, look), date.typed().text().is_empty()),
        Field::Choice(choice) => {
            let name = |at| (words.choice)(field.label, at);
            (choice_field(area, buf, (choice, &name), look), false)
        }
        Field::Multi(multi) => {
            let name = |key| (words.option)(field.label, key);
            (multi_field(area, buf, multi, &name, look), false)
        }
    };
    if bare {
        let hint = (words.hint)(field.label);
        write(area, buf, &cut(&hint, usize::from(area.width)), look.value().patch(look.styles.hint));
    }
    cursor
}
