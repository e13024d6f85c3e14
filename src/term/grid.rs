//! A whole screen of tiles, row by row.

use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::Charset;
use super::scroll::Shift;
use super::tile::Tile;

/// Rows of tiles, all of the same width.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    tiles: Vec<Tile>,
    width: usize,
}

impl Grid {
    /// A blank screen, which is what clearing leaves.
    pub(super) fn new(size: Size) -> Self {
        let (width, height) = (usize::from(size.width), usize::from(size.height));
        Self { tiles: vec![Tile::blank(); width * height], width }
    }

    /// Takes over what the buffer shows. What the buffer lacks stays as it was.
    pub(super) fn load(&mut self, buffer: &Buffer, charset: Charset) {
        let width = self.width.max(1);
        let cells = buffer.content.chunks_exact(width);
        for (tiles, cells) in self.tiles.chunks_exact_mut(width).zip(cells) {
            let mut second = None;
            for (at, (tile, cell)) in tiles.iter_mut().zip(cells).enumerate() {
                if let Some(hidden) = second.take() {
                    *tile = hidden;
                    continue;
                }
                let cut = Tile::cut(cell, charset, width - at);
                *tile = cut.tile;
                second = (cut.columns == 2).then(|| cut.tile.second(charset));
            }
        }
    }

    /// The rows, from the top.
    pub(super) fn rows(&self) -> impl ExactSizeIterator<Item = &[Tile]> {
        self.tiles.chunks_exact(self.width.max(1))
    }

    /// One row; empty outside the screen.
    pub(super) fn row(&self, y: usize) -> &[Tile] {
        let start = y * self.width;
        self.tiles.get(start..start + self.width).unwrap_or_default()
    }

    /// Moves rows as the terminal does for the same shift, and blanks the rows that come free.
    pub(super) fn shift(&mut self, shift: Shift) {
        let (top, end) = (shift.top * self.width, (shift.bottom + 1) * self.width);
        let count = shift.by.unsigned_abs() * self.width;
        let Some(block) = self.tiles.get_mut(top..end) else {
            return;
        };
        let free = if shift.by > 0 {
            block.rotate_left(count);
            let kept = block.len() - count;
            block.get_mut(kept..)
        } else {
            block.rotate_right(count);
            block.get_mut(..count)
        };
        free.unwrap_or_default().fill(Tile::blank());
    }
}
