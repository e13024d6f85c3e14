//! One drawing function per kind of field. Each gives the place of the terminal's cursor if the field has the focus.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{
    Look,
    text::{cut, pad_left, width},
};
use crate::app::form::{ChoiceField, DateField, MultiField, TextArea, TextField, scroll, wrap};

/// Draws a line of text on the first row of `area`.
pub fn text_field(area: Rect, buf: &mut Buffer, field: &TextField, look: Look) -> Option<Position> {
    let field = &*field.shown();
    let row = first_row(area, buf);
    buf.set_style(row, look.value());
    let columns = usize::from(row.width);
    if !look.focused {
        write(row, buf, &cut(field.text(), columns), look.value());
        return None;
    }
    let (shown, column) = field.window(columns);
    write(row, buf, shown, look.value());
    cursor(row, column)
}

/// Draws a day as it is typed, on the first row of `area`.
pub fn date_field(area: Rect, buf: &mut Buffer, field: &DateField, look: Look) -> Option<Position> {
    text_field(area, buf, field.typed(), look)
}

/// Draws wrapped text, scrolled to its cursor; without the focus its beginning, with `…` where there is more.
pub fn text_area(area: Rect, buf: &mut Buffer, field: &TextArea, look: Look) -> Option<Position> {
    let area = area.intersection(buf.area);
    buf.set_style(area, look.value());
    let rows = field.rows(usize::from(area.width));
    let (at, column) = wrap::locate(field.text(), &rows, field.cursor());
    let top = if look.focused { scroll(at, rows.len(), usize::from(area.height)) } else { 0 };
    for (line, range) in area.rows().zip(rows.iter().skip(top)) {
        let text = field.text().get(range.clone()).unwrap_or_default();
        write(line, buf, text, look.value());
    }
    let hidden = rows.get(top + usize::from(area.height)).is_some();
    if hidden && !look.focused {
        let last = Rect { x: area.right().saturating_sub(1), y: area.bottom().saturating_sub(1), width: 1, height: 1 };
        write(last.intersection(area), buf, "…", look.styles.hint);
    }
    let line = area.rows().nth(at - top);
    line.filter(|_| look.focused).and_then(|line| cursor(line, column))
}

/// Draws the chosen option on the first row of `area`, by its name. With the focus all options stand there with the digits
/// that choose them, the chosen one in brackets; where they do not fit, the chosen one between signs that show where there
/// are more, with its number and their count beside it.
pub fn choice_field(
    area: Rect,
    buf: &mut Buffer,
    (field, name): (&ChoiceField, &dyn Fn(Option<usize>) -> String),
    look: Look,
) -> Option<Position> {
    let row = first_row(area, buf);
    buf.set_style(row, look.value());
    let chosen = field.chosen();
    if !look.focused {
        write(row, buf, &cut(&name(chosen), usize::from(row.width)), look.value());
        return None;
    }
    let names: Vec<String> = (0..field.count()).map(|at| name(Some(at))).collect();
    if let Some((shown, column)) = side_by_side(&names, chosen, usize::from(row.width)) {
        write(row, buf, &shown, look.value());
        return cursor(row, column);
    }
    let number = chosen.map_or(0, |at| at + 1);
    let back = if number > usize::from(!field.is_optional()) { "<" } else { " " };
    let on = if number < field.count() { ">" } else { " " };
    let name = name(chosen);
    let shown = format!("{back} {} {on}", cut(&name, usize::from(row.width).saturating_sub(4).max(1)));
    write(row, buf, &shown, look.value());
    let after = inset(row, width(&shown) + 1);
    write(after, buf, &format!("{number}/{}", field.count()), look.styles.hint);
    cursor(row, 2)
}

/// Columns of the last option that have to be seen: its digit and enough of its name.
const LAST_OPTION: usize = 8;

/// All options in one row with their digits, and the column of the chosen one; nothing where there is no room. Of the last
/// one a part is enough, as long as it is not the chosen one: then the first ones give way.
fn side_by_side(names: &[String], chosen: Option<usize>, columns: usize) -> Option<(String, usize)> {
    let last = names.len().checked_sub(1)?;
    let option = |(at, name): (usize, &String)| {
        let (open, close) = if chosen == Some(at) { ("[", "]") } else { ("", "") };
        format!("{open}{} {name}{close}", at + 1)
    };
    let all: Vec<String> = names.iter().enumerate().map(option).collect();
    let before: usize = all.iter().take(last).map(|option| width(option) + 1).sum();
    if before + LAST_OPTION.min(width(all.last()?)) > columns {
        return None;
    }
    let from = if chosen == Some(last) { first_seen(&all, columns) } else { 0 };
    let gone = if from > 0 { "… " } else { "" };
    let shown = format!("{gone}{}", all.get(from..)?.join(" "));
    let column = chosen.map_or(0, |at| {
        let left: usize = all.iter().take(at).skip(from).map(|option| width(option) + 1).sum();
        width(gone) + left + 1
    });
    Some((cut(&shown, columns).into_owned(), column))
}

/// The first of options in one row that is shown, so that the last one stands there whole.
fn first_seen(all: &[String], columns: usize) -> usize {
    let total = |from: usize| all.iter().skip(from).map(|option| width(option) + 1).sum::<usize>().saturating_sub(1);
    let fits = |from: &usize| total(*from) + if *from > 0 { 2 } else { 0 } <= columns;
    (0..all.len()).find(fits).unwrap_or(all.len().saturating_sub(1))
}

/// Draws how many are chosen and the filter on the first row of `area` (without the focus the chosen ones by name),
/// and the options that pass the filter on the others. The cursor is in the filter: what is typed goes there.
pub fn multi_field<K: Copy + Eq>(
    area: Rect,
    buf: &mut Buffer,
    field: &MultiField<K>,
    name: &dyn Fn(K) -> String,
    look: Look,
) -> Option<Position> {
    let area = area.intersection(buf.area);
    let head = first_row(area, buf);
    buf.set_style(head, look.value());
    let list = Rect { y: head.bottom(), height: area.height.saturating_sub(1), ..area };
    options(list, buf, field, name, look);

    let count = format!("[{}] ", field.chosen().len());
    write(head, buf, &count, look.value());
    let rest = inset(head, width(&count));
    if !look.focused {
        // More names than columns are never seen.
        let names: Vec<String> = field.chosen().iter().take(usize::from(rest.width)).map(|key| name(*key)).collect();
        write(rest, buf, &cut(&names.join(", "), usize::from(rest.width)), look.value());
        return None;
    }
    let (all, listed) = field.counts();
    let share = format!(" {listed}/{all}");
    let room = if usize::from(rest.width) >= 2 * width(&share) { width(&share) } else { 0 };
    let filter = Rect { width: rest.width.saturating_sub(columns(room)), ..rest };
    write(inset(rest, usize::from(filter.width)), buf, &pad_left(&share, room), look.styles.hint);
    text_field(filter, buf, field.filter(), look).or_else(|| cursor(head, usize::MAX))
}

fn options<K: Copy + Eq>(list: Rect, buf: &mut Buffer, field: &MultiField<K>, name: &dyn Fn(K) -> String, look: Look) {
    let (_, listed) = field.counts();
    let top = scroll(field.cursor(), listed, usize::from(list.height));
    for (place, (line, key)) in list.rows().zip(field.listed(top)).enumerate() {
        let here = look.focused && top + place == field.cursor();
        let style = if here { look.styles.focused } else { look.styles.value };
        let sign = if here { '>' } else { ' ' };
        let mark = if field.is_chosen(key) { 'x' } else { ' ' };
        buf.set_style(line, style);
        write(line, buf, &cut(&format!("{sign}[{mark}] {}", name(key)), usize::from(line.width)), style);
    }
}

fn first_row(area: Rect, buf: &Buffer) -> Rect {
    let area = area.intersection(buf.area);
    Rect { height: area.height.min(1), ..area }
}

/// Takes columns away at the left.
pub(super) fn inset(row: Rect, left: usize) -> Rect {
    let left = columns(left).min(row.width);
    Rect { x: row.x + left, width: row.width - left, ..row }
}

pub(super) fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Writes on the first row of an area that may be empty or outside.
pub(super) fn write(area: Rect, buf: &mut Buffer, text: &str, style: Style) {
    let row = first_row(area, buf);
    if !row.is_empty() {
        buf.set_stringn(row.x, row.y, text, usize::from(row.width), style);
    }
}

fn cursor(row: Rect, column: usize) -> Option<Position> {
    let x = row.x + columns(column).min(row.width.saturating_sub(1));
    (!row.is_empty()).then_some(Position { x, y: row.y })
}
