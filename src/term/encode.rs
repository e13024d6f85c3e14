//! Turns the difference of two screens into as few bytes as the terminal needs. It keeps what it knows of the terminal
//! (pen, cursor) from frame to frame.
//!
//! Only what the VT102 and everything since understand is used, so that the console of Linux, tmux, screen and mosh show
//! the same: insert and delete line, never `CSI S`/`CSI T` or repeat.

use super::pen::{Pen, push_number};
use super::scroll::Shift;
use super::tile::Tile;
use super::way::{Place, Step, Way};

/// Unchanged tiles that may be written again instead of being jumped over: no jump is longer than this.
const GAP: usize = 9;

/// `CSI K` without its pen.
const ERASE: usize = 3;

/// The bytes under way to the terminal and what it will look like when it has read them.
#[derive(Debug, Default)]
pub(super) struct Encoder {
    out: Vec<u8>,
    place: Place,
    pen: Pen,
    width: u16,
}

impl Encoder {
    /// An encoder for a terminal of that width, of which nothing is known.
    pub(super) fn new(width: u16) -> Self {
        Self { width, ..Self::default() }
    }

    /// Takes the bytes of the frame.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// Gives room back that [`Self::take`] took.
    pub(super) fn reuse(&mut self, mut out: Vec<u8>) {
        out.clear();
        self.out = out;
    }

    /// Blanks the terminal, whatever state it was in.
    pub(super) fn clear(&mut self) {
        self.out.extend_from_slice(b"\x1b[r\x1b[m\x1b[H\x1b[J");
        self.pen = Pen::default();
        self.place = Place { row: Some(0), column: Some(0) };
    }

    /// Shows or hides the cursor.
    pub(super) fn show_cursor(&mut self, shown: bool) {
        self.out.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
    }

    /// Lets the terminal move a block of rows: lines are taken out at one end of it and put in at the other, which needs
    /// fewer bytes than a scroll region and leaves the cursor at the rows that came free.
    pub(super) fn shift(&mut self, shift: Shift, height: usize) {
        let row = |y: usize| u16::try_from(y).unwrap_or(u16::MAX);
        let count = row(shift.by.unsigned_abs());
        let far = row(shift.bottom + 1).saturating_sub(count);
        let (cut, free) = match shift.by {
            1.. => (row(shift.top), far),
            _ => (far, row(shift.top)),
        };
        let at_end = shift.bottom + 1 == height;
        self.use_pen(Tile::blank());
        if shift.by > 0 || !at_end {
            self.go(0, cut);
            self.csi(count, b'M');
        }
        if shift.by < 0 || !at_end {
            self.go(0, free);
            self.csi(count, b'L');
        }
    }

    /// Makes row `y` show `new` where the terminal shows `old`, in the shorter of two ways: drawing what differs, or
    /// erasing the row from the first difference and drawing what is not blank.
    pub(super) fn row(&mut self, y: u16, old: &[Tile], new: &[Tile]) {
        let Some(first) = (0..new.len()).find(|x| old.get(*x) != new.get(*x)) else {
            return;
        };
        let (start, place, pen) = (self.out.len(), self.place, self.pen);
        self.draw_differences(y, old, new);
        let drawn = self.out.len();
        // Erasing spares nothing but blanks.
        let sent = self.out.get(start..drawn).unwrap_or_default();
        if sent.split(|byte| *byte == b' ').count() <= 2 * ERASE {
            return;
        }
        let after = (self.place, self.pen);
        (self.place, self.pen) = (place, pen);
        let column = u16::try_from(first).unwrap_or(u16::MAX);
        self.reach(column, y, new);
        self.erase();
        let mut blanked = new.get(..first).unwrap_or_default().to_vec();
        blanked.resize(new.len(), Tile::blank());
        self.draw_differences(y, &blanked, new);
        if self.out.len() - drawn < drawn - start {
            self.out.drain(start..drawn);
        } else {
            self.out.truncate(drawn);
            (self.place, self.pen) = after;
        }
    }

    fn draw_differences(&mut self, y: u16, old: &[Tile], new: &[Tile]) {
        let inked = new.iter().rposition(|tile| *tile != Tile::blank());
        let tail = inked.map_or(0, |last| last + 1);
        let differs = |x: &usize| old.get(*x) != new.get(*x);
        let last = (tail..new.len()).rfind(differs).unwrap_or(tail);
        for (x, tile) in new.iter().enumerate().filter(|(x, _)| differs(x)) {
            if tile.len() == 0 {
                // The second column comes with the first, which differs too.
                continue;
            }
            self.reach(u16::try_from(x).unwrap_or(u16::MAX), y, new);
            if x >= tail && last + 1 - x > ERASE {
                self.erase();
                return;
            }
            self.put(*tile);
        }
    }

    /// Goes to a place in a row, over unchanged tiles by writing them again where that is shorter than a jump.
    pub(super) fn reach(&mut self, column: u16, y: u16, row: &[Tile]) {
        let here = self.place.column.filter(|_| self.place.row == Some(y));
        if here == Some(column) {
            return;
        }
        let direct = self.place.way(column, y).cost();
        for from in [here, Some(0)].into_iter().flatten() {
            let range = usize::from(from)..usize::from(column);
            let Some(gap) = row.get(range).filter(|gap| gap.len() <= GAP) else {
                continue;
            };
            let text = gap.iter().try_fold(0, |cost, tile| {
                let cheap = tile.is_one_column() && self.pen_serves(*tile);
                cheap.then(|| cost + tile.len())
            });
            if text.is_some_and(|text| text + self.place.way(from, y).cost() <= direct) {
                self.go(from, y);
                for tile in gap {
                    self.put(*tile);
                }
                return;
            }
        }
        self.go(column, y);
    }

    /// Moves the cursor the shortest way.
    pub(super) fn go(&mut self, column: u16, row: u16) {
        match self.place.way(column, row) {
            Way::Steps(along, down) => {
                self.step(along);
                self.step(down);
            }
            Way::Jump(column, row) => {
                self.out.extend_from_slice(b"\x1b[");
                if row > 0 {
                    push_number(row + 1, &mut self.out);
                }
                if column > 0 {
                    self.out.push(b';');
                    push_number(column + 1, &mut self.out);
                }
                self.out.push(b'H');
            }
        }
        self.place = Place { row: Some(row), column: Some(column) };
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::None => {}
            Step::Byte(byte, times) => (0..times).for_each(|_| self.out.push(byte)),
            Step::Csi(number, last) => self.csi(number, last),
        }
    }

    /// A control sequence with one number, which is left out where it is 1.
    fn csi(&mut self, number: u16, last: u8) {
        self.out.extend_from_slice(b"\x1b[");
        if number != 1 {
            push_number(number, &mut self.out);
        }
        self.out.push(last);
    }

    /// Erases to the end of the row in the terminal's own colours.
    fn erase(&mut self) {
        self.use_pen(Tile::blank());
        self.out.extend_from_slice(b"\x1b[K");
    }

    fn put(&mut self, tile: Tile) {
        self.use_pen(tile);
        tile.write(&mut self.out);
        let next = self.place.column.map(|column| column + 1);
        self.place.column = next.filter(|next| *next < self.width && tile.is_one_column());
    }

    /// Changes the pen, unless the tile comes out the same with the one in use.
    fn use_pen(&mut self, tile: Tile) {
        if !self.pen_serves(tile) {
            self.pen.change(tile.pen(), &mut self.out);
            self.pen = tile.pen();
        }
    }

    fn pen_serves(&self, tile: Tile) -> bool {
        self.pen == tile.pen() || (tile.is_space() && self.pen.same_blank(tile.pen()))
    }
}
