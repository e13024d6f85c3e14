//! A text as records of cells: the separator, the numbers of the rows, quotes that never close.
//! Knows nothing of what the cells mean.

use std::io::Cursor;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

/// What may stand between cells, in the order in which it is tried.
pub const SEPARATORS: [char; 4] = [';', '\t', '|', ','];

/// The separator that a first line `sep=;` announces (Excel writes and obeys it).
pub fn announced(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let mut letters = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?.chars();
    let separator = letters.next().unwrap_or('\t');
    SEPARATORS.contains(&separator).then_some(separator)
}

/// The records of a text, one after the other.
pub struct Records<'t> {
    text: &'t [u8],
    separator: char,
    reader: Reader<Cursor<&'t [u8]>>,
    /// The cells of the present record.
    pub cells: StringRecord,
    /// The number of the present record, from 1, blank ones included.
    pub number: usize,
}

/// What [`Records::advance`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A record.
    Record,
    /// A line in which a quote opens and does not close; reading goes on with the next line.
    Unclosed,
    /// No more.
    End,
}

impl<'t> Records<'t> {
    /// Starts at the first line.
    pub fn new(text: &'t str, separator: char) -> Self {
        let delimiter = u8::try_from(separator).unwrap_or(b';');
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Cursor::new(text.as_bytes()));
        Self { text: text.as_bytes(), separator, reader, cells: StringRecord::new(), number: 0 }
    }

    /// Goes to the next record. `width` is the number of cells that a whole one has; 0 when that is not known.
    pub fn advance(&mut self, width: usize) -> Found {
        let before = self.reader.position().clone();
        // The text is valid UTF-8 and rows may be ragged: nothing is left that could fail.
        if !self.reader.read_record(&mut self.cells).unwrap_or(false) {
            return Found::End;
        }
        let (blank, start) = skip_blank(self.text, offset(&before));
        self.number += blank + 1;
        if self.swallowed(width) && self.resume_after_line(&before, start) {
            return Found::Unclosed;
        }
        Found::Record
    }

    /// Whether the present record ends where the text ends, without a line break.
    pub fn cut(&self) -> bool {
        let end = offset(self.reader.position());
        end >= self.text.len() && !self.text.ends_with(b"\n") && !self.text.ends_with(b"\r")
    }

    /// Whether a quote has swallowed other rows: a line break inside a cell, in a row that then is not whole or
    /// whose cell contains separators.
    fn swallowed(&self, width: usize) -> bool {
        let lines = |letters: &str| letters.as_bytes().contains(&b'\n') || letters.as_bytes().contains(&b'\r');
        if !lines(self.cells.as_slice()) {
            return false;
        }
        self.cells.len() < width || self.cells.iter().any(|cell| lines(cell) && cell.contains(self.separator))
    }

    fn resume_after_line(&mut self, before: &Position, start: usize) -> bool {
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(length) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return false };
        let mut next = before.clone();
        next.set_byte((start + length + 1) as u64);
        self.reader.seek(next).is_ok()
    }
}

fn offset(position: &Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// How many empty lines stand at `start`, and where the record after them begins.
fn skip_blank(text: &[u8], start: usize) -> (usize, usize) {
    let mut at = start;
    // The line feed of a CR LF still belongs to the record before.
    if start > 0 && text.get(start - 1) == Some(&b'\r') && text.get(start) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    loop {
        match text.get(at..) {
            Some([b'\r', b'\n', ..]) => at += 2,
            Some([b'\r' | b'\n', ..]) => at += 1,
            _ => return (lines, at),
        }
        lines += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number and cells of every record, `None` for a line whose quote does not close.
    fn all(text: &str, width: usize) -> Vec<(usize, Option<Vec<String>>)> {
        let mut records = Records::new(text, ';');
        let mut found = Vec::new();
        loop {
            let cells = match records.advance(width) {
                Found::End => return found,
                Found::Unclosed => None,
                Found::Record => Some(records.cells.iter().map(String::from).collect()),
            };
            found.push((records.number, cells));
        }
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Option<Vec<String>>) {
        (number, Some(cells.iter().map(ToString::to_string).collect()))
    }

    #[test]
    fn rows_are_numbered_as_excel_shows_them_whatever_ends_a_line() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "", "c;d", ";", "", "e;f", ""].join(end);
            let expected = [row(1, &["a", "b"]), row(4, &["c", "d"]), row(5, &["", ""]), row(7, &["e", "f"])];
            assert_eq!(all(&text, 2), expected, "{end:?}");
        }
        assert_eq!(all("\n\na;b", 2), [row(3, &["a", "b"])]);
    }

    #[test]
    fn separators_quotes_and_line_breaks_may_stand_inside_a_quoted_name() {
        let text = "1;\"LICEO \"\"A\"\"; ANEXO\"\r\n2;\"dos\nlíneas\"\r\n3;c\r\n";
        let expected = [row(1, &["1", "LICEO \"A\"; ANEXO"]), row(2, &["2", "dos\nlíneas"]), row(3, &["3", "c"])];
        assert_eq!(all(text, 2), expected);
    }

    #[test]
    fn a_quote_that_never_closes_costs_its_own_row_only() {
        for end in ["\n", "\r\n"] {
            let text = ["1;a;x", "2;\"LOS CANELOS;x", "3;c;x", "", "5;d;x", ""].join(end);
            let expected = [row(1, &["1", "a", "x"]), (2, None), row(3, &["3", "c", "x"]), row(5, &["5", "d", "x"])];
            assert_eq!(all(&text, 3), expected);
        }
        // Two open quotes meet each other and would make one whole row of two.
        let text = "1;\"LOS;x\n2;\"LOS\";x\n3;c;x\n";
        assert_eq!(all(text, 3), [(1, None), row(2, &["2", "LOS", "x"]), row(3, &["3", "c", "x"])]);
    }

    #[test]
    fn the_first_line_may_announce_the_separator() {
        assert_eq!(announced("sep=|\r\nRBD|RUN"), Some('|'));
        assert_eq!(announced("\"sep=;\"\nRBD;RUN"), Some(';'));
        assert_eq!(announced("sep=\t\nRBD\tRUN"), Some('\t'));
        assert_eq!(announced("sep=x\nRBD"), None);
        assert_eq!(announced("RBD;RUN"), None);
    }

    #[test]
    fn a_cut_file_is_known_by_its_missing_last_line_break() {
        let last_is_cut = |text: &str| {
            let mut records = Records::new(text, ';');
            while records.advance(0) == Found::Record && records.number < 2 {}
            records.cut()
        };
        assert!(last_is_cut("a;b\nc"));
        assert!(!last_is_cut("a;b\nc\n"));
        assert!(!last_is_cut("a;b\r\nc;d\r\n"));
    }
}
