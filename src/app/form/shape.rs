//! The shape of a form on a screen of some width: which columns are labels, which are values, how many rows a field
//! takes. Owned here because moving up and down in wrapped text needs it; never draws.

use super::{Field, Space};

/// The columns of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Columns of the labels, a gap of two included; the whole width where labels stand above the values.
    pub label: u16,
    /// Columns of the values.
    pub value: u16,
    /// Whether the label has a row of its own above the value (narrow screens).
    pub above: bool,
}

impl Shape {
    const NARROW: u16 = 36;
    const WIDEST_LABEL: u16 = 26;
    const AREA_ROWS: (usize, usize) = (3, 8);
    const MULTI_ROWS: usize = 6;

    /// Gives the shape for a form of `width` columns.
    #[must_use]
    pub fn of(width: u16) -> Self {
        if width < Self::NARROW {
            return Self { label: width, value: width, above: true };
        }
        let label = (width / 3).min(Self::WIDEST_LABEL);
        Self { label, value: width - label, above: false }
    }

    /// Gives the room for the value of a field: one row, 3–8 for text of many lines, up to 6 for lists.
    #[must_use]
    pub fn space<K: Copy + Eq>(self, field: &Field<K>) -> Space {
        let columns = usize::from(self.value);
        let rows = match field {
            Field::Text(_) | Field::Date(_) | Field::Choice(_) => 1,
            Field::Area(area) => area.rows(columns).len().clamp(Self::AREA_ROWS.0, Self::AREA_ROWS.1),
            Field::Multi(multi) => (1 + multi.counts().0).min(Self::MULTI_ROWS),
        };
        Space { columns, rows }
    }
}
