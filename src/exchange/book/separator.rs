//! What stands between the cells of a text: what its first line announces, else what parts its first rows most evenly.
//! Never takes the comma of a name or of a decimal for a separator while something better is there.

use super::text::TextWalk;
use super::{LineState, apart};

/// What may stand between cells, in the order in which it is tried.
pub const SEPARATORS: [char; 4] = [';', '\t', '|', ','];

/// Rows that are looked at.
const ROWS: usize = 60;
/// Bytes that are looked at: sixty rows of the Ministry's widest table are some 20 KB.
const BYTES: usize = 64 * 1024;

/// What was found about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// What stands between the cells; nothing in a text of one column.
    pub separator: Option<char>,
    /// Whether the first line only announces it.
    pub announced: bool,
    /// How many cells most rows have that have more than one.
    pub usual: usize,
}

/// Finds the separator of a text.
pub fn find(text: &str) -> Found {
    let announced = announced(text);
    let sample = start_of(if announced.is_some() { after_first_line(text) } else { text });
    if let Some(separator) = announced {
        let (usual, score) = evenness(sample, separator);
        if score > 0 {
            return Found { separator: Some(separator), announced: true, usual };
        }
    }
    // Commas in the place of natural commas do not count at first; a table of small whole numbers has nothing else.
    let strict = without_natural_commas(sample);
    let scored = |separator: char, text: &str| {
        let (usual, score) = evenness(text, separator);
        (score, separator, usual)
    };
    let mut best = (0, ';', 0);
    for separator in SEPARATORS {
        let found = scored(separator, if separator == ',' { &strict } else { sample });
        if found.0 > best.0 {
            best = found;
        }
    }
    if best.0 == 0 || best.1 == ',' {
        best = scored(',', sample);
    }
    let separator = (best.0 > 0).then_some(best.1);
    Found { separator, announced: announced.is_some(), usual: best.2 }
}

/// The separator that a first line `sep=;` announces (Excel writes and obeys it).
pub fn announced(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim_end_matches(['\r', '\n']).trim_start().trim_matches('"');
    let (word, value) = line.split_at_checked(4)?;
    if !word.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let separator = value.chars().next().unwrap_or('\t');
    let may = separator == '\t' || separator.is_ascii_punctuation() && !matches!(separator, '"' | '-' | '.');
    may.then_some(separator)
}

fn after_first_line(text: &str) -> &str {
    text.find(['\n', '\r']).and_then(|end| text.get(end..)).unwrap_or_default()
}

/// The first bytes, up to the last whole line.
fn start_of(text: &str) -> &str {
    if text.len() <= BYTES {
        return text;
    }
    let mut end = BYTES;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    start.rfind(['\n', '\r']).and_then(|end| start.get(..=end)).unwrap_or(start)
}

/// How many cells most rows have, and how evenly this separator parts them: rows of that width, times the separators in
/// each.
fn evenness(text: &str, separator: char) -> (usize, usize) {
    let mut walk = TextWalk::sampling(text, separator);
    let mut counts: Vec<usize> = Vec::new();
    while let Some(line) = walk.next().filter(|_| counts.len() < ROWS) {
        // A quote that closes in the midst of a cell is the sign of another separator.
        let trusted = line.state != LineState::Unclosed;
        counts.push(if trusted { apart::inner_width(line.cells, separator) } else { 1 });
    }
    let rows = |width: usize| counts.iter().filter(|count| **count == width).count();
    let score = |width: usize| rows(width) * (width - 1);
    let usual = counts.iter().copied().filter(|width| *width > 1).max_by_key(|width| (score(*width), *width));
    usual.map_or((0, 0), |width| (width, score(width)))
}

/// The text without the commas of `Ibáñez, Kevin` and of `92,9`.
fn without_natural_commas(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let natural = |at: usize| {
        let decimal = at > 0 && digit(at - 1) && digit(at + 1) && !(digit(at + 2) && digit(at + 3));
        bytes.get(at + 1) == Some(&b' ') || decimal
    };
    let letter = |(at, letter): (usize, char)| if letter == ',' && natural(at) { '.' } else { letter };
    text.char_indices().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separator(text: &str) -> Option<char> {
        find(text).separator
    }

    #[test]
    fn the_first_line_may_announce_the_separator() {
        assert_eq!(announced("sep=|\r\nRBD|RUN"), Some('|'));
        assert_eq!(announced("\"sep=;\"\nRBD;RUN"), Some(';'));
        assert_eq!(announced("SEP=\t\nRBD\tRUN"), Some('\t'));
        assert_eq!(announced("sep=x\nRBD"), None);
        assert_eq!(announced("RBD;RUN"), None);
        assert_eq!(announced("año"), None);
        let found = find("sep=|\r\nRUN|Nombre;Apodo\r\n1-9|a;b\r\n");
        assert_eq!((found.separator, found.announced), (Some('|'), true));
        // An announcement that parts nothing is not obeyed.
        assert_eq!(separator("sep=|\nRUN;Nombre\n1-9;Ana\n"), Some(';'));
    }

    #[test]
    fn the_comma_of_a_name_or_a_decimal_does_not_part_a_row() {
        let rows = "Ibáñez Muñoz, Kevin;92,9\n".repeat(30);
        assert_eq!(separator(&format!("Nombre;Asistencia\n{rows}")), Some(';'));
        let rows = "1-9|Ibáñez, Kevin|92,9|5,3\n".repeat(30);
        assert_eq!(separator(&format!("Liceo Los Ulmos, Comuna\n\nRUN|Nombre|Asis|Prom\n{rows}")), Some('|'));
    }

    #[test]
    fn a_table_of_commas_is_one_whatever_its_quoted_cells_hold() {
        let rows = "39942007-5,\"Ibáñez, Kevin\",\"+569 1;+569 2\",\"92,9\"\n".repeat(30);
        assert_eq!(separator(&format!("RUN,Nombre,Teléfonos,Asistencia\n{rows}")), Some(','));
        assert_eq!(separator("a,b,c\n1,2,3\n4,5,6\n"), Some(','));
    }

    #[test]
    fn titles_above_and_a_single_column_mislead_nobody() {
        let rows = "1-9\tAna\t7B\n".repeat(5);
        let text = format!("Escuela; comuna; región; país\nNómina, 2024\n\nRUN\tNombre\tCurso\n{rows}");
        assert_eq!(separator(&text), Some('\t'));
        assert_eq!(separator("RUN\n11111111-1\n22222222-2\n"), None);
        assert_eq!(find("").separator, None);
    }
}
