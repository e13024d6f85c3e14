//! Letters that were written as UTF-8, read as Windows-1252 and written again (`MuÃ±oz`), put together again.
//! Never touches a letter that may be meant: a text without a Spanish letter broken this way stays as it is.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// Times that a file can have been saved wrongly, one after the other.
const TIMES: usize = 3;

/// What a text is after the repair.
#[derive(Debug)]
pub struct Repaired<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    /// Whether something was repaired.
    pub changed: bool,
    /// Whether letters remain of which nobody can say what they were: `Ã` lost the half that told Á from Í.
    pub lost: bool,
}

/// The text with broken letters put together.
pub fn repair(text: Cow<'_, str>) -> Repaired<'_> {
    let (mut text, mut changed, mut lost) = (text, false, false);
    for _ in 0..TIMES {
        if !broken(&text) {
            break;
        }
        let once = put_together(&text);
        (text, lost, changed) = (Cow::Owned(once.text), once.lost, true);
    }
    Repaired { text, changed, lost: lost && changed }
}

/// Whether a letter or sign of Spanish stands broken in the text. Two searches for one letter each run at the speed of the
/// memory, so a text that is right costs nothing.
fn broken(text: &str) -> bool {
    let starts = text.match_indices('Ã').chain(text.match_indices('Â'));
    let mut letters = starts.filter_map(|(at, _)| joined(text.get(at..)?));
    letters.any(|(letter, _)| "áéíóúüñÁÉÍÓÚÜÑ°ºª¿¡Ãâ".contains(letter))
}

struct Once {
    text: String,
    lost: bool,
}

fn put_together(text: &str) -> Once {
    let mut once = Once { text: String::with_capacity(text.len()), lost: false };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (letter, length) = match joined(rest) {
            Some(found) => found,
            None if first == 'Ã' => alone(rest, &once.text, &mut once.lost),
            None => (first, first.len_utf8()),
        };
        once.text.push(letter);
        rest = rest.get(length..).unwrap_or_default();
    }
    once
}

/// An `Ã` whose second half is gone. Among small letters it was `í`, whose second half is the soft hyphen that many programs
/// drop; among capitals it was Á or Í, and no rule says which of the two a name had.
fn alone(rest: &str, before: &str, lost: &mut bool) -> (char, usize) {
    let (previous, next) = (before.chars().next_back(), rest.chars().nth(1));
    let small = |letter: Option<char>| letter.is_some_and(char::is_lowercase);
    if small(previous) || previous.is_some_and(char::is_alphabetic) && small(next) {
        return ('í', 'Ã'.len_utf8());
    }
    *lost |= next.is_some_and(char::is_alphabetic);
    ('Ã', 'Ã'.len_utf8())
}

/// The letter whose bytes of UTF-8 stand at the start of `text` as letters of Windows-1252, and their length in `text`.
fn joined(text: &str) -> Option<(char, usize)> {
    let mut letters = text.chars();
    let first = letters.next().filter(|first| ('\u{C2}'..='\u{F4}').contains(first))?;
    let count = match first {
        '\u{C2}'..='\u{DF}' => 2,
        '\u{E0}'..='\u{EF}' => 3,
        _ => 4,
    };
    let mut bytes = [0_u8; 4];
    let mut length = 0;
    for (byte, letter) in bytes.iter_mut().zip(text.chars()).take(count) {
        *byte = byte_of(letter)?;
        length += letter.len_utf8();
    }
    let decoded = str::from_utf8(bytes.get(..count)?).ok()?;
    Some((decoded.chars().next()?, length))
}

/// The byte that Windows-1252 reads as this letter; its five holes stand for themselves.
fn byte_of(letter: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(letter) {
        return Some(byte);
    }
    let mut buffer = [0_u8; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(letter.encode_utf8(&mut buffer));
    if unmappable { None } else { bytes.first().copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        repair(Cow::Borrowed(text)).text.into_owned()
    }

    /// What a program makes of a text that it takes for Windows-1252.
    fn break_it(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn a_name_broken_once_or_twice_is_the_name_again() {
        let name = "Núñez Ñancupil, Úrsula Ítalo Álvaro Óscar Güenante; 7º B; 1° Medio; “sí” – no…";
        assert_eq!(repaired(&break_it(name)), name);
        assert_eq!(repaired(&break_it(&break_it(name))), name);
        assert_eq!(repaired("MuÃ±oz;Ãšrsula;7Â° B"), "Muñoz;Úrsula;7° B");
    }

    #[test]
    fn a_right_name_is_never_changed_even_with_portuguese_letters() {
        for name in ["JOÃO", "SÃO PAULO", "Conceição Ângela", "Muñoz", "“IRMÃ”", "ÂGE", "Ã", "7° B", "Âncora Ã", "€â"]
        {
            let found = repair(Cow::Borrowed(name));
            assert!(!found.changed && !found.lost && matches!(found.text, Cow::Borrowed(_)), "{name}");
            assert_eq!(found.text, name);
        }
    }

    #[test]
    fn right_and_broken_names_in_one_file_both_end_right() {
        assert_eq!(repaired("Muñoz;MuÃ±oz;JOÃO"), "Muñoz;Muñoz;JOÃO");
    }

    #[test]
    fn a_lost_half_of_a_letter_is_given_back_only_where_one_letter_is_possible() {
        assert_eq!(repaired("MarÃa PeÃ±a; DÃaz"), "María Peña; Díaz");
        let found = repair(Cow::Borrowed("Ãlvaro PeÃ±a"));
        assert_eq!((found.text.as_ref(), found.lost), ("Ãlvaro Peña", true));
    }
}
