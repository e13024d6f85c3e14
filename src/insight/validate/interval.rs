//! Parts of a whole with their 95 % interval, in ten-thousandths: what is printed is what was computed.

/// The normal quantile of a 95 % interval.
pub const Z: f64 = 1.959_963_984_540_054;
const UNIT: f64 = 10_000.0;

/// A part of a whole in ten-thousandths, with its interval by Wilson's method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// The part.
    pub value: u64,
    /// Lower end of the interval.
    pub low: u64,
    /// Upper end.
    pub high: u64,
}

impl Rate {
    /// How many of a whole; none where the whole is nothing.
    pub fn of(part: usize, whole: usize) -> Option<Self> {
        let value = ten_thousandths(part as u128, whole as u128)?;
        let (low, high) = wilson(value_of(part), value_of(whole));
        Some(Self { value, low, high })
    }
}

/// A fraction in ten-thousandths, half up; none without a denominator.
pub fn ten_thousandths(part: u128, whole: u128) -> Option<u64> {
    if whole == 0 {
        return None;
    }
    u64::try_from((part * 20_000 + whole) / (2 * whole)).ok()
}

/// Wilson's score interval of a proportion.
pub fn wilson(part: f64, whole: f64) -> (u64, u64) {
    let (p, z2) = (part / whole, Z * Z);
    let centre = (p + z2 / (2.0 * whole)) / (1.0 + z2 / whole);
    let half = Z * (p * (1.0 - p) / whole + z2 / (4.0 * whole * whole)).sqrt() / (1.0 + z2 / whole);
    (clamp(centre - half), clamp(centre + half))
}

/// A probability in ten-thousandths, never outside 0 to 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=10000 before; a NaN becomes 0"
)]
pub fn clamp(p: f64) -> u64 {
    (p.clamp(0.0, 1.0) * UNIT).round() as u64
}

/// A count as a number with fractions; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts of students")]
pub fn value_of(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_the_one_of_the_books() {
        // 9 of 12 schools: 75 % (47 to 91), the alliance's own figure.
        let rate = Rate::of(9, 12).unwrap();
        assert_eq!((rate.value, rate.low / 100, rate.high / 100), (7_500, 46, 91));
        // 15 of 148 (Newcombe 1998, method 3): 0.0624 to 0.1605.
        assert_eq!(Rate::of(15, 148), Some(Rate { value: 1_014, low: 624, high: 1_605 }));
        // None of 20: 0 to 0.1611.
        assert_eq!(Rate::of(0, 20), Some(Rate { value: 0, low: 0, high: 1_611 }));
        assert_eq!(Rate::of(0, 0), None);
    }
}
