//! The check digit of RUN, IPE and RBD: modulo 11.

/// The check digit of a number: weights 2 to 7 from the right, again and again; eleven less the rest, where 11 is `0`
/// and 10 is `K`.
///
/// Source: the rule of the Civil Registry for RUN and RUT; the Ministry uses the same for IPE and RBD.
pub const fn check_digit(number: u32) -> char {
    let mut rest = number;
    let mut sum = 0;
    let mut weight = 2;
    while rest > 0 {
        sum += rest % 10 * weight;
        rest /= 10;
        weight = if weight == 7 { 2 } else { weight + 1 };
    }
    match 11 - sum % 11 {
        11 => '0',
        digit => match char::from_digit(digit, 10) {
            Some(digit) => digit,
            None => 'K',
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers_have_their_known_digit() {
        let known = [
            (12_345_678, '5'),
            (11_111_111, '1'),
            (7_654_321, '6'),
            (30_686_957, '4'),
            (1_000_005, 'K'),
            (6, 'K'),
            (100_000_000, '7'),
            (100_000_001, '5'),
            (458, '8'),
            (12_669, '1'),
        ];
        for (number, digit) in known {
            assert_eq!(check_digit(number), digit, "{number}");
        }
    }

    #[test]
    fn the_largest_number_is_no_trouble() {
        assert!(check_digit(u32::MAX).is_ascii_alphanumeric());
    }
}
