//! The 16 named colours, and the nearest of them for any other: terminals with more are not everywhere, and a school's
//! projector shows no more anyway.

use ratatui::style::Color;

/// Red, green and blue of the 16 ANSI colours as xterm shows them, to find the nearest one.
const ANSI: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// 0 for the terminal's own colour, else 1 + the number of the ANSI colour that is nearest.
pub(super) fn ansi(colour: Color) -> u8 {
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Indexed(number @ 0..=15) => number + 1,
        Color::Indexed(number) => nearest(indexed(number)),
        Color::Rgb(red, green, blue) => nearest((red, green, blue)),
    }
}

/// Red, green and blue of the colours 16 to 255: a cube of 6 × 6 × 6, then 24 greys.
fn indexed(number: u8) -> (u8, u8, u8) {
    if number >= 232 {
        let grey = 8 + 10 * (number - 232);
        return (grey, grey, grey);
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let cube = number.saturating_sub(16);
    (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
}

fn nearest((red, green, blue): (u8, u8, u8)) -> u8 {
    let apart = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    (1..)
        .zip(ANSI)
        .min_by_key(|(_, (r, g, b))| apart(*r, red) + apart(*g, green) + apart(*b, blue))
        .map_or(0, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_outside_the_sixteen_become_the_nearest() {
        assert_eq!(ansi(Color::Reset), 0);
        assert_eq!(ansi(Color::Indexed(3)), ansi(Color::Yellow));
        assert_eq!(ansi(Color::Indexed(16)), ansi(Color::Black));
        assert_eq!(ansi(Color::Indexed(231)), ansi(Color::White));
        assert_eq!(ansi(Color::Indexed(244)), ansi(Color::DarkGray));
        assert_eq!(ansi(Color::Rgb(250, 10, 10)), ansi(Color::LightRed));
    }
}
