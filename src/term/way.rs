//! The shortest way for the cursor from one place to another.

use std::cmp::Ordering;

use super::pen::digits;

/// Where the cursor is known to be. The column is not known at the right edge (a terminal may still wait to wrap) nor
/// after characters whose width terminals disagree about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: Option<u16>,
    pub(super) column: Option<u16>,
}

/// One part of a way to a place.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// There already.
    None,
    /// A control character, so many times.
    Byte(u8, u16),
    /// A control sequence with a number and its last byte.
    Csi(u16, u8),
}

/// The whole way: along the row and then down or up, or straight to a place.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// A step along the row, then one down or up.
    Steps(Step, Step),
    /// A jump to a column and a row.
    Jump(u16, u16),
}

impl Place {
    /// The shortest way from here to a column and a row.
    pub(super) fn way(self, column: u16, row: u16) -> Way {
        let jump = Way::Jump(column, row);
        let Some(from) = self.row else {
            return jump;
        };
        let steps = Way::Steps(along(self.column, column), down(from, row));
        if steps.cost() <= jump.cost() { steps } else { jump }
    }
}

impl Step {
    fn cost(self) -> usize {
        match self {
            Self::None => 0,
            Self::Byte(_, times) => usize::from(times),
            Self::Csi(1, _) => 3,
            Self::Csi(number, _) => 3 + digits(number),
        }
    }

    fn shorter(self, other: Self) -> Self {
        if other.cost() < self.cost() { other } else { self }
    }
}

impl Way {
    /// Bytes of the way.
    pub(super) fn cost(self) -> usize {
        match self {
            Self::Steps(along, down) => along.cost() + down.cost(),
            Self::Jump(0, 0) => 3,
            Self::Jump(0, row) => 3 + digits(row + 1),
            Self::Jump(column, 0) => 4 + digits(column + 1),
            Self::Jump(column, row) => 4 + digits(row + 1) + digits(column + 1),
        }
    }
}

/// The shortest step along a row. From a column that is not known only steps that do not depend on it count.
fn along(from: Option<u16>, to: u16) -> Step {
    if from == Some(to) {
        return Step::None;
    }
    if to == 0 {
        return Step::Byte(b'\r', 1);
    }
    let column = Step::Csi(to + 1, b'G');
    match from {
        None => column,
        Some(from) if from < to => Step::Csi(to - from, b'C').shorter(column),
        Some(from) => Step::Byte(0x08, from - to).shorter(Step::Csi(from - to, b'D')).shorter(column),
    }
}

/// The shortest step up or down. In raw mode a line feed keeps the column; it scrolls only below the last row.
fn down(from: u16, to: u16) -> Step {
    match from.cmp(&to) {
        Ordering::Less => Step::Byte(b'\n', to - from).shorter(Step::Csi(to - from, b'B')),
        Ordering::Equal => Step::None,
        Ordering::Greater => Step::Csi(from - to, b'A'),
    }
}
