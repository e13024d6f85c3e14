//! What lies on top of a screen, one file each.

pub mod contacts;
pub mod form;
pub mod help;
pub mod message;
pub mod outside;
pub mod palette;

use ratatui::layout::Rect;

use super::{
    Canvas,
    pen::{below, indent, row},
};

/// Opens a box over an area: clears it, draws title and frame; gives the inside.
pub fn open_box(canvas: &mut Canvas<'_>, area: Rect, title: &str, (columns, rows): (u16, u16)) -> Rect {
    // A sliver of what lies below would read as part of the box.
    let width = if area.width < columns + 20 { area.width } else { columns + 4 };
    let height = (rows + 2).min(area.height);
    let place = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    canvas.pen.clear(place);
    let style = canvas.theme.frame(true);
    canvas.pen.rule(row(place, 0), '━', style);
    canvas.pen.rule(row(place, place.height.saturating_sub(1)), '━', style);
    canvas.pen.pieces(indent(row(place, 0), 2), &[(" ", style), (title, canvas.theme.title()), (" ", style)]);
    let inside = below(place, 1);
    let inside = Rect { height: inside.height.saturating_sub(1), ..inside };
    Rect { x: inside.x + 2.min(inside.width), width: inside.width.saturating_sub(4), ..inside }
}
