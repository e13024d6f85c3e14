//! Spanish order, and search that does not mind accents.
//!
//! The order agrees with ICU's `es` collator on names; it is a key of bytes, made once and compared often.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The form in which texts are compared for search: marks dropped (ñ is n), lower case.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            folded.extend(bare(letter).flat_map(char::to_lowercase).flat_map(bare));
        }
    }
    folded
}

/// A letter without its marks; the marks themselves come to nothing, so their order does not matter.
fn bare(letter: char) -> impl Iterator<Item = char> {
    std::iter::once(letter).nfd().filter(|c| !is_combining_mark(*c))
}

/// Whether every word of a query occurs in a text; both folded by [`fold`]. An empty query finds everything.
pub fn contains_folded(haystack: &str, query: &str) -> bool {
    query.split_whitespace().all(|word| haystack.contains(word))
}

/// A key that sorts texts as Spanish does: letters first (ñ after n; spaces, signs and digits before letters), accents
/// second, lower before upper case third.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderKey(Box<[u8]>);

/// Signs and digits before the letters, in ICU's order.
const SIGNS: &str = " _-,;:!¡?¿.'\"“”«»()[]{}@*/\\&#%`´^°+<=>|~$0123456789";
/// Weight of the first sign; 0 ends a level and 1 is free.
const FIRST_SIGN: u8 = 2;
/// Weight of the letter a; the others follow two by two, so that ñ fits behind n.
const LETTER_A: u8 = 0x80;
/// Announces a character outside the table, by its code point.
const OTHER: u8 = 0xF0;
/// Combining marks in ICU's order.
const MARKS: &str = "\u{301}\u{300}\u{306}\u{302}\u{30C}\u{30A}\u{308}\u{30B}\u{303}\u{307}\u{328}\u{327}\u{304}";
const TILDE: char = '\u{303}';
/// Accent weight of a character without a mark.
const NO_MARK: u8 = 2;
/// Case weights.
const LOWER: u8 = 2;
const UPPER: u8 = 3;
/// Of a raised letter (º, ª), which is else the letter itself.
const RAISED: u8 = 4;
/// Accent weight of the curved apostrophe, which is else the straight one.
const CURVED: u8 = 3;

/// The sort key of a text, see [`OrderKey`].
pub fn order_key(text: &str) -> OrderKey {
    let mut levels = Levels::default();
    let mut chars = text.nfd().peekable();
    while let Some(c) = chars.next() {
        let is_enye = matches!(c, 'n' | 'N') && chars.next_if_eq(&TILDE).is_some();
        levels.push(c, is_enye);
    }
    levels.join()
}

#[derive(Default)]
struct Levels {
    letters: Vec<u8>,
    accents: Vec<u8>,
    cases: Vec<u8>,
}

impl Levels {
    fn push(&mut self, c: char, is_enye: bool) {
        if is_combining_mark(c) {
            let place = MARKS.chars().position(|mark| mark == c).unwrap_or(MARKS.len());
            self.accents.push(NO_MARK + 1 + small(place));
            return;
        }
        if c.is_control() && !c.is_whitespace() {
            return;
        }
        self.accents.push(if c == '’' { CURVED } else { NO_MARK });
        let (base, case) = match c {
            'º' => ('o', RAISED),
            'ª' => ('a', RAISED),
            '’' => ('\'', LOWER),
            _ if c.is_whitespace() => (' ', LOWER),
            _ if c.is_uppercase() => (c.to_lowercase().next().unwrap_or(c), UPPER),
            _ => (c, LOWER),
        };
        self.cases.push(case);
        self.push_letter(base, is_enye);
    }

    fn push_letter(&mut self, base: char, is_enye: bool) {
        if let Some(place) = ('a'..='z').position(|letter| letter == base) {
            self.letters.push(LETTER_A + 2 * small(place) + u8::from(is_enye));
        } else if let Some(place) = SIGNS.chars().position(|sign| sign == base) {
            self.letters.push(FIRST_SIGN + small(place));
        } else {
            self.letters.push(OTHER);
            self.letters.extend_from_slice(&u32::from(base).to_be_bytes());
        }
    }

    fn join(mut self) -> OrderKey {
        self.letters.push(0);
        self.letters.append(&mut self.accents);
        self.letters.push(0);
        self.letters.append(&mut self.cases);
        OrderKey(self.letters.into_boxed_slice())
    }
}

/// A place in one of the short tables above, as a byte.
fn small(place: usize) -> u8 {
    u8::try_from(place).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
