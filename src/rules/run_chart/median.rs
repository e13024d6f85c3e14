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

    /// As a number with a point, where values have so many decimals; without zeros that say nothing.
    pub fn text(self, decimals: u32) -> String {
        let (sign, tenths) = (if self.0 < 0 { "-" } else { "" }, 5 * self.0.unsigned_abs());
        let unit = 10_u128.pow(decimals + 1);
        let rest = format!("{:0width$}", tenths % unit, width = decimals as usize + 1);
        let number = format!("{sign}{}.{rest}", tenths / unit);
        number.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// Whether it lies below a value; none where the value lies on it.
    pub const fn is_below(self, value: i128) -> Option<bool> {
        let twice = 2 * value;
        if twice == self.0 { None } else { Some(self.0 < twice) }
    }
}
