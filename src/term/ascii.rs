//! A likeness in ASCII of what is shown, one column for one column.

use unicode_normalization::char::decompose_canonical;

/// Finds the ASCII character that stands for one of one column; `?` where there is none.
pub(super) fn likeness(shown: char) -> char {
    if shown.is_ascii() {
        return shown;
    }
    let mut base = None;
    decompose_canonical(shown, |part| {
        base = base.or(Some(part));
    });
    match base {
        Some(letter) if letter.is_ascii() => letter,
        _ => symbol(shown),
    }
}

fn symbol(shown: char) -> char {
    match shown {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{2800}' => ' ',
        '‹' | '←' | '◀' | '◂' | '◄' | '≤' | '⟨' | '❮' => '<',
        '›' | '→' | '▶' | '▸' | '►' | '≥' | '⟩' | '❯' => '>',
        '«' | '»' | '“' | '”' | '„' | '″' => '"',
        '…' => '~',
        '‘' | '’' | '‚' | '′' => '\'',
        '‐'..='―' | '−' | '─' | '━' | '═' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '╴' | '╶' | '▃' => {
            '-'
        }
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '╵' | '╷' | '▏' | '▎' | '▍' | '▌' | '▐' | '▕' => {
            '|'
        }
        '\u{2500}'..='\u{257f}' | '▅' | '±' | '✓' | '✔' => '+',
        '▁' => '_',
        '▂' | '·' | '░' => '.',
        '▄' | '≈' => '=',
        '▆' | '•' | '●' | '◆' | '■' | '▪' | '★' | '✎' | '✱' => '*',
        '▇' | '▓' => '%',
        '█' | '▀' => '#',
        '▒' => ':',
        '↑' | '▲' | '▴' => '^',
        '↓' | '▼' | '▾' => 'v',
        '✗' | '✘' | '×' | '☑' | '☒' => 'x',
        '¡' => '!',
        '°' | 'º' | '○' | '◦' | 'ø' | 'œ' | '□' | '☐' => 'o',
        'ª' | 'æ' => 'a',
        'Ø' | 'Œ' => 'O',
        'Æ' => 'A',
        'ß' => 's',
        'ð' => 'd',
        'Ð' => 'D',
        'ł' => 'l',
        'Ł' => 'L',
        'ı' => 'i',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '€' => 'E',
        '¢' => 'c',
        '÷' => '/',
        // `¿` too.
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_school_writes_stays_readable() {
        let likeness: String = "Peñalolén, ¿qué? ¡7º básico! «ü» 85 % → …✓▸".chars().map(likeness).collect();
        assert_eq!(likeness, "Penalolen, ?que? !7o basico! \"u\" 85 % > ~+>");
    }

    #[test]
    fn frames_become_dashes_bars_and_crosses() {
        let likeness: String = "┌─┬━┐│║├╬╯".chars().map(likeness).collect();
        assert_eq!(likeness, "+-+-+||+++");
    }

    #[test]
    fn the_parts_of_a_bar_and_the_signs_of_a_chart_stay_apart() {
        for signs in ["▁░▒▓█?", "▲▼=", "━·▀▄"] {
            let mut likeness: Vec<char> = signs.chars().map(likeness).collect();
            likeness.sort_unstable();
            likeness.dedup();
            assert_eq!(likeness.len(), signs.chars().count(), "{signs}");
        }
    }

    #[test]
    fn everything_unknown_is_a_question_mark() {
        for shown in ['あ', 'я', '\u{e000}', '\u{10ffff}', '½'] {
            assert_eq!(likeness(shown), '?');
        }
    }
}
