//! Which characters may enter a field, and how searched text is folded. Never decides about fields or cursors.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Says whether a character may enter a field: no controls, no marks that turn the direction of writing, nothing
/// invisible. (Names that look the same must be the same, and an escape sequence must never reach the terminal.)
pub(super) fn admit(character: char) -> bool {
    !character.is_control()
        && !matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// The joiner of emoji families. It is invisible, so names lose it; notes keep it.
pub(super) const JOINER: char = '\u{200d}';

/// Folds a text for search: no accents, no capitals.
pub(super) fn fold(text: &str) -> String {
    text.nfd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{admit, fold};

    #[test]
    fn a_name_cannot_carry_an_escape_sequence_or_turn_the_line_around() {
        for hidden in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}', '\u{e0041}'] {
            assert!(!admit(hidden), "{hidden:?}");
        }
        for seen in ['ñ', 'Ñ', '\u{301}', '👩', '🇨', ' ', '«', '—'] {
            assert!(admit(seen), "{seen:?}");
        }
    }

    #[test]
    fn a_search_without_accents_finds_names_with_them() {
        assert_eq!(fold("Peñalolén Ágüero"), "penalolen aguero");
        assert_eq!(fold("Pen\u{303}alole\u{301}n"), "penalolen");
    }
}
