//! Which characters may enter a field. Never decides about fields or cursors.

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

#[cfg(test)]
mod tests {
    use super::admit;

    #[test]
    fn a_name_cannot_carry_an_escape_sequence_or_turn_the_line_around() {
        for hidden in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}', '\u{e0041}'] {
            assert!(!admit(hidden), "{hidden:?}");
        }
        for seen in ['ñ', 'Ñ', '\u{301}', '👩', '🇨', ' ', '«', '—'] {
            assert!(admit(seen), "{seen:?}");
        }
    }
}
