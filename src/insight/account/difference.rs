//! The difference of one indicator between two cycles, in points, with its interval.

use super::{Account, Figure, Name};

/// How much a figure differs from one cycle to another, in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Of what.
    pub name: Name,
    /// In the first cycle.
    pub first: Figure,
    /// In the second.
    pub second: Figure,
    /// Second less first; none where one of them is not known.
    pub points: Option<i64>,
    /// Its 95 % interval, as of two groups that are not the same people (Newcombe 1998, method 10): approximate, since most
    /// students of one cycle are those of the other, and said to be. None where a figure has none.
    pub interval: Option<(i64, i64)>,
}

impl Difference {
    /// All indicators of two cycles, in their order.
    pub fn between(first: &Account<'_>, second: &Account<'_>) -> Vec<Self> {
        first.figures.iter().zip(&second.figures).map(|(first, second)| Self::of(*first, *second)).collect()
    }

    fn of(first: Figure, second: Figure) -> Self {
        let points = first.value.zip(second.value).map(|(first, second)| signed(second) - signed(first));
        let known = first.value.zip(first.interval).zip(second.value.zip(second.interval));
        let interval = known.map(|((p1, one), (p2, two))| newcombe((p1, one), (p2, two)));
        Self { name: first.name, first, second, points, interval }
    }

    /// Whether the interval leaves no difference out: it may be chance.
    pub fn may_be_chance(&self) -> bool {
        self.interval.is_none_or(|(low, high)| low <= 0 && high >= 0)
    }
}

fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A proportion with its interval, in hundredths of a percent.
type Known = (u64, (u64, u64));

/// The distances of each proportion to the ends of its own interval, squared and added.
fn newcombe((first, one): Known, (second, two): Known) -> (i64, i64) {
    let difference = signed(second) - signed(first);
    let down = root(square(second, two.0) + square(one.1, first));
    let up = root(square(two.1, second) + square(first, one.0));
    (difference - down, difference + up)
}

fn square(a: u64, b: u64) -> u64 {
    a.abs_diff(b).pow(2)
}

/// The square root, to the nearest whole.
fn root(square: u64) -> i64 {
    let floor = square.isqrt();
    let up = square - floor * floor > floor;
    signed(floor + u64::from(up))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::validate::interval::Rate;

    fn figure(part: usize, n: usize) -> Figure {
        let rate = Rate::of(part, n);
        Figure {
            name: Name::ContactRate,
            part: part as u64,
            n,
            value: rate.map(|rate| rate.value),
            interval: rate.map(|rate| (rate.low, rate.high)),
        }
    }

    #[test]
    fn the_interval_is_the_one_of_the_paper() {
        // Newcombe 1998, table II: 56/70 − 48/80 = 0.2, 0.0524 to 0.3339; 9/10 − 3/10 = 0.6, 0.1705 to 0.8090.
        for (first, second, points, low, high) in
            [((48, 80), (56, 70), 2000, 524, 3339), ((3, 10), (9, 10), 6000, 1705, 8090)]
        {
            let of = Difference::of(figure(first.0, first.1), figure(second.0, second.1));
            assert_eq!(of.points, Some(points));
            let (l, h) = of.interval.unwrap();
            assert!((l - low).abs() <= 1 && (h - high).abs() <= 1, "{l} {h}");
            assert!(!of.may_be_chance());
        }
    }

    #[test]
    fn few_students_leave_room_for_chance_and_no_students_for_nothing() {
        assert!(Difference::of(figure(2, 6), figure(3, 6)).may_be_chance());
        let unknown = Difference::of(figure(0, 0), figure(3, 6));
        assert_eq!((unknown.points, unknown.interval), (None, None));
    }
}
