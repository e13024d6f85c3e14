//! The median of whole numbers, exact: it may lie half way between two.

/// A median, kept twice as large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Median(i128);

impl Median {
    /// The median of values; none without any. Values must be smaller than a quarter of what the type holds.
    pub fn of(values: &[i128]) -> Option<Self> {
        let mut values = values.to_vec();
        values.sort_unstable();
        let upper = values.get(values.len() / 2)?;
        let lower = values.get((values.len() - 1) / 2)?;
        Some(Self(lower + upper))
    }

    /// Twice the median.
    pub const fn twice(self) -> i128 {
        self.0
    }

    /// Whether it lies below a value; none where the value lies on it.
    pub const fn is_below(self, value: i128) -> Option<bool> {
        let twice = 2 * value;
        if twice == self.0 { None } else { Some(self.0 < twice) }
    }
}
