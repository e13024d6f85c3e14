//! Columns of text, and rows of long ones, by what letters take on a screen (`Peñalolén` is nine columns).

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::app::form::wrap::wrap;

/// Where the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Two spaces between columns.
const GAP: &str = "  ";

/// Writes rows in columns, each line after an indent and without spaces at its end. Empty columns are left out.
pub(super) fn write<const N: usize>(out: &mut String, indent: &str, sides: [Side; N], rows: &[[String; N]]) {
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    for row in rows {
        let filled = row.iter().zip(sides).zip(widths).filter(|(_, width)| *width > 0);
        let cells: Vec<String> = filled.map(|((cell, side), width)| aligned(cell, side, width)).collect();
        let line = format!("{indent}{}", cells.join(GAP));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn aligned(cell: &str, side: Side, width: usize) -> String {
    let space = " ".repeat(width.saturating_sub(cell.width()));
    match side {
        Side::Left => format!("{cell}{space}"),
        Side::Right => format!("{space}{cell}"),
    }
}

/// How wide a page is.
const PAGE: usize = 80;

/// Writes a text in rows that fit on the page, all but the first after a deeper indent.
pub(super) fn wrapped(out: &mut String, indent: usize, text: &str) {
    let (first, rest) = (" ".repeat(indent), " ".repeat(indent + 4));
    for (at, row) in wrap(text, PAGE - indent - 4).into_iter().enumerate() {
        let row = text.get(row).unwrap_or_default().trim_end();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}{row}", if at == 0 { &first } else { &rest });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_do_not_push_the_columns_apart() {
        let mut out = String::new();
        let rows =
            [["Peñalolén".to_owned(), "9".to_owned(), "x".into()], ["Lota".to_owned(), "10".to_owned(), String::new()]];
        write(&mut out, " ", [Side::Left, Side::Right, Side::Left], &rows);
        assert_eq!(out, " Peñalolén   9  x\n Lota       10\n");
    }
}
