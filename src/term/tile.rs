//! One column of the screen as it is sent: clean text and pen. The last filter before the terminal: no control, no bidi
//! control and no zero-width format character gets past it, whatever a cell holds.

use std::fmt;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

use super::Charset;
use super::ascii::likeness;
use super::pen::Pen;

/// Bytes for one character and four combining marks.
const ROOM: usize = 12;

/// The bits of the pen, above those of the text.
const PEN: u128 = 0xffff_ffff << (8 * ROOM);

/// What one column shows. The second column of a wide character is a tile without text.
///
/// One number, since thousands are compared in a frame: the pen in the upper 32 bits, below them UTF-8 from the lowest
/// byte on, filled up with zeros.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Tile(u128);

/// A tile and how many columns it takes: 1 or 2.
pub(super) struct Cut {
    pub(super) tile: Tile,
    pub(super) columns: usize,
}

impl Tile {
    /// A blank in the terminal's own colours, which is what erasing leaves.
    pub(super) fn blank() -> Self {
        Self::ascii(b' ', Pen::default())
    }

    /// Cuts the tile of a cell: its first visible character with its combining marks, in at most `room` columns. Cells
    /// without one, and those with a control character in its place, become blanks.
    pub(super) fn cut(cell: &Cell, charset: Charset, room: usize) -> Cut {
        let plain = cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier.is_empty();
        let pen = if plain { Pen::default() } else { Pen::new(cell.fg, cell.bg, cell.modifier) };
        match cell.symbol().as_bytes() {
            [byte @ 0x21..=0x7e] if plain => Cut::narrow(Self::ascii(*byte, pen)),
            _ if cell.modifier.contains(Modifier::HIDDEN) => Cut::blank(pen),
            [b' '] => Cut::blank(pen),
            [byte @ 0x21..=0x7e] => Cut::narrow(Self::ascii(*byte, pen)),
            _ => Self::cut_symbol(cell.symbol(), pen, charset, room),
        }
    }

    fn cut_symbol(symbol: &str, pen: Pen, charset: Charset, room: usize) -> Cut {
        let mut characters = symbol.chars().filter(|c| !is_format(*c));
        let Some(base) = characters.next() else {
            return Cut::blank(pen);
        };
        let columns = match base.width() {
            Some(columns @ 1..=2) if columns <= room && !is_space(base) => columns,
            _ => return Cut::blank(pen),
        };
        let mut tile = Self::empty(pen);
        match charset {
            Charset::Unicode => {
                tile.push(base);
                for mark in characters.filter(|c| c.width() == Some(0)) {
                    tile.push(mark);
                }
            }
            Charset::Ascii => tile.push(if columns == 1 { likeness(base) } else { '?' }),
        }
        Cut { tile, columns }
    }

    /// What stands in the second column of a wide character.
    pub(super) fn second(self, charset: Charset) -> Self {
        match charset {
            Charset::Unicode => Self(self.0 & PEN),
            Charset::Ascii => self,
        }
    }

    /// Bytes of its text; 0 for the second column of a wide character.
    pub(super) fn len(self) -> usize {
        let bits = u128::BITS - (self.0 & !PEN).leading_zeros();
        usize::try_from(bits.div_ceil(8)).unwrap_or(ROOM)
    }

    /// Appends its text.
    pub(super) fn write(self, out: &mut Vec<u8>) {
        let text = self.0.to_le_bytes();
        out.extend_from_slice(text.get(..self.len()).unwrap_or_default());
    }

    /// Pen of the tile; of a blank only what shows.
    pub(super) fn pen(self) -> Pen {
        Pen::from_bits(u32::try_from(self.0 >> (8 * ROOM)).unwrap_or_default())
    }

    /// Whether it is a blank in any pen.
    pub(super) fn is_space(self) -> bool {
        self.0 & !PEN == u128::from(b' ')
    }

    /// Whether every terminal moves exactly one column for it. Of wide characters and combining marks one cannot be sure.
    pub(super) fn is_one_column(self) -> bool {
        let text = self.0.to_le_bytes();
        let text = text.get(..self.len()).unwrap_or_default();
        if let [byte] = text {
            return byte.is_ascii();
        }
        let mut characters = str::from_utf8(text).unwrap_or_default().chars();
        characters.next().and_then(UnicodeWidthChar::width) == Some(1) && characters.next().is_none()
    }

    /// All of the tile as a number, for hashing.
    pub(super) fn bits(self) -> u128 {
        self.0
    }

    fn empty(pen: Pen) -> Self {
        Self(u128::from(pen.bits()) << (8 * ROOM))
    }

    fn ascii(byte: u8, pen: Pen) -> Self {
        Self(Self::empty(pen).0 | u128::from(byte))
    }

    /// Adds a character where there is room for it.
    fn push(&mut self, character: char) {
        let at = self.len();
        if at + character.len_utf8() <= ROOM {
            let mut text = [0; 4];
            character.encode_utf8(&mut text);
            self.0 |= u128::from(u32::from_le_bytes(text)) << (8 * at);
        }
    }
}

/// As it is shown, for the messages of tests.
impl fmt::Debug for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Vec::new();
        self.write(&mut text);
        write!(f, "{:?} {:?}", String::from_utf8_lossy(&text), self.pen())
    }
}

impl Cut {
    fn blank(pen: Pen) -> Self {
        Self::narrow(Tile::ascii(b' ', pen.on_blank()))
    }

    fn narrow(tile: Tile) -> Self {
        Self { tile, columns: 1 }
    }
}

/// Spaces of any width, among them U+2028 and U+2029, which a terminal may take for line ends.
fn is_space(character: char) -> bool {
    character.is_whitespace()
}

/// Characters without a width that change how others are read or shown: bidi controls, joiners, variation selectors,
/// tags and their like; and marks that terminals disagree about (halfwidth sound marks, decomposed Hangul).
fn is_format(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{600}'..='\u{605}'
            | '\u{61c}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{8e2}'
            | '\u{890}'..='\u{891}'
            | '\u{115f}'..='\u{11ff}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{d7b0}'..='\u{d7ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ff9e}'..='\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{110bd}'
            | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(symbol: &str, charset: Charset) -> (String, usize) {
        let mut cell = Cell::default();
        cell.set_symbol(symbol);
        let cut = Tile::cut(&cell, charset, 2);
        let mut text = Vec::new();
        cut.tile.write(&mut text);
        (String::from_utf8(text).unwrap(), cut.columns)
    }

    #[test]
    fn letters_keep_their_marks_and_width() {
        for (symbol, columns) in
            [("a", 1), ("ñ", 1), ("n\u{303}", 1), ("▸", 1), ("あ", 2), ("a\u{301}\u{302}\u{303}\u{304}", 1)]
        {
            assert_eq!(shown(symbol, Charset::Unicode), (symbol.to_owned(), columns));
        }
    }

    #[test]
    fn a_flood_of_marks_is_cut() {
        let flood = format!("a{}", "\u{301}".repeat(100));
        assert_eq!(shown(&flood, Charset::Unicode).0.chars().count(), 6);
    }

    #[test]
    fn hostile_symbols_become_a_blank() {
        for hostile in [
            "\x1b[2J",
            "\u{9b}31m",
            "\x07",
            "\x7f",
            "\n",
            "\u{85}",
            "\u{202e}",
            "\u{200b}",
            "\u{e0041}",
            "\u{2028}",
            "\u{301}",
            "",
        ] {
            assert_eq!(shown(hostile, Charset::Unicode), (" ".to_owned(), 1));
            assert_eq!(shown(hostile, Charset::Ascii), (" ".to_owned(), 1));
        }
        assert_eq!(shown("\u{202e}a\u{200b}\x1b", Charset::Unicode).0, "a");
    }

    #[test]
    fn hidden_text_is_not_sent() {
        let mut cell = Cell::new("M");
        cell.modifier = Modifier::HIDDEN;
        let cut = Tile::cut(&cell, Charset::Unicode, 2);
        assert!(cut.tile.is_space());
    }

    #[test]
    fn ascii_keeps_the_columns() {
        assert_eq!(shown("ñ", Charset::Ascii), ("n".to_owned(), 1));
        assert_eq!(shown("n\u{303}", Charset::Ascii), ("n".to_owned(), 1));
        assert_eq!(shown("あ", Charset::Ascii), ("?".to_owned(), 2));
    }

    #[test]
    fn of_wide_and_marked_characters_the_width_is_not_sure() {
        let sure = |symbol: &'static str| Tile::cut(&Cell::new(symbol), Charset::Unicode, 2).tile.is_one_column();
        assert!(sure("a") && sure("ñ") && sure("▸") && sure("─"));
        assert!(!sure("あ") && !sure("n\u{303}"));
    }
}
