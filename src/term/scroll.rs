//! Finds out that a block of rows has moved up or down, so that the terminal can move it itself. Nobody has to say so: two
//! frames are compared.

use super::grid::Grid;
use super::tile::Tile;

/// Fewer changed rows than this are never worth a look.
const FEW: usize = 4;

/// Tiles that a shift must save before it is made: about the bytes of its own sequences.
const WORTH: isize = 20;

/// The gain of what cannot be done; no sum of others makes up for it.
const NEVER: isize = -1_000_000;

/// A block of rows that moves: up where `by` is positive, down where it is negative. It is larger than it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// First row of the block.
    pub(super) top: usize,
    /// Last row of the block.
    pub(super) bottom: usize,
    /// Rows that it moves by; never 0.
    pub(super) by: isize,
}

impl Shift {
    /// Finds the shift of the old screen that leaves the least to draw, if one is worth it.
    pub(super) fn find(old: &Grid, new: &Grid) -> Option<Self> {
        let changed: Vec<bool> = old.rows().zip(new.rows()).map(|(a, b)| a != b).collect();
        if changed.iter().filter(|changed| **changed).count() < FEW {
            return None;
        }
        let by = most_matches(old, new, &changed)?;
        let gain: Vec<isize> = (0..changed.len()).map(|y| gain(old, new, y, y.checked_add_signed(by))).collect();
        let (first, last, saved) = best_run(&gain)?;
        let count = by.unsigned_abs();
        let (shift, free) = if by > 0 {
            let bottom = last + count;
            (Self { top: first, bottom, by }, last + 1..=bottom)
        } else {
            let top = first.checked_sub(count)?;
            (Self { top, bottom: last, by }, top..=first - 1)
        };
        let freed: isize = free.map(|y| gain_of_blank(old, new, y)).sum();
        (saved + freed > WORTH).then_some(shift)
    }
}

/// The distance at which most of the changed rows are found again in the old screen; the smallest of equals.
fn most_matches(old: &Grid, new: &Grid, changed: &[bool]) -> Option<isize> {
    let before: Vec<u64> = old.rows().map(hash).collect();
    let after: Vec<u64> = new.rows().map(hash).collect();
    let matches = |by: isize| {
        (0..changed.len())
            .zip(changed)
            .filter(|(y, changed)| {
                let from = y.checked_add_signed(by).and_then(|from| before.get(from));
                **changed && from.is_some() && from == after.get(*y)
            })
            .count()
    };
    let furthest = isize::try_from(changed.len()).unwrap_or(isize::MAX);
    (1..furthest)
        .flat_map(|by| [by, -by])
        .map(|by| (matches(by), by))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, by)| (*count, -by.abs()))
        .map(|(_, by)| by)
}

/// Tiles of row `y` that need not be drawn if old row `from` is moved there. A row from outside can never be.
fn gain(old: &Grid, new: &Grid, y: usize, from: Option<usize>) -> isize {
    match from.map(|from| old.row(from)) {
        Some(moved) if !moved.is_empty() => {
            count(different(old.row(y), new.row(y))) - count(different(moved, new.row(y)))
        }
        _ => NEVER,
    }
}

/// Tiles of row `y` that need not be drawn if it is blanked before; mostly negative.
fn gain_of_blank(old: &Grid, new: &Grid, y: usize) -> isize {
    let blank = Tile::blank();
    let inked = new.row(y).iter().filter(|tile| **tile != blank).count();
    count(different(old.row(y), new.row(y))) - count(inked)
}

fn different(a: &[Tile], b: &[Tile]) -> usize {
    a.iter().zip(b).filter(|(a, b)| a != b).count()
}

fn count(tiles: usize) -> isize {
    isize::try_from(tiles).unwrap_or(isize::MAX)
}

/// First and last index and sum of the run with the greatest sum, if that is positive (Kadane).
fn best_run(gain: &[isize]) -> Option<(usize, usize, isize)> {
    let mut best = None;
    let (mut first, mut sum) = (0, 0);
    for (at, gain) in gain.iter().enumerate() {
        if sum <= 0 {
            (first, sum) = (at, 0);
        }
        sum += gain;
        if sum > best.map_or(0, |(_, _, most)| most) {
            best = Some((first, at, sum));
        }
    }
    best
}

/// A number that rows with the same tiles share. It only has to be quick: what it finds is compared afterwards.
fn hash(row: &[Tile]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    row.iter().fold(0, |hash: u64, tile| {
        let bytes = tile.bits().to_le_bytes();
        let (low, high) = bytes.split_at(8);
        let half = |half: &[u8]| half.try_into().map(u64::from_le_bytes).unwrap_or_default();
        (hash.rotate_left(5) ^ half(low) ^ half(high).rotate_left(17)).wrapping_mul(ODD)
    })
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::super::Charset;
    use super::*;

    fn grid(rows: &[&str]) -> Grid {
        let buffer = Buffer::with_lines(rows.to_vec());
        let mut grid = Grid::new(buffer.area.as_size());
        grid.load(&buffer, Charset::Unicode);
        grid
    }

    const LIST: [&str; 8] = [
        "Estudiantes           61 con senal",
        "> 7B-A  MA-k3f  71 %  hace 21 dias",
        "  8B-B  JP-q9d  84 %  hace 03 dias",
        "  1M-A  RC-a7x  62 %  nunca, grave",
        "  1M-A  TS-m2p  85 %  hoy, riesgos",
        "  2M-B  LV-x1c  77 %  ayer y antes",
        "  2M-B  OP-u8k  90 %  sin contacto",
        "Enter ficha  c contacto  a accion ",
    ];

    #[test]
    fn a_list_that_moves_up_is_found_between_header_and_footer() {
        let mut after = LIST;
        after[1..7].rotate_left(1);
        after[5] = "  2M-B  OP-u8k  90 %  sin CONTACTO";
        after[6] = "> 3M-A  NN-aaa  10 %  nuevo en fin";
        let shift = Shift::find(&grid(&LIST), &grid(&after));
        assert_eq!(shift, Some(Shift { top: 1, bottom: 6, by: 1 }));
    }

    #[test]
    fn a_list_that_moves_down_is_found_too() {
        let mut after = LIST;
        after[1..7].rotate_right(2);
        after[1] = "  aaaa  bbb ccc ddd eee";
        after[2] = "  ffff  ggg hhh iii jjj";
        let shift = Shift::find(&grid(&LIST), &grid(&after));
        assert_eq!(shift, Some(Shift { top: 1, bottom: 6, by: -2 }));
    }

    #[test]
    fn another_screen_is_no_shift() {
        let row = "x".repeat(34);
        let other = [row.as_str(); 8];
        assert_eq!(Shift::find(&grid(&LIST), &grid(&other)), None);
        assert_eq!(Shift::find(&grid(&LIST), &grid(&LIST)), None);
    }

    #[test]
    fn a_shifted_grid_is_blank_where_rows_came_free() {
        let mut shifted = grid(&["a", "b", "c", "d"]);
        shifted.shift(Shift { top: 0, bottom: 2, by: 1 });
        assert!(shifted.rows().eq(grid(&["b", "c", " ", "d"]).rows()));
        shifted.shift(Shift { top: 1, bottom: 3, by: -2 });
        assert!(shifted.rows().eq(grid(&["b", " ", " ", "c"]).rows()));
    }
}
