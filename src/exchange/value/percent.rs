//! Percents, whose scale a column decides and never a cell: `1` is 100 % where all others are `0,853`, and 1 % where
//! they are `85,3`.

use super::{Told, number::Decimal};
use crate::exchange::record::Hundredths;

/// Ten-thousandths of one.
const ONE: i64 = 10_000;
/// The whole, in hundredths of a percent.
const WHOLE: i64 = 10_000;
/// Above this a value was not meant as a fraction: one and a half.
const LARGEST_FRACTION: i64 = ONE * 3 / 2;

/// How a column writes its percents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// From 0 to 1.
    Fraction,
    /// From 0 to 100.
    Hundred,
}

/// The scale of one column: `see` every value first, then `read` each.
///
/// Values with a percent sign say their own scale and are not counted. Where all others are 1 or less the column is a
/// fraction; so is one of zeros and ones alone, since classes who came all year or never are met and classes who came one
/// day in a hundred are not. A column of fractions with a few larger values (`0,92`, `0,88`, `95`) stays a fraction and
/// those few are nonsense to be reported: read as 0–100 it would give nearly everybody less than 1 %.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scale {
    /// Unsigned values of 1 or less, zero left out: it is the same on both.
    small: u32,
    /// Those of them with decimals.
    between: u32,
    /// Values just above one: days counted twice, in a fraction.
    above: u32,
    /// Larger values.
    large: u32,
}

impl Scale {
    /// A scale that is known beforehand.
    pub fn of(unit: Unit) -> Self {
        match unit {
            Unit::Fraction => Self { small: 1, between: 1, ..Self::default() },
            Unit::Hundred => Self { large: 1, ..Self::default() },
        }
    }

    /// Takes note of a value of the column.
    pub fn see(&mut self, decimal: Decimal) {
        let size = decimal.tenthousandths;
        if decimal.percent_sign || size <= 0 {
            return;
        }
        if size <= ONE {
            self.small += 1;
            self.between += u32::from(size < ONE);
        } else if size <= LARGEST_FRACTION {
            self.above += 1;
        } else {
            self.large += 1;
        }
    }

    /// How the column writes its percents, by what was seen.
    pub fn unit(&self) -> Unit {
        let only_small = self.small > 0 && self.large == 0 && (self.above == 0 || self.between > 0);
        let mostly_between = self.between > self.above + self.large;
        if only_small || mostly_between { Unit::Fraction } else { Unit::Hundred }
    }

    /// A value of the column in hundredths of a percent, half up; nonsense below 0 and above 100 %.
    pub fn read(&self, decimal: Decimal) -> Told<Hundredths> {
        let fraction = !decimal.percent_sign && self.unit() == Unit::Fraction;
        let size = if fraction { decimal.tenthousandths } else { half_up(decimal.tenthousandths) };
        let valid = (0..=WHOLE).contains(&size) && decimal.tenthousandths >= 0;
        Told::or_nonsense(Hundredths::try_from(size).ok().filter(|_| valid))
    }
}

fn half_up(tenthousandths: i64) -> i64 {
    tenthousandths.saturating_add(50).div_euclid(100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::number::{self, decimal},
        *,
    };

    /// The column's cells in hundredths of a percent; None for a blank, -1 for nonsense.
    fn column(cells: &[&str]) -> Vec<Option<i32>> {
        let mut scale = Scale::default();
        for cell in cells {
            if let Told::Value(value) = decimal(cell) {
                scale.see(value);
            }
        }
        let read = |cell: &&str| match decimal(cell) {
            Told::Value(value) => Some(scale.read(value).value().map_or(-1, i32::from)),
            Told::Nothing => None,
            Told::Nonsense => Some(-1),
        };
        cells.iter().map(read).collect()
    }

    #[test]
    fn five_spellings_of_one_column_are_one_scale() {
        let cells = ["81,1%", "85,3", "91,8 %", "89.7", "80", "100,0", "100%", ""];
        let wanted = [8110, 8530, 9180, 8970, 8000, 10_000, 10_000].map(Some);
        assert_eq!(column(&cells), wanted.into_iter().chain([None]).collect::<Vec<_>>());
    }

    #[test]
    fn a_student_who_never_missed_a_day_is_not_read_as_one_percent() {
        assert_eq!(column(&["0,853", "1", "0.9", "-"]), [Some(8530), Some(10_000), Some(9000), None]);
        assert_eq!(column(&["0.8170000000000001", "1", "0.8909999999999999"]), [8170, 10_000, 8910].map(Some));
        assert_eq!(column(&["1", "1", "0"]), [10_000, 10_000, 0].map(Some));
    }

    #[test]
    fn a_student_who_came_one_day_in_a_hundred_is_not_read_as_always_present() {
        assert_eq!(column(&["85,3", "1", "0,5", "92"]), [8530, 100, 50, 9200].map(Some));
    }

    #[test]
    fn a_percent_sign_says_its_own_scale() {
        assert_eq!(column(&["0,853", "1", "85%", "1 %", "0,5%"]), [8530, 10_000, 8500, 100, 50].map(Some));
    }

    #[test]
    fn one_slip_of_the_hand_does_not_turn_a_class_into_less_than_one_percent() {
        assert_eq!(column(&["0,92", "0,88", "95", "0,91"]), [9200, 8800, -1, 9100].map(Some));
        assert_eq!(column(&["0,92", "1,02"]), [9200, -1].map(Some));
    }

    #[test]
    fn what_cannot_be_a_percent_is_said() {
        assert_eq!(column(&["85", "101", "-3", "100,004", "100,005", "850"]), [8500, -1, -1, 10_000, -1, -1].map(Some));
        assert_eq!(column(&["-0,001", "0,5"]), [-1, 5000].map(Some));
        assert_eq!(Scale::default().unit(), Unit::Hundred);
    }

    #[test]
    fn a_scale_that_is_known_needs_no_column() {
        let one = number::decimal("1").value().unwrap();
        assert_eq!(Scale::of(Unit::Fraction).read(one), Told::Value(10_000));
        assert_eq!(Scale::of(Unit::Hundred).read(one), Told::Value(100));
    }

    proptest! {
        #[test]
        fn a_percent_is_the_same_on_both_scales(sizes in proptest::collection::vec(200_u16..=10_000, 1..9)) {
            let hundred: Vec<String> = sizes.iter().map(|size| format!("{},{:02}", size / 100, size % 100)).collect();
            let fraction: Vec<String> = sizes.iter().map(|size| format!("{}.{:04}", size / 10_000, size % 10_000)).collect();
            let wanted: Vec<Option<i32>> = sizes.iter().map(|size| Some(i32::from(*size))).collect();
            prop_assert_eq!(column(&hundred.iter().map(String::as_str).collect::<Vec<_>>()), wanted.clone());
            prop_assert_eq!(column(&fraction.iter().map(String::as_str).collect::<Vec<_>>()), wanted);
        }

        #[test]
        fn no_number_brings_the_scale_down(sizes in proptest::collection::vec(any::<i64>(), 0..6), percent_sign: bool) {
            let mut scale = Scale::default();
            for tenthousandths in sizes {
                let decimal = Decimal { tenthousandths, percent_sign, mark: None };
                scale.see(decimal);
                if let Told::Value(read) = scale.read(decimal) {
                    prop_assert!(read <= 10_000);
                }
            }
        }
    }
}
