//! A short text in the form in which words are compared: small letters without marks, words parted by one space.
//! Lives on the stack: cells are compared by the hundred thousand.

use super::is_space;

/// At most `N` bytes of plain words: `SIN INFORMACIÓN.` is `sin informacion`, `S/N` is `s n`, `1º A` is `1 a`.
#[derive(Debug, Clone, Copy)]
pub struct Plain<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Plain<N> {
    /// The plain words of a text; None where they do not fit.
    pub fn of(text: &str) -> Option<Self> {
        let mut plain = Self { bytes: [0; N], length: 0 };
        let mut apart = false;
        for c in text.chars() {
            match bare(c) {
                Bare::Letter(letter) => {
                    if apart && plain.length > 0 {
                        plain.push(b' ')?;
                    }
                    apart = false;
                    plain.push(letter)?;
                }
                Bare::Gap => apart = true,
                Bare::Unseen => {}
            }
        }
        Some(plain)
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// One word after the other.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.as_str().split(' ').filter(|word| !word.is_empty())
    }

    fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = byte;
        self.length += 1;
        Some(())
    }
}

/// What a sign is to a word.
enum Bare {
    /// A part of it; letters of other scripts are all the same one, which no known word has.
    Letter(u8),
    /// Its end.
    Gap,
    /// Nothing: a mark on the letter before, or invisible.
    Unseen,
}

fn bare(c: char) -> Bare {
    if c.is_ascii() {
        let c = c as u8;
        return if c.is_ascii_alphanumeric() { Bare::Letter(c.to_ascii_lowercase()) } else { Bare::Gap };
    }
    match c {
        'á' | 'à' | 'ä' | 'â' | 'ã' | 'å' | 'Á' | 'À' | 'Ä' | 'Â' | 'Ã' | 'Å' => Bare::Letter(b'a'),
        'é' | 'è' | 'ë' | 'ê' | 'É' | 'È' | 'Ë' | 'Ê' => Bare::Letter(b'e'),
        'í' | 'ì' | 'ï' | 'î' | 'Í' | 'Ì' | 'Ï' | 'Î' => Bare::Letter(b'i'),
        'ó' | 'ò' | 'ö' | 'ô' | 'õ' | 'Ó' | 'Ò' | 'Ö' | 'Ô' | 'Õ' => Bare::Letter(b'o'),
        'ú' | 'ù' | 'ü' | 'û' | 'Ú' | 'Ù' | 'Ü' | 'Û' => Bare::Letter(b'u'),
        'ñ' | 'Ñ' => Bare::Letter(b'n'),
        'ç' | 'Ç' => Bare::Letter(b'c'),
        // The ordinal signs count as letters in Unicode.
        'º' | 'ª' => Bare::Gap,
        '\u{300}'..='\u{36f}' => Bare::Unseen,
        c if c.is_whitespace() => Bare::Gap,
        c if is_space(c) => Bare::Unseen,
        c if c.is_alphanumeric() => Bare::Letter(b'?'),
        _ => Bare::Gap,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_word_is_the_same_with_and_without_accents_signs_and_case() {
        for (text, wanted) in [
            ("Sin información.", "sin informacion"),
            ("SIN\u{a0}INFORMACIO\u{301}N", "sin informacion"),
            ("S/N", "s n"),
            ("(Retirado/a)", "retirado a"),
            ("1º A", "1 a"),
            ("Peña\u{200b}", "pena"),
            ("", ""),
            ("«»", ""),
        ] {
            assert_eq!(Plain::<20>::of(text).unwrap().as_str(), wanted, "{text}");
        }
        assert!(Plain::<4>::of("marzo").is_none());
        assert_ne!(Plain::<8>::of("марзо").unwrap().as_str(), "marzo");
    }

    proptest! {
        #[test]
        fn plain_words_stay_as_they_are(text in "\\PC{0,24}") {
            if let Some(plain) = Plain::<64>::of(&text) {
                prop_assert!(plain.as_str().is_ascii());
                let again = Plain::<64>::of(&plain.as_str().replace('?', "я")).unwrap();
                prop_assert_eq!(again.as_str(), plain.as_str());
            }
        }
    }
}
