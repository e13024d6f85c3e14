//! How a cell is drawn (its pen), and the shortest way to change from one pen to another.

use ratatui::style::{Color, Modifier};

use super::colour::ansi;

/// The modifiers that every terminal shows; the others are left out.
const SHOWN: Modifier =
    Modifier::BOLD.union(Modifier::DIM).union(Modifier::ITALIC).union(Modifier::UNDERLINED).union(Modifier::REVERSED);

/// The modifiers that show on a blank.
const ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED);

/// Bold and dim, which one code takes off.
const WEIGHT: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// Colours and modifiers of a cell. A colour is 0 for the terminal's own, else 1 + the number of the ANSI colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    modifier: Modifier,
    ink: u8,
    paper: u8,
}

impl Pen {
    /// The pen of a cell with these attributes; colours outside the 16 become the nearest of them, and bold wins over
    /// dim, since terminals disagree about both at once.
    pub(super) fn new(ink: Color, paper: Color, mut modifier: Modifier) -> Self {
        if modifier.contains(Modifier::BOLD) {
            modifier.remove(Modifier::DIM);
        }
        Self { modifier: modifier.intersection(SHOWN), ink: ansi(ink), paper: ansi(paper) }
    }

    /// The same pen without what cannot be seen on a blank, so that blanks rarely need a change of pen.
    pub(super) fn on_blank(self) -> Self {
        if self.modifier.intersects(ON_BLANK) { self } else { Self { paper: self.paper, ..Self::default() } }
    }

    /// Whether a blank comes out the same with both pens.
    pub(super) fn same_blank(self, other: Self) -> bool {
        self.on_blank() == other.on_blank()
    }

    /// All of the pen in 32 bits.
    pub(super) fn bits(self) -> u32 {
        u32::from(self.modifier.bits()) | u32::from(self.ink) << 16 | u32::from(self.paper) << 24
    }

    /// The pen that [`Self::bits`] was taken of.
    pub(super) fn from_bits(bits: u32) -> Self {
        let [low, high, ink, paper] = bits.to_le_bytes();
        Self { modifier: Modifier::from_bits_retain(u16::from_le_bytes([low, high])), ink, paper }
    }

    /// Appends the shortest sequence that changes the terminal's pen from this one to `to`.
    pub(super) fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let step = self.codes(to);
        let fresh = Self::default().codes(to);
        // A first code that is left empty means 0, the reset: `CSI ;1m`.
        if 1 + fresh.cost() < step.cost() || to == Self::default() {
            out.extend_from_slice(b"\x1b[");
            for code in fresh.list() {
                out.push(b';');
                push_number(u16::from(*code), out);
            }
        } else {
            out.extend_from_slice(b"\x1b");
            for (at, code) in step.list().iter().enumerate() {
                out.push(if at == 0 { b'[' } else { b';' });
                push_number(u16::from(*code), out);
            }
        }
        out.push(b'm');
    }

    /// The SGR codes that lead from this pen to another.
    fn codes(self, to: Self) -> Codes {
        let mut codes = Codes::default();
        let lost = self.modifier.difference(to.modifier);
        let gained = to.modifier.difference(self.modifier);
        for (modifier, off) in
            [(WEIGHT, 22), (Modifier::ITALIC, 23), (Modifier::UNDERLINED, 24), (Modifier::REVERSED, 27)]
        {
            if lost.intersects(modifier) {
                codes.push(off);
            }
        }
        for (modifier, on) in [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::REVERSED, 7),
        ] {
            if gained.contains(modifier) {
                codes.push(on);
            }
        }
        if self.ink != to.ink {
            codes.push(colour_code(to.ink, 30));
        }
        if self.paper != to.paper {
            codes.push(colour_code(to.paper, 40));
        }
        codes
    }
}

/// A few SGR codes; eight are the most that one change of pen needs.
#[derive(Default)]
struct Codes {
    list: [u8; 8],
    len: usize,
}

impl Codes {
    fn push(&mut self, code: u8) {
        if let Some(slot) = self.list.get_mut(self.len) {
            *slot = code;
            self.len += 1;
        }
    }

    fn list(&self) -> &[u8] {
        self.list.get(..self.len).unwrap_or_default()
    }

    /// Bytes of the codes with one separator each.
    fn cost(&self) -> usize {
        self.list().iter().map(|code| 1 + digits(u16::from(*code))).sum()
    }
}

/// Appends a number in decimal.
pub(super) fn push_number(number: u16, out: &mut Vec<u8>) {
    if number >= 10 {
        push_number(number / 10, out);
    }
    out.push(b'0' + u8::try_from(number % 10).unwrap_or_default());
}

/// Decimal digits of a number.
pub(super) const fn digits(number: u16) -> usize {
    match number {
        0..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        1000..=9999 => 4,
        _ => 5,
    }
}

const fn colour_code(colour: u8, base: u8) -> u8 {
    match colour {
        0 => base + 9,
        1..=8 => base + colour - 1,
        _ => base + 60 + colour - 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change(to, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn pen(ink: Color, modifier: Modifier) -> Pen {
        Pen::new(ink, Color::Reset, modifier)
    }

    #[test]
    fn only_what_changes_is_sent() {
        let plain = Pen::default();
        let bold = pen(Color::Reset, Modifier::BOLD);
        let red = pen(Color::Red, Modifier::BOLD);
        assert_eq!(change(plain, plain), "");
        assert_eq!(change(plain, bold), "\x1b[1m");
        assert_eq!(change(bold, red), "\x1b[31m");
        assert_eq!(change(red, bold), "\x1b[39m");
        assert_eq!(change(red, plain), "\x1b[m", "the reset is the shortest");
        assert_eq!(
            change(pen(Color::Red, Modifier::all()), bold),
            "\x1b[;1m",
            "a reset and one code are shorter than five codes"
        );
    }

    #[test]
    fn dim_after_bold_is_not_both() {
        let bold = pen(Color::Green, Modifier::BOLD);
        let dim = pen(Color::Green, Modifier::DIM);
        assert_eq!(change(bold, dim), "\x1b[22;2m");
        let both = pen(Color::Green, Modifier::BOLD | Modifier::DIM);
        assert_eq!(change(both, bold), "");
    }

    #[test]
    fn a_blank_needs_no_ink() {
        let bold = pen(Color::Red, Modifier::BOLD);
        assert!(bold.same_blank(Pen::default()));
        let line = pen(Color::Red, Modifier::UNDERLINED);
        assert!(!line.same_blank(Pen::default()));
        assert!(!line.same_blank(pen(Color::Blue, Modifier::UNDERLINED)));
    }
}
